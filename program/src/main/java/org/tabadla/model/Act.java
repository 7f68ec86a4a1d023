package org.tabadla.model;

import java.util.List;
import org.jspecify.annotations.Nullable;

/// What an article says that parties did about a commitment: agreed, signed, denied it. Each value
/// stands as the article words it, with the span of those words in {@link Article#text()}.
///
/// @param instrument the paper: «مفاہمتی یادداشت», "grant agreement"
/// @param parties those that the text names; «and others» adds none
/// @param others the words that say that more than those named took part, «سمیت دیگر ممالک»; null
///   where none do
/// @param count how many papers or projects
/// @param amounts money, each with what it is of
/// @param date `YYYY-MM-DD`, of the act and not of the article
/// @param sectors what it is about, in a closed vocabulary
/// @param deliverables what is to come of it
/// @param span the sentence it rests on
/// @param rule the rule that read it: label and words of the lexicon
public record Act(
    Kind act,
    @Nullable Worded instrument,
    List<Party> parties,
    @Nullable Worded others,
    @Nullable Valued count,
    List<Amount> amounts,
    List<Sector> sectors,
    @Nullable Worded place,
    @Nullable Valued date,
    List<Deliverable> deliverables,
    Span span,
    String rule) {
  public Act {
    parties = List.copyOf(parties);
    amounts = List.copyOf(amounts);
    sectors = List.copyOf(sectors);
    deliverables = List.copyOf(deliverables);
  }

  /// @return the same act by others
  public Act withParties(List<Party> acting) {
    return new Act(
        act,
        instrument,
        acting,
        others,
        count,
        amounts,
        sectors,
        place,
        date,
        deliverables,
        span,
        rule);
  }

  /// @return whether the text leaves nobody out, as far as it says
  public boolean isPartiesComplete() {
    return others == null;
  }

  /// The states of a commitment, in no order of worth; {@link #strength()} orders the claims.
  public enum Kind {
    ANNOUNCED("announced", 2),
    PROPOSED("proposed", 1),
    DISCUSSED("discussed", 0),
    AGREED("agreed", 3),
    SIGNED("signed", 4),
    IN_FORCE("in-force", 5),
    DELIVERING("delivering", 6),
    DELIVERED("delivered", 7),
    LAPSED("lapsed", 0),
    CANCELLED("cancelled", 0),
    DENIED("denied", 0);

    private final String word;
    private final int strength;

    Kind(String word, int strength) {
      this.word = word;
      this.strength = strength;
    }

    /// @return as the `pipe` contract writes it
    public String word() {
      return word;
    }

    /// @return how much is claimed: to take *agreed* for *signed* is to claim too much
    public int strength() {
      return strength;
    }
  }

  /// Words of the text.
  public record Worded(String words, Span span) {}

  /// A value and the words it was read from.
  public record Valued(String value, String words, Span span) {}

  /// Who acts.
  ///
  /// @param concept a language-free id such as `country:PK`, or null
  /// @param role what the act makes of them: party, denier, announcer, proposer, provider,
  ///   recipient, lender, donor, borrower, contractor, client
  public record Party(String name, @Nullable String concept, String role, Span span) {
    /// @return the same party in another role
    public Party withRole(String other) {
      return new Party(name, concept, other, span);
    }
  }

  /// A field of work.
  ///
  /// @param code language-free, `sector:energy` as in the table of sectors
  public record Sector(String code, String words, Span span) {}

  /// What is to be delivered.
  ///
  /// @param due by when, `YYYY-MM-DD`, `YYYY-MM` or `YYYY`, with its words; null where none is told
  public record Deliverable(Worded what, @Nullable Valued due) {}

  /// Money and what it is of.
  ///
  /// @param value the plain number, scale words multiplied out
  /// @param currency ISO 4217
  public record Amount(
      String value, String currency, String words, Span span, String of, Span ofSpan) {}
}
