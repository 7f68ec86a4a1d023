package org.tabadla.verify.feed;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.tabadla.cli.TakenIn;
import org.tabadla.formats.ClaimReviewFeed;
import org.tabadla.model.Lang;
import org.tabadla.model.Text;
import org.tabadla.people.People;
import org.tabadla.read.JsonLdScripts;
import org.tabadla.store.Store;
import org.tabadla.store.Stores;
import org.tabadla.verify.Claim;
import org.tabadla.verify.Desk;
import org.tabadla.verify.Review;
import org.tabadla.verify.Seals;

/// The feeds of other desks, over a real database.
class ClaimFeedsTest {
  private static final String URL = "https://desk.example/reviews.json";

  @TempDir Path folder;
  private Instant now = Instant.parse("2026-01-10T00:00:00Z");
  private Store store;
  private Desk desk;
  private ClaimFeeds feeds;

  @BeforeEach
  void open() {
    store = Stores.open("jdbc:sqlite:" + folder.resolve("test.db"));
    var people = new People(store.journal(), store.shelf(), () -> now);
    desk = new Desk(store.journal(), new Seals(people), (id, words) -> {}, () -> now);
    feeds = new ClaimFeeds(store.shelf(), desk, () -> now);
    assertThat(feeds.follow(URL)).isEmpty();
  }

  @AfterEach
  void close() {
    store.close();
  }

  private static String review(int number, String claim, String finding) {
    return """
    {"@context": "https://schema.org", "@type": "ClaimReview", "claimReviewed": "%s",
     "url": "https://desk.example/%d", "datePublished": "2026-01-0%d", "inLanguage": "en",
     "author": {"@type": "Organization", "name": "Other Desk"},
     "reviewRating": {"@type": "Rating", "alternateName": "%s"}}\
    """
        .formatted(claim, number, number, finding);
  }

  private int shows(String json) {
    ClaimReviewFeed read = ClaimReviewFeed.read(json.getBytes(StandardCharsets.UTF_8));
    return feeds.showed(URL, "\"1\"", null, TakenIn.of(read));
  }

  private List<Review> reviews() {
    var out = new ArrayList<Review>();
    for (Claim claim : desk.newest(0, 100)) {
      out.addAll(claim.reviews());
    }
    return out;
  }

  private Review of(String url) {
    return reviews().stream().filter(r -> url.equals(r.url())).findFirst().orElseThrow();
  }

  @Test
  void aFeedIsReadAsAnArrayAGraphAndADataFeedAndAgainChangesNothing() {
    String one = review(1, "The dam broke", "No");
    String two = review(2, "Rain fell up", "Unproven");
    String item = "{\"@type\":\"DataFeedItem\",\"item\":";
    for (String json :
        List.of(
            "[" + one + "," + two + "]",
            "{\"@graph\": [" + one + "," + two + "]}",
            "{\"@type\":\"DataFeed\",\"dataFeedElement\":["
                + item
                + one
                + "},"
                + item
                + two
                + "}]}")) {
      shows(json);
      assertThat(reviews()).hasSize(2);
    }
    assertThat(shows("[" + one + "," + two + "]")).isZero();
    Review taken = of("https://desk.example/1");
    assertThat(taken.organisation()).isEqualTo("Other Desk");
    assertThat(taken.takenFrom()).isEqualTo(URL);
    assertThat(taken.seal()).isNull();
  }

  @Test
  void whatTheOtherDeskChangesIsACorrectionAndWhatItFoundBeforeStays() {
    shows("[" + review(1, "The dam broke", "No") + "]");
    shows("[" + review(1, "The dam broke", "Unproven") + "]");
    assertThat(reviews()).hasSize(1);
    Review now = of("https://desk.example/1");
    assertThat(now.finding().value()).isEqualTo("Unproven");
    assertThat(now.corrections()).hasSize(1);
    assertThat(now.first().value()).isEqualTo("No");
  }

  /// A feed has room for its newest only; what fell out at its end was not taken back.
  @Test
  void whatIsGoneFromTheMiddleLeavesATombstoneAndWhatFellOutAtTheEndStands() {
    String one = review(1, "The dam broke", "No");
    String two = review(2, "Rain fell up", "No");
    String three = review(3, "The moon is near", "No");
    shows("[" + one + "," + two + "," + three + "]");
    shows("[" + two + "," + three + "]");
    assertThat(of("https://desk.example/1").tombstone()).isNull();
    shows("[" + two + "," + three + "]");
    shows("[" + review(1, "Old", "No") + "," + three + "]");
    assertThat(of("https://desk.example/2").tombstone()).isNotNull();
    shows("[]");
    assertThat(of("https://desk.example/3").tombstone()).isNull();
  }

  @Test
  void whatItsDeskWithdrawsLeavesATombstone() {
    String one = review(1, "The dam broke", "No");
    shows("[" + one + "]");
    shows(
        "["
            + one.replace("\"inLanguage\"", "\"creativeWorkStatus\": \"Withdrawn\", \"inLanguage\"")
            + "]");
    assertThat(of("https://desk.example/1").tombstone()).isNotNull();
  }

  private static final String SECOND = "https://again.example/reviews.json";

  private int shows(String feed, String json) {
    ClaimReviewFeed read = ClaimReviewFeed.read(json.getBytes(StandardCharsets.UTF_8));
    return feeds.showed(feed, null, null, TakenIn.of(read));
  }

  @Test
  void aReviewThatTwoFeedsCarryStandsOnceAndTellsOfBoth() {
    feeds.follow(SECOND);
    String one = "[" + review(1, "The dam broke", "No") + "]";
    shows(one);
    shows(SECOND, one);
    assertThat(reviews()).hasSize(1);
    assertThat(of("https://desk.example/1").takenFrom()).isEqualTo(URL);
    assertThat(of("https://desk.example/1").alsoFrom()).containsExactly(SECOND);
    assertThat(shows(SECOND, one)).isZero();
  }

  /// One of the feeds lags behind; it must not turn the finding back at each visit.
  @Test
  void twoFeedsThatDifferAreEachHeardWhenTheyChangeAndNotForEver() {
    feeds.follow(SECOND);
    String no = "[" + review(1, "The dam broke", "No") + "]";
    String unproven = "[" + review(1, "The dam broke", "Unproven") + "]";
    shows(no);
    shows(SECOND, no);
    shows(unproven);
    for (int i = 0; i < 3; i++) {
      shows(SECOND, no);
      shows(unproven);
    }
    Review now = of("https://desk.example/1");
    assertThat(now.finding().value()).isEqualTo("Unproven");
    assertThat(now.corrections()).hasSize(1);
  }

  @Test
  void whatOneFeedDropsStandsWhileAnotherShowsIt() {
    feeds.follow(SECOND);
    String one = review(1, "Old", "No");
    String two = review(2, "The dam broke", "No");
    String all = "[" + one + "," + two + "]";
    shows(all);
    shows(SECOND, all);
    shows("[" + one + "]");
    assertThat(of("https://desk.example/2").tombstone()).isNull();
    shows(all);
    shows("[" + one + "," + review(3, "New", "No") + "]");
    assertThat(of("https://desk.example/2").tombstone()).isNull();
    shows(SECOND, "[" + one + "," + review(3, "New", "No") + "]");
    assertThat(of("https://desk.example/2").tombstone()).isNotNull();
  }

  /// A broken template at the other desk is no withdrawal.
  @Test
  void anItemThatIsThereAndCannotBeTakenInIsNotGone() {
    String one = review(1, "Old", "No");
    String two = review(2, "The dam broke", "No");
    shows("[" + one + "," + two + "]");
    for (String broken :
        List.of(
            two.replace("Other Desk", ""),
            two.replace("The dam broke", ""),
            two.replace("The dam broke", "x".repeat(5_001)))) {
      shows("[" + one + "," + broken + "]");
      assertThat(of("https://desk.example/2").tombstone()).isNull();
    }
    shows("[" + one + "," + review(3, "New", "No") + "]");
    assertThat(of("https://desk.example/2").tombstone()).isNotNull();
  }

  /// As fact-checkers do: one page, a claim a paragraph.
  @Test
  void aPageThatReviewsTwoClaimsKeepsBothAndEndsTheOneThatItDrops() {
    String one = review(1, "The dam broke", "No");
    String two = review(1, "Rain fell up", "Unproven");
    assertThat(shows("[" + one + "," + two + "]")).isEqualTo(2);
    for (int i = 0; i < 3; i++) {
      assertThat(shows("[" + one + "," + two + "]")).isZero();
    }
    assertThat(reviews()).hasSize(2).allMatch(r -> r.tombstone() == null);
    assertThat(shows("[" + two + "]")).isEqualTo(1);
    assertThat(reviews()).filteredOn(r -> r.tombstone() != null).hasSize(1);
    assertThat(standing("Rain fell up")).isTrue();
  }

  private boolean standing(String claim) {
    return desk.newest(0, 100).stream()
        .filter(c -> c.words().value().equals(claim))
        .flatMap(c -> c.reviews().stream())
        .anyMatch(r -> r.tombstone() == null);
  }

  /// What stands behind the most that is read is not taken back.
  @Test
  void aFeedThatWasNotReadToItsEndEndsNothing() {
    shows("[" + review(1, "Old", "No") + "," + review(3, "The dam broke", "No") + "]");
    var many = new StringBuilder("[").append(review(1, "Old", "No"));
    for (int i = 0; i < 3_000; i++) {
      many.append(",{\"@type\":\"ClaimReview\",\"claimReviewed\":\"").append(i).append("\"}");
    }
    shows(many.append(']').toString());
    assertThat(of("https://desk.example/3").tombstone()).isNull();
    assertThat(feeds.all().getFirst().trouble()).first().asString().contains("more than 3000");
  }

  /// A paper on the shelf has room for a million characters.
  @Test
  void aFeedOfAsManyReviewsAndAsLongFindingsAsAreReadIsRemembered() {
    var many = new StringBuilder("[");
    for (int i = 0; i < 3_000; i++) {
      many.append(i == 0 ? "" : ",")
          .append(
              review(1, "Claim " + i % 10, "غلط ".repeat(100))
                  .replace("example/1", "example/" + i));
    }
    String all = many.append(']').toString();
    assertThat(shows(all)).isEqualTo(3_000);
    assertThat(feeds.all().getFirst().shows()).isEqualTo(3_000);
    assertThat(feeds.due()).isEmpty();
  }

  @Test
  void aTimeThatHasNotComeYetCountsAsNow() {
    shows("[" + review(1, "The dam broke", "No").replace("2026-01-01", "2099-01-01") + "]");
    assertThat(of("https://desk.example/1").published()).isEqualTo(now);
  }

  /// A feed that says something else at each visit must not fill the journal for ever.
  @Test
  void aFindingThatTurnsAtEachVisitIsHeardAHundredTimes() {
    for (int i = 0; i <= 110; i++) {
      shows("[" + review(1, "The dam broke", "No " + i) + "]");
    }
    Review review = of("https://desk.example/1");
    assertThat(review.corrections()).hasSize(100);
    assertThat(feeds.all().getFirst().trouble()).first().asString().contains("100 corrections");
  }

  @Test
  void aBadItemIsToldWithItsPlaceAndTheRestGoesOn() {
    shows(
        "[{\"@type\":\"ClaimReview\",\"claimReviewed\":\"\"},"
            + "{\"@type\":\"ClaimReview\",\"claimReviewed\":\"No author\"},"
            + review(1, "The dam broke", "No")
            + "]");
    assertThat(reviews()).hasSize(1);
    assertThat(feeds.all().getFirst().trouble())
        .anyMatch(line -> line.contains("/0/claimReviewed"))
        .anyMatch(line -> line.contains("No author"));
  }

  @Test
  void hostileWordsAreCleanedAndNobodyIsMistakenForAnOrganisationOfThisHouse() {
    String turned = "The dam \\u202Ebroke\\u0000 \\ud800 now";
    shows(
        "["
            + review(1, turned, "No\\u202E")
                .replace("Other Desk", "sahil")
                .replace("https://desk.example/1", "javascript:alert(1)")
            + "]");
    Claim claim = desk.newest(0, 1).getFirst();
    assertThat(claim.words().value()).doesNotContain("\u202E").startsWith("The dam broke");
    Review review = claim.reviews().getFirst();
    assertThat(review.url()).isNull();
    assertThat(review.isOf("sahil")).isFalse();
    assertThat(desk.correct(claim.id(), review.id(), new Text("mine", Lang.EN), null, "sahil"))
        .isInstanceOf(Desk.Outcome.NotDone.class);
  }

  @Test
  void hugeAndDeepDocumentsAreHeldWithinLimits() {
    var many = new StringBuilder("[");
    for (int i = 0; i < 6_000; i++) {
      many.append(i == 0 ? "" : ",")
          .append("{\"@type\":\"ClaimReview\",\"claimReviewed\":\"")
          .append(i)
          .append("\"}");
    }
    byte[] huge = many.append(']').toString().getBytes(StandardCharsets.UTF_8);
    assertThat(ClaimReviewFeed.read(huge).items()).hasSize(3_000);
    byte[] deep = ("[".repeat(200_000) + "1").getBytes(StandardCharsets.UTF_8);
    assertThat(ClaimReviewFeed.read(deep).items()).isEmpty();
    assertThat(ClaimReviewFeed.read(deep).bad()).hasSize(1);
    String long_ = review(1, "x".repeat(6_000), "No");
    assertThat(ClaimReviewFeed.read(long_.getBytes(StandardCharsets.UTF_8)).bad()).hasSize(1);
  }

  @Test
  void aPageWithJsonLdScriptsIsAFeedToo() {
    String page =
        "<html><head><script type=\"application/ld+json\">"
            + review(1, "The dam broke", "No")
            + "</script><script>alert(1)</script></head></html>";
    List<byte[]> scripts = JsonLdScripts.of(page.getBytes(StandardCharsets.UTF_8));
    assertThat(scripts).hasSize(1);
    assertThat(ClaimReviewFeed.read(scripts.getFirst()).items()).hasSize(1);
  }

  @Test
  void aFeedThatFailsIsAskedLaterAndLaterAndLosesNothing() {
    shows("[" + review(1, "The dam broke", "No") + "]");
    now = now.plusSeconds(3_601);
    assertThat(feeds.due()).hasSize(1);
    feeds.failed(URL, "answered 500", null);
    Instant first = feeds.all().getFirst().due();
    feeds.failed(URL, "answered 500", null);
    assertThat(feeds.all().getFirst().due()).isAfter(first);
    assertThat(feeds.all().getFirst().trouble()).containsExactly("answered 500");
    assertThat(of("https://desk.example/1").tombstone()).isNull();
    assertThat(feeds.unfollow(URL)).isTrue();
    assertThat(reviews()).hasSize(1);
    assertThat(feeds.follow("file:///etc/passwd")).isPresent();
  }
}
