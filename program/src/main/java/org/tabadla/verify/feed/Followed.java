package org.tabadla.verify.feed;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// A feed of another desk that is followed.
///
/// @param etag and `lastModified` of its last answer
/// @param due when it is asked next
/// @param failures how often it has failed since it last answered
/// @param trouble what was wrong with the last answer, in lines with the value seen and the remedy
/// @param shows how many reviews it showed last
public record Followed(
    String url,
    @Nullable String etag,
    @Nullable String lastModified,
    Instant due,
    int failures,
    List<String> trouble,
    int shows) {
  public Followed {
    trouble = List.copyOf(trouble);
  }

  Followed asked(Instant next, int failed, List<String> lines) {
    return new Followed(url, etag, lastModified, next, failed, lines, shows);
  }
}
