package org.tabadla.exchange.federation;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.tabadla.exchange.Newsrooms;
import org.tabadla.exchange.market.Act;
import org.tabadla.exchange.market.Audience;
import org.tabadla.exchange.market.Core;
import org.tabadla.exchange.market.Deeds;
import org.tabadla.exchange.market.Kind;
import org.tabadla.exchange.market.Listing;
import org.tabadla.exchange.market.MarketReason;
import org.tabadla.exchange.market.Move;
import org.tabadla.exchange.market.Side;
import org.tabadla.exchange.market.Talk;
import org.tabadla.exchange.signed.HttpMessage;
import org.tabadla.model.Deed;
import org.tabadla.model.Lang;
import org.tabadla.model.Text;
import org.tabadla.people.Account;
import org.tabadla.people.Organisation;
import org.tabadla.people.OrganisationId;
import org.tabadla.people.Outcome;
import org.tabadla.people.People;
import org.tabadla.people.PeopleReason;

/// Third organisations on either server: whoever deals with one has no door to another.
class BystandersTest {
  @TempDir Path folder;
  private final Newsrooms.Ticking clock = new Newsrooms.Ticking();
  private Far sahil;
  private Far yundu;
  private Account lantern;

  @BeforeEach
  void build() throws Exception {
    sahil = new Far(folder, clock, "sahil", "PK");
    yundu = new Far(folder, clock, "yundu", "CN");
    lantern = sahil.join("lantern", "GB");
    clock.pass(Duration.ofSeconds(2));
    sahil.meets(yundu);
    yundu.meets(sahil);
  }

  @AfterEach
  void shut() {
    sahil.close();
    yundu.close();
  }

  private void goOn() {
    for (int i = 0; i < 2; i++) {
      clock.pass(Duration.ofMinutes(2));
      sahil.goOn();
      yundu.goOn();
    }
  }

  private static Core core(String title, Audience audience) {
    Core core = Newsrooms.core(Side.OFFER, Kind.PROGRAMME, "en", title, "");
    return new Core(
        core.side(),
        core.kind(),
        audience,
        core.about(),
        core.supply(),
        core.times(),
        core.bargain(),
        core.facet(),
        core.assets(),
        null);
  }

  /// What yundu's house brings by itself, whatever its own rules say.
  private Outcome<Act> brought(Move move, String subject) {
    var act =
        new Act(
            subject,
            yundu.id(),
            "x",
            Instant.ofEpochMilli(clock.instant().toEpochMilli()),
            0,
            move);
    Deed deed = Deeds.of(act, yundu.people.sign(yundu.id(), Deeds.signed(act)).orRefuse());
    return sahil.exchange.receive(deed, sahil.id());
  }

  private static Outcome.Reason why(Outcome<?> outcome) {
    return outcome instanceof Outcome.Refused<?> refused ? refused.why() : () -> "done";
  }

  @Test
  void nobodyTalksToAnOrganisationThroughThePartnershipOfAnother() {
    Listing open = sahil.exchange.list(lantern, core("Open", Audience.PUBLIC)).orRefuse();
    String talk = Talk.idFor(open.id(), yundu.id(), 0).value();
    assertThat(why(brought(new Move.Begun(open.id(), null), talk)))
        .isEqualTo(MarketReason.BAD_AUDIENCE);
    assertThat(sahil.exchange.market().talks(lantern.organisation())).isEmpty();
  }

  @Test
  void aPartnerHearsNothingOfOthersOnTheSameServer() {
    Listing open = sahil.exchange.list(lantern, core("Lantern's own", Audience.PUBLIC)).orRefuse();
    Listing offer = sahil.exchange.list(sahil.desk, core("Ours", Audience.PUBLIC)).orRefuse();
    Talk talk = sahil.exchange.begin(lantern, offer.id(), null).orRefuse();
    sahil.exchange.say(sahil.desk, talk.id(), new Text("between us", Lang.EN)).orRefuse();
    sahil.exchange.dismiss(sahil.desk, offer.id(), open.id()).orRefuse();
    sahil.exchange.close(sahil.desk, talk.id(), "no").orRefuse();
    goOn();
    assertThat(yundu.store.journal().of(Deeds.ROOM, offer.id().value())).hasSize(1);
    assertThat(yundu.store.journal().newest(Deeds.ROOM, 9)).hasSize(1);
  }

  @Test
  void oneOfUsPutsNoStrangerInThePlaceOfAnothersPartner() throws Exception {
    try (Far evil = new Far(folder.resolve("evil"), clock, "yundu", "CN")) {
      OrganisationId id = yundu.id();
      var refused = meeting(evil, evil.words(id), lantern);
      assertThat(why(refused)).isEqualTo(FederationReason.OTHERS_KEY);
      assertThat(sahil.words(id)).isEqualTo(yundu.words(id));
      // Whoever is the only one to deal with it goes by what was heard.
      assertThat(why(meeting(evil, evil.words(id), sahil.desk)).key()).isEqualTo("done");
    }
  }

  private Outcome<Partner> meeting(Far server, String heard, Account who) {
    sahil.way = _ -> new Courier.Back.Answered(ok(server.federation.office().card()));
    try {
      return sahil.federation.meet(who, "http://evil.example", yundu.id(), heard);
    } finally {
      sahil.way = java.util.function.UnaryOperator.identity();
    }
  }

  private static HttpMessage ok(byte[] body) {
    return new HttpMessage(
        new HttpMessage.Start.Response(200), List.of(), new HttpMessage.Body(body));
  }

  @Test
  void aCountryThatTheKeyDidNotSignOpensNoCircle() {
    String card = new String(yundu.federation.office().card(), StandardCharsets.UTF_8);
    String turned = card.replace("\"CN\"", "\"PK\"");
    assertThat(turned).isNotEqualTo(card);
    sahil.way = _ -> new Courier.Back.Answered(ok(turned.getBytes(StandardCharsets.UTF_8)));
    var refused =
        sahil.federation.meet(
            sahil.desk, "http://yundu.example", yundu.id(), yundu.words(yundu.id()));
    assertThat(why(refused)).isEqualTo(FederationReason.BAD_MESSAGE);
    assertThat(sahil.people.organisation(yundu.id()).map(Organisation::country)).contains("CN");
  }

  @Test
  void aKeyThatWasEndedIsNotTakenAgain() {
    sahil.federation.endKey(sahil.desk, yundu.id(), "stolen").orRefuse();
    var again =
        sahil.federation.meet(
            sahil.desk, "http://yundu.example", yundu.id(), yundu.words(yundu.id()));
    assertThat(why(again)).isEqualTo(PeopleReason.KEY_ENDED);
    yundu.people.renewKey(People.HOUSE, yundu.id()).orRefuse();
    sahil.meets(yundu);
    assertThat(sahil.words(yundu.id())).isEqualTo(yundu.words(yundu.id()));
  }

  @Test
  void aKeyThatIsRenewedInMidTalkIsHeardAndAllGoesOn() {
    Listing offer = sahil.exchange.list(sahil.desk, core("Ours", Audience.PUBLIC)).orRefuse();
    goOn();
    Talk talk = yundu.exchange.begin(yundu.desk, offer.id(), null).orRefuse();
    yundu.exchange.say(yundu.desk, talk.id(), new Text("by the old key", Lang.EN)).orRefuse();
    clock.pass(Duration.ofSeconds(1));
    yundu.people.renewKey(People.HOUSE, yundu.id()).orRefuse();
    yundu.exchange.say(yundu.desk, talk.id(), new Text("by the new key", Lang.EN)).orRefuse();
    goOn();
    assertThat(sahil.exchange.market().talk(talk.id()).orElseThrow().messages()).isEmpty();
    sahil.meets(yundu);
    clock.pass(Duration.ofHours(1));
    goOn();
    assertThat(sahil.exchange.market().talk(talk.id()).orElseThrow().messages()).hasSize(2);
    assertThat(sahil.store.journal().newest(Deeds.ROOM, 9))
        .allMatch(logged -> Deeds.isSigned(logged, sahil.people));
  }

  @Test
  void whoHasPartedAndMetAgainHearsOfWhatIsStillForIt() {
    Listing before = sahil.exchange.list(sahil.desk, core("Before", Audience.PUBLIC)).orRefuse();
    goOn();
    sahil.federation.part(sahil.desk, yundu.id(), "enough").orRefuse();
    var uk = new Audience(Audience.Reach.CIRCLE, List.of("GB"), List.of());
    Listing between = sahil.exchange.list(sahil.desk, core("Between", Audience.PUBLIC)).orRefuse();
    Listing secret = sahil.exchange.list(sahil.desk, core("Secret", Audience.PUBLIC)).orRefuse();
    sahil.exchange.relist(sahil.desk, secret.id(), core("Secret", uk)).orRefuse();
    sahil.exchange.relist(sahil.desk, before.id(), core("Before", uk)).orRefuse();
    goOn();
    assertThat(yundu.exchange.market().listing(between.id())).isEmpty();
    sahil.meets(yundu);
    clock.pass(Duration.ofHours(1));
    goOn();
    assertThat(yundu.exchange.seenBy(yundu.id(), between.id())).isPresent();
    assertThat(yundu.exchange.market().listing(secret.id())).isEmpty();
    assertThat(yundu.exchange.seenBy(yundu.id(), before.id())).isEmpty();
  }
}
