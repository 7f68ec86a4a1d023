package org.tabadla.verify;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.tabadla.model.Deed;
import org.tabadla.model.Lang;
import org.tabadla.model.Text;
import org.tabadla.people.Organisation;
import org.tabadla.people.OrganisationId;
import org.tabadla.people.People;
import org.tabadla.store.Store;
import org.tabadla.store.Stores;

/// The desk under people who mean harm, and with another process beside it.
class DeskAdversaryTest {
  private static final Instant NOW = Instant.parse("2026-01-10T00:00:00Z");

  @TempDir Path folder;
  private Store store;
  private People people;
  private Desk desk;
  private String claim;

  @BeforeEach
  void open() {
    store = Stores.open("jdbc:sqlite:" + folder.resolve("test.db"));
    people = new People(store.journal(), store.shelf(), () -> NOW);
    people
        .found(
            People.HOUSE,
            new OrganisationId("sahil"),
            List.of(en("sahil")),
            "PK",
            Organisation.Kind.ONLINE)
        .orRefuse();
    desk = desk();
    desk.profile("sahil", "Sahil", null, "its staff", "readers", Reviewer.OwnGovernment.NO);
    claim = done(desk.claim(en("The dam broke"), null, null, null, List.of(), "sahil"));
  }

  @AfterEach
  void close() {
    store.close();
  }

  private Desk desk() {
    return new Desk(store.journal(), new Seals(people), (id, words) -> {}, () -> NOW);
  }

  private static Text en(String words) {
    return new Text(words, Lang.EN);
  }

  private static Review.Heard heard(String by, String words, String source) {
    return new Review.Heard(by, en(words), source, "sahil");
  }

  private static String done(Desk.Outcome outcome) {
    assertThat(outcome).isInstanceOf(Desk.Outcome.Done.class);
    return ((Desk.Outcome.Done) outcome).id();
  }

  private static void refused(Desk.Outcome outcome) {
    assertThat(outcome).isInstanceOf(Desk.Outcome.NotDone.class);
  }

  private static Review review(String finding, String url) {
    return Review.written(
        "sahil", en(finding), null, en("We asked."), List.of(), en("Calls"), NOW, url);
  }

  private Claim shown() {
    return desk.claim(claim).orElseThrow();
  }

  @Test
  void whatAnotherProcessHasWithdrawnIsNeitherCorrectedNorWithdrawnAgain() {
    String review = done(desk.review(claim, review("Wrong", "https://sahil.example/1")));
    Desk other = desk();
    done(desk.withdraw(claim, review, en("The first reason"), "sahil"));
    refused(other.withdraw(claim, review, en("Another reason"), "sahil"));
    refused(other.correct(claim, review, en("words"), en("Right"), "sahil"));
    desk.refresh();
    Review.Tombstone stone =
        Objects.requireNonNull(shown().review(review).orElseThrow().tombstone());
    assertThat(stone.reason()).isEqualTo(en("The first reason"));
  }

  /// Two processes may write between one another's look and deed.
  @Test
  void aSecondEndInTheJournalErasesNoTombstone() {
    Review ended =
        review("Wrong", "https://sahil.example/1")
            .filed("r-1", null)
            .with(new Review.Tombstone(NOW, en("first"), null));
    Review after =
        ended
            .with(new Review.Tombstone(NOW.plusSeconds(9), en("second"), null))
            .with(NOW.plusSeconds(9), en("corrected"), en("Right"), null);
    assertThat(after).isEqualTo(ended);
  }

  @Test
  void aLaterAnswerOfTheClaimantErasesNone() {
    String review = done(desk.review(claim, review("Wrong", "https://sahil.example/1")));
    done(desk.reply(claim, review, heard("The caller", "I stand by it", "call"), "sahil.desk"));
    done(desk.reply(claim, review, heard("Somebody else", "I take it back", "c"), "other.desk"));
    refused(desk.reply(claim, review, heard("x".repeat(301), "words", "call"), "other.desk"));
    refused(desk.reply(claim, review, heard("The caller", "words", " "), "other.desk"));
    assertThat(shown().review(review).orElseThrow().replies())
        .extracting(r -> r.words().value())
        .containsExactly("I stand by it", "I take it back");
  }

  @Test
  void daysThatThereAreNotAndEndlessNamesAreRefused() {
    for (String day : List.of("2026-02-30", "0000-00-00", "tomorrow", "2026-13", "+12026-01-01")) {
      refused(desk.claim(en("It rains"), null, null, day, List.of(), "sahil"));
    }
    refused(desk.claim(en("It rains"), "x".repeat(301), null, null, List.of(), "sahil"));
    refused(desk.claim(en("It rains"), null, "x".repeat(301), null, List.of(), "sahil"));
    for (String day : List.of("2026-02-30", "0000", "2026-00")) {
      refused(desk.domain(new DomainAge("a.example", day, "https://a.example/", "sahil")));
    }
    done(desk.domain(new DomainAge("a.example", "2019-05", "https://a.example/", "sahil")));
    refused(desk.profile("sahil", "x".repeat(301), null, "a", "b", Reviewer.OwnGovernment.NO));
  }

  @Test
  void anAddressThatIsNoneStandsInNoReviewAndNoProfile() {
    refused(desk.review(claim, review("Wrong", "javascript:alert(1)")));
    refused(desk.profile("sahil", "S", "data:text/html,x", "a", "b", Reviewer.OwnGovernment.NO));
    assertThat(shown().reviews()).isEmpty();
  }

  @Test
  void whatIsPutDownAgainWithAnotherPageIsSeenOnBoth() {
    done(desk.claim(en("The dam broke"), null, null, null, List.of(page(1)), "sahil"));
    done(desk.claim(en("The dam broke"), null, null, null, List.of(page(1), page(2)), "sahil"));
    assertThat(shown().appearances())
        .extracting(Claim.Appearance::url)
        .containsExactlyInAnyOrder("https://a.example/1", "https://a.example/2");
  }

  @Test
  void twoProcessesThatPutTheSameClaimDownAtOnceLoseNoPage() {
    for (int i = 1; i <= 2; i++) {
      var event = new Event.Claimed(en("It rains"), null, null, null, List.of(page(i)));
      store
          .journal()
          .add(
              new Deed(Event.ROOM, "q-twice", "claimed", NOW, "desk " + i, Event.Json.body(event)));
    }
    desk.refresh();
    assertThat(desk.claim("q-twice").orElseThrow().appearances())
        .extracting(Claim.Appearance::url)
        .containsExactlyInAnyOrder("https://a.example/1", "https://a.example/2");
  }

  @Test
  void whatIsDoneAlreadyIsNotWrittenDownAgain() {
    String other = done(desk.claim(en("It rains"), null, null, null, List.of(page(1)), "sahil"));
    done(desk.same(claim, other, "sahil"));
    long before = store.journal().newestSeq();
    for (Desk each : List.of(desk, desk())) {
      done(each.same(claim, other, "sahil"));
      done(each.same(other, claim, "sahil"));
      done(each.appeared(other, page(1), "sahil"));
    }
    assertThat(store.journal().newestSeq()).isEqualTo(before);
    refused(desk.same(claim, "q-none", "sahil"));
    refused(desk.same(claim, claim, "sahil"));
  }

  /// A stop between the two deeds of before must not leave one side alone.
  @Test
  void aClaimThatIsTheSameOnOneSideAloneIsMended() {
    String other = done(desk.claim(en("It rains"), null, null, null, List.of(), "sahil"));
    var half = new Event.Same(other);
    store.journal().add(new Deed(Event.ROOM, claim, "same", NOW, "sahil", Event.Json.body(half)));
    done(desk.same(claim, other, "sahil"));
    assertThat(desk.claim(other).orElseThrow().same()).containsExactly(claim);
  }

  @Test
  void wordsThatSayNothingAreRefused() {
    refused(desk.review(claim, review(" ", "https://sahil.example/1")));
    String review = done(desk.review(claim, review("Wrong", "https://sahil.example/1")));
    refused(desk.correct(claim, review, en(" "), null, "sahil"));
    refused(desk.correct(claim, review, en("words"), en(""), "sahil"));
    refused(desk.withdraw(claim, review, en(""), "sahil"));
    refused(desk.reply(claim, review, heard("The caller", "", "call"), "sahil.desk"));
    assertThat(shown().trail()).hasSize(2);
  }

  @Test
  void aClaimIsSeenOnNoPageWithoutAnAddress() {
    var nowhere = new Claim.Appearance("javascript:x", "x", "und", null, null, null, NOW);
    refused(desk.claim(en("It snows"), null, null, null, List.of(nowhere), "sahil"));
    refused(desk.appeared(claim, nowhere, "sahil"));
  }

  /// Pages are read in all languages; a name is written the same on all.
  @Test
  void aSpeakersClaimsAreFoundWhateverTheirLanguage() {
    String name = "علي كريم";
    for (Lang lang : List.of(new Lang("ar"), Lang.UR, Lang.EN, new Lang("tr"))) {
      var words = new Text("words in " + lang.tag(), lang);
      done(desk.claim(words, name, null, null, List.of(), "sahil"));
    }
    assertThat(desk.of(name)).hasSize(4);
    done(desk.claim(new Text("sözler", new Lang("tr")), "IŞIL", null, null, List.of(), "sahil"));
    assertThat(desk.of("IŞIL")).hasSize(1);
  }

  private static Claim.Appearance page(int number) {
    String url = "https://a.example/" + number;
    return new Claim.Appearance(url, url, "und", null, null, null, NOW);
  }

  @Test
  void aPositionThatIsTakenAgainInTheSameWordsIsOnePosition() {
    String statement = done(desk.propose(claim, en("The dam stood"), "sahil"));
    done(desk.propose(claim, en("The dam stood"), "sahil"));
    for (int i = 0; i < 3; i++) {
      done(desk.stand(claim, statement, "sahil", Statement.Stand.DISSENT, en("no log")));
    }
    assertThat(shown().statements()).hasSize(1);
    assertThat(shown().statements().getFirst().positions()).hasSize(1);
    refused(desk.propose(claim, en(" "), "sahil"));
  }

  @Test
  void anOrganisationsReviewsAreFoundTheNewestFirst() {
    var all = new ArrayList<String>();
    for (int i = 0; i < 4; i++) {
      String id = done(desk.claim(en("Claim " + i), null, null, null, List.of(), "sahil"));
      done(desk.review(id, review("Wrong", "https://sahil.example/" + i)));
      all.addFirst(id);
    }
    desk.takeIn(claim, review("No", "https://x.example/1"), "https://x.example/feed", "feeds");
    for (Desk each : List.of(desk, desk())) {
      assertThat(each.reviewedBy("sahil", 3)).extracting(Claim::id).isEqualTo(all.subList(0, 3));
    }
    assertThat(desk.reviewedBy("nobody", 3)).isEmpty();
  }
}
