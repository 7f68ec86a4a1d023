package org.tabadla.register;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.tabadla.store.Store;
import org.tabadla.store.Stores;

/// The register over a real database: what is said is put together, kept apart, corrected.
class RegisterTest {
  private static final InstantSource CLOCK =
      InstantSource.fixed(Instant.parse("2026-01-10T00:00:00Z"));
  private static final LocalDate TODAY = LocalDate.parse("2026-01-10");

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

  private static Assertion agreed() {
    return Promised.by(
            "lantern",
            "en",
            "2025-03-01",
            Status.AGREED,
            "Radio Pakistan and China Media Group agreed to exchange 60 hours of programmes")
        .between("Radio Pakistan", "China Media Group")
        .dueBy("2025-06-30")
        .made();
  }

  private static Assertion signed() {
    return Promised.by(
            "sahil",
            "ur",
            "2025-03-02",
            Status.SIGNED,
            "ریڈیو پاکستان اور چائنا میڈیا گروپ نے 60 گھنٹے کے پروگراموں کے تبادلے پر دستخط کیے")
        .between("ریڈیو پاکستان", "چائنا میڈیا گروپ")
        .dueBy("2025-06")
        .made();
  }

  private static Assertion loan() {
    return Promised.by(
            "lantern",
            "en",
            "2025-03-01",
            Status.SIGNED,
            "The World Bank and Balochistan signed a loan of 200 million dollars for water")
        .between("World Bank", "Balochistan")
        .of("200000000")
        .made();
  }

  private Commitment only() {
    List<Commitment> all = register.list(Shelf.ALL, 0, 10);
    assertThat(all).hasSize(1);
    return all.getFirst();
  }

  @Test
  void twoOutletsInTwoLanguagesStandInOneCommitmentWithWhatTheyDifferIn() {
    register.file(List.of(agreed()));
    register.file(List.of(signed()));
    Commitment commitment = only();
    assertThat(commitment.sources()).isEqualTo(2);
    assertThat(Difference.of(commitment))
        .filteredOn(d -> d.kind() == Difference.Kind.STATUS)
        .singleElement()
        .satisfies(d ->
            assertThat(d.versions())
                .extracting(Difference.Version::value)
                .containsExactly("agreed", "signed"));
    assertThat(commitment.promises())
        .singleElement()
        .satisfies(p -> assertThat(p.wordings()).hasSize(2));
  }

  @Test
  void anotherSigningOfTheSameDayStandsApart() {
    register.file(List.of(agreed(), loan()));
    assertThat(register.list(Shelf.ALL, 0, 10)).hasSize(2);
  }

  @Test
  void twoSigningsAtOneEventStandApart() {
    var forum = "At the Tashkent forum on Friday, ";
    register.file(
        List.of(
            Promised.by(
                    "lantern",
                    "en",
                    "2025-07-11",
                    Status.SIGNED,
                    forum + "Uzbekistan, Kyrgyzstan and Pakistan signed 12 projects")
                .between("Uzbekistan=country:UZ", "Kyrgyzstan=country:KG", "Pakistan=country:PK")
                .counting("12")
                .made(),
            Promised.by(
                    "lantern",
                    "en",
                    "2025-07-11",
                    Status.SIGNED,
                    forum
                        + "Navoi Textile and Dera Cotton signed a contract for 36 million dollars")
                .between("Navoi Textile", "Dera Cotton")
                .of("36000000")
                .made()));
    assertThat(register.list(Shelf.ALL, 0, 10)).hasSize(2);
  }

  @Test
  void filingAnArticleAgainChangesNothing() {
    register.file(List.of(agreed()));
    register.file(List.of(agreed()));
    assertThat(only().entries()).hasSize(1);
    assertThat(store.journal().since("register", 0)).hasSize(1);
  }

  @Test
  void theJournalGivesTheSameRegisterAgain() {
    register.file(List.of(agreed(), loan(), signed()));
    Commitment first = register.list(Shelf.ALL, 0, 10).getFirst();
    register.confirm(first.id(), "editor", "looked at both");
    var again = new Register(store.journal(), CLOCK);
    assertThat(again.list(Shelf.ALL, 0, 10)).isEqualTo(register.list(Shelf.ALL, 0, 10));
    assertThat(store.journal().firstFault()).isEmpty();
  }

  @Test
  void whatAPersonSplitsStaysApartAndWhatSheJoinsLeadsToOnePage() {
    register.file(List.of(agreed(), signed()));
    Commitment whole = only();
    String urdu = whole.entries().getLast().assertion().id();
    var done = register.split(whole.id(), List.of(urdu), "editor", "another agreement");
    assertThat(done).isInstanceOf(Register.Outcome.Done.class);
    assertThat(register.list(Shelf.ALL, 0, 10)).hasSize(2);
    Commitment part = ((Register.Outcome.Done) done).commitment();
    assertThat(part.trail()).extracting(Commitment.Step::kind).containsExactly("split");

    register.join(whole.id(), part.id(), "editor", "the same after all");
    assertThat(only().entries()).hasSize(2);
    assertThat(register.commitment(part.id())).contains(only());
  }

  @Test
  void aSplitOfAllOrOfNothingIsRefusedWithTheReason() {
    register.file(List.of(agreed()));
    assertThat(register.split(only().id(), List.of("a-none"), "editor", ""))
        .isInstanceOf(Register.Outcome.NotDone.class);
    assertThat(store.journal().since("register", 0)).hasSize(1);
  }

  @Test
  void aCorrectionStandsBesideWhatTheMachineRead() {
    register.file(List.of(agreed()));
    Commitment before = only();
    String id = before.entries().getFirst().assertion().id();
    register.correct(before.id(), id, Field.STATUS, "discussed", "editor", "the verb is 'talked'");
    Commitment.Entry entry = only().entries().getFirst();
    assertThat(entry.assertion().status()).isEqualTo(Status.AGREED);
    assertThat(entry.corrected().status()).isEqualTo(Status.DISCUSSED);
    assertThat(entry.corrections())
        .extracting(Commitment.Correction::actor)
        .containsExactly("editor");
  }

  @Test
  void whatIsDueAndOfWhichNobodyTellsIsSilentUntilEvidenceIsShown() {
    register.file(List.of(agreed()));
    assertThat(register.silent(LocalDate.parse("2025-06-30"), 10)).isEmpty();
    assertThat(register.silent(TODAY, 10)).containsExactly(only());
    String promise = only().promises().getFirst().key();
    register.evidence(
        only().id(),
        promise,
        "https://radio.example/1",
        "first batch on air",
        LocalDate.parse("2025-06-29"),
        "editor");
    assertThat(register.silent(TODAY, 10)).isEmpty();
    assertThat(only().promises().getFirst().evidence()).hasSize(1);
  }

  @Test
  void workThatASourceTellsOfLaterIsNotSilent() {
    register.file(List.of(agreed()));
    register.file(
        List.of(
            Promised.by(
                    "lantern",
                    "en",
                    "2025-07-05",
                    Status.DELIVERING,
                    "Radio Pakistan aired the first 60 hours of programmes of China Media Group")
                .between("Radio Pakistan", "China Media Group")
                .made()));
    assertThat(only().entries()).hasSize(2);
    assertThat(register.silent(TODAY, 10)).isEmpty();
  }

  @Test
  void commitmentsAreFoundByPartyPairAndPlace() {
    register.file(
        List.of(
            Promised.by("lantern", "en", "2025-07-11", Status.SIGNED, "Pakistan and China signed")
                .between("Pakistan=country:PK", "China=country:CN")
                .made()));
    assertThat(register.list(new Shelf(Shelf.Kind.PAIR, "CN-PK"), 0, 10)).hasSize(1);
    assertThat(register.list(new Shelf(Shelf.Kind.PARTY, "country:PK"), 0, 10)).hasSize(1);
    assertThat(register.lists(Shelf.Kind.PLACE, 10))
        .extracting(Register.Count::commitments)
        .containsExactly(1);
  }

  @Test
  void aProgressFromAnnouncedToSignedIsNoContradictionButADenialIs() {
    var all = new ArrayList<Assertion>(List.of(agreed()));
    all.add(
        Promised.by(
                "sahil",
                "en",
                "2025-09-02",
                Status.SIGNED,
                "Radio Pakistan and China Media Group signed the agreement on 60 hours of programmes")
            .between("Radio Pakistan", "China Media Group")
            .made());
    register.file(all);
    assertThat(Difference.of(only()))
        .extracting(Difference::kind)
        .doesNotContain(Difference.Kind.STATUS);
    register.file(
        List.of(
            Promised.by(
                    "karavan",
                    "en",
                    "2025-12-02",
                    Status.DENIED,
                    "China Media Group denies an agreement with Radio Pakistan on 60 hours of programmes")
                .between("China Media Group", "Radio Pakistan")
                .made()));
    assertThat(Difference.of(only())).extracting(Difference::kind).contains(Difference.Kind.STATUS);
    assertThat(Question.of(only(), TODAY)).contains(Question.DENIED);
  }

  private static Assertion sum(String source, String value, String of) {
    Assertion a =
        Promised.by(
                source,
                "en",
                "2025-03-01",
                Status.SIGNED,
                "Pakistan and China signed an agreement on the Mohmand dam")
            .between("Pakistan=country:PK", "China=country:CN")
            .made();
    return Rewording.of(a, Field.AMOUNTS, value + " USD (" + of + ")");
  }

  @Test
  void aLoanAndTheCostOfTheWholeAreNoContradictionButTwoLoansAre() {
    register.file(
        List.of(sum("lantern", "200", "project loan"), sum("sahil", "900", "the project")));
    assertThat(Difference.of(only()))
        .extracting(Difference::kind)
        .doesNotContain(Difference.Kind.AMOUNT);
    register.file(List.of(sum("karavan", "300", "a loan")));
    assertThat(Difference.of(only()))
        .filteredOn(d -> d.kind() == Difference.Kind.AMOUNT)
        .singleElement()
        .satisfies(d ->
            assertThat(d.versions())
                .extracting(Difference.Version::value)
                .containsExactly("200 USD", "300 USD"));
  }
}
