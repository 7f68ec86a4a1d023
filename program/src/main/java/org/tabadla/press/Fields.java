package org.tabadla.press;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// What fills a [Template]: values by name, and lists of further fields by name. Built up by one
/// writer, then read.
final class Fields {
  private final Map<String, String> values = new HashMap<>();
  private final Map<String, List<Fields>> lists = new HashMap<>();

  Fields put(String key, String value) {
    values.put(key, value);
    return this;
  }

  Fields putAll(Fields other) {
    values.putAll(other.values);
    lists.putAll(other.lists);
    return this;
  }

  Fields list(String key, List<Fields> items) {
    lists.put(key, new ArrayList<>(items));
    return this;
  }

  /// Makes `{{#key}}…{{/key}}` appear once or not at all.
  Fields when(String key, boolean so) {
    return list(key, so ? List.of(new Fields()) : List.of());
  }

  @Nullable String value(String key) {
    return values.get(key);
  }

  @Nullable List<Fields> items(String key) {
    return lists.get(key);
  }
}
