package org.tabadla.exchange.preview;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import org.junit.jupiter.api.Test;

class ContainerTest {
  @Test
  void filmsAreKnownByTheirBytes() {
    assertThat(Container.of(hex("0000001c667479706d703432"))).contains(Container.MP4);
    assertThat(Container.of(hex("1a45dfa3010000"))).contains(Container.MATROSKA);
    assertThat(Container.of(hex("ffd8ffe000104a46"))).contains(Container.JPEG);
    assertThat(Container.of(hex("89504e470d0a1a0a"))).contains(Container.PNG);
    assertThat(Container.of(text("RIFF1234WAVEfmt "))).contains(Container.WAV);
    assertThat(Container.of(hex("fffb9064"))).contains(Container.MP3);
    byte[] packets = new byte[600];
    packets[0] = packets[188] = packets[376] = 'G';
    assertThat(Container.of(packets)).contains(Container.MPEG_TS);
  }

  /// Lists and scripts that make a player open other files or addresses.
  @Test
  void listsOfAddressesAreNone() {
    for (String list :
        new String[] {
          "#EXTM3U\n#EXT-X-MEDIA-SEQUENCE:0\n#EXTINF:1,\nfile:///etc/passwd\n",
          "ffconcat version 1.0\nfile /etc/passwd\n",
          "<?xml version=\"1.0\"?><MPD><BaseURL>http://x.example</BaseURL></MPD>",
          "<svg xmlns=\"http://www.w3.org/2000/svg\"/>",
          "v=0\no=- 0 0 IN IP4 127.0.0.1\n",
          "RIFF1234CDXA",
          ""
        }) {
      assertThat(Container.of(text(list))).as(list).isEmpty();
    }
  }

  private static byte[] hex(String hex) {
    return HexFormat.of().parseHex(hex);
  }

  private static byte[] text(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }
}
