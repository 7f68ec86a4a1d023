package org.tabadla.web.exchange;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.tabadla.exchange.market.Deeds;
import org.tabadla.exchange.market.Kind;
import org.tabadla.exchange.market.Listing;
import org.tabadla.exchange.market.ListingId;
import org.tabadla.exchange.market.Side;
import org.tabadla.model.Lang;
import org.tabadla.model.Logged;
import org.tabadla.model.Text;
import org.tabadla.people.Account;
import org.tabadla.people.AccountId;
import org.tabadla.verify.Claim;
import org.tabadla.verify.Desk;

/// What newsrooms do with claims, signed in over real HTTP.
class ClaimRequestsTest {
  private static final String PERSON = "sahil.desk";

  @TempDir Path folder;
  private ServedExchange served;
  private Desk desk;
  private String claim = "";

  @BeforeEach
  void open() {
    served = new ServedExchange(folder, true);
    desk = served.desk;
    claim = claim("راول ڈیم کا سپل وے ٹوٹ گیا ہے");
  }

  @AfterEach
  void close() {
    served.close();
  }

  private String claim(String words) {
    var outcome = desk.claim(new Text(words, Lang.UR), null, "راولپنڈی", null, List.of(), "sahil");
    return ((Desk.Outcome.Done) outcome).id();
  }

  private Claim shown() {
    return desk.claim(claim).orElseThrow();
  }

  /// The exchange's deeds are what partners are sent.
  @Test
  void aNewsroomAsksForVerificationAndThePersonStandsNowhereInIt() {
    Browsing who = served.signedIn(PERSON);
    assertThat(
            who.post("/ur/claim/" + claim + "/ask", "hours", "24", "material", "ایک ویڈیو")
                .statusCode())
        .isEqualTo(303);
    assertThat(shown().requests()).hasSize(1);
    Listing listing =
        served.rooms.exchange.market().newest().stream()
            .flatMap(id -> served.rooms.exchange.market().listing(id).stream())
            .findFirst()
            .orElseThrow();
    assertThat(listing.core().kind()).isEqualTo(Kind.VERIFICATION);
    assertThat(listing.core().side()).isEqualTo(Side.REQUEST);
    assertThat(listing.core().facet()).containsEntry("deadline_hours", "24");
    assertThat(Objects.requireNonNull(listing.core().origin()).url()).endsWith("/claim/" + claim);
    List<Logged> sent = served.rooms.store.journal().since(Deeds.ROOM, 0);
    assertThat(sent).isNotEmpty();
    assertThat(sent)
        .allSatisfy(each ->
            assertThat(each.deed().body() + each.deed().actor())
                .doesNotContain(PERSON)
                .doesNotContain("ساحل نیوز"));
    String page = new Browsing(served.base).get("/ur/claim/" + claim).body();
    assertThat(page).contains("/ur/exchange/listing/" + listing.id());
    assertThat(new Browsing(served.base).get("/ur/exchange/listing/" + listing.id()).body())
        .contains("/claim/" + claim)
        .doesNotContain(PERSON);
  }

  @Test
  void whoAsksTwiceIsLedToTheFirstRequestUnlessThatIsOver() throws Exception {
    String ask = "/ur/claim/" + claim + "/ask";
    List<Browsing> twice = List.of(served.signedIn(PERSON), served.signedIn(PERSON));
    try (var pool = Executors.newFixedThreadPool(2)) {
      pool.invokeAll(twice.stream().map(who -> (Callable<?>) () -> who.post(ask)).toList());
    }
    assertThat(shown().requests()).hasSize(1);
    String first = shown().requests().getFirst();
    var again = twice.getFirst().post(ask, "hours", "5");
    assertThat(again.statusCode()).isEqualTo(303);
    assertThat(Browsing.location(again)).isEqualTo("/ur/exchange/listing/" + first);
    assertThat(twice.getFirst().get(Browsing.location(again)).statusCode()).isEqualTo(200);
    assertThat(served.signedIn("yundu.desk").post(ask).statusCode()).isEqualTo(303);
    assertThat(shown().requests()).as("another newsroom asks, too").hasSize(2);
    Account owner = served.rooms.people.account(new AccountId(PERSON)).orElseThrow();
    served.rooms.exchange.withdraw(owner, new ListingId(first), "answered").orRefuse();
    assertThat(Browsing.location(twice.getFirst().post(ask))).isEqualTo("/ur/claim/" + claim);
    assertThat(shown().requests()).as("the first is over").hasSize(3);
  }

  @Test
  void readersCannotAskConfirmOrDecline() {
    var reader = new Browsing(served.base);
    for (String act : List.of("ask", "same", "not-same", "review", "stand", "domain")) {
      assertThat(reader.post("/en/claim/" + claim + "/" + act, "other", "q-x").statusCode())
          .as(act)
          .isEqualTo(403);
    }
    assertThat(reader.get("/en/claims/new?q=x").statusCode()).isEqualTo(403);
  }

  @Test
  void aClaimThatIsDeclinedAsTheSameIsNotSuggestedAgainAndThatIsOnRecord() {
    String other = claim("راول ڈیم کا سپل وے نہیں ٹوٹا");
    Browsing who = served.signedIn(PERSON);
    String suggestion = "name=\"other\" value=\"" + other + "\"";
    assertThat(who.get("/en/claim/" + claim).body()).contains(suggestion);
    assertThat(who.post("/en/claim/" + claim + "/not-same", "other", other).statusCode())
        .isEqualTo(303);
    assertThat(who.get("/en/claim/" + claim).body())
        .doesNotContain(suggestion)
        .contains("found it another than another");
    assertThat(who.get("/en/claim/" + other).body()).doesNotContain("value=\"" + claim + "\"");
    assertThat(shown().trail().getLast().actor()).isEqualTo(PERSON);
  }

  @Test
  void anOrganisationsOwnPeopleTellOfItAndNobodyElse() {
    Browsing who = served.signedIn(PERSON);
    String told = "the staff's own cooperative";
    assertThat(
            who.post(
                    "/en/claims/profile",
                    "name",
                    "Sahil",
                    "ownership",
                    told,
                    "funding",
                    "readers",
                    "own",
                    "yes")
                .statusCode())
        .isEqualTo(303);
    assertThat(who.get("/en/desk/sahil").body()).contains("action=\"/en/claims/profile\"");
    Browsing other = served.signedIn("yundu.desk");
    String page = other.get("/en/desk/sahil").body();
    assertThat(page).contains("cooperative").doesNotContain("action=\"/en/claims/profile\"");
    assertThat(desk.reviewers()).extracting(r -> r.id()).containsExactly("sahil");
  }

  @Test
  void theAgeOfADomainStandsWithWhoStatesItAndWhere() {
    desk.appeared(
        claim,
        new Claim.Appearance(
            "https://www.rumour.example/dam",
            "The dam",
            "en",
            null,
            null,
            null,
            served.rooms.clock.instant()),
        "sahil");
    Browsing who = served.signedIn(PERSON);
    assertThat(
            who.post(
                    "/en/claim/" + claim + "/domain",
                    "host",
                    "rumour.example",
                    "since",
                    "2025-07-01",
                    "stated-at",
                    "https://registry.example/rumour")
                .statusCode())
        .isEqualTo(303);
    assertThat(who.get("/en/claim/" + claim).body())
        .contains("2025-07-01", "stated by", "https://registry.example/rumour");
    assertThat(
            who.post(
                    "/en/claim/" + claim + "/domain",
                    "host",
                    "rumour.example",
                    "since",
                    "soon",
                    "stated-at",
                    "https://registry.example/rumour")
                .statusCode())
        .isEqualTo(400);
  }
}
