package org.tabadla.read;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/// What the first words of a line say about it, by `page-phrases.tsv`.
final class PagePhrases {
  /// Kinds in the order of their bits.
  static final List<String> KINDS =
      List.of("onward", "picture", "rights", "ask", "signed", "dated", "replies", "ad", "note");

  private static final int LOOKED_AT_CHARS = 40;

  private record Phrase(String words, int kind) {}

  private static final class Table {
    /// By the first two characters.
    static final Map<String, List<Phrase>> PHRASES = new HashMap<>();

    static {
      for (String row : CharsetLabels.rows("page-phrases.tsv")) {
        int tab = row.indexOf('\t');
        int kind = 1 << KINDS.indexOf(row.substring(0, tab));
        for (String words : row.substring(tab + 1).split("\\|", -1)) {
          String key = words.substring(0, Math.min(2, words.length()));
          PHRASES.computeIfAbsent(key, _ -> new ArrayList<>()).add(new Phrase(words, kind));
        }
      }
    }
  }

  private PagePhrases() {}

  /// @return the kinds that a line's beginning speaks of, as bits in the order of {@link #KINDS}
  static int kinds(String line) {
    int from = 0;
    int size = Math.min(line.length(), LOOKED_AT_CHARS);
    while (from < size && isOpening(line.charAt(from))) {
      from++;
    }
    if (size - from < 2) {
      return line.startsWith("©") ? kinds("© ") : 0;
    }
    String start = line.substring(from, size).toLowerCase(Locale.ROOT);
    List<Phrase> some = start.length() < 2 ? null : Table.PHRASES.get(start.substring(0, 2));
    int kinds = start.charAt(0) == '©' ? 1 << KINDS.indexOf("rights") : 0;
    if (some != null) {
      for (Phrase phrase : some) {
        kinds |= start.startsWith(phrase.words()) ? phrase.kind() : 0;
      }
    }
    return kinds;
  }

  private static boolean isOpening(char c) {
    return c != '©' && !Character.isLetterOrDigit(c);
  }
}
