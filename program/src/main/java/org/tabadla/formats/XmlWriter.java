package org.tabadla.formats;

import java.util.ArrayDeque;
import java.util.Deque;
import org.jspecify.annotations.Nullable;

/// Writes XML, indented; characters that XML 1.0 forbids are left out, attributes and elements
/// without a value too.
final class XmlWriter {
  private final StringBuilder out =
      new StringBuilder("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n");
  private final Deque<String> open = new ArrayDeque<>();

  /// Opens an element.
  ///
  /// @param attributes names and values in turn; a null value leaves the attribute out
  XmlWriter open(String name, @Nullable String... attributes) {
    tag(name, attributes).append(">\n");
    open.push(name);
    return this;
  }

  XmlWriter close() {
    String name = open.pop();
    indent().append("</").append(name).append(">\n");
    return this;
  }

  /// Writes an element without content.
  XmlWriter empty(String name, @Nullable String... attributes) {
    tag(name, attributes).append("/>\n");
    return this;
  }

  /// Writes an element with text; nothing where there is no text.
  XmlWriter text(String name, @Nullable String text, @Nullable String... attributes) {
    if (text != null && !text.isBlank()) {
      tag(name, attributes)
          .append('>')
          .append(escaped(text))
          .append("</")
          .append(name)
          .append(">\n");
    }
    return this;
  }

  /// Writes an element whose content is markup that was parsed before.
  XmlWriter raw(String name, String markup, @Nullable String... attributes) {
    tag(name, attributes).append('>').append(markup).append("</").append(name).append(">\n");
    return this;
  }

  String document() {
    if (!open.isEmpty()) {
      throw new IllegalStateException("not closed: " + open.peek());
    }
    return out.toString();
  }

  private StringBuilder tag(String name, @Nullable String... attributes) {
    indent().append('<').append(name);
    for (int i = 0; i + 1 < attributes.length; i += 2) {
      String value = attributes[i + 1];
      if (value != null) {
        out.append(' ').append(attributes[i]).append("=\"").append(escaped(value)).append('"');
      }
    }
    return out;
  }

  private StringBuilder indent() {
    return out.append("  ".repeat(open.size()));
  }

  /// @return text as XML may hold it in content and in attributes
  static String escaped(String text) {
    var safe = new StringBuilder(text.length());
    text.codePoints()
        .forEach(c -> {
          switch (c) {
            case '&' -> safe.append("&amp;");
            case '<' -> safe.append("&lt;");
            case '>' -> safe.append("&gt;");
            case '"' -> safe.append("&quot;");
            default -> {
              if (isAllowed(c)) {
                safe.appendCodePoint(c);
              }
            }
          }
        });
    return safe.toString();
  }

  /// XML 1.0, production 2.
  private static boolean isAllowed(int c) {
    return c == '\t'
        || c == '\n'
        || c == '\r'
        || (c >= ' ' && c < 0xD800)
        || (c > 0xDFFF && c < 0xFFFE)
        || c > 0xFFFF;
  }
}
