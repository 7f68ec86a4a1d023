package org.tabadla.verify.feed;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// A feed of another desk that is followed.
///
/// @param etag and `lastModified` of its last answer
/// @param due when it is asked next
/// @param failures how often it has failed since it last answered
/// @param trouble what was wrong with the last answer, in lines with the value seen and the remedy
/// @param shown the reviews that it showed last, by their key
public record Followed(
    String url,
    @Nullable String etag,
    @Nullable String lastModified,
    Instant due,
    int failures,
    List<String> trouble,
    Map<String, Shown> shown) {
  public Followed {
    trouble = List.copyOf(trouble);
    shown = Map.copyOf(shown);
  }

  /// A review that the feed showed.
  ///
  /// @param published null where the feed did not say
  /// @param finding what it said there; null for what was seen before this was kept
  public record Shown(
      String claim, String review, @Nullable Instant published, @Nullable String finding) {
    Shown saying(String now) {
      return new Shown(claim, review, published, now);
    }
  }

  Followed asked(Instant next, int failed, List<String> lines) {
    return new Followed(url, etag, lastModified, next, failed, lines, shown);
  }
}
