package org.tabadla.people;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.tabadla.model.Deed;
import org.tabadla.model.Text;

/// What a deed of this room did, as it stands in the deed's body.
sealed interface Step {
  /// An organisation came to be.
  record Founded(List<Text> names, String country, Organisation.Kind type) implements Step {}

  /// An organisation of another server is known here.
  ///
  /// @param home where that server is, without a slash at the end
  record Met(List<Text> names, String country, Organisation.Kind type, String home)
      implements Step {}

  /// An organisation got a key; the one before it ends with it.
  ///
  /// @param since when it began to sign; null for the time of the deed
  record KeyMade(String raw, @Nullable Instant since) implements Step {}

  /// A key signs nothing more from now on.
  record KeyEnded(String keyId, String reason) implements Step {}

  /// An account came to be.
  record Joined(String name, OrganisationId organisation, Role role) implements Step {}

  record RoleGiven(Role role) implements Step {}

  record Closed(String reason) implements Step {}

  Map<String, Class<? extends Step>> KINDS =
      Map.of(
          "founded", Founded.class,
          "met", Met.class,
          "key-made", KeyMade.class,
          "key-ended", KeyEnded.class,
          "joined", Joined.class,
          "role-given", RoleGiven.class,
          "closed", Closed.class);

  default String kind() {
    return switch (this) {
      case Founded _ -> "founded";
      case Met _ -> "met";
      case KeyMade _ -> "key-made";
      case KeyEnded _ -> "key-ended";
      case Joined _ -> "joined";
      case RoleGiven _ -> "role-given";
      case Closed _ -> "closed";
    };
  }

  /// @return null for what only the trail keeps, such as signing in
  static @Nullable Step of(Deed deed) {
    Class<? extends Step> kind = KINDS.get(deed.kind());
    return kind == null ? null : CanonicalJson.MAPPER.readValue(deed.body(), kind);
  }
}
