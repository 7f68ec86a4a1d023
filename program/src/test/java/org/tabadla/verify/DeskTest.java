package org.tabadla.verify;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.tabadla.link.ClaimFinder;
import org.tabadla.model.Deed;
import org.tabadla.model.Lang;
import org.tabadla.model.Text;
import org.tabadla.people.Organisation;
import org.tabadla.people.OrganisationId;
import org.tabadla.people.People;
import org.tabadla.store.Store;
import org.tabadla.store.Stores;

/// Claims and reviews over a real database.
class DeskTest {
  private static final Instant NOW = Instant.parse("2026-01-10T00:00:00Z");

  @TempDir Path folder;

  private Instant now = NOW;
  private People people;
  private Store store;
  private final ClaimFinder finder = new ClaimFinder();
  private Desk desk;
  private String claim;

  @BeforeEach
  void open() {
    store = Stores.open("jdbc:sqlite:" + folder.resolve("test.db"));
    people = new People(store.journal(), store.shelf(), () -> now);
    for (String name : List.of("sahil", "yundu")) {
      people
          .found(
              People.HOUSE,
              new OrganisationId(name),
              List.of(en(name)),
              "PK",
              Organisation.Kind.ONLINE)
          .orRefuse();
    }
    desk = desk();
    desk.profile("sahil", "Sahil", null, "its staff", "subscriptions", Reviewer.OwnGovernment.YES);
    desk.profile("yundu", "Yundu", null, "a province", "taxes", Reviewer.OwnGovernment.NO);
    claim =
        done(
            desk.claim(
                en("The Rawal dam has burst"),
                "a caller",
                "Rawalpindi",
                "2025-07-20",
                List.of(),
                "sahil"));
  }

  private Desk desk() {
    return new Desk(store.journal(), new Seals(people), finder::take, () -> now);
  }

  @AfterEach
  void close() {
    store.close();
  }

  private static Text en(String words) {
    return new Text(words, Lang.EN);
  }

  private static String done(Desk.Outcome outcome) {
    assertThat(outcome).isInstanceOf(Desk.Outcome.Done.class);
    return ((Desk.Outcome.Done) outcome).id();
  }

  private static Review review(String organisation, String finding) {
    return Review.written(
        organisation,
        en(finding),
        new Review.Scale("1", "1", "5"),
        en("We asked the dam's office."),
        List.of(new Review.Evidence("https://dam.example", "log")),
        en("Two calls and the level log"),
        NOW,
        null);
  }

  private Claim shown() {
    return desk.claim(claim).orElseThrow();
  }

  @Test
  void eachOrganisationsReviewStandsInItsOwnWordsAndSigned() {
    done(desk.review(claim, review("sahil", "Wrong")));
    done(desk.review(claim, review("yundu", "Cannot be told")));
    assertThat(shown().reviews())
        .extracting(r -> r.finding().value())
        .containsExactly("Wrong", "Cannot be told");
    for (Review one : shown().reviews()) {
      assertThat(desk.standing(Sealed.of(shown(), one))).isEqualTo(Seals.Standing.HOLDS);
    }
  }

  /// Everything that the organisation says is under its seal, and no value can pass for another.
  @Test
  void aSealCoversEveryWordOfAReview() {
    done(desk.review(claim, review("sahil", "Wrong")));
    Review r = shown().reviews().getFirst();
    var other = new Review.Scale("5", "1", "5");
    var evidence = List.of(new Review.Evidence("https://elsewhere.example", "log"));
    List<Review> forged =
        List.of(
            with(r, en("Right"), r.scale(), r.text(), r.evidence(), r.method(), r.published()),
            with(r, r.finding(), other, r.text(), r.evidence(), r.method(), r.published()),
            with(r, r.finding(), null, r.text(), r.evidence(), r.method(), r.published()),
            with(r, r.finding(), r.scale(), r.text(), evidence, r.method(), r.published()),
            with(r, r.finding(), r.scale(), r.method(), r.evidence(), r.text(), r.published()),
            with(
                r,
                en("Wrong\nWe asked the dam's office."),
                r.scale(),
                en(""),
                r.evidence(),
                r.method(),
                r.published()),
            with(
                r,
                r.finding(),
                r.scale(),
                r.text(),
                r.evidence(),
                r.method(),
                r.published().minusSeconds(1)));
    for (Review each : forged) {
      assertThat(desk.standing(Sealed.of(shown(), each))).isEqualTo(Seals.Standing.BROKEN);
    }
    assertThat(desk.unheld()).isEmpty();
  }

  private static Review with(
      Review r,
      Text finding,
      Review.@org.jspecify.annotations.Nullable Scale scale,
      Text text,
      List<Review.Evidence> evidence,
      Text method,
      Instant published) {
    return new Review(
        r.id(),
        r.organisation(),
        finding,
        scale,
        text,
        evidence,
        method,
        published,
        r.url(),
        r.seal(),
        List.of(),
        List.of(),
        null,
        null,
        List.of());
  }

  @Test
  void aSealOfAnotherClaimOrOrganisationDoesNotHold() {
    done(desk.review(claim, review("sahil", "Wrong")));
    Review r = shown().reviews().getFirst();
    String other = done(desk.claim(en("It rains"), null, null, null, List.of(), "sahil"));
    assertThat(desk.standing(Sealed.of(desk.claim(other).orElseThrow(), r)))
        .isEqualTo(Seals.Standing.BROKEN);
    var asYundu =
        Review.written(
            "yundu", r.finding(), r.scale(), r.text(), r.evidence(), r.method(), NOW, null);
    assertThat(desk.standing(Sealed.of(shown(), asYundu.sealed(Objects.requireNonNull(r.seal())))))
        .isEqualTo(Seals.Standing.BROKEN);
  }

  @Test
  void whatAKeySignedBeforeItsEndGoesOnToHoldAndItSignsNothingAfter() {
    String before = done(desk.review(claim, review("sahil", "Wrong")));
    now = NOW.plusSeconds(60);
    people.endKey(People.HOUSE, new OrganisationId("sahil"), "stolen").orRefuse();
    assertThat(desk.standing(Sealed.of(shown(), shown().review(before).orElseThrow())))
        .isEqualTo(Seals.Standing.HOLDS);
    assertThat(desk.review(claim, review("sahil", "Right")))
        .isInstanceOf(Desk.Outcome.NotDone.class);
  }

  /// Whoever stole a key could go on with it: the seal fits, and the key was not in force.
  @Test
  void aSealSetAfterTheEndOfItsKeyIsToldApart() {
    var id = new OrganisationId("sahil");
    now = NOW.plusSeconds(120);
    String after = done(desk.review(claim, review("sahil", "Wrong")));
    now = NOW.plusSeconds(60); // a clock that went back, or a thief's
    people.endKey(People.HOUSE, id, "stolen").orRefuse();
    assertThat(desk.standing(Sealed.of(shown(), shown().review(after).orElseThrow())))
        .isEqualTo(Seals.Standing.KEY_ENDED);
    assertThat(desk.unheld()).hasSize(1);
  }

  /// Words can be dated back to when a key was in force by a thief, but not in the log.
  @Test
  void aSealThatSaysAnotherTimeThanTheLogDoesNotHold() {
    done(desk.review(claim, review("sahil", "Wrong")));
    try (Store other = Stores.open("jdbc:sqlite:" + folder.resolve("other.db"))) {
      for (var entry : store.journal().all(0)) {
        var deed = entry.deed();
        Instant at = deed.kind().equals("reviewed") ? deed.at().plusSeconds(1) : deed.at();
        other
            .journal()
            .add(new Deed(deed.room(), deed.subject(), deed.kind(), at, deed.actor(), deed.body()));
      }
      var theirs = new People(other.journal(), other.shelf(), () -> now);
      var again = new Desk(other.journal(), new Seals(theirs), finder::take, () -> now);
      assertThat(again.unheld()).extracting(Sealed::what).containsExactly("review");
    }
  }

  @Test
  void correctionsWithdrawalsStatementsPositionsAndProfilesAreSealedToo() {
    String review = done(desk.review(claim, review("sahil", "Wrong")));
    done(desk.correct(claim, review, en("The call was on the 21st"), en("Unproven"), "sahil"));
    done(desk.withdraw(claim, review, en("Another dam"), "sahil"));
    String statement = done(desk.propose(claim, en("The dam stood"), "sahil"));
    done(desk.stand(claim, statement, "yundu", Statement.Stand.DISSENT, en("no log")));
    done(desk.stand(claim, statement, "yundu", Statement.Stand.CONCUR, en("we saw it")));
    assertThat(Sealed.all(shown()))
        .extracting(Sealed::what)
        .containsExactly("review", "correction", "withdrawal", "statement", "position", "position");
    assertThat(Sealed.all(shown())).allMatch(each -> desk.standing(each) == Seals.Standing.HOLDS);
    assertThat(desk.reviewers())
        .allMatch(each -> desk.standing(Sealed.of(each)) == Seals.Standing.HOLDS);
    Review left = shown().review(review).orElseThrow();
    assertThat(left.finding()).isEqualTo(en("Unproven"));
    assertThat(left.first()).isEqualTo(en("Wrong"));
    assertThat(shown().statement(statement).orElseThrow().before("yundu"))
        .extracting(Statement.Position::stand)
        .containsExactly(Statement.Stand.DISSENT);
  }

  @Test
  void aClaimThatWasDeclinedAsTheSameIsOnRecordAndMayBeTakenBack() {
    String other = done(desk.claim(en("The dam broke"), null, null, null, List.of(), "sahil"));
    done(desk.notSame(claim, other, "sahil"));
    assertThat(shown().notSame()).containsExactly(other);
    assertThat(desk.claim(other).orElseThrow().notSame()).containsExactly(claim);
    done(desk.same(claim, other, "yundu"));
    assertThat(shown().notSame()).isEmpty();
    assertThat(shown().same()).containsExactly(other);
    assertThat(shown().trail()).extracting(Claim.Step::kind).contains("not-same", "same");
  }

  @Test
  void aWithdrawnReviewLeavesATombstoneAndCannotBeChangedAnyMore() {
    String review = done(desk.review(claim, review("sahil", "Wrong")));
    done(desk.withdraw(claim, review, en("We took another dam for it"), "sahil"));
    Review left = shown().review(review).orElseThrow();
    assertThat(left.tombstone()).isNotNull();
    assertThat(desk.correct(claim, review, en("Yes"), null, "sahil"))
        .isInstanceOf(Desk.Outcome.NotDone.class);
  }

  @Test
  void nobodyElseMayCorrectOrWithdrawAReview() {
    String review = done(desk.review(claim, review("sahil", "Wrong")));
    assertThat(desk.withdraw(claim, review, en("no"), "yundu"))
        .isInstanceOf(Desk.Outcome.NotDone.class);
    assertThat(desk.correct(claim, review, en("no"), null, "yundu"))
        .isInstanceOf(Desk.Outcome.NotDone.class);
    assertThat(shown().review(review).orElseThrow().tombstone()).isNull();
  }

  @Test
  void silenceOnAJointStatementIsNoPosition() {
    String statement = done(desk.propose(claim, en("The dam stood on 20 July"), "sahil"));
    done(desk.stand(claim, statement, "sahil", Statement.Stand.CONCUR, en("we wrote it")));
    Statement shown = shown().statement(statement).orElseThrow();
    assertThat(shown.of("yundu")).isEmpty();
    done(desk.stand(claim, statement, "yundu", Statement.Stand.DISSENT, en("we saw no log")));
    Statement now = shown().statement(statement).orElseThrow();
    Statement.Position position = now.of("yundu").orElseThrow();
    assertThat(position.stand()).isEqualTo(Statement.Stand.DISSENT);
    assertThat(desk.standing(Sealed.of(shown(), now, position))).isEqualTo(Seals.Standing.HOLDS);
  }

  @Test
  void whoDoesNotTellOfItselfCannotReview() {
    assertThat(desk.review(claim, review("stranger", "Right")))
        .isInstanceOf(Desk.Outcome.NotDone.class);
  }

  @Test
  void theJournalGivesTheSameDeskAgain() {
    String review = done(desk.review(claim, review("sahil", "Wrong")));
    desk.correct(claim, review, en("The call was on the 21st"), null, "sahil");
    var heard = new Review.Heard("a caller", en("I heard a bang"), "call of 3 March", "sahil");
    desk.reply(claim, review, heard, "sahil");
    Desk again = desk();
    assertThat(again.newest(0, 10)).isEqualTo(desk.newest(0, 10));
    assertThat(again.reviewers()).isEqualTo(desk.reviewers());
    assertThat(store.journal().firstFault()).isEmpty();
  }

  @Test
  void claimsAreFoundWhileTheyAreTypedAndAcrossLanguages() {
    assertThat(finder.find(en("rawal da"), 5)).containsExactly(claim);
    String other =
        done(
            desk.claim(
                en("Pakistan and Uzbekistan closed their airports"),
                null,
                null,
                null,
                List.of(),
                "sahil"));
    var urdu = new Text("پاکستان اور ازبکستان کے ہوائی اڈے بند", Lang.UR);
    assertThat(finder.find(urdu, 5)).startsWith(other);
  }

  @Test
  void thereIsNoScoreNoRankAndNoVerdictInTheNouns() {
    for (Class<?> noun : List.of(Claim.class, Review.class, Statement.class, Reviewer.class)) {
      assertThat(Arrays.stream(noun.getRecordComponents()).map(c -> c.getName()))
          .doesNotContain("score", "rank", "verdict", "truth", "rating");
    }
  }
}
