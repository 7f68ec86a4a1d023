package org.tabadla.model;

import org.jspecify.annotations.Nullable;

/// An outlet.
///
/// @param name as it calls itself, or its host name until a page has told
/// @param site its front page, or null where none is known
/// @param lang the language it mostly writes, `und` until known
public record Source(SourceId id, String name, @Nullable String site, Lang lang) {}
