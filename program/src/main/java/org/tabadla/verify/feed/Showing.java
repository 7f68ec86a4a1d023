package org.tabadla.verify.feed;

import java.util.List;
import java.util.Set;

/// What a feed shows at one visit.
///
/// @param bad what was left out, each in one line with its place, the value seen and the remedy
/// @param unread addresses of reviews that are there and could not be read
/// @param isWhole whether the feed was read to its end
public record Showing(List<Item> items, List<String> bad, Set<String> unread, boolean isWhole) {
  public Showing {
    items = List.copyOf(items);
    bad = List.copyOf(bad);
    unread = Set.copyOf(unread);
  }
}
