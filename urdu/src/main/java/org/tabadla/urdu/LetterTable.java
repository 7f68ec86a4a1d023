package org.tabadla.urdu;

import java.text.Normalizer;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/// What is known of each UTF-16 unit, in flat tables, so that text runs through at memory's speed:
/// `letters.tsv` and the Unicode Character Database.
final class LetterTable {
  /// Display may have something to do here.
  static final short LOOK = 1;

  /// A letter of the Arabic script.
  static final short ARABIC = 1 << 1;

  /// Can be in a word: letters, digits, marks, controls that steer direction.
  static final short PART = 1 << 2;

  static final short DIGIT = 1 << 3;
  static final short BLANK = 1 << 4;

  /// Invisible: a control that steers direction or joining.
  static final short CONTROL = 1 << 5;

  /// Stands for several letters on display; the entry of {@link #SHOWN} says which.
  static final short MANY_SHOWN = 1 << 6;

  /// Stands for several letters in searching; the entry of {@link #FOLDED} says which.
  static final short MANY_FOLDED = 1 << 7;

  /// Nothing in searching: marks, tatweel.
  static final short DROPPED = 1 << 8;

  /// A word may end where it stands, for the index: no letter, or a joiner that parts two words.
  static final short PARTS_TERMS = 1 << 9;

  /// A term must have one of these: letters, digits, and signs that stand for words.
  static final short SAYS = 1 << 10;

  /// A letter of Urdu that neither level changes, wherever it stands.
  static final short PLAIN = 1 << 11;

  static final short[] FLAGS = new short[1 << 16];

  /// What each unit is on display; 0: nothing.
  static final char[] SHOWN = new char[1 << 16];

  /// What each unit that display gave is in searching; 0: nothing.
  static final char[] FOLDED = new char[1 << 16];

  private static final List<String> SEVERAL = new ArrayList<>();
  private static final char FIRST_SIGN = '\uFDFA';
  private static final char LAST_SIGN = '\uFDFD';
  private static final Map<String, Character> PAIRS = new HashMap<>();

  private LetterTable() {}

  static {
    List<String[]> rows = Rows.of("letters.tsv", 4);
    for (int c = 0; c < FLAGS.length; c++) {
      FLAGS[c] = flags((char) c);
      SHOWN[c] = (char) c;
      FOLDED[c] = latin(latin((char) c));
      if (isControlCode(c)) {
        SHOWN[c] = 0;
      }
    }
    rows.stream().filter(row -> row[0].equals("display")).forEach(LetterTable::shown);
    rows.stream().filter(row -> row[0].equals("fold")).forEach(LetterTable::folded);
    foldSeveral(rows);
    for (int c = 0; c < FLAGS.length; c++) {
      if (FOLDED[c] == 0 || isMark(c)) {
        FOLDED[c] = 0;
        FLAGS[c] |= DROPPED;
      }
      if (SHOWN[c] != c) {
        FLAGS[c] |= LOOK;
      }
    }
    for (char c : new char[] {UrduLetters.TATWEEL, UrduLetters.HAMZA_ABOVE, UrduLetters.MADDAH}) {
      FLAGS[c] |= LOOK | DROPPED;
      FOLDED[c] = 0;
    }
    FLAGS[UrduLetters.YEH_BARREE] |= LOOK;
    for (int c = 0; c < FLAGS.length; c++) {
      boolean kept = FOLDED[c] == c && c != UrduLetters.HAMZA;
      if (kept && (FLAGS[c] & (ARABIC | LOOK | MANY_FOLDED)) == ARABIC) {
        FLAGS[c] |= PLAIN;
      }
    }
  }

  static boolean is(char c, int flag) {
    return (FLAGS[c] & flag) != 0;
  }

  /// @return the letters that a unit with {@link #MANY_SHOWN} or {@link #MANY_FOLDED} stands for
  static String several(char entry) {
    return SEVERAL.get(entry);
  }

  /// @return the one letter that a letter and a mark are, or 0
  static char pair(char letter, char mark) {
    return PAIRS.getOrDefault("" + letter + mark, (char) 0);
  }

  private static void shown(String[] row) {
    String from = characters(row[1]);
    String to = characters(row[2]);
    if (from.length() > 1) {
      PAIRS.put(from, to.charAt(0));
    } else {
      // A mark's form in the middle of a word (U+FE7D) brings a tatweel, to which nothing holds on.
      put(SHOWN, MANY_SHOWN, from.charAt(0), to.replace("" + UrduLetters.TATWEEL, ""));
    }
  }

  private static void folded(String[] row) {
    char from = characters(row[1]).charAt(0);
    String to = characters(row[2]);
    if (to.length() < 2) {
      put(FOLDED, MANY_FOLDED, from, to);
    }
  }

  /// After the single letters, of which the several are made.
  private static void foldSeveral(List<String[]> rows) {
    for (String[] row : rows) {
      String to = characters(row[2]);
      if (row[0].equals("fold") && to.length() > 1) {
        var plain = new StringBuilder();
        to.chars().map(c -> FOLDED[c]).filter(c -> c != 0).forEach(c -> plain.append((char) c));
        put(FOLDED, MANY_FOLDED, characters(row[1]).charAt(0), plain.toString());
      }
    }
  }

  private static void put(char[] table, short flag, char from, String to) {
    if (to.length() < 2) {
      table[from] = to.isEmpty() ? 0 : to.charAt(0);
      return;
    }
    FLAGS[from] |= flag;
    table[from] = (char) SEVERAL.size();
    SEVERAL.add(to);
  }

  private static short flags(char c) {
    int type = Character.getType(c);
    boolean control = type == Character.FORMAT;
    boolean says = Character.isLetterOrDigit(c) && c != UrduLetters.TATWEEL;
    boolean sign = c >= FIRST_SIGN && c <= LAST_SIGN;
    boolean part = isPart(c, type);
    int flags = UrduLetters.isArabic(c) ? ARABIC : 0;
    flags |= part ? PART : 0;
    flags |= Character.isDigit(c) ? DIGIT : 0;
    flags |= Character.isWhitespace(c) || Character.isSpaceChar(c) || c == '\uFEFF' ? BLANK : 0;
    flags |= control ? CONTROL : 0;
    flags |= (part && c != '_' && c != UrduLetters.ZWNJ) || sign ? 0 : PARTS_TERMS;
    flags |= says || sign ? SAYS : 0;
    return (short) flags;
  }

  private static boolean isPart(char c, int type) {
    return Character.isLetterOrDigit(c)
        || c == '_'
        || type == Character.NON_SPACING_MARK
        || type == Character.COMBINING_SPACING_MARK
        || (type == Character.FORMAT && c != '\uFEFF');
  }

  /// Control codes that are no white space; nothing can show them, and XML cannot hold them.
  private static boolean isControlCode(int c) {
    return c < 0xA0 && Character.isISOControl(c) && !Character.isWhitespace(c) && c != 0x85;
  }

  private static boolean isMark(int c) {
    boolean arabic = (c >= 0x0610 && c <= 0x06ED) || (c >= 0x0897 && c <= 0x08FF);
    return (arabic && Character.getType(c) == Character.NON_SPACING_MARK)
        || (c >= 0x0300 && c <= 0x036F);
  }

  /// Lower case; no accents on Latin, Greek and Cyrillic letters.
  private static char latin(char c) {
    boolean accented = (c >= 0xC0 && c < 0x530) || (c >= 0x1E00 && c < 0x2000);
    if (!accented) {
      return Character.toLowerCase(c);
    }
    String lower = String.valueOf(c).toLowerCase(Locale.ROOT);
    char first = Normalizer.normalize(lower, Normalizer.Form.NFD).charAt(0);
    return Character.toLowerCase(first);
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
