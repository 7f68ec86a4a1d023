package org.tabadla.read;

import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.StandardCharsets;
import java.text.Normalizer;
import org.jspecify.annotations.Nullable;

/// What older programs left in the text of pages, mended only where there is no doubt:
///
/// - UTF-8 that was once read as windows-1252 and encoded anew: `Ø®Ø¨Ø±` is خبر;
/// - the shapes of Arabic letters in place of the letters, as InPage and other typesetters gave
///   them to the web: U+FEB3 is a seen at the beginning of a word. Where the shapes show that a
///   line was written from left to right, as it looked, it is turned round. A single shape among
///   letters is how somebody wrote it, and stays.
///
/// Private code points stay: each font had its own.
final class Leftovers {
  private static final Charset WINDOWS_1252 = Charset.forName("windows-1252");

  /// Lead bytes of UTF-8 for Arabic script, Cyrillic, the scripts of India and Chinese, as
  /// windows-1252 shows them.
  private static final String LEADS = "\u00D8\u00D9\u00DA\u00DB\u00D0\u00D1\u00E0\u00E4\u00E5";

  /// Fewer letters may be a word that someone shows on purpose.
  private static final int FEWEST_SEQUENCES = 8;

  private static final int FEWEST_SHAPES = 3;
  private static final int FEWEST_SHAPES_OF_PAGE = 200;
  private static final char FIRST_SHAPE = '\uFB50';
  private static final char LAST_SHAPE_A = '\uFDFF';
  private static final char FIRST_SHAPE_B = '\uFE70';
  private static final char LAST_SHAPE = '\uFEFC';
  private static final int INITIAL = 2;
  private static final int MEDIAL = 3;
  private static final int FINAL = 1;

  private Leftovers() {}

  /// @return `text`, mended; the same string where there is nothing to mend
  static String mended(String text) {
    return letters(decodedOnce(text));
  }

  /// @return whether windows-1252 shows a lead byte so
  static boolean isLead(char c) {
    return LEADS.indexOf(c) >= 0;
  }

  private static boolean mayBeDecodedTwice(String text) {
    for (int i = 0; i < LEADS.length(); i++) {
      int at = text.indexOf(LEADS.charAt(i));
      if (at >= 0 && at + 1 < text.length() && following(text.charAt(at + 1))) {
        return true;
      }
    }
    return false;
  }

  /// @return whether windows-1252 shows a continuation byte, 0x80 to 0xBF, so
  private static boolean following(char c) {
    return c >= 0x80 && (c <= 0xBF || (c >= 0x0152 && c <= 0x2122 && byteOf(c) >= 0));
  }

  private static int byteOf(char c) {
    if (c <= 0xFF) {
      return c;
    }
    byte[] encoded = String.valueOf(c).getBytes(WINDOWS_1252);
    return encoded[0] == '?' ? -1 : encoded[0] & 0xFF;
  }

  private static String decodedOnce(String text) {
    if (!mayBeDecodedTwice(text)) {
      return text;
    }
    CharsetDecoder utf8 = StandardCharsets.UTF_8.newDecoder();
    var out = new StringBuilder(text.length());
    int good = 0;
    int bad = 0;
    int i = 0;
    while (i < text.length()) {
      int from = i;
      while (i < text.length() && text.charAt(i) >= 0x80) {
        i++;
      }
      String run = text.substring(from, i);
      String once = run.length() < 2 ? null : decoded(run, utf8);
      good += once == null ? 0 : once.length();
      bad += once == null ? run.length() : 0;
      out.append(once == null ? run : once);
      while (i < text.length() && text.charAt(i) < 0x80) {
        out.append(text.charAt(i++));
      }
    }
    return good >= FEWEST_SEQUENCES && good > bad ? out.toString() : text;
  }

  private static @Nullable String decoded(String run, CharsetDecoder utf8) {
    byte[] bytes = new byte[run.length()];
    for (int i = 0; i < bytes.length; i++) {
      int b = byteOf(run.charAt(i));
      if (b < 0) {
        return null;
      }
      bytes[i] = (byte) b;
    }
    try {
      CharBuffer chars = utf8.decode(ByteBuffer.wrap(bytes));
      return chars.toString();
    } catch (CharacterCodingException e) {
      return null;
    }
  }

  private static boolean isShape(char c) {
    return c >= FIRST_SHAPE && c <= LAST_SHAPE && (c <= LAST_SHAPE_A || c >= FIRST_SHAPE_B);
  }

  /// Ornate brackets, the names and blessings that are one sign, the end of an aya: signs, not
  /// shapes of letters.
  private static boolean isSign(char c) {
    return (c >= '\uFD3E' && c <= '\uFD4F') || (c >= '\uFDF0' && c <= LAST_SHAPE_A);
  }

  private static String letters(String text) {
    int i = 0;
    while (i < text.length() && (!isShape(text.charAt(i)) || isSign(text.charAt(i)))) {
      i++;
    }
    if (i == text.length()) {
      return text;
    }
    boolean written = isShaped(text, FEWEST_SHAPES_OF_PAGE);
    var out = new StringBuilder(text.length()).append(text, 0, i);
    while (i < text.length()) {
      int from = i;
      while (i < text.length() && isOfLine(text.charAt(i))) {
        i++;
      }
      String run = text.substring(from, i);
      boolean backwards = isBackwards(run);
      boolean mend = (written || backwards) && isShaped(run, FEWEST_SHAPES);
      out.append(mend ? plain(backwards ? reversed(run) : run) : run);
      while (i < text.length() && !isOfLine(text.charAt(i))) {
        out.append(text.charAt(i++));
      }
    }
    return out.toString();
  }

  /// Shapes and what may stand between them in one line.
  private static boolean isOfLine(char c) {
    return isShape(c) || (c >= '\u0600' && c <= '\u06FF') || c == ' ';
  }

  /// @return whether what is in Arabic script is written in shapes, not in letters
  private static boolean isShaped(String run, int fewest) {
    int shapes = 0;
    int letters = 0;
    for (int i = 0; i < run.length(); i++) {
      char c = run.charAt(i);
      if (isShape(c)) {
        shapes += isSign(c) ? 0 : 1;
      } else {
        letters += c >= '\u0600' && c <= '\u06FF' && Character.isLetter(c) ? 1 : 0;
      }
    }
    return shapes >= fewest && shapes > letters;
  }

  private static String reversed(String run) {
    return new StringBuilder(run).reverse().toString();
  }

  private static String plain(String run) {
    var out = new StringBuilder(run.length());
    for (int i = 0; i < run.length(); i++) {
      char c = run.charAt(i);
      out.append(
          isShape(c) && !isSign(c)
              ? Normalizer.normalize(String.valueOf(c), Normalizer.Form.NFKC).strip()
              : c);
    }
    return out.toString();
  }

  /// A beginning is followed by a middle or an end, and nothing else: where it follows one, the
  /// line stands as it looked.
  private static boolean isBackwards(String run) {
    int forwards = 0;
    int backwards = 0;
    for (int i = 1; i < run.length(); i++) {
      int before = form(run.charAt(i - 1));
      int here = form(run.charAt(i));
      forwards += before == INITIAL && (here == MEDIAL || here == FINAL) ? 1 : 0;
      backwards += here == INITIAL && (before == MEDIAL || before == FINAL) ? 1 : 0;
    }
    return backwards > forwards;
  }

  /// @return 0 to 3: isolated, final, initial, medial; -1 for what is no shape of one letter
  private static int form(char c) {
    String name = isShape(c) ? Character.getName(c) : null;
    if (name == null) {
      return -1;
    }
    return name.endsWith("INITIAL FORM")
        ? INITIAL
        : name.endsWith("MEDIAL FORM") ? MEDIAL : name.endsWith("FINAL FORM") ? FINAL : 0;
  }
}
