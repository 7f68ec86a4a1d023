package org.tabadla.exchange;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.tabadla.exchange.market.Act;
import org.tabadla.exchange.market.Addressed;
import org.tabadla.exchange.market.Audience;
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
import org.tabadla.exchange.market.Whole;
import org.tabadla.exchange.matching.Likeness;
import org.tabadla.exchange.matching.Match;
import org.tabadla.exchange.matching.Matches;
import org.tabadla.model.Deed;
import org.tabadla.model.Journal;
import org.tabadla.model.Logged;
import org.tabadla.model.Text;
import org.tabadla.people.Account;
import org.tabadla.people.Organisation;
import org.tabadla.people.OrganisationId;
import org.tabadla.people.Outcome;
import org.tabadla.people.People;
import org.tabadla.people.Role;
import tools.jackson.core.JacksonException;

/// The exchange's front desk: whoever does something does it here. A move is checked against the
/// rules, signed with the organisation's key, written into the journal, and only then counts.
///
/// Another server's moves come in at the same door ({@link #receive}): as deeds whose signature is
/// checked instead of made.
public final class Exchange {
  /// How far another house's clock may be ahead of ours.
  private static final Duration MOST_AHEAD = Duration.ofMinutes(5);

  private final People people;
  private final Journal journal;
  private final InstantSource clock;
  private final Market market = new Market();
  private final Rules rules;
  private final Matches matches;
  private final Set<Long> prints = new HashSet<>();
  private volatile Elsewhere elsewhere = Elsewhere.NOWHERE;
  private volatile long seen;

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

  /// Lets this house deal with others.
  public void joinedTo(Elsewhere others) {
    elsewhere = others;
  }

  public InstantSource clock() {
    return clock;
  }

  /// The place in the journal of the newest act.
  public long newest() {
    return seen;
  }

  public Instant now() {
    return clock.instant();
  }

  public Outcome<Listing> list(Account who, Core core) {
    Instant now = clock.instant();
    ListingId id = Listing.idFor(who.organisation(), core, now);
    return known(core.audience())
        .then(_ -> act(who, Role.EDITOR, id.value(), new Move.Listed(core)))
        .then(_ -> listing(id));
  }

  /// Whoever a listing is for must be known here: one for a stranger would be seen by nobody.
  private Outcome<Audience> known(Audience audience) {
    return audience.parties().stream()
        .filter(party -> people.organisation(party).isEmpty())
        .findFirst()
        .map(party -> Outcome.<Audience>refused(MarketReason.NO_SUCH_ORGANISATION, party.value()))
        .orElseGet(() -> Outcome.done(audience));
  }

  /// Says anew what a listing says. Partners elsewhere that saw it and are no more among its
  /// audience are told so, and nothing else; it is written down with it, so that none goes on
  /// seeing what was taken out of its sight.
  public synchronized Outcome<Listing> relist(Account who, ListingId id, Core core) {
    return known(core.audience())
        .then(_ -> make(who, Role.EDITOR, id.value(), new Move.Relisted(core)))
        .then(made -> {
          var deeds = new ArrayList<Deed>();
          deeds.add(made.deed());
          for (Organisation each : shutOut(market.listing(id).orElseThrow(), core)) {
            deeds.add(
                make(who, Role.EDITOR, id.value(), new Move.Barred(each.id())).orRefuse().deed());
          }
          journal.add(deeds);
          catchUp();
          return listing(id);
        });
  }

  private List<Organisation> shutOut(Listing before, Core core) {
    return people.organisations().stream()
        .filter(each -> each.isGuest() && before.isSeenBy(each) && !core.audience().admits(each))
        .toList();
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
    int before = market.talks(about, who.organisation()).size();
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
  public Outcome<Act> act(Account who, Role least, String subject, Move move) {
    Made made;
    synchronized (this) {
      switch (make(who, least, subject, move)) {
        case Outcome.Refused<Made>(var why, String detail) -> {
          return Outcome.refused(why, detail);
        }
        case Outcome.Done<Made>(Made ready) -> {
          if (!elsewhere.orders(ready.act())) {
            journal.add(ready.deed());
            catchUp();
            return Outcome.done(ready.act());
          }
          made = ready;
        }
      }
    }
    // Another house is asked without holding up this one.
    return elsewhere.ask(made.act(), made.deed());
  }

  /// A move that is legal here and signed, not yet written down.
  private record Made(Act act, Deed deed) {}

  private Outcome<Made> make(Account who, Role least, String subject, Move move) {
    if (!who.may(least)) {
      return Outcome.refused(MarketReason.ROLE, least.name());
    }
    catchUp();
    Instant now = Instant.ofEpochMilli(clock.millis());
    var act = new Act(subject, who.organisation(), who.id().value(), now, 0, move);
    return rules
        .check(act)
        .then(_ -> people.sign(who.organisation(), Deeds.signed(act)))
        .then(signature -> Outcome.done(new Made(act, Deeds.of(act, signature))));
  }

  /// Takes a deed that another house brought, if the one that it names has signed it and the rules
  /// let it pass. One that stands here already changes nothing.
  ///
  /// @param reader whom it was brought to; it must be its business, a listing for its eyes
  public synchronized Outcome<Act> receive(Deed deed, OrganisationId reader) {
    catchUp();
    Act act;
    try {
      act = Deeds.read(new Logged(0, deed, ""));
    } catch (IllegalArgumentException | JacksonException e) {
      return Outcome.refused(MarketReason.UNREADABLE, String.valueOf(e.getMessage()));
    }
    String gap = Whole.gap(act);
    if (gap != null) {
      return Outcome.refused(MarketReason.UNREADABLE, gap);
    }
    if (knows(deed)) {
      return Outcome.done(act);
    }
    if (deed.at().isAfter(clock.instant().plus(MOST_AHEAD))) {
      return Outcome.refused(MarketReason.BAD_TIMES, deed.at().toString());
    }
    if (!Deeds.isSigned(new Logged(0, deed, ""), people)) {
      return Outcome.refused(MarketReason.NOT_SIGNED, act.actor().value());
    }
    if (!isFor(act, reader)) {
      return Outcome.refused(MarketReason.BAD_AUDIENCE, reader.value());
    }
    return rules
        .check(act)
        .then(_ -> {
          journal.add(deed);
          catchUp();
          return Outcome.done(act);
        });
  }

  private boolean isFor(Act act, OrganisationId reader) {
    return people
        .organisation(reader)
        .filter(each -> Addressed.isTo(each, act, market))
        .isPresent();
  }

  /// Tells whether a deed stands in the journal.
  public synchronized boolean knows(Deed deed) {
    return prints.contains(Deeds.print(deed));
  }

  /// Takes in what another process, or another room of this one, has written.
  public void refresh() {
    catchUp();
  }

  private synchronized void catchUp() {
    journal.follow(
        Deeds.ROOM,
        seen,
        logged -> {
          Act act = Deeds.read(logged);
          market.take(act);
          prints.add(Deeds.print(logged.deed()));
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
        .filter(listing ->
            organisation.map(each -> isSeen(listing, each)).orElseGet(listing::isPublic));
  }

  /// @return the listing, if the viewer may see it
  public Optional<Listing> seenBy(@Nullable OrganisationId viewer, ListingId id) {
    Optional<Listing> listing = market.listing(id);
    if (viewer == null) {
      return listing.filter(Listing::isPublic);
    }
    return listing.filter(
        each -> people.organisation(viewer).filter(by -> isSeen(each, by)).isPresent());
  }

  /// What came from another house for its partners is for those alone, or for everybody.
  private boolean isSeen(Listing listing, Organisation viewer) {
    if (!listing.isSeenBy(viewer) || market.isBarred(listing.id(), viewer.id())) {
      return false;
    }
    boolean guest = people.organisation(listing.owner()).filter(Organisation::isGuest).isPresent();
    return !guest || listing.isPublic() || elsewhere.arePartners(viewer.id(), listing.owner());
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
        .filter(match -> isMet(match, own, owner.get()))
        .toList();
  }

  /// The other side's listing must be one that the owner may see.
  private boolean isMet(Match match, Listing own, Organisation owner) {
    ListingId other = match.offer().equals(own.id()) ? match.request() : match.offer();
    return market.listing(other).filter(listing -> isSeen(listing, owner)).isPresent();
  }

  /// Those who talk already need not be told of each other.
  private boolean isTalkedOver(Match match) {
    Optional<OrganisationId> asking = market.listing(match.request()).map(Listing::owner);
    Optional<OrganisationId> giving = market.listing(match.offer()).map(Listing::owner);
    return asking.isPresent()
        && giving.isPresent()
        && (!market.talks(match.offer(), asking.get()).isEmpty()
            || !market.talks(match.request(), giving.get()).isEmpty());
  }

  /// What keeps an offer and a request apart.
  public List<Match.Gate> shut(ListingId offer, ListingId request) {
    return matches.shut(offer, request, clock.instant());
  }
}
