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
    private static final int HASH_BITS = 14;
    private static final Map<String, Integer> WORDS = new HashMap<>();

    /// Where the hashes of words fall: of other words, one in thirty falls there too.
    private static final boolean[] HASHES = new boolean[1 << HASH_BITS];

    static {
      for (String row : CharsetLabels.rows("page-words.tsv")) {
        int tab = row.indexOf('\t');
        int kind = kind(row.substring(0, tab));
        for (String word : row.substring(tab + 1).split(" ", -1)) {
          WORDS.merge(word, kind, (a, b) -> a | b);
          HASHES[place(word.hashCode())] = true;
        }
      }
    }

    static boolean mayHave(int hash) {
      return HASHES[place(hash)];
    }

    static int of(String word) {
      return WORDS.getOrDefault(word.toLowerCase(Locale.ROOT), 0);
    }

    private static int place(int hash) {
      return (hash * 0x9E3779B1) >>> (Integer.SIZE - HASH_BITS);
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

  /// A word is cut out only where its hash is one of the table's: few class names say anything.
  private static int read(String names) {
    int kinds = 0;
    int size = Math.min(names.length(), NAME_MAX_CHARS);
    var word = new Span(0);
    Span before = null;
    for (int i = 0; i <= size; i++) {
      char c = i < size ? names.charAt(i) : ' ';
      boolean letter = Character.isLetter(c);
      boolean hump =
          letter
              && i > word.start
              && Character.isUpperCase(c)
              && Character.isLowerCase(names.charAt(i - 1));
      if (letter && !hump) {
        word.add(c);
        continue;
      }
      kinds |= word.kinds(names) | (before == null ? 0 : word.kindsAfter(before, names));
      before = Character.isWhitespace(c) ? null : word;
      word = new Span(hump ? i : i + 1);
      if (hump) {
        word.add(c);
      }
    }
    return kinds;
  }

  /// A word within names, and the hash that it has in lower case.
  private static final class Span {
    private final int start;
    private int end;
    private int hash;

    /// 31 for each letter, as in {@link String#hashCode}.
    private int power = 1;

    Span(int start) {
      this.start = start;
      this.end = start;
    }

    void add(char letter) {
      end++;
      hash = 31 * hash + Signs.lower(letter);
      power *= 31;
    }

    int kinds(String names) {
      return Table.mayHave(hash) ? Table.of(names.substring(start, end)) : 0;
    }

    /// @return the kinds of this word written together with the one before
    int kindsAfter(Span before, String names) {
      if (!Table.mayHave(before.hash * power + hash)) {
        return 0;
      }
      String first = names.substring(before.start, before.end);
      return Table.of(first + names.substring(start, end));
    }
  }
}
