package org.tabadla.verify;

import java.time.Instant;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.tabadla.people.Organisation;
import org.tabadla.people.OrganisationId;
import org.tabadla.people.Outcome;
import org.tabadla.people.People;
import org.tabadla.people.SigningKey;

/// Sets seals with the organisations' own keys, and tells of each whether it holds.
public final class Seals {
  private final People people;

  public Seals(People people) {
    this.people = people;
  }

  /// What there is to say of a seal.
  public enum Standing {
    HOLDS,
    /// The words are not those that were signed, or the key is none of this organisation's.
    BROKEN,
    /// The words are those that were signed, at a time when the key was not in force.
    KEY_ENDED,
    /// Nobody has signed it here.
    NONE;

    /// @return the last step of the interface's words: `verify.seal.key-ended`
    public String word() {
      return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
  }

  /// @param words what is signed, in canonical form, with the time in it
  /// @return empty where the organisation has no key in force here
  Optional<Seal> sign(String organisation, Instant at, String words) {
    return OrganisationId.isOne(organisation)
            && people.sign(new OrganisationId(organisation), words)
                instanceof Outcome.Done<People.Signed>(People.Signed signed)
        ? Optional.of(new Seal(signed.keyId(), signed.signature(), at))
        : Optional.empty();
  }

  /// @return the public key that an organisation signs with now, 32 bytes in Base64
  Optional<String> key(String organisation) {
    return organisation(organisation).flatMap(Organisation::key).map(Organisation.Key::raw);
  }

  /// @return the public key that a seal was set with
  Optional<String> key(Sealed sealed) {
    Seal seal = sealed.seal();
    if (seal == null || seal.at() == null) {
      return Optional.ofNullable(seal).map(Seal::key);
    }
    return organisation(sealed.organisation())
        .flatMap(by -> by.key(seal.key()))
        .map(Organisation.Key::raw);
  }

  private Optional<Organisation> organisation(String id) {
    return OrganisationId.isOne(id)
        ? people.organisation(new OrganisationId(id))
        : Optional.empty();
  }

  /// @param once the keys that the organisation gave for its own while seals carried their key
  Standing standing(Sealed sealed, Set<String> once) {
    Seal seal = sealed.seal();
    if (seal == null) {
      return Standing.NONE;
    }
    Instant at = seal.at();
    return at == null
        ? old(seal, sealed.words(), once)
        : standing(seal, at, organisation(sealed.organisation()).orElse(null), sealed.words());
  }

  private static Standing old(Seal seal, String words, Set<String> once) {
    return once.contains(seal.key()) && seal.heldOnce(words) ? Standing.HOLDS : Standing.BROKEN;
  }

  private static Standing standing(Seal seal, Instant at, @Nullable Organisation by, String words) {
    Organisation.Key key = by == null ? null : by.key(seal.key()).orElse(null);
    if (key == null || !SigningKey.verifies(key.raw(), words, seal.signature())) {
      return Standing.BROKEN;
    }
    return key.holdsAt(at) ? Standing.HOLDS : Standing.KEY_ENDED;
  }
}
