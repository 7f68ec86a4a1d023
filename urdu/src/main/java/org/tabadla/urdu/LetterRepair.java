package org.tabadla.urdu;

import java.util.Arrays;
import org.apache.lucene.analysis.CharArraySet;
import org.jspecify.annotations.Nullable;

/// The first half of both levels: one letter for each letter, medial ے repaired, controls and
/// decoration gone. Keeps account of where each letter came from when it is asked to. Not
/// thread-safe; used again for the next text.
final class LetterRepair {
  /// How many marks may stand between a letter and the hamza or maddah that belongs to it.
  private static final int MOST_MARKS = 16;

  private static final int LONGEST_PART_CHARS = 12;

  private static final class TwoWords {
    static final CharArraySet HEADS = words("head");
    static final CharArraySet TAILS = words("tail");
    static final CharArraySet AFTER_BE = words("after-be");

    static CharArraySet words(String kind) {
      return new CharArraySet(Rows.words(Rows.of("joined.tsv", 2), kind), false);
    }
  }

  final Chars out = new Chars();
  private int @Nullable [] origins;
  private int tatweels;
  private int tatweelOrigin;

  /// @return whether a text may need {@link #repair}; most need none
  static boolean looksBroken(CharSequence text) {
    short[] flags = LetterTable.FLAGS;
    int n = text.length();
    for (int i = 0; i < n; i++) {
      char c = text.charAt(i);
      if ((flags[c] & LetterTable.LOOK) != 0
          && (c != UrduLetters.YEH_BARREE || (i + 1 < n && isWord(text.charAt(i + 1))))) {
        return true;
      }
    }
    return false;
  }

  static boolean looksBroken(char[] text, int start, int end) {
    short[] flags = LetterTable.FLAGS;
    for (int i = start; i < end; i++) {
      char c = text[i];
      if ((flags[c] & LetterTable.LOOK) != 0
          && (c != UrduLetters.YEH_BARREE || (i + 1 < end && isWord(text[i + 1])))) {
        return true;
      }
    }
    return false;
  }

  /// From now on remembers for each letter that comes out where it came from.
  LetterRepair keepOrigins() {
    origins = new int[out.array.length];
    return this;
  }

  /// @return the index in the text of what letter `i` of {@link #out} was made from; of the further
  ///   letters that one sign became, that after the sign
  int origin(int i) {
    return origins == null ? i : origins[i];
  }

  /// Repairs a text into {@link #out}.
  void repair(char[] text, int start, int end) {
    out.clear();
    tatweels = 0;
    short[] flags = LetterTable.FLAGS;
    for (int i = start; i < end; i++) {
      char c = text[i];
      if ((flags[c] & LetterTable.LOOK) == 0) {
        add(c, i);
      } else if (c == UrduLetters.TATWEEL) {
        tatweelOrigin = tatweels++ == 0 ? i : tatweelOrigin;
      } else if ((flags[c] & LetterTable.MANY_SHOWN) != 0) {
        String several = LetterTable.several(LetterTable.SHOWN[c]);
        for (int k = 0; k < several.length(); k++) {
          add(several.charAt(k), k == 0 ? i : i + 1);
        }
      } else if (LetterTable.SHOWN[c] != 0) {
        add(LetterTable.SHOWN[c], i);
      }
    }
    if (tatweels > 0) {
      decoration('\0');
    }
    repairYehs();
  }

  private void add(char c, int origin) {
    if (tatweels > 0) {
      decoration(c);
    }
    boolean joins = c == UrduLetters.HAMZA_ABOVE || c == UrduLetters.MADDAH;
    if (joins && joined(c)) {
      return;
    }
    put(c, origin);
  }

  private void put(char c, int origin) {
    out.append(c);
    if (origins != null) {
      if (origins.length < out.array.length) {
        origins = Arrays.copyOf(origins, out.array.length);
      }
      origins[out.length - 1] = origin;
    }
  }

  /// Decoration inside a word or at its edge is dropped; a line drawn with it is left.
  private void decoration(char next) {
    boolean drawn = !isWord(out.last()) && !isWord(next);
    for (int i = 0; i < tatweels && drawn; i++) {
      put(UrduLetters.TATWEEL, tatweelOrigin + i);
    }
    tatweels = 0;
  }

  /// A hamza or maddah makes one letter with the letter before it, other marks or none between.
  private boolean joined(char mark) {
    int at = out.length - 1;
    while (at >= 0 && out.length - at <= MOST_MARKS && isMark(out.array[at])) {
      at--;
    }
    if (at < 0) {
      return false;
    }
    char one = LetterTable.pair(out.array[at], mark);
    if (one != 0) {
      out.array[at] = one;
    }
    return one != 0;
  }

  /// A ے that a letter follows means ی, unless two words were written together.
  private void repairYehs() {
    char[] text = out.array;
    int last = out.length - 1;
    for (int i = 0; i < last; i++) {
      if (text[i] == UrduLetters.YEH_BARREE && goesOn(out, i) && !isTwoWords(i)) {
        text[i] = UrduLetters.YEH;
      }
    }
  }

  /// @return whether a letter follows, marks or none between
  static boolean goesOn(Chars text, int at) {
    for (int i = at + 1; i < text.length && i - at <= MOST_MARKS; i++) {
      char c = text.array[i];
      if (!isMark(c)) {
        return LetterTable.is(c, LetterTable.ARABIC) && c != UrduLetters.HAMZA;
      }
    }
    return false;
  }

  private boolean isTwoWords(int at) {
    char[] text = out.array;
    int start = at;
    while (start > 0 && at - start <= LONGEST_PART_CHARS && isWord(text[start - 1])) {
      start--;
    }
    int end = at + 1;
    while (end < out.length && end - at <= LONGEST_PART_CHARS && isWord(text[end])) {
      end++;
    }
    int headChars = at + 1 - start;
    int tailChars = end - at - 1;
    boolean isBe = headChars == 2 && text[start] == UrduLetters.BEH;
    return isBe
        ? TwoWords.AFTER_BE.contains(text, at + 1, tailChars)
        : TwoWords.HEADS.contains(text, start, headChars)
            && TwoWords.TAILS.contains(text, at + 1, tailChars);
  }

  private static boolean isMark(char c) {
    return LetterTable.is(c, LetterTable.DROPPED) && c != UrduLetters.TATWEEL;
  }

  private static boolean isWord(char c) {
    return LetterTable.is(c, LetterTable.ARABIC) || isMark(c);
  }
}
