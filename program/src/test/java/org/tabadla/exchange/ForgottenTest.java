package org.tabadla.exchange;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.tabadla.exchange.delivery.Upload;
import org.tabadla.exchange.delivery.Uploads;
import org.tabadla.exchange.delivery.Vault;
import org.tabadla.exchange.market.Core;
import org.tabadla.exchange.market.Kind;
import org.tabadla.exchange.market.Listing;
import org.tabadla.exchange.market.Side;
import org.tabadla.exchange.market.Talk;
import org.tabadla.model.Digest;
import org.tabadla.model.Lang;
import org.tabadla.model.Text;

/// What is thrown away of the vault, and above all what is not.
class ForgottenTest {
  private static final Duration LONG = Forgotten.KEPT.plusDays(1);

  @TempDir Path folder;
  private final Set<String> fetched = new HashSet<>();
  private Newsrooms rooms;
  private Vault vault;
  private Forgotten forgotten;

  @BeforeEach
  void open() {
    rooms = new Newsrooms(folder);
    vault = rooms.deliveries.vault();
    forgotten =
        new Forgotten(rooms.deliveries, rooms.store.journal(), fetched::contains, rooms.clock);
  }

  @AfterEach
  void shut() {
    rooms.close();
  }

  /// A file that came in long ago.
  private Core.Asset old(String content) throws IOException {
    byte[] bytes = content.getBytes(StandardCharsets.UTF_8);
    Core.Asset asset = Deals.asset(vault, "film.mp4", "video/mp4", bytes);
    age(vault.file(asset.sha256()).orElseThrow(), LONG);
    return asset;
  }

  private void age(Path file, Duration ago) throws IOException {
    Files.setLastModifiedTime(file, FileTime.from(rooms.clock.instant().minus(ago)));
  }

  private boolean isKept(Core.Asset asset) {
    return vault.file(asset.sha256()).isPresent();
  }

  private static Core with(String title, Core.Asset... assets) {
    Core core = Newsrooms.core(Side.OFFER, Kind.PROGRAMME, "en", title, "");
    return new Core(
        core.side(),
        core.kind(),
        core.audience(),
        core.about(),
        core.supply(),
        core.times(),
        core.bargain(),
        core.facet(),
        List.of(assets),
        null);
  }

  @Test
  void whatNothingNamesGoesAfterAWeekAndNotBefore() throws IOException {
    Core.Asset gone = old("of a form that was refused");
    Core.Asset young = old("of last week");
    age(vault.file(young.sha256()).orElseThrow(), Forgotten.KEPT.minusHours(1));
    assertThat(forgotten.sweep()).isOne();
    assertThat(isKept(gone)).isFalse();
    assertThat(isKept(young)).isTrue();
    rooms.clock.pass(Duration.ofHours(2));
    assertThat(forgotten.sweep()).isOne();
    assertThat(isKept(young)).isFalse();
  }

  @Test
  void whateverADeedNamesStaysHoweverOldTheDeed() throws IOException {
    Core.Asset first = old("of the listing's first version");
    Core.Asset second = old("of its second");
    Core.Asset said = old("said in a talk");
    Core.Asset sent = old("delivered");
    Core.Asset better = old("in its place");
    Core.Asset nobodys = old("nobody's");
    Listing listing = rooms.exchange.list(rooms.sahil, with("A river", first)).orRefuse();
    rooms.exchange.relist(rooms.sahil, listing.id(), with("A river", second)).orRefuse();
    Talk talk = rooms.exchange.begin(rooms.yundu, listing.id(), null).orRefuse();
    rooms.deliveries.say(rooms.yundu, talk.id(), new Text("See.", Lang.EN), List.of(said));
    var agreement = Deals.agreed(rooms.exchange, rooms.sahil, rooms.yundu, "");
    var delivery = Deals.delivered(rooms.deliveries, rooms.sahil, agreement, sent);
    rooms.deliveries.correct(rooms.sahil, delivery.id(), "sound", List.of(better)).orRefuse();
    rooms.exchange.withdraw(rooms.sahil, listing.id(), "over").orRefuse();
    rooms.deliveries.kill(rooms.sahil, delivery.id(), "source").orRefuse();

    assertThat(forgotten.sweep()).isOne();
    assertThat(List.of(first, second, said, sent, better)).allMatch(this::isKept);
    assertThat(isKept(nobodys)).isFalse();
  }

  @Test
  void aDeedBetweenTwoSweepsIsSeenByTheSecond() throws IOException {
    assertThat(forgotten.sweep()).isZero();
    Core.Asset file = old("a film");
    rooms.exchange.list(rooms.sahil, with("A river", file)).orRefuse();
    assertThat(forgotten.sweep()).isZero();
    assertThat(isKept(file)).isTrue();
  }

  @Test
  void anUploadThatWaitsKeepsItsFileAndAnEndedOneDoesNot() throws IOException {
    byte[] film = "a film".getBytes(StandardCharsets.UTF_8);
    var begun =
        rooms
            .deliveries
            .uploads()
            .begin(rooms.sahil.organisation(), "film.mp4", "video/mp4", film.length, "");
    Upload upload = ((Uploads.Begun.Open) begun).upload();
    rooms.deliveries.uploads().write(upload, new ByteArrayInputStream(film), 0, null);
    Path kept = vault.file(Digest.sha256(film)).orElseThrow();
    age(kept, LONG);
    assertThat(forgotten.sweep()).isZero();
    rooms.deliveries.uploads().end(upload);
    assertThat(forgotten.sweep()).isOne();
    assertThat(kept).doesNotExist();
  }

  @Test
  void whatHasComeOfAFetchStaysWhileItIsWanted() throws IOException {
    String sha256 = "ab".repeat(32);
    Path part = Files.writeString(vault.coming(sha256), "the first half");
    age(part, LONG);
    fetched.add(sha256);
    assertThat(forgotten.sweep()).isZero();
    fetched.clear();
    assertThat(forgotten.sweep()).isOne();
    assertThat(part).doesNotExist();
  }

  @Test
  void whatComesInAgainIsYoungAgain() throws IOException {
    Core.Asset film = old("a film");
    var before = rooms.clock.instant().minus(Forgotten.KEPT);
    assertThat(vault.untouchedSince(before)).containsExactly(film.sha256());
    Deals.asset(vault, "film.mp4", "video/mp4", "a film".getBytes(StandardCharsets.UTF_8));
    assertThat(vault.discard(film.sha256(), before)).isFalse();
    assertThat(isKept(film)).isTrue();
  }

  @Test
  void otherFilesInTheFolderAreLeftAlone() throws IOException {
    Path note =
        Files.writeString(Files.createDirectories(folder.resolve("files/ab")).resolve("x"), "");
    age(note, LONG);
    assertThat(forgotten.sweep()).isZero();
    assertThat(note).exists();
  }
}
