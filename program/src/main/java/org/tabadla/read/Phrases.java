package org.tabadla.read;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// A set of words and phrases, found in a text in one pass however many they are: at the start of
/// words, and of ideographs anywhere.
final class Phrases {
  /// Where a phrase stands.
  record Hit(int start, int end, String phrase) {}

  private final Map<String, List<String>> byWord = new HashMap<>();
  private final Map<Character, List<String>> bySign = new HashMap<>();

  /// @param phrases in lower case
  Phrases(Collection<String> phrases) {
    phrases.stream().sorted((a, b) -> b.length() - a.length()).forEach(this::add);
  }

  /// @param kind the first column of a table of this room; the second holds phrases parted by `|`
  static List<String> rows(String table, String kind) {
    return CharsetLabels.rows(table).stream()
        .filter(row -> row.startsWith(kind + "\t"))
        .flatMap(row -> List.of(row.substring(kind.length() + 1).split("\\|", -1)).stream())
        .toList();
  }

  private void add(String phrase) {
    if (isWord(phrase.charAt(0))) {
      String first = phrase.substring(0, wordEnd(phrase, 0));
      byWord.computeIfAbsent(first, _ -> new ArrayList<>()).add(phrase);
    } else {
      bySign.computeIfAbsent(phrase.charAt(0), _ -> new ArrayList<>()).add(phrase);
    }
  }

  /// Lower case letter by letter: as long as the text.
  static String lower(String text) {
    for (int i = 0; i < text.length(); i++) {
      if (Character.isUpperCase(text.charAt(i))) {
        var out = new StringBuilder(text.length());
        for (int j = 0; j < text.length(); j++) {
          out.append(Character.toLowerCase(text.charAt(j)));
        }
        return out.toString();
      }
    }
    return text;
  }

  /// @param lower as {@link #lower} gives it
  /// @return the first phrase at or after `from`, the longest of those that begin there
  @Nullable Hit find(String lower, int from) {
    boolean inWord = from > 0 && isWord(lower.charAt(from - 1));
    for (int i = from; i < lower.length(); i++) {
      boolean word = isWord(lower.charAt(i));
      if (!word || !inWord) {
        Hit hit = at(lower, i);
        if (hit != null) {
          return hit;
        }
      }
      inWord = word;
    }
    return null;
  }

  /// @return the longest phrase that begins at a place where a word may begin, or null
  @Nullable Hit at(String lower, int start) {
    char c = lower.charAt(start);
    if (!isWord(c)) {
      return bySign.isEmpty() ? null : longest(bySign.get(c), lower, start);
    }
    return longest(byWord.get(lower.substring(start, wordEnd(lower, start))), lower, start);
  }

  private static @Nullable Hit longest(@Nullable List<String> phrases, String lower, int start) {
    if (phrases != null) {
      for (String phrase : phrases) {
        int end = start + phrase.length();
        boolean open = isWord(phrase.charAt(phrase.length() - 1));
        if (lower.startsWith(phrase, start)
            && !(open && end < lower.length() && isWord(lower.charAt(end)))) {
          return new Hit(start, end, phrase);
        }
      }
    }
    return null;
  }

  private static int wordEnd(String text, int start) {
    int end = start + 1;
    while (end < text.length() && isWord(text.charAt(end))) {
      end++;
    }
    return end;
  }

  /// Letters and marks of scripts that part words.
  private static boolean isWord(char c) {
    if (c < 0x80) {
      return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
    }
    return Line.unit(c) <= 1
        && (Character.isLetter(c)
            || Character.getType(c) == Character.NON_SPACING_MARK
            || Character.getType(c) == Character.COMBINING_SPACING_MARK);
  }
}
