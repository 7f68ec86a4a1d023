package org.tabadla.people;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.tabadla.model.Lang;
import org.tabadla.model.Text;

/// A newsroom, agency, ministry or firm.
///
/// @param names at least one, each in its language; the first is its own
/// @param country two letters of ISO 3166-1
/// @param keys oldest first; at most one is in force
/// @param home where its own server is; null for one of this house
public record Organisation(
    OrganisationId id,
    List<Text> names,
    String country,
    Kind kind,
    List<Key> keys,
    @Nullable String home) {
  public Organisation {
    if (names.isEmpty()) {
      throw new IllegalArgumentException("organisation without a name: " + id);
    }
    names = List.copyOf(names);
    keys = List.copyOf(keys);
  }

  /// What sort of organisation it is.
  public enum Kind {
    BROADCASTER,
    AGENCY,
    NEWSPAPER,
    ONLINE,
    MINISTRY,
    UNIVERSITY,
    COMPANY,
    ASSOCIATION
  }

  /// A public key of Ed25519 (RFC 8032).
  ///
  /// @param id the first 16 hex digits of SHA-256 of the raw key
  /// @param raw the 32 bytes in base64
  /// @param ended since when it signs nothing more; null while in force
  public record Key(String id, String raw, Instant since, @Nullable Instant ended) {
    /// Tells whether what it signed at that time holds.
    public boolean holdsAt(Instant when) {
      return !when.isBefore(since) && (ended == null || when.isBefore(ended));
    }
  }

  /// Tells whether it is of another server, which keeps its key.
  public boolean isGuest() {
    return home != null;
  }

  /// The key that signs now.
  public Optional<Key> key() {
    return keys.stream().filter(key -> key.ended() == null).findFirst();
  }

  public Optional<Key> key(String keyId) {
    return keys.stream().filter(key -> key.id().equals(keyId)).findFirst();
  }

  /// The name for a reader of this language; its own where there is none.
  public Text name(Lang reader) {
    return names.stream()
        .filter(name -> name.lang().primary().equals(reader.primary()))
        .findFirst()
        .orElse(names.getFirst());
  }
}
