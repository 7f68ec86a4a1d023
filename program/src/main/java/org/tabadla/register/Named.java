package org.tabadla.register;

import org.tabadla.model.Lang;

/// A party, sector or place as a source words it.
///
/// @param key a language-free id, or the folded words
public record Named(String key, String words, Lang lang) {}
