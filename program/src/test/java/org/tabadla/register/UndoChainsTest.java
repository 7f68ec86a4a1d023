package org.tabadla.register;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.tabadla.model.Lang;
import org.tabadla.store.Store;
import org.tabadla.store.Stores;

/// What is undone after other acts came on top: nothing else moves, nothing comes back that was
/// taken back.
class UndoChainsTest {
  private static final LocalDate TODAY = LocalDate.parse("2026-01-10");
  private static final InstantSource CLOCK =
      InstantSource.fixed(Instant.parse("2026-01-10T00:00:00Z"));

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

  private Commitment filed(String country, String month, String sentence) {
    List<Commitment> before = register.list(Shelf.ALL, null, 99);
    Commitment out =
        register
            .file(
                List.of(
                    Promised.by(sentence, "en", "2025-" + month + "-01", Status.SIGNED, sentence)
                        .between("Land=country:" + country, "Firm " + sentence)
                        .of(month + "000000")
                        .dueBy("2025-06-30")
                        .made()))
            .getFirst();
    assertThat(before).doesNotContain(out);
    assertThat(register.size(Shelf.ALL)).isEqualTo(before.size() + 1);
    return out;
  }

  private Commitment at(String id) {
    return register.commitment(id).orElseThrow();
  }

  private static Commitment done(Register.Outcome outcome) {
    assertThat(outcome).isInstanceOf(Register.Outcome.Done.class);
    return ((Register.Outcome.Done) outcome).commitment();
  }

  private static String first(Commitment c) {
    return c.entries().getFirst().assertion().id();
  }

  private static List<String> said(Commitment c) {
    return c.entries().stream().map(e -> e.assertion().id()).toList();
  }

  private static long last(Commitment c) {
    return c.seq();
  }

  /// A and B joined; B's part split off again, and put into C by somebody.
  @Test
  void aSplitThatIsUndoneBringsBackNothingOfWhatItsPartWasJoinedTo() {
    Commitment a = filed("CN", "01", "one");
    Commitment b = filed("IR", "03", "two");
    Commitment c = filed("UZ", "05", "three");
    register.join(a.id(), b.id(), "editor", "");
    Commitment part = done(register.split(a.id(), List.of(first(b)), "editor", "apart"));
    long split = last(at(a.id()));
    register.join(c.id(), part.id(), "editor", "belongs there");
    assertThat(register.undo(a.id(), split, "editor", ""))
        .isInstanceOf(Register.Outcome.NotDone.class);
    assertThat(said(at(a.id()))).containsExactly(first(a));
    assertThat(said(at(c.id()))).containsExactlyInAnyOrder(first(b), first(c));
  }

  @Test
  void whatWasJoinedToASplitPartStaysWhenTheSplitIsUndone() {
    Commitment a = filed("CN", "01", "one");
    Commitment b = filed("IR", "03", "two");
    Commitment c = filed("UZ", "05", "three");
    register.join(a.id(), b.id(), "editor", "");
    Commitment part = done(register.split(a.id(), List.of(first(b)), "editor", "apart"));
    long split = last(at(a.id()));
    register.join(part.id(), c.id(), "editor", "belongs here");
    done(register.undo(a.id(), split, "editor", ""));
    assertThat(said(at(a.id()))).containsExactlyInAnyOrder(first(a), first(b));
    assertThat(said(at(part.id()))).containsExactly(first(c));
    assertThat(at(c.id()).id()).isEqualTo(part.id());
    again();
  }

  @Test
  void aCorrectionIsUndoneWhereverItsAssertionStandsNow() {
    Commitment a = filed("CN", "01", "one");
    Commitment b = filed("IR", "03", "two");
    register.join(a.id(), b.id(), "editor", "");
    long deed = last(done(register.correct(a.id(), first(b), Field.PLACE, "Lahore", "editor", "")));
    Commitment part = done(register.split(a.id(), List.of(first(b)), "editor", ""));
    assertThat(at(part.id()).entries().getFirst().corrections()).hasSize(1);
    done(register.undo(a.id(), deed, "editor", "not so"));
    assertThat(at(part.id()).entries().getFirst().corrections()).isEmpty();
    assertThat(at(part.id()).trail()).extracting(Commitment.Step::kind).endsWith("undone");
    again();
  }

  @Test
  void evidenceThatWasTakenBackDoesNotReturnWithAnUndoneJoin() {
    Commitment a = filed("CN", "01", "one");
    Commitment b = filed("IR", "03", "two");
    long shown =
        last(
            done(
                register.evidence(
                    b.id(), "2025-06/1", "https://x.example/", "seen", TODAY, "editor")));
    long join = last(done(register.join(a.id(), b.id(), "editor", "")));
    done(register.undo(a.id(), shown, "editor", "another thing"));
    done(register.undo(a.id(), join, "editor", "not the same"));
    assertThat(at(b.id()).evidence()).isEmpty();
    assertThat(at(b.id()).open()).isNotEmpty();
  }

  /// B came into A, A into D; the inner join is undone first, then the outer.
  @Test
  void evidenceComesBackToItsOwnPlaceThroughTwoJoins() {
    Commitment a = filed("CN", "01", "one");
    Commitment b = filed("IR", "03", "two");
    Commitment d = filed("UZ", "05", "three");
    register.evidence(b.id(), "2025-06/1", "https://x.example/", "seen", TODAY, "editor");
    long inner = last(done(register.join(a.id(), b.id(), "editor", "")));
    long outer = last(done(register.join(d.id(), a.id(), "editor", "")));
    done(register.undo(d.id(), inner, "editor", ""));
    done(register.undo(d.id(), outer, "editor", ""));
    assertThat(at(b.id()).evidence()).hasSize(1);
    assertThat(at(a.id()).evidence()).isEmpty();
    assertThat(at(d.id()).evidence()).isEmpty();
    again();
  }

  /// What was shown of a promise goes with the assertion that alone tells of it, and is taken back
  /// where it stands.
  @Test
  void evidenceGoesWithASplitPartAndComesBackWithIt() {
    Commitment a = filed("CN", "01", "one");
    Assertion later =
        Promised.by("two", "en", "2025-03-02", Status.SIGNED, "China will bring forty buses, too")
            .between("Pakistan=country:PK", "China=country:CN")
            .dueBy("2025-09-30")
            .made();
    Commitment b = register.file(List.of(later)).getFirst();
    if (!b.id().equals(a.id())) {
      register.join(a.id(), b.id(), "editor", "");
    }
    for (String promise : List.of("2025-06/1", "2025-09/1")) {
      done(register.evidence(a.id(), promise, "https://x.example/", promise, TODAY, "editor"));
    }
    Commitment part = done(register.split(a.id(), List.of(later.id()), "editor", "another"));
    long split = last(part);
    assertThat(part.evidence().keySet()).containsExactly("2025-09/1");
    assertThat(at(a.id()).evidence().keySet()).containsExactly("2025-06/1");
    assertThat(part.open()).isEmpty();
    again();
    done(register.undo(a.id(), split, "editor", "the same after all"));
    assertThat(at(a.id()).evidence().keySet()).containsExactlyInAnyOrder("2025-06/1", "2025-09/1");
    part = done(register.split(a.id(), List.of(later.id()), "editor", "another, surely"));
    long shown = part.evidence().values().iterator().next().getFirst().seq();
    done(register.undo(a.id(), shown, "editor", "it shows other buses"));
    assertThat(at(part.id()).evidence()).isEmpty();
    assertThat(at(a.id()).evidence().keySet()).containsExactly("2025-06/1");
    again();
  }

  @Test
  void anAssertionThatIsNamedTwiceInASplitIsThereOnce() {
    Commitment a = filed("CN", "01", "one");
    Commitment b = filed("IR", "03", "two");
    register.join(a.id(), b.id(), "editor", "");
    Commitment part = done(register.split(a.id(), List.of(first(b), first(b)), "editor", "apart"));
    assertThat(part.entries()).hasSize(1);
    assertThat(at(a.id()).entries()).hasSize(1);
  }

  @Test
  void monthsAndYearsThatThereAreNotAndDeliveriesToComeAreRefused() {
    Commitment a = filed("CN", "01", "one");
    Map<Field, List<String>> wrong =
        Map.of(
            Field.DATE, List.of("2026-13", "0000", "0000-01-01", "2026-02-30"),
            Field.DELIVERABLES, List.of("buses (0000)", "buses (2026-00)", "buses (2026-02-30)"),
            Field.AMOUNTS, List.of("1e99 USD", "1E+9 USD", "-5 USD", "5"));
    wrong.forEach((field, values) ->
        values.forEach(value ->
            assertThat(register.correct(a.id(), first(a), field, value, "editor", ""))
                .as(value)
                .isInstanceOf(Register.Outcome.NotDone.class)));
    for (String day : List.of("2026-02-01", "+99999-01-01", "0001-01-01")) {
      assertThat(
              register.evidence(
                  a.id(), "2025-06/1", "https://x.example/", "", LocalDate.parse(day), "editor"))
          .as(day)
          .isInstanceOf(Register.Outcome.NotDone.class);
    }
    assertThat(register.evidence(a.id(), "2025-06/1", "javascript:x", "", TODAY, "editor"))
        .isInstanceOf(Register.Outcome.NotDone.class);
  }

  @Test
  void aCorrectedPartyHasItsListUnderTheNameThatWasWritten() {
    Commitment a = filed("CN", "01", "one");
    done(
        register.correct(
            a.id(), first(a), Field.PARTIES, "Sahil Waterworks; Pakistan", "editor", ""));
    String key =
        register.shelves(at(a.id()), Shelf.Kind.PARTY).stream()
            .filter(n -> n.words().equals("Sahil Waterworks"))
            .findFirst()
            .orElseThrow()
            .key();
    var shelf = new Shelf(Shelf.Kind.PARTY, key);
    assertThat(register.list(shelf, null, 9)).extracting(Commitment::id).containsExactly(a.id());
    assertThat(register.name(shelf, Lang.EN).map(Named::words)).contains("Sahil Waterworks");
    assertThat(register.list(new Shelf(Shelf.Kind.PARTY, "country:CN"), null, 9)).isEmpty();
  }

  /// Another process that reads the journal comes to the same.
  private void again() {
    var other = new Register(store.journal(), CLOCK);
    assertThat(other.list(Shelf.ALL, null, 99)).isEqualTo(register.list(Shelf.ALL, null, 99));
    assertThat(other.changed(null, 99)).isEqualTo(register.changed(null, 99));
  }
}
