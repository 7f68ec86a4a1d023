package org.tabadla.web.exchange;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.tabadla.exchange.Newsrooms;
import org.tabadla.exchange.federation.FederationReason;
import org.tabadla.exchange.market.Agreement;
import org.tabadla.exchange.market.AgreementId;
import org.tabadla.exchange.market.Audience;
import org.tabadla.exchange.market.Commitment;
import org.tabadla.exchange.market.Core;
import org.tabadla.exchange.market.DealTerms;
import org.tabadla.exchange.market.Delivery;
import org.tabadla.exchange.market.Kind;
import org.tabadla.exchange.market.Listing;
import org.tabadla.exchange.market.MarketReason;
import org.tabadla.exchange.market.Side;
import org.tabadla.exchange.market.Talk;
import org.tabadla.exchange.market.TalkId;
import org.tabadla.exchange.matching.Match;
import org.tabadla.model.Lang;
import org.tabadla.model.Text;
import org.tabadla.people.Outcome;

/// Two houses on two servers that exchange over real HTTP.
class FederationTest {
  private static final String RIGHTS = "صرف خبر میں، 48 گھنٹے";

  @TempDir Path folder;
  private final Newsrooms.Ticking clock = new Newsrooms.Ticking();
  private House sahil;
  private House yundu;

  @BeforeEach
  void build() {
    sahil = new House(folder.resolve("a"), clock, "sahil", "ساحل نیوز", "ur", "PK");
    yundu = new House(folder.resolve("b"), clock, "yundu", "云渡电视台", "zh", "CN");
    clock.pass(Duration.ofSeconds(2));
  }

  @AfterEach
  void shut() {
    sahil.close();
    yundu.close();
  }

  private void meet() {
    sahil.meets(yundu);
    yundu.meets(sahil);
  }

  private void goOn() {
    for (int i = 0; i < 2; i++) {
      clock.pass(Duration.ofMinutes(2));
      sahil.goOn();
      yundu.goOn();
    }
  }

  private static Core film() {
    return Newsrooms.core(
        Side.OFFER,
        Kind.PROGRAMME,
        "ur",
        "دریا کے ساتھ ساتھ: دستاویزی فلم",
        "پانی اور موسم پر دستاویزی فلم۔",
        Core.Times.NONE,
        RIGHTS);
  }

  private static Core wish() {
    return Newsrooms.core(Side.REQUEST, Kind.PROGRAMME, "zh", "寻求关于水利与气候的纪录片", "周末国际纪录片时段。");
  }

  private static Core with(Core core, Audience audience) {
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
        core.origin());
  }

  private static DealTerms terms(Talk talk, int version) {
    return new DealTerms(
        talk.id(),
        version,
        talk.about(),
        talk.provider(),
        talk.receiver(),
        "دریا کے ساتھ ساتھ",
        RIGHTS,
        Core.Consideration.EXCHANGE,
        "峰会直播信号",
        null);
  }

  private Listing offered() {
    meet();
    Listing offer = sahil.exchange.list(sahil.desk, film()).orRefuse();
    goOn();
    return offer;
  }

  private Talk talking(Listing offer) {
    Talk talk = yundu.exchange.begin(yundu.desk, offer.id(), null).orRefuse();
    sahil.exchange.propose(sahil.desk, talk.id(), terms(talk, 1)).orRefuse();
    goOn();
    return talk;
  }

  private Agreement agreed() {
    Talk talk = talking(offered());
    String hash = terms(talk, 1).hash();
    yundu.exchange.sign(yundu.desk, talk.id(), 1, hash).orRefuse();
    sahil.exchange.sign(sahil.desk, talk.id(), 1, hash).orRefuse();
    goOn();
    return sahil.exchange.market().agreement(terms(talk, 1).agreement()).orElseThrow();
  }

  private Delivery delivered(String content) {
    Agreement agreement = agreed();
    Delivery sent =
        sahil
            .deliveries
            .deliver(sahil.desk, agreement.id(), List.of(sahil.file("film.mp4", content)), "", null)
            .orRefuse();
    goOn();
    return sent;
  }

  @Test
  void aKeyIsTakenOnlyWithTheWordsThatWereHeard() {
    var refused = sahil.federation.meet(sahil.desk, yundu.base(), yundu.id(), sahil.words());
    assertThat(refused).isInstanceOf(Outcome.Refused.class);
    assertThat(((Outcome.Refused<?>) refused).why()).isEqualTo(FederationReason.WRONG_WORDS);
    assertThat(sahil.people.organisation(yundu.id())).isEmpty();

    String heard = yundu.words().toUpperCase(java.util.Locale.ROOT).replace('-', ' ');
    sahil.federation.meet(sahil.desk, yundu.base(), yundu.id(), heard).orRefuse();
    assertThat(sahil.people.organisation(yundu.id()).orElseThrow().isGuest()).isTrue();
  }

  @Test
  void anOfferMeetsARequestOfAnotherHouseInAnotherLanguage() {
    meet();
    Listing wanted = yundu.exchange.list(yundu.desk, wish()).orRefuse();
    Listing offer = sahil.exchange.list(sahil.desk, film()).orRefuse();
    goOn();
    for (House house : List.of(sahil, yundu)) {
      Listing own = house == sahil ? offer : wanted;
      List<Match> matches = house.exchange.matches(own);
      assertThat(matches).hasSize(1);
      assertThat(matches.getFirst().offer()).isEqualTo(offer.id());
      assertThat(matches.getFirst().request()).isEqualTo(wanted.id());
      assertThat(matches.getFirst().why()).isNotEmpty();
    }
  }

  @Test
  void theWholeLifeStandsInBothHouses() {
    Delivery sent = delivered("first cut");
    Delivery come = yundu.exchange.market().delivery(sent.id()).orElseThrow();
    yundu.federation.fetching().want(yundu.desk, come.id(), 0).orRefuse();
    goOn();
    String sha256 = sent.assets().getFirst().sha256();
    assertThat(yundu.deliveries.vault().isWhole(sha256)).isTrue();
    assertThat(there(sent).receipts()).extracting(Delivery.Receipt::sha256).contains(sha256);

    sahil
        .deliveries
        .correct(
            sahil.desk, sent.id(), "better sound", List.of(sahil.file("film.mp4", "second cut")))
        .orRefuse();
    sahil.deliveries.kill(sahil.desk, sent.id(), "withdrawn by the source").orRefuse();
    goOn();
    Delivery killed = yundu.exchange.market().delivery(sent.id()).orElseThrow();
    assertThat(killed.isKilled()).isTrue();
    assertThat(killed.open()).hasSize(2);
    assertThat(sahil.deliveries.open(sahil.id())).hasSize(1);
    yundu.deliveries.acknowledge(yundu.desk, sent.id(), 1).orRefuse();
    yundu.deliveries.acknowledge(yundu.desk, sent.id(), 2).orRefuse();
    goOn();
    assertThat(sahil.deliveries.open(sahil.id())).isEmpty();
    assertThat(commitments(sahil, sent.agreement()))
        .isEqualTo(commitments(yundu, sent.agreement()))
        .isNotEmpty();
    assertThat(sahil.store.journal().firstFault()).isEmpty();
    assertThat(yundu.store.journal().firstFault()).isEmpty();
  }

  private Delivery there(Delivery sent) {
    return sahil.exchange.market().delivery(sent.id()).orElseThrow();
  }

  private static List<Commitment> commitments(House house, AgreementId id) {
    return house.exchange.market().commitments(house.exchange.market().agreement(id).orElseThrow());
  }

  @Test
  void daysApartChangeNothing() {
    Listing offer = offered();
    Talk talk = talking(offer);
    sahil.shut();
    yundu.exchange.say(yundu.desk, talk.id(), new Text("请问有字幕吗？", new Lang("zh"))).orRefuse();
    sahil.exchange.say(sahil.desk, talk.id(), new Text("جی ہاں۔", Lang.UR)).orRefuse();
    for (int day = 0; day < 3; day++) {
      clock.pass(Duration.ofDays(1));
      yundu.goOn();
    }
    assertThat(messages(yundu, talk.id())).hasSize(1);
    assertThat(messages(sahil, talk.id())).hasSize(1);
    var sign = yundu.exchange.sign(yundu.desk, talk.id(), 1, terms(talk, 1).hash());
    assertThat(((Outcome.Refused<?>) sign).why()).isEqualTo(FederationReason.NO_ANSWER);

    sahil.open();
    clock.pass(Duration.ofHours(1));
    goOn();
    assertThat(messages(yundu, talk.id())).hasSize(2).isEqualTo(messages(sahil, talk.id()));
  }

  private static List<Talk.Message> messages(House house, TalkId id) {
    return house.exchange.market().talk(id).orElseThrow().messages();
  }

  @Test
  void whoCannotBeReachedFetchesByItself() {
    Listing offer = offered();
    Talk talk = talking(offer);
    yundu.shut();
    sahil.exchange.say(sahil.desk, talk.id(), new Text("جی ہاں۔", Lang.UR)).orRefuse();
    goOn();
    assertThat(messages(yundu, talk.id())).hasSize(1);
  }

  @Test
  void ofTwoProposalsAtOnceBothHousesKeepTheSame() {
    Talk talk = talking(offered());
    sahil.exchange.propose(sahil.desk, talk.id(), terms(talk, 2)).orRefuse();
    // The news of it is still on its way.
    var late = yundu.exchange.propose(yundu.desk, talk.id(), terms(talk, 2));
    assertThat(((Outcome.Refused<?>) late).why()).isEqualTo(MarketReason.OTHER_TERMS);
    goOn();
    assertThat(yundu.exchange.market().talk(talk.id()).orElseThrow().proposals()).hasSize(2);
    yundu.exchange.propose(yundu.desk, talk.id(), terms(talk, 3)).orRefuse();
    goOn();
    for (House house : List.of(sahil, yundu)) {
      Talk now = house.exchange.market().talk(talk.id()).orElseThrow();
      assertThat(now.proposals()).hasSize(3);
      assertThat(now.state()).isEqualTo(new Talk.State.Proposed(3, yundu.id()));
    }
  }

  @Test
  void aPartnerSeesItsAudienceAndNothingMore() {
    meet();
    sahil.join("lantern", "The Lantern", "en", "GB");
    var lantern = sahil.people.account(new org.tabadla.people.AccountId("lantern.desk"));
    Listing open = sahil.exchange.list(sahil.desk, film()).orRefuse();
    Listing named =
        sahil
            .exchange
            .list(
                sahil.desk,
                with(
                    film(),
                    new Audience(
                        Audience.Reach.PARTIES,
                        List.of(),
                        List.of(lantern.orElseThrow().organisation()))))
            .orRefuse();
    Listing circle =
        sahil
            .exchange
            .list(
                sahil.desk,
                with(film(), new Audience(Audience.Reach.CIRCLE, List.of("GB"), List.of())))
            .orRefuse();
    goOn();
    assertThat(yundu.exchange.market().listing(open.id())).isPresent();
    assertThat(yundu.exchange.market().listing(named.id())).isEmpty();
    assertThat(yundu.exchange.market().listing(circle.id())).isEmpty();
  }

  @Test
  void aListingThatWasForAPartnerIsTakenOutOfItsSight() {
    Listing offer = offered();
    assertThat(yundu.exchange.seenBy(yundu.id(), offer.id())).isPresent();
    var circle = new Audience(Audience.Reach.CIRCLE, List.of("GB"), List.of());
    Core secret = with(film(), circle);
    sahil.exchange.relist(sahil.desk, offer.id(), secret).orRefuse();
    goOn();
    assertThat(yundu.exchange.seenBy(yundu.id(), offer.id())).isEmpty();
    sahil.exchange.relist(sahil.desk, offer.id(), film()).orRefuse();
    goOn();
    assertThat(yundu.exchange.seenBy(yundu.id(), offer.id())).isPresent();
  }

  @Test
  void aListingForAStrangerIsRefused() {
    var stranger =
        new Audience(
            Audience.Reach.PARTIES,
            List.of(),
            List.of(new org.tabadla.people.OrganisationId("nobody")));
    var refused = sahil.exchange.list(sahil.desk, with(film(), stranger));
    assertThat(((Outcome.Refused<?>) refused).why()).isEqualTo(MarketReason.NO_SUCH_ORGANISATION);
  }

  @Test
  void aFileThatIsNotWhatWasSignedIsNotKept() throws Exception {
    Delivery sent = delivered("what was signed");
    String sha256 = sent.assets().getFirst().sha256();
    Path file = sahil.deliveries.vault().file(sha256).orElseThrow();
    java.nio.file.Files.writeString(file, "what is not so.");
    yundu.federation.fetching().want(yundu.desk, sent.id(), 0).orRefuse();
    goOn();
    assertThat(yundu.deliveries.vault().file(sha256)).isEmpty();
    assertThat(there(sent).receipts()).isEmpty();
    var wanted = yundu.federation.fetching().of(sent.id()).getFirst();
    assertThat(wanted.lies()).isPositive();
    assertThat(wanted.trouble()).isEqualTo("WRONG_DIGEST");
    assertThat(
            yundu
                .federation
                .refusals(yundu.federation.of(yundu.id()).getFirst(), 5)
                .getFirst()
                .what())
        .contains("film.mp4");
  }

  @Test
  void anEndedKeyOpensNothing() {
    Listing offer = offered();
    sahil.federation.endKey(sahil.desk, yundu.id(), "stolen").orRefuse();
    var begun = yundu.exchange.begin(yundu.desk, offer.id(), null);
    assertThat(((Outcome.Refused<?>) begun).why()).isEqualTo(FederationReason.NOT_TAKEN);
    yundu.exchange.list(yundu.desk, wish()).orRefuse();
    goOn();
    assertThat(sahil.exchange.market().listings()).hasSize(1);
    var standing = yundu.federation.standing(yundu.federation.of(yundu.id()).getFirst());
    assertThat(standing.orElseThrow().trouble()).contains("401");

    // A new key, heard anew, and all goes on.
    yundu.people.renewKey("x", yundu.id()).orRefuse();
    sahil.meets(yundu);
    clock.pass(Duration.ofHours(1));
    goOn();
    yundu.exchange.begin(yundu.desk, offer.id(), null).orRefuse();
    assertThat(sahil.exchange.market().talks(yundu.id())).hasSize(1);
  }

  @Test
  void whoPartsIsToldNothingMore() {
    offered();
    sahil.federation.part(sahil.desk, yundu.id(), "enough").orRefuse();
    Listing later = sahil.exchange.list(sahil.desk, film()).orRefuse();
    goOn();
    assertThat(yundu.exchange.market().listing(later.id())).isEmpty();
  }
}
