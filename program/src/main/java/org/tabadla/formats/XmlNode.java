package org.tabadla.formats;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// An element of a parsed document.
///
/// @param namespace "" for none
/// @param name the local name
/// @param attributes by local name; those of the XML namespace as `xml:lang`, of others as
///   `{namespace}name`
/// @param content elements and strings in document order
/// @param line from 1
/// @param column from 1, after the start tag
record XmlNode(
    String namespace,
    String name,
    Map<String, String> attributes,
    List<Object> content,
    int line,
    int column) {
  private static final String XML_SPACE = " \t\r\n";

  String place() {
    return line + ":" + column;
  }

  @Nullable String attribute(String key) {
    String value = attributes.get(key);
    return value == null || value.isBlank() ? null : value.strip();
  }

  Stream<XmlNode> elements() {
    return content.stream().filter(XmlNode.class::isInstance).map(XmlNode.class::cast);
  }

  List<XmlNode> children(String child) {
    return elements().filter(e -> e.name.equals(child)).toList();
  }

  @Nullable XmlNode child(String child) {
    return elements().filter(e -> e.name.equals(child)).findFirst().orElse(null);
  }

  /// @return the first element at the end of a path of names, or null
  @Nullable XmlNode find(String... path) {
    XmlNode at = this;
    for (String step : path) {
      at = at == null ? null : at.child(step);
    }
    return at;
  }

  /// @return the text of the first child of a name, or null where there is none or it is blank
  @Nullable String textOf(String... path) {
    XmlNode found = find(path);
    String text = found == null ? "" : found.text();
    return text.isEmpty() ? null : text;
  }

  /// @return all words below, white space folded as prose has it; `<br/>` is a line's end
  String text() {
    var out = new StringBuilder();
    words(out);
    List<String> lines = new ArrayList<>();
    for (String line : out.toString().split("\u0000", -1)) {
      lines.add(line.strip().replaceAll("[" + XML_SPACE + "]+", " "));
    }
    return String.join("\n", lines).strip();
  }

  private void words(StringBuilder out) {
    for (Object part : content) {
      if (part instanceof XmlNode e) {
        if (e.name.equals("br")) {
          out.append('\u0000');
        }
        e.words(out);
      } else {
        out.append(part);
      }
    }
  }

  /// Visits this element and all below, in document order.
  void each(Consumer<XmlNode> visitor) {
    visitor.accept(this);
    elements().forEach(e -> e.each(visitor));
  }

  /// @return the markup within this element, a namespace declared where it changes; comments are
  ///   gone
  String inner() {
    var out = new StringBuilder();
    for (Object part : content) {
      if (part instanceof XmlNode e) {
        e.markup(out, "");
      } else {
        out.append(XmlWriter.escaped(Objects.toString(part)));
      }
    }
    return out.toString().strip();
  }

  private void markup(StringBuilder out, String around) {
    out.append('<').append(name);
    if (!namespace.equals(around)) {
      out.append(" xmlns=\"").append(XmlWriter.escaped(namespace)).append('"');
    }
    attributes.forEach((key, value) -> {
      if (!key.startsWith(
          "{")) { // a hint for a schema processor, or an extension nobody here reads
        out.append(' ').append(key).append("=\"").append(XmlWriter.escaped(value)).append('"');
      }
    });
    if (content.isEmpty()) {
      out.append("/>");
      return;
    }
    out.append('>');
    for (Object part : content) {
      if (part instanceof XmlNode e) {
        e.markup(out, namespace);
      } else {
        out.append(XmlWriter.escaped(Objects.toString(part)));
      }
    }
    out.append("</").append(name).append('>');
  }
}
