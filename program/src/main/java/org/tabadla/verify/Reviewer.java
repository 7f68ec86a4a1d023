package org.tabadla.verify;

import org.jspecify.annotations.Nullable;

/// An organisation that reviews claims, with what a reader must know to weigh its word.
///
/// @param ownership who owns it, in its own words
/// @param funding who pays for it, in its own words
/// @param ownGovernment whether it reviews claims of its own government
/// @param key the public key that its signatures are checked with, Base64 of X.509
public record Reviewer(
    String id,
    String name,
    @Nullable String url,
    String ownership,
    String funding,
    OwnGovernment ownGovernment,
    String key) {
  /// Whether an organisation reviews its own government.
  public enum OwnGovernment {
    YES,
    NO,
    NOT_TOLD
  }
}
