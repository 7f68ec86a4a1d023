package org.tabadla.exchange.market;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.tabadla.exchange.Newsrooms;
import org.tabadla.model.Lang;
import org.tabadla.model.Text;
import org.tabadla.people.Organisation;
import org.tabadla.people.OrganisationId;
import org.tabadla.people.Outcome;

/// Three organisations make random moves, most of them illegal; what holds must hold after each.
class RandomWalkTest {
  private static final int WALKS = 60;
  private static final int MOVES = 400;
  private static final List<OrganisationId> ALL =
      List.of(new OrganisationId("aa"), new OrganisationId("bb"), new OrganisationId("cc"));
  private static final String DIGEST = "ab".repeat(32);

  private final Map<OrganisationId, Organisation> directory = new HashMap<>();
  private Market market = new Market();
  private Rules rules = new Rules(market, this::organisation);
  private Random random = new Random(0);
  private final List<Act> taken = new ArrayList<>();
  private int refused;

  private Optional<Organisation> organisation(OrganisationId id) {
    return Optional.ofNullable(directory.get(id));
  }

  @Test
  void nothingImpossibleEverStands() {
    for (OrganisationId id : ALL) {
      directory.put(
          id,
          new Organisation(
              id,
              List.of(new Text(id.value(), Lang.EN)),
              "PK",
              Organisation.Kind.AGENCY,
              List.of(),
              null));
    }
    int agreements = 0;
    int deliveries = 0;
    int kills = 0;
    for (int seed = 0; seed < WALKS; seed++) {
      market = new Market();
      rules = new Rules(market, this::organisation);
      random = new Random(seed);
      taken.clear();
      for (int i = 0; i < MOVES; i++) {
        step(i);
      }
      check(seed);
      for (OrganisationId id : ALL) {
        agreements += market.agreements(id).size();
        deliveries += market.deliveries(id).size();
        kills += (int) market.deliveries(id).stream().filter(Delivery::isKilled).count();
      }
    }
    assertThat(agreements).as("walks get somewhere").isGreaterThan(WALKS);
    assertThat(deliveries).isGreaterThan(WALKS / 2);
    assertThat(kills).isPositive();
    assertThat(refused).as("and are stopped").isGreaterThan(WALKS * 50);
  }

  private void step(int i) {
    OrganisationId who = ALL.get(random.nextInt(ALL.size()));
    Act act = act(who, Instant.ofEpochSecond(1_000L + i), i);
    switch (rules.check(act)) {
      case Outcome.Done<Act> _ -> {
        var kept = new Act(act.subject(), who, "x", act.at(), taken.size() + 1L, act.move());
        market.take(kept);
        taken.add(kept);
      }
      case Outcome.Refused<Act> _ -> refused++;
    }
  }

  private Act act(OrganisationId who, Instant at, int i) {
    String listing = some(market.newest().stream().map(ListingId::value).toList(), "l");
    List<Talk> talks = ALL.stream().flatMap(id -> market.talks(id).stream()).toList();
    Talk talk = talks.isEmpty() ? null : talks.get(random.nextInt(talks.size()));
    String talkId = talk == null ? "t" + "0".repeat(16) : talk.id().value();
    String agreement = someAgreement();
    String delivery = someDelivery();
    var asset = new Core.Asset("f.txt", "text/plain", 1, DIGEST);
    Side side = random.nextBoolean() ? Side.OFFER : Side.REQUEST;
    return switch (random.nextInt(16)) {
      case 0 -> {
        Core core = Newsrooms.core(side, Kind.LIVE, "en", "match " + i, "");
        yield new Act(Listing.idFor(who, core, at).value(), who, "x", at, 0, new Move.Listed(core));
      }
      case 1 -> new Act(listing, who, "x", at, 0, new Move.Withdrawn("no"));
      case 2 ->
          new Act(
              Talk.idFor(new ListingId(listing), who, i).value(),
              who,
              "x",
              at,
              0,
              new Move.Begun(new ListingId(listing), null));
      case 3 -> new Act(talkId, who, "x", at, 0, new Move.Said(new Text("hm", Lang.EN), null));
      case 4, 5 ->
          talk == null
              ? new Act(talkId, who, "x", at, 0, new Move.Closed("no"))
              : new Act(talkId, who, "x", at, 0, new Move.Proposed(terms(talk)));
      case 6, 7, 8, 9 -> {
        DealTerms on = talk == null ? null : talk.proposal();
        yield new Act(
            talkId,
            who,
            "x",
            at,
            0,
            new Move.Signed(on == null ? 1 : on.version(), on == null ? "" : on.hash()));
      }
      case 10 -> new Act(agreement, who, "x", at, 0, new Move.Ended("enough"));
      case 11, 12 -> {
        var id = new AgreementId(agreement);
        yield new Act(
            Delivery.idFor(id, at).value(),
            who,
            "x",
            at,
            0,
            new Move.Delivered(id, List.of(asset), "", null));
      }
      case 13 -> new Act(delivery, who, "x", at, 0, new Move.Killed("wrong"));
      case 14 -> new Act(delivery, who, "x", at, 0, new Move.Acknowledged(1));
      default -> new Act(delivery, who, "x", at, 0, new Move.Received(DIGEST, 1));
    };
  }

  private String someAgreement() {
    var all = ALL.stream().flatMap(id -> market.agreements(id).stream());
    return some(all.map(a -> a.id().value()).toList(), "a");
  }

  private String someDelivery() {
    var all = ALL.stream().flatMap(id -> market.deliveries(id).stream());
    return some(all.map(d -> d.id().value()).toList(), "d");
  }

  private String some(List<String> ids, String letter) {
    return ids.isEmpty() ? letter + "0".repeat(16) : ids.get(random.nextInt(ids.size()));
  }

  private static DealTerms terms(Talk talk) {
    return new DealTerms(
        talk.id(),
        talk.proposals().size() + 1,
        talk.about(),
        talk.provider(),
        talk.receiver(),
        "a match",
        "",
        Core.Consideration.FREE,
        "",
        null);
  }

  private void check(int seed) {
    for (OrganisationId id : ALL) {
      for (Talk talk : market.talks(id)) {
        assertThat(talk.provider()).as("seed %s", seed).isNotEqualTo(talk.receiver());
        Listing listing = market.listing(talk.about()).orElseThrow();
        OrganisationId giver =
            listing.core().side() == Side.OFFER ? talk.provider() : talk.receiver();
        assertThat(giver).isEqualTo(listing.owner());
      }
      for (Agreement agreement : market.agreements(id)) {
        assertThat(agreement.signatures().keySet())
            .containsExactlyInAnyOrder(agreement.terms().provider(), agreement.terms().receiver());
        agreement
            .signatures()
            .values()
            .forEach(seq -> {
              Act signed = taken.get(seq.intValue() - 1);
              assertThat(((Move.Signed) signed.move()).hash()).isEqualTo(agreement.terms().hash());
            });
        Talk talk = market.talk(agreement.terms().talk()).orElseThrow();
        assertThat(talk.state()).isEqualTo(new Talk.State.Agreed(agreement.id()));
      }
      for (Delivery delivery : market.deliveries(id)) {
        Agreement under = market.agreement(delivery.agreement()).orElseThrow();
        assertThat(delivery.since()).isAfterOrEqualTo(under.since());
        assertThat(delivery.notices().stream().filter(Delivery.Notice::kill).count())
            .isLessThanOrEqualTo(1);
      }
    }
    var again = new Market();
    taken.forEach(again::take);
    for (OrganisationId id : ALL) {
      assertThat(again.talks(id)).isEqualTo(market.talks(id));
      assertThat(again.agreements(id)).isEqualTo(market.agreements(id));
      assertThat(again.deliveries(id)).isEqualTo(market.deliveries(id));
    }
  }
}
