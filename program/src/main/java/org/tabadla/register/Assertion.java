package org.tabadla.register;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.tabadla.model.Digest;

/// What one source said on one day about a commitment. Each value stands as the source words it.
///
/// @param id comes from the article, the sentence and the status
/// @param parties those that the source names; «and others» adds none
/// @param others the words by which the source says that there are more, or null
/// @param instrument the paper, as worded
/// @param count how many papers or projects
/// @param amounts money, each with what it is of
/// @param date `YYYY-MM-DD` or less, of the act and not of the article
/// @param deliverables what is to come of it
/// @param sentence the words that it all rests on
/// @param origin who said it, when and where
/// @param clues what it is known again by; see {@link Clues}
public record Assertion(
    String id,
    Status status,
    List<Party> parties,
    @Nullable Worded others,
    @Nullable Worded instrument,
    @Nullable Valued count,
    List<Amount> amounts,
    List<Worded> sectors,
    @Nullable Worded place,
    @Nullable Valued date,
    List<Deliverable> deliverables,
    Worded sentence,
    Origin origin,
    List<String> clues) {
  private static final int MOST_OF_A_KIND = 60;

  public Assertion {
    parties = first(parties);
    amounts = first(amounts);
    sectors = first(sectors);
    deliverables = first(deliverables);
    clues = List.copyOf(clues);
  }

  /// Words of the article's text and where they stand in it, in UTF-16 code units, end exclusive.
  public record Worded(String words, int start, int end) {}

  /// A value and the words that it was read from.
  public record Valued(String value, Worded words) {}

  /// Who acts.
  ///
  /// @param concept a language-free id such as `country:PK`, or null
  /// @param role party, lender, donor, contractor, denier …
  public record Party(Worded name, @Nullable String concept, String role) {}

  /// Money and what it is of.
  ///
  /// @param currency ISO 4217
  /// @param of what it is of, as worded
  public record Amount(BigDecimal value, String currency, String of, Worded words) {}

  /// What was promised.
  ///
  /// @param due `YYYY-MM-DD`, `YYYY-MM` or `YYYY`; null where no source says
  public record Deliverable(Worded what, @Nullable String due) {}

  /// Who said it.
  ///
  /// @param article the article's id in this house
  /// @param source the outlet's key, `name` how it calls itself
  /// @param lang of the article, BCP 47
  /// @param said when the article appeared
  /// @param url of the article, or null
  public record Origin(
      String article,
      String source,
      String name,
      String title,
      String lang,
      Instant said,
      @Nullable String url) {}

  /// @return the id of an assertion
  public static String idOf(String article, Status status, Worded sentence) {
    return "a-" + Digest.brief(article + "\n" + status + "\n" + sentence.words());
  }

  Assertion with(List<String> known) {
    return new Assertion(
        id,
        status,
        parties,
        others,
        instrument,
        count,
        amounts,
        sectors,
        place,
        date,
        deliverables,
        sentence,
        origin,
        known);
  }

  private static <T> List<T> first(List<T> all) {
    return List.copyOf(all.subList(0, Math.min(all.size(), MOST_OF_A_KIND)));
  }
}
