package org.tabadla.people;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.tabadla.model.Shelf;
import org.tabadla.model.Text;

/// One-time links by which somebody comes in. The first operator comes in by one that is printed
/// where the server starts.
public final class Invitations {
  private static final String KIND = "people/invitation";
  private static final Duration GOOD_FOR = Duration.ofDays(3);
  private static final int MOST_OPEN = 1_000;

  private final People people;
  private final Shelf shelf;
  private final InstantSource clock;

  public Invitations(People people, Shelf shelf, InstantSource clock) {
    this.people = people;
    this.shelf = shelf;
    this.clock = clock;
  }

  /// What a link invites to.
  ///
  /// @param organisation null when whoever comes in founds theirs, as the first operator does
  public record Invitation(@Nullable OrganisationId organisation, Role role, Instant until) {}

  /// Who comes in.
  public record Newcomer(String id, String name, String password) {}

  /// The organisation that somebody founds on coming in.
  public record Founding(String id, List<Text> names, String country, Organisation.Kind kind) {}

  /// @param actor the account that invites, or {@link People#HOUSE}
  /// @return the secret step of the link
  public Outcome<String> invite(String actor, @Nullable OrganisationId organisation, Role role) {
    List<Shelf.Paper> open = shelf.list(KIND, null, MOST_OPEN);
    open.stream().filter(this::isOver).forEach(old -> shelf.remove(KIND, old.key()));
    if (open.size() >= MOST_OPEN) {
      return Outcome.refused(PeopleReason.TOO_MANY, String.valueOf(MOST_OPEN));
    }
    String secret = Secrets.make();
    var invitation = new Invitation(organisation, role, clock.instant().plus(GOOD_FOR));
    shelf.put(new Shelf.Paper(KIND, Secrets.hash(secret), CanonicalJson.of(invitation)));
    String subject =
        organisation == null ? People.HOUSE : Directory.ORGANISATION + organisation.value();
    people.note(actor, subject, "invited", Map.of("role", role.name()));
    return Outcome.done(secret);
  }

  private boolean isOver(Shelf.Paper paper) {
    return read(paper).until().isBefore(clock.instant());
  }

  /// @return what a link invites to; empty when it was used, is too old or never was
  public Optional<Invitation> open(String secret) {
    if (!Secrets.isOne(secret)) {
      return Optional.empty();
    }
    return shelf
        .get(KIND, Secrets.hash(secret))
        .map(Invitations::read)
        .filter(invitation -> invitation.until().isAfter(clock.instant()));
  }

  /// Comes in. The link is used up only when this succeeds.
  ///
  /// @param founding needed where the invitation names no organisation
  public synchronized Outcome<Account> accept(
      String secret, Newcomer newcomer, @Nullable Founding founding) {
    Optional<Invitation> invitation = open(secret);
    if (invitation.isEmpty()) {
      return Outcome.refused(PeopleReason.LINK_OVER, "");
    }
    if (!AccountId.isOne(newcomer.id())) {
      return Outcome.refused(PeopleReason.BAD_ID, newcomer.id());
    }
    if (people.account(new AccountId(newcomer.id())).isPresent()) {
      return Outcome.refused(PeopleReason.TAKEN, newcomer.id());
    }
    if (newcomer.name().isBlank()) {
      return Outcome.refused(PeopleReason.BAD_NAME, "");
    }
    if (!Passwords.isFit(newcomer.password())) {
      return Outcome.refused(PeopleReason.WEAK_PASSWORD, "");
    }
    return organisation(invitation.get(), founding, newcomer)
        .then(organisation ->
            people.join(
                newcomer.id(),
                new AccountId(newcomer.id()),
                newcomer.name(),
                organisation,
                invitation.get().role(),
                newcomer.password()))
        .then(account -> {
          shelf.remove(KIND, Secrets.hash(secret));
          return Outcome.done(account);
        });
  }

  private Outcome<OrganisationId> organisation(
      Invitation invitation, @Nullable Founding founding, Newcomer newcomer) {
    OrganisationId invitedTo = invitation.organisation();
    if (invitedTo != null) {
      return Outcome.done(invitedTo);
    }
    if (founding == null || !OrganisationId.isOne(founding.id())) {
      return Outcome.refused(PeopleReason.BAD_ID, founding == null ? "" : founding.id());
    }
    return people
        .found(
            newcomer.id(),
            new OrganisationId(founding.id()),
            founding.names(),
            founding.country(),
            founding.kind())
        .then(organisation -> Outcome.done(organisation.id()));
  }

  private static Invitation read(Shelf.Paper paper) {
    return CanonicalJson.MAPPER.readValue(paper.body(), Invitation.class);
  }
}
