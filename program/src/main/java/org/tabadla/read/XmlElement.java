package org.tabadla.read;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.tabadla.address.Address;

/// An element of a feed, sitemap or outline. Names are in lower case, since many feeds mind no
/// case; namespaces are told by their usual prefix ({@link XmlSpaces}).
final class XmlElement implements XmlPart {
  private static final int SMALL_CHARS = 256;
  private static final Set<String> VOID =
      Set.of("area", "br", "col", "embed", "hr", "img", "input", "link", "meta", "source", "wbr");

  private final @Nullable XmlElement parent;
  private final String space;
  private final String name;
  private final String rawName;
  private final List<String> attributes = new ArrayList<>(0);
  private final List<XmlPart> parts = new ArrayList<>(2);

  /// @param space the usual prefix of its namespace; "" for the core of RSS
  /// @param rawName as it was written, with its prefix
  XmlElement(@Nullable XmlElement parent, String space, String name, String rawName) {
    this.parent = parent;
    this.space = space;
    this.name = name.toLowerCase(Locale.ROOT);
    this.rawName = rawName;
  }

  void addAttribute(String name, String value) {
    attributes.add(name.toLowerCase(Locale.ROOT));
    attributes.add(value);
  }

  /// Small pieces become one: a text cut up by marks without meaning would else fill the memory
  /// with its parts.
  void addText(String text) {
    if (text.isEmpty()) {
      return;
    }
    if (!parts.isEmpty()
        && parts.getLast() instanceof Chars(String before)
        && before.length() + text.length() <= SMALL_CHARS) {
      parts.set(parts.size() - 1, new Chars(before + text));
    } else {
      parts.add(new Chars(text));
    }
  }

  void addElement(XmlElement child) {
    parts.add(child);
  }

  @Nullable XmlElement parent() {
    return parent;
  }

  String space() {
    return space;
  }

  String name() {
    return name;
  }

  String rawName() {
    return rawName;
  }

  /// @param key `name` of the core namespace or `prefix:name`
  boolean is(String key) {
    int colon = key.indexOf(':');
    return colon < 0
        ? space.isEmpty() && name.equals(key)
        : space.length() == colon
            && key.startsWith(space)
            && key.endsWith(name)
            && key.length() == colon + 1 + name.length();
  }

  /// @return the value, or null when there is no such attribute
  @Nullable String attribute(String wanted) {
    for (int i = 0; i < attributes.size(); i += 2) {
      if (attributes.get(i).equals(wanted)) {
        return attributes.get(i + 1);
      }
    }
    return null;
  }

  List<XmlElement> elements() {
    List<XmlElement> found = new ArrayList<>(parts.size());
    for (XmlPart part : parts) {
      if (part instanceof XmlElement element) {
        found.add(element);
      }
    }
    return found;
  }

  List<XmlElement> all(String key) {
    return elements().stream().filter(e -> e.is(key)).toList();
  }

  /// @return the first child of that name, or null
  @Nullable XmlElement first(String key) {
    for (XmlPart part : parts) {
      if (part instanceof XmlElement element && element.is(key)) {
        return element;
      }
    }
    return null;
  }

  boolean hasElements() {
    return parts.stream().anyMatch(XmlElement.class::isInstance);
  }

  /// @return all text in it, markup left out
  String text() {
    if (parts.size() == 1 && parts.getFirst() instanceof Chars only) {
      return only.value();
    }
    var out = new StringBuilder();
    appendText(out);
    return out.toString();
  }

  private void appendText(StringBuilder out) {
    for (XmlPart part : parts) {
      switch (part) {
        case Chars chars -> out.append(chars.value());
        case XmlElement element -> element.appendText(out);
      }
    }
  }

  /// @return what it holds as HTML; prefixes are left out
  String markup() {
    var out = new StringBuilder();
    appendMarkup(out);
    return out.toString();
  }

  private void appendMarkup(StringBuilder out) {
    for (XmlPart part : parts) {
      if (out.length() > SafeHtml.MAX_HTML_CHARS) {
        return;
      }
      switch (part) {
        case Chars chars -> escape(chars.value(), out);
        case XmlElement element -> element.appendTag(out);
      }
    }
  }

  private void appendTag(StringBuilder out) {
    out.append('<').append(name);
    for (int i = 0; i < attributes.size(); i += 2) {
      String key = attributes.get(i);
      if (!key.startsWith("xmlns") && !key.equals("xml:base")) {
        out.append(' ').append(key).append("=\"");
        boolean address = key.equals("href") || key.equals("src");
        escape(address ? resolvedHere(attributes.get(i + 1)) : attributes.get(i + 1), out);
        out.append('"');
      }
    }
    out.append('>');
    if (!VOID.contains(name)) {
      appendMarkup(out);
      out.append("</").append(name).append('>');
    }
  }

  /// Bases inside the content would be lost with their attribute.
  private String resolvedHere(String link) {
    String base = FeedContext.usableBase(base(null));
    String resolved = base == null ? null : Address.parse(link, base);
    return resolved == null ? link : resolved;
  }

  private static void escape(String text, StringBuilder out) {
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      switch (c) {
        case '&' -> out.append("&amp;");
        case '<' -> out.append("&lt;");
        case '>' -> out.append("&gt;");
        case '"' -> out.append("&quot;");
        default -> out.append(c);
      }
    }
  }

  static String escaped(String text) {
    var out = new StringBuilder(text.length() + 16);
    escape(text, out);
    return out.toString();
  }

  /// @param document the address of the document, null when not known
  /// @return what links in it are relative to ([XML Base](https://www.w3.org/TR/xmlbase/)), or null
  @Nullable String base(@Nullable String document) {
    String outer = parent == null ? document : parent.base(document);
    String own = attribute("xml:base");
    if (own == null || own.isBlank()) {
      return outer;
    }
    String resolved = Address.parse(own, outer);
    return resolved == null ? outer : resolved;
  }
}
