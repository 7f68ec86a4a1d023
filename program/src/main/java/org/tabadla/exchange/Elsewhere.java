package org.tabadla.exchange;

import org.tabadla.exchange.market.Act;
import org.tabadla.model.Deed;
import org.tabadla.people.OrganisationId;
import org.tabadla.people.Outcome;

/// Other houses, as the front desk sees them.
public interface Elsewhere {
  /// No other house at all.
  Elsewhere NOWHERE =
      new Elsewhere() {
        @Override
        public boolean arePartners(OrganisationId own, OrganisationId other) {
          return false;
        }

        @Override
        public boolean orders(Act act) {
          return false;
        }

        @Override
        public Outcome<Act> ask(Act act, Deed deed) {
          throw new IllegalStateException("nobody to ask");
        }
      };

  /// Tells whether an organisation of this house deals with one of another.
  boolean arePartners(OrganisationId own, OrganisationId other);

  /// Tells whether another house puts such a move in its place.
  boolean orders(Act act);

  /// Asks it to; blocks while it answers. When it is done, the deed stands in this house's journal
  /// too.
  Outcome<Act> ask(Act act, Deed deed);
}
