package org.tabadla.exchange;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.tabadla.exchange.delivery.Vault;
import org.tabadla.exchange.market.Agreement;
import org.tabadla.exchange.market.AgreementId;
import org.tabadla.exchange.market.Commitment;
import org.tabadla.exchange.market.Core;
import org.tabadla.exchange.market.DealTerms;
import org.tabadla.exchange.market.Deeds;
import org.tabadla.exchange.market.Delivery;
import org.tabadla.exchange.market.Kind;
import org.tabadla.exchange.market.Listing;
import org.tabadla.exchange.market.MarketReason;
import org.tabadla.exchange.market.Side;
import org.tabadla.exchange.market.Talk;
import org.tabadla.exchange.matching.Likeness;
import org.tabadla.model.Lang;
import org.tabadla.model.Logged;
import org.tabadla.model.Text;
import org.tabadla.people.Account;
import org.tabadla.people.Outcome;

/// A whole life: offered, talked over, agreed, delivered, used, corrected, killed.
class LifeCycleTest {
  @TempDir Path folder;
  private Newsrooms rooms;

  @BeforeEach
  void open() {
    rooms = new Newsrooms(folder);
  }

  @AfterEach
  void close() {
    rooms.close();
  }

  @Test
  void anOfferBecomesAnAgreementOnceBothHaveSigned() {
    Listing offer = offer("");
    Talk talk = rooms.exchange.begin(rooms.yundu, offer.id(), null).orRefuse();
    assertThat(talk.provider()).isEqualTo(rooms.sahil.organisation());
    rooms.exchange.say(rooms.yundu, talk.id(), new Text("我们想要前三集", new Lang("zh"))).orRefuse();
    DealTerms terms = propose(rooms.sahil, talk, "صرف خبر میں، 48 گھنٹے", null);
    Talk half = rooms.exchange.sign(rooms.yundu, talk.id(), 1, terms.hash()).orRefuse();
    assertThat(half.state()).isEqualTo(new Talk.State.HalfSigned(1, rooms.yundu.organisation()));
    assertThat(refusal(rooms.exchange.sign(rooms.yundu, talk.id(), 1, terms.hash())))
        .isEqualTo(MarketReason.ALREADY_SIGNED);
    Talk whole = rooms.exchange.sign(rooms.sahil, talk.id(), 1, terms.hash()).orRefuse();
    assertThat(whole.state()).isEqualTo(new Talk.State.Agreed(terms.agreement()));
    Agreement agreement = rooms.exchange.market().agreement(terms.agreement()).orElseThrow();
    assertThat(agreement.signatures()).hasSize(2);
  }

  @Test
  void termsThatChangedAreNotSignedByMistake() {
    Talk talk = rooms.exchange.begin(rooms.yundu, offer("").id(), null).orRefuse();
    DealTerms first = propose(rooms.sahil, talk, "صرف خبر میں", null);
    rooms.exchange.sign(rooms.yundu, talk.id(), 1, first.hash()).orRefuse();
    Talk now = rooms.exchange.market().talk(talk.id()).orElseThrow();
    DealTerms second = propose(rooms.sahil, now, "", null);
    assertThat(refusal(rooms.exchange.sign(rooms.yundu, talk.id(), 1, first.hash())))
        .isEqualTo(MarketReason.OTHER_TERMS);
    Talk signed = rooms.exchange.sign(rooms.sahil, talk.id(), 2, second.hash()).orRefuse();
    assertThat(signed.state())
        .as("the old signature does not count")
        .isInstanceOf(Talk.State.HalfSigned.class);
  }

  @Test
  void termsThatNobodyUnderstandsAreRefusedWithThePhrase() {
    Talk talk = rooms.exchange.begin(rooms.yundu, offer("").id(), null).orRefuse();
    var outcome =
        rooms.exchange.propose(rooms.sahil, talk.id(), terms(talk, "as agreed on the phone", null));
    assertThat(outcome)
        .isEqualTo(Outcome.refused(MarketReason.TERMS_UNREADABLE, "as agreed on the phone"));
  }

  @Test
  void strangersSeeNoTalkAndCannotAct() {
    Agreement agreement = agreed("", null);
    Talk talk = rooms.exchange.market().talk(agreement.terms().talk()).orElseThrow();
    assertThat(refusal(rooms.exchange.say(rooms.lantern, talk.id(), new Text("hello", Lang.EN))))
        .isEqualTo(MarketReason.NOT_YOUR_TALK);
    assertThat(refusal(deliver(rooms.lantern, agreement.id(), null)))
        .isEqualTo(MarketReason.NOT_THERE);
    assertThat(refusal(deliver(rooms.yundu, agreement.id(), null)))
        .isEqualTo(MarketReason.NOT_PROVIDER);
    Delivery sent = deliver(rooms.sahil, agreement.id(), null).orRefuse();
    assertThat(refusal(rooms.deliveries.fetch(rooms.lantern, sent.id(), 0, true)))
        .isEqualTo(MarketReason.NOT_THERE);
  }

  @Test
  void theEmbargoHoldsUntilTheInstant() {
    Agreement agreement = agreed("", null);
    Instant embargo = rooms.clock.instant().plus(Duration.ofHours(2));
    Delivery sent = deliver(rooms.sahil, agreement.id(), embargo).orRefuse();
    assertThat(refusal(rooms.deliveries.fetch(rooms.yundu, sent.id(), 0, true)))
        .isEqualTo(MarketReason.EMBARGOED);
    rooms.clock.pass(Duration.ofHours(2));
    assertThat(rooms.deliveries.fetch(rooms.yundu, sent.id(), 0, true))
        .isInstanceOf(Outcome.Done.class);
  }

  @Test
  void thePolicyIsAskedAtTheMomentOfFetching() {
    Agreement agreement = agreed("48 hours", null);
    Delivery sent = deliver(rooms.sahil, agreement.id(), null).orRefuse();
    rooms.deliveries.fetch(rooms.yundu, sent.id(), 0, true).orRefuse();
    rooms.clock.pass(Duration.ofHours(49));
    assertThat(refusal(rooms.deliveries.fetch(rooms.yundu, sent.id(), 0, true)))
        .isEqualTo(MarketReason.FORBIDDEN);
  }

  @Test
  void usesAreWrittenDownWithTheirDecision() {
    Agreement agreement = agreed("in China, news only, with credit", null);
    Delivery sent = deliver(rooms.sahil, agreement.id(), null).orRefuse();
    var at = new Deliveries.Doing("distribute", "channel 1", "CN", true, true);
    Delivery one = rooms.deliveries.use(rooms.yundu, sent.id(), at).orRefuse();
    assertThat(one.uses().getLast().decision()).isEqualTo("allowed");
    var silent = new Deliveries.Doing("distribute", "channel 1", "CN", true, false);
    Delivery two = rooms.deliveries.use(rooms.yundu, sent.id(), silent).orRefuse();
    assertThat(two.uses().getLast().decision()).isEqualTo("duty");
    var abroad = new Deliveries.Doing("distribute", "channel 1", "FR", true, true);
    Delivery three = rooms.deliveries.use(rooms.yundu, sent.id(), abroad).orRefuse();
    assertThat(three.uses().getLast().decision()).isEqualTo("forbidden");
    assertThat(three.uses().getLast().reasons()).isNotEmpty();
  }

  @Test
  void aKillStaysOpenUntilItsReceiverAcknowledgesIt() {
    Agreement agreement = agreed("", null);
    Delivery sent = deliver(rooms.sahil, agreement.id(), null).orRefuse();
    rooms.exchange.kill(rooms.sahil, agreement.terms().listing(), "the source withdrew").orRefuse();
    Delivery killed = rooms.exchange.market().delivery(sent.id()).orElseThrow();
    assertThat(killed.isKilled()).isTrue();
    assertThat(rooms.deliveries.open(rooms.sahil.organisation())).hasSize(1);
    assertThat(refusal(rooms.deliveries.fetch(rooms.yundu, sent.id(), 0, true)))
        .isEqualTo(MarketReason.KILLED);
    assertThat(refusal(rooms.deliveries.acknowledge(rooms.sahil, sent.id(), 1)))
        .isEqualTo(MarketReason.NOT_RECEIVER);
    rooms.deliveries.acknowledge(rooms.yundu, sent.id(), 1).orRefuse();
    assertThat(rooms.deliveries.open(rooms.sahil.organisation())).isEmpty();
    assertThat(refusal(deliver(rooms.sahil, agreement.id(), null))).isEqualTo(MarketReason.KILLED);
  }

  @Test
  void receiptsHoldTheDigest() {
    Agreement agreement = agreed("", null);
    Delivery sent = deliver(rooms.sahil, agreement.id(), null).orRefuse();
    Core.Asset asset = sent.assets().getFirst();
    assertThat(
            refusal(
                rooms.deliveries.receive(rooms.yundu, sent.id(), "0".repeat(64), asset.bytes())))
        .isEqualTo(MarketReason.WRONG_DIGEST);
    Delivery done =
        rooms.deliveries.receive(rooms.yundu, sent.id(), asset.sha256(), asset.bytes()).orRefuse();
    assertThat(done.state()).isInstanceOf(Delivery.State.Fetched.class);
  }

  @Test
  void whatIsAgreedBecomesCommitments() {
    Instant due = rooms.clock.instant().plus(Duration.ofDays(1));
    Agreement agreement = agreed("", due);
    Commitment first = rooms.exchange.market().commitments(agreement).getFirst();
    assertThat(first.standing(agreement, rooms.clock.instant()))
        .isEqualTo(new Commitment.Standing.Open());
    rooms.clock.pass(Duration.ofDays(2));
    assertThat(first.standing(agreement, rooms.clock.instant()))
        .isEqualTo(new Commitment.Standing.Overdue());
    deliver(rooms.sahil, agreement.id(), null).orRefuse();
    assertThat(
            rooms
                .exchange
                .market()
                .commitments(agreement)
                .getFirst()
                .standing(agreement, rooms.clock.instant()))
        .isInstanceOf(Commitment.Standing.Kept.class);
  }

  @Test
  void everyDeedIsSignedAndAChangedOneIsNot() {
    agreed("", null);
    List<Logged> deeds = rooms.store.journal().since(Deeds.ROOM, 0);
    assertThat(deeds).hasSize(5).allMatch(logged -> Deeds.isSigned(logged, rooms.people));
    Logged last = deeds.getFirst();
    var forged =
        new org.tabadla.model.Deed(
            last.deed().room(),
            last.deed().subject(),
            last.deed().kind(),
            last.deed().at(),
            rooms.lantern.organisation().value(),
            last.deed().body());
    assertThat(Deeds.isSigned(new Logged(1, forged, last.hash()), rooms.people)).isFalse();
  }

  /// What was said before words could have files has no such field, and its signature must hold.
  @Test
  void wordsWithoutFilesAreSignedAsTheyAlwaysWere() {
    Agreement agreement = agreed("48 hours", null);
    var talk = agreement.terms().talk();
    rooms.exchange.say(rooms.sahil, talk, new Text("thanks", Lang.EN)).orRefuse();
    byte[] plan = "the plan".getBytes(StandardCharsets.UTF_8);
    var asset = Deals.asset(rooms.deliveries.vault(), "plan.txt", "text/plain", plan);
    rooms.deliveries.say(rooms.sahil, talk, new Text("", Lang.UND), List.of(asset)).orRefuse();
    List<Logged> said =
        rooms.store.journal().since(Deeds.ROOM, 0).stream()
            .filter(logged -> logged.deed().kind().equals("said"))
            .toList();
    assertThat(said).hasSize(2).allMatch(logged -> Deeds.isSigned(logged, rooms.people));
    assertThat(said.getFirst().deed().body()).doesNotContain("assets");
    assertThat(said.getLast().deed().body()).contains(asset.sha256());
    var missing = new Core.Asset("gone.txt", "text/plain", 1, "0".repeat(64));
    assertThat(
            refusal(
                rooms.deliveries.say(
                    rooms.sahil, talk, new Text("see", Lang.EN), List.of(missing))))
        .isEqualTo(MarketReason.BAD_FILE);
    assertThat(refusal(rooms.exchange.say(rooms.sahil, talk, new Text(" ", Lang.UND))))
        .isEqualTo(MarketReason.NO_TITLE);
  }

  @Test
  void theSameStateStandsAfterARestart() {
    Agreement agreement = agreed("48 hours", null);
    deliver(rooms.sahil, agreement.id(), null).orRefuse();
    var again =
        new Exchange(rooms.people, rooms.store.journal(), Likeness.NONE, rooms.clock).market();
    var before = rooms.exchange.market();
    assertThat(again.agreement(agreement.id())).isEqualTo(before.agreement(agreement.id()));
    assertThat(again.deliveries(agreement.id())).isEqualTo(before.deliveries(agreement.id()));
    assertThat(again.talks(rooms.sahil.organisation()))
        .isEqualTo(before.talks(rooms.sahil.organisation()));
    assertThat(List.copyOf(again.newest())).isEqualTo(List.copyOf(before.newest()));
  }

  private Listing offer(String rights) {
    return rooms
        .exchange
        .list(
            rooms.sahil,
            Newsrooms.core(
                Side.OFFER, Kind.PROGRAMME, "ur", "دریا کی کہانی", "", Core.Times.NONE, rights))
        .orRefuse();
  }

  private static DealTerms terms(Talk talk, String rights, @Nullable Instant due) {
    return new DealTerms(
        talk.id(),
        talk.proposals().size() + 1,
        talk.about(),
        talk.provider(),
        talk.receiver(),
        "three films",
        rights,
        Core.Consideration.EXCHANGE,
        "two films",
        due);
  }

  private DealTerms propose(Account who, Talk talk, String rights, @Nullable Instant due) {
    DealTerms terms = terms(talk, rights, due);
    rooms.exchange.propose(who, talk.id(), terms).orRefuse();
    return terms;
  }

  private Agreement agreed(String rights, @Nullable Instant due) {
    Talk talk = rooms.exchange.begin(rooms.yundu, offer("").id(), null).orRefuse();
    DealTerms terms = propose(rooms.sahil, talk, rights, due);
    rooms.exchange.sign(rooms.yundu, talk.id(), 1, terms.hash()).orRefuse();
    rooms.exchange.sign(rooms.sahil, talk.id(), 1, terms.hash()).orRefuse();
    return rooms.exchange.market().agreement(terms.agreement()).orElseThrow();
  }

  private Outcome<Delivery> deliver(Account who, AgreementId under, @Nullable Instant embargo) {
    try {
      var taken =
          (Vault.Taken.Whole)
              rooms
                  .deliveries
                  .vault()
                  .take(new ByteArrayInputStream("film".getBytes(StandardCharsets.UTF_8)), 1_000);
      var asset =
          new Core.Asset("film.txt", "text/plain", taken.kept().bytes(), taken.kept().sha256());
      return rooms.deliveries.deliver(who, under, List.of(asset), "", embargo);
    } catch (java.io.IOException e) {
      throw new java.io.UncheckedIOException(e);
    }
  }

  private static Outcome.@Nullable Reason refusal(Outcome<?> outcome) {
    return outcome instanceof Outcome.Refused<?> refused ? refused.why() : null;
  }
}
