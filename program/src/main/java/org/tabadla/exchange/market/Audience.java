package org.tabadla.exchange.market;

import java.util.List;
import org.tabadla.people.Organisation;
import org.tabadla.people.OrganisationId;

/// Who may see a listing. Its owner always does.
///
/// @param countries of a circle: organisations of these countries, ISO 3166-1 letters
/// @param parties of named parties
public record Audience(Reach reach, List<String> countries, List<OrganisationId> parties) {
  /// Everybody, readers without an account too.
  public static final Audience PUBLIC = new Audience(Reach.PUBLIC, List.of(), List.of());

  public Audience {
    countries = List.copyOf(countries);
    parties = List.copyOf(parties);
  }

  /// How far a listing is shown.
  public enum Reach {
    PUBLIC,
    CIRCLE,
    PARTIES
  }

  public boolean admits(Organisation organisation) {
    return switch (reach) {
      case PUBLIC -> true;
      case CIRCLE -> countries.contains(organisation.country());
      case PARTIES -> parties.contains(organisation.id());
    };
  }
}
