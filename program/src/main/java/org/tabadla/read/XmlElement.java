package org.tabadla.read;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.tabadla.address.Address;

/// An element of a feed, sitemap or outline. Names are in lower case, since many feeds mind no
/// case; namespaces are told by their usual prefix ({@link XmlSpaces}).
final class XmlElement implements XmlPart {
  private static final int SMALL_CHARS = 256;
  private static final String BASE = "xml:base";
  private static final Set<String> VOID =
      Set.of("area", "br", "col", "embed", "hr", "img", "input", "link", "meta", "source", "wbr");

  private final @Nullable XmlElement parent;
  private final XmlName name;
  private final List<String> attributes;
  private final boolean based;
  private final List<XmlPart> parts = new ArrayList<>(2);
  private List<XmlElement> children = List.of();

  /// A bit for each name among the children: most of what is asked for is not there.
  private long names;

  /// @param attributes name and value in turns, names as {@link XmlScope#attribute} gives them
  XmlElement(@Nullable XmlElement parent, XmlName name, List<String> attributes) {
    this.parent = parent;
    this.name = name;
    this.attributes = attributes;
    this.based = (parent != null && parent.based) || attribute(BASE) != null;
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
    if (children.isEmpty()) {
      children = new ArrayList<>();
    }
    children.add(child);
    names |= bit(child.name.key()) | bit(child.name.local());
  }

  private static long bit(String name) {
    return 1L << name.hashCode();
  }

  @Nullable XmlElement parent() {
    return parent;
  }

  String space() {
    return name.space();
  }

  String name() {
    return name.local();
  }

  String rawName() {
    return name.raw();
  }

  /// @param key `name` of the core namespace or `prefix:name`
  boolean is(String key) {
    return name.key().equals(key);
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
    return Collections.unmodifiableList(children);
  }

  /// @param key as for {@link #is}
  List<XmlElement> all(String key) {
    return matching(key, XmlName::key);
  }

  /// @param local the name in whatever namespace
  List<XmlElement> named(String local) {
    return matching(local, XmlName::local);
  }

  private List<XmlElement> matching(String wanted, Function<XmlName, String> part) {
    List<XmlElement> found = List.of();
    if ((names & bit(wanted)) != 0) {
      for (XmlElement child : children) {
        if (part.apply(child.name).equals(wanted)) {
          found = found.isEmpty() ? new ArrayList<>(1) : found;
          found.add(child);
        }
      }
    }
    return found;
  }

  /// @param key as for {@link #is}
  /// @return the first child of that name, or null
  @Nullable XmlElement first(String key) {
    if ((names & bit(key)) != 0) {
      for (XmlElement child : children) {
        if (child.is(key)) {
          return child;
        }
      }
    }
    return null;
  }

  boolean hasElements() {
    return !children.isEmpty();
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
    out.append('<').append(name());
    for (int i = 0; i < attributes.size(); i += 2) {
      String key = attributes.get(i);
      if (!key.startsWith("xmlns") && !key.equals(BASE)) {
        out.append(' ').append(key).append("=\"");
        boolean address = key.equals("href") || key.equals("src");
        escape(address ? resolvedHere(attributes.get(i + 1)) : attributes.get(i + 1), out);
        out.append('"');
      }
    }
    out.append('>');
    if (!VOID.contains(name())) {
      appendMarkup(out);
      out.append("</").append(name()).append('>');
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
    if (!based) {
      return document;
    }
    String outer = parent == null ? document : parent.base(document);
    String own = attribute(BASE);
    if (own == null || own.isBlank()) {
      return outer;
    }
    String resolved = Address.parse(own, outer);
    return resolved == null ? outer : resolved;
  }

  /// @return whether it or what it stands in says what its links are relative to
  boolean isBased() {
    return based;
  }
}
