package org.tabadla.read;

import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// Looks for `<meta charset>` in raw bytes as browsers do ([HTML, prescan a byte
/// stream](https://html.spec.whatwg.org/multipage/parsing.html#prescan-a-byte-stream-to-determine-its-encoding)),
/// but further than their 1024 bytes: pages with long scripts first are common.
final class MetaPrescan {
  static final int SCAN_MAX_BYTES = 256 * 1024;

  private static final Pattern CHARSET =
      Pattern.compile(
          "charset\\s*=\\s*(?:\"([^\"]*)\"|'([^']*)'|([^\\s;\"']+))", Pattern.CASE_INSENSITIVE);

  private final String text;
  private int at;

  private MetaPrescan(byte[] body) {
    int size = Math.min(body.length, SCAN_MAX_BYTES);
    this.text = new String(body, 0, size, StandardCharsets.ISO_8859_1);
  }

  /// @return the WHATWG name of the first charset that a meta tag names, or null
  static @Nullable String find(byte[] body) {
    return new MetaPrescan(body).scan();
  }

  /// @return the WHATWG name that a `Content-Type` value names, or null
  static @Nullable String ofContentType(@Nullable String contentType) {
    return ofPages(rawOfContentType(contentType));
  }

  /// The web knows no UTF-32; only XML does.
  private static @Nullable String ofPages(@Nullable String label) {
    String name = CharsetLabels.name(label);
    return name != null && name.startsWith("utf-32") ? null : name;
  }

  static @Nullable String rawOfContentType(@Nullable String contentType) {
    if (contentType == null) {
      return null;
    }
    Matcher m = CHARSET.matcher(contentType);
    if (!m.find()) {
      return null;
    }
    String quoted = m.group(1) != null ? m.group(1) : m.group(2);
    return quoted != null ? quoted : m.group(3);
  }

  private @Nullable String scan() {
    while ((at = text.indexOf('<', at)) >= 0) {
      if (text.startsWith("<!--", at)) {
        int end = text.indexOf("-->", at + 2);
        if (end < 0) {
          return null;
        }
        at = end + 3;
      } else if (isMeta()) {
        at += "<meta".length();
        String name = meta();
        if (name != null) {
          return name;
        }
      } else if (isTag()) {
        while (at < text.length() && !isSpace(text.charAt(at)) && text.charAt(at) != '>') {
          at++;
        }
        Attribute skipped = attribute();
        while (skipped != null) {
          skipped = attribute();
        }
      } else if (isDeclaration()) {
        at = text.indexOf('>', at);
        if (at < 0) {
          return null;
        }
      } else {
        at++;
      }
    }
    return null;
  }

  private boolean isMeta() {
    return text.regionMatches(true, at, "<meta", 0, 5)
        && at + 5 < text.length()
        && (isSpace(text.charAt(at + 5)) || text.charAt(at + 5) == '/');
  }

  private boolean isTag() {
    int letter = at + 1 < text.length() && text.charAt(at + 1) == '/' ? at + 2 : at + 1;
    return letter < text.length() && isAsciiLetter(text.charAt(letter));
  }

  private boolean isDeclaration() {
    return at + 1 < text.length() && "!/?".indexOf(text.charAt(at + 1)) >= 0;
  }

  private @Nullable String meta() {
    boolean pragma = false;
    String direct = null;
    String content = null;
    for (Attribute a = attribute(); a != null; a = attribute()) {
      switch (a.name()) {
        case "http-equiv" -> pragma |= "content-type".equals(a.value());
        case "charset" -> direct = direct == null ? a.value() : direct;
        case "content" -> content = content == null ? a.value() : content;
        default -> {}
      }
    }
    if (at >= text.length()) {
      return null; // the tag never ended
    }
    String name = ofPages(direct);
    if (name == null && pragma) {
      name = ofContentType(content);
    }
    // A page whose meta could be read is not UTF-16, whatever it says.
    return name != null && name.startsWith("utf-16") ? "utf-8" : name;
  }

  private record Attribute(String name, String value) {}

  /// The specification's "get an attribute".
  private @Nullable Attribute attribute() {
    while (at < text.length() && (isSpace(text.charAt(at)) || text.charAt(at) == '/')) {
      at++;
    }
    if (at >= text.length() || text.charAt(at) == '>') {
      return null;
    }
    int start = at;
    while (at < text.length() && !endsName(text.charAt(at), at > start)) {
      at++;
    }
    String name = text.substring(start, at).toLowerCase(Locale.ROOT);
    skipSpace();
    if (at >= text.length() || text.charAt(at) != '=') {
      return new Attribute(name, "");
    }
    at++;
    skipSpace();
    return new Attribute(name, value());
  }

  private static boolean endsName(char c, boolean begun) {
    return (c == '=' && begun) || isSpace(c) || c == '/' || c == '>';
  }

  private String value() {
    if (at >= text.length()) {
      return "";
    }
    char quote = text.charAt(at);
    int end;
    if (quote == '"' || quote == '\'') {
      end = text.indexOf(quote, at + 1);
      if (end < 0) {
        at = text.length();
        return "";
      }
      String value = text.substring(at + 1, end);
      at = end + 1;
      return value.toLowerCase(Locale.ROOT);
    }
    int start = at;
    while (at < text.length() && !isSpace(text.charAt(at)) && text.charAt(at) != '>') {
      at++;
    }
    return text.substring(start, at).toLowerCase(Locale.ROOT);
  }

  private void skipSpace() {
    while (at < text.length() && isSpace(text.charAt(at))) {
      at++;
    }
  }

  private static boolean isSpace(char c) {
    return c == ' ' || c == '\t' || c == '\n' || c == '\f' || c == '\r';
  }

  private static boolean isAsciiLetter(char c) {
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
  }
}
