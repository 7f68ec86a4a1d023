package org.tabadla.exchange.matching;

import java.util.List;
import org.tabadla.exchange.market.ListingId;

/// An offer and a request that meet. Nothing is agreed by it.
///
/// @param score 0 to 1; ranks, and means nothing by itself
/// @param why never empty
/// @param missing what the two would still have to clear up
public record Match(
    ListingId offer, ListingId request, double score, List<Why> why, List<Missing> missing) {
  public Match {
    why = List.copyOf(why);
    missing = List.copyOf(missing);
  }

  /// One thing that both say.
  ///
  /// @param detail the word, subject or name as it was found
  public record Why(Ground ground, String detail) {}

  /// What a likeness rests on.
  public enum Ground {
    SAME_KIND,
    NEAR_KIND,
    NAME,
    SUBJECT,
    TOPIC,
    WORD,
    LANGUAGE,
    LIKENESS
  }

  /// What is not said, or not enough.
  public enum Missing {
    LANGUAGE_UNSAID,
    DATE_UNSAID,
    TERMS_UNSAID,
    MEDIUM_UNSAID,
    FEWER,
    NOT_READY,
    NEWS_ONLY,
    SHORT_TERM,
    PAYMENT
  }

  /// What keeps an offer and a request apart, however alike they are.
  public enum Gate {
    OWN,
    CLOSED,
    AUDIENCE,
    KIND,
    MEDIUM,
    LANGUAGE,
    TERRITORY,
    DATES
  }
}
