package org.tabadla.read;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/// What a date is the date of, by the words beside it: «Published …», «Updated …», «Joined …».
final class DateWords {
  /// What the words say.
  enum Kind {
    PUBLISHED,
    UPDATED,
    OTHER,
    UNSAID
  }

  /// One date's worth of a line: the words from a label to the next one.
  record Part(Kind kind, String text) {}

  private static final class Table {
    static final Map<String, Kind> KINDS = new HashMap<>();
    static final Phrases LABELS;

    static {
      put("published", Kind.PUBLISHED);
      put("updated", Kind.UPDATED);
      put("other", Kind.OTHER);
      LABELS = new Phrases(KINDS.keySet());
    }

    private static void put(String kind, Kind meaning) {
      Phrases.rows("date-words.tsv", kind).forEach(word -> KINDS.put(word, meaning));
    }
  }

  private DateWords() {}

  /// @param text a short line
  /// @return its parts, cut before each label; one part when it has none
  static List<Part> parts(String text) {
    String lower = Phrases.lower(text);
    Phrases.Hit hit = Table.LABELS.find(lower, 0);
    if (hit == null) {
      return List.of(new Part(Kind.UNSAID, text));
    }
    List<Part> parts = new ArrayList<>();
    Kind kind = Kind.UNSAID;
    int from = 0;
    for (; hit != null; hit = Table.LABELS.find(lower, from)) {
      if (hit.start() > from) {
        parts.add(new Part(kind, text.substring(from, hit.start())));
      }
      kind = Table.KINDS.getOrDefault(hit.phrase(), Kind.UNSAID);
      from = hit.end();
    }
    parts.add(new Part(kind, text.substring(from)));
    return parts;
  }
}
