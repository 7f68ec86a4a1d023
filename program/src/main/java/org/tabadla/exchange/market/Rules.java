package org.tabadla.exchange.market;

import java.time.Instant;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.tabadla.exchange.rights.PlainTerms;
import org.tabadla.people.Organisation;
import org.tabadla.people.OrganisationId;
import org.tabadla.people.Outcome;

/// Which moves are legal. Looks, changes nothing.
public final class Rules {
  private static final int LONGEST_WORDS_CHARS = 4_000;
  private static final int MOST_MESSAGES = 2_000;
  private static final int MOST_PROPOSALS = 100;
  private static final int MOST_NOTICES = 100;
  private static final int MOST_USES = 1_000;

  private final Market market;
  private final Function<OrganisationId, Optional<Organisation>> directory;
  private final ProductionRules productions;

  public Rules(Market market, Function<OrganisationId, Optional<Organisation>> directory) {
    this.market = market;
    this.directory = directory;
    this.productions = new ProductionRules(market);
  }

  /// @return the act itself, or why it may not be
  public Outcome<Act> check(Act act) {
    return switch (act.move()) {
      case Move.Listed(Core core) -> listed(act, core);
      case Move.Relisted(Core core) -> relisted(act, core);
      case Move.Withdrawn(String reason) -> ownOpen(act).then(_ -> worded(act, reason));
      case Move.ListingKilled(String reason) -> listingKilled(act, reason);
      case Move.Barred _ -> own(act).then(_ -> Outcome.done(act));
      case Move.Dismissed(ListingId other) -> dismissed(act, other);
      case Move.Begun begun -> begun(act, begun);
      case Move.Said said -> talk(act).then(talk -> said(act, talk, said));
      case Move.Proposed(DealTerms terms) -> openTalk(act).then(talk -> proposed(act, talk, terms));
      case Move.Signed signed -> openTalk(act).then(talk -> signed(act, talk, signed));
      case Move.Closed(String reason) -> openTalk(act).then(_ -> worded(act, reason));
      case Move.Ended(String reason) ->
          agreement(new AgreementId(act.subject()), act.actor())
              .then(old -> old.isInForce() ? worded(act, reason) : no(MarketReason.NOT_IN_FORCE));
      case Move.Kept(String commitment) -> kept(act, commitment);
      case Move.Delivered sent -> delivered(act, sent);
      case Move.Corrected(String reason, var assets) ->
          sent(act).then(old -> fit(act, CoreRules.files(assets)).then(_ -> worded(act, reason)));
      case Move.Killed(String reason) -> sent(act).then(_ -> worded(act, reason));
      case Move.Acknowledged(int number) ->
          received(act)
              .then(old ->
                  old.open().stream().anyMatch(each -> each.number() == number)
                      ? Outcome.done(act)
                      : no(MarketReason.NO_SUCH_NOTICE));
      case Move.Fetched(String sha256) ->
          received(act)
              .then(old ->
                  old.file(sha256).isPresent() ? Outcome.done(act) : no(MarketReason.WRONG_DIGEST));
      case Move.CutOff cut -> delivery(act).then(_ -> worded(act, cut.reason()));
      case Move.Received(String sha256, long bytes) ->
          received(act)
              .then(old ->
                  old.file(sha256).filter(each -> each.bytes() == bytes).isPresent()
                      ? Outcome.done(act)
                      : no(MarketReason.WRONG_DIGEST));
      case Move.Used(var use) ->
          received(act)
              .then(old ->
                  old.uses().size() >= MOST_USES
                      ? no(MarketReason.TOO_MANY)
                      : worded(act, use.where()));
      case Move.Planned _, Move.Replanned _, Move.TaskMoved _, Move.SharesSaid _ ->
          productions.check(act);
    };
  }

  /// Nobody can put a listing in the place of another.
  private Outcome<Act> listed(Act act, Core core) {
    if (market.listing(new ListingId(act.subject())).isPresent()) {
      return no(MarketReason.NOT_YOUR_LISTING);
    }
    return fit(act, CoreRules.fault(core));
  }

  private Outcome<Act> relisted(Act act, Core core) {
    boolean first =
        market.listing(new ListingId(act.subject())).isEmpty()
            && directory.apply(act.actor()).filter(Organisation::isGuest).isPresent();
    if (first) {
      return fit(act, CoreRules.fault(core));
    }
    return ownOpen(act)
        .then(old -> {
          boolean turned = old.core().side() != core.side() || old.core().kind() != core.kind();
          return turned ? no(MarketReason.NOT_OPEN) : fit(act, CoreRules.fault(core));
        });
  }

  private Outcome<Act> listingKilled(Act act, String reason) {
    return own(act)
        .then(old ->
            old.state() instanceof Listing.State.Killed
                ? no(MarketReason.KILLED)
                : worded(act, reason));
  }

  private Outcome<Act> dismissed(Act act, ListingId other) {
    return own(act)
        .then(_ ->
            market.listing(other).isPresent() ? Outcome.done(act) : no(MarketReason.NOT_THERE));
  }

  private Outcome<Act> begun(Act act, Move.Begun begun) {
    Listing listing = market.listing(begun.about()).orElse(null);
    boolean seen =
        listing != null && directory.apply(act.actor()).filter(listing::isSeenBy).isPresent();
    if (listing == null || !seen) {
      return no(MarketReason.NOT_THERE);
    }
    if (!listing.isOpen(act.at())) {
      return no(MarketReason.NOT_OPEN);
    }
    if (listing.owner().equals(act.actor())) {
      return no(MarketReason.OWN_LISTING);
    }
    if (market.talk(new TalkId(act.subject())).isPresent()
        || market.talks(begun.about(), act.actor()).stream().anyMatch(Rules::isOpen)) {
      return no(MarketReason.ALREADY_TALKING);
    }
    ListingId mine = begun.answering();
    boolean fits =
        mine == null
            || market
                .listing(mine)
                .filter(each -> each.owner().equals(act.actor()))
                .filter(each -> each.core().side() != listing.core().side())
                .isPresent();
    return fits ? Outcome.done(act) : no(MarketReason.NOT_YOUR_LISTING);
  }

  private static Outcome<Act> said(Act act, Talk talk, Move.Said said) {
    if (talk.messages().size() >= MOST_MESSAGES) {
      return no(MarketReason.TOO_MANY);
    }
    boolean filesAlone = !said.files().isEmpty() && said.words().isBlank();
    return fit(act, CoreRules.files(said.files()))
        .then(_ -> filesAlone ? Outcome.done(act) : worded(act, said.words().value()));
  }

  private static Outcome<Act> proposed(Act act, Talk talk, DealTerms terms) {
    boolean mine =
        terms.talk().equals(talk.id())
            && terms.listing().equals(talk.about())
            && terms.provider().equals(talk.provider())
            && terms.receiver().equals(talk.receiver())
            && terms.version() == talk.proposals().size() + 1;
    if (!mine) {
      return no(MarketReason.OTHER_TERMS);
    }
    if (talk.proposals().size() >= MOST_PROPOSALS) {
      return no(MarketReason.TOO_MANY);
    }
    if (PlainTerms.read(terms.rights()) instanceof PlainTerms.Reading.NotUnderstood(var phrases)) {
      return Outcome.refused(MarketReason.TERMS_UNREADABLE, String.join(" · ", phrases));
    }
    if (terms.inReturn().length() > LONGEST_WORDS_CHARS) {
      return no(MarketReason.TOO_LONG);
    }
    return worded(act, terms.subject());
  }

  private Outcome<Act> signed(Act act, Talk talk, Move.Signed signed) {
    DealTerms terms = talk.proposal();
    if (terms == null) {
      return no(MarketReason.NOTHING_PROPOSED);
    }
    if (terms.version() != signed.version() || !terms.hash().equals(signed.hash())) {
      return no(MarketReason.OTHER_TERMS);
    }
    return market.halfSigned(talk.id(), act.actor()) == null
        ? Outcome.done(act)
        : no(MarketReason.ALREADY_SIGNED);
  }

  private Outcome<Act> delivered(Act act, Move.Delivered sent) {
    return agreement(sent.agreement(), act.actor())
        .then(agreement -> {
          if (!agreement.terms().provider().equals(act.actor())) {
            return no(MarketReason.NOT_PROVIDER);
          }
          if (!agreement.isInForce()) {
            return no(MarketReason.NOT_IN_FORCE);
          }
          if (market
              .listing(agreement.terms().listing())
              .filter(each -> each.state() instanceof Listing.State.Killed)
              .isPresent()) {
            return no(MarketReason.KILLED);
          }
          if (sent.assets().isEmpty()) {
            return no(MarketReason.NO_FILES);
          }
          if (market.delivery(new DeliveryId(act.subject())).isPresent()) {
            return no(MarketReason.TOO_MANY);
          }
          return sent.note().length() > LONGEST_WORDS_CHARS
              ? no(MarketReason.TOO_LONG)
              : fit(act, CoreRules.files(sent.assets()));
        });
  }

  private Outcome<Act> kept(Act act, String commitment) {
    return agreement(new AgreementId(act.subject()), act.actor())
        .then(agreement -> {
          Optional<Commitment> one =
              market.commitments(agreement).stream()
                  .filter(each -> each.id().equals(commitment))
                  .filter(each -> !each.who().equals(act.actor()))
                  .filter(each -> each.what() == Commitment.What.RETURN && each.kept() == null)
                  .findFirst();
          return one.isPresent() ? Outcome.done(act) : no(MarketReason.NOT_YOUR_COMMITMENT);
        });
  }

  private Outcome<Listing> own(Act act) {
    return market
        .listing(new ListingId(act.subject()))
        .map(listing ->
            listing.owner().equals(act.actor())
                ? Outcome.done(listing)
                : Outcome.<Listing>refused(MarketReason.NOT_YOUR_LISTING, ""))
        .orElseGet(() -> Outcome.refused(MarketReason.NOT_THERE, act.subject()));
  }

  private Outcome<Listing> ownOpen(Act act) {
    return own(act)
        .then(listing ->
            listing.state() instanceof Listing.State.Open
                ? Outcome.done(listing)
                : Outcome.refused(MarketReason.NOT_OPEN, ""));
  }

  private Outcome<Talk> talk(Act act) {
    return market
        .talk(new TalkId(act.subject()))
        .map(talk ->
            talk.has(act.actor())
                ? Outcome.done(talk)
                : Outcome.<Talk>refused(MarketReason.NOT_YOUR_TALK, ""))
        .orElseGet(() -> Outcome.refused(MarketReason.NOT_THERE, act.subject()));
  }

  private Outcome<Talk> openTalk(Act act) {
    return talk(act)
        .then(talk ->
            isOpen(talk) ? Outcome.done(talk) : Outcome.refused(MarketReason.TALK_OVER, ""));
  }

  private static boolean isOpen(Talk talk) {
    return switch (talk.state()) {
      case Talk.State.Talking _, Talk.State.Proposed _, Talk.State.HalfSigned _ -> true;
      case Talk.State.Agreed _, Talk.State.Closed _ -> false;
    };
  }

  private Outcome<Agreement> agreement(AgreementId id, OrganisationId actor) {
    return market
        .agreement(id)
        .filter(agreement -> agreement.has(actor))
        .map(Outcome::done)
        .orElseGet(() -> Outcome.refused(MarketReason.NOT_THERE, id.value()));
  }

  /// A delivery that the actor made and that is not killed.
  private Outcome<Delivery> sent(Act act) {
    return delivery(act)
        .then(old -> {
          if (!old.provider().equals(act.actor())) {
            return Outcome.refused(MarketReason.NOT_PROVIDER, "");
          }
          if (old.notices().size() >= MOST_NOTICES) {
            return Outcome.refused(MarketReason.TOO_MANY, "");
          }
          return old.isKilled() ? Outcome.refused(MarketReason.KILLED, "") : Outcome.done(old);
        });
  }

  private Outcome<Delivery> received(Act act) {
    return delivery(act)
        .then(old ->
            old.receiver().equals(act.actor())
                ? Outcome.done(old)
                : Outcome.refused(MarketReason.NOT_RECEIVER, ""));
  }

  private Outcome<Delivery> delivery(Act act) {
    return market
        .delivery(new DeliveryId(act.subject()))
        .filter(delivery -> delivery.has(act.actor()))
        .map(Outcome::done)
        .orElseGet(() -> Outcome.refused(MarketReason.NOT_THERE, act.subject()));
  }

  private static Outcome<Act> worded(Act act, String words) {
    if (words.isBlank()) {
      return no(MarketReason.NO_TITLE);
    }
    return words.length() > LONGEST_WORDS_CHARS ? no(MarketReason.TOO_LONG) : Outcome.done(act);
  }

  private static Outcome<Act> fit(Act act, Outcome.@Nullable Refused<Core> fault) {
    return fault == null ? Outcome.done(act) : Outcome.refused(fault.why(), fault.detail());
  }

  private static Outcome<Act> no(MarketReason why) {
    return Outcome.refused(why, "");
  }

  /// Tells whether an embargo holds.
  public static boolean isEmbargoed(Delivery delivery, Instant now) {
    Instant embargo = delivery.embargo();
    return embargo != null && now.isBefore(embargo);
  }
}
