package org.tabadla.exchange.federation;

import java.time.Instant;
import org.tabadla.people.OrganisationId;

/// An organisation of this house and one of another that deal with each other.
///
/// @param home what the other server's addresses begin with, without a slash at the end
public record Partner(OrganisationId own, OrganisationId other, String home, Instant since) {
  /// Names the pair.
  public String key() {
    return own + "/" + other;
  }

  /// The path of the other server's office for us.
  String path(String rest) {
    return "/federation/" + other + rest;
  }
}
