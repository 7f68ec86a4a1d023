package org.tabadla.register;

import java.util.Locale;
import org.jspecify.annotations.Nullable;

/// A list of commitments.
///
/// @param key a party's key, `CN-PK`, a sector's, a place's, a status, an article's id; "" for all
/// @param status only those that stand so by the newest word of a source; null for any
public record Shelf(Kind kind, String key, @Nullable Status status) {
  /// All commitments.
  public static final Shelf ALL = new Shelf(Kind.ALL, "");

  public Shelf(Kind kind, String key) {
    this(kind, key, null);
  }

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

  /// @return the same list, only of one status
  public Shelf at(@Nullable Status only) {
    return new Shelf(kind, key, only);
  }

  /// @return what it is kept under; the same for a list of all of one status and that status's own
  String path() {
    if (kind == Kind.ALL && status != null) {
      return Kind.STATUS.step() + "/" + status.word();
    }
    String path = kind == Kind.ALL ? "" : kind.step() + "/" + key;
    return status == null || kind == Kind.STATUS ? path : path + Lists.AT + status.word();
  }
}
