package org.tabadla.web;

import org.jspecify.annotations.Nullable;

/// A short link: a keyword, a name, an outlet.
///
/// @param note what stands beside it (how many articles, what kind of name), or null
public record Chip(String href, Said label, @Nullable String note) {}
