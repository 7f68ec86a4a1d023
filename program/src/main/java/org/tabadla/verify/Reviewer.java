package org.tabadla.verify;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// An organisation that reviews claims, with what a reader must know to weigh its word.
///
/// @param ownership who owns it, in its own words
/// @param funding who pays for it, in its own words
/// @param ownGovernment whether it reviews claims of its own government
/// @param key the public key that it had when it said this: 32 bytes in Base64, of an old profile
///   X.509
/// @param seal its signature under all this; null for an old profile
public record Reviewer(
    String id,
    String name,
    @Nullable String url,
    String ownership,
    String funding,
    OwnGovernment ownGovernment,
    String key,
    @Nullable Seal seal) {
  /// Whether an organisation reviews its own government.
  public enum OwnGovernment {
    YES,
    NO,
    NOT_TOLD
  }

  Reviewer sealed(@Nullable Seal by) {
    return new Reviewer(id, name, url, ownership, funding, ownGovernment, key, by);
  }

  Reviewer doneAt(Instant deed) {
    return sealed(Seal.doneAt(seal, deed));
  }

  /// Whether another says the same of the organisation.
  boolean saysAs(Reviewer other) {
    return equals(
        new Reviewer(
            other.id,
            other.name,
            other.url,
            other.ownership,
            other.funding,
            other.ownGovernment,
            other.key,
            seal));
  }
}
