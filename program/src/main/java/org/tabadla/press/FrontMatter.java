package org.tabadla.press;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// A file of `key: value` lines, then a blank line, then free text. A key may stand on several
/// lines; a line that begins with `#` is a comment.
///
/// @param values by key, in the file's order
/// @param text what stands after the first blank line, stripped
record FrontMatter(Map<String, List<String>> values, String text) {
  static FrontMatter read(String path) {
    String file = Shipped.text(path);
    var values = new LinkedHashMap<String, List<String>>();
    int at = 0;
    while (at < file.length()) {
      int end = file.indexOf('\n', at);
      end = end < 0 ? file.length() : end;
      String line = file.substring(at, end).strip();
      at = end + 1;
      if (line.isEmpty()) {
        break;
      }
      if (line.charAt(0) != '#') {
        int colon = line.indexOf(':');
        if (colon < 1) {
          throw new IllegalStateException("[press] " + path + ": no 'key: value': " + line);
        }
        values
            .computeIfAbsent(line.substring(0, colon).strip(), _ -> new ArrayList<>())
            .add(line.substring(colon + 1).strip());
      }
    }
    return new FrontMatter(values, at < file.length() ? file.substring(at).strip() : "");
  }

  Optional<String> maybe(String key) {
    return all(key).stream().findFirst();
  }

  String value(String key, String otherwise) {
    return maybe(key).orElse(otherwise);
  }

  /// @throws IllegalStateException when the file lacks the key: a bug in a shipped file
  String value(String key) {
    return maybe(key)
        .orElseThrow(() -> new IllegalStateException("[press] '" + key + "' missing in " + values));
  }

  List<String> all(String key) {
    return values.getOrDefault(key, List.of());
  }

  /// @return the parts of each value of `key` between `|`, stripped
  List<List<String>> rows(String key) {
    return all(key).stream().map(FrontMatter::parts).toList();
  }

  private static List<String> parts(String value) {
    var parts = new ArrayList<String>();
    int from = 0;
    for (int bar = value.indexOf('|'); bar >= 0; bar = value.indexOf('|', from)) {
      parts.add(value.substring(from, bar).strip());
      from = bar + 1;
    }
    parts.add(value.substring(from).strip());
    return List.copyOf(parts);
  }
}
