package org.tabadla.read;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Base64;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// The public charset cases (html5lib, feedparser), where they are at hand.
class CharsetsPackTest {
  @Test
  void everyCaseIsRight() throws Exception {
    Path cases = Packs.folder().resolve("feeds/charset/cases.json");
    assumeTrue(Files.exists(cases), "skipped: no charset cases at " + cases);
    var wrong = new ArrayList<String>();
    for (JsonNode c : JsonMapper.shared().readTree(Files.readAllBytes(cases))) {
      byte[] body = Base64.getDecoder().decode(c.get("body_base64").asString());
      JsonNode type = c.path("headers").path("content-type");
      var kind =
          c.get("kind").asString().startsWith("html") ? Charsets.Kind.HTML : Charsets.Kind.XML;
      String got = Charsets.detect(body, type.isString() ? type.asString() : null, kind);
      if (!got.equals(c.get("want").asString())) {
        wrong.add(c.get("id").asString() + " wants " + c.get("want").asString() + ", got " + got);
      }
    }
    assertThat(wrong).isEmpty();
  }
}
