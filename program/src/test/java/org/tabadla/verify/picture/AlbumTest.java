package org.tabadla.verify.picture;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.image.BufferedImage;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.tabadla.model.Shelf;
import org.tabadla.store.Store;
import org.tabadla.store.Stores;

/// Which articles carry the same picture, over a real database.
class AlbumTest {
  private static final Instant NOW = Instant.parse("2026-01-10T00:00:00Z");
  private static final Instant OLD = Instant.parse("2019-09-14T00:00:00Z");

  @TempDir Path folder;
  private Store store;
  private Album album;

  @BeforeEach
  void open() {
    store = Stores.open("jdbc:sqlite:" + folder.resolve("test.db"));
    album = album();
  }

  @AfterEach
  void close() {
    store.close();
  }

  private Album album() {
    return new Album(store.shelf(), bytes -> new Credential(false, "", "", List.of()));
  }

  private void saw(String article, Instant since, byte[] bytes) {
    album.saw(article, "https://pictures.example/" + article, since, bytes, NOW);
  }

  @Test
  void theSamePictureIsToldWithItsDistanceTheEarliestFirstAlsoAfterARestart() {
    BufferedImage scene = Drawn.scene(21, 640, 360);
    saw("new", NOW, Drawn.jpeg(scene, 0.8f));
    saw("copy", NOW.minusSeconds(60), Drawn.jpeg(scene, 0.8f));
    saw("old", OLD, Drawn.jpeg(Drawn.scaled(scene, 320, 180), 0.4f));
    saw("other", OLD, Drawn.jpeg(Drawn.scene(22, 640, 360), 0.8f));
    for (Album each : List.of(album, album())) {
      List<Sighting.Reuse> found = each.reuses("new");
      assertThat(found).extracting(r -> r.other().article()).containsExactly("old", "copy");
      assertThat(found).extracting(Sighting.Reuse::isSameFile).containsExactly(false, true);
      assertThat(found.getFirst().distance()).isBetween(0, NearHashes.RADIUS);
      assertThat(each.size()).isEqualTo(4);
    }
  }

  @Test
  void anArticleWithAnotherPictureNowIsNoLongerFoundByItsOldOne() {
    byte[] one = Drawn.jpeg(Drawn.scene(31, 640, 360), 0.8f);
    saw("a", NOW, one);
    saw("b", NOW, one);
    assertThat(album.reuses("a")).hasSize(1);
    saw("b", NOW, Drawn.jpeg(Drawn.scene(32, 640, 360), 0.8f));
    assertThat(album.reuses("a")).isEmpty();
  }

  /// The picture that an outlet sets where it has none stands in thousands of articles.
  @Test
  void ofManyArticlesWithOnePictureTheEarliestAreTold() {
    byte[] logo = Drawn.jpeg(Drawn.scene(41, 640, 360), 0.8f);
    for (int i = 0; i < 50; i++) {
      saw("a" + i, NOW.minusSeconds(60L * i), logo);
    }
    assertThat(album.reuses("a7")).hasSize(20);
    assertThat(album.reuses("a7").getFirst().other().article()).isEqualTo("a49");
    assertThat(album.reuses("a49")).extracting(r -> r.other().article()).doesNotContain("a49");
  }

  /// A stop between two writes leaves an article where it does not stand any more.
  @Test
  void aPlaceUnderWhichAnArticleDoesNotStandIsPassedOver() {
    byte[] one = Drawn.jpeg(Drawn.scene(51, 640, 360), 0.8f);
    saw("a", NOW, one);
    Sighting seen = album.of("a").orElseThrow();
    String gone = seen.hash() + "/" + NOW + "/";
    store.shelf().put(new Shelf.Paper("verify/picture-hash", gone + "nobody", "{}"));
    saw("b", NOW, Drawn.jpeg(Drawn.scene(52, 640, 360), 0.8f));
    store.shelf().put(new Shelf.Paper("verify/picture-hash", gone + "b", "{}"));
    assertThat(album().reuses("a")).isEmpty();
  }

  /// What is not decoded here (WebP, AVIF, SVG) is known again by its bytes alone.
  @Test
  void bytesThatAreNotDecodedAreKnownAgainByTheirDigest() {
    byte[] webp = "RIFF....WEBPVP8 ".getBytes(java.nio.charset.StandardCharsets.US_ASCII);
    saw("a", NOW, webp);
    saw("b", OLD, webp);
    assertThat(album.reuses("a")).extracting(Sighting.Reuse::isSameFile).containsExactly(true);
    assertThat(album.of("a").orElseThrow().trouble()).isNotNull();
  }

  @Test
  void aPictureThatCannotBeHadIsAskedForThreeTimesAndAnHourApart() {
    String url = "https://pictures.example/a";
    Instant at = NOW;
    for (int i = 0; i < 3; i++) {
      assertThat(album.wants("a", url, at)).isTrue();
      album.missed("a", url, NOW, "answered 500", false, at);
      assertThat(album.wants("a", url, at.plusSeconds(60))).isFalse();
      at = at.plusSeconds(3_700);
    }
    assertThat(album.wants("a", url, at)).isFalse();
    assertThat(album().wants("a", url, at)).isFalse();
    assertThat(album.wants("a", url + "?2", at)).isTrue();
  }
}
