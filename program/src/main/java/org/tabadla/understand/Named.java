package org.tabadla.understand;

import org.jspecify.annotations.Nullable;
import org.tabadla.model.Name;
import org.tabadla.model.Span;

/// One mention of a name in a text.
///
/// @param key what all its spellings share
/// @param concept a language-free id, or null when it is in no table
record Named(Span span, Name.Kind kind, String key, @Nullable String concept) {}
