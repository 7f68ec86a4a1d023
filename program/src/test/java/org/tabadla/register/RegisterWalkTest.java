package org.tabadla.register;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.tabadla.store.Store;
import org.tabadla.store.Stores;

/// What people do can be undone, who comes too late is told, and after any walk of acts the lists
/// are what a look at every commitment would give.
class RegisterWalkTest {
  private static final LocalDate TODAY = LocalDate.parse("2026-01-10");
  private static final InstantSource CLOCK =
      InstantSource.fixed(Instant.parse("2026-01-10T00:00:00Z"));
  private static final String[] COUNTRIES = {"PK", "CN", "IR", "UZ", "KZ"};
  private static final Status[] SAID = {
    Status.AGREED, Status.SIGNED, Status.DENIED, Status.DELIVERING, Status.DISCUSSED
  };

  @TempDir Path folder;

  private Store store;
  private Register register;

  @BeforeEach
  void open() {
    store = Stores.open("jdbc:sqlite:" + folder.resolve("test.db"));
    register = new Register(store.journal(), CLOCK);
  }

  @AfterEach
  void close() {
    store.close();
  }

  private static Assertion said(int number, Random random) {
    String one = COUNTRIES[random.nextInt(COUNTRIES.length)];
    String two = COUNTRIES[random.nextInt(COUNTRIES.length)];
    return Promised.by(
            "outlet" + random.nextInt(5),
            "en",
            "2025-0" + (1 + random.nextInt(9)) + "-1" + random.nextInt(9),
            SAID[random.nextInt(SAID.length)],
            "Sentence " + number + " on a dam of kind " + number % 7)
        .between("Land " + one + "=country:" + one, "Land " + two + "=country:" + two)
        .of((1 + number % 7) + "000000")
        .dueBy("2025-0" + (1 + random.nextInt(9)))
        .made();
  }

  private List<Commitment> all() {
    return register.list(Shelf.ALL, null, Integer.MAX_VALUE);
  }

  private Commitment pair() {
    var random = new Random(1);
    register.file(List.of(said(1, random), said(2, random), said(8, random)));
    return all().stream().filter(c -> c.entries().size() > 1).findFirst().orElseThrow();
  }

  private static long last(Register.Outcome outcome) {
    assertThat(outcome).isInstanceOf(Register.Outcome.Done.class);
    return ((Register.Outcome.Done) outcome).commitment().seq();
  }

  @Test
  void aCorrectionThatIsUndoneIsGoneFromTheValueAndStaysInTheTrail() {
    Commitment c = pair();
    String assertion = c.entries().getFirst().assertion().id();
    Status before = c.entries().getFirst().assertion().status();
    long deed =
        last(register.correct(c.id(), assertion, Field.STATUS, "lapsed", "editor", "it ended"));
    register.undo(c.id(), deed, "editor", "no it did not");
    Commitment after = register.commitment(c.id()).orElseThrow();
    assertThat(after.entries().getFirst().corrected().status()).isEqualTo(before);
    assertThat(after.trail()).extracting(Commitment.Step::kind).endsWith("corrected", "undone");
    assertThat(register.undo(c.id(), deed, "editor", "again"))
        .isInstanceOf(Register.Outcome.NotDone.class);
  }

  @Test
  void aSplitThatIsUndoneStandsTogetherAgain() {
    Commitment c = pair();
    String part = c.entries().getLast().assertion().id();
    register.split(c.id(), List.of(part), "editor", "apart");
    long deed = register.commitment(c.id()).orElseThrow().seq();
    int apart = all().size();
    register.undo(c.id(), deed, "editor", "together");
    assertThat(all()).hasSize(apart - 1);
    assertThat(register.commitment(c.id()).orElseThrow().entries()).hasSize(c.entries().size());
  }

  @Test
  void aJoinThatIsUndoneGivesBothBackWithTheirEvidence() {
    register.file(List.of(said(1, new Random(1)), said(5, new Random(9))));
    assertThat(all()).hasSize(2);
    Commitment one = all().getFirst();
    Commitment two = all().getLast();
    String promise = two.promises().getFirst().key();
    register.evidence(two.id(), promise, "https://x.example/", "seen", TODAY, "editor");
    Commitment shown = register.commitment(two.id()).orElseThrow();
    long deed = last(register.join(one.id(), two.id(), "editor", "the same"));
    assertThat(register.commitment(two.id()).orElseThrow().id()).isEqualTo(one.id());
    register.undo(one.id(), deed, "editor", "not the same");
    assertThat(all()).hasSize(2);
    Commitment back = register.commitment(two.id()).orElseThrow();
    assertThat(back.entries()).isEqualTo(shown.entries());
    assertThat(back.evidence()).isEqualTo(shown.evidence());
    assertThat(register.commitment(one.id()).orElseThrow().evidence()).isEmpty();
  }

  @Test
  void evidenceThatIsUndoneLeavesThePromiseSilentAgain() {
    Commitment c = pair();
    Promise open = c.open().getFirst();
    long deed =
        last(register.evidence(c.id(), open.key(), "https://x.example/", "it", TODAY, "editor"));
    assertThat(register.commitment(c.id()).orElseThrow().open()).doesNotContain(open);
    register.undo(c.id(), deed, "editor", "another thing");
    assertThat(register.commitment(c.id()).orElseThrow().open()).contains(open);
  }

  @Test
  void whoComesTooLateIsToldAndChangesNothing() {
    Commitment seen = pair();
    register.ifStill(
        seen.id(), seen.seq(), () -> register.confirm(seen.id(), "first", "looks right"));
    Register.Outcome late =
        register.ifStill(
            seen.id(),
            seen.seq(),
            () ->
                register.split(
                    seen.id(),
                    List.of(seen.entries().getFirst().assertion().id()),
                    "second",
                    "apart"));
    assertThat(late).isInstanceOf(Register.Outcome.Stale.class);
    assertThat(register.commitment(seen.id()).orElseThrow().entries()).isEqualTo(seen.entries());
  }

  @Test
  void aCorrectedValueThatCannotBeReadIsRefusedWithTheReason() {
    Commitment c = pair();
    String id = c.entries().getFirst().assertion().id();
    Map<Field, String> wrong =
        Map.of(
            Field.STATUS, "promised",
            Field.COUNT, "a dozen",
            Field.DATE, "2025-02-30",
            Field.AMOUNTS, "much money",
            Field.DELIVERABLES, "buses (soon)");
    wrong.forEach((field, value) ->
        assertThat(register.correct(c.id(), id, field, value, "editor", ""))
            .as(field + " " + value)
            .isInstanceOf(Register.Outcome.NotDone.class));
    assertThat(register.correct(c.id(), id, Field.COUNT, "12 = a dozen", "editor", ""))
        .isInstanceOf(Register.Outcome.Done.class);
    register.correct(
        c.id(), id, Field.AMOUNTS, "200000000 USD = 200 million dollars (loan)", "editor", "");
    register.correct(c.id(), id, Field.PARTIES, "China (lender); Radio Pakistan", "editor", "");
    register.correct(c.id(), id, Field.STATUS, null, "editor", "a wish");
    Assertion now = register.commitment(c.id()).orElseThrow().entry(id).orElseThrow().corrected();
    assertThat(now.status()).isEqualTo(Status.UNKNOWN);
    assertThat(now.count())
        .extracting(v -> v == null ? "" : v.words().words())
        .isEqualTo("a dozen");
    assertThat(now.amounts()).extracting(Assertion.Amount::of).containsExactly("loan");
    assertThat(now.parties().getFirst())
        .extracting(Assertion.Party::concept, Assertion.Party::role)
        .containsExactly("country:CN", "lender");
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 2, 3, 4})
  void afterAnyWalkTheListsAreWhatALookAtEveryCommitmentGives(int seed) {
    var random = new Random(seed);
    for (int i = 0; i < 120; i++) {
      step(i, random);
    }
    check();
    // And another process that reads the journal comes to the same.
    var again = new Register(store.journal(), CLOCK);
    assertThat(again.list(Shelf.ALL, null, Integer.MAX_VALUE)).isEqualTo(all());
    for (Shelf.Kind kind : Shelf.Kind.values()) {
      assertThat(again.lists(kind, 100)).isEqualTo(register.lists(kind, 100));
    }
    assertThat(again.changed(null, 1_000)).isEqualTo(register.changed(null, 1_000));
    register = again;
    check();
  }

  private void step(int number, Random random) {
    List<Commitment> all = all();
    int act = all.size() < 3 ? 0 : random.nextInt(9);
    Commitment c = all.isEmpty() ? null : all.get(random.nextInt(all.size()));
    if (c == null || act < 3) {
      register.file(List.of(said(number, random)));
      return;
    }
    String assertion = c.entries().get(random.nextInt(c.entries().size())).assertion().id();
    switch (act) {
      case 3 ->
          register.correct(
              c.id(),
              assertion,
              Field.STATUS,
              SAID[random.nextInt(SAID.length)].word(),
              "editor",
              "");
      case 4 -> register.correct(c.id(), assertion, Field.PLACE, "Lahore", "editor", "");
      case 5 -> register.split(c.id(), List.of(assertion), "editor", "");
      case 6 -> register.join(c.id(), all.get(random.nextInt(all.size())).id(), "editor", "");
      case 7 -> {
        List<Promise> promises = c.promises();
        if (!promises.isEmpty()) {
          register.evidence(
              c.id(), promises.getFirst().key(), "https://x.example/", "seen", TODAY, "editor");
        }
      }
      default -> {
        Commitment.Step step = c.trail().get(random.nextInt(c.trail().size()));
        register.undo(c.id(), step.seq(), "editor", "");
      }
    }
  }

  private void check() {
    Map<Shelf, Set<String>> expected = new HashMap<>();
    var contested = new HashSet<String>();
    var silent = new HashSet<String>();
    for (Commitment c : all()) {
      Status status = c.newest().status();
      for (Shelf shelf : shelves(c)) {
        expected.computeIfAbsent(shelf, s -> new HashSet<>()).add(c.id());
        expected.computeIfAbsent(shelf.at(status), s -> new HashSet<>()).add(c.id());
      }
      if (!Difference.of(c).isEmpty()) {
        contested.add(c.id());
      }
      if (!c.silent(TODAY).isEmpty()) {
        silent.add(c.id());
      }
    }
    expected.forEach((shelf, ids) -> {
      assertThat(ids(register.list(shelf, null, 1_000))).as("%s", shelf).isEqualTo(ids);
      assertThat(register.size(shelf)).as("%s", shelf).isEqualTo(ids.size());
    });
    assertThat(ids(register.contested(Shelf.ALL, 1_000))).isEqualTo(contested);
    assertThat(ids(register.silent(TODAY, 1_000))).isEqualTo(silent);
    for (Shelf.Kind kind : List.of(Shelf.Kind.PARTY, Shelf.Kind.PAIR, Shelf.Kind.PLACE)) {
      for (Register.Count count : register.lists(kind, 1_000)) {
        assertThat(expected).containsKey(count.shelf());
        assertThat(count.commitments()).isEqualTo(register.size(count.shelf()));
      }
    }
    for (Register.Count spot : register.places("", Status.SIGNED, 100)) {
      assertThat(spot.commitments()).isEqualTo(register.size(spot.shelf().at(Status.SIGNED)));
    }
  }

  private List<Shelf> shelves(Commitment c) {
    var out = new ArrayList<Shelf>(List.of(Shelf.ALL));
    for (Shelf.Kind kind : List.of(Shelf.Kind.PARTY, Shelf.Kind.PAIR, Shelf.Kind.PLACE)) {
      register.shelves(c, kind).forEach(n -> out.add(new Shelf(kind, n.key())));
    }
    return out;
  }

  private static Set<String> ids(List<Commitment> all) {
    var out = new HashSet<String>();
    all.forEach(c -> out.add(c.id()));
    assertThat(out).hasSameSizeAs(all);
    return out;
  }
}
