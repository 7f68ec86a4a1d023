package org.tabadla.flow;

import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.tabadla.address.Address;
import org.tabadla.collect.Archived;
import org.tabadla.flow.Road.Prepared;
import org.tabadla.model.ArticleId;
import org.tabadla.model.FeedId;
import org.tabadla.model.SourceId;
import org.tabadla.store.Store.Outcome;
import org.tabadla.store.Store.VisitRow;

/// Where a page comes from, as the archive keeps it beside the bytes, so that the page can set out
/// again, and as the records keep it of each visit.
final class Arrivals {
  private Arrivals() {}

  static Map<String, String> notes(Arrival arrival) {
    var notes = new HashMap<String, String>();
    notes.put(Road.NOTE_ADDRESS, arrival.address());
    notes.put(Road.NOTE_SOURCE, arrival.source().value());
    if (arrival.feed() != null) {
      notes.put(Road.NOTE_FEED, arrival.feed().value());
    }
    if (arrival.told() != null && arrival.told().published() != null) {
      notes.put(Road.NOTE_PUBLISHED, arrival.told().published().toString());
    }
    return notes;
  }

  /// @return null for what is no page, such as a feed's own bytes
  static @Nullable Arrival of(Archived.Kept kept) {
    String address = kept.notes().get(Road.NOTE_ADDRESS);
    String source = kept.notes().get(Road.NOTE_SOURCE);
    String feed = kept.notes().get(Road.NOTE_FEED);
    String published = kept.notes().get(Road.NOTE_PUBLISHED);
    return address == null || source == null
        ? null
        : new Arrival(
            kept.page(),
            address,
            new SourceId(source),
            feed == null ? null : new FeedId(feed),
            published == null ? null : new Told(null, null, Instant.parse(published)),
            kept.record());
  }

  /// @return the outlet that the page's own address names, where it has one
  static SourceId source(Arrival arrival) {
    String url = arrival.page().url();
    String host = url == null ? null : Address.authority(url);
    return host == null || host.isEmpty() ? arrival.source() : SourceId.ofHost(host);
  }

  static VisitRow visit(
      Prepared prepared,
      SourceId source,
      String record,
      Outcome outcome,
      String detail,
      @Nullable ArticleId article) {
    Arrival arrival = prepared.arrival();
    return new VisitRow(
        arrival.address(),
        source,
        arrival.feed(),
        arrival.page().fetched(),
        prepared.hash(),
        record,
        outcome,
        detail,
        article,
        arrival.told() == null ? null : arrival.told().digest());
  }
}
