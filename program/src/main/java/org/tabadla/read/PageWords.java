package org.tabadla.read;

import java.util.HashMap;
import java.util.Locale;
import java.util.Map;

/// What class names and ids say about a part of a page.
final class PageWords {
  static final int FURNITURE = 1;
  static final int CONTENT = 2;
  static final int DATE = 4;
  static final int AUTHOR = 8;

  /// Says furniture of a small part, and nothing of a large one.
  static final int WEAK = 16;

  /// Furniture by its tag or role, not by a class name.
  static final int SURE = 32;

  /// Furniture however large: comments outgrow articles.
  static final int SIDE = 64;

  /// About other pages, or by other people: comments, related articles.
  static final int ELSEWHERE = 128;

  private static final int NAME_MAX_CHARS = 400;

  private static final class Table {
    static final Map<String, Integer> WORDS = new HashMap<>();

    static {
      for (String row : CharsetLabels.rows("page-words.tsv")) {
        int tab = row.indexOf('\t');
        int kind = kind(row.substring(0, tab));
        for (String word : row.substring(tab + 1).split(" ", -1)) {
          WORDS.merge(word, kind, (a, b) -> a | b);
        }
      }
    }

    private static int kind(String name) {
      return switch (name) {
        case "furniture" -> FURNITURE;
        case "weak" -> WEAK;
        case "side" -> SIDE;
        case "content" -> CONTENT;
        case "date" -> DATE;
        case "author" -> AUTHOR;
        case "elsewhere" -> ELSEWHERE;
        default -> throw new IllegalStateException("page-words.tsv: no kind " + name);
      };
    }
  }

  /// A page repeats its class names: each is cut into words once.
  private final Map<String, Integer> seen = new HashMap<>();

  /// @param names a class attribute or an id
  /// @return the kinds that its words belong to, as bits
  int kinds(String names) {
    if (names.isEmpty()) {
      return 0;
    }
    return seen.computeIfAbsent(names, PageWords::read);
  }

  private static int read(String names) {
    int kinds = 0;
    String before = "";
    int size = Math.min(names.length(), NAME_MAX_CHARS);
    int start = 0;
    for (int i = 0; i <= size; i++) {
      boolean letter = i < size && Character.isLetter(names.charAt(i));
      boolean hump =
          letter
              && i > start
              && Character.isUpperCase(names.charAt(i))
              && Character.isLowerCase(names.charAt(i - 1));
      if (letter && !hump) {
        continue;
      }
      String word = names.substring(start, i).toLowerCase(Locale.ROOT);
      kinds |= of(word) | of(before + word);
      boolean space = i < size && Character.isWhitespace(names.charAt(i));
      before = space ? "" : word;
      start = hump ? i : i + 1;
    }
    return kinds;
  }

  private static int of(String word) {
    return word.isEmpty() ? 0 : Table.WORDS.getOrDefault(word, 0);
  }
}
