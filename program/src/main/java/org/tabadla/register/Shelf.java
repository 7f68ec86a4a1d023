package org.tabadla.register;

import java.util.Locale;

/// A list of commitments.
///
/// @param key a party's key, `CN-PK`, a sector's, a place's, a status, an article's id; "" for all
public record Shelf(Kind kind, String key) {
  /// All commitments.
  public static final Shelf ALL = new Shelf(Kind.ALL, "");

  /// What a list goes by.
  public enum Kind {
    ALL,
    PARTY,
    PAIR,
    SECTOR,
    PLACE,
    STATUS,
    ARTICLE;

    /// @return as a step of an address
    public String step() {
      return name().toLowerCase(Locale.ROOT);
    }
  }

  String path() {
    return kind == Kind.ALL ? "" : kind.step() + "/" + key;
  }
}
