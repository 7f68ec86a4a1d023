package org.tabadla.press;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// A page with places to fill: `{{name}}` escaped for HTML and XML, `{{&name}}` as it is,
/// `{{json:name}}` escaped for a JSON string, `{{#name}}…{{/name}}` once for each item of a list
/// (names not found in the item are looked up outside it).
final class Template {
  private static final Pattern PLACE = Pattern.compile("\\{\\{([#/&]|json:)?([A-Za-z0-9._-]+)}}");

  private sealed interface Part {}

  private record Words(String text) implements Part {}

  private record Place(String how, String name) implements Part {}

  private record Repeat(String name, List<Part> parts) implements Part {}

  private final String path;
  private final List<Part> parts;

  private Template(String path, List<Part> parts) {
    this.path = path;
    this.parts = parts;
  }

  static Template of(String path) {
    return parse(path, Shipped.text(path));
  }

  static Template parse(String path, String text) {
    Deque<Repeat> open = new ArrayDeque<>();
    open.push(new Repeat("", new ArrayList<>()));
    Matcher place = PLACE.matcher(text);
    int at = 0;
    while (place.find()) {
      top(open).parts.add(new Words(text.substring(at, place.start())));
      at = place.end();
      String how = place.group(1) == null ? "" : place.group(1);
      String name = place.group(2);
      switch (how) {
        case "#" -> open.push(new Repeat(name, new ArrayList<>()));
        case "/" -> {
          Repeat done = open.pop();
          if (!done.name.equals(name) || open.isEmpty()) {
            throw new IllegalStateException("[press] " + path + ": stray {{/" + name + "}}");
          }
          top(open).parts.add(done);
        }
        default -> top(open).parts.add(new Place(how, name));
      }
    }
    top(open).parts.add(new Words(text.substring(at)));
    if (open.size() != 1) {
      throw new IllegalStateException("[press] " + path + ": open {{#" + top(open).name + "}}");
    }
    return new Template(path, top(open).parts);
  }

  private static Repeat top(Deque<Repeat> open) {
    return open.element();
  }

  String fill(Fields fields) {
    var out = new StringBuilder();
    Deque<Fields> scope = new ArrayDeque<>();
    scope.push(fields);
    fill(parts, scope, out);
    return out.toString();
  }

  private void fill(List<Part> list, Deque<Fields> scope, StringBuilder out) {
    for (Part part : list) {
      switch (part) {
        case Words words -> out.append(words.text);
        case Place place -> out.append(escaped(place.how, value(place.name, scope)));
        case Repeat repeat -> {
          for (Fields item : items(repeat.name, scope)) {
            scope.push(item);
            fill(repeat.parts, scope, out);
            scope.pop();
          }
        }
      }
    }
  }

  private String value(String name, Deque<Fields> scope) {
    for (Fields fields : scope) {
      String value = fields.value(name);
      if (value != null) {
        return value;
      }
    }
    throw new IllegalStateException("[press] " + path + ": nothing to fill {{" + name + "}} with");
  }

  private List<Fields> items(String name, Deque<Fields> scope) {
    for (Fields fields : scope) {
      List<Fields> items = fields.items(name);
      if (items != null) {
        return items;
      }
    }
    throw new IllegalStateException("[press] " + path + ": no list for {{#" + name + "}}");
  }

  private static String escaped(String how, String value) {
    return switch (how) {
      case "&" -> value;
      case "json:" ->
          value
              .replace("\\", "\\\\")
              .replace("\"", "\\\"")
              .replace("\n", "\\n")
              .replace("\t", "\\t")
              .replace("</", "<\\/");
      default -> escape(value);
    };
  }

  static String escape(String value) {
    return value
        .replace("&", "&amp;")
        .replace("<", "&lt;")
        .replace(">", "&gt;")
        .replace("\"", "&quot;");
  }
}
