package org.tabadla;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.tabadla.model.Lang;
import org.tabadla.model.Text;
import org.tabadla.people.Organisation;
import org.tabadla.people.OrganisationId;
import org.tabadla.people.People;
import org.tabadla.register.Alerts;
import org.tabadla.register.PageWatches;
import org.tabadla.register.Register;
import org.tabadla.store.Store;
import org.tabadla.store.Stores;
import org.tabadla.verify.Claim;
import org.tabadla.verify.Desk;
import org.tabadla.verify.Review;
import org.tabadla.verify.Reviewer;
import org.tabadla.verify.Seals;
import org.tabadla.verify.feed.ClaimFeeds;
import org.tabadla.web.register.AlertMessages;

/// Those who watch claims are told, over a real database.
class ClaimAlertsTest {
  private static final String HOOK = "https://desk.example/hook";
  private static final String FEED = "https://other.example/reviews.json";

  @TempDir Path folder;
  private Instant now = Instant.parse("2026-01-10T10:00:00Z");
  private Store store;
  private Desk desk;
  private Alerts alerts;
  private String claim;

  @BeforeEach
  void open() {
    store = Stores.open("jdbc:sqlite:" + folder.resolve("test.db"));
    var people = new People(store.journal(), store.shelf(), () -> now);
    people
        .found(
            People.HOUSE,
            new OrganisationId("sahil"),
            List.of(en("Sahil")),
            "PK",
            Organisation.Kind.ONLINE)
        .orRefuse();
    desk = new Desk(store.journal(), new Seals(people), (id, words) -> {}, () -> now);
    desk.profile("sahil", "Sahil News", null, "staff", "readers", Reviewer.OwnGovernment.NO);
    claim = claim("The dam broke", "A Caller");
    now = now.plusSeconds(1);
    alerts = alerts();
  }

  @AfterEach
  void close() {
    store.close();
  }

  private Alerts alerts() {
    return new Alerts(
        new Register(store.journal(), () -> now),
        new PageWatches(store.shelf(), _ -> false),
        store.journal(),
        store.shelf(),
        ((InstantSource) () -> now).withZone(ZoneOffset.UTC));
  }

  private void catchUp() {
    new ClaimAlerts(alerts, desk, store.journal(), store.shelf()).catchUp();
  }

  private static Text en(String words) {
    return new Text(words, Lang.EN);
  }

  private static String done(Desk.Outcome outcome) {
    return ((Desk.Outcome.Done) outcome).id();
  }

  private String claim(String words, String speaker) {
    return done(desk.claim(en(words), speaker, null, null, List.of(), "a.reader"));
  }

  private static Review review(String organisation, String finding) {
    return Review.written(
        organisation,
        en(finding),
        null,
        en("We asked."),
        List.of(),
        en("Calls"),
        Instant.EPOCH,
        "https://" + organisation + ".example/1");
  }

  private void watch(String owner, String page, String email, String webhook) {
    assertThat(alerts.watches().watch(owner, page, "en", email, webhook, now))
        .isInstanceOf(PageWatches.Outcome.Kept.class);
    now = now.plusSeconds(1);
  }

  private List<Alerts.Alert> told() {
    return alerts.due().stream().flatMap(parcel -> parcel.alerts().stream()).toList();
  }

  private AlertMessages messages() {
    return new AlertMessages(
        new Register(store.journal(), () -> now),
        id -> desk.claim(id).map(Claim::words),
        "https://news.example",
        ZoneId.of("Asia/Karachi"));
  }

  @Test
  void whoWatchesAClaimIsToldOfReviewsPagesCorrectionsAndWithdrawals() {
    watch("reader", "claim/" + claim, "", HOOK);
    String review = done(desk.review(claim, review("sahil", "Wrong")));
    desk.correct(claim, review, en("It was Monday"), en("Unproven"), "sahil");
    desk.withdraw(claim, review, en("Another dam"), "sahil");
    claim("Rain fell up", "Somebody else");
    catchUp();
    assertThat(told())
        .extracting(Alerts.Alert::kind, Alerts.Alert::words, Alerts.Alert::source)
        .containsExactly(
            tuple("reviewed", "Wrong", "Sahil News"),
            tuple("corrected", "Unproven", "Sahil News"),
            tuple("withdrawn", "Another dam", "Sahil News"));
  }

  @Test
  void allClaimsAndASpeakersAreWatchedWhateverTheSpelling() {
    watch("reader", "claims", "", HOOK);
    watch("other", "claims/by/A Caller", "", HOOK);
    claim("Rain fell up", "a caller");
    claim("It snows", "Somebody else");
    catchUp();
    assertThat(alerts.due())
        .extracting(p -> p.watch().owner() + " " + p.alerts().size())
        .containsExactlyInAnyOrder("reader 2", "other 1");
  }

  /// What is looked at again after a stop is told once; what was there before a watch is no news.
  @Test
  void nothingIsToldTwiceAndNothingOfBefore() {
    watch("reader", "claims", "", HOOK);
    catchUp();
    assertThat(told()).isEmpty();
    desk.review(claim, review("sahil", "Wrong"));
    catchUp();
    store.shelf().remove("verify/alert-place", "journal");
    catchUp();
    assertThat(told()).hasSize(1);
    alerts.due().forEach(parcel -> alerts.settle(parcel, null));
    catchUp();
    assertThat(told()).isEmpty();
  }

  @Test
  void whoDidItIsNotToldAndAFeedIsNamed() {
    watch("a.reader", "claims", "", HOOK);
    claim("Rain fell up", "Somebody");
    catchUp();
    assertThat(told()).isEmpty();
    String taken = done(desk.takeIn(claim, review("sahil", "No"), FEED, "feeds"));
    desk.renewed(claim, taken, ClaimFeeds.NOW_READS, en("Unproven"), "feeds");
    catchUp();
    assertThat(told())
        .extracting(alert -> alert.words() + " | " + alert.source())
        .containsExactly("No | sahil (" + FEED + ")", "Unproven | sahil (" + FEED + ")");
  }

  @Test
  void theLetterAndThePostLeadToTheClaim() {
    watch("reader", "claim/" + claim, "reader@desk.example", HOOK);
    desk.review(claim, review("sahil", "Wrong \u202E"));
    catchUp();
    now = now.plus(Duration.ofDays(1));
    for (Alerts.Parcel parcel : alerts.due()) {
      if (parcel.way() == Alerts.Way.DIGEST) {
        AlertMessages.Letter letter = messages().letter(parcel);
        assertThat(letter.subject()).contains("The dam broke");
        assertThat(letter.text())
            .contains("published a review: The dam broke", "Sahil News")
            .contains("https://news.example/en/claim/" + claim)
            .contains("10 January 2026, 15:00")
            .doesNotContain("\u202E");
      } else {
        String post = new String(messages().post(parcel).array(), StandardCharsets.UTF_8);
        assertThat(post)
            .contains("claims.alerts", "\"claim\":\"" + claim + "\"", "\"kind\":\"reviewed\"")
            .contains("https://news.example/claim/" + claim);
      }
    }
    assertThat(alerts.due()).hasSize(2);
  }
}
