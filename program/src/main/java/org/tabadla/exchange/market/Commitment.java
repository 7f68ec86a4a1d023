package org.tabadla.exchange.market;

import java.time.Instant;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.tabadla.people.OrganisationId;

/// What an agreement binds one side to.
///
/// @param due null where no day was agreed
/// @param kept since when it is kept; null while it is open
public record Commitment(
    String id, What what, OrganisationId who, @Nullable Instant due, @Nullable Instant kept) {
  /// What is to be done.
  public enum What {
    /// Hand over what was agreed; kept by the first delivery.
    DELIVER,
    /// Do what was agreed in return; the other side says when it is kept.
    RETURN
  }

  /// Where it stands at an instant.
  public sealed interface Standing {
    record Open() implements Standing {}

    record Overdue() implements Standing {}

    record Kept(Instant since) implements Standing {}

    /// The agreement ended first.
    record Released() implements Standing {}
  }

  static String id(AgreementId agreement, What what) {
    return agreement.value() + '/' + what.name().toLowerCase(Locale.ROOT);
  }

  static Commitment of(Agreement agreement, What what, OrganisationId who, @Nullable Instant kept) {
    return new Commitment(
        id(agreement.id(), what),
        what,
        who,
        what == What.DELIVER ? agreement.terms().deliverBy() : null,
        kept);
  }

  public Standing standing(Agreement agreement, Instant now) {
    if (kept != null) {
      return new Standing.Kept(kept);
    }
    if (!agreement.isInForce()) {
      return new Standing.Released();
    }
    return due != null && now.isAfter(due) ? new Standing.Overdue() : new Standing.Open();
  }
}
