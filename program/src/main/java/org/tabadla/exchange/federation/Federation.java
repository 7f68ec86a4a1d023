package org.tabadla.exchange.federation;

import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;
import org.tabadla.exchange.Deliveries;
import org.tabadla.exchange.Elsewhere;
import org.tabadla.exchange.Exchange;
import org.tabadla.exchange.market.Act;
import org.tabadla.exchange.market.MarketReason;
import org.tabadla.model.Deed;
import org.tabadla.model.Journal;
import org.tabadla.model.Shelf;
import org.tabadla.people.Account;
import org.tabadla.people.Organisation;
import org.tabadla.people.OrganisationId;
import org.tabadla.people.Outcome;
import org.tabadla.people.People;
import org.tabadla.people.PeopleReason;
import org.tabadla.people.Role;

/// Two houses that exchange. Start reading here.
///
/// Whatever an organisation does is a deed in its house's journal, signed with its key. What a
/// partner may know of it is brought to the partner's house ({@link Postman#push}) or fetched by it
/// ({@link Postman#pull}), page by page behind a cursor, and goes into the partner's journal once
/// its signature and the rules of the market are checked ({@link Inbox}). Days apart change
/// nothing: the cursors wait.
///
/// Moves that both sides could make against each other at once (to propose, to sign, to deliver, to
/// end) are put in order by one house, that of the listing's owner: the other asks first, and takes
/// its own move from the owner's journal like any other.
public final class Federation implements Elsewhere {
  private static final Duration PULL_EVERY = Duration.ofMinutes(1);
  private static final Duration FIRST_PAUSE = Duration.ofSeconds(2);
  private static final Duration LONGEST_PAUSE = Duration.ofMinutes(10);
  private static final int LONGEST_ADDRESS_CHARS = 300;

  private final Exchange exchange;
  private final People people;
  private final Partners partners;
  private final Outbox outbox;
  private final Postman postman;
  private final Office office;
  private final Fetching fetching;
  private final TalkFiles talkFiles;
  private final Map<String, Standing> standings = new ConcurrentHashMap<>();

  public Federation(
      Exchange exchange, Deliveries deliveries, Journal journal, Shelf shelf, Courier courier) {
    this.exchange = exchange;
    this.people = exchange.people();
    var clock = exchange.clock();
    this.partners = new Partners(journal, clock);
    this.outbox = new Outbox(exchange, journal);
    var nonces = new Nonces(clock);
    var mail = new Mail(people, clock, nonces);
    var transfer = new Transfer(mail, courier, deliveries.vault());
    this.talkFiles = new TalkFiles(exchange, deliveries, partners, shelf, transfer);
    var inbox = new Inbox(exchange, partners, shelf, talkFiles);
    this.postman = new Postman(exchange, partners, outbox, inbox, mail, shelf, courier);
    this.office = new Office(exchange, deliveries, partners, outbox, inbox, mail, nonces);
    this.fetching = new Fetching(exchange, deliveries, partners, shelf, transfer);
    exchange.joinedTo(this);
  }

  /// Where other servers' requests are answered.
  public Office office() {
    return office;
  }

  /// Files of deliveries on their way here.
  public Fetching fetching() {
    return fetching;
  }

  /// Files that came with words.
  public TalkFiles talkFiles() {
    return talkFiles;
  }

  /// Tells whether a file is one that comes from another house, now or when it is its turn.
  public boolean fetches(String sha256) {
    return fetching.names(sha256) || talkFiles.names(sha256);
  }

  // --- Who deals with whom.

  /// Reads who is at home at an address.
  public Outcome<Card> look(String address) {
    return home(address).then(postman::card);
  }

  /// Takes an organisation of another server as a partner, when somebody has heard its fingerprint
  /// from its own people.
  ///
  /// @param heard the eight words, in whatever case and parted by whatever
  public Outcome<Partner> meet(Account who, String address, OrganisationId other, String heard) {
    if (!who.may(Role.DESK)) {
      return Outcome.refused(MarketReason.ROLE, Role.DESK.name());
    }
    return home(address)
        .then(home ->
            postman
                .card(home)
                .then(card ->
                    card.member(other)
                        .map(Outcome::done)
                        .orElseGet(
                            () -> Outcome.refused(FederationReason.NOT_ON_CARD, other.value())))
                .then(member -> heard(who, member, heard))
                .then(member -> joined(who, home, member)));
  }

  /// A key is known by the words that were heard, all else by that key.
  ///
  /// A key in the place of another speaks to every organisation of this house that deals with this
  /// one. Its word alone would let one of us put a stranger in the place of another's partner, so
  /// where others deal with it, the operator decides.
  private Outcome<Card.Member> heard(Account who, Card.Member member, String heard) {
    if (!words(heard).equals(words(member.print()))) {
      return Outcome.refused(FederationReason.WRONG_WORDS, member.id().value());
    }
    if (!member.isSigned()) {
      return Outcome.refused(FederationReason.BAD_MESSAGE, member.id().value());
    }
    Organisation known = people.organisation(member.id()).orElse(null);
    boolean same =
        known == null || known.key().filter(key -> key.raw().equals(member.key())).isPresent();
    boolean ofOthers =
        partners.all().stream()
            .anyMatch(
                each -> each.other().equals(member.id()) && !each.own().equals(who.organisation()));
    return same || !ofOthers || who.may(Role.OPERATOR)
        ? Outcome.done(member)
        : Outcome.refused(FederationReason.OTHERS_KEY, member.id().value());
  }

  private Outcome<Partner> joined(Account who, String home, Card.Member member) {
    var guest =
        new People.Guest(
            member.id(),
            member.names(),
            member.country(),
            member.kind(),
            home,
            member.key(),
            member.since());
    return people
        .meet(who.id().value(), guest)
        .then(_ -> {
          Partner partner = partners.join(who.id(), who.organisation(), member.id(), home);
          standings.remove(partner.key());
          return Outcome.done(partner);
        });
  }

  /// Deals with a partner no more. What was agreed stays on record.
  public Outcome<Partner> part(Account who, OrganisationId other, String reason) {
    if (!who.may(Role.DESK)) {
      return Outcome.refused(MarketReason.ROLE, Role.DESK.name());
    }
    return partner(who.organisation(), other)
        .then(partner -> {
          partners.part(who.id(), partner, reason);
          return Outcome.done(partner);
        });
  }

  /// Ends the key of a partner that was lost or stolen, before its server says so.
  public Outcome<Organisation> endKey(Account who, OrganisationId other, String reason) {
    return who.may(Role.DESK)
        ? partner(who.organisation(), other)
            .then(_ -> people.endKey(who.id().value(), other, reason))
        : Outcome.refused(MarketReason.ROLE, Role.DESK.name());
  }

  private Outcome<Partner> partner(OrganisationId own, OrganisationId other) {
    return partners
        .between(own, other)
        .map(Outcome::done)
        .orElseGet(() -> Outcome.refused(FederationReason.NOT_PARTNERS, other.value()));
  }

  /// An organisation's partners, by their names in the alphabet.
  public List<Partner> of(OrganisationId own) {
    return partners.all().stream().filter(partner -> partner.own().equals(own)).toList();
  }

  /// What was refused between two, newest first.
  public List<Partners.Refusal> refusals(Partner partner, int most) {
    return partners.refusals(partner, most);
  }

  private static Outcome<String> home(String address) {
    String plain = address.strip().replaceFirst("/+$", "");
    try {
      URI uri = URI.create(plain.contains("://") ? plain : "https://" + plain);
      String scheme = Optional.ofNullable(uri.getScheme()).orElse("").toLowerCase(Locale.ROOT);
      boolean fits =
          (scheme.equals("https") || scheme.equals("http"))
              && uri.getRawAuthority() != null
              && uri.getRawUserInfo() == null
              && uri.getRawQuery() == null
              && uri.getRawFragment() == null
              && plain.length() <= LONGEST_ADDRESS_CHARS;
      return fits
          ? Outcome.done(scheme + "://" + uri.getRawAuthority() + uri.getRawPath())
          : Outcome.refused(FederationReason.BAD_ADDRESS, address);
    } catch (IllegalArgumentException e) {
      return Outcome.refused(FederationReason.BAD_ADDRESS, address);
    }
  }

  private static String words(String given) {
    return given.toLowerCase(Locale.ROOT).replaceAll("[^a-z]+", " ").strip();
  }

  // --- What the exchange asks.

  @Override
  public boolean arePartners(OrganisationId own, OrganisationId other) {
    return partners.between(own, other).isPresent();
  }

  @Override
  public boolean orders(Act act) {
    return Outbox.isOrdered(act.move()) && owner(act).isPresent();
  }

  /// The owner of what a move turns on, where it is at home elsewhere.
  private Optional<OrganisationId> owner(Act act) {
    return outbox
        .owner(act)
        .filter(owner -> people.organisation(owner).filter(Organisation::isGuest).isPresent());
  }

  @Override
  public Outcome<Act> ask(Act act, Deed deed) {
    OrganisationId owner = owner(act).orElseThrow();
    return partner(act.actor(), owner)
        .then(partner -> {
          // What it builds on, such as a listing of ours that it answers, must be there first.
          postman.push(partner);
          return answered(act, deed, partner, postman.ask(partner, deed));
        });
  }

  private Outcome<Act> answered(
      Act act, Deed deed, Partner partner, Outcome<Office.Reply> outcome) {
    return switch (outcome) {
      case Outcome.Done<Office.Reply>(Office.Reply reply) -> {
        String refused = reply.refused();
        yield refused == null
            ? there(act, deed, partner, FederationReason.TAKEN_LATER, "")
            : Outcome.refused(reason(refused), Optional.ofNullable(reply.detail()).orElse(""));
      }
      // It may have been taken, and the answer lost: then it must not be done a second time.
      case Outcome.Refused<Office.Reply>(var why, String detail) ->
          why == FederationReason.NOT_TAKEN
              ? Outcome.refused(why, detail)
              : there(act, deed, partner, why, detail);
    };
  }

  /// Looks whether the other house has put a deed of ours in its place.
  private Outcome<Act> there(
      Act act, Deed deed, Partner partner, Outcome.Reason otherwise, String detail) {
    String trouble = postman.pull(partner);
    return exchange.knows(deed)
        ? Outcome.done(act)
        : Outcome.refused(otherwise, detail.isEmpty() && trouble != null ? trouble : detail);
  }

  /// The reason that another house gave, in this house's words.
  private static Outcome.Reason reason(String name) {
    for (Enum<?>[] all :
        List.<Enum<?>[]>of(
            MarketReason.values(), FederationReason.values(), PeopleReason.values())) {
      for (Enum<?> each : all) {
        if (each.name().equals(name) && each instanceof Outcome.Reason reason) {
          return reason;
        }
      }
    }
    return FederationReason.NOT_TAKEN;
  }

  // --- What goes on by itself.

  /// How it stands between two.
  ///
  /// @param trouble why it did not work the last time; null when it did
  /// @param failures how often in a row
  public record Standing(
      @Nullable Instant read, @Nullable String trouble, int failures, Instant next) {}

  public Optional<Standing> standing(Partner partner) {
    return Optional.ofNullable(standings.get(partner.key()));
  }

  /// Pairs for which there is something to do now: news to bring, or time to look.
  public List<Partner> due() {
    Instant now = exchange.now();
    long newest = exchange.newest();
    return partners.all().stream()
        .filter(partner -> {
          Standing standing = standings.get(partner.key());
          if (standing == null || !now.isBefore(standing.next())) {
            return true;
          }
          return standing.failures() == 0 && newest > postman.sent(partner).seq();
        })
        .toList();
  }

  /// Brings and fetches what there is between two.
  public void exchange(Partner partner) {
    Standing before = standings.get(partner.key());
    Instant now = exchange.now();
    String trouble = postman.push(partner);
    Instant read = before == null ? null : before.read();
    boolean look = before == null || !now.isBefore(before.next());
    if (look) {
      String broken = postman.pull(partner);
      read = broken == null ? now : read;
      trouble = trouble == null ? broken : trouble;
    }
    int failures = trouble == null ? 0 : 1 + (before == null ? 0 : before.failures());
    Instant next =
        trouble == null
            ? look || before == null ? now.plus(PULL_EVERY) : before.next()
            : now.plus(pause(failures));
    standings.put(partner.key(), new Standing(read, trouble, failures, next));
  }

  /// Failures double the wait.
  static Duration pause(int failures) {
    Duration pause = FIRST_PAUSE.multipliedBy(1L << Math.min(failures - 1, 20));
    return pause.compareTo(LONGEST_PAUSE) > 0 ? LONGEST_PAUSE : pause;
  }
}
