package org.tabadla.urdu;

import org.apache.lucene.analysis.CharArrayMap;
import org.jspecify.annotations.Nullable;

/// The second half of searching's level: what {@link LetterRepair} left apart and searching takes
/// for the same. Not thread-safe; used again for the next text.
final class SearchFold {
  private static final class Spellings {
    static final CharArrayMap<char[]> OTHER = new CharArrayMap<>(256, false);
    static final WordGate GATE = new WordGate();

    static {
      for (String[] row : Rows.of("spellings.tsv", 2)) {
        String word = ending(row[0]);
        OTHER.put(word, ending(row[1]).toCharArray());
        GATE.add(word);
      }
    }

    static char @Nullable [] other(char[] text, int start, int length) {
      return GATE.mayHave(text, start, length) ? OTHER.get(text, start, length) : null;
    }

    private static String ending(String word) {
      var chars = new Chars();
      chars.append(word);
      foldEnding(chars, 0);
      return chars.toString();
    }
  }

  private final LetterRepair repair = new LetterRepair();
  private final Chars letters = new Chars();
  private final Chars words = new Chars();

  /// Tells whether a word is one that folding leaves alone, as most are.
  static boolean isFolded(char[] word, int length) {
    short[] flags = LetterTable.FLAGS;
    int last = length - 1;
    for (int i = 0; i < last; i++) {
      if ((flags[word[i]] & LetterTable.PLAIN) == 0) {
        return false;
      }
    }
    if (length == 0) {
      return false;
    }
    boolean barree = word[last] == UrduLetters.YEH_BARREE;
    boolean plain =
        barree ? last == 0 || !isYeh(word[last - 1]) : (flags[word[last]] & LetterTable.PLAIN) != 0;
    return plain && Spellings.other(word, 0, length) == null;
  }

  /// @return the folded text, good until the next call
  Chars fold(char[] text, int start, int end) {
    if (LetterRepair.looksBroken(text, start, end)) {
      repair.repair(text, start, end);
      mapLetters(repair.out.array, 0, repair.out.length);
    } else {
      mapLetters(text, start, end);
    }
    foldWords();
    return plainNumbers(words);
  }

  /// A yeh barree that was left before a letter ends a word of its own.
  private void mapLetters(char[] text, int start, int end) {
    letters.clear();
    boolean parted = false;
    for (int i = start; i < end; i++) {
      char c = text[i];
      parted = map(c, parted);
      parted |= c == UrduLetters.YEH_BARREE || c == UrduLetters.YEH_BARREE_HAMZA;
    }
  }

  /// @param parted whether a letter that comes now begins a new word
  private boolean map(char c, boolean parted) {
    short flags = LetterTable.FLAGS[c];
    if ((flags & LetterTable.MANY_FOLDED) != 0) {
      boolean sign = c != UrduLetters.YEH_BARREE_HAMZA;
      if ((sign || parted) && LetterTable.is(letters.last(), LetterTable.ARABIC)) {
        letters.append(' ');
      }
      letters.append(LetterTable.several(LetterTable.FOLDED[c]));
      return sign;
    }
    char to = LetterTable.FOLDED[c];
    if (to == 0) {
      return parted;
    }
    if (parted && to != UrduLetters.HAMZA && LetterTable.is(to, LetterTable.ARABIC)) {
      letters.append(' ');
    }
    letters.append(to);
    return false;
  }

  /// Words that are written in two ways, endings, and the hamza of years, all where a word ends.
  private void foldWords() {
    words.clear();
    char[] text = letters.array;
    int n = letters.length;
    int i = 0;
    while (i < n) {
      char c = text[i];
      if (!LetterTable.is(c, LetterTable.ARABIC)) {
        words.append(c);
        i++;
        continue;
      }
      int start = i;
      do {
        i++;
      } while (i < n && LetterTable.is(text[i], LetterTable.ARABIC));
      int end = i;
      while (end > start && text[end - 1] == UrduLetters.HAMZA) {
        end--;
      }
      int at = words.length;
      words.append(text, start, end);
      foldEnding(words, at);
      char[] other = Spellings.other(words.array, at, words.length - at);
      if (other != null) {
        words.length = at;
        words.append(other, 0, other.length);
      }
    }
  }

  /// One of «یے», «ئے», «یئے» at a word's end: ئے.
  private static void foldEnding(Chars text, int start) {
    int end = text.length;
    if (end - start < 3 || text.last() != UrduLetters.YEH_BARREE) {
      return;
    }
    int stem = end - 1;
    while (stem > start + 1 && isYeh(text.array[stem - 1])) {
      stem--;
    }
    if (stem < end - 1) {
      text.length = stem;
      text.append(UrduLetters.YEH_HAMZA);
      text.append(UrduLetters.YEH_BARREE);
    }
  }

  private static boolean isYeh(char c) {
    return c == UrduLetters.YEH || c == UrduLetters.YEH_HAMZA;
  }

  /// In place: no thousands signs, a point for the full stop between digits.
  private static Chars plainNumbers(Chars text) {
    char[] chars = text.array;
    int n = text.length;
    int to = 0;
    for (int i = 0; i < n; i++) {
      char c = chars[i];
      boolean starts = isDigit(c) && (i == 0 || !isDigit(chars[i - 1]));
      int end = starts ? PlainNumber.end(chars, i, n) : i;
      if (end > i) {
        to = PlainNumber.copy(chars, i, end, to);
        i = end - 1;
      } else {
        chars[to++] = c;
      }
    }
    text.length = to;
    return text;
  }

  private static boolean isDigit(char c) {
    return c >= '0' && c <= '9';
  }
}
