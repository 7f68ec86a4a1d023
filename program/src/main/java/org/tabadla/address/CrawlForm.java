package org.tabadla.address;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// The normal form that crawlers compare addresses in: RFC 3986 §6.2.2 and §6.2.3, and beyond it no
/// empty path segments, sorted parameters and no fragment.
final class CrawlForm {
  /// Scheme, authority, path, query; the fragment is left out (RFC 3986 appendix B).
  private static final Pattern PARTS =
      Pattern.compile(
          "(?:([A-Za-z][A-Za-z0-9+.-]*+):)?(//([^/?#]*+))?([^?#]*+)(?:\\?([^#]*+))?(?:#.*+)?",
          Pattern.DOTALL);

  private static final PercentCode.AsciiSet PATH_ESCAPED = PercentCode.PATH.with("[\\]|#%");
  private static final PercentCode.AsciiSet QUERY_ESCAPED = PercentCode.PATH.with("[\\]|#%'");
  private static final int MAX_PORT = 65_535;

  private CrawlForm() {}

  static @Nullable String of(String input) {
    String text = trim(input);
    Matcher parts = PARTS.matcher(text);
    if (text.isEmpty() || !parts.matches()) {
      return null;
    }
    if (parts.group(1) == null) {
      // An address as people type it.
      return text.startsWith(":") ? null : of("http://" + stripSlashes(text));
    }
    String scheme = parts.group(1).toLowerCase(Locale.ROOT);
    if (!Url.isSpecial(scheme)) {
      return isHostWithPort(text) ? of("http://" + text) : null;
    }
    String authority = parts.group(3);
    boolean keepsEmpty = scheme.equals("file") && authority != null;
    var out = new StringBuilder(scheme).append(':');
    if (authority != null && !authority.isEmpty()) {
      String host = authority(authority, scheme);
      if (host == null) {
        return null;
      }
      out.append("//").append(host);
    } else if (keepsEmpty) {
      out.append("//");
    }
    out.append(path(String.valueOf(parts.group(4))));
    String query = parts.group(5);
    if (query != null) {
      String sorted = query(query);
      out.append(sorted.isEmpty() ? "" : "?").append(sorted);
    }
    return out.toString();
  }

  private static String trim(String input) {
    int from = 0;
    int to = input.length();
    while (from < to && Character.isWhitespace(input.charAt(from))) {
      from++;
    }
    while (to > from && Character.isWhitespace(input.charAt(to - 1))) {
      to--;
    }
    return input.substring(from, to);
  }

  private static String stripSlashes(String text) {
    return text.startsWith("//") ? text.substring(2) : text;
  }

  /// `example.pk:8080/x` looks like a scheme and is none.
  private static boolean isHostWithPort(String text) {
    int colon = text.indexOf(':');
    return text.substring(0, colon).indexOf('.') > 0
        && colon + 1 < text.length()
        && Character.isDigit(text.charAt(colon + 1));
  }

  private static @Nullable String authority(String text, String scheme) {
    int sign = text.lastIndexOf('@');
    String name = text.substring(sign + 1);
    int colon = name.endsWith("]") ? -1 : name.lastIndexOf(':');
    String port = colon < 0 ? "" : name.substring(colon + 1);
    String host = HostName.parse(colon < 0 ? name : name.substring(0, colon), true);
    if (host == null || port.length() > 5 || !port.chars().allMatch(c -> c >= '0' && c <= '9')) {
      return null;
    }
    int number = port.isEmpty() ? Url.NO_PORT : Integer.parseInt(port);
    if (number > MAX_PORT) {
      return null;
    }
    String bare =
        host.length() > 1 && host.endsWith(".") ? host.substring(0, host.length() - 1) : host;
    boolean own = number == Url.NO_PORT || number == Url.defaultPort(scheme);
    return text.substring(0, sign + 1) + bare + (own ? "" : ":" + number);
  }

  private static String path(String raw) {
    List<String> segments = new ArrayList<>();
    String[] parts = raw.split("/", -1);
    for (int i = 0; i < parts.length; i++) {
      String segment = escape(parts[i], PATH_ESCAPED);
      boolean last = i == parts.length - 1;
      if (segment.equals("..") && !segments.isEmpty()) {
        segments.removeLast();
      }
      boolean dots = segment.equals(".") || segment.equals("..");
      if (!segment.isEmpty() && !dots) {
        segments.add(segment);
      } else if (last) {
        segments.add("");
      }
    }
    return "/" + String.join("/", segments);
  }

  /// Decodes what needs no escape, escapes what does, and writes the other escapes in upper case.
  private static String escape(String raw, PercentCode.AsciiSet set) {
    var out = new StringBuilder(raw.length() + 16);
    for (int i = 0; i < raw.length(); ) {
      int b = PercentCode.escaped(raw, i);
      if (b >= 0) {
        i += 3;
        if (PercentCode.isUnreserved(b)) {
          out.append((char) b);
        } else {
          PercentCode.appendByte(out, b);
        }
        continue;
      }
      int c = raw.codePointAt(i);
      i += Character.charCount(c);
      if (set.has(c)) {
        PercentCode.append(out, c);
      } else {
        out.append((char) c);
      }
    }
    return out.toString();
  }

  private static String query(String raw) {
    List<String> pairs = new ArrayList<>();
    for (String pair : raw.split("&", -1)) {
      String escaped = escape(pair, QUERY_ESCAPED);
      int equals = escaped.indexOf('=');
      if (equals == 0 || escaped.isEmpty()) {
        continue;
      }
      boolean empty = equals == escaped.length() - 1;
      pairs.add(empty ? escaped.substring(0, equals) : escaped);
    }
    Collections.sort(pairs);
    return String.join("&", pairs);
  }
}
