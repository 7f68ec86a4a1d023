package org.tabadla.formats;

import org.jspecify.annotations.Nullable;

/// Another item that an item holds or points to.
///
/// @param name what it is called within the item: `mainpic`, `group:main`
/// @param rel how it is tied to it: `irel:seeAlso`
/// @param item as much of it as is given; at least where it is
public record Association(String name, @Nullable String rel, NewsItem item) {}
