package org.tabadla.exchange.federation;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.tabadla.model.Text;
import org.tabadla.people.CanonicalJson;
import org.tabadla.people.Organisation;
import org.tabadla.people.OrganisationId;
import org.tabadla.people.Outcome;
import org.tabadla.people.People;
import org.tabadla.people.SigningKey;
import org.tabadla.people.SpokenPrint;

/// How a server presents the organisations that are at home on it: `/federation/card`.
///
/// A card by itself proves nothing. That a key is theirs is known when the words of its fingerprint
/// were heard from them; that names and country are theirs, by that key's signature over them.
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
  /// @param signature of that key over all else, in base64; a wrong country would open the circles
  ///   that are for it
  public record Member(
      OrganisationId id,
      List<Text> names,
      String country,
      Organisation.Kind kind,
      String key,
      Instant since,
      String signature) {
    public Member {
      names = List.copyOf(names);
    }

    /// What is signed.
    static String text(Organisation of, Organisation.Key key) {
      return text(of.id(), of.names(), of.country(), of.kind(), key.raw(), key.since());
    }

    private static String text(
        OrganisationId id,
        List<Text> names,
        String country,
        Organisation.Kind kind,
        String key,
        Instant since) {
      return CanonicalJson.of(
          Map.of(
              "card",
              id,
              "names",
              names,
              "country",
              country,
              "kind",
              kind,
              "key",
              key,
              "since",
              since.toEpochMilli()));
    }

    /// Tells whether all of it was signed by its key.
    boolean isSigned() {
      return SigningKey.verifies(key, text(id, names, country, kind, key, since), signature);
    }

    /// The words to be heard over the telephone.
    public String print() {
      return SpokenPrint.of(key);
    }
  }

  /// This house's own. One whose key is not here, as after a journal that was put back, is not
  /// among them.
  static Card of(People people) {
    return new Card(
        people.organisations().stream()
            .filter(organisation -> !organisation.isGuest())
            .flatMap(organisation -> member(people, organisation).stream())
            .limit(MOST_MEMBERS)
            .toList());
  }

  private static Optional<Member> member(People people, Organisation of) {
    return of.key()
        .flatMap(key ->
            people.sign(of.id(), Member.text(of, key))
                    instanceof Outcome.Done<People.Signed>(var by)
                ? Optional.of(
                    new Member(
                        of.id(),
                        of.names(),
                        of.country(),
                        of.kind(),
                        key.raw(),
                        key.since(),
                        by.signature()))
                : Optional.empty());
  }

  Optional<Member> member(OrganisationId id) {
    return organisations.stream().filter(each -> each.id().equals(id)).findFirst();
  }
}
