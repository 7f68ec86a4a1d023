package org.tabadla;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import org.tabadla.exchange.Publishing;
import org.tabadla.exchange.market.Agreement;
import org.tabadla.exchange.market.DealTerms;
import org.tabadla.model.Lang;
import org.tabadla.model.Text;
import org.tabadla.people.OrganisationId;
import org.tabadla.people.People;
import org.tabadla.register.FromAgreement;
import org.tabadla.register.Register;
import org.tabadla.register.Status;

/// The exchange's agreements as the register enters them.
///
/// @param base what addresses begin with
record Entries(People people, Register register, String base) implements Publishing.Registrar {
  @Override
  public void enter(Agreement agreement, Publishing.Became became, Instant at) {
    DealTerms terms = agreement.terms();
    Instant due = terms.deliverBy();
    register.enter(
        new FromAgreement.Told(
            agreement.id().value(),
            status(became),
            name(terms.provider()),
            name(terms.receiver()),
            terms.subject(),
            terms.inReturn(),
            due == null ? null : LocalDate.ofInstant(due, ZoneOffset.UTC),
            at,
            base + "/" + FromAgreement.AGREEMENT + agreement.id()));
  }

  private static Status status(Publishing.Became became) {
    return switch (became) {
      case SIGNED -> Status.SIGNED;
      case DELIVERING -> Status.DELIVERING;
      case DELIVERED -> Status.DELIVERED;
      case CANCELLED -> Status.CANCELLED;
    };
  }

  /// Its own name, so that both houses enter the same words.
  private Text name(OrganisationId id) {
    return people
        .organisation(id)
        .map(organisation -> organisation.names().getFirst())
        .orElseGet(() -> new Text(id.value(), Lang.UND));
  }
}
