package org.tabadla.address;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;

/// Percent-encoding as of the [URL Standard
/// §1.3](https://url.spec.whatwg.org/#percent-encoded-bytes).
final class PercentCode {
  static final AsciiSet CONTROL = AsciiSet.of("").withControls();
  static final AsciiSet FRAGMENT = CONTROL.with(" \"<>`");
  static final AsciiSet QUERY = CONTROL.with(" \"#<>");
  static final AsciiSet SPECIAL_QUERY = QUERY.with("'");
  static final AsciiSet PATH = QUERY.with("?^`{}");
  static final AsciiSet USER = PATH.with("/:;=@[\\]|");

  private static final AsciiSet UNRESERVED =
      AsciiSet.of("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-._~");
  private static final char[] HEX = "0123456789ABCDEF".toCharArray();
  private static final int HEX_BASE = 16;
  private static final int ASCII = 0x80;

  private PercentCode() {}

  /// A set of ASCII characters; whatever is beyond ASCII counts as in it.
  record AsciiSet(long low, long high) {
    static AsciiSet of(String characters) {
      return new AsciiSet(0, 0).with(characters);
    }

    AsciiSet with(String characters) {
      long l = low;
      long h = high;
      for (int i = 0; i < characters.length(); i++) {
        char c = characters.charAt(i);
        if (c < Long.SIZE) {
          l |= 1L << c;
        } else {
          h |= 1L << (c - Long.SIZE);
        }
      }
      return new AsciiSet(l, h);
    }

    AsciiSet withControls() {
      return new AsciiSet(low | 0xFFFF_FFFFL, high | (1L << (0x7F - Long.SIZE)));
    }

    boolean has(int c) {
      if (c >= ASCII) {
        return true;
      }
      return ((c < Long.SIZE ? low >>> c : high >>> (c - Long.SIZE)) & 1) != 0;
    }
  }

  /// @return `text` with every character of `set` as the percent-encoded bytes of its UTF-8; a lone
  ///   surrogate becomes U+FFFD
  static String encode(String text, AsciiSet set) {
    int i = 0;
    while (i < text.length() && !set.has(text.charAt(i))) {
      i++;
    }
    if (i == text.length()) {
      return text;
    }
    var out = new StringBuilder(text.length() + 32).append(text, 0, i);
    while (i < text.length()) {
      int c = text.codePointAt(i);
      i += Character.charCount(c);
      if (!set.has(c)) {
        out.append((char) c);
      } else {
        append(out, c);
      }
    }
    return out.toString();
  }

  static void append(StringBuilder out, int codePoint) {
    if (codePoint < ASCII) {
      appendByte(out, codePoint);
      return;
    }
    boolean lone = codePoint >= Character.MIN_SURROGATE && codePoint <= Character.MAX_SURROGATE;
    String character = lone ? "\uFFFD" : Character.toString(codePoint);
    for (byte b : character.getBytes(StandardCharsets.UTF_8)) {
      appendByte(out, b & 0xFF);
    }
  }

  static void appendByte(StringBuilder out, int b) {
    out.append('%').append(HEX[b >> 4]).append(HEX[b & 0xF]);
  }

  /// @return the byte that the escape at `i` stands for, or -1 when there is no whole escape
  static int escaped(String text, int i) {
    if (i + 2 >= text.length() || text.charAt(i) != '%') {
      return -1;
    }
    int hi = hexDigit(text.charAt(i + 1));
    int lo = hexDigit(text.charAt(i + 2));
    return hi < 0 || lo < 0 ? -1 : hi * HEX_BASE + lo;
  }

  static int hexDigit(char c) {
    if (c >= '0' && c <= '9') {
      return c - '0';
    }
    int lower = c | 0x20;
    return lower >= 'a' && lower <= 'f' ? lower - 'a' + 10 : -1;
  }

  /// @return `text` with all escapes undone and the bytes read as UTF-8; broken ones as U+FFFD
  static String decode(String text) {
    if (text.indexOf('%') < 0) {
      return text;
    }
    byte[] utf8 = text.getBytes(StandardCharsets.UTF_8);
    String latin = new String(utf8, StandardCharsets.ISO_8859_1);
    var out = new ByteArrayOutputStream(utf8.length);
    for (int i = 0; i < utf8.length; i++) {
      int b = escaped(latin, i);
      out.write(b < 0 ? utf8[i] : b);
      i += b < 0 ? 0 : 2;
    }
    return out.toString(StandardCharsets.UTF_8);
  }

  /// @return `text` with the escapes of characters that never need one undone (RFC 3986 §6.2.2.2)
  ///   and the hex digits of the others in upper case; anything else as it was
  static String tidy(String text) {
    if (text.indexOf('%') < 0) {
      return text;
    }
    var out = new StringBuilder(text.length());
    for (int i = 0; i < text.length(); i++) {
      int b = escaped(text, i);
      if (b < 0) {
        out.append(text.charAt(i));
        continue;
      }
      if (isUnreserved(b)) {
        out.append((char) b);
      } else {
        appendByte(out, b);
      }
      i += 2;
    }
    return out.toString();
  }

  /// RFC 3986 §2.3.
  static boolean isUnreserved(int c) {
    return c < ASCII && UNRESERVED.has(c);
  }
}
