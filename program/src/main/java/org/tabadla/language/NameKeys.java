package org.tabadla.language;

import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.tabadla.model.Lang;

/// A text cut into keys that names and table words are looked up by, in one pass: folded words, and
/// Chinese and Japanese characters one by one.
///
/// What a word folds to is remembered for the words seen lately, since a news language uses some
/// ten thousand again and again.
final class NameKeys {
  /// A word as written and the keys it is known by.
  ///
  /// @param plain folded
  /// @param name folded, without the endings that names take; see {@link Endings}
  /// @param word folded, without the endings that any word takes
  /// @param bare what it may be without the particles written onto its head; mostly nothing
  /// @param upper whether it begins with a capital or has no case
  /// @param caps whether it has no small letter
  /// @param single whether it is a character that is a key by itself
  record Key(
      String surface,
      String lang,
      String plain,
      String name,
      String word,
      List<String> bare,
      boolean upper,
      boolean caps,
      boolean single) {}

  private static final int LONGEST_WORD_CHARS = 40;
  private static final int FIRST_ROOM = 64;
  private static final int PRIME = 31;
  private static final char LAST_UNSPACED_BEFORE = '\u2E80';
  private static final @Nullable Key[] LATELY = new Key[1 << 16];

  private final String text;
  private Key[] keys = new Key[FIRST_ROOM];
  private int[] starts = new int[FIRST_ROOM];
  private int size;

  private NameKeys(String text) {
    this.text = text;
  }

  static NameKeys of(String text, Lang lang) {
    var out = new NameKeys(text);
    String tag = lang.primary();
    int i = 0;
    while (i < text.length()) {
      char c = text.charAt(i);
      if (!isPart(c)) {
        i++;
        continue;
      }
      int end = isSingle(c) ? i + 1 : wordEnd(text, i + 1);
      if (end - i <= LONGEST_WORD_CHARS) {
        out.add(key(text, i, end, tag), i);
      }
      i = end;
    }
    return out;
  }

  private static int wordEnd(String text, int from) {
    int end = from;
    while (end < text.length() && isPart(text.charAt(end)) && !isSingle(text.charAt(end))) {
      end++;
    }
    return end;
  }

  private void add(Key key, int start) {
    if (size == keys.length) {
      keys = Arrays.copyOf(keys, size * 2);
      starts = Arrays.copyOf(starts, size * 2);
    }
    keys[size] = key;
    starts[size++] = start;
  }

  int size() {
    return size;
  }

  Key key(int i) {
    return keys[i];
  }

  int start(int i) {
    return starts[i];
  }

  int end(int i) {
    return starts[i] + keys[i].surface().length();
  }

  String text() {
    return text;
  }

  /// Threads may race for a slot: each finds a whole key or none.
  private static Key key(String text, int start, int end, String lang) {
    int hash = lang.hashCode();
    for (int i = start; i < end; i++) {
      hash = hash * PRIME + text.charAt(i);
    }
    int slot = (hash ^ (hash >>> 15)) & (LATELY.length - 1);
    Key known = LATELY[slot];
    if (known != null
        && known.surface.length() == end - start
        && known.lang.equals(lang)
        && text.startsWith(known.surface, start)) {
      return known;
    }
    Key made = make(text.substring(start, end), lang);
    LATELY[slot] = made;
    return made;
  }

  private static Key make(String word, String lang) {
    boolean upper = !Character.isLowerCase(word.charAt(0));
    if (isSingle(word.charAt(0))) {
      return new Key(word, lang, word, word, word, List.of(), upper, true, true);
    }
    boolean caps = word.chars().noneMatch(Character::isLowerCase);
    String plain = fold(word);
    Endings endings = Endings.of(lang);
    String name = endings.ofName(plain);
    List<String> bare = endings.withoutHead(plain);
    return new Key(word, lang, plain, name, endings.ofWord(plain), bare, upper, caps, false);
  }

  /// One key for a word of whatever language: all that is in Arabic script goes by the rules of
  /// Urdu, so that كابل and کابل meet; Gurmukhi and its sisters by the letters of Devanagari.
  static String fold(String word) {
    for (int i = 0; i < word.length(); i++) {
      char c = word.charAt(i);
      if (c >= '\u0600' && (c <= '\u08FF' || c >= '\uFB50')) {
        return carriers(Letters.fold(word, Lang.UR));
      }
      if (IndicLetters.isSister(c)) {
        return Letters.fold(IndicLetters.asDevanagari(word), Lang.UND);
      }
    }
    return Letters.fold(word, Lang.UND);
  }

  /// Arabic and Persian write a hamza or leave it out; the feminine ending is a plain he elsewhere.
  private static String carriers(String folded) {
    var out = new StringBuilder(folded.length());
    for (int i = 0; i < folded.length(); i++) {
      char c = folded.charAt(i);
      out.append(
          switch (c) {
            case '\u0622', '\u0623', '\u0625', '\u0671' -> '\u0627';
            case '\u0624' -> '\u0648';
            case '\u0626', '\u0649', '\u064A' -> '\u06CC';
            case '\u0629', '\u06C3', '\u06C2', '\u0647', '\u06D5' -> '\u06C1';
            case '\u0643' -> '\u06A9';
            default -> c;
          });
    }
    return out.toString();
  }

  /// Chinese and Japanese characters stand alone.
  static boolean isSingle(char c) {
    return c >= LAST_UNSPACED_BEFORE
        && (Character.isIdeographic(c)
            || Character.UnicodeScript.of(c) == Character.UnicodeScript.HIRAGANA
            || Character.UnicodeScript.of(c) == Character.UnicodeScript.KATAKANA);
  }

  private static boolean isPart(char c) {
    if (c < 0x80) {
      return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9');
    }
    int type = Character.getType(c);
    return Character.isLetterOrDigit(c)
        || type == Character.NON_SPACING_MARK
        || type == Character.COMBINING_SPACING_MARK;
  }
}
