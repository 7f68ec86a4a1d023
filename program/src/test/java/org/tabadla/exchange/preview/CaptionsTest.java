package org.tabadla.exchange.preview;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.tabadla.exchange.market.Core;

class CaptionsTest {
  private static final String SRT =
      """
      1
      00:00:01,500 --> 00:00:04,000
      دریا کی کہانی
      second line

      2
      0:00:05,000 --> 0:00:06,250
      a --> b
      """;
  private static final String VTT =
      """
      WEBVTT

      00:00:01.500 --> 00:00:04.000
      دریا کی کہانی
      second line

      00:00:05.000 --> 00:00:06.250
      a → b
      """;

  @Test
  void subRipBecomesWebVtt() {
    String srt = String.join("\r\n", SRT.split("\n", -1));
    assertThat(Captions.vtt("\uFEFF" + srt)).isEqualTo(VTT);
  }

  @Test
  void webVttStaysAsItIs() {
    String vtt = "WEBVTT - film\n\n00:01.000 --> 00:02.000\nhi\n";
    assertThat(Captions.vtt(vtt)).isEqualTo(vtt);
  }

  @Test
  void whatIsNoSubtitleSaysNothing() {
    assertThat(Captions.vtt("<script>alert(1)</script>\n\u0000")).isEqualTo("WEBVTT\n");
  }

  @Test
  void filesOfTheFilmsNameAreItsTracks() {
    Core.Asset film = asset("Film.MP4");
    List<Core.Asset> all =
        List.of(
            film, asset("film.srt"), asset("film.ur.srt"), asset("other.srt"), asset("film.vtt"));
    assertThat(Captions.of(film, all))
        .containsExactly(
            new Captions.Track(1, "", "film.srt"),
            new Captions.Track(2, "ur", "film.ur.srt"),
            new Captions.Track(4, "", "film.vtt"));
    assertThat(Captions.of(asset("third.mp4"), all)).isEmpty();
  }

  private static Core.Asset asset(String name) {
    return new Core.Asset(name, "application/octet-stream", 10, "0".repeat(64));
  }
}
