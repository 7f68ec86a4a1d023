package org.tabadla.model;

import org.jspecify.annotations.Nullable;

/// A person, place or organisation that an article names.
///
/// @param text as the article writes it
/// @param key the same for every spelling in every script that is known to mean it; what its page
///   is found by
/// @param concept a language-free id such as `country:PK` or `org:sco`; null when it is in no table
/// @param count how often the article names it
public record Name(Text text, Kind kind, String key, @Nullable String concept, int count) {
  /// What is named.
  public enum Kind {
    PERSON,
    PLACE,
    ORGANISATION
  }
}
