package org.tabadla.exchange.market;

import java.time.Instant;
import org.tabadla.people.Organisation;
import org.tabadla.people.OrganisationId;

/// An offer or a request.
///
/// @param revision 1 as first put in
public record Listing(
    ListingId id, OrganisationId owner, Core core, Instant since, int revision, State state) {
  /// Where it stands.
  public sealed interface State {
    record Open() implements State {}

    record Withdrawn(Instant at, String reason) implements State {}

    /// Taken back for cause; deliveries made from it carry notices.
    record Killed(Instant at, String reason) implements State {}
  }

  public static ListingId idFor(OrganisationId owner, Core core, Instant at) {
    return new ListingId(
        Ids.of('l', owner, at.toEpochMilli(), core.about().titles(), core.kind(), core.side()));
  }

  /// Tells whether it can be answered.
  public boolean isOpen(Instant now) {
    Instant expires = core.times().expires();
    return state instanceof State.Open && (expires == null || now.isBefore(expires));
  }

  public boolean isSeenBy(Organisation organisation) {
    return owner.equals(organisation.id()) || core.audience().admits(organisation);
  }

  public boolean isPublic() {
    return core.audience().reach() == Audience.Reach.PUBLIC;
  }

  Listing with(State next) {
    return new Listing(id, owner, core, since, revision, next);
  }

  Listing with(Core next) {
    return new Listing(id, owner, next, since, revision + 1, state);
  }
}
