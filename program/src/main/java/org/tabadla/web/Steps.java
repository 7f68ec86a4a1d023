package org.tabadla.web;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/// Keys and ids as steps of a path. Servers refuse or fold some characters in a path even when they
/// are percent-encoded (`/`, `\`, `%`, `;`, `.`), so those stand as `~` and four hex digits.
public final class Steps {
  private static final Pattern AWKWARD = Pattern.compile("[~/\\\\%;?#+\\p{Cntrl}]|^\\.+");
  private static final Pattern ESCAPE = Pattern.compile("~([0-9a-f]{4})");
  private static final int HEX = 16;

  private Steps() {}

  /// @return the key as one step of a path, percent-encoded
  public static String of(String key) {
    String plain = AWKWARD.matcher(key).replaceAll(m -> escape(m.group()));
    return URLEncoder.encode(plain, StandardCharsets.UTF_8)
        .replace("+", "%20")
        .replace("%3A", ":")
        .replace("%7E", "~");
  }

  /// @param step as the server gives it, percent-decoded
  public static String key(String step) {
    return ESCAPE.matcher(step).replaceAll(Steps::unescape);
  }

  private static String escape(String awkward) {
    var out = new StringBuilder();
    for (int i = 0; i < awkward.length(); i++) {
      out.append('~').append(HexFormat.of().toHexDigits(awkward.charAt(i)));
    }
    return out.toString();
  }

  private static String unescape(MatchResult escape) {
    char c = (char) Integer.parseInt(escape.group(1), HEX);
    return java.util.regex.Matcher.quoteReplacement(String.valueOf(c));
  }
}
