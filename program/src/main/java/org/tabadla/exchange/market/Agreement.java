package org.tabadla.exchange.market;

import java.time.Instant;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.tabadla.people.OrganisationId;

/// Terms that both sides have signed.
///
/// @param signatures the seq of the deed by which each side signed
/// @param since when the second had signed
public record Agreement(
    AgreementId id,
    DealTerms terms,
    Map<OrganisationId, Long> signatures,
    Instant since,
    @Nullable Ended ended) {
  public Agreement {
    signatures = Map.copyOf(signatures);
  }

  /// How it came to an end before its time.
  public record Ended(OrganisationId by, String reason, Instant at) {}

  public boolean has(OrganisationId one) {
    return terms.provider().equals(one) || terms.receiver().equals(one);
  }

  public boolean isInForce() {
    return ended == null;
  }
}
