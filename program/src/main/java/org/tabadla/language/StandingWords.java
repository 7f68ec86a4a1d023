package org.tabadla.language;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// Words to be found in a folded text: those of alphabets where no letter touches them, those of
/// ideographs and of Hangul anywhere.
final class StandingWords {
  private final Map<Character, List<String>> byFirst = new HashMap<>();

  StandingWords(Collection<String> words) {
    words.stream()
        .sorted((a, b) -> b.length() - a.length())
        .forEach(word -> byFirst.computeIfAbsent(word.charAt(0), _ -> new ArrayList<>()).add(word));
  }

  /// @return the first of the words that the text has, the longest of those that begin there; null
  ///   when it has none
  @Nullable String find(String text) {
    for (int i = 0; i < text.length(); i++) {
      List<String> words = byFirst.get(text.charAt(i));
      if (words != null) {
        for (String word : words) {
          if (text.startsWith(word, i) && (isAnywhere(word) || standsAlone(text, i, word))) {
            return word;
          }
        }
      }
    }
    return null;
  }

  private static boolean standsAlone(String text, int at, String word) {
    int end = at + word.length();
    return (at == 0 || !isLetter(text.codePointBefore(at)))
        && (end == text.length() || !isLetter(text.codePointAt(end)));
  }

  /// Letters and the marks on them.
  private static boolean isLetter(int c) {
    int type = Character.getType(c);
    return Character.isLetter(c)
        || type == Character.NON_SPACING_MARK
        || type == Character.COMBINING_SPACING_MARK
        || type == Character.ENCLOSING_MARK;
  }

  static boolean isAnywhere(String word) {
    return word.codePoints()
        .anyMatch(c ->
            Character.isIdeographic(c)
                || Character.UnicodeScript.of(c) == Character.UnicodeScript.HANGUL);
  }
}
