package org.tabadla.collect;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.regex.Pattern;

/// A path pattern of robots.txt: `*` stands for any run of characters, a `$` at the end for the end
/// of the path; otherwise it matches every path that it begins.
record RobotsPath(String text, List<String> pieces, boolean anchored) {
  private static final Pattern STARS = Pattern.compile("\\*+");
  private static final String HEX = "0123456789ABCDEF";
  private static final int ESCAPE_CHARS = 3;

  static RobotsPath of(String pattern) {
    boolean anchored = pattern.endsWith("$");
    String body = anchored ? pattern.substring(0, pattern.length() - 1) : pattern;
    return new RobotsPath(pattern, List.of(STARS.split(body, -1)), anchored);
  }

  int length() {
    return text.length();
  }

  /// Takes each piece where it first fits, which is as good as any other place but for the last
  /// piece of an anchored pattern.
  boolean matches(String path) {
    String first = pieces.getFirst();
    if (!path.startsWith(first)) {
      return false;
    }
    int at = first.length();
    int last = pieces.size() - 1;
    for (int i = 1; i <= last; i++) {
      String piece = pieces.get(i);
      if (i == last && anchored) {
        return path.length() - piece.length() >= at && path.endsWith(piece);
      }
      int found = path.indexOf(piece, at);
      if (found < 0) {
        return false;
      }
      at = found + piece.length();
    }
    return !anchored || at == path.length();
  }

  /// @return the path with non-ASCII characters as percent-encoded UTF-8 and escapes in upper case
  static String encoded(String path) {
    return rewritten(path, true, false);
  }

  /// @return the path with its escapes in upper case, otherwise as it is
  static String upperEscapes(String path) {
    return rewritten(path, false, false);
  }

  /// @return the path as {@link #encoded}, with escapes of unreserved characters undone (RFC 9309,
  ///   2.2.2)
  static String normal(String path) {
    return rewritten(path, true, true);
  }

  private static String rewritten(String path, boolean encode, boolean decode) {
    if (path.chars().allMatch(c -> c < 0x80 && c != '%')) {
      return path;
    }
    var out = new StringBuilder(path.length() + 16);
    int i = 0;
    while (i < path.length()) {
      int c = path.codePointAt(i);
      if (c == '%' && isEscape(path, i)) {
        int value = Integer.parseInt(path, i + 1, i + ESCAPE_CHARS, 16);
        if (decode && isUnreserved(value)) {
          out.append((char) value);
        } else {
          escape(out, value);
        }
        i += ESCAPE_CHARS;
        continue;
      }
      if (c >= 0x80 && encode) {
        for (byte b : Character.toString(c).getBytes(StandardCharsets.UTF_8)) {
          escape(out, b & 0xff);
        }
      } else {
        out.appendCodePoint(c);
      }
      i += Character.charCount(c);
    }
    return out.toString();
  }

  private static void escape(StringBuilder out, int value) {
    out.append('%').append(HEX.charAt(value >> 4)).append(HEX.charAt(value & 0xf));
  }

  private static boolean isEscape(String path, int at) {
    return at + 2 < path.length()
        && Character.digit(path.charAt(at + 1), 16) >= 0
        && Character.digit(path.charAt(at + 2), 16) >= 0;
  }

  private static boolean isUnreserved(int c) {
    return (c >= 'a' && c <= 'z')
        || (c >= 'A' && c <= 'Z')
        || (c >= '0' && c <= '9')
        || c == '-'
        || c == '.'
        || c == '_'
        || c == '~';
  }
}
