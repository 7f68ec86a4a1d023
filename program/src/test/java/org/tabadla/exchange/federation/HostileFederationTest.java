package org.tabadla.exchange.federation;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.tabadla.exchange.Newsrooms;
import org.tabadla.exchange.market.Act;
import org.tabadla.exchange.market.Core;
import org.tabadla.exchange.market.Deeds;
import org.tabadla.exchange.market.Kind;
import org.tabadla.exchange.market.Listing;
import org.tabadla.exchange.market.ListingId;
import org.tabadla.exchange.market.Move;
import org.tabadla.exchange.market.Side;
import org.tabadla.exchange.signed.HttpMessage;
import org.tabadla.model.Deed;
import org.tabadla.people.CanonicalJson;
import org.tabadla.people.OrganisationId;

/// A partner, or somebody in between, who means no good. Whatever is sent: it is refused with its
/// reason, written down, and nothing is half-done.
class HostileFederationTest {
  private static final HttpMessage.Address DEEDS =
      new HttpMessage.Address("http", "sahil.example", "/federation/sahil/deeds");
  private static final HttpMessage.Address ASK =
      new HttpMessage.Address("http", "sahil.example", "/federation/sahil/ask");
  private static final String JSON = "application/json";

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

  private HttpMessage signed(HttpMessage.Address to, Object body) {
    byte[] json =
        body instanceof byte[] raw ? raw : CanonicalJson.of(body).getBytes(StandardCharsets.UTF_8);
    return yundu.mail.request(yundu.desk.organisation(), "POST", to, json, JSON).orRefuse();
  }

  private Deed deed(Move move, String subject, OrganisationId actor) {
    return deed(move, subject, actor, clock.instant());
  }

  /// A deed that yundu signed, whatever it says.
  private Deed deed(Move move, String subject, OrganisationId actor, Instant at) {
    var act = new Act(subject, actor, "x", Instant.ofEpochMilli(at.toEpochMilli()), 0, move);
    return Deeds.of(
        act, yundu.people.sign(yundu.desk.organisation(), Deeds.signed(act)).orRefuse());
  }

  private static Core core(String title) {
    return Newsrooms.core(Side.OFFER, Kind.PROGRAMME, "en", title, "");
  }

  private static Parcel parcel(Deed... deeds) {
    var told = new ArrayList<Parcel.Told>();
    for (Deed deed : deeds) {
      told.add(Parcel.Told.of(deed));
    }
    return new Parcel(Cursor.START, new Cursor(9, "0".repeat(64)), false, told);
  }

  private Office.Answer answered(HttpMessage request) {
    return sahil.federation.office().answer(request);
  }

  private static String why(Office.Answer answer) {
    return answer instanceof Office.Answer.No(int status, String why) ? status + " " + why : "";
  }

  /// Sends deeds and tells why the first of them was not taken; "" when it was.
  private String sent(Deed... deeds) throws Exception {
    var answer = (Office.Answer.Signed) answered(signed(DEEDS, parcel(deeds)));
    var taken = Parcel.read(answer.message().body().bytes(), Inbox.Taken.class);
    return taken.refused().isEmpty() ? "" : taken.refused().getFirst().why();
  }

  private int listings() {
    return sahil.exchange.market().listings().size();
  }

  private Deed goodListing(String title) {
    Core core = core(title);
    Instant at = clock.instant();
    return deed(
        new Move.Listed(core),
        Listing.idFor(yundu.desk.organisation(), core, at).value(),
        yundu.desk.organisation(),
        at);
  }

  @Test
  void whatIsSignedAsItShouldBeIsTaken() throws Exception {
    assertThat(sent(goodListing("A river"))).isEmpty();
    assertThat(listings()).isOne();
  }

  @Test
  void unsignedForgedAndTruncatedMessagesOpenNothing() {
    HttpMessage good = signed(DEEDS, parcel(goodListing("A river")));
    var bare = new HttpMessage(good.start(), List.of(), good.body());
    assertThat(why(answered(bare))).startsWith("401 UNSIGNED");

    byte[] other = good.body().bytes().clone();
    other[20] ^= 1;
    var turned = new HttpMessage(good.start(), good.fields(), new HttpMessage.Body(other));
    assertThat(why(answered(turned))).startsWith("401 WRONG_DIGEST");

    byte[] half = java.util.Arrays.copyOf(good.body().bytes(), good.body().bytes().length / 2);
    var cut = new HttpMessage(good.start(), good.fields(), new HttpMessage.Body(half));
    assertThat(why(answered(cut))).startsWith("401 WRONG_DIGEST");

    var elsewhere =
        new HttpMessage(new HttpMessage.Start.Request("POST", ASK), good.fields(), good.body());
    assertThat(why(answered(elsewhere))).startsWith("401 FORGED");
    assertThat(listings()).isZero();
  }

  @Test
  void aMessageWorksOnceAndNotForLong() {
    HttpMessage good = signed(DEEDS, parcel(goodListing("A river")));
    assertThat(answered(good)).isInstanceOf(Office.Answer.Signed.class);
    assertThat(why(answered(good))).startsWith("401 REPLAYED");

    HttpMessage late = signed(DEEDS, parcel(goodListing("A lake")));
    clock.pass(Duration.ofMinutes(7));
    assertThat(why(answered(late))).startsWith("401 TOO_OLD");
    assertThat(listings()).isOne();
  }

  @Test
  void whatCameBeforeTheStartIsNotTakenAfterIt() throws Exception {
    HttpMessage good = signed(DEEDS, parcel(goodListing("A river")));
    clock.pass(Duration.ofSeconds(30));
    var again = new Nonces(clock);
    assertThat(again.firstUse("k", "n", clock.instant().plusSeconds(300))).isFalse();
    assertThat(good.fields()).isNotEmpty();
  }

  @Test
  void aDeedInAnotherNameIsNotTaken() throws Exception {
    Core core = core("A river");
    Instant at = clock.instant();
    var own = sahil.desk.organisation();
    String id = Listing.idFor(own, core, at).value();
    assertThat(sent(deed(new Move.Listed(core), id, own, at))).isEqualTo("NOT_SIGNED");
    var third = new OrganisationId("lantern");
    assertThat(sent(deed(new Move.Listed(core), id, third, at))).isEqualTo("NOT_FOR_US");
    assertThat(listings()).isZero();
  }

  @Test
  void nobodyPutsAListingInThePlaceOfAnother() throws Exception {
    Listing mine = sahil.exchange.list(sahil.desk, core("Ours")).orRefuse();
    var yours = yundu.desk.organisation();
    assertThat(sent(deed(new Move.Listed(core("Theirs")), mine.id().value(), yours)))
        .isEqualTo("NOT_YOUR_LISTING");
    assertThat(sent(deed(new Move.Relisted(core("Theirs")), mine.id().value(), yours)))
        .isEqualTo("NOT_YOUR_LISTING");
    assertThat(sent(deed(new Move.ListingKilled("x"), mine.id().value(), yours)))
        .isEqualTo("NOT_YOUR_LISTING");
    Listing still = sahil.exchange.market().listing(new ListingId(mine.id().value())).orElseThrow();
    assertThat(still).isEqualTo(mine);
  }

  @Test
  void deedsWithGapsFromTheFutureOrOutOfOrderAreNamed() throws Exception {
    var yours = yundu.desk.organisation();
    Deed good = goodListing("A river");
    var body = CanonicalJson.MAPPER.readTree(good.body());
    ((tools.jackson.databind.node.ObjectNode) body.path("move").path("core")).remove("bargain");
    var gap =
        new Deed(
            good.room(),
            good.subject(),
            good.kind(),
            good.at(),
            good.actor(),
            CanonicalJson.of(body));
    assertThat(sent(gap)).isEqualTo("UNREADABLE");
    Instant later = clock.instant().plus(Duration.ofHours(2));
    Core core = core("Tomorrow");
    String id = Listing.idFor(yours, core, later).value();
    assertThat(sent(deed(new Move.Listed(core), id, yours, later))).isEqualTo("BAD_TIMES");
    assertThat(sent(deed(new Move.Signed(1, "x"), "t" + "0".repeat(16), yours)))
        .isEqualTo("NOT_THERE");
    assertThat(sent(deed(new Move.Listed(core), "not an id", yours))).isEqualTo("BAD_MESSAGE");
    assertThat(sahil.federation.refusals(partner, 10)).hasSize(4);
    assertThat(listings()).isZero();
  }

  @Test
  void oneBadDeedStopsNoOther() throws Exception {
    Deed bad = deed(new Move.Withdrawn("x"), "l" + "0".repeat(16), yundu.desk.organisation());
    assertThat(sent(bad, goodListing("A river"))).isEqualTo("NOT_THERE");
    assertThat(listings()).isOne();
  }

  @Test
  void theSameDeedTwiceChangesNothing() throws Exception {
    Deed good = goodListing("A river");
    sent(good, good);
    long seq = sahil.exchange.newest();
    assertThat(sent(good)).isEmpty();
    assertThat(sahil.exchange.newest()).isEqualTo(seq);
  }

  @Test
  void aListingThatIsNotForUsIsNotTaken() throws Exception {
    Core core = core("Secret");
    var circle =
        new org.tabadla.exchange.market.Audience(
            org.tabadla.exchange.market.Audience.Reach.CIRCLE, List.of("GB"), List.of());
    var secret =
        new Core(
            core.side(),
            core.kind(),
            circle,
            core.about(),
            core.supply(),
            core.times(),
            core.bargain(),
            core.facet(),
            core.assets(),
            null);
    Instant at = clock.instant();
    var yours = yundu.desk.organisation();
    assertThat(
            sent(
                deed(new Move.Listed(secret), Listing.idFor(yours, secret, at).value(), yours, at)))
        .isEqualTo("BAD_AUDIENCE");
  }

  @Test
  void rubbishIsABadRequestAndDeepRubbishToo() {
    assertThat(why(answered(signed(DEEDS, "{".getBytes(StandardCharsets.UTF_8)))))
        .startsWith("400");
    byte[] deep = "[".repeat(100_000).getBytes(StandardCharsets.UTF_8);
    assertThat(why(answered(signed(DEEDS, deep)))).startsWith("400");
    byte[] nulls = "{\"after\":null,\"deeds\":[null]}".getBytes(StandardCharsets.UTF_8);
    assertThat(why(answered(signed(DEEDS, nulls)))).startsWith("400");
    assertThat(why(answered(signed(ASK, "{}".getBytes(StandardCharsets.UTF_8))))).startsWith("400");
  }

  @Test
  void aQuestionOfAnotherDayIsNotAnswered() throws Exception {
    Listing mine = sahil.exchange.list(sahil.desk, core("Ours")).orRefuse();
    Deed begun =
        deed(
            new Move.Begun(mine.id(), null),
            "t" + "1".repeat(16),
            yundu.desk.organisation(),
            clock.instant().minus(Duration.ofDays(1)));
    var answer = (Office.Answer.Signed) answered(signed(ASK, Parcel.Told.of(begun)));
    assertThat(new String(answer.message().body().bytes(), StandardCharsets.UTF_8))
        .contains("BAD_TIME");
    assertThat(sahil.exchange.market().talks(yundu.desk.organisation())).isEmpty();
  }

  @Test
  void whoFloodsHasToWait() {
    HttpMessage.Address look =
        new HttpMessage.Address("http", "sahil.example", "/federation/sahil/nothing");
    var nonces = new Nonces(clock);
    Instant until = clock.instant().plus(Duration.ofMinutes(6));
    for (int i = 0; i < Nonces.MOST_OF_A_KEY; i++) {
      assertThat(nonces.firstUse("yundu/k", "n" + i, until)).isTrue();
    }
    assertThat(nonces.isFlood("yundu/k")).isTrue();
    assertThat(nonces.isFlood("lantern/k")).isFalse();
    clock.pass(Duration.ofMinutes(7));
    assertThat(nonces.isFlood("yundu/k")).isFalse();
    assertThat(why(answered(signed(look, new byte[0])))).startsWith("404");
  }

  @Test
  void manyRefusalsDoNotFillTheJournal() throws Exception {
    Deed bad = deed(new Move.Withdrawn("x"), "l" + "0".repeat(16), yundu.desk.organisation());
    for (int i = 0; i < 80; i++) {
      sent(bad);
    }
    assertThat(sahil.store.journal().of("federation", partner.key())).hasSizeLessThan(60);
  }
}
