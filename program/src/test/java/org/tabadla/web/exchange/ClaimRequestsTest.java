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
import org.tabadla.exchange.Newsrooms;
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
import org.tabadla.people.Role;
import org.tabadla.people.SigningKey;
import org.tabadla.verify.Claim;
import org.tabadla.verify.Desk;
import org.tabadla.verify.Review;
import org.tabadla.verify.Reviewer;

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
    assertThat(served.rooms.exchange.market().newest()).hasSize(1);
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
  void aRequestThatTheClaimDoesNotLeadToYetIsFound() {
    Browsing who = served.signedIn(PERSON);
    String ask = "/ur/claim/" + claim + "/ask";
    who.post(ask);
    var first = new ListingId(shown().requests().getFirst());
    var exchange = served.rooms.exchange;
    Account owner = served.rooms.people.account(new AccountId(PERSON)).orElseThrow();
    Listing over = exchange.withdraw(owner, first, "answered").orRefuse();
    Listing stopped = exchange.list(owner, over.core()).orRefuse();
    assertThat(Browsing.location(who.post(ask))).isEqualTo("/ur/claim/" + claim);
    assertThat(shown().requests()).containsExactly(first.value(), stopped.id().value());
    assertThat(exchange.market().newest()).hasSize(2);
  }

  @Test
  void hoursThatAreNoneAreRefused() {
    for (String hours : List.of("0", "1001", "soon")) {
      var answer = served.signedIn(PERSON).post("/ur/claim/" + claim + "/ask", "hours", hours);
      assertThat(answer.statusCode()).isEqualTo(400);
      assertThat(answer.body()).contains("1 to 1000");
    }
    assertThat(shown().requests()).isEmpty();
  }

  /// What is signed in an organisation's name takes somebody who may sign for it.
  @Test
  void anEditorWritesDownAndSignsNothing() {
    served
        .rooms
        .people
        .join(
            People.HOUSE,
            new AccountId("sahil.editor"),
            "An editor",
            new OrganisationId("sahil"),
            Role.EDITOR,
            Newsrooms.PASSWORD)
        .orRefuse();
    desk.profile("sahil", "Sahil", null, "staff", "readers", Reviewer.OwnGovernment.NO);
    String review = ((Desk.Outcome.Done) desk.review(claim, found("Wrong"))).id();
    String joint =
        ((Desk.Outcome.Done) desk.propose(claim, new Text("It stood", Lang.EN), "sahil")).id();
    Browsing editor = served.signedIn("sahil.editor");
    String at = "/en/claim/" + claim;
    Claim before = shown();
    for (String act : List.of("review", "correct", "withdraw", "propose", "stand")) {
      assertThat(
              editor
                  .post(
                      at + "/" + act,
                      "review",
                      review,
                      "statement",
                      joint,
                      "stand",
                      "concur",
                      "words",
                      "words",
                      "finding",
                      "Right")
                  .statusCode())
          .as(act)
          .isEqualTo(403);
    }
    assertThat(editor.post("/en/claims/profile", "name", "Mine").statusCode()).isEqualTo(403);
    assertThat(shown()).isEqualTo(before);
    assertThat(editor.get(at).body())
        .contains(at + "/appeared", at + "/reply")
        .doesNotContain(at + "/review\"", at + "/correct", at + "/withdraw", at + "/stand\"");
    assertThat(editor.get("/en/claims").body()).doesNotContain("/en/claims/profile");
    assertThat(served.signedIn(PERSON).get(at).body())
        .contains(at + "/review\"", at + "/correct", at + "/withdraw", at + "/stand\"");
  }

  private static Review found(String finding) {
    return Review.written(
        "sahil",
        new Text(finding, Lang.EN),
        null,
        new Text("We asked.", Lang.EN),
        List.of(),
        new Text("Calls", Lang.EN),
        Instant.EPOCH,
        null);
  }

  @Test
  void whoIsSignedInWatchesClaimsAndReadsOfThemWhatTheyWatch() {
    Browsing who = served.signedIn(PERSON);
    for (String path : List.of("/en/claims", "/en/claim/" + claim)) {
      assertThat(who.get(path).body()).contains("action=\"/en/register/watches\"");
      assertThat(new Browsing(served.base).get(path).body()).doesNotContain("register/watches\"");
    }
    for (String page : List.of("claims", "claim/" + claim, "claims/by/ایک فون")) {
      assertThat(
              who.post("/en/register/watches", "page", page, "email", "desk@sahil.example")
                  .statusCode())
          .isEqualTo(303);
    }
    assertThat(served.alerts.watches().of(PERSON)).hasSize(3);
    assertThat(who.get("/en/register/watches").body())
        .contains("راول ڈیم کا سپل وے ٹوٹ گیا ہے")
        .contains("href=\"/en/claim/" + claim + "\"", "/en/claims/feed.atom");
    assertThat(who.get("/en/claim/" + claim).body()).contains("You watch this page");
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
    var refused = other.post(at + "/reply", bare);
    assertThat(refused.statusCode()).isEqualTo(400);
    assertThat(refused.body()).contains("an answer needs a source");
    assertThat(shown().reviews().getFirst().replies()).isEmpty();
    String[] whole = Arrays.copyOf(bare, bare.length + 2);
    whole[bare.length] = "source";
    whole[bare.length + 1] = "https://caller.example/answer";
    assertThat(other.post(at + "/reply", whole).statusCode()).isEqualTo(303);
    whole[bare.length + 1] = "letter to the desk, 3 March";
    assertThat(own.post(at + "/reply", whole).statusCode()).isEqualTo(303);
    whole[1] = "r-none";
    assertThat(own.post(at + "/reply", whole).body()).contains("no review r-none of this claim");
    Matcher said =
        Pattern.compile(
                "put down by <bdi[^>]*>([^<]*)</bdi>\\s+\\(<bdi>([^<]*)</bdi>\\) · .*?source: (.*?)</span></p>",
                Pattern.DOTALL)
            .matcher(new Browsing(served.base).get(at).body());
    assertThat(said.find()).isTrue();
    assertThat(said.group(1)).isEqualTo("yundu");
    assertThat(said.group(2)).isEqualTo("yundu.desk");
    assertThat(said.group(3)).contains("href=\"https://caller.example/answer\"");
    assertThat(said.find()).isTrue();
    assertThat(said.group(1)).isEqualTo("Sahil");
    assertThat(said.group(2)).isEqualTo(PERSON);
    assertThat(said.group(3)).contains("letter to the desk, 3 March").doesNotContain("href");
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
        .containsPattern(
            "I saw it</bdi>\\s+<span class=\"note\">put down by <bdi>" + PERSON + "</bdi> · ")
        .contains("nobody has told where it was given");
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
    for (String page : List.of("https://www.rumour.example/dam", "https://rumour.example/2")) {
      desk.appeared(
          claim,
          new Claim.Appearance(
              page, "The dam", "en", null, null, null, served.rooms.clock.instant()),
          "sahil");
    }
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
        .contains("2025-07-01", "stated by", "https://registry.example/rumour")
        .doesNotContain("name=\"since\"");
    Browsing other = served.signedIn("yundu.desk");
    assertThat(other.get("/en/claim/" + claim).body().split("name=\"since\"", -1)).hasSize(2);
    other.post(
        "/en/claim/" + claim + "/domain",
        "host",
        "rumour.example",
        "since",
        "2019",
        "stated-at",
        "https://registry.example/other");
    assertThat(who.get("/en/claim/" + claim).body()).contains("2025-07-01", "2019");
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
