package org.tabadla.web.exchange;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.tabadla.exchange.Newsrooms;
import org.tabadla.exchange.delivery.Uploads;
import org.tabadla.exchange.delivery.Vault;
import org.tabadla.exchange.federation.TalkFiles;
import org.tabadla.exchange.market.Core;
import org.tabadla.exchange.market.Kind;
import org.tabadla.exchange.market.Listing;
import org.tabadla.exchange.market.Move;
import org.tabadla.exchange.market.Side;
import org.tabadla.exchange.market.Talk;
import org.tabadla.model.Lang;
import org.tabadla.model.Text;
import org.tabadla.people.OrganisationId;
import org.tabadla.people.Outcome;
import org.tabadla.people.Role;

/// Files that go with words from one house to another, over real HTTP.
class TalkFilesTest {
  private static final Text WORDS = new Text("Here is the script.", Lang.EN);
  private static final int LARGE_BYTES = (20 << 20) + 1;

  @TempDir Path folder;
  private final Newsrooms.Ticking clock = new Newsrooms.Ticking();
  private House sahil;
  private House yundu;
  private Talk talk;

  @BeforeEach
  void build() {
    sahil = new House(folder.resolve("a"), clock, "sahil", "Sahil", "ur", "PK");
    yundu = new House(folder.resolve("b"), clock, "yundu", "Yundu", "zh", "CN");
    clock.pass(Duration.ofSeconds(2));
    sahil.meets(yundu);
    yundu.meets(sahil);
    Core core = Newsrooms.core(Side.OFFER, Kind.PROGRAMME, "en", "Along the river", "A film.");
    Listing offer = sahil.exchange.list(sahil.desk, core).orRefuse();
    goOn();
    talk = yundu.exchange.begin(yundu.desk, offer.id(), null).orRefuse();
    goOn();
  }

  @AfterEach
  void shut() {
    sahil.close();
    yundu.close();
  }

  private void goOn() {
    for (int i = 0; i < 2; i++) {
      clock.pass(Duration.ofMinutes(11));
      sahil.goOn();
      yundu.goOn();
    }
  }

  private void says(House house, Core.Asset... files) {
    house.deliveries.say(house.desk, talk.id(), WORDS, List.of(files)).orRefuse();
  }

  /// Says that a file goes with the words, whether or not the house has it.
  private void claims(House house, Core.Asset file) {
    house
        .exchange
        .act(house.desk, Role.EDITOR, talk.id().value(), new Move.Said(WORDS, List.of(file)))
        .orRefuse();
  }

  private TalkFiles.State state(House reader, House sayer, Core.Asset file) {
    Talk now = reader.exchange.market().talk(talk.id()).orElseThrow();
    return reader.federation.talkFiles().state(now, sayer.id(), file.sha256());
  }

  private static Core.Asset large(House house) throws Exception {
    byte[] bytes = new byte[LARGE_BYTES];
    new java.util.Random(7).nextBytes(bytes);
    var taken = house.deliveries.vault().take(new ByteArrayInputStream(bytes), LARGE_BYTES);
    var kept = ((Vault.Taken.Whole) taken).kept();
    return new Core.Asset("film.mp4", "video/mp4", kept.bytes(), kept.sha256());
  }

  private String refusals(House house) {
    return house.federation.refusals(house.federation.of(house.id()).getFirst(), 20).toString();
  }

  private String page(House house) {
    return house.signedIn().get("/en/exchange/talk/" + talk.id()).body();
  }

  @Test
  void aSmallFileComesByItselfWithTheWordsBothWays() {
    Core.Asset script = sahil.file("script.txt", "Scene one.");
    Core.Asset answer = yundu.file("answer.txt", "Scene two.");
    says(sahil, script);
    says(yundu, answer);
    goOn();
    assertThat(state(yundu, sahil, script)).isInstanceOf(TalkFiles.State.Here.class);
    assertThat(state(sahil, yundu, answer)).isInstanceOf(TalkFiles.State.Here.class);
    assertThat(page(yundu)).contains("script.txt").contains(">here<");
    var fetched = yundu.signedIn().get("/exchange/talk/" + talk.id() + "/file/0/0");
    assertThat(fetched.body()).isEqualTo("Scene one.");
  }

  @Test
  void aLargeFileComesWhenSomebodyAsks() throws Exception {
    Core.Asset film = large(sahil);
    says(sahil, film);
    goOn();
    assertThat(state(yundu, sahil, film)).isEqualTo(new TalkFiles.State.There());
    Browsing browsing = yundu.signedIn();
    assertThat(browsing.get("/en/exchange/talk/" + talk.id()).body()).contains("/fetch\"");
    assertThat(browsing.get("/exchange/talk/" + talk.id() + "/file/0/0").statusCode())
        .isEqualTo(404);
    browsing.get("/en/exchange/talk/" + talk.id());
    browsing.post("/en/exchange/talk/" + talk.id() + "/fetch", "sha256", film.sha256());
    assertThat(page(yundu)).contains(">on its way<");
    goOn();
    assertThat(state(yundu, sahil, film)).isInstanceOf(TalkFiles.State.Here.class);
    assertThat(yundu.deliveries.vault().isWhole(film.sha256())).isTrue();
  }

  @Test
  void aFileGoesOnBehindTheLastByteAfterAStop() throws Exception {
    Core.Asset script = sahil.file("script.txt", "Scene one.");
    says(sahil, script);
    Vault vault = yundu.deliveries.vault();
    Files.writeString(vault.coming(script.sha256()), "Scene");
    // What a server does at its start.
    new Uploads(vault, Uploads.Limits.STANDARD, clock);
    assertThat(vault.coming(script.sha256())).hasContent("Scene");
    // The first bytes are taken from what is here: others would be another digest.
    Files.writeString(sahil.deliveries.vault().file(script.sha256()).orElseThrow(), "Other one.");
    goOn();
    assertThat(vault.isWhole(script.sha256())).isTrue();
  }

  @Test
  void whatIsNotWhatWasSaidIsThrownAwayAndNotAskedForEver() throws Exception {
    Core.Asset script = sahil.file("script.txt", "Scene one.");
    says(sahil, script);
    Files.writeString(sahil.deliveries.vault().file(script.sha256()).orElseThrow(), "Scene 1!!.");
    goOn();
    assertThat(yundu.deliveries.vault().file(script.sha256())).isEmpty();
    assertThat(page(yundu)).contains("WRONG_DIGEST");
    assertThat(refusals(yundu)).contains("script.txt");
    goOn();
    goOn();
    assertThat(yundu.federation.talkFiles().due()).isEmpty();
    assertThat(state(yundu, sahil, script)).isEqualTo(new TalkFiles.State.There());
  }

  @Test
  void namingTheDigestOfAnotherFileOpensItInNeitherHouse() {
    Core.Asset secret = sahil.file("secret.txt", "for nobody's eyes");
    claims(yundu, secret);
    goOn();
    // Sahil's house has such a file; yundu has not sent it.
    assertThat(state(sahil, yundu, secret)).isInstanceOf(TalkFiles.State.OnItsWay.class);
    var here = sahil.signedIn().get("/exchange/talk/" + talk.id() + "/file/0/0");
    assertThat(here.statusCode()).isEqualTo(404);
    // Yundu's own words do not make it sahil's to send.
    assertThat(sahil.deliveries.enclosed(sahil.id(), yundu.id(), talk.id(), secret.sha256()))
        .isInstanceOf(Outcome.Refused.class);
    assertThat(yundu.deliveries.vault().file(secret.sha256())).isEmpty();
  }

  @Test
  void onlyTheOtherSideOfThisTalkGetsIt() {
    Core.Asset script = sahil.file("script.txt", "Scene one.");
    says(sahil, script);
    House lantern = new House(folder.resolve("c"), clock, "lantern", "Lantern", "en", "GB");
    try (lantern) {
      clock.pass(Duration.ofSeconds(2));
      sahil.meets(lantern);
      lantern.meets(sahil);
      OrganisationId third = lantern.id();
      String sha256 = script.sha256();
      assertThat(sahil.deliveries.enclosed(sahil.id(), third, talk.id(), sha256))
          .isInstanceOf(Outcome.Refused.class);
      assertThat(sahil.deliveries.enclosed(third, yundu.id(), talk.id(), sha256))
          .isInstanceOf(Outcome.Refused.class);
      clock.pass(Duration.ofMinutes(11));
      lantern.goOn();
      Talk other = lantern.exchange.begin(lantern.desk, talk.about(), null).orRefuse();
      lantern.goOn();
      assertThat(sahil.exchange.market().talk(other.id())).isPresent();
      assertThat(sahil.deliveries.enclosed(sahil.id(), third, other.id(), sha256))
          .isInstanceOf(Outcome.Refused.class);
      assertThat(sahil.deliveries.enclosed(sahil.id(), yundu.id(), talk.id(), sha256))
          .isInstanceOf(Outcome.Done.class);
      assertThat(sahil.deliveries.enclosed(sahil.id(), yundu.id(), talk.id(), "0".repeat(64)))
          .isInstanceOf(Outcome.Refused.class);
    }
  }

  @Test
  void whoIsNoPartnerAnyMoreGetsNothing() {
    Core.Asset script = sahil.file("script.txt", "Scene one.");
    says(sahil, script);
    clock.pass(Duration.ofMinutes(2));
    sahil.federation.due().forEach(sahil.federation::exchange);
    sahil.federation.part(sahil.desk, yundu.id(), "enough").orRefuse();
    goOn();
    assertThat(state(yundu, sahil, script)).isInstanceOf(TalkFiles.State.OnItsWay.class);
    assertThat(yundu.deliveries.vault().file(script.sha256())).isEmpty();
  }

  /// A server has four places for files; one whose bytes trickle must not take them all.
  @Test
  void ofOneServerTwoFilesComeAtOnce() {
    Core.Asset[] files = new Core.Asset[5];
    for (int i = 0; i < files.length; i++) {
      files[i] = sahil.file("f" + i + ".txt", "Scene " + i);
    }
    says(sahil, files);
    clock.pass(Duration.ofMinutes(2));
    sahil.federation.due().forEach(sahil.federation::exchange);
    yundu.federation.due().forEach(yundu.federation::exchange);
    TalkFiles talkFiles = yundu.federation.talkFiles();
    for (int left = files.length; left > 0; left -= 2) {
      List<TalkFiles.Wanted> due = talkFiles.due();
      assertThat(due).hasSize(Math.min(left, 2));
      due.forEach(talkFiles::fetch);
    }
    assertThat(files).allMatch(file -> state(yundu, sahil, file) instanceof TalkFiles.State.Here);
  }

  @Test
  void aPartnerCannotFillTheDiskByTalking() {
    for (int i = 0; i < 12; i++) {
      String digest = String.format("%064x", i);
      claims(sahil, new Core.Asset("f" + i, "video/mp4", 20 << 20, digest));
    }
    goOn();
    long asked =
        java.util.stream.IntStream.range(0, 12)
            .mapToObj(i -> new Core.Asset("f" + i, "video/mp4", 1, String.format("%064x", i)))
            .filter(file -> state(yundu, sahil, file) instanceof TalkFiles.State.OnItsWay)
            .count();
    assertThat(asked).isEqualTo(10);
  }
}
