package org.tabadla.register;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.tabadla.language.LanguageGuess;
import org.tabadla.model.Digest;
import org.tabadla.model.Text;

/// Turns an agreement of the exchange that both sides want in the register into what the register
/// holds: the parties themselves are the source.
public final class FromAgreement {
  /// What an origin's article is led by where it is an agreement.
  public static final String AGREEMENT = "exchange/agreement/";

  private static final String BETWEEN = " · ";

  private FromAgreement() {}

  /// One thing that came of an agreement.
  ///
  /// @param agreement its id, the same in every house
  /// @param subject what is handed over, as agreed
  /// @param inReturn what is done for it; blank for nothing
  /// @param due by when, or null
  /// @param at when it came to be so
  /// @param address of the agreement's page
  public record Told(
      String agreement,
      Status status,
      Text provider,
      Text receiver,
      String subject,
      String inReturn,
      @Nullable LocalDate due,
      Instant at,
      String address) {}

  /// The commitment's id, the same in every house.
  public static String id(Told told) {
    return "c-" + Digest.brief(AGREEMENT + told.agreement());
  }

  public static Assertion assertion(Told told) {
    String provider = told.provider().value();
    String receiver = told.receiver().value();
    String sentence = provider + BETWEEN + receiver + ": " + told.subject();
    int second = provider.length() + BETWEEN.length();
    int third = sentence.length() - told.subject().length();
    var words = new Assertion.Worded(sentence, 0, sentence.length());
    var subject = new Assertion.Worded(told.subject(), third, sentence.length());
    String article = AGREEMENT + told.agreement();
    var assertion =
        new Assertion(
            Assertion.idOf(article, told.status(), words),
            told.status(),
            List.of(party(provider, 0, "party"), party(receiver, second, "party")),
            null,
            null,
            null,
            List.of(),
            List.of(),
            null,
            null,
            // Promised once, when it was signed; what comes later is about the same thing.
            told.status() == Status.SIGNED
                ? List.of(
                    new Assertion.Deliverable(
                        subject, told.due() == null ? null : told.due().toString()))
                : List.of(),
            words,
            new Assertion.Origin(
                article,
                "exchange",
                provider + BETWEEN + receiver,
                told.subject(),
                LanguageGuess.of(told.subject()).lang().tag(),
                told.at(),
                told.address()),
            List.of());
    return Clues.found(assertion, told.inReturn());
  }

  private static Assertion.Party party(String name, int start, String role) {
    return new Assertion.Party(
        new Assertion.Worded(name, start, start + name.length()), null, role);
  }
}
