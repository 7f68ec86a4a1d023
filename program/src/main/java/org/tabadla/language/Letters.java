package org.tabadla.language;

import java.text.Normalizer;
import java.util.Locale;
import java.util.Set;
import org.tabadla.model.Lang;
import org.tabadla.urdu.UrduNormalizer;

/// One form for each letter.
public final class Letters {
  private static final Set<String> URDU = Set.of("ur");
  private static final Set<String> TURKIC_I = Set.of("tr", "az");
  private static final Locale TURKISH = Locale.of("tr");
  private static final int FIRST_INDIC = 0x0900;
  private static final char NUKTA_FIRST = '\u093C';
  private static final char TATWEEL = '\u0640';

  private Letters() {}

  /// Repairs what is broken (Arabic ي and ك in Urdu, medial ے, glued ۔, bidi controls) and changes
  /// nothing that a reader would see as spelling. Idempotent.
  public static String display(String written, Lang lang) {
    String text = whole(printable(written));
    if (URDU.contains(lang.primary())) {
      return UrduNormalizer.display(text);
    }
    if (isAscii(text)) {
      return text;
    }
    if (isShown(text)) {
      return Normalizer.normalize(text, Normalizer.Form.NFC);
    }
    var out = new StringBuilder(text.length());
    text.codePoints().forEach(c -> show(out, c));
    return Normalizer.normalize(out, Normalizer.Form.NFC);
  }

  /// @return the text without control characters, of which a reader is shown but tab and line end
  private static String printable(String text) {
    for (int i = 0; i < text.length(); i++) {
      if (isUnseen(text.charAt(i))) {
        var out = new StringBuilder(text.length());
        text.chars().filter(c -> !isUnseen(c)).forEach(c -> out.append((char) c));
        return out.toString();
      }
    }
    return text;
  }

  private static boolean isUnseen(int c) {
    return (c < ' ' && c != '\n' && c != '\t') || (c >= 0x7F && c < 0xA0);
  }

  /// @return whether {@link #show} would change nothing, as in most texts
  private static boolean isShown(String text) {
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (c >= 0xA0 && (c == 0xA0 || isPresentationForm(c) || isControl(c))) {
        return false;
      }
    }
    return true;
  }

  /// @return the text without halves of surrogate pairs, which no encoding can write down; a page
  ///   can write one as `&#xD800;`, and a cut can leave one
  public static String whole(String text) {
    for (int i = 0; i < text.length(); i++) {
      if (isHalf(text, i)) {
        return withoutHalves(text);
      }
    }
    return text;
  }

  private static String withoutHalves(String text) {
    var out = new StringBuilder(text.length());
    for (int i = 0; i < text.length(); i++) {
      if (!isHalf(text, i)) {
        out.append(text.charAt(i));
      }
    }
    return out.toString();
  }

  private static boolean isHalf(String text, int i) {
    char c = text.charAt(i);
    if (Character.isHighSurrogate(c)) {
      return i + 1 == text.length() || !Character.isLowSurrogate(text.charAt(i + 1));
    }
    return Character.isLowSurrogate(c)
        && (i == 0 || !Character.isHighSurrogate(text.charAt(i - 1)));
  }

  /// The form that equal words share: what keys and matching go by. Idempotent. Never shown.
  ///
  /// Marks are dropped in Latin, Greek, Cyrillic, Hebrew and Arabic script and kept in Indic
  /// scripts, where they are vowels.
  public static String fold(String text, Lang lang) {
    if (URDU.contains(lang.primary())) {
      return UrduNormalizer.fold(text);
    }
    String lower = TURKIC_I.contains(lang.primary()) ? text.toLowerCase(TURKISH) : lower(text);
    if (isAscii(lower)) {
      return lower;
    }
    String apart = Normalizer.normalize(lower, Normalizer.Form.NFKD);
    var out = new StringBuilder(apart.length());
    boolean arabic = "ar".equals(lang.primary());
    apart.codePoints().forEach(c -> fold(out, c, arabic));
    return Normalizer.normalize(out, Normalizer.Form.NFC);
  }

  private static String lower(String text) {
    return text.toLowerCase(Locale.ROOT);
  }

  private static boolean isAscii(String text) {
    for (int i = 0; i < text.length(); i++) {
      if (text.charAt(i) >= 0x80) {
        return false;
      }
    }
    return true;
  }

  private static void show(StringBuilder out, int c) {
    if (isPresentationForm(c)) {
      out.append(Normalizer.normalize(Character.toString(c), Normalizer.Form.NFKC));
    } else if (c == 0xA0) {
      out.append(' ');
    } else if (!isControl(c)) {
      out.appendCodePoint(c);
    }
  }

  /// Forms of Arabic letters, and Latin ones that are printed as one (ﬁ).
  private static boolean isPresentationForm(int c) {
    return (c >= 0xFB50 && c <= 0xFDFB)
        || (c >= 0xFE70 && c <= 0xFEFC)
        || (c >= 0xFB00 && c <= 0xFB06);
  }

  /// Direction controls, soft hyphens and byte order marks; not the joiners, which some scripts
  /// need.
  private static boolean isControl(int c) {
    return (c >= 0x202A && c <= 0x202E)
        || (c >= 0x2066 && c <= 0x2069)
        || c == 0x200E
        || c == 0x200F
        || c == 0x061C
        || c == 0xFEFF
        || c == 0x00AD
        || c == 0x200B
        || c == 0x2060;
  }

  private static void fold(StringBuilder out, int c, boolean arabic) {
    int type = Character.getType(c);
    if (type == Character.DECIMAL_DIGIT_NUMBER) {
      out.append((char) ('0' + Character.digit(c, 10)));
    } else if (c == TATWEEL
        || c == NUKTA_FIRST
        || (type == Character.NON_SPACING_MARK && c < FIRST_INDIC)
        || (type == Character.FORMAT)) {
      return;
    } else {
      out.appendCodePoint(letter(c, arabic));
    }
  }

  private static int letter(int c, boolean arabic) {
    return switch (c) {
      case 0x064A, 0x0649, 0x06CC -> arabic ? 0x064A : 0x06CC;
      case 0x0643, 0x06A9 -> arabic ? 0x0643 : 0x06A9;
      case 0x0629 -> 0x0647;
      case 0x0131 -> 'i';
      default -> c;
    };
  }
}
