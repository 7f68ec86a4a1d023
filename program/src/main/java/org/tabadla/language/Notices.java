package org.tabadla.language;

import java.util.Locale;
import java.util.Optional;

/// Tells the notes by which outlets say that they changed an article: «تصحیح: …», "Correction: …",
/// «更正：…».
public final class Notices {
  /// A note is short; a paragraph that happens to begin with «اصلاح» is longer.
  private static final int NOTE_MAX_CHARS = 700;

  private static final String OPENERS = "(*[«\"„“”'—–-•● \t";

  private static final String MARKS = ":：-–—(（[.।۔/／])】";

  private Notices() {}

  /// What a note says of the change.
  public enum Kind {
    CORRECTION,
    UPDATE
  }

  private record Row(Kind kind, String words) {}

  private static final class Table {
    static final Row[] ROWS =
        Tables.rows("notices.tsv", 2).stream()
            .map(row -> new Row(Kind.valueOf(row[0].toUpperCase(Locale.ROOT)), row[1]))
            .toArray(Row[]::new);
  }

  /// @param paragraph a paragraph or heading
  /// @return what kind of note it is; empty when it is none
  public static Optional<Kind> of(String paragraph) {
    if (paragraph.length() > NOTE_MAX_CHARS) {
      return Optional.empty();
    }
    int start = 0;
    while (start < paragraph.length() && OPENERS.indexOf(paragraph.charAt(start)) >= 0) {
      start++;
    }
    String text = paragraph.substring(start).toLowerCase(Locale.ROOT);
    for (Row row : Table.ROWS) {
      if (text.startsWith(row.words()) && isNote(text, row.words())) {
        return Optional.of(row.kind());
      }
    }
    return Optional.empty();
  }

  /// One word opens many a sentence; a note has a mark after it, or stands alone.
  private static boolean isNote(String text, String words) {
    boolean sentence = words.indexOf(' ') > 0;
    int at = words.length();
    while (at < text.length() && text.charAt(at) == ' ') {
      at++;
    }
    if (at >= text.length()) {
      return true;
    }
    char next = text.charAt(at);
    boolean apart = at > words.length() || !Character.isLetterOrDigit(next);
    boolean dated = next == ',' && at + 2 < text.length() && Character.isDigit(text.charAt(at + 2));
    return (sentence && apart) || dated || MARKS.indexOf(next) >= 0;
  }
}
