package org.tabadla.urdu;

import java.text.Normalizer;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/// Brings Urdu text to one form: for display, where nothing changes that a reader would see as
/// spelling, and for searching, where spellings of one word meet.
///
/// Letters that have an Urdu life of their own stay apart: ھ and ہ, ں and ن. Thread-safe.
public final class UrduNormalizer {
  private UrduNormalizer() {}

  private static final class Tables {
    static final Map<Character, String> DISPLAY = new HashMap<>();
    static final Map<Character, String> FOLD = new HashMap<>();

    /// Two code points that are one letter: first, then second, then what they are.
    static final Map<String, String> PAIRS = new HashMap<>();

    static final Set<String> HEADS;
    static final Set<String> TAILS;
    static final Set<String> AFTER_BE;
    static final Map<String, String> SPELLINGS = new HashMap<>();

    static {
      for (String[] row : Rows.of("letters.tsv", 4)) {
        String from = characters(row[1]);
        String to = characters(row[2]);
        if (from.length() > 1) {
          PAIRS.put(from, to);
        } else if (row[0].equals("display")) {
          DISPLAY.put(from.charAt(0), to);
        } else {
          FOLD.put(from.charAt(0), to);
        }
      }
      List<String[]> joined = Rows.of("joined.tsv", 2);
      HEADS = Rows.words(joined, "head");
      TAILS = Rows.words(joined, "tail");
      AFTER_BE = Rows.words(joined, "after-be");
      for (String[] row : Rows.of("spellings.tsv", 2)) {
        SPELLINGS.put(row[0], row[1]);
      }
    }

    private static String characters(String hex) {
      var out = new StringBuilder();
      for (String code : hex.split(" ", -1)) {
        if (!code.isEmpty()) {
          out.appendCodePoint(Integer.parseInt(code, 16));
        }
      }
      return out.toString();
    }
  }

  /// One letter for each letter, medial ے repaired, direction controls and decoration removed,
  /// spaces put where a full stop or comma was glued. Idempotent.
  public static String display(CharSequence text) {
    return UrduSpacing.spaced(letters(text));
  }

  /// The form that equal words share: {@link #display}, then ASCII digits without thousands signs,
  /// no marks, no hamza on its carriers, one spelling of known doublets, lower case. Idempotent.
  public static String fold(CharSequence text) {
    String shown = letters(text);
    var out = new StringBuilder(shown.length());
    for (int i = 0; i < shown.length(); i++) {
      char c = shown.charAt(i);
      String to = Tables.FOLD.get(c);
      if (isThousandsSign(shown, i)) {
        continue;
      }
      if (c == UrduLetters.HAMZA) {
        if (i + 1 < shown.length() && UrduLetters.isArabic(shown.charAt(i + 1))) {
          out.append(c);
        }
      } else if (to != null) {
        out.append(to);
      } else if (!isArabicMark(c)) {
        out.append(c);
      }
    }
    String latin = Latin.fold(out);
    return spellings(latin);
  }

  private static boolean isArabicMark(char c) {
    return c >= 0x0610 && c <= 0x06ED && Character.getType(c) == Character.NON_SPACING_MARK;
  }

  private static final class Latin {
    /// Lower case, and no accents on Latin letters.
    static String fold(CharSequence text) {
      String lower = text.toString().toLowerCase(Locale.ROOT);
      if (lower.chars().noneMatch(c -> c >= 0xC0 && c < 0x250)) {
        return lower;
      }
      var out = new StringBuilder();
      String apart = Normalizer.normalize(lower, Normalizer.Form.NFD);
      apart.chars().filter(c -> c < 0x300 || c > 0x36F).forEach(c -> out.append((char) c));
      return Normalizer.normalize(out, Normalizer.Form.NFC);
    }
  }

  /// One letter for each letter, without the repair of spaces.
  static String letters(CharSequence text) {
    String one = single(text);
    return one.indexOf(UrduLetters.YEH_BARREE) < 0 ? one : yehs(one);
  }

  private static String single(CharSequence text) {
    var out = new StringBuilder(text.length() + 16);
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (c < 0xA0) {
        out.append(c);
        continue;
      }
      if (c == UrduLetters.TATWEEL) {
        if (!betweenLetters(text, i)) {
          out.append(c);
        }
        continue;
      }
      String to = Tables.DISPLAY.get(c);
      if (to == null) {
        append(out, c);
      } else {
        for (int k = 0; k < to.length(); k++) {
          append(out, to.charAt(k));
        }
      }
    }
    return out.toString();
  }

  /// Decoration inside a word is dropped; a line drawn with it is left.
  private static boolean betweenLetters(CharSequence text, int i) {
    int before = i;
    int after = i;
    while (before > 0 && text.charAt(before) == UrduLetters.TATWEEL && i - before < 32) {
      before--;
    }
    while (after + 1 < text.length()
        && text.charAt(after) == UrduLetters.TATWEEL
        && after - i < 32) {
      after++;
    }
    return UrduLetters.isArabic(text.charAt(before)) || UrduLetters.isArabic(text.charAt(after));
  }

  private static void append(StringBuilder out, char c) {
    int last = out.length() - 1;
    if (last >= 0 && (c == UrduLetters.HAMZA_ABOVE || c == '\u0653')) {
      String one = Tables.PAIRS.get("" + out.charAt(last) + c);
      if (one != null) {
        out.setLength(last);
        out.append(one);
        return;
      }
    }
    out.append(c);
  }

  /// A ے that a letter follows means ی, unless two words were written together.
  private static String yehs(String text) {
    var out = new StringBuilder(text);
    for (int i = text.indexOf(UrduLetters.YEH_BARREE);
        i >= 0;
        i = text.indexOf(UrduLetters.YEH_BARREE, i + 1)) {
      if (i + 1 < text.length()
          && UrduLetters.isArabic(text.charAt(i + 1))
          && !isTwoWords(text, i)) {
        out.setCharAt(i, UrduLetters.YEH);
      }
    }
    return out.toString();
  }

  private static final int LONGEST_PART_CHARS = 12;

  private static boolean isTwoWords(String text, int at) {
    int start = at;
    while (start > 0 && at - start <= LONGEST_PART_CHARS && isWord(text.charAt(start - 1))) {
      start--;
    }
    int end = at + 1;
    while (end < text.length() && end - at <= LONGEST_PART_CHARS && isWord(text.charAt(end))) {
      end++;
    }
    String head = text.substring(start, at + 1);
    String tail = text.substring(at + 1, end);
    boolean isBe = head.length() == 2 && head.charAt(0) == UrduLetters.BEH;
    return isBe
        ? Tables.AFTER_BE.contains(tail)
        : Tables.HEADS.contains(head) && Tables.TAILS.contains(tail);
  }

  private static boolean isWord(char c) {
    return UrduLetters.isArabic(c) || Character.getType(c) == Character.NON_SPACING_MARK;
  }

  /// A comma of either script or the Arabic thousands sign between groups of digits: 12,500 and
  /// 1,50,000.
  static boolean isThousandsSign(CharSequence text, int i) {
    char c = text.charAt(i);
    if (c != ',' && c != UrduLetters.THOUSANDS && c != UrduLetters.COMMA) {
      return false;
    }
    if (i == 0 || !Character.isDigit(text.charAt(i - 1))) {
      return false;
    }
    int end = i + 1;
    while (end < text.length() && end - i <= 4 && Character.isDigit(text.charAt(end))) {
      end++;
    }
    int digits = end - i - 1;
    return digits == 3 || (digits == 2 && end < text.length() && text.charAt(end) == c);
  }

  /// Words that are written in two ways, and ئے for each of «یے», «ئے», «یئے» at a word's end.
  private static String spellings(String text) {
    var out = new StringBuilder(text.length());
    int i = 0;
    while (i < text.length()) {
      int end = i;
      while (end < text.length() && UrduLetters.isArabic(text.charAt(end))) {
        end++;
      }
      if (end == i) {
        out.append(text.charAt(i++));
      } else {
        out.append(spelling(text.substring(i, end)));
        i = end;
      }
    }
    return out.toString();
  }

  private static String spelling(String word) {
    String known = Tables.SPELLINGS.get(word);
    String plain = known == null ? word : known;
    int n = plain.length();
    if (n < 3 || plain.charAt(n - 1) != UrduLetters.YEH_BARREE) {
      return plain;
    }
    int stem = n - 1;
    while (stem > 1 && isYeh(plain.charAt(stem - 1))) {
      stem--;
    }
    return stem == n - 1
        ? plain
        : plain.substring(0, stem) + UrduLetters.YEH_HAMZA + UrduLetters.YEH_BARREE;
  }

  private static boolean isYeh(char c) {
    return c == UrduLetters.YEH || c == UrduLetters.YEH_HAMZA;
  }
}
