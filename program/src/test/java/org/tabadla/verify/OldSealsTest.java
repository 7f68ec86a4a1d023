package org.tabadla.verify;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.Signature;
import java.time.Instant;
import java.util.Base64;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.tabadla.model.Deed;
import org.tabadla.people.People;
import org.tabadla.store.Store;
import org.tabadla.store.Stores;

/// What was sealed before organisations signed with their own keys goes on to be checked.
class OldSealsTest {
  private static final Instant NOW = Instant.parse("2025-07-12T00:00:00Z");

  @TempDir Path folder;

  @Test
  void anOldSealHoldsOverItsOwnWordsUnderAKeyThatItsOrganisationGave() throws Exception {
    try (Store store = Stores.open("jdbc:sqlite:" + folder.resolve("test.db"))) {
      KeyPair keys = KeyPairGenerator.getInstance("Ed25519").generateKeyPair();
      String open = Base64.getEncoder().encodeToString(keys.getPublic().getEncoded());
      deed(store, "sahil", "profiled", profile("sahil", open));
      deed(
          store,
          "q-1",
          "claimed",
          """
          {"words":{"value":"The dam broke","lang":{"tag":"en"}},"speaker":null,"place":null,
           "date":null,"appearances":[]}\
          """);
      String signed = sign(keys, "review\nq-1\nsahil\nWrong\nWe asked.\nA call");
      deed(store, "q-1", "reviewed", review("r-1", "sahil", "Wrong", open, signed));
      deed(store, "q-1", "reviewed", review("r-2", "sahil", "Right", open, signed));
      deed(store, "yundu", "profiled", profile("yundu", "AAAA"));
      String other = sign(keys, "review\nq-1\nyundu\nWrong\nWe asked.\nA call");
      deed(store, "q-1", "reviewed", review("r-3", "yundu", "Wrong", open, other));
      var people = new People(store.journal(), store.shelf(), () -> NOW);
      var desk = new Desk(store.journal(), new Seals(people), (id, words) -> {}, () -> NOW);
      Claim claim = desk.claim("q-1").orElseThrow();
      assertThat(claim.reviews().stream().map(r -> desk.standing(Sealed.of(claim, r))))
          .containsExactly(Seals.Standing.HOLDS, Seals.Standing.BROKEN, Seals.Standing.BROKEN);
    }
  }

  private static void deed(Store store, String subject, String kind, String body) {
    store.journal().add(new Deed(Event.ROOM, subject, kind, NOW, "sahil", body));
  }

  private static String profile(String id, String key) {
    return """
    {"reviewer":{"id":"%s","name":"%s","url":null,"ownership":"o","funding":"f",
     "ownGovernment":"YES","key":"%s"}}\
    """
        .formatted(id, id, key);
  }

  private static String review(
      String id, String organisation, String finding, String key, String signature) {
    return """
    {"review":{"id":"%s","organisation":"%s","finding":{"value":"%s","lang":{"tag":"en"}},
     "scale":null,"text":{"value":"We asked.","lang":{"tag":"en"}},"evidence":[],
     "method":{"value":"A call","lang":{"tag":"en"}},"published":"2025-07-11T00:00:00Z",
     "url":null,"seal":{"key":"%s","signature":"%s"},"corrections":[],"reply":null,
     "tombstone":null}}\
    """
        .formatted(id, organisation, finding, key, signature);
  }

  private static String sign(KeyPair keys, String words) throws Exception {
    var signing = Signature.getInstance("Ed25519");
    signing.initSign(keys.getPrivate());
    signing.update(words.getBytes(StandardCharsets.UTF_8));
    return Base64.getEncoder().encodeToString(signing.sign());
  }
}
