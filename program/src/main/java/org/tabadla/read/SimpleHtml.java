package org.tabadla.read;

import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.tabadla.address.Address;

/// HTML of the kind that feeds are full of: paragraphs, links, pictures and lists, properly nested.
/// One pass finds out whether it is of that kind and copies it without what is not allowed; at the
/// first thing that is not, it gives up and leaves it to the policy of {@link SafeHtml}, which is
/// thorough and twenty times slower. Allowed is what that policy allows, or less.
///
/// What it lets through is harmless by its grammar alone, however a browser mends it: only elements
/// whose content HTML reads as plain data, only listed attributes in double quotes and without
/// angle brackets or back-ticks, only addresses that begin with `http://`, `https://` or `mailto:`,
/// and every tag has its partner.
final class SimpleHtml {
  private static final int MAX_DEPTH = 32;
  private static final int MAX_ATTRIBUTES = 24;
  private static final int MAX_NAME_CHARS = 12;
  private static final int MAX_REFERENCE_CHARS = 32;
  private static final char LAST_CONTROL = 0x9F;
  private static final char FIRST_SURROGATE = 0xD800;
  private static final String REL = " rel=\"noopener noreferrer\"";

  /// What an element may stand in and hold.
  private enum Kind {
    /// Stands anywhere but in a list, holds nothing.
    VOID,
    /// Stands where paragraphs stand, holds nothing.
    RULE,
    /// Stands anywhere but in a list, holds its like.
    INLINE,
    /// Stands where paragraphs stand, holds a line of text.
    LINE,
    /// Stands where paragraphs stand, holds whatever may stand there.
    BLOCK,
    /// Stands where paragraphs stand, holds items.
    LIST,
    /// Stands in a list, holds whatever a block holds.
    ITEM
  }

  /// @param bare whether it means nothing without attributes, and is left out then
  private record Tag(String name, Kind kind, boolean bare, Set<String> attributes) {
    boolean holds(Kind child) {
      return switch (kind) {
        case VOID, RULE -> false;
        case INLINE, LINE -> child == Kind.INLINE || child == Kind.VOID;
        case BLOCK, ITEM -> child != Kind.ITEM;
        case LIST -> child == Kind.ITEM;
      };
    }
  }

  private static final Set<String> GLOBAL = Set.of("dir", "lang", "title");
  private static final Set<String> ADDRESSES = Set.of("href", "src", "cite");
  private static final Tag TOP = new Tag("", Kind.BLOCK, false, Set.of());
  private static final Map<String, Tag> TAGS = tags();

  private final String html;
  private final @Nullable String base;
  private final Tag[] open = new Tag[MAX_DEPTH];
  private final boolean[] shown = new boolean[MAX_DEPTH];
  private final String[] kept = new String[MAX_ATTRIBUTES];
  private final StringBuilder out;
  private int depth;
  private int anchors;
  private int at;
  private int copied;
  private int resolvedChars;

  private SimpleHtml(String html, @Nullable String base) {
    this.html = html;
    this.base = base;
    this.out = new StringBuilder(0);
    open[0] = TOP;
  }

  private static Map<String, Tag> tags() {
    var tags = new HashMap<String, Tag>();
    add(tags, Kind.VOID, false, Set.of(), "br", "wbr");
    add(tags, Kind.VOID, true, Set.of("src", "alt", "width", "height"), "img");
    add(tags, Kind.RULE, false, Set.of(), "hr");
    add(tags, Kind.INLINE, true, Set.of("href"), "a");
    add(tags, Kind.INLINE, true, Set.of(), "span", "font");
    add(tags, Kind.INLINE, false, Set.of("cite"), "q", "del", "ins");
    add(tags, Kind.INLINE, false, Set.of("datetime"), "time");
    for (String inline :
        "abbr b bdi big cite code dfn em i kbd mark s samp small strike strong sub sup tt u var"
            .split(" ", -1)) {
      add(tags, Kind.INLINE, false, Set.of(), inline);
    }
    add(tags, Kind.LINE, false, Set.of(), "p", "h1", "h2", "h3", "h4", "h5", "h6");
    add(tags, Kind.BLOCK, false, Set.of("cite"), "blockquote");
    for (String block : "address article aside div figcaption figure section".split(" ", -1)) {
      add(tags, Kind.BLOCK, false, Set.of(), block);
    }
    add(tags, Kind.LIST, false, Set.of("start", "type"), "ol", "ul");
    add(tags, Kind.ITEM, false, Set.of(), "li");
    return Map.copyOf(tags);
  }

  private static void add(
      Map<String, Tag> tags, Kind kind, boolean bare, Set<String> attributes, String... names) {
    for (String name : names) {
      tags.put(name, new Tag(name, kind, bare, attributes));
    }
  }

  /// @param base what its links are relative to; null when not known
  /// @return the same, harmless, links absolute; null when it is not of the simple kind
  static @Nullable String clean(String html, @Nullable String base) {
    return new SimpleHtml(html, base).read();
  }

  private @Nullable String read() {
    while (at < html.length()) {
      int tag = html.indexOf('<', at);
      int end = tag < 0 ? html.length() : tag;
      if (!text(end)) {
        return null;
      }
      at = end;
      if (tag >= 0 && !markup()) {
        return null;
      }
    }
    if (depth > 0) {
      return null;
    }
    return copied == 0 ? html : out.append(html, copied, html.length()).toString();
  }

  /// Writes what stands since the last change, then `instead` of what stands up to `end`.
  private void replace(int from, int end, String instead) {
    out.append(html, copied, from).append(instead);
    copied = end;
  }

  private boolean text(int end) {
    if (open[depth].kind() == Kind.LIST) {
      for (int i = at; i < end; i++) {
        if (html.charAt(i) > ' ') {
          return false;
        }
      }
    }
    for (int amp = html.indexOf('&', at, end); amp >= 0; amp = html.indexOf('&', amp + 1, end)) {
      if (!reference(amp)) {
        return false;
      }
    }
    return true;
  }

  /// References to ordinary characters stay as they are, an ampersand before white space becomes
  /// one.
  private boolean reference(int amp) {
    int i = amp + 1;
    char c = i < html.length() ? html.charAt(i) : ' ';
    if (c <= ' ') {
      replace(amp, i, "&amp;");
      return true;
    }
    int limit = Math.min(html.length(), i + MAX_REFERENCE_CHARS);
    if (c == '#') {
      return isCharacter(i + 1, limit);
    }
    while (i < limit && isLetterOrDigit(html.charAt(i))) {
      i++;
    }
    return i > amp + 1 && i < limit && html.charAt(i) == ';';
  }

  private boolean isCharacter(int from, int limit) {
    boolean hex = from < limit && (html.charAt(from) | 0x20) == 'x';
    int radix = hex ? 16 : 10;
    int first = hex ? from + 1 : from;
    int code = 0;
    int i = first;
    while (i < limit && code < FIRST_SURROGATE && isLetterOrDigit(html.charAt(i))) {
      int digit = Character.digit(html.charAt(i), radix);
      code = digit < 0 ? FIRST_SURROGATE : code * radix + digit;
      i++;
    }
    boolean ended = i > first && i < limit && html.charAt(i) == ';';
    return ended && code >= ' ' && (code < 0x7F || code > LAST_CONTROL) && code < FIRST_SURROGATE;
  }

  private boolean markup() {
    char next = at + 1 < html.length() ? html.charAt(at + 1) : ' ';
    if (next == '/') {
      return endTag();
    }
    return next == '!' ? comment() : next >= 'a' && next <= 'z' && startTag();
  }

  private boolean comment() {
    int end = html.indexOf("-->", at + 4);
    if (!html.startsWith("<!--", at) || end < 0) {
      return false;
    }
    for (int i = at + 4; i < end; i++) {
      char c = html.charAt(i);
      if (c == '>' || c == '<' || c == '!') {
        return false;
      }
    }
    replace(at, end + 3, "");
    at = end + 3;
    return true;
  }

  private boolean endTag() {
    Tag tag = open[depth];
    int end = at + 2 + tag.name().length();
    boolean partner =
        depth > 0
            && html.startsWith(tag.name(), at + 2)
            && end < html.length()
            && html.charAt(end) == '>';
    if (!partner) {
      return false;
    }
    if (!shown[depth]) {
      replace(at, end + 1, "");
    }
    anchors -= tag.name().equals("a") ? 1 : 0;
    depth--;
    at = end + 1;
    return true;
  }

  private boolean startTag() {
    int from = at;
    int end = at + 1;
    int limit = Math.min(html.length(), end + MAX_NAME_CHARS);
    while (end < limit && isLetterOrDigit(html.charAt(end))) {
      end++;
    }
    Tag tag = TAGS.get(html.substring(from + 1, end));
    if (tag == null || !open[depth].holds(tag.kind()) || depth + 1 >= MAX_DEPTH) {
      return false;
    }
    boolean anchor = tag.name().equals("a");
    if (anchor && anchors > 0) {
      return false;
    }
    at = end;
    int count = attributes(tag);
    if (count < 0) {
      return false;
    }
    boolean shows = count > 0 || !tag.bare();
    write(tag, from, shows, count);
    if (tag.kind() != Kind.VOID && tag.kind() != Kind.RULE) {
      depth++;
      open[depth] = tag;
      shown[depth] = shows;
      anchors += anchor ? 1 : 0;
    }
    return true;
  }

  private void write(Tag tag, int from, boolean shows, int count) {
    if (!shows) {
      replace(from, at, "");
      return;
    }
    int written = from + 1 + tag.name().length();
    if (count == 0 && at == written + 1) {
      return;
    }
    replace(written, at, "");
    boolean linked = false;
    for (int i = 0; i < count; i++) {
      out.append(' ').append(kept[i]);
      linked |= kept[i].startsWith("href");
    }
    out.append(linked ? REL : "").append('>');
  }

  /// Reads up to the end of the tag and keeps what is allowed.
  ///
  /// @return how many are kept, or -1 when the tag is not of the simple kind
  private int attributes(Tag tag) {
    int count = 0;
    for (int n = 0; n < MAX_ATTRIBUTES; n++) {
      int spaces = at;
      while (at < html.length() && isSpace(html.charAt(at))) {
        at++;
      }
      char c = at < html.length() ? html.charAt(at) : '<';
      if (c == '>') {
        at++;
        return count;
      }
      if (c == '/') {
        boolean empty = tag.kind() == Kind.VOID || tag.kind() == Kind.RULE;
        boolean ends = empty && at + 1 < html.length() && html.charAt(at + 1) == '>';
        at += 2;
        return ends ? count : -1;
      }
      String kept = at == spaces ? null : attribute(tag);
      if (kept == null) {
        return -1;
      }
      if (!kept.isEmpty()) {
        if (isKept(kept, count)) {
          return -1;
        }
        this.kept[count++] = kept;
      }
    }
    return -1;
  }

  /// Of two of one name browsers take the first.
  private boolean isKept(String attribute, int count) {
    int name = attribute.indexOf('=') + 1;
    for (int i = 0; i < count; i++) {
      if (kept[i].regionMatches(0, attribute, 0, name)) {
        return true;
      }
    }
    return false;
  }

  /// @return `name="value"`, "" when it is to be left out, or null when it is not simple
  private @Nullable String attribute(Tag tag) {
    int from = at;
    while (at < html.length() && isAttributeName(html.charAt(at))) {
      at++;
    }
    int end = at;
    if (end == from || end + 1 >= html.length()) {
      return null;
    }
    String name = html.substring(from, end);
    boolean allowed = tag.attributes().contains(name) || GLOBAL.contains(name);
    if (html.charAt(end) != '=') {
      return allowed ? null : "";
    }
    int close = html.charAt(end + 1) == '"' ? html.indexOf('"', end + 2) : -1;
    if (close < 0) {
      return null;
    }
    at = close + 1;
    if (!allowed) {
      return "";
    }
    boolean address = ADDRESSES.contains(name);
    for (int i = end + 2; i < close; i++) {
      char c = html.charAt(i);
      if (c == '<' || c == '>' || c == '`' || (address && (c <= ' ' || c == '\\'))) {
        return null;
      }
    }
    return address ? address(name, end + 2, close) : html.substring(from, at);
  }

  private @Nullable String address(String name, int from, int end) {
    if (isWeb(from, end) || html.startsWith("mailto:", from)) {
      return html.substring(from - name.length() - 2, end + 1);
    }
    String written = html.substring(from, end);
    if (written.indexOf('&') >= 0 || base == null || resolvedChars > SafeHtml.MAX_HTML_CHARS) {
      return null;
    }
    String resolved = Address.web(written, base);
    if (resolved == null) {
      return "";
    }
    resolvedChars += resolved.length();
    return name + "=\"" + XmlElement.escaped(resolved) + "\"";
  }

  private boolean isWeb(int from, int end) {
    int scheme =
        html.startsWith("https://", from) ? 8 : html.startsWith("http://", from) ? 7 : end - from;
    return from + scheme < end && html.charAt(from + scheme) != '/';
  }

  private static boolean isSpace(char c) {
    return c == ' ' || c == '\n' || c == '\t' || c == '\r';
  }

  private static boolean isLetterOrDigit(char c) {
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9');
  }

  private static boolean isAttributeName(char c) {
    return (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || c == '-' || c == ':' || c == '_';
  }
}
