package org.tabadla.register;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// Assertions for tests, out of their parts.
///
/// @param text the article's text; the sentence is all of it
public record Promised(
    String source,
    String lang,
    String said,
    Status status,
    String text,
    List<String> parties,
    @Nullable String count,
    @Nullable String sum,
    @Nullable String due) {
  public static Promised by(String source, String lang, String said, Status status, String text) {
    return new Promised(source, lang, said, status, text, List.of(), null, null, null);
  }

  public Promised between(String... names) {
    return new Promised(source, lang, said, status, text, List.of(names), count, sum, due);
  }

  public Promised counting(String number) {
    return new Promised(source, lang, said, status, text, parties, number, sum, due);
  }

  public Promised of(String dollars) {
    return new Promised(source, lang, said, status, text, parties, count, dollars, due);
  }

  public Promised dueBy(String day) {
    return new Promised(source, lang, said, status, text, parties, count, sum, day);
  }

  /// @return a party as `name` or `name=concept`
  private static Assertion.Party party(String words) {
    String[] parts = words.split("=", 2);
    var name = new Assertion.Worded(parts[0], 0, parts[0].length());
    return new Assertion.Party(name, parts.length > 1 ? parts[1] : null, "party");
  }

  public Assertion made() {
    var sentence = new Assertion.Worded(text, 0, text.length());
    String article = source + "-" + said + "-" + text.hashCode();
    var amounts = new ArrayList<Assertion.Amount>();
    if (sum != null) {
      amounts.add(
          new Assertion.Amount(
              new BigDecimal(sum), "USD", "loan", new Assertion.Worded(sum, 0, 0)));
    }
    var deliverables =
        Stream.ofNullable(due)
            .map(d -> new Assertion.Deliverable(new Assertion.Worded("first batch", 0, 0), d))
            .toList();
    return Clues.found(
        new Assertion(
            Assertion.idOf(article, status, sentence),
            status,
            parties.stream().map(Promised::party).toList(),
            null,
            new Assertion.Worded("agreement", 0, 0),
            count == null ? null : new Assertion.Valued(count, new Assertion.Worded(count, 0, 0)),
            amounts,
            List.of(),
            new Assertion.Worded("Beijing", 0, 0),
            null,
            deliverables,
            sentence,
            new Assertion.Origin(
                article,
                source,
                source,
                text,
                lang,
                Instant.parse(said + "T08:00:00Z"),
                "https://" + source + ".example/" + said),
            List.of()),
        text);
  }
}
