package org.tabadla.exchange;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.tabadla.exchange.c2pa.CredentialReader;
import org.tabadla.exchange.c2pa.Credentials;
import org.tabadla.exchange.odrl.PolicyReader;
import org.tabadla.exchange.rdf.GraphReader;
import org.tabadla.exchange.signed.MalformedField;
import org.tabadla.exchange.signed.MessageText;
import org.tabadla.exchange.signed.StructuredFields;
import org.tabadla.model.Refusal;

/// Bytes meant to hurt: each is refused with a reason, in bounded time.
class HostileExchangeTest {
  private static final int ROUNDS = 300;

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "{",
        "{\"permission\": 1}",
        "<a> <b> <c>",
        "<a> <b> \"open",
        "<a> <http://www.w3.org/ns/odrl/2/permission> <r> . \u0000 <x> <y> <z> .",
        "@prefix x <y> .",
        "x:y a x:z .",
        "<a> <b> \"\\uZZZZ\" .",
        "<a> <b> [ <c> [ <d> ( 1 2 ( 3",
        "<a> <http://www.w3.org/ns/odrl/2/permission> <r> . <r> <http://www.w3.org/ns/odrl/2/constraint> <c> .",
        "<a> <http://www.w3.org/ns/odrl/2/permission> <r> . <r> <http://www.w3.org/ns/odrl/2/duty> <r> ."
      })
  void aBrokenPolicyIsRefusedWithItsPlaceAndARemedy(String text) {
    assertThatThrownBy(() -> PolicyReader.read("bad", GraphReader.read("bad", text)))
        .isInstanceOfSatisfying(
            Refusal.class, refusal -> assertThat(refusal.remedy()).isNotEmpty());
  }

  @Test
  void nestingIsLimitedInEveryForm() {
    String deep = "<a> <b> " + "[ <c> ".repeat(100_000);
    assertThatThrownBy(() -> GraphReader.read("deep", deep)).isInstanceOf(Refusal.class);
    String json = "{\"a:b\":".repeat(100_000);
    assertThatThrownBy(() -> GraphReader.read("deep", json)).isInstanceOf(Refusal.class);
    assertThatThrownBy(() -> StructuredFields.list("(".repeat(60_000)))
        .isInstanceOf(MalformedField.class);
    assertThatThrownBy(() -> StructuredFields.list("a,".repeat(40_000) + "a"))
        .isInstanceOf(MalformedField.class);
  }

  @Test
  void aConstraintThatIsPartOfItselfIsRefused() {
    String text =
        """
        @prefix odrl: <http://www.w3.org/ns/odrl/2/> .
        <p> a odrl:Set ; odrl:permission <r> .
        <r> odrl:constraint <c> .
        <c> odrl:and <c>, <c2> .
        <c2> odrl:or <c> .
        """;
    assertThatThrownBy(() -> PolicyReader.read("loop", GraphReader.read("loop", text)))
        .isInstanceOf(Refusal.class)
        .hasMessageContaining("levels deep");
  }

  @Test
  void messagesWithoutHeadOrEndAreRefused() {
    for (String text :
        new String[] {"", "GET", "GET / HTTP/1.1\nno colon\n\n", "HTTP/1.1 abc\n\n"}) {
      assertThatThrownBy(
              () -> MessageText.read("m", text.getBytes(StandardCharsets.UTF_8), "https"))
          .isInstanceOf(Refusal.class);
    }
    byte[] endless = new byte[1_000_000];
    Arrays.fill(endless, (byte) 'a');
    assertThatThrownBy(() -> MessageText.read("m", endless, "https")).isInstanceOf(Refusal.class);
  }

  @Test
  void noBytesMakeTheCredentialReaderThrow() {
    assertThat(CredentialReader.read(new byte[0])).isInstanceOf(Credentials.None.class);
    byte[] picture =
        ExchangePacks.bytes(ExchangePacks.folder("c2pa").resolve("image/adobe-20220124-CA.jpg"));
    // Most of the picture is thumbnails; what is parsed stands in these bytes.
    int from = 20;
    int until = 126_575;
    var random = new Random(7);
    for (int round = 0; round < ROUNDS; round++) {
      byte[] broken = picture.clone();
      int changes = 1 + random.nextInt(4);
      for (int i = 0; i < changes; i++) {
        int at =
            random.nextBoolean()
                ? 107_000 + random.nextInt(until - 107_000)
                : from + random.nextInt(200);
        broken[at] = (byte) random.nextInt();
      }
      Credentials seen =
          CredentialReader.read(
              random.nextInt(5) == 0
                  ? Arrays.copyOf(broken, random.nextInt(broken.length))
                  : broken);
      if (!Arrays.equals(broken, picture) && seen instanceof Credentials.Present present) {
        assertThat(present.manifests().size()).isLessThan(10);
      }
    }
  }

  @Test
  void noCharactersMakeTheGraphReadersThrowAnythingButARefusal() {
    String whole =
        """
        @prefix odrl: <http://www.w3.org/ns/odrl/2/> .
        <p> a odrl:Set ; odrl:permission [ odrl:action odrl:read ; odrl:target ( <x> "y"@ur 1.5 true ) ] .
        """;
    var random = new Random(11);
    for (int round = 0; round < 20 * ROUNDS; round++) {
      var text = new StringBuilder(whole.substring(0, random.nextInt(whole.length())));
      for (int i = 0; i < 3 && !text.isEmpty(); i++) {
        text.setCharAt(
            random.nextInt(text.length()),
            "<>[](){};.,\"'\\@^_:#a1+- \n\u06D4".charAt(random.nextInt(26)));
      }
      try {
        PolicyReader.read("fuzz", GraphReader.read("fuzz", text.toString()));
      } catch (Refusal expected) {
        assertThat(expected.getMessage()).isNotEmpty();
      }
    }
  }
}
