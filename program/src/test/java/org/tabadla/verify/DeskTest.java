package org.tabadla.verify;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.tabadla.model.Lang;
import org.tabadla.model.Text;
import org.tabadla.store.Store;
import org.tabadla.store.Stores;

/// Claims and reviews over a real database.
class DeskTest {
  private static final Instant NOW = Instant.parse("2026-01-10T00:00:00Z");

  @TempDir Path folder;

  private Store store;
  private Desk desk;
  private String claim;

  @BeforeEach
  void open() {
    store = Stores.open("jdbc:sqlite:" + folder.resolve("test.db"));
    desk = new Desk(store.journal(), new Keyring(store.shelf()), InstantSource.fixed(NOW));
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
    return new Review(
        "",
        organisation,
        en(finding),
        new Review.Scale("1", "1", "5"),
        en("We asked the dam's office."),
        List.of(new Review.Evidence("https://dam.example", "log")),
        en("Two calls and the level log"),
        NOW,
        null,
        null,
        List.of(),
        null,
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
      Seal seal = Objects.requireNonNull(one.seal());
      assertThat(seal.holds(one.signed(claim))).isTrue();
      assertThat(seal.holds(one.signed(claim) + ".")).isFalse();
      assertThat(seal.key()).isEqualTo(desk.reviewer(one.organisation()).orElseThrow().key());
    }
  }

  @Test
  void aWithdrawnReviewLeavesATombstoneAndCannotBeChangedAnyMore() {
    String review = done(desk.review(claim, review("sahil", "Wrong")));
    done(desk.withdraw(claim, review, en("We took another dam for it"), "sahil"));
    Review left = shown().review(review).orElseThrow();
    assertThat(left.tombstone()).isNotNull();
    assertThat(desk.correct(claim, review, en("Yes"), "sahil"))
        .isInstanceOf(Desk.Outcome.NotDone.class);
  }

  @Test
  void nobodyElseMayCorrectOrWithdrawAReview() {
    String review = done(desk.review(claim, review("sahil", "Wrong")));
    assertThat(desk.withdraw(claim, review, en("no"), "yundu"))
        .isInstanceOf(Desk.Outcome.NotDone.class);
    assertThat(desk.correct(claim, review, en("no"), "yundu"))
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
    assertThat(
            position
                .seal()
                .holds(now.signed("yundu", Statement.Stand.DISSENT, en("we saw no log"))))
        .isTrue();
  }

  @Test
  void whoDoesNotTellOfItselfCannotReview() {
    assertThat(desk.review(claim, review("stranger", "Right")))
        .isInstanceOf(Desk.Outcome.NotDone.class);
  }

  @Test
  void theJournalGivesTheSameDeskAgain() {
    String review = done(desk.review(claim, review("sahil", "Wrong")));
    desk.correct(claim, review, en("The call was on the 21st"), "sahil");
    desk.reply(claim, review, "a caller", en("I heard a bang"), "sahil");
    var again = new Desk(store.journal(), new Keyring(store.shelf()), InstantSource.fixed(NOW));
    assertThat(again.newest(0, 10)).isEqualTo(desk.newest(0, 10));
    assertThat(again.reviewers()).isEqualTo(desk.reviewers());
    assertThat(store.journal().firstFault()).isEmpty();
  }

  @Test
  void claimsAreFoundWhileTheyAreTypedAndAcrossLanguages() {
    assertThat(desk.search().find(en("rawal da"), 5)).containsExactly(claim);
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
    assertThat(desk.search().find(urdu, 5)).startsWith(other);
  }

  @Test
  void thereIsNoScoreNoRankAndNoVerdictInTheNouns() {
    for (Class<?> noun : List.of(Claim.class, Review.class, Statement.class, Reviewer.class)) {
      assertThat(Arrays.stream(noun.getRecordComponents()).map(c -> c.getName()))
          .doesNotContain("score", "rank", "verdict", "truth", "rating");
    }
  }
}
