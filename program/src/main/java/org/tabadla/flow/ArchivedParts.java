package org.tabadla.flow;

import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.tabadla.collect.Archived;
import org.tabadla.read.SeveralPages;

/// Goes through the archive and gives each page its further pages, which were kept before it. Only
/// their places are held, and only until the page comes.
final class ArchivedParts implements Iterator<ArchivedParts.Gathered> {
  /// A visit that was cut off leaves parts whose first page never came.
  private static final int WAITING_MAX = 10_000;

  /// @param parts where the further pages of `record` lie, in order
  record Gathered(Archived record, List<String> parts) {}

  private final Iterator<Archived> records;
  private final Map<String, Map<String, String>> waiting =
      new LinkedHashMap<>() {
        @Override
        protected boolean removeEldestEntry(Map.Entry<String, Map<String, String>> eldest) {
          return size() > WAITING_MAX;
        }
      };

  ArchivedParts(Iterator<Archived> records) {
    this.records = records;
  }

  @Override
  public boolean hasNext() {
    return records.hasNext();
  }

  @Override
  public Gathered next() {
    Archived record = records.next();
    if (!(record instanceof Archived.Kept kept)) {
      return new Gathered(record, List.of());
    }
    String first = kept.notes().get(Road.NOTE_PART);
    if (first != null) {
      Map<String, String> parts = waiting.computeIfAbsent(first, _ -> new LinkedHashMap<>());
      // A visit that was cut off has left its parts; those that came last count.
      String url = String.valueOf(kept.page().url());
      parts.remove(url);
      if (parts.size() < SeveralPages.PAGES_MAX) {
        parts.put(url, kept.record());
      }
      return new Gathered(record, List.of());
    }
    String address = kept.notes().get(Road.NOTE_ADDRESS);
    Map<String, String> parts = address == null ? null : waiting.remove(address);
    return new Gathered(record, parts == null ? List.of() : List.copyOf(parts.values()));
  }
}
