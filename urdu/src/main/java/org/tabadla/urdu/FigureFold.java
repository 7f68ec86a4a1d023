package org.tabadla.urdu;

import java.text.Normalizer;
import java.util.Locale;

/// Brings written numbers and dates to one form before they are looked up: lower case, ASCII
/// digits, no accents and no invisible controls, the letters that Urdu, Persian and Arabic
/// keyboards mix up made one.
public final class FigureFold {
  private static final int FIRST_INDIC = 0x0900;
  private static final char ARABIC_YEH = '\u064A';
  private static final char ALEF_MAKSURA = '\u0649';
  private static final char FARSI_YEH = '\u06CC';
  private static final char PASHTO_E = '\u06D0';
  private static final char ARABIC_KAF = '\u0643';
  private static final char KEHEH = '\u06A9';
  private static final char ARABIC_HEH = '\u0647';
  private static final char TEH_MARBUTA = '\u0629';
  private static final char AE = '\u06D5';
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
      boolean mixed = c == ARABIC_KAF || c == ARABIC_HEH || c == TEH_MARBUTA;
      if ((!ascii && !arabic && !urdu) || mixed) {
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

  private static int letter(int c) {
    return switch (c) {
      case ARABIC_YEH, ALEF_MAKSURA, PASHTO_E -> FARSI_YEH;
      case ARABIC_KAF -> KEHEH;
      case ARABIC_HEH, TEH_MARBUTA, AE -> HEH_GOAL;
      case DOTLESS_I -> 'i';
      default ->
          DASHES.indexOf(c) >= 0
              ? '-'
              : COLONS.indexOf(c) >= 0 ? ':' : SLASHES.indexOf(c) >= 0 ? '/' : c;
    };
  }
}
