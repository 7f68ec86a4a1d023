package org.tabadla.exchange.c2pa;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.tabadla.exchange.ExchangePacks;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// Signed pictures of the C2PA group, good and tampered with.
class CredentialsPackTest {
  private static final JsonMapper JSON = JsonMapper.builder().build();

  @Test
  void everyPictureShowsWhatItsReportSays() {
    Path folder = ExchangePacks.folder("c2pa");
    int pictures = 0;
    for (Path picture : ExchangePacks.files(folder.resolve("image"), ".jpg")) {
      pictures++;
      Credentials seen = CredentialReader.read(ExchangePacks.bytes(picture));
      String name = String.valueOf(picture.getFileName()).replace(".jpg", ".json");
      Path expected = folder.resolve("manifests").resolve(name);
      if (!Files.exists(expected)) {
        assertThat(seen).as(name).isInstanceOf(Credentials.None.class);
        continue;
      }
      JsonNode report = JSON.readTree(ExchangePacks.read(expected));
      assertThat(seen)
          .as(name)
          .isInstanceOfSatisfying(Credentials.Present.class, present -> check(present, report));
    }
    assertThat(pictures).isGreaterThanOrEqualTo(4);
  }

  private static void check(Credentials.Present present, JsonNode report) {
    assertThat(present.active()).isEqualTo(report.path("active_manifest").stringValue());
    var codes = new TreeSet<String>();
    report.path("validation_status").forEach(each -> codes.add(each.path("code").stringValue()));
    var found = new TreeSet<String>();
    present.findings().forEach(each -> found.add(each.code()));
    assertThat(found).isEqualTo(codes);
    for (Credentials.Manifest manifest : present.manifests()) {
      JsonNode wanted = report.path("manifests").path(manifest.label());
      assertThat(manifest.title()).isEqualTo(wanted.path("title").stringValue());
      assertThat(manifest.generator()).isEqualTo(wanted.path("claim_generator").stringValue());
      assertThat(manifest.ingredients()).hasSize(wanted.path("ingredients").size());
      Credentials.Signer signer = manifest.signer();
      if (signer == null) {
        throw new AssertionError("no signer in " + manifest.label());
      }
      JsonNode signed = wanted.path("signature_info");
      assertThat(signer.serial()).isEqualTo(signed.path("cert_serial_number").stringValue());
      assertThat(signer.subject()).contains(signed.path("issuer").stringValue());
      assertThat(signer.time()).isEqualTo(signed.path("time").stringValue().replace("+00:00", "Z"));
    }
  }

  @Test
  void oneChangedByteOfThePictureIsNoticed() {
    Path folder = ExchangePacks.folder("c2pa");
    byte[] picture = ExchangePacks.bytes(folder.resolve("image/adobe-20220124-C.jpg"));
    picture[picture.length - 100] ^= 1;
    assertThat(CredentialReader.read(picture))
        .isInstanceOfSatisfying(
            Credentials.Present.class,
            present ->
                assertThat(present.findings())
                    .extracting(Credentials.Finding::code)
                    .containsExactly("assertion.dataHash.mismatch"));
  }
}
