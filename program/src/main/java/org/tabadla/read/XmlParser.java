package org.tabadla.read;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// One pass over an XML document, or over what was meant as one: undeclared prefixes, HTML
/// entities, bare ampersands, attributes without quotes, junk before the root. No document type is
/// fetched and no entity can grow. Linear in the text; never fails.
final class XmlParser {
  private static final int MAX_ENTITIES = 64;
  private static final int MAX_ENTITY_CHARS = 256;
  private static final int MAX_ATTRIBUTES = 256;
  private static final Pattern ENTITY =
      Pattern.compile("<!ENTITY\\s+([\\w.-]{1,32})\\s+(?:\"([^\"]*+)\"|'([^']*+)')\\s*>");
  private static final Pattern NOT_CHARACTER_REFERENCE = Pattern.compile("&(?!#)|<");

  /// Elements of which one cannot hold another.
  private static final Set<String> NEVER_NESTED = Set.of("item", "entry");

  /// Elements that hold only text, so that a sibling's start tag ends them.
  private static final Set<String> TEXT_ONLY =
      Set.of(
          "title",
          "link",
          "guid",
          "pubdate",
          "author",
          "category",
          "comments",
          "dc:creator",
          "dc:date");

  private static final Set<String> SIBLINGS =
      Set.of(
          "title",
          "link",
          "guid",
          "pubdate",
          "author",
          "category",
          "comments",
          "description",
          "content:encoded",
          "dc:creator",
          "dc:date",
          "enclosure");

  private final String text;
  private final boolean mending;
  private final Map<String, String> entities = new HashMap<>();
  private final List<String> written = new ArrayList<>();
  private XmlScope scope = new XmlScope(null, 0, Map.of());
  private XmlScope rootScope = scope;
  private @Nullable XmlElement root;
  private @Nullable XmlElement open;
  private int at;
  private int depth;
  private int elements;
  private boolean matched = true;

  /// @param text with what XML forbids taken out
  /// @param mending whether tags that do not match are made to: what was left open is closed where
  ///   it must have ended. Otherwise the pass ends at the first
  XmlParser(String text, boolean mending) {
    this.text = text;
    this.mending = mending;
  }

  /// @return the root element, or null when there is none
  @Nullable XmlElement read() {
    while (at < text.length() && (matched || mending) && elements < XmlTree.MAX_ELEMENTS) {
      int tag = text.indexOf('<', at);
      chars(tag < 0 ? text.length() : tag);
      if (tag >= 0) {
        markup();
      }
    }
    matched &= open == null;
    return root;
  }

  /// @return whether every tag had its partner
  boolean isMatched() {
    return matched;
  }

  private void chars(int to) {
    if (open != null && to > at) {
      boolean lineEnd = to == at + 1 && text.charAt(at) == '\n';
      open.addText(lineEnd ? "\n" : XmlText.unescaped(text.substring(at, to), entities));
    }
    at = to;
  }

  private void markup() {
    char next = at + 1 < text.length() ? text.charAt(at + 1) : ' ';
    if (next == '/') {
      end();
    } else if (next == '!') {
      declaration();
    } else if (next == '?') {
      at = after(">", at);
    } else if (isNameStart(next)) {
      start();
    } else {
      if (open != null) {
        open.addText("<");
      }
      at++;
    }
  }

  private void declaration() {
    if (text.startsWith("<!--", at)) {
      at = after("-->", at + 4);
    } else if (text.startsWith("<![CDATA[", at)) {
      int end = text.indexOf("]]>", at);
      if (open != null) {
        open.addText(text.substring(at + 9, end < 0 ? text.length() : end));
      }
      at = end < 0 ? text.length() : end + 3;
    } else {
      doctype();
    }
  }

  private int after(String mark, int from) {
    int i = text.indexOf(mark, from);
    return i < 0 ? text.length() : i + mark.length();
  }

  /// Of the document's own entities only small, plain ones are taken: nothing can be built of them.
  private void doctype() {
    int close = text.indexOf('>', at);
    int before = close < 0 ? text.length() : close;
    int subset = text.indexOf('[', at, before);
    if (subset < 0) {
      at = close < 0 ? text.length() : close + 1;
      return;
    }
    int end = text.indexOf(']', subset);
    int until = end < 0 ? text.length() : end;
    Matcher entity = ENTITY.matcher(text).region(subset, until);
    while (entity.find() && entities.size() < MAX_ENTITIES) {
      String value = entity.group(2) == null ? entity.group(3) : entity.group(2);
      if (value != null
          && value.length() <= MAX_ENTITY_CHARS
          && !NOT_CHARACTER_REFERENCE.matcher(value).find()) {
        entities.put(String.valueOf(entity.group(1)), XmlText.unescaped(value, Map.of()));
      }
    }
    at = after(">", until);
  }

  private static boolean isNameStart(char c) {
    return (c >= 'a' && c <= 'z') || c == '_' || Character.isLetter(c);
  }

  private static boolean isName(char c) {
    return (c >= 'a' && c <= 'z')
        || (c >= '0' && c <= ':')
        || (c >= '-' && c <= '.')
        || c == '_'
        || Character.isLetterOrDigit(c);
  }

  private String name() {
    int from = at;
    while (at < text.length() && isName(text.charAt(at))) {
      at++;
    }
    return text.substring(from, at);
  }

  private void end() {
    at += 2;
    if (open != null && text.startsWith(open.rawName(), at)) {
      int after = at + open.rawName().length();
      if (after < text.length() && text.charAt(after) == '>') {
        at = after + 1;
        close();
        return;
      }
    }
    String name = name();
    at = after(">", at);
    if (open != null && open.rawName().equalsIgnoreCase(name)) {
      close();
    } else {
      matched = false;
      closeFarther(name);
    }
  }

  private void closeFarther(String name) {
    XmlElement found = open;
    int up = 0;
    while (found != null && !found.rawName().equalsIgnoreCase(name)) {
      found = found.parent();
      up++;
    }
    if (found != null) {
      for (int i = 0; i <= up; i++) {
        close();
      }
    }
  }

  private void close() {
    if (scope.depth() == depth && scope.outer() != null) {
      scope = scope.outer();
    }
    open = open == null ? null : open.parent();
    depth--;
  }

  private void start() {
    at++;
    String name = name();
    written.clear();
    boolean empty = attributes();
    if (open == null && root != null) {
      reopen(root);
    }
    if (depth >= XmlTree.MAX_DEPTH) {
      matched = false;
      return;
    }
    if (mending) {
      closeUnclosed(name.toLowerCase(Locale.ROOT));
    }
    push(name);
    if (empty) {
      close();
    }
  }

  /// What comes after the root's end still belongs to it when the end came too early.
  private void reopen(XmlElement ended) {
    matched = false;
    open = ended;
    depth = 1;
    scope = rootScope;
  }

  private void closeUnclosed(String name) {
    if (NEVER_NESTED.contains(name)) {
      XmlElement e = open;
      for (int up = 0; e != null; up++, e = e.parent()) {
        if (e.rawName().equalsIgnoreCase(name)) {
          for (int i = 0; i <= up; i++) {
            close();
          }
          return;
        }
      }
    } else if (open != null
        && SIBLINGS.contains(name)
        && TEXT_ONLY.contains(open.rawName().toLowerCase(Locale.ROOT))) {
      close();
    }
  }

  private void push(String rawName) {
    depth++;
    elements++;
    declare();
    List<String> attributes = written.isEmpty() ? List.of() : new ArrayList<>(written);
    for (int i = 0; i < attributes.size(); i += 2) {
      attributes.set(i, scope.attribute(attributes.get(i)));
    }
    var element = new XmlElement(open, scope.element(rawName), attributes);
    if (open == null) {
      root = element;
      rootScope = scope;
    } else {
      open.addElement(element);
    }
    open = element;
  }

  private void declare() {
    Map<String, String> uris = null;
    for (int i = 0; i < written.size(); i += 2) {
      String key = written.get(i);
      if (key.startsWith("xmlns") && (key.length() == 5 || key.charAt(5) == ':')) {
        uris = uris == null ? new HashMap<>() : uris;
        uris.put(key.length() == 5 ? "" : key.substring(6), written.get(i + 1));
      }
    }
    if (uris != null) {
      scope = new XmlScope(scope, depth, uris);
    }
  }

  /// Reads the attributes of a start tag into `written`, name and value in turns.
  ///
  /// @return whether the tag closes itself
  private boolean attributes() {
    while (at < text.length()) {
      char c = text.charAt(at);
      if (c == '>') {
        at++;
        return false;
      }
      if (c == '<') {
        // The tag was never finished.
        return false;
      }
      if (c == '/' && text.startsWith("/>", at)) {
        at += 2;
        return true;
      }
      if (!isName(c)) {
        at++;
        continue;
      }
      String name = name();
      String value = value();
      if (written.size() < 2 * MAX_ATTRIBUTES) {
        written.add(name);
        written.add(XmlText.unescaped(oneLine(value), entities));
      }
    }
    return false;
  }

  /// White space in attributes is spaces ([XML §3.3.3](https://www.w3.org/TR/xml/#AVNormalize)).
  private static String oneLine(String value) {
    return value.indexOf('\n') < 0 && value.indexOf('\t') < 0
        ? value
        : value.replace('\n', ' ').replace('\t', ' ');
  }

  private void skipSpace() {
    while (at < text.length() && Character.isWhitespace(text.charAt(at))) {
      at++;
    }
  }

  private String value() {
    skipSpace();
    if (at >= text.length() || text.charAt(at) != '=') {
      return "";
    }
    at++;
    skipSpace();
    char quote = at < text.length() ? text.charAt(at) : ' ';
    if (quote == '"' || quote == '\'') {
      at++;
      int end = text.indexOf(quote, at);
      int until = end < 0 ? text.length() : end;
      if (text.indexOf('<', at, until) < 0) {
        String value = text.substring(at, until);
        at = Math.min(until + 1, text.length());
        return value;
      }
      // The closing quote is missing.
    }
    int from = at;
    while (at < text.length() && " \t\r\n>".indexOf(text.charAt(at)) < 0) {
      at++;
    }
    return text.substring(from, at);
  }
}
