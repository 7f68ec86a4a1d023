package org.tabadla.read;

import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// The namespaces that hold from one element on, and the names that were met under them: a feed
/// says the same fifteen names a hundred times.
final class XmlScope {
  private final @Nullable XmlScope outer;
  private final int depth;
  private final Map<String, String> uris;
  private final Map<String, XmlName> elements = new HashMap<>();
  private final Map<String, String> attributes = new HashMap<>();

  /// @param depth of the element that declares them
  /// @param uris by prefix, "" for the default
  XmlScope(@Nullable XmlScope outer, int depth, Map<String, String> uris) {
    this.outer = outer;
    this.depth = depth;
    this.uris = uris;
  }

  @Nullable XmlScope outer() {
    return outer;
  }

  int depth() {
    return depth;
  }

  XmlName element(String raw) {
    XmlName known = elements.get(raw);
    if (known == null) {
      int colon = raw.indexOf(':');
      String prefix = colon < 0 ? "" : raw.substring(0, colon);
      String local = raw.substring(colon + 1).toLowerCase(Locale.ROOT);
      known = XmlName.of(raw, XmlSpaces.usual(uri(prefix), prefix), local);
      elements.put(raw, known);
    }
    return known;
  }

  /// @return the name with the usual prefix, in lower case; without a prefix it is in no namespace
  String attribute(String raw) {
    String known = attributes.get(raw);
    if (known == null) {
      int colon = raw.indexOf(':');
      String prefix = colon < 0 ? "" : raw.substring(0, colon);
      String local = raw.substring(colon + 1).toLowerCase(Locale.ROOT);
      known = colon < 0 ? local : XmlSpaces.usual(uri(prefix), prefix) + ":" + local;
      attributes.put(raw, known);
    }
    return known;
  }

  private @Nullable String uri(String prefix) {
    for (XmlScope scope = this; scope != null; scope = scope.outer) {
      String uri = scope.uris.get(prefix);
      if (uri != null) {
        return uri;
      }
    }
    return null;
  }
}
