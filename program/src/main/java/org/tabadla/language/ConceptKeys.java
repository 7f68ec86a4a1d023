package org.tabadla.language;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/// Cuts names and texts into the same keys: folded words, single Chinese characters, and Russian
/// and Kazakh words without their endings.
final class ConceptKeys {
  /// @param start index in the text that was given
  /// @param upper whether it begins with a capital or has no case
  /// @param caps whether all its letters are capitals
  record Key(String key, int start, int end, boolean upper, boolean caps) {}

  private static final int SHORTEST_STEM_CHARS = 4;
  private static final int LONGEST_WORD_CHARS = 40;

  /// As folded, where й is и.
  private static final Pattern ENDING =
      Pattern.compile(
          "(?:ами|ями|ого|ому|ыми|ның|нің|дың|дің|тың|тің|мен|бен|пен|ға|ге|қа|ке|да|де|та|те|ов|ев|ои"
              + "|еи|ом|ем|ах|ях|ам|ям|ую|ая|ии|ию|ия|а|я|у|ю|е|и|ы|о|ь)$");

  private ConceptKeys() {}

  static List<Key> of(String text) {
    List<Key> out = new ArrayList<>();
    int i = 0;
    while (i < text.length()) {
      char c = text.charAt(i);
      if (!isPart(c)) {
        i++;
        continue;
      }
      int end = i + 1;
      if (!isSingle(c)) {
        while (end < text.length() && isPart(text.charAt(end)) && !isSingle(text.charAt(end))) {
          end++;
        }
      }
      if (end - i <= LONGEST_WORD_CHARS) {
        out.add(key(text, i, end));
      }
      i = end;
    }
    return out;
  }

  private static Key key(String text, int start, int end) {
    String word = text.substring(start, end);
    boolean upper = !Character.isLowerCase(word.charAt(0));
    boolean caps = word.chars().noneMatch(Character::isLowerCase);
    String folded = isSingle(word.charAt(0)) ? word : stem(DateFold.fold(word));
    return new Key(folded, start, end, upper, caps);
  }

  private static String stem(String folded) {
    char c = folded.isEmpty() ? 'a' : folded.charAt(0);
    if (c < '\u0400' || c > '\u052F' || folded.length() <= SHORTEST_STEM_CHARS) {
      return folded;
    }
    var m = ENDING.matcher(folded);
    return m.find() && m.start() >= SHORTEST_STEM_CHARS - 1
        ? folded.substring(0, m.start())
        : folded;
  }

  /// Chinese and Japanese characters stand alone.
  static boolean isSingle(char c) {
    return c >= '\u2E80'
        && (Character.isIdeographic(c)
            || Character.UnicodeScript.of(c) == Character.UnicodeScript.HIRAGANA
            || Character.UnicodeScript.of(c) == Character.UnicodeScript.KATAKANA);
  }

  private static boolean isPart(char c) {
    int type = Character.getType(c);
    return Character.isLetterOrDigit(c)
        || type == Character.NON_SPACING_MARK
        || type == Character.COMBINING_SPACING_MARK;
  }
}
