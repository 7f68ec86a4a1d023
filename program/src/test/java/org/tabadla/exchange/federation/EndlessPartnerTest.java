package org.tabadla.exchange.federation;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.tabadla.exchange.Newsrooms;
import org.tabadla.exchange.market.Core;
import org.tabadla.exchange.market.Kind;
import org.tabadla.exchange.market.Listing;
import org.tabadla.exchange.market.Move;
import org.tabadla.exchange.market.Side;
import org.tabadla.exchange.market.Talk;
import org.tabadla.exchange.signed.HttpMessage;
import org.tabadla.model.Lang;
import org.tabadla.model.Text;
import org.tabadla.people.CanonicalJson;
import org.tabadla.people.Outcome;

/// A partner whose server never comes to an end, loses answers, or says what it should not.
class EndlessPartnerTest {
  @TempDir Path folder;
  private final Newsrooms.Ticking clock = new Newsrooms.Ticking();
  private Far sahil;
  private Far yundu;
  private Partner partner;

  @BeforeEach
  void build() throws Exception {
    sahil = new Far(folder, clock, "sahil", "PK");
    yundu = new Far(folder, clock, "yundu", "CN");
    clock.pass(Duration.ofSeconds(2));
    partner = sahil.meets(yundu);
    yundu.meets(sahil);
  }

  @AfterEach
  void shut() {
    sahil.close();
    yundu.close();
  }

  private static Core core(String title) {
    return Newsrooms.core(Side.OFFER, Kind.PROGRAMME, "en", title, "");
  }

  /// What yundu's server answers to whatever sahil's asks, well signed.
  private void answers(java.util.function.Supplier<Object> what) {
    sahil.courier =
        request ->
            new Courier.Back.Answered(
                yundu
                    .mail
                    .answer(
                        yundu.id(),
                        request,
                        CanonicalJson.of(what.get()).getBytes(StandardCharsets.UTF_8))
                    .orRefuse());
  }

  @Test
  void pagesWithoutEndAreLeft() {
    var seq = new AtomicLong();
    answers(() -> {
      long at = seq.getAndIncrement();
      return new Parcel(
          new Cursor(at, "0".repeat(64)), new Cursor(at + 1, "0".repeat(64)), true, List.of());
    });
    sahil.federation.exchange(partner);
    assertThat(sahil.asked.get()).isLessThan(500);
    assertThat(sahil.federation.standing(partner).orElseThrow().trouble()).isNotBlank();
  }

  @Test
  void aReaderThatJumpsToAndFroIsLeft() {
    sahil.exchange.list(sahil.desk, core("A river")).orRefuse();
    sahil.exchange.list(sahil.desk, core("A lake")).orRefuse();
    var turn = new AtomicLong();
    answers(
        () -> new Inbox.Taken(new Cursor(turn.getAndIncrement() % 3, "1".repeat(64)), List.of()));
    sahil.federation.exchange(partner);
    assertThat(sahil.asked.get()).isLessThan(500);
  }

  @Test
  void rubbishIsNoAnswerAndChangesNothing() {
    for (Object each :
        List.of(
            List.of(),
            "text",
            java.util.Map.of("deeds", List.of()),
            java.util.Map.of("after", 1, "last", "x", "more", 7, "deeds", "none"))) {
      answers(() -> each);
      sahil.federation.exchange(partner);
      assertThat(sahil.federation.standing(partner).orElseThrow().trouble())
          .as("%s", each)
          .contains("BAD_MESSAGE");
      clock.pass(Duration.ofHours(1));
    }
    sahil.courier = null;
    sahil.federation.exchange(partner);
    assertThat(sahil.federation.standing(partner).orElseThrow().trouble()).isNull();
  }

  @Test
  void anAnswerOfSomebodyElseOrToAnotherRequestIsNone() throws Exception {
    yundu.exchange.list(yundu.desk, core("A river")).orRefuse();
    var caught = new java.util.ArrayList<Courier.Back>();
    sahil.way =
        back -> {
          caught.add(back);
          return caught.getFirst();
        };
    sahil.federation.exchange(partner);
    clock.pass(Duration.ofMinutes(2));
    sahil.federation.exchange(partner);
    assertThat(sahil.federation.standing(partner).orElseThrow().trouble()).contains("BAD_ANSWER");
  }

  @Test
  void whatWasTakenButNotAnsweredIsNotDoneTwice() {
    Listing offer = yundu.exchange.list(yundu.desk, core("A river")).orRefuse();
    sahil.federation.exchange(partner);
    var lost = new AtomicLong(1);
    sahil.way =
        back -> lost.getAndDecrement() > 0 ? new Courier.Back.Lost("the line went dead") : back;
    Talk talk = sahil.exchange.begin(sahil.desk, offer.id(), null).orRefuse();
    assertThat(yundu.exchange.market().talks(offer.id())).hasSize(1);
    assertThat(sahil.exchange.market().talk(talk.id())).isPresent();
  }

  @Test
  void anAnswerToAListingThatIsNotThereYetBringsIt() {
    Listing offer = yundu.exchange.list(yundu.desk, core("A river")).orRefuse();
    sahil.federation.exchange(partner);
    Listing wish =
        sahil
            .exchange
            .list(sahil.desk, Newsrooms.core(Side.REQUEST, Kind.PROGRAMME, "en", "Wish", ""))
            .orRefuse();
    sahil.exchange.begin(sahil.desk, offer.id(), wish.id()).orRefuse();
    assertThat(yundu.exchange.market().listing(wish.id())).isPresent();
  }

  @Test
  void aQuestionAboutWhatIsNoIdIsAnswered() throws Exception {
    var ask = new HttpMessage.Address("http", "sahil.example", "/federation/sahil/ask");
    for (Move move :
        List.of(
            new Move.Signed(1, "x"),
            new Move.Ended("x"),
            new Move.Said(new Text("x", Lang.EN), null),
            new Move.Killed("x"),
            new Move.TaskMoved(org.tabadla.exchange.market.Production.Stage.DONE))) {
      var act =
          new org.tabadla.exchange.market.Act(
              "No Id",
              yundu.id(),
              "x",
              Instant.ofEpochMilli(clock.instant().toEpochMilli()),
              0,
              move);
      var signed = org.tabadla.exchange.market.Deeds.signed(act);
      var deed =
          org.tabadla.exchange.market.Deeds.of(
              act, yundu.people.sign(yundu.id(), signed).orRefuse());
      HttpMessage request =
          yundu
              .mail
              .request(
                  yundu.id(),
                  "POST",
                  ask,
                  CanonicalJson.of(Parcel.Told.of(deed)).getBytes(StandardCharsets.UTF_8),
                  "application/json")
              .orRefuse();
      var answer = (Office.Answer.Signed) sahil.federation.office().answer(request);
      assertThat(new String(answer.message().body().bytes(), StandardCharsets.UTF_8))
          .as(move.kind())
          .contains("BAD_MESSAGE");
    }
  }

  @Test
  void manyDeedsComeInFewPages() {
    Listing offer = yundu.exchange.list(yundu.desk, core("A river")).orRefuse();
    sahil.federation.exchange(partner);
    for (int i = 0; i < 800; i++) {
      yundu.exchange.relist(yundu.desk, offer.id(), core("A river " + i)).orRefuse();
      yundu.exchange.dismiss(yundu.desk, offer.id(), offer.id()).orRefuse();
    }
    sahil.asked.set(0);
    clock.pass(Duration.ofHours(1));
    sahil.federation.exchange(partner);
    assertThat(sahil.exchange.market().listing(offer.id()).orElseThrow().revision()).isEqualTo(801);
    assertThat(sahil.asked.get()).isLessThan(20);
  }

  @Test
  void namesThatNoLogCanHoldAreWrittenDownAsFarAsTheyCan() {
    var told =
        new Parcel.Told(
            "l\uD800\n\u202Ex", "list\u0000ed", 0, "yundu", CanonicalJson.MAPPER.readTree("{}"));
    String json =
        CanonicalJson.MAPPER.writeValueAsString(
            new Parcel(Cursor.START, new Cursor(1, "0".repeat(64)), false, List.of(told)));
    sahil.courier =
        request ->
            new Courier.Back.Answered(
                yundu
                    .mail
                    .answer(
                        yundu.id(),
                        request,
                        json.replace("?", "\\ud800").getBytes(StandardCharsets.UTF_8))
                    .orRefuse());
    sahil.federation.exchange(partner);
    assertThat(sahil.federation.standing(partner).orElseThrow().trouble()).isNull();
    assertThat(sahil.federation.refusals(partner, 1).getFirst().what())
        .doesNotContain("\n")
        .doesNotContain("\u202E")
        .contains("BAD_MESSAGE");
  }

  /// Both sides end, close and sign at the same time: whatever comes of it, both houses say the
  /// same.
  @Test
  void ofWhatBothDoAtOnceBothHousesKeepTheSame() {
    Listing offer = sahil.exchange.list(sahil.desk, core("A river")).orRefuse();
    yundu.federation.exchange(yundu.federation.of(yundu.id()).getFirst());
    Talk talk = yundu.exchange.begin(yundu.desk, offer.id(), null).orRefuse();
    var terms = TwoHouses.terms(talk, 1);
    sahil.exchange.propose(sahil.desk, talk.id(), terms).orRefuse();
    goOn();
    yundu.exchange.sign(yundu.desk, talk.id(), 1, terms.hash()).orRefuse();
    sahil.exchange.propose(sahil.desk, talk.id(), TwoHouses.terms(talk, 2)).orRefuse();
    // Unaware of the second proposal.
    assertThat(yundu.exchange.sign(yundu.desk, talk.id(), 1, terms.hash()))
        .isInstanceOf(Outcome.Refused.class);
    goOn();
    same(talk);
    String hash = TwoHouses.terms(talk, 2).hash();
    sahil.exchange.sign(sahil.desk, talk.id(), 2, hash).orRefuse();
    yundu.exchange.sign(yundu.desk, talk.id(), 2, hash).orRefuse();
    var agreement = TwoHouses.terms(talk, 2).agreement();
    sahil
        .exchange
        .act(sahil.desk, org.tabadla.people.Role.DESK, agreement.value(), new Move.Ended("ours"))
        .orRefuse();
    assertThat(
            yundu.exchange.act(
                yundu.desk,
                org.tabadla.people.Role.DESK,
                agreement.value(),
                new Move.Ended("theirs")))
        .isInstanceOf(Outcome.Refused.class);
    goOn();
    same(talk);
    assertThat(yundu.exchange.market().agreement(agreement).orElseThrow().ended())
        .isEqualTo(sahil.exchange.market().agreement(agreement).orElseThrow().ended());
  }

  private void same(Talk talk) {
    assertThat(yundu.exchange.market().talk(talk.id()))
        .isEqualTo(sahil.exchange.market().talk(talk.id()));
  }

  private void goOn() {
    for (int i = 0; i < 2; i++) {
      clock.pass(Duration.ofMinutes(2));
      sahil.goOn();
      yundu.goOn();
    }
  }
}
