package org.tabadla.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import java.util.HashSet;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.tabadla.gold.ActsChecks;
import org.tabadla.model.Article;
import org.tabadla.model.Lang;
import org.tabadla.model.Notes;
import org.tabadla.model.SourceId;
import org.tabadla.register.Commitment;
import org.tabadla.register.Field;
import org.tabadla.register.FromActs;
import org.tabadla.register.Register;
import org.tabadla.register.Shelf;
import org.tabadla.store.Samples;
import org.tabadla.store.Store;
import org.tabadla.store.Stores;
import org.tabadla.understand.acts.ActReader;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// What people correct comes out as lines that the gold takes.
class CorrectedGoldTest {
  private static final JsonMapper JSON = new JsonMapper();
  private static final Instant WHEN = Instant.parse("2025-07-11T12:00:00Z");
  private static final String SIGNED =
      "ISLAMABAD: Pakistan and Kazakhstan signed an agreement on two railway projects on Friday.\n"
          + "The first train is to run by June 2026 from Lahore.";

  @TempDir Path folder;

  @SuppressWarnings("NullAway.Init") // set before each test
  private Store store;

  @SuppressWarnings("NullAway.Init") // set before each test
  private Register register;

  @BeforeEach
  void open() {
    store = Stores.open("jdbc:sqlite:" + folder.resolve("tabadla.db"));
    register = new Register(store.journal(), InstantSource.fixed(WHEN));
    Article article =
        Samples.article(
            new SourceId("lantern.example"), "a", "Two railways", SIGNED, Lang.EN, WHEN);
    store.save(article, Notes.NONE, Samples.alone(article), null);
    register.file(
        FromActs.of(
            article, "The Lantern", ActReader.of("Two railways", article.text(), Lang.EN, WHEN)));
  }

  @AfterEach
  void close() {
    store.close();
  }

  private Commitment only() {
    return register.list(Shelf.ALL, null, 2).getFirst();
  }

  private void correct(Field field, String value) {
    Commitment c = only();
    String assertion = c.entries().getFirst().assertion().id();
    assertThat(
            register.correct(
                c.id(), assertion, field, value.isEmpty() ? null : value, "editor", "read it"))
        .isInstanceOf(Register.Outcome.Done.class);
  }

  private List<JsonNode> lines() {
    return new CorrectedGold(register, store)
        .lines(only(), new HashSet<>()).stream()
            .map(line -> JSON.readTree(JSON.writeValueAsString(line)))
            .toList();
  }

  @Test
  void whatNobodyCorrectedIsNoGold() {
    assertThat(lines()).isEmpty();
  }

  @Test
  void correctionsComeOutAsALineThatTheGoldTakes() {
    correct(Field.STATUS, "agreed");
    correct(Field.COUNT, "2 = two");
    correct(Field.PLACE, "ISLAMABAD");
    correct(Field.DELIVERABLES, "first train (2026-06)");
    JsonNode line = lines().getFirst();
    ActsChecks.check(line);
    JsonNode act = line.path("acts").path(0);
    assertThat(act.path("act").asString()).isEqualTo("agreed");
    assertThat(act.path("count").path("value").asInt()).isEqualTo(2);
    assertThat(act.path("place").path("span").path(0).asInt()).isZero();
    assertThat(act.path("deliverables").path(0).path("due").asString()).isEqualTo("2026-06");
    assertThat(line.path("half").asString()).isEqualTo("tuned");
    assertThat(Instant.parse(line.path("date").asString())).isEqualTo(WHEN);
  }

  @Test
  void wordsThatDoNotStandInTheArticleAreNamedAndLeftOut() {
    correct(Field.PLACE, "Karachi");
    JsonNode line = lines().getFirst();
    ActsChecks.check(line);
    assertThat(line.path("acts").path(0).path("place").isNull()).isTrue();
    assertThat(line.path("without").path(0).asString()).isEqualTo("Karachi");
  }

  @Test
  void whatAssertsNothingAfterAllIsAHardNegative() {
    correct(Field.STATUS, "");
    JsonNode line = lines().getFirst();
    ActsChecks.check(line);
    assertThat(line.path("acts").isEmpty()).isTrue();
    assertThat(line.path("hard").asString()).isEqualTo("corrected");
  }
}
