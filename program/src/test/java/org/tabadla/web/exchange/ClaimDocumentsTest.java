package org.tabadla.web.exchange;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.tabadla.formats.ClaimReview;
import org.tabadla.model.Lang;
import org.tabadla.model.Text;
import org.tabadla.verify.Claim;
import org.tabadla.verify.Desk;
import org.tabadla.verify.Review;
import org.tabadla.verify.Reviewer;

/// What programs of other desks read of the claims here, over real HTTP.
class ClaimDocumentsTest {
  private static final String FEED = "https://other.example/reviews.json";

  @TempDir Path folder;
  private ServedExchange served;
  private Desk desk;

  @BeforeEach
  void open() {
    served = new ServedExchange(folder, true);
    desk = served.desk;
    desk.profile("sahil", "Sahil", null, "staff", "readers", Reviewer.OwnGovernment.NO);
  }

  @AfterEach
  void close() {
    served.close();
  }

  private static String done(Desk.Outcome outcome) {
    return ((Desk.Outcome.Done) outcome).id();
  }

  private static Text en(String words) {
    return new Text(words, Lang.EN);
  }

  private String claim(String words) {
    return done(desk.claim(en(words), null, null, null, List.of(), "sahil"));
  }

  private static Review review(String organisation, String url) {
    return Review.written(
        organisation,
        en("Wrong"),
        null,
        en("We asked."),
        List.of(),
        en("Calls"),
        Instant.parse("2026-01-01T00:00:00Z"),
        url);
  }

  private String got(String path) {
    return new Browsing(served.base).get(path).body();
  }

  /// What changes later must push no other out: other desks would take it for taken back.
  @Test
  void theFeedGoesByWhenReviewsWereWrittenAndHoldsOnlyThoseOfHere() {
    String first = claim("The dam broke");
    String second = claim("Rain fell up");
    String early = done(desk.review(first, review("sahil", "https://sahil.example/1")));
    done(desk.review(second, review("sahil", "https://sahil.example/2")));
    done(desk.takeIn(second, review("Other", "https://other.example/1"), FEED, "feeds"));
    done(desk.correct(first, early, en("It was Monday"), null, "sahil"));
    byte[] feed = got("/claims/reviews.json").getBytes(StandardCharsets.UTF_8);
    assertThat(ClaimReview.read(feed))
        .extracting(ClaimReview::url)
        .containsExactly("https://sahil.example/2", "https://sahil.example/1");
    assertThat(desk.written(1)).extracting(told -> told.claim().id()).containsExactly(second);
  }

  /// A feed may name anybody as its author.
  @Test
  void aReviewOfElsewhereStandsWithItsFeedAndHasNoAddressOfThisHouse() {
    String claim = claim("The dam broke");
    done(desk.takeIn(claim, review("sahil", "https://other.example/1"), FEED, "feeds"));
    for (String path : List.of("/en/claim/" + claim + "/feed.atom", "/en/claims/feed.json")) {
      assertThat(got(path)).as(path).contains("Taken in from " + FEED);
    }
    byte[] document = got("/claim/" + claim + ".json").getBytes(StandardCharsets.UTF_8);
    assertThat(ClaimReview.read(document).getFirst().reviewerUrl()).isNull();
    desk.review(claim, review("sahil", "https://sahil.example/1"));
    document = got("/claim/" + claim + ".json").getBytes(StandardCharsets.UTF_8);
    assertThat(ClaimReview.read(document).getLast().reviewerUrl()).endsWith("/desk/sahil");
  }

  /// Each page that is shown takes many looks into the archive.
  @Test
  void ofAClaimOnVeryManyPagesTheEarliestHundredAreShown() {
    String claim = claim("The dam broke");
    for (int i = 0; i < 120; i++) {
      String page = "https://p" + i + ".example/";
      var seen = Instant.EPOCH.plusSeconds(i);
      desk.appeared(
          claim, new Claim.Appearance(page, page, "und", null, null, null, seen), "sahil");
    }
    String page = got("/en/claim/" + claim);
    assertThat(page).contains("https://p99.example/", "120").doesNotContain("https://p100.example");
    assertThat(got("/en/claim/" + claim("Rain fell up"))).doesNotContain("120");
  }

  @Test
  void theClaimsOfASpeakerAreFoundOnPagesOfEveryLanguage() {
    var words = new Text("لم ينهر السد", new Lang("ar"));
    desk.claim(words, "علي كريم", null, null, List.of(), "sahil");
    for (String tongue : List.of("ur", "en", "zh", "ru")) {
      String path = "/" + tongue + "/claims/by/%D8%B9%D9%84%D9%8A%20%D9%83%D8%B1%D9%8A%D9%85";
      assertThat(new Browsing(served.base).get(path).statusCode()).as(tongue).isEqualTo(200);
    }
  }
}
