package org.tabadla.link;

import java.lang.Character.UnicodeScript;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.tabadla.language.Letters;
import org.tabadla.language.Stopwords;
import org.tabadla.model.Lang;

/// Cuts a text into the words that linking compares: fast, the same for every spelling, Chinese and
/// other unspaced scripts as overlapping pairs of letters.
final class Terms {
  /// What lies beyond changes no link and would only cost.
  static final int MOST_WORDS = 2_000;

  private static final int MOST_WORD_CHARS = 40;
  private static final int STEM_CHARS = 6;
  private static final char ZWNJ = '\u200C';
  private static final char ZWJ = '\u200D';

  /// A news language uses some ten thousand words again and again; several are read side by side.
  private static final @Nullable Word[] LATELY = new Word[1 << 16];

  private Terms() {}

  /// One word of a text.
  static final class Word {
    private final String lang;
    private final String surface;
    private final String key;
    private final Kind kind;
    private final boolean stop;
    private final long feature;
    private final long hash;
    private @Nullable Sounds sounds;

    private enum Kind {
      WORD,
      NUMBER,
      PAIR
    }

    private Word(String lang, String surface, String key, Kind kind, boolean stop) {
      this.lang = lang;
      this.surface = surface;
      this.key = key;
      this.kind = kind;
      this.stop = stop;
      this.feature = Hash.of(lang, stem());
      this.hash = Hash.of("", key);
    }

    /// @return it as written
    String surface() {
      return surface;
    }

    /// @return it folded; of a number, ASCII digits without grouping
    String key() {
      return key;
    }

    boolean number() {
      return kind == Kind.NUMBER;
    }

    /// @return whether it says nothing alone
    boolean stop() {
      return stop;
    }

    /// @return whether it is two letters of a script without spaces
    boolean paired() {
      return kind == Kind.PAIR;
    }

    /// @return what its forms share in its language, as a hash: see {@link #stem}
    long feature() {
      return feature;
    }

    /// @return of the key alone
    long hash() {
      return hash;
    }

    /// @return what forms of one word share: its first letters, which serves every language alike
    String stem() {
      return kind != Kind.WORD || key.length() <= STEM_CHARS || key.charAt(0) >= '\u0590'
          ? key
          : key.substring(0, STEM_CHARS);
    }

    boolean capital() {
      return Character.isUpperCase(surface.codePointAt(0));
    }

    /// Threads may make the same sounds at once, which does no harm.
    Sounds sounds() {
      Sounds made = sounds;
      if (made == null) {
        made = Sounds.of(surface);
        sounds = made;
      }
      return made;
    }
  }

  /// @return at most {@link #MOST_WORDS} words in order
  static List<Word> of(String text, Lang lang) {
    List<Word> out = new ArrayList<>();
    int i = 0;
    int length = text.length();
    while (i < length && out.size() < MOST_WORDS) {
      int c = text.codePointAt(i);
      if (Character.isDigit(c)) {
        i = number(text, i, lang.primary(), out);
      } else if (isUnspaced(c)) {
        i = pairs(text, i, lang.primary(), out);
      } else if (Character.isLetter(c)) {
        i = word(text, i, lang, out);
      } else {
        i += Character.charCount(c);
      }
    }
    return out;
  }

  private static int number(String text, int start, String lang, List<Word> out) {
    var digits = new StringBuilder();
    int i = start;
    while (i < text.length()) {
      char c = text.charAt(i);
      if (Character.isDigit(c)) {
        digits.append((char) ('0' + Character.digit(c, 10)));
      } else if (isInNumber(c)
          && i + 1 < text.length()
          && Character.isDigit(text.charAt(i + 1))
          && !digits.isEmpty()) {
        if (!isGrouping(text, c, i)) {
          digits.append('.');
        }
      } else {
        break;
      }
      i++;
    }
    if (i == start) {
      return start + Character.charCount(text.codePointAt(start));
    }
    String key = cut(digits.toString());
    out.add(new Word(lang, text.substring(start, i), key, Word.Kind.NUMBER, false));
    return i;
  }

  private static boolean isInNumber(char c) {
    return c == '.' || c == ',' || c == '\u066B' || c == '\u066C';
  }

  /// A comma before exactly three digits groups, and before two when another comma follows as in
  /// 12,34,567; so does the Arabic thousands sign.
  private static boolean isGrouping(String text, char c, int at) {
    if (c == '\u066C') {
      return true;
    }
    int run = 0;
    while (at + 1 + run < text.length() && Character.isDigit(text.charAt(at + 1 + run))) {
      run++;
    }
    int after = at + 1 + run;
    boolean more = after < text.length() && text.charAt(after) == ',';
    return c == ',' && (run == 3 || (run == 2 && more));
  }

  private static int word(String text, int start, Lang lang, List<Word> out) {
    int i = start;
    while (i < text.length()) {
      int c = text.codePointAt(i);
      boolean inside =
          (Character.isLetter(c) && !isUnspaced(c)) || isMark(c) || c == ZWNJ || c == ZWJ;
      if (!inside) {
        break;
      }
      i += Character.charCount(c);
    }
    Word word = folded(text, start, i, lang);
    if (!word.key.isBlank()) {
      out.add(word);
    }
    return i;
  }

  /// Looks the word up among those folded lately. Threads may race for a slot: each finds a whole
  /// entry or none.
  private static Word folded(String text, int start, int end, Lang lang) {
    String tag = lang.primary();
    int hash = tag.hashCode();
    for (int i = start; i < end; i++) {
      hash = hash * 31 + text.charAt(i);
    }
    // Two words may share a slot: the next one is tried, too.
    int slot = (hash ^ (hash >>> 15)) & (LATELY.length - 2);
    Word known = LATELY[slot];
    if (known != null && isThis(known, text, start, end, tag)) {
      return known;
    }
    Word other = LATELY[slot + 1];
    if (other != null && isThis(other, text, start, end, tag)) {
      return other;
    }
    Word made = word(text.substring(start, end), lang);
    if (end - start <= MOST_WORD_CHARS) {
      LATELY[slot + 1] = known;
      LATELY[slot] = made;
    }
    return made;
  }

  private static boolean isThis(Word known, String text, int start, int end, String lang) {
    return known.surface.length() == end - start
        && known.lang.equals(lang)
        && text.startsWith(known.surface, start);
  }

  private static Word word(String surface, Lang lang) {
    String key = cut(Letters.fold(surface, lang));
    boolean stop = key.length() < 2 || Stopwords.contains(key, lang);
    return new Word(lang.primary(), surface, key, Word.Kind.WORD, stop);
  }

  private static int pairs(String text, int start, String lang, List<Word> out) {
    int i = start;
    int before = -1;
    while (i < text.length() && out.size() < MOST_WORDS) {
      int c = text.codePointAt(i);
      if (!isUnspaced(c) && !isMark(c)) {
        break;
      }
      int next = i + Character.charCount(c);
      if (before >= 0) {
        String pair = text.substring(before, next);
        out.add(new Word(lang, pair, pair, Word.Kind.PAIR, false));
      }
      before = i;
      i = next;
    }
    return i;
  }

  private static boolean isMark(int c) {
    int type = Character.getType(c);
    return type == Character.NON_SPACING_MARK || type == Character.COMBINING_SPACING_MARK;
  }

  private static boolean isUnspaced(int c) {
    if (c < 0x0E00) {
      return false;
    }
    if (c >= 0x4E00 && c <= 0x9FFF) {
      return true;
    }
    return switch (UnicodeScript.of(c)) {
      case HAN, HIRAGANA, KATAKANA, THAI, LAO, KHMER, MYANMAR -> true;
      default -> false;
    };
  }

  private static String cut(String key) {
    return key.length() <= MOST_WORD_CHARS ? key : key.substring(0, MOST_WORD_CHARS);
  }
}
