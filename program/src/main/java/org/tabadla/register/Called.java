package org.tabadla.register;

import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.tabadla.model.Lang;

/// What parties, sectors and places are called in each language, by the first source that named
/// them.
final class Called {
  private final Map<String, Map<String, Named>> names = new HashMap<>();

  void add(Keys.Called one) {
    names
        .computeIfAbsent(path(one.kind(), one.named().key()), k -> new LinkedHashMap<>(2))
        .putIfAbsent(one.named().lang().primary(), one.named());
  }

  private static String path(Shelf.Kind kind, String key) {
    return kind.step() + "/" + key;
  }

  /// @return what it is called in a language, or else by the first source that named it
  Optional<Named> in(Shelf shelf, Lang lang) {
    Map<String, Named> all = names.getOrDefault(path(shelf.kind(), shelf.key()), Map.of());
    Named own = all.get(lang.primary());
    return own == null ? all.values().stream().findFirst() : Optional.of(own);
  }
}
