package org.tabadla.web.exchange;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.tabadla.exchange.market.Deeds;
import org.tabadla.exchange.market.Kind;
import org.tabadla.exchange.market.Listing;
import org.tabadla.exchange.market.ListingId;
import org.tabadla.exchange.market.Side;
import org.tabadla.model.Deed;
import org.tabadla.model.Lang;
import org.tabadla.model.Logged;
import org.tabadla.model.Text;
import org.tabadla.people.Account;
import org.tabadla.people.AccountId;
import org.tabadla.people.Organisation;
import org.tabadla.people.OrganisationId;
import org.tabadla.people.People;
import org.tabadla.people.SigningKey;
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

  private String reviewed(Browsing who) {
    String[] self = {"name", "Sahil", "ownership", "staff", "funding", "readers", "own", "yes"};
    who.post("/en/claims/profile", self);
    String at = "/en/claim/" + claim + "/review";
    assertThat(who.post(at, "finding", "Wrong", "words", "It stands").statusCode()).isEqualTo(303);
    return shown().reviews().getFirst().id();
  }

  /// Any newsroom may put the claimant's reply down, and the page says which did and on what
  /// ground.
  @Test
  void aReplyStandsWithWhoPutItDownAndWhereTheClaimantGaveIt() {
    Browsing own = served.signedIn(PERSON);
    String at = "/en/claim/" + claim;
    String review = reviewed(own);
    Browsing other = served.signedIn("yundu.desk");
    String[] bare = {"review", review, "by", "A caller", "words", "I saw it"};
    assertThat(other.post(at + "/reply", bare).statusCode()).as("no source").isEqualTo(400);
    assertThat(shown().reviews().getFirst().replies()).isEmpty();
    String[] whole = Arrays.copyOf(bare, bare.length + 2);
    whole[bare.length] = "source";
    whole[bare.length + 1] = "https://caller.example/answer";
    assertThat(other.post(at + "/reply", whole).statusCode()).isEqualTo(303);
    whole[bare.length + 1] = "letter to the desk, 3 March";
    assertThat(own.post(at + "/reply", whole).statusCode()).isEqualTo(303);
    Matcher said =
        Pattern.compile(
                "put down by <bdi[^>]*>([^<]*)</bdi>.*?source: (.*?)</span></p>", Pattern.DOTALL)
            .matcher(new Browsing(served.base).get(at).body());
    assertThat(said.find()).isTrue();
    assertThat(said.group(1)).isEqualTo("yundu");
    assertThat(said.group(2)).contains("href=\"https://caller.example/answer\"");
    assertThat(said.find()).isTrue();
    assertThat(said.group(1)).isEqualTo("Sahil");
    assertThat(said.group(2)).contains("letter to the desk, 3 March").doesNotContain("href");
  }

  /// As deeds of before tell it.
  @Test
  void aReplyOfBeforeSaysThatNobodyToldWhereItWasGiven() {
    String review = reviewed(served.signedIn(PERSON));
    String body =
        "{\"review\":\"%s\",\"by\":\"A caller\",\"words\":{\"value\":\"I saw it\",\"lang\":{\"tag\":\"en\"}}}"
            .formatted(review);
    Instant now = served.rooms.clock.instant();
    served.rooms.store.journal().add(new Deed("verify", claim, "replied", now, PERSON, body));
    assertThat(new Browsing(served.base).get("/en/claim/" + claim).body())
        .contains("I saw it", "put down by", PERSON, "nobody has told where it was given");
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

  /// Its private key is at home, so it can sign nothing here.
  @Test
  void aGuestsPageLeadsToItsOwnServer() {
    var guest =
        new People.Guest(
            new OrganisationId("karavan"),
            List.of(new Text("Караван", new Lang("ru")), new Text("Karavan", Lang.EN)),
            "KZ",
            Organisation.Kind.BROADCASTER,
            "https://karavan.example",
            SigningKey.make().raw(),
            served.rooms.clock.instant());
    served.rooms.people.meet(People.HOUSE, guest).orRefuse();
    var answer = new Browsing(served.base).get("/ru/desk/karavan");
    assertThat(answer.statusCode()).isEqualTo(200);
    assertThat(answer.body())
        .contains("Караван", "href=\"https://karavan.example/desk/karavan\"")
        .doesNotContain("action=\"/ru/claims/profile\"");
    assertThat(new Browsing(served.base).get("/ru/desk/nobody").statusCode()).isEqualTo(404);
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
