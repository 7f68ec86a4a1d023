package org.tabadla.address;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.ObjectMapper;

class AddressTest {
  private static final Path PACK = Path.of("../../shared/data/feeds/urls/cases.json");

  @Test
  void aLinkIsResolvedAsABrowserDoes() {
    assertThat(Address.parse("../b?x=1#y", "https://example.pk/a/c"))
        .isEqualTo("https://example.pk/b?x=1#y");
    assertThat(Address.parse("//cdn.example/a", "https://example.pk/"))
        .isEqualTo("https://cdn.example/a");
    assertThat(Address.parse(" HTTP://EXAMPLE.pk:80\\a ", null)).isEqualTo("http://example.pk/a");
  }

  @Test
  void whatIsNoAddressIsRefused() {
    assertThat(Address.parse("a/b", null)).isNull();
    assertThat(Address.parse("http://a b/", null)).isNull();
    assertThat(Address.parse("http://1.2.3.256/", null)).isNull();
    assertThat(Address.parse("http://" + "a".repeat(Address.MAX_ADDRESS_CHARS), null)).isNull();
  }

  @Test
  void disguisedNumbersShowTheirAddress() {
    assertThat(Address.host("http://0x7f.1/")).isEqualTo("127.0.0.1");
    assertThat(Address.host("http://2130706433/")).isEqualTo("127.0.0.1");
    assertThat(Address.host("http://[::ffff:127.0.0.1]/")).isEqualTo("[::ffff:7f00:1]");
  }

  @Test
  void onlyWebAddressesCanBeFollowed() {
    assertThat(Address.web("javascript:alert(1)", "https://example.pk/")).isNull();
    assertThat(Address.web("java\nscript:alert(1)", "https://example.pk/")).isNull();
    assertThat(Address.web("a", "https://example.pk/")).isEqualTo("https://example.pk/a");
  }

  @Test
  void theKeyForgetsHowAReaderCame() {
    assertThat(Address.canonical("https://U:p@Example.PK:443/A?utm_source=x&id=5&fbclid=1#top"))
        .isEqualTo("https://example.pk/A?id=5");
    assertThat(Address.canonical("https://example.pk/a;jsessionid=1F?gclid=1"))
        .isEqualTo("https://example.pk/a");
    assertThat(Address.canonical("mailto:a@example.pk")).isNull();
  }

  @Test
  void theKeyOfAKeyIsTheKey() {
    String key = Address.canonical("https://example.pk/%d8%ae;jsessionid=1?b=%7e&utm_id=3&a=%2f");
    assertThat(key).isEqualTo("https://example.pk/%D8%AE?b=~&a=%2F");
    assertThat(Address.canonical("https://example.pk/%D8%AE?b=~&a=%2F")).isEqualTo(key);
  }

  @Test
  void crawlersLevelWhatPeopleType() {
    assertThat(Address.normalize("Foo.com//a/../b?z=1&a=#c")).isEqualTo("http://foo.com/b?a&z=1");
    assertThat(Address.normalize("foo.com:8080/?u=http://x"))
        .isEqualTo("http://foo.com:8080/?u=http:%2F%2Fx".replace("%2F", "/"));
    assertThat(Address.normalize("")).isNull();
  }

  @Test
  void aSiteIsItsRegistrableDomain() {
    assertThat(Address.sameSite("https://www.dawn.example/a", "http://images.dawn.example"))
        .isTrue();
    assertThat(Address.sameSite("https://a.co.uk/", "https://b.co.uk/")).isFalse();
    assertThat(Address.sameSite("http://10.0.0.1/", "http://11.0.0.1/")).isFalse();
  }

  @Test
  void thePackOfAddressesPasses() throws Exception {
    assumeTrue(Files.exists(PACK), "no pack at " + PACK);
    var wrong = new ArrayList<String>();
    for (var c : new ObjectMapper().readTree(Files.readString(PACK))) {
      String input = c.get("input").asString();
      String got =
          switch (c.path("op").asString("parse")) {
            case "normalize" -> Address.normalize(input);
            case "canonical" -> Address.canonical(input);
            default -> Address.parse(input, c.path("base").asString(null));
          };
      if (!java.util.Objects.equals(c.path("want").asString(null), got)) {
        wrong.add(c.get("id").asString() + " " + input + " → " + got);
      }
    }
    assertThat(wrong).isEmpty();
  }
}
