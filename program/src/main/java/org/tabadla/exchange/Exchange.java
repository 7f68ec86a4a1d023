package org.tabadla.exchange;

import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.tabadla.exchange.market.Act;
import org.tabadla.exchange.market.Core;
import org.tabadla.exchange.market.DealTerms;
import org.tabadla.exchange.market.Deeds;
import org.tabadla.exchange.market.Listing;
import org.tabadla.exchange.market.ListingId;
import org.tabadla.exchange.market.Market;
import org.tabadla.exchange.market.MarketReason;
import org.tabadla.exchange.market.Move;
import org.tabadla.exchange.market.Rules;
import org.tabadla.exchange.market.Talk;
import org.tabadla.exchange.market.TalkId;
import org.tabadla.exchange.matching.Likeness;
import org.tabadla.exchange.matching.Match;
import org.tabadla.exchange.matching.Matches;
import org.tabadla.model.Journal;
import org.tabadla.model.Text;
import org.tabadla.people.Account;
import org.tabadla.people.Organisation;
import org.tabadla.people.OrganisationId;
import org.tabadla.people.Outcome;
import org.tabadla.people.People;
import org.tabadla.people.Role;

/// The exchange's front desk: whoever does something does it here. A move is checked against the
/// rules, signed with the organisation's key, written into the journal, and only then counts.
///
/// Another server's moves will come in at the same door: as acts whose signature is checked ({@link
/// Deeds#isSigned}) instead of made.
public final class Exchange {
  private final People people;
  private final Journal journal;
  private final InstantSource clock;
  private final Market market = new Market();
  private final Rules rules;
  private final Matches matches;
  private long seen;

  /// Reads all that was done so far.
  public Exchange(People people, Journal journal, Likeness likeness, InstantSource clock) {
    this.people = people;
    this.journal = journal;
    this.clock = clock;
    this.rules = new Rules(market, people::organisation);
    this.matches = new Matches(likeness);
    catchUp();
  }

  /// What everything adds up to. Whoever shows some of it asks first who may see it.
  public Market market() {
    return market;
  }

  public People people() {
    return people;
  }

  public Instant now() {
    return clock.instant();
  }

  public Outcome<Listing> list(Account who, Core core) {
    Instant now = clock.instant();
    ListingId id = Listing.idFor(who.organisation(), core, now);
    return act(who, Role.EDITOR, id.value(), new Move.Listed(core)).then(_ -> listing(id));
  }

  public Outcome<Listing> relist(Account who, ListingId id, Core core) {
    return act(who, Role.EDITOR, id.value(), new Move.Relisted(core)).then(_ -> listing(id));
  }

  public Outcome<Listing> withdraw(Account who, ListingId id, String reason) {
    return act(who, Role.EDITOR, id.value(), new Move.Withdrawn(reason)).then(_ -> listing(id));
  }

  /// Takes a listing back for cause; whoever got something of it is told until they acknowledge.
  public Outcome<Listing> kill(Account who, ListingId id, String reason) {
    return act(who, Role.DESK, id.value(), new Move.ListingKilled(reason)).then(_ -> listing(id));
  }

  public Outcome<Act> dismiss(Account who, ListingId own, ListingId other) {
    return act(who, Role.EDITOR, own.value(), new Move.Dismissed(other));
  }

  private Outcome<Listing> listing(ListingId id) {
    return Outcome.done(market.listing(id).orElseThrow());
  }

  /// Begins to talk about somebody else's listing.
  ///
  /// @param answering one's own listing that it matches, or null
  public Outcome<Talk> begin(Account who, ListingId about, @Nullable ListingId answering) {
    int before =
        (int)
            market.talks(who.organisation()).stream().filter(t -> t.about().equals(about)).count();
    TalkId id = Talk.idFor(about, who.organisation(), before);
    return act(who, Role.EDITOR, id.value(), new Move.Begun(about, answering)).then(_ -> talk(id));
  }

  public Outcome<Talk> say(Account who, TalkId id, Text words) {
    return say(who, id, words, List.of());
  }

  /// Says something with files; {@link Deliveries#say} looks first whether they are there.
  Outcome<Talk> say(Account who, TalkId id, Text words, List<Core.Asset> assets) {
    return act(who, Role.EDITOR, id.value(), new Move.Said(words, assets)).then(_ -> talk(id));
  }

  public Outcome<Talk> propose(Account who, TalkId id, DealTerms terms) {
    return act(who, Role.EDITOR, id.value(), new Move.Proposed(terms)).then(_ -> talk(id));
  }

  /// Signs the newest terms, if they are those whose hash one has seen.
  public Outcome<Talk> sign(Account who, TalkId id, int version, String hash) {
    return act(who, Role.DESK, id.value(), new Move.Signed(version, hash)).then(_ -> talk(id));
  }

  public Outcome<Talk> close(Account who, TalkId id, String reason) {
    return act(who, Role.EDITOR, id.value(), new Move.Closed(reason)).then(_ -> talk(id));
  }

  private Outcome<Talk> talk(TalkId id) {
    return Outcome.done(market.talk(id).orElseThrow());
  }

  /// Makes a move in the name of the account's organisation.
  ///
  /// @param least the role that it takes
  /// @param subject the id of what it is done to
  public synchronized Outcome<Act> act(Account who, Role least, String subject, Move move) {
    if (!who.may(least)) {
      return Outcome.refused(MarketReason.ROLE, least.name());
    }
    catchUp();
    Instant now = Instant.ofEpochMilli(clock.millis());
    var act = new Act(subject, who.organisation(), who.id().value(), now, 0, move);
    return rules
        .check(act)
        .then(_ -> people.sign(who.organisation(), Deeds.signed(act)))
        .then(signature -> {
          journal.add(Deeds.of(act, signature));
          catchUp();
          return Outcome.done(act);
        });
  }

  private synchronized void catchUp() {
    journal.follow(
        Deeds.ROOM,
        seen,
        logged -> {
          Act act = Deeds.read(logged);
          market.take(act);
          seen = logged.seq();
          reindex(act);
        });
  }

  private void reindex(Act act) {
    boolean ofListing =
        act.move() instanceof Move.Listed
            || act.move() instanceof Move.Relisted
            || act.move() instanceof Move.Withdrawn
            || act.move() instanceof Move.ListingKilled;
    if (ofListing) {
      Listing listing = market.listing(new ListingId(act.subject())).orElseThrow();
      people.organisation(listing.owner()).ifPresent(owner -> matches.put(listing, owner));
    }
  }

  /// Listings that a viewer may see, newest first.
  ///
  /// @param viewer null for somebody without an account
  public Stream<Listing> seenBy(@Nullable OrganisationId viewer) {
    Optional<Organisation> organisation =
        viewer == null ? Optional.empty() : people.organisation(viewer);
    return market.newest().stream()
        .flatMap(id -> market.listing(id).stream())
        .filter(listing -> organisation.map(listing::isSeenBy).orElseGet(listing::isPublic));
  }

  /// @return the listing, if the viewer may see it
  public Optional<Listing> seenBy(@Nullable OrganisationId viewer, ListingId id) {
    Optional<Listing> listing = market.listing(id);
    if (viewer == null) {
      return listing.filter(Listing::isPublic);
    }
    return listing.filter(each -> people.organisation(viewer).filter(each::isSeenBy).isPresent());
  }

  /// What meets one of an organisation's own listings; dismissed ones are left out.
  public List<Match> matches(Listing own) {
    Instant now = clock.instant();
    Optional<Organisation> owner = people.organisation(own.owner());
    if (owner.isEmpty() || !own.isOpen(now)) {
      return List.of();
    }
    return matches.of(own, owner.get(), now).stream()
        .filter(match -> !market.isDismissed(own.owner(), match.offer(), match.request()))
        .filter(match -> !isTalkedOver(match))
        .toList();
  }

  /// Those who talk already need not be told of each other.
  private boolean isTalkedOver(Match match) {
    Optional<OrganisationId> asking = market.listing(match.request()).map(Listing::owner);
    Optional<OrganisationId> giving = market.listing(match.offer()).map(Listing::owner);
    return asking.isPresent()
        && giving.isPresent()
        && market.talks(asking.get()).stream()
            .filter(talk -> talk.has(giving.get()))
            .anyMatch(
                talk -> talk.about().equals(match.offer()) || talk.about().equals(match.request()));
  }

  /// What keeps an offer and a request apart.
  public List<Match.Gate> shut(ListingId offer, ListingId request) {
    return matches.shut(offer, request, clock.instant());
  }
}
