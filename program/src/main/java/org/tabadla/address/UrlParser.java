package org.tabadla.address;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/// Reads an address as browsers do: the basic URL parser of the [URL Standard
/// §4.4](https://url.spec.whatwg.org/#url-parsing), its states folded into methods. One parser
/// reads one address.
final class UrlParser {
  private static final int END = -1;
  private static final int MAX_PORT = 65_535;

  private final String text;
  private final @Nullable Url base;
  private int at;
  private boolean special;

  private String scheme = "";
  private String user = "";
  private String password = "";
  private @Nullable String host;
  private int port = Url.NO_PORT;
  private @Nullable String opaque;
  private List<String> path = new ArrayList<>();
  private @Nullable String query;
  private @Nullable String fragment;

  private UrlParser(String text, @Nullable Url base) {
    this.text = text;
    this.base = base;
  }

  /// @return the parts, or null to refuse it
  static @Nullable Url parse(String input, @Nullable Url base) {
    var parser = new UrlParser(clean(input), base);
    return parser.read() ? parser.url() : null;
  }

  private Url url() {
    return new Url(scheme, user, password, host, port, opaque, path, query, fragment);
  }

  /// Controls and spaces around, tabs and line ends anywhere are dropped.
  private static String clean(String input) {
    int from = 0;
    int to = input.length();
    while (from < to && input.charAt(from) <= ' ') {
      from++;
    }
    while (to > from && input.charAt(to - 1) <= ' ') {
      to--;
    }
    String trimmed = input.substring(from, to);
    if (trimmed.chars().noneMatch(c -> c == '\t' || c == '\n' || c == '\r')) {
      return trimmed;
    }
    var out = new StringBuilder(trimmed.length());
    trimmed
        .chars()
        .filter(c -> c != '\t' && c != '\n' && c != '\r')
        .forEach(c -> out.append((char) c));
    return out.toString();
  }

  private int here() {
    return at < text.length() ? text.charAt(at) : END;
  }

  private boolean isSlash(int c) {
    return c == '/' || (special && c == '\\');
  }

  private static boolean isLetter(int c) {
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
  }

  private boolean read() {
    int colon = schemeEnd();
    if (colon < 0) {
      return withoutScheme();
    }
    scheme = text.substring(0, colon).toLowerCase(Locale.ROOT);
    special = Url.isSpecial(scheme);
    at = colon + 1;
    if (scheme.equals("file")) {
      return file();
    }
    if (special) {
      if (base != null && base.scheme().equals(scheme) && !text.startsWith("//", at)) {
        return relative(base);
      }
      return authorityAfterSlashes();
    }
    if (text.startsWith("//", at)) {
      at += 2;
      return authority();
    }
    if (here() == '/') {
      at++;
      return path();
    }
    return opaquePath();
  }

  /// @return where the colon after the scheme is, or -1 when the address has no scheme
  private int schemeEnd() {
    if (text.isEmpty() || !isLetter(text.charAt(0))) {
      return -1;
    }
    for (int i = 1; i < text.length(); i++) {
      char c = text.charAt(i);
      if (c == ':') {
        return i;
      }
      if (!isLetter(c) && (c < '0' || c > '9') && c != '+' && c != '-' && c != '.') {
        return -1;
      }
    }
    return -1;
  }

  private boolean withoutScheme() {
    if (base == null) {
      return false;
    }
    scheme = base.scheme();
    special = Url.isSpecial(scheme);
    if (base.opaque() != null) {
      if (here() != '#') {
        return false;
      }
      copyPathOf(base);
      query = base.query();
      return tail();
    }
    return scheme.equals("file") ? file() : relative(base);
  }

  private boolean relative(Url from) {
    if (isSlash(here())) {
      at++;
      if (isSlash(here())) {
        at++;
        return special ? authorityAfterSlashes() : authority();
      }
      copyAuthorityOf(from);
      return path();
    }
    copyAuthorityOf(from);
    return pathBeside(from, true);
  }

  /// What is left stands beside the base's document: a path, a query, a fragment or nothing.
  private boolean pathBeside(Url from, boolean keepFolder) {
    copyPathOf(from);
    if (here() == '?') {
      return tail();
    }
    query = from.query();
    if (here() == '#' || here() == END) {
      return tail();
    }
    query = null;
    if (keepFolder) {
      shorten();
    } else {
      path = new ArrayList<>();
    }
    return path();
  }

  private void copyAuthorityOf(Url from) {
    user = from.user();
    password = from.password();
    host = from.host();
    port = from.port();
  }

  private void copyPathOf(Url from) {
    opaque = from.opaque();
    path = new ArrayList<>(from.path());
  }

  private boolean authorityAfterSlashes() {
    while (isSlash(here())) {
      at++;
    }
    return authority();
  }

  private int authorityEnd() {
    int end = at;
    while (end < text.length()) {
      char c = text.charAt(end);
      if (isSlash(c) || c == '?' || c == '#') {
        break;
      }
      end++;
    }
    return end;
  }

  private boolean authority() {
    int end = authorityEnd();
    int sign = text.lastIndexOf('@', end - 1);
    if (sign >= at) {
      credentials(text.substring(at, sign));
      at = sign + 1;
      if (at == end) {
        return false;
      }
    }
    int colon = portColon(end);
    String name = text.substring(at, colon < 0 ? end : colon);
    if (name.isEmpty() && (special || colon >= 0)) {
      return false;
    }
    host = name.isEmpty() ? "" : HostName.parse(name, special);
    if (host == null || (colon >= 0 && !port(text.substring(colon + 1, end)))) {
      return false;
    }
    at = end;
    return pathStart();
  }

  private void credentials(String text) {
    int colon = text.indexOf(':');
    user = PercentCode.encode(colon < 0 ? text : text.substring(0, colon), PercentCode.USER);
    password = colon < 0 ? "" : PercentCode.encode(text.substring(colon + 1), PercentCode.USER);
  }

  private int portColon(int end) {
    boolean brackets = false;
    for (int i = at; i < end; i++) {
      char c = text.charAt(i);
      if (c == ':' && !brackets) {
        return i;
      }
      brackets = c == '[' || (brackets && c != ']');
    }
    return -1;
  }

  private boolean port(String digits) {
    int value = 0;
    for (int i = 0; i < digits.length(); i++) {
      char c = digits.charAt(i);
      if (c < '0' || c > '9') {
        return false;
      }
      value = value * 10 + c - '0';
      if (value > MAX_PORT) {
        return false;
      }
    }
    port = digits.isEmpty() || value == Url.defaultPort(scheme) ? Url.NO_PORT : value;
    return true;
  }

  private boolean file() {
    host = "";
    Url from = base != null && base.scheme().equals("file") ? base : null;
    if (!isSlash(here())) {
      if (from == null) {
        return path();
      }
      host = from.host();
      return pathBeside(from, !startsWithDrive(at));
    }
    at++;
    if (isSlash(here())) {
      at++;
      return fileHost();
    }
    if (from != null) {
      host = from.host();
      boolean drive = !from.path().isEmpty() && isDrive(from.path().getFirst(), false);
      if (drive && !startsWithDrive(at)) {
        path.add(from.path().getFirst());
      }
    }
    return path();
  }

  private boolean fileHost() {
    int end = authorityEnd();
    String name = text.substring(at, end);
    if (isDrive(name, true)) {
      return path();
    }
    if (!name.isEmpty()) {
      String parsed = HostName.parse(name, true);
      if (parsed == null) {
        return false;
      }
      host = parsed.equals("localhost") ? "" : parsed;
    }
    at = end;
    return pathStart();
  }

  private boolean pathStart() {
    if (special || here() == '/') {
      if (isSlash(here())) {
        at++;
      }
      return path();
    }
    boolean noPath = here() == END || here() == '?' || here() == '#';
    return noPath ? tail() : path();
  }

  private boolean path() {
    boolean more = true;
    while (more) {
      int end = authorityEnd();
      String raw = text.substring(at, end);
      at = end;
      more = isSlash(here());
      if (more) {
        at++;
      }
      segment(PercentCode.encode(raw, PercentCode.PATH), more);
    }
    return tail();
  }

  private void segment(String segment, boolean more) {
    String dots = segment.length() > 6 ? segment : segment.replace("%2e", ".").replace("%2E", ".");
    if (dots.equals("..")) {
      shorten();
    }
    if (dots.equals(".") || dots.equals("..")) {
      if (!more) {
        path.add("");
      }
    } else if (scheme.equals("file") && path.isEmpty() && isDrive(segment, true)) {
      path.add(segment.charAt(0) + ":");
    } else {
      path.add(segment);
    }
  }

  private void shorten() {
    boolean onlyDrive =
        scheme.equals("file") && path.size() == 1 && isDrive(path.getFirst(), false);
    if (!path.isEmpty() && !onlyDrive) {
      path.removeLast();
    }
  }

  private static boolean isDrive(String s, boolean alsoBar) {
    return s.length() == 2
        && isLetter(s.charAt(0))
        && (s.charAt(1) == ':' || (alsoBar && s.charAt(1) == '|'));
  }

  private boolean startsWithDrive(int i) {
    if (i + 2 > text.length() || !isDrive(text.substring(i, i + 2), true)) {
      return false;
    }
    return i + 2 == text.length() || "/\\?#".indexOf(text.charAt(i + 2)) >= 0;
  }

  private boolean opaquePath() {
    int end = at;
    while (end < text.length() && text.charAt(end) != '?' && text.charAt(end) != '#') {
      end++;
    }
    String encoded = PercentCode.encode(text.substring(at, end), PercentCode.CONTROL);
    // A space that would end the path must show that it is there.
    opaque = encoded.endsWith(" ") ? encoded.substring(0, encoded.length() - 1) + "%20" : encoded;
    at = end;
    return tail();
  }

  private boolean tail() {
    if (here() == '?') {
      int hash = text.indexOf('#', at);
      int end = hash < 0 ? text.length() : hash;
      var set = special ? PercentCode.SPECIAL_QUERY : PercentCode.QUERY;
      query = PercentCode.encode(text.substring(at + 1, end), set);
      at = end;
    }
    if (here() == '#') {
      fragment = PercentCode.encode(text.substring(at + 1), PercentCode.FRAGMENT);
    }
    return true;
  }
}
