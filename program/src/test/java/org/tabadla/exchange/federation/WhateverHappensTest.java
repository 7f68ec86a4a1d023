package org.tabadla.exchange.federation;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.tabadla.exchange.delivery.Vault;
import org.tabadla.exchange.market.Audience;
import org.tabadla.exchange.market.Core;
import org.tabadla.exchange.market.DealTerms;
import org.tabadla.exchange.market.Delivery;
import org.tabadla.exchange.market.Listing;
import org.tabadla.exchange.market.Move;
import org.tabadla.exchange.market.Side;
import org.tabadla.exchange.market.Talk;
import org.tabadla.people.OrganisationId;
import org.tabadla.people.Outcome;
import org.tabadla.people.Role;

/// A program that is killed at any write, a journal that is put back from an old copy, clocks that
/// differ, both sides at once: afterwards both houses say the same, and nothing is lost or doubled.
class WhateverHappensTest {
  @TempDir Path folder;
  private TwoHouses both;
  private Far sahil;
  private Far yundu;

  @BeforeEach
  void build() throws IOException {
    both = new TwoHouses(folder);
    sahil = both.sahil;
    yundu = both.yundu;
  }

  @AfterEach
  void shut() {
    both.close();
  }

  private Listing offered(String title) {
    return sahil.exchange.list(sahil.desk, TwoHouses.core(Side.OFFER, title)).orRefuse();
  }

  private Core.Asset file(Far house, String content) {
    byte[] bytes = content.getBytes(StandardCharsets.UTF_8);
    try {
      var taken = house.deliveries.vault().take(new ByteArrayInputStream(bytes), bytes.length);
      var kept = ((Vault.Taken.Whole) taken).kept();
      return new Core.Asset("film.mp4", "video/mp4", kept.bytes(), kept.sha256());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /// A whole life; each step is made anew by whoever saw it fail.
  private void life(String title) {
    both.does(sahil, () -> sahil.exchange.list(sahil.desk, TwoHouses.core(Side.OFFER, title)));
    both.goOn();
    Listing offer =
        sahil.exchange.market().listings(sahil.id()).stream()
            .filter(each -> each.core().about().titles().getFirst().value().equals(title))
            .findFirst()
            .orElseThrow();
    both.does(yundu, () -> yundu.exchange.begin(yundu.desk, offer.id(), null));
    both.goOn();
    Talk talk = sahil.exchange.market().talks(offer.id()).getFirst();
    DealTerms terms = TwoHouses.terms(talk, 1);
    both.does(
        yundu, () -> yundu.exchange.say(yundu.desk, talk.id(), TwoHouses.words("any subtitles?")));
    both.does(sahil, () -> sahil.exchange.propose(sahil.desk, talk.id(), terms));
    both.goOn();
    both.does(yundu, () -> yundu.exchange.sign(yundu.desk, talk.id(), 1, terms.hash()));
    both.does(sahil, () -> sahil.exchange.sign(sahil.desk, talk.id(), 1, terms.hash()));
    both.goOn();
    List<Core.Asset> film = List.of(file(sahil, title));
    both.does(sahil, () -> sahil.deliveries.deliver(sahil.desk, terms.agreement(), film, "", null));
    both.goOn();
    Delivery sent = both.deliveries(terms.agreement()).getFirst();
    both.does(sahil, () -> sahil.deliveries.kill(sahil.desk, sent.id(), "withdrawn"));
    both.goOn();
    both.does(yundu, () -> yundu.deliveries.acknowledge(yundu.desk, sent.id(), 1));
    both.goOn();
    both.same();
    assertThat(yundu.exchange.market().talk(talk.id()).orElseThrow().messages()).hasSize(1);
    assertThat(sahil.exchange.market().talks(offer.id())).hasSize(1);
    assertThat(both.deliveries(terms.agreement())).hasSize(1);
    assertThat(both.deliveries(terms.agreement()).getFirst().open()).isEmpty();
  }

  @Test
  void aProgramThatIsKilledAtAnyWriteLosesAndDoublesNothing() {
    for (Far house : List.of(sahil, yundu)) {
      boolean killed = true;
      // Every other write of the one, the rest of the other: to try all takes minutes.
      for (int write = house == sahil ? 0 : 1; killed; write += 2) {
        house.writes.set(write);
        life(house.id() + " " + write);
        killed = house.writes.get() == Integer.MAX_VALUE;
        house.writes.set(Integer.MAX_VALUE);
        assertThat(write).isLessThan(100);
      }
    }
  }

  @Test
  void aListingIsTakenOutOfSightAtOnceOrNotAtAll() {
    Listing offer = offered("A river");
    both.goOn();
    var uk = new Audience(Audience.Reach.CIRCLE, List.of("GB"), List.of());
    Core open = offer.core();
    var secret =
        new Core(
            open.side(),
            open.kind(),
            uk,
            open.about(),
            open.supply(),
            open.times(),
            open.bargain(),
            open.facet(),
            open.assets(),
            null);
    sahil.writes.set(1);
    both.does(sahil, () -> sahil.exchange.relist(sahil.desk, offer.id(), secret));
    both.goOn();
    assertThat(sahil.exchange.seenBy(null, offer.id())).isEmpty();
    assertThat(yundu.exchange.seenBy(yundu.id(), offer.id())).isEmpty();
  }

  @Test
  void whoWasPutBackFromAnOldCopyFindsTheRestAtItsPartner() throws IOException {
    Listing offer = offered("A river");
    both.goOn();
    Path old = folder.resolve("old.db");
    sahil.store.backup(old);

    Talk talk = both.talking(offer);
    sahil.exchange.say(sahil.desk, talk.id(), TwoHouses.words("ours")).orRefuse();
    yundu.exchange.say(yundu.desk, talk.id(), TwoHouses.words("theirs")).orRefuse();
    both.goOn();
    DealTerms terms = TwoHouses.terms(talk, 1);
    sahil.exchange.propose(sahil.desk, talk.id(), terms).orRefuse();
    both.goOn();
    yundu.exchange.sign(yundu.desk, talk.id(), 1, terms.hash()).orRefuse();
    Listing later = offered("A lake");
    both.goOn();

    sahil.putBack(old);
    assertThat(sahil.exchange.market().talks(offer.id())).isEmpty();
    both.goOn();
    both.same();
    Talk now = sahil.exchange.market().talk(talk.id()).orElseThrow();
    assertThat(now.messages()).hasSize(2);
    assertThat(now.state()).isEqualTo(new Talk.State.HalfSigned(1, yundu.id()));
    assertThat(sahil.exchange.market().listing(later.id())).isPresent();
    sahil.exchange.sign(sahil.desk, talk.id(), 1, terms.hash()).orRefuse();
    both.goOn();
    both.same();
    assertThat(yundu.exchange.market().agreement(terms.agreement())).isPresent();
  }

  @Test
  void whoWentOnFromAnOldCopyIsReadAnew() throws IOException {
    offered("A river");
    both.goOn();
    Path old = folder.resolve("old.db");
    sahil.store.backup(old);
    offered("Lost to all");
    sahil.putBack(old);
    Listing other = offered("Under the same number");
    for (int i = 0; i < 5; i++) {
      offered("And on " + i);
    }
    both.goOn();
    assertThat(yundu.exchange.market().listing(other.id())).isPresent();
    assertThat(yundu.exchange.market().listings()).hasSize(7);
  }

  @Test
  void theReceiverIsPutBackToo() throws IOException {
    Listing offer = offered("A river");
    both.goOn();
    Path old = folder.resolve("old.db");
    yundu.store.backup(old);
    Talk talk = both.talking(offer);
    yundu.exchange.say(yundu.desk, talk.id(), TwoHouses.words("theirs")).orRefuse();
    yundu.exchange.list(yundu.desk, TwoHouses.core(Side.REQUEST, "A wish")).orRefuse();
    both.goOn();
    yundu.putBack(old);
    both.goOn();
    both.same();
    assertThat(yundu.exchange.market().listings(yundu.id())).hasSize(1);
  }

  @Test
  void clocksMayDifferByMinutesAndTheReasonIsSaidWhereTheyDifferByMore() {
    both.clockOfSahil.pass(Duration.ofMinutes(4));
    Listing offer = offered("A river");
    both.goOn();
    Talk talk = both.talking(offer);
    yundu.exchange.say(yundu.desk, talk.id(), TwoHouses.words("theirs")).orRefuse();
    sahil.exchange.say(sahil.desk, talk.id(), TwoHouses.words("ours")).orRefuse();
    both.goOn();
    both.same();
    both.clockOfSahil.pass(Duration.ofMinutes(4));
    sahil.exchange.say(sahil.desk, talk.id(), TwoHouses.words("later")).orRefuse();
    both.goOn();
    var standing = sahil.federation.standing(sahil.federation.of(sahil.id()).getFirst());
    assertThat(standing.orElseThrow().trouble()).contains("FROM_THE_FUTURE");
    both.clockOfYundu.pass(Duration.ofMinutes(8));
    both.goOn();
    both.same();
    assertThat(yundu.exchange.market().talk(talk.id()).orElseThrow().messages()).hasSize(3);
  }

  /// The owner of a request kills it while the provider corrects what it has delivered.
  @Test
  void aKilledRequestTakesBackNoFilesOfOthers() {
    Listing wish =
        sahil.exchange.list(sahil.desk, TwoHouses.core(Side.REQUEST, "Wanted")).orRefuse();
    both.goOn();
    Talk talk = both.talking(wish);
    DealTerms terms = TwoHouses.terms(talk, 1);
    assertThat(terms.provider()).isEqualTo(new OrganisationId("yundu"));
    yundu.exchange.propose(yundu.desk, talk.id(), terms).orRefuse();
    yundu.exchange.sign(yundu.desk, talk.id(), 1, terms.hash()).orRefuse();
    sahil.exchange.sign(sahil.desk, talk.id(), 1, terms.hash()).orRefuse();
    both.goOn();
    Delivery sent =
        yundu
            .deliveries
            .deliver(yundu.desk, terms.agreement(), List.of(file(yundu, "film")), "", null)
            .orRefuse();
    both.goOn();
    yundu.deliveries.correct(yundu.desk, sent.id(), "better sound", List.of()).orRefuse();
    sahil.exchange.kill(sahil.desk, wish.id(), "no more").orRefuse();
    both.goOn();
    yundu.deliveries.kill(yundu.desk, sent.id(), "withdrawn").orRefuse();
    both.goOn();
    both.same();
    sahil.deliveries.acknowledge(sahil.desk, sent.id(), 1).orRefuse();
    sahil.deliveries.acknowledge(sahil.desk, sent.id(), 2).orRefuse();
    both.goOn();
    assertThat(yundu.deliveries.open(yundu.id())).isEmpty();
    // And nothing more is delivered for it.
    assertThat(
            yundu.exchange.act(
                yundu.desk,
                Role.DESK,
                "d" + "0".repeat(16),
                new Move.Delivered(terms.agreement(), sent.assets(), "", null)))
        .isInstanceOf(Outcome.Refused.class);
  }

  @Test
  void whatIsReplacedGoesOutNoMore() {
    Listing offer = offered("A river");
    both.goOn();
    Talk talk = both.talking(offer);
    DealTerms terms = TwoHouses.terms(talk, 1);
    sahil.exchange.propose(sahil.desk, talk.id(), terms).orRefuse();
    sahil.exchange.sign(sahil.desk, talk.id(), 1, terms.hash()).orRefuse();
    both.goOn();
    yundu.exchange.sign(yundu.desk, talk.id(), 1, terms.hash()).orRefuse();
    Core.Asset first = file(sahil, "first cut");
    Delivery sent =
        sahil
            .deliveries
            .deliver(sahil.desk, terms.agreement(), List.of(first), "", null)
            .orRefuse();
    both.goOn();
    yundu.federation.fetching().want(yundu.desk, sent.id(), 0).orRefuse();
    assertThat(sahil.deliveries.fetch(yundu.id(), sent.id(), first.sha256()))
        .isInstanceOf(Outcome.Done.class);
    sahil
        .deliveries
        .correct(sahil.desk, sent.id(), "sound", List.of(file(sahil, "second cut")))
        .orRefuse();
    assertThat(sahil.deliveries.fetch(yundu.id(), sent.id(), first.sha256()))
        .isInstanceOf(Outcome.Refused.class);
    both.goOn();
    yundu.federation.fetching().due().forEach(yundu.federation.fetching()::fetch);
    assertThat(yundu.federation.fetching().of(sent.id())).isEmpty();
  }
}
