package org.tabadla.exchange.preview;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.tabadla.exchange.Deals;
import org.tabadla.exchange.delivery.Vault;

/// Previews by a real ffmpeg; what takes one is skipped, and says so, where there is none.
class PreviewsTest {
  @TempDir Path folder;
  private Vault vault;

  @BeforeEach
  void open() {
    vault = new Vault(folder.resolve("files"));
  }

  @Test
  void aFilmGetsAPictureItsLengthASmallFilmAndAList() throws Exception {
    Previews previews = previews(ffmpeg());
    String film =
        made(
            "film.mp4",
            "testsrc2=size=1280x721:rate=25:duration=7",
            "-f",
            "lavfi",
            "-i",
            "sine=duration=7",
            "-c:v",
            "mpeg4",
            "-c:a",
            "aac");
    previews.want(film);
    assertThat(previews.of(film)).isEqualTo(new Preview.State.Waiting());
    previews.makeWanted();
    Preview preview = preview(previews, film);
    assertThat(preview.kind()).isEqualTo(Container.Kind.VIDEO);
    assertThat(preview.millis()).isBetween(6_900L, 7_200L);
    assertThat(preview.width()).isEqualTo(1280);
    assertThat(preview.poster()).isTrue();
    assertThat(preview.film()).isTrue();
    Path poster = previews.file(film, "poster.jpg").orElseThrow();
    assertThat(Container.of(poster)).contains(Container.JPEG);
    Path small = previews.file(film, "preview.mp4").orElseThrow();
    assertThat(Container.of(small)).contains(Container.MP4);
    String list = Files.readString(previews.file(film, "index.m3u8").orElseThrow());
    assertThat(list).contains("#EXTM3U", "s00000.ts");
    assertThat(previews.file(film, "s00000.ts")).isPresent();
    assertThat(previews.file(film, "preview.json")).isEmpty();
    assertThat(previews.file(film, "../" + film)).isEmpty();
  }

  @Test
  void soundHasALengthAndAPictureAPoster() throws Exception {
    Previews previews = previews(ffmpeg());
    String sound = made("talk.wav", "sine=duration=3");
    String picture = made("still.png", "testsrc2=size=1600x900", "-frames:v", "1");
    previews.want(sound);
    previews.want(picture);
    previews.makeWanted();
    assertThat(preview(previews, sound))
        .isEqualTo(new Preview(Container.Kind.AUDIO, 3_000, 0, 0, false, true));
    assertThat(preview(previews, picture))
        .isEqualTo(new Preview(Container.Kind.PICTURE, 0, 1600, 900, true, false));
  }

  @Test
  void whatOnlyLooksLikeAFilmFailsAndIsNotTriedAgain() {
    Previews previews = previews(ffmpeg());
    String broken = kept("\0\0\0\u001cftypmp42 and then nothing of the kind");
    String list = kept("#EXTM3U\nfile:///etc/passwd\n");
    previews.want(broken);
    previews.want(list);
    previews.makeWanted();
    assertThat(previews.of(broken)).isEqualTo(new Preview.State.Failed());
    assertThat(previews.of(list)).isEqualTo(new Preview.State.None());
    assertThat(folder.resolve("previews/wanted")).isEmptyDirectory();
  }

  @Test
  void whatIsWantedOutlivesAStop() throws Exception {
    String sound = made("talk.wav", "sine=duration=1");
    previews(ffmpeg()).want(sound);
    Previews again = previews(ffmpeg());
    again.makeWanted();
    assertThat(again.of(sound)).isInstanceOf(Preview.State.Made.class);
  }

  @Test
  void withoutTheToolItSaysSo() {
    Previews previews = previews(Optional.empty());
    String film = kept("\0\0\0\u001cftypmp42 …");
    assertThat(previews.of(film)).isEqualTo(new Preview.State.Unable());
    previews.want(film);
    previews.makeWanted();
    assertThat(folder.resolve("previews")).doesNotExist();
    assertThat(Ffmpeg.find(Ffmpeg.NONE)).isEmpty();
  }

  /// The tool is given nothing but a reader, one local file and its own folder.
  @Test
  void theToolIsHeldShort() throws Exception {
    Path fake = folder.resolve("fake");
    Files.writeString(
        fake, "#!/bin/sh\necho \"$@\" >> '" + folder + "/said'\nenv >> '" + folder + "/env'\n");
    Files.setPosixFilePermissions(fake, PosixFilePermissions.fromString("rwx------"));
    Previews previews = previews(Ffmpeg.find(fake.toString()));
    previews.want(kept("\0\0\0\u001cftypmp42 …"));
    previews.makeWanted();
    assertThat(Files.readString(folder.resolve("said")))
        .contains("-nostdin", "-protocol_whitelist file", "-f mov -i file:/", "-max_pixels");
    assertThat(Files.readAllLines(folder.resolve("env")))
        .allMatch(line -> line.matches("(PATH|PWD|_|OLDPWD|SHLVL)=.*"));
  }

  private Previews previews(Optional<Ffmpeg> tool) {
    return Previews.of(folder.resolve("previews"), vault, tool);
  }

  private static Optional<Ffmpeg> ffmpeg() {
    Optional<Ffmpeg> tool = Ffmpeg.find("");
    assumeTrue(tool.isPresent(), "skipped: no ffmpeg on the PATH");
    return tool;
  }

  private static Preview preview(Previews previews, String sha256) {
    assertThat(previews.of(sha256)).isInstanceOf(Preview.State.Made.class);
    return ((Preview.State.Made) previews.of(sha256)).preview();
  }

  private String kept(String text) {
    return Deals.asset(vault, "x", "video/mp4", text.getBytes(StandardCharsets.UTF_8)).sha256();
  }

  private String made(String name, String source, String... more)
      throws IOException, InterruptedException {
    ffmpeg();
    Path file = folder.resolve(name);
    var all = new ArrayList<>(List.of("ffmpeg", "-v", "error", "-f", "lavfi", "-i", source));
    all.addAll(List.of(more));
    all.add(file.toString());
    assertThat(new ProcessBuilder(all).inheritIO().start().waitFor()).isZero();
    return Deals.asset(vault, name, "video/mp4", Files.readAllBytes(file)).sha256();
  }
}
