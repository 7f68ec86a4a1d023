package org.tabadla.exchange.federation;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.tabadla.model.Text;
import org.tabadla.people.Organisation;
import org.tabadla.people.OrganisationId;
import org.tabadla.people.People;
import org.tabadla.people.SpokenPrint;

/// How a server presents the organisations that are at home on it: `/federation/card`.
///
/// A card proves nothing. Whoever reads it over a network that somebody else may hold has only
/// names; that a key is theirs is known when the words of its fingerprint were heard from them.
public record Card(List<Member> organisations) {
  /// The most that one card may hold.
  static final int MOST_MEMBERS = 1_000;

  public Card {
    organisations = List.copyOf(organisations);
  }

  /// One organisation.
  ///
  /// @param key the public key in force, 32 bytes in base64
  /// @param since when that key began to sign
  public record Member(
      OrganisationId id,
      List<Text> names,
      String country,
      Organisation.Kind kind,
      String key,
      Instant since) {
    public Member {
      names = List.copyOf(names);
    }

    /// The words to be heard over the telephone.
    public String print() {
      return SpokenPrint.of(key);
    }
  }

  /// This house's own.
  static Card of(People people) {
    return new Card(
        people.organisations().stream()
            .filter(organisation -> !organisation.isGuest())
            .flatMap(organisation -> member(organisation).stream())
            .limit(MOST_MEMBERS)
            .toList());
  }

  private static Optional<Member> member(Organisation of) {
    return of.key()
        .map(key ->
            new Member(of.id(), of.names(), of.country(), of.kind(), key.raw(), key.since()));
  }

  Optional<Member> member(OrganisationId id) {
    return organisations.stream().filter(each -> each.id().equals(id)).findFirst();
  }
}
