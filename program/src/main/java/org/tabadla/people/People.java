package org.tabadla.people;

import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.tabadla.model.Deed;
import org.tabadla.model.Journal;
import org.tabadla.model.Shelf;
import org.tabadla.model.Text;

/// The room's front desk: organisations, their keys, accounts and the trail.
///
/// What is remembered stands in the journal; private keys and password hashes lie on the shelf.
public final class People {
  /// This room in the journal.
  public static final String ROOM = "people";

  /// The actor of what the program itself does.
  public static final String HOUSE = "house";

  private static final String KEYS = "people/key";
  private static final String PASSWORDS = "people/password";
  private static final int LONGEST_NAME_CHARS = 120;
  private static final int MOST_NAMES = 8;
  private static final Set<String> COUNTRIES = Set.of(Locale.getISOCountries());

  private final Journal journal;
  private final Shelf shelf;
  private final InstantSource clock;
  private final Directory directory = new Directory();
  private long seen;

  public People(Journal journal, Shelf shelf, InstantSource clock) {
    this.journal = journal;
    this.shelf = shelf;
    this.clock = clock;
    catchUp();
  }

  /// A signature and the key that made it.
  public record Signed(String keyId, String signature) {}

  public Optional<Organisation> organisation(OrganisationId id) {
    return Optional.ofNullable(directory.organisation(id));
  }

  /// All, by id.
  public List<Organisation> organisations() {
    return directory.organisations();
  }

  public Optional<Account> account(AccountId id) {
    return Optional.ofNullable(directory.account(id));
  }

  /// Tells whether an account was closed, by this process or another.
  public synchronized boolean hasLeft(String account) {
    catchUp();
    return directory.isClosed(account);
  }

  /// An organisation's accounts, closed ones too.
  public List<Account> accounts(OrganisationId organisation) {
    return directory.accounts().stream()
        .filter(account -> account.organisation().equals(organisation))
        .toList();
  }

  /// Tells whether nobody ever had an account here.
  public synchronized boolean hasNoAccount() {
    catchUp();
    return directory.accounts().isEmpty();
  }

  /// Tells whether nobody runs this server yet.
  public synchronized boolean hasNoOperator() {
    catchUp();
    return directory.accounts().stream().noneMatch(account -> account.may(Role.OPERATOR));
  }

  /// Takes in an organisation and makes it a key.
  ///
  /// @param actor the account that does it, or {@link #HOUSE}
  public synchronized Outcome<Organisation> found(
      String actor, OrganisationId id, List<Text> names, String country, Organisation.Kind kind) {
    catchUp();
    if (directory.organisation(id) != null) {
      return Outcome.refused(PeopleReason.TAKEN, id.value());
    }
    Outcome<Organisation> fault = faultOf(names, country);
    if (fault != null) {
      return fault;
    }
    SigningKey key = keep(id, SigningKey.make());
    write(
        actor,
        Directory.ORGANISATION + id,
        new Step.Founded(names, country, kind),
        new Step.KeyMade(key.raw(), null));
    return Outcome.done(organisation(id).orElseThrow());
  }

  /// An organisation as its own server presents it.
  ///
  /// @param home where that server is, without a slash at the end
  /// @param key its public key, 32 bytes in base64, whose fingerprint a person has heard
  /// @param since when that key began to sign
  public record Guest(
      OrganisationId id,
      List<Text> names,
      String country,
      Organisation.Kind kind,
      String home,
      String key,
      Instant since) {
    public Guest {
      names = List.copyOf(names);
    }
  }

  /// Takes in an organisation of another server, or a new key or address of one that is known.
  ///
  /// @param actor the account that heard the fingerprint
  public synchronized Outcome<Organisation> meet(String actor, Guest guest) {
    catchUp();
    Organisation known = directory.organisation(guest.id());
    if (known != null && !known.isGuest()) {
      return Outcome.refused(PeopleReason.TAKEN, guest.id().value());
    }
    Outcome<Organisation> fault = faultOf(guest.names(), guest.country());
    if (fault != null) {
      return fault;
    }
    if (!SigningKey.isOne(guest.key())) {
      return Outcome.refused(PeopleReason.NO_KEY, guest.key());
    }
    boolean ended =
        known != null
            && known.key(SigningKey.id(guest.key())).filter(key -> key.ended() != null).isPresent();
    if (ended) {
      return Outcome.refused(PeopleReason.KEY_ENDED, guest.id().value());
    }
    var met = new Step.Met(guest.names(), guest.country(), guest.kind(), guest.home());
    String subject = Directory.ORGANISATION + guest.id();
    boolean same =
        known != null && known.key().filter(key -> key.raw().equals(guest.key())).isPresent();
    if (same) {
      write(actor, subject, met);
    } else {
      write(actor, subject, met, new Step.KeyMade(guest.key(), guest.since()));
    }
    return Outcome.done(organisation(guest.id()).orElseThrow());
  }

  private static @Nullable Outcome<Organisation> faultOf(List<Text> names, String country) {
    if (names.isEmpty() || names.size() > MOST_NAMES || !names.stream().allMatch(People::isFit)) {
      return Outcome.refused(PeopleReason.BAD_NAME, "");
    }
    return COUNTRIES.contains(country) ? null : Outcome.refused(PeopleReason.BAD_COUNTRY, country);
  }

  private static boolean isFit(Text name) {
    return !name.isBlank() && name.value().length() <= LONGEST_NAME_CHARS;
  }

  /// Makes an account with its password.
  public synchronized Outcome<Account> join(
      String actor,
      AccountId id,
      String name,
      OrganisationId organisation,
      Role role,
      String password) {
    catchUp();
    if (directory.account(id) != null) {
      return Outcome.refused(PeopleReason.TAKEN, id.value());
    }
    Organisation of = directory.organisation(organisation);
    if (of == null || of.isGuest()) {
      return Outcome.refused(PeopleReason.NO_SUCH_ORGANISATION, organisation.value());
    }
    if (name.isBlank() || name.length() > LONGEST_NAME_CHARS) {
      return Outcome.refused(PeopleReason.BAD_NAME, "");
    }
    if (!Passwords.isFit(password)) {
      return Outcome.refused(PeopleReason.WEAK_PASSWORD, "");
    }
    keepPassword(id, password);
    write(actor, Directory.ACCOUNT + id, new Step.Joined(name, organisation, role));
    return Outcome.done(account(id).orElseThrow());
  }

  /// Sets a password anew; whoever calls this ends the account's other sessions.
  Outcome<Account> setPassword(Account account, String password) {
    if (!Passwords.isFit(password)) {
      return Outcome.refused(PeopleReason.WEAK_PASSWORD, "");
    }
    keepPassword(account.id(), password);
    note(account.id().value(), Directory.ACCOUNT + account.id(), "password-set", Map.of());
    return Outcome.done(account);
  }

  /// Checks a password; takes as long for a name that nobody has.
  Optional<Account> checked(AccountId id, String password) {
    Account account = directory.account(id);
    Optional<Shelf.Paper> paper =
        account == null ? Optional.empty() : shelf.get(PASSWORDS, id.value());
    if (account == null || account.closed() || paper.isEmpty()) {
      Passwords.pretend(password);
      return Optional.empty();
    }
    String hash = CanonicalJson.MAPPER.readTree(paper.get().body()).path("hash").asString();
    return Passwords.matches(password, hash) ? Optional.of(account) : Optional.empty();
  }

  private void keepPassword(AccountId id, String password) {
    String body = CanonicalJson.of(Map.of("hash", Passwords.hash(password)));
    shelf.put(new Shelf.Paper(PASSWORDS, id.value(), body));
  }

  public synchronized Outcome<Account> give(String actor, AccountId id, Role role) {
    catchUp();
    Account account = directory.account(id);
    if (account == null) {
      return Outcome.refused(PeopleReason.NO_SUCH_ACCOUNT, id.value());
    }
    if (role != Role.OPERATOR && isLastOperator(account)) {
      return Outcome.refused(PeopleReason.LAST_OPERATOR, id.value());
    }
    write(actor, Directory.ACCOUNT + id, new Step.RoleGiven(role));
    return Outcome.done(account(id).orElseThrow());
  }

  /// Closes an account for good.
  public synchronized Outcome<Account> close(String actor, AccountId id, String reason) {
    catchUp();
    Account account = directory.account(id);
    if (account == null) {
      return Outcome.refused(PeopleReason.NO_SUCH_ACCOUNT, id.value());
    }
    if (isLastOperator(account)) {
      return Outcome.refused(PeopleReason.LAST_OPERATOR, id.value());
    }
    shelf.remove(PASSWORDS, id.value());
    write(actor, Directory.ACCOUNT + id, new Step.Closed(reason));
    return Outcome.done(account(id).orElseThrow());
  }

  private boolean isLastOperator(Account account) {
    return account.may(Role.OPERATOR)
        && directory.accounts().stream().filter(each -> each.may(Role.OPERATOR)).count() == 1;
  }

  /// Gives an organisation a new key; what the old one signed goes on to hold.
  public synchronized Outcome<Organisation> renewKey(String actor, OrganisationId id) {
    catchUp();
    Organisation organisation = directory.organisation(id);
    if (organisation == null || organisation.isGuest()) {
      return Outcome.refused(PeopleReason.NO_SUCH_ORGANISATION, id.value());
    }
    SigningKey key = keep(id, SigningKey.make());
    write(actor, Directory.ORGANISATION + id, new Step.KeyMade(key.raw(), null));
    return Outcome.done(organisation(id).orElseThrow());
  }

  /// Ends the key in force: it signs nothing more, and nothing signed later holds. A lost or stolen
  /// key of a partner is ended here at once, without waiting for their server.
  public synchronized Outcome<Organisation> endKey(String actor, OrganisationId id, String reason) {
    catchUp();
    Organisation organisation = directory.organisation(id);
    if (organisation == null) {
      return Outcome.refused(PeopleReason.NO_SUCH_ORGANISATION, id.value());
    }
    Optional<Organisation.Key> key = organisation.key();
    if (key.isEmpty()) {
      return Outcome.refused(PeopleReason.NO_KEY, id.value());
    }
    write(actor, Directory.ORGANISATION + id, new Step.KeyEnded(key.get().id(), reason));
    return Outcome.done(organisation(id).orElseThrow());
  }

  private SigningKey keep(OrganisationId id, SigningKey key) {
    String body = CanonicalJson.of(Map.of("secret", key.secret(), "raw", key.raw()));
    shelf.put(new Shelf.Paper(KEYS, id.value(), body));
    return key;
  }

  /// Signs in an organisation's name with the key in force.
  public Outcome<Signed> sign(OrganisationId id, String text) {
    Optional<Organisation.Key> key = organisation(id).flatMap(Organisation::key);
    Optional<Shelf.Paper> paper = shelf.get(KEYS, id.value());
    if (key.isEmpty() || paper.isEmpty()) {
      return Outcome.refused(PeopleReason.NO_KEY, id.value());
    }
    var kept = CanonicalJson.MAPPER.readTree(paper.get().body());
    SigningKey secret = SigningKey.of(kept.path("secret").asString(), kept.path("raw").asString());
    return secret.id().equals(key.get().id())
        ? Outcome.done(new Signed(secret.id(), secret.sign(text)))
        : Outcome.refused(PeopleReason.NO_KEY, id.value());
  }

  /// Tells whether an organisation signed this very text, with a key that was in force then.
  public boolean verifies(OrganisationId id, Signed signed, String text, Instant when) {
    return organisation(id)
        .flatMap(organisation -> organisation.key(signed.keyId()))
        .filter(key -> key.holdsAt(when))
        .filter(key -> SigningKey.verifies(key.raw(), text, signed.signature()))
        .isPresent();
  }

  /// Writes into the trail what changes nothing here, such as signing in.
  void note(String actor, String subject, String kind, Map<String, String> body) {
    journal.add(new Deed(ROOM, subject, kind, clock.instant(), actor, CanonicalJson.of(body)));
  }

  private void write(String actor, String subject, Step... steps) {
    List<Deed> deeds =
        List.of(steps).stream()
            .map(step ->
                new Deed(
                    ROOM, subject, step.kind(), clock.instant(), actor, CanonicalJson.of(step)))
            .toList();
    journal.add(deeds);
    catchUp();
  }

  private synchronized void catchUp() {
    journal.follow(
        ROOM,
        seen,
        logged -> {
          directory.take(logged);
          seen = logged.seq();
        });
  }
}
