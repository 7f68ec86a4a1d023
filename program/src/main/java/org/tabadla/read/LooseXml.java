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

/// Reads XML that is none: undeclared prefixes, HTML entities, bare ampersands, tags left open or
/// closed twice, attributes without quotes, junk before the root, a document cut short. One pass,
/// linear in the input; never fails.
final class LooseXml {
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
  private int at;
  private final Map<String, String> entities = new HashMap<>();
  private final List<Map<String, String>> declared = new ArrayList<>();
  private @Nullable XmlElement root;
  private @Nullable XmlElement open;
  private int depth;
  private int elements;

  private LooseXml(String text) {
    this.text = text;
  }

  /// @return the root element, or null when there is none
  static @Nullable XmlElement parse(String text) {
    return new LooseXml(text).read();
  }

  private @Nullable XmlElement read() {
    while (at < text.length() && elements < XmlTree.MAX_ELEMENTS) {
      int tag = text.indexOf('<', at);
      if (tag < 0) {
        chars(text.length());
        break;
      }
      chars(tag);
      markup();
    }
    return root;
  }

  private void chars(int to) {
    if (open != null && to > at) {
      open.addText(XmlText.repaired(XmlText.unescaped(text.substring(at, to), entities)));
    }
    at = to;
  }

  private void markup() {
    if (text.startsWith("<!--", at)) {
      at = after("-->", at + 4);
    } else if (text.startsWith("<![CDATA[", at)) {
      int end = text.indexOf("]]>", at);
      if (open != null) {
        open.addText(XmlText.repaired(text.substring(at + 9, end < 0 ? text.length() : end)));
      }
      at = end < 0 ? text.length() : end + 3;
    } else if (text.startsWith("<?", at)) {
      at = after(">", at);
    } else if (text.startsWith("<!", at)) {
      doctype();
    } else if (text.startsWith("</", at)) {
      end();
    } else if (at + 1 < text.length() && isNameStart(text.charAt(at + 1))) {
      start();
    } else {
      if (open != null) {
        open.addText("<");
      }
      at++;
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
    return Character.isLetter(c) || c == '_';
  }

  private static boolean isName(char c) {
    return Character.isLetterOrDigit(c) || c == '_' || c == ':' || c == '-' || c == '.';
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
    String name = name();
    at = after(">", at);
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
    if (open != null && open.parent() != null) {
      open = open.parent();
      depth--;
      declared.removeLast();
    } else {
      open = null;
      depth = 0;
      declared.clear();
    }
  }

  private void start() {
    at++;
    String name = name();
    List<String> attributes = new ArrayList<>();
    boolean empty = attributes(attributes);
    reopenAfterRoot();
    if (depth >= XmlTree.MAX_DEPTH) {
      return;
    }
    closeUnclosed(name.toLowerCase(Locale.ROOT));
    push(name, attributes);
    if (empty) {
      close();
    }
  }

  /// What comes after the root's end still belongs to it when the end came too early.
  private void reopenAfterRoot() {
    if (open == null && root != null) {
      open = root;
      depth = 1;
      declared.add(Map.of());
    }
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

  private void push(String rawName, List<String> attributes) {
    Map<String, String> spaces = new HashMap<>();
    for (int i = 0; i < attributes.size(); i += 2) {
      String key = attributes.get(i);
      if (key.equals("xmlns") || key.startsWith("xmlns:")) {
        spaces.put(key.equals("xmlns") ? "" : key.substring(6), attributes.get(i + 1));
      }
    }
    declared.add(spaces);
    int colon = rawName.indexOf(':');
    String prefix = colon < 0 ? "" : rawName.substring(0, colon);
    var element =
        new XmlElement(
            open,
            XmlSpaces.usual(space(prefix), prefix),
            colon < 0 ? rawName : rawName.substring(colon + 1),
            rawName);
    for (int i = 0; i < attributes.size(); i += 2) {
      element.addAttribute(attributes.get(i), attributes.get(i + 1));
    }
    if (open == null) {
      root = element;
    } else {
      open.addElement(element);
    }
    open = element;
    depth++;
    elements++;
  }

  private @Nullable String space(String prefix) {
    for (Map<String, String> scope : declared.reversed()) {
      String uri = scope.get(prefix);
      if (uri != null) {
        return uri;
      }
    }
    return null;
  }

  /// @return whether the tag closes itself
  private boolean attributes(List<String> into) {
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
      if (into.size() < 2 * MAX_ATTRIBUTES) {
        into.add(name);
        into.add(XmlText.repaired(XmlText.unescaped(value, entities)));
      }
    }
    return false;
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
    int from = at;
    if (quote == '"' || quote == '\'') {
      int end = text.indexOf(quote, at + 1);
      int until = end < 0 ? text.length() : end;
      int tag = text.substring(from + 1, until).indexOf('<');
      if (tag < 0) {
        at = Math.min(until + 1, text.length());
        return text.substring(from + 1, until);
      }
      // The closing quote is missing.
      at++;
      from++;
    }
    while (at < text.length() && " \t\r\n>".indexOf(text.charAt(at)) < 0) {
      at++;
    }
    return text.substring(from, at);
  }
}
