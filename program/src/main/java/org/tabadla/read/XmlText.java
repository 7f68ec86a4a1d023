package org.tabadla.read;

import java.nio.ByteBuffer;
import java.nio.charset.Charset;
import java.util.Map;
import org.jsoup.nodes.Entities;
import org.jspecify.annotations.Nullable;

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
  ///   what XML forbids
  static String repaired(String text) {
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

  /// Undoes XML's, HTML's and the document's own entities. Only whole ones: `?a=1&copy=2` is an
  /// address, and a stray `&` is an ampersand.
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
      String value = end < 0 ? null : value(text.substring(amp + 1, end), own);
      out.append(value == null ? "&" : value);
      from = value == null ? amp + 1 : end + 1;
      amp = text.indexOf('&', from);
    }
    return out.append(text, from, text.length()).toString();
  }

  private static int referenceEnd(String text, int amp) {
    int limit = Math.min(text.length(), amp + 2 + MAX_NAME_CHARS);
    for (int i = amp + 1; i < limit; i++) {
      char c = text.charAt(i);
      if (c == ';') {
        return i == amp + 1 ? -1 : i;
      }
      if (!Character.isLetterOrDigit(c) && c != '#' && c != '.' && c != '-' && c != '_') {
        return -1;
      }
    }
    return -1;
  }

  private static @Nullable String value(String name, Map<String, String> own) {
    if (name.charAt(0) == '#') {
      return character(name);
    }
    String mine = own.get(name);
    if (mine != null) {
      return mine;
    }
    if (name.equals("apos")) {
      return "'";
    }
    String known = Entities.getByName(name);
    return known == null || known.isEmpty() ? null : known;
  }

  private static @Nullable String character(String reference) {
    boolean hex = reference.length() > 1 && (reference.charAt(1) | 0x20) == 'x';
    try {
      int code = Integer.parseInt(reference, hex ? 2 : 1, reference.length(), hex ? 16 : 10);
      boolean isCharacter = Character.isValidCodePoint(code) && (code >>> 11) != SURROGATES;
      return isCharacter ? Character.toString(code) : "";
    } catch (NumberFormatException e) {
      return null;
    }
  }
}
