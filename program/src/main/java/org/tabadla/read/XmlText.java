package org.tabadla.read;

import java.nio.ByteBuffer;
import java.nio.charset.Charset;
import java.util.Map;
import org.jsoup.nodes.Entities;
import org.jspecify.annotations.Nullable;
import org.tabadla.language.Letters;

/// Characters as feeds really write them.
final class XmlText {
  /// What the code points D800 to DFFF begin with; alone they are no characters.
  private static final int SURROGATES = 0xD800 >>> 11;

  private static final Charset WINDOWS_1252 = Charset.forName("windows-1252");
  private static final char C1_FIRST = '\u0080';
  private static final char C1_LAST = '\u009F';
  private static final int MAX_NAME_CHARS = 32;

  private XmlText() {}

  /// @return `text` with the C1 controls, which nobody means, read as windows-1252, and without
  ///   what XML forbids, such as the half character of `&#xD800`
  static String repaired(String text) {
    return Letters.whole(allowed(text));
  }

  private static String allowed(String text) {
    int i = 0;
    while (i < text.length() && !isOdd(text.charAt(i))) {
      i++;
    }
    if (i == text.length()) {
      return text;
    }
    var out = new StringBuilder(text.length()).append(text, 0, i);
    for (; i < text.length(); i++) {
      char c = text.charAt(i);
      if (!isOdd(c)) {
        out.append(c);
      } else if (c >= C1_FIRST) {
        out.append(fromWindows(c));
      }
    }
    return out.toString();
  }

  private static boolean isOdd(char c) {
    return (c < ' ' && c != '\n' && c != '\t' && c != '\r') || (c >= C1_FIRST && c <= C1_LAST);
  }

  private static char fromWindows(char c) {
    char read = WINDOWS_1252.decode(ByteBuffer.wrap(new byte[] {(byte) c})).charAt(0);
    return read == '\uFFFD' ? c : read;
  }

  /// @return `text` with line ends as XML has them ([XML
  ///   §2.11](https://www.w3.org/TR/xml/#sec-line-ends))
  static String lines(String text) {
    return text.indexOf('\r') < 0 ? text : text.replace("\r\n", "\n").replace('\r', '\n');
  }

  /// Undoes XML's, HTML's and the document's own entities. Only whole ones: `?a=1&copy=2` is an
  /// address, and a stray `&` is an ampersand. References to what XML forbids are mended as by
  /// {@link #repaired}.
  ///
  /// @param own the document's entities, their values already plain
  static String unescaped(String text, Map<String, String> own) {
    int amp = text.indexOf('&');
    if (amp < 0) {
      return text;
    }
    var out = new StringBuilder(text.length());
    int from = 0;
    while (amp >= 0) {
      out.append(text, from, amp);
      int end = referenceEnd(text, amp);
      String value = end < 0 ? null : value(text, amp + 1, end, own);
      out.append(value == null ? "&" : value);
      from = value == null ? amp + 1 : end + 1;
      amp = text.indexOf('&', from);
    }
    return out.append(text, from, text.length()).toString();
  }

  /// @return whether each `&` begins a whole reference or stands before white space, so that HTML
  ///   and {@link #unescaped} read the text alike
  static boolean isPlainlyEscaped(String text) {
    for (int amp = text.indexOf('&'); amp >= 0; amp = text.indexOf('&', amp + 1)) {
      boolean alone = amp + 1 == text.length() || text.charAt(amp + 1) <= ' ';
      if (!alone && referenceEnd(text, amp) < 0) {
        return false;
      }
    }
    return true;
  }

  private static int referenceEnd(String text, int amp) {
    int limit = Math.min(text.length(), amp + 2 + MAX_NAME_CHARS);
    for (int i = amp + 1; i < limit; i++) {
      char c = text.charAt(i);
      if (c == ';') {
        return i == amp + 1 ? -1 : i;
      }
      boolean usual = (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || c == '#';
      if (!usual && !Character.isLetterOrDigit(c) && c != '.' && c != '-' && c != '_') {
        return -1;
      }
    }
    return -1;
  }

  private static @Nullable String value(String text, int from, int end, Map<String, String> own) {
    if (text.charAt(from) == '#') {
      return character(text, from + 1, end);
    }
    String xml = xml(text, from, end - from);
    if (xml != null) {
      return xml;
    }
    String name = text.substring(from, end);
    String mine = own.get(name);
    if (mine != null) {
      return mine;
    }
    String known = Entities.getByName(name);
    return known == null || known.isEmpty() ? null : known;
  }

  /// The five that XML has itself.
  private static @Nullable String xml(String text, int from, int length) {
    return switch (length) {
      case 2 -> text.startsWith("lt", from) ? "<" : text.startsWith("gt", from) ? ">" : null;
      case 3 -> text.startsWith("amp", from) ? "&" : null;
      case 4 -> text.startsWith("quot", from) ? "\"" : text.startsWith("apos", from) ? "'" : null;
      default -> null;
    };
  }

  private static @Nullable String character(String text, int from, int end) {
    boolean hex = from < end && (text.charAt(from) | 0x20) == 'x';
    int code;
    try {
      code = Integer.parseInt(text, hex ? from + 1 : from, end, hex ? 16 : 10);
    } catch (NumberFormatException e) {
      return null;
    }
    if (!Character.isValidCodePoint(code) || (code >>> 11) == SURROGATES) {
      return "";
    }
    String character = Character.toString(code);
    return code > C1_LAST ? character : repaired(character);
  }
}
