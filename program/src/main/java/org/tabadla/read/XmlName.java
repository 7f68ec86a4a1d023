package org.tabadla.read;

/// The name of an element.
///
/// @param raw as it was written, with its prefix
/// @param space the usual prefix of its namespace ({@link XmlSpaces}); "" for the core of RSS
/// @param local without prefix, in lower case, since many feeds mind no case
/// @param key what the adapters ask for: `title`, `dc:creator`
record XmlName(String raw, String space, String local, String key) {
  static XmlName of(String raw, String space, String local) {
    return new XmlName(raw, space, local, space.isEmpty() ? local : space + ":" + local);
  }
}
