package org.tabadla.urdu;

import java.text.Normalizer;
import java.util.Locale;

/// Brings written numbers and dates to one form before they are looked up: lower case, ASCII
/// digits, no accents and no invisible controls, the letters that Urdu, Persian and Arabic
/// keyboards mix up made one.
public final class FigureFold {
  private static final int FIRST_INDIC = 0x0900;
  private static final char ALEF_MAKSURA = '\u0649';
  private static final char PASHTO_E = '\u06D0';
  private static final char TEH_MARBUTA = '\u0629';
  private static final char TEH_MARBUTA_GOAL = '\u06C3';
  private static final char HEH_GOAL = '\u06C1';
  private static final char DOTLESS_I = '\u0131';
  private static final char TATWEEL = '\u0640';
  private static final String DASHES = "\u2010\u2011\u2012\u2013\u2014\u2212\uFF0D";
  private static final String COLONS = "\u2236\uFF1A\u0589";
  private static final String SLASHES = "\u2044\u2215\u066B";

  private FigureFold() {}

  /// @return «١١ يوليو» and «۱۱ یولیو» alike as «11 یولیو»
  public static String fold(String text) {
    return isFolded(text) ? text : isSimple(text) ? simple(text) : full(text);
  }

  /// Most words are in the one form already.
  private static boolean isFolded(String text) {
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      boolean ascii = c > ' ' && c < 0x7F && !(c >= 'A' && c <= 'Z');
      boolean arabic = c == 0x0621 || (c >= 0x0627 && c < ALEF_MAKSURA && c != TATWEEL);
      boolean urdu = c >= 0x0679 && c <= 0x06D2 && c != 0x06C0 && c != 0x06C2 && c != PASHTO_E;
      if ((!ascii && !arabic && !urdu) || letter(c) != c) {
        return false;
      }
    }
    return true;
  }

  /// Most words have nothing to take apart: ASCII and the plain letters of Arabic script.
  private static boolean isSimple(String text) {
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      boolean ascii = c >= ' ' && c < 0x7F;
      boolean arabic = c == 0x0621 || (c >= 0x0627 && c <= 0x064A) || (c >= 0x0660 && c <= 0x0669);
      boolean urdu = c >= 0x0679 && c <= 0x06D2 && c != 0x06C0 && c != 0x06C2;
      boolean digit = c >= 0x06F0 && c <= 0x06F9;
      if (!ascii && !arabic && !urdu && !digit) {
        return false;
      }
    }
    return true;
  }

  private static String simple(String text) {
    var out = new StringBuilder(text.length());
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (c >= 'A' && c <= 'Z') {
        out.append((char) (c + 32));
      } else if (c < 0x7F) {
        out.append(c);
      } else {
        one(out, c);
      }
    }
    return out.toString().strip();
  }

  private static String full(String text) {
    String plain = Normalizer.normalize(text, Normalizer.Form.NFKD).toLowerCase(Locale.ROOT);
    var out = new StringBuilder(plain.length());
    plain.codePoints().forEach(c -> one(out, c));
    return Normalizer.normalize(out, Normalizer.Form.NFC).strip();
  }

  private static void one(StringBuilder out, int c) {
    int type = Character.getType(c);
    if (type == Character.DECIMAL_DIGIT_NUMBER) {
      out.append((char) ('0' + Character.digit(c, 10)));
    } else if (type == Character.FORMAT
        || c == TATWEEL
        || (type == Character.NON_SPACING_MARK && c < FIRST_INDIC)) {
      return;
    } else if (type == Character.CONTROL || Character.isSpaceChar(c)) {
      out.append(' ');
    } else {
      out.appendCodePoint(letter(c));
    }
  }

  /// Arabic letters as the one table has them; on top of that what months and spelled numbers of
  /// other languages need.
  private static int letter(int c) {
    return switch (c) {
      case PASHTO_E -> UrduLetters.YEH;
      case TEH_MARBUTA, TEH_MARBUTA_GOAL -> HEH_GOAL;
      case DOTLESS_I -> 'i';
      default ->
          c <= Character.MAX_VALUE && UrduLetters.isArabic((char) c) ? tabled((char) c) : sign(c);
    };
  }

  private static int tabled(char c) {
    if (LetterTable.is(c, LetterTable.MANY_SHOWN)) {
      return c;
    }
    char shown = LetterTable.SHOWN[c];
    boolean one = shown != 0 && !LetterTable.is(shown, LetterTable.MANY_FOLDED);
    char folded = one ? LetterTable.FOLDED[shown] : c;
    return folded == 0 ? c : folded;
  }

  private static int sign(int c) {
    if (DASHES.indexOf(c) >= 0) {
      return '-';
    }
    if (COLONS.indexOf(c) >= 0) {
      return ':';
    }
    return SLASHES.indexOf(c) >= 0 ? '/' : c;
  }
}
