package org.tabadla.flow;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.tabadla.model.FeedId;
import org.tabadla.model.Page;
import org.tabadla.model.SourceId;

/// A page at the start of the road.
///
/// @param address what was asked for: the URL before redirects, or the path of a saved page
/// @param source the outlet, unless the page itself says another
/// @param feed the feed that led here, null when none did
/// @param told what the feed tells of the page, null when no feed does
/// @param record where the bytes lie in the archive already, null when they are still to be kept
/// @param parts the further pages of an article that its outlet spreads over several, in order
public record Arrival(
    Page page,
    String address,
    SourceId source,
    @Nullable FeedId feed,
    @Nullable Told told,
    @Nullable String record,
    List<Page> parts) {
  public Arrival {
    parts = List.copyOf(parts);
  }

  public Arrival(
      Page page,
      String address,
      SourceId source,
      @Nullable FeedId feed,
      @Nullable Told told,
      @Nullable String record) {
    this(page, address, source, feed, told, record, List.of());
  }

  Arrival with(List<Page> further) {
    return new Arrival(page, address, source, feed, told, record, further);
  }

  Arrival keptAt(String place) {
    return new Arrival(page, address, source, feed, told, place, parts);
  }
}
