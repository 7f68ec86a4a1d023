package org.tabadla.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.StringReader;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import javax.xml.parsers.DocumentBuilderFactory;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.tabadla.exchange.Exchange;
import org.tabadla.formats.Checked;
import org.tabadla.formats.Checker;
import org.tabadla.formats.Format;
import org.tabadla.link.ClaimFinder;
import org.tabadla.link.Nearest;
import org.tabadla.model.Lang;
import org.tabadla.model.Text;
import org.tabadla.people.Organisation;
import org.tabadla.people.OrganisationId;
import org.tabadla.people.People;
import org.tabadla.people.SigningKey;
import org.tabadla.register.Commitment;
import org.tabadla.register.Promised;
import org.tabadla.register.Register;
import org.tabadla.register.Shelf;
import org.tabadla.register.Status;
import org.tabadla.search.Search;
import org.tabadla.store.Store;
import org.tabadla.verify.Claim;
import org.tabadla.verify.Desk;
import org.tabadla.verify.Review;
import org.tabadla.verify.Reviewer;
import org.tabadla.verify.Seals;
import org.tabadla.verify.Statement;
import org.tabadla.verify.picture.Album;
import org.tabadla.verify.picture.Credential;
import org.tabadla.web.register.RegisterWing;
import org.tabadla.web.verify.ClaimRooms;
import org.tabadla.web.verify.VerifyWing;
import org.xml.sax.InputSource;
import tools.jackson.databind.json.JsonMapper;

/// The register's and the claims' pages, feeds, documents and forms over real HTTP.
@SuppressWarnings("NullAway.Init") // all is set before the first test
class RegisterWebTest {
  @TempDir static Path folder;

  private static Store store;
  private static Search search;
  private static Web web;
  private static String base;
  private static Visitor visitor;
  private static Register register;
  private static final ClaimFinder finder = new ClaimFinder();
  private static Desk desk;
  private static String claim;

  @BeforeAll
  static void open() {
    store = Fixture.store(folder);
    search = Fixture.search(folder, store);
    register = new Register(store.journal(), Fixture.CLOCK);
    var people = new People(store.journal(), store.shelf(), Fixture.CLOCK);
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
    desk = new Desk(store.journal(), new Seals(people), finder::take, Fixture.CLOCK);
    var album = new Album(store.shelf(), _ -> new Credential(false, "", "", List.of()));
    fill();
    var who = new Loopback();
    web =
        new Web(
            store,
            search,
            WebOptions.standard(),
            Fixture.CLOCK,
            List.of(
                new RegisterWing(register, who, Fixture.CLOCK),
                new VerifyWing(
                    new ClaimRooms(
                        desk,
                        finder::find,
                        album,
                        new Exchange(people, store.journal(), Nearest::alike, Fixture.CLOCK),
                        store,
                        who,
                        who,
                        null,
                        Fixture.CLOCK))));
    base = "http://127.0.0.1:" + web.start("127.0.0.1", 0);
    visitor = new Visitor(base);
  }

  @AfterAll
  static void close() {
    web.close();
    search.close();
    store.close();
  }

  private static void fill() {
    register.file(
        List.of(
            Promised.by(
                    "lantern",
                    "en",
                    "2025-03-01",
                    Status.AGREED,
                    "Pakistan and China <agreed> on a loan of 200 million dollars & more")
                .between("Pakistan=country:PK", "China=country:CN")
                .of("200000000")
                .dueBy("2025-06-30")
                .made(),
            Promised.by(
                    "sahil",
                    "ur",
                    "2025-03-02",
                    Status.SIGNED,
                    "پاکستان اور چین نے 210 ملین ڈالر کے قرض کے معاہدے پر دستخط کیے")
                .between("پاکستان=country:PK", "چین=country:CN")
                .of("210000000")
                .dueBy("2025-06")
                .made()));
    for (String name : List.of("sahil", "yundu")) {
      desk.profile(
          name,
          "=" + name,
          "https://" + name + ".example/",
          "its staff",
          "readers",
          Reviewer.OwnGovernment.YES);
    }
    claim =
        id(
            desk.claim(
                en("The <dam> has burst"),
                "a caller",
                "Rawalpindi",
                "2025-07-10",
                List.of(
                    new Claim.Appearance(
                        "https://lantern.example/dam",
                        "The dam",
                        "en",
                        null,
                        "tabadla-1.warc.gz:7",
                        "ab".repeat(32),
                        Instant.parse("2025-07-10T20:00:00Z"))),
                "sahil"));
    id(desk.review(claim, review("sahil", "Wrong", new Review.Scale("1", "1", "5"))));
    id(desk.review(claim, review("yundu", "Cannot be told", null)));
    String joint = id(desk.propose(claim, en("The dam stood on 10 July"), "sahil"));
    desk.stand(claim, joint, "yundu", Statement.Stand.DISSENT, en("we saw no log"));
  }

  private static Text en(String words) {
    return new Text(words, Lang.EN);
  }

  private static String id(Desk.Outcome outcome) {
    assertThat(outcome).isInstanceOf(Desk.Outcome.Done.class);
    return ((Desk.Outcome.Done) outcome).id();
  }

  private static Review review(String by, String finding, Review.@Nullable Scale scale) {
    return Review.written(
        by, en(finding), scale, en("We asked."), List.of(), en("A call"), Fixture.NOW, null);
  }

  private static Commitment commitment() {
    return register.list(Shelf.ALL, 0, 1).getFirst();
  }

  @ParameterizedTest
  @ValueSource(strings = {"ur", "en", "zh", "ru"})
  void everyPageStandsInEveryLanguage(String ui) {
    for (String path :
        List.of(
            "/register",
            "/register/all",
            "/register/silent",
            "/register/pair/CN-PK",
            "/register/party/country:PK",
            "/register/status/signed",
            "/register/c/" + commitment().id(),
            "/claims",
            "/claims?q=dam",
            "/claims/suggested",
            "/claims/new?q=dam",
            "/claims/by/a%20caller",
            "/desk/sahil",
            "/claim/" + claim)) {
      HttpResponse<String> page = visitor.get("/" + ui + path);
      assertThat(page.statusCode()).as(path).isEqualTo(200);
      assertThat(page.body())
          .as(path)
          .contains("lang=\"" + ui + "\"")
          .doesNotContain("<dam>")
          .doesNotContain("<agreed>");
    }
  }

  @Test
  void contradictionsStandSideBySide() {
    String page = visitor.get("/en/register/c/" + commitment().id()).body();
    assertThat(page).contains("200,000,000 USD", "210,000,000 USD", "Where the sources differ");
    assertThat(page).contains("Agreed", "Signed").doesNotContain("205000000");
  }

  @Test
  void eachReviewShowsWhoPaysAndSilenceIsNoPosition() {
    String page = visitor.get("/en/claim/" + claim).body();
    assertThat(page).contains("Wrong", "Cannot be told", "Signature holds", "readers", "Dissents");
    assertThat(page).contains("No word on this").contains("ab".repeat(32));
  }

  @Test
  void whatIsDueAndSilentIsListed() {
    assertThat(visitor.get("/en/register/silent").body()).contains(commitment().id());
  }

  @Test
  void listsThatDoNotExistAreNotFound() {
    for (String path :
        List.of(
            "/en/register/c/c-none",
            "/en/register/party/nobody",
            "/en/claim/q-none",
            "/register/c/c-none.json",
            "/claim/q-none.json",
            "/en/register/c/c-none/feed.atom")) {
      assertThat(visitor.get(path).statusCode()).as(path).isEqualTo(404);
    }
    assertThat(visitor.get("/en/register/all?after=x").statusCode()).isEqualTo(400);
    assertThat(visitor.get("/en/claims?from=x").statusCode()).isEqualTo(400);
  }

  @Test
  void feedsAreWellFormed() throws Exception {
    for (String path :
        List.of(
            "/en/register",
            "/ur/register/pair/CN-PK",
            "/en/register/silent",
            "/ru/register/c/" + commitment().id(),
            "/zh/claims",
            "/en/claim/" + claim)) {
      assertThat(parsed(visitor.get(path + "/feed.atom").body())).isEqualTo("feed");
      assertThat(visitor.get(path + "/feed.json").body()).contains("jsonfeed.org/version/1.1");
    }
  }

  private static String parsed(String xml) throws Exception {
    return DocumentBuilderFactory.newInstance()
        .newDocumentBuilder()
        .parse(new InputSource(new StringReader(xml)))
        .getDocumentElement()
        .getNodeName();
  }

  @Test
  void everyExportKeepsItsStandard() {
    valid("/register.iati.xml", Format.IATI_ACTIVITIES);
    valid("/register/c/" + commitment().id() + ".iati.xml", Format.IATI_ACTIVITIES);
    valid("/register.oc4ids.json", Format.OC4IDS_PACKAGE);
    valid("/claim/" + claim + ".json", Format.CLAIM_REVIEW);
  }

  private static void valid(String path, Format format) {
    String body = visitor.get(path).body();
    Checked checked = new Checker(Fixture.NOW).check(body.getBytes(StandardCharsets.UTF_8), format);
    assertThat(checked).as(path + " " + checked + "\n" + body).isInstanceOf(Checked.Valid.class);
  }

  @Test
  void tablesHaveALineAnAssertionAndNoFormula() {
    String csv = visitor.get("/register.csv").body();
    assertThat(csv.lines()).hasSize(3);
    assertThat(csv).doesNotContain(",\"=");
    assertThat(visitor.get("/register.json").body()).contains("\"differences\"");
  }

  @Test
  void harvestersAreAnsweredAsTheProtocolHasIt() throws Exception {
    assertThat(oai("verb=Identify")).contains("<protocolVersion>2.0</protocolVersion>");
    assertThat(oai("verb=ListMetadataFormats")).contains("oai_dc");
    assertThat(oai("verb=ListSets")).contains("<setSpec>pair:CN-PK</setSpec>");
    String record = "oai:127.0.0.1:" + commitment().id();
    assertThat(oai("verb=GetRecord&metadataPrefix=oai_dc&identifier=" + record))
        .contains("&lt;agreed&gt;", "<dc:language>ur</dc:language>");
    assertThat(oai("verb=ListRecords&metadataPrefix=oai_dc&set=pair:CN-PK")).contains("<record>");
    assertThat(oai("verb=ListIdentifiers&metadataPrefix=oai_dc&from=2025-01-01"))
        .contains(record)
        .doesNotContain("<record>");
  }

  @Test
  void harvestersAreToldWhatIsWrong() throws Exception {
    assertThat(oai("verb=Nothing")).contains("badVerb");
    assertThat(oai("verb=Identify&x=1")).contains("badArgument");
    assertThat(oai("verb=Identify&verb=Identify")).contains("badVerb");
    assertThat(oai("verb=ListRecords")).contains("badArgument");
    assertThat(oai("verb=ListRecords&metadataPrefix=marc")).contains("cannotDisseminateFormat");
    assertThat(oai("verb=ListRecords&resumptionToken=x")).contains("badResumptionToken");
    assertThat(oai("verb=ListRecords&metadataPrefix=oai_dc&from=soon")).contains("badArgument");
    assertThat(oai("verb=ListRecords&metadataPrefix=oai_dc&until=2001-01-01"))
        .contains("noRecordsMatch");
    assertThat(oai("verb=GetRecord&metadataPrefix=oai_dc&identifier=oai:x:y"))
        .contains("idDoesNotExist");
  }

  private static String oai(String query) throws Exception {
    String body = visitor.get("/oai?" + query).body();
    assertThat(parsed(body)).isEqualTo("OAI-PMH");
    return body;
  }

  @Test
  void aFormOfOurOwnPageIsTakenAndOneOfAnotherSiteIsNot() throws Exception {
    String at = "/en/register/c/" + commitment().id() + "/confirm";
    assertThat(post(at, "note=x", "Sec-Fetch-Site", "cross-site")).isEqualTo(403);
    assertThat(post(at, "note=x", "Origin", "https://elsewhere.example")).isEqualTo(403);
    assertThat(post(at, "note=x", "X-Forwarded-For", "203.0.113.9")).isEqualTo(403);
    assertThat(commitment().isConfirmed()).isFalse();
    assertThat(post(at, "note=x", "Sec-Fetch-Site", "same-origin")).isEqualTo(303);
    assertThat(commitment().isConfirmed()).isTrue();
    assertThat(commitment().trail().getLast().actor()).isEqualTo("operator");
  }

  @Test
  void aClaimPutDownByAFormHasItsPage() throws Exception {
    String words = URLEncoder.encode("The bridge opens tomorrow", StandardCharsets.UTF_8);
    assertThat(post("/en/claims", "words=" + words, "Sec-Fetch-Site", "same-origin"))
        .isEqualTo(303);
    assertThat(visitor.get("/en/claims?q=bridge").body()).contains("The bridge opens tomorrow");
    assertThat(post("/en/claims", "words=", "Sec-Fetch-Site", "same-origin")).isEqualTo(400);
  }

  /// Words of a person that look like a key of the interface, in no language.
  @Test
  void noWordsOfAPersonTakeAPageAway() throws Exception {
    String made = id(desk.claim(en("The tower leans"), null, null, null, List.of(), "sahil"));
    String review = id(desk.review(made, review("sahil", "Wrong", null)));
    var und = new org.tabadla.model.Text("verify.no-such-words", org.tabadla.model.Lang.UND);
    id(desk.correct(made, review, und, null, "sahil"));
    id(desk.withdraw(made, review, und, "sahil"));
    for (String path : List.of("/en/claim/" + made, "/en/claim/" + made + "/feed.atom")) {
      assertThat(visitor.get(path).statusCode()).as(path).isEqualTo(200);
      assertThat(visitor.get(path).body()).contains("verify.no-such-words");
    }
    String day = "words=" + "It+rains" + "&date=2026-02-30";
    assertThat(post("/en/claims", day, "Sec-Fetch-Site", "same-origin")).isEqualTo(400);
  }

  @Test
  void theFeedOfASearchNamesItselfWithWhatWasSoughtFor() throws Exception {
    assertThat(visitor.get("/en/claims/feed.atom?q=dam+%26+%22x").body())
        .contains("/en/claims/feed.atom?q=dam+%26+%22x\"")
        .contains("/en/claims?q=dam+%26+%22x\"");
    assertThat(visitor.get("/en/claims/feed.json?q=dam").body())
        .contains("/en/claims/feed.json?q=dam\"");
    assertThat(visitor.get("/en/register/all/feed.atom?status=signed").body())
        .contains("/en/register/all/feed.atom?status=signed\"");
  }

  @Test
  void aClaimIsMadeOutOfAQuoteWithWhatTheArticleKnowsOfIt() throws Exception {
    String id = Fixture.id("harbor-forum").value();
    assertThat(visitor.get("/en/article/" + id).body())
        .contains("/en/claims/new?quote=" + id + "~0");
    String form = visitor.get("/en/claims/new?quote=" + id + "~0").body();
    assertThat(form)
        .contains("Twelve projects will start before the year is out", "The SCO", "TIANJIN")
        .contains("value=\"2025-07-11\"", "value=\"" + id + "\"");
    String suggested = visitor.get("/en/claims/suggested").body();
    assertThat(suggested).contains("Twelve projects will start", "told by 2 outlets");
    String words = "Twelve projects will start before the year is out";
    String body =
        "words="
            + URLEncoder.encode(words, StandardCharsets.UTF_8)
            + "&speaker=The+SCO&lang=en&url="
            + id;
    assertThat(post("/en/claims", body, "Sec-Fetch-Site", "same-origin")).isEqualTo(303);
    Claim made = desk.newest(0, 1).getFirst();
    assertThat(made.words()).isEqualTo(en(words));
    assertThat(made.appearances()).extracting(Claim.Appearance::article).containsExactly(id);
    assertThat(visitor.get("/en/claims/suggested").body())
        .doesNotContain("Twelve projects will start before");
    assertThat(visitor.get("/en/claims/by/The%20SCO").body()).contains(words);
    assertThat(visitor.get("/en/claims/by/The%20SCO/feed.atom").body()).contains(words);
    assertThat(visitor.get("/en/claims/new?quote=nothing").statusCode()).isEqualTo(404);
  }

  @Test
  void claimsThatAreAlikeAreToldWhileOneTypesToOurOwnPagesAlone() {
    HttpResponse<String> typed = visitor.get("/en/claims/suggest?q=the+dam+ha");
    assertThat(typed.body()).contains(claim, "The <dam> has burst");
    assertThat(typed.headers().firstValue("Access-Control-Allow-Origin")).isEmpty();
    String other = "cross-site";
    assertThat(visitor.get("/en/claims/suggest?q=dam", "Sec-Fetch-Site", other).statusCode())
        .isEqualTo(403);
    assertThat(visitor.get("/en/claims/suggest?q=" + "x".repeat(501)).statusCode()).isEqualTo(400);
    assertThat(visitor.get("/en/claims/new?q=the+dam").body()).contains("/en/claim/" + claim);
  }

  @Test
  void aJointStatementIsADocumentThatAnybodyCanCheck() throws Exception {
    Statement joint = desk.claim(claim).orElseThrow().statements().getFirst();
    String path = "/claim/" + claim + "/statement/" + joint.id();
    assertThat(visitor.get("/en" + path).body())
        .contains("The dam stood on 10 July", "Dissents", "No word on this", "Signature holds");
    var document = new JsonMapper().readTree(visitor.get(path + ".json").body());
    assertThat(document.path("positions").size()).isEqualTo(2);
    var dissent = document.path("positions").get(1).path("sealed");
    assertThat(document.path("positions").get(0).path("stand").asString()).isEqualTo("no word");
    assertThat(
            SigningKey.verifies(
                dissent.path("key").asString(),
                dissent.path("signed").asString(),
                dissent.path("signature").asString()))
        .isTrue();
    assertThat(dissent.path("signed").asString())
        .contains("dissent", "we saw no log", "The dam stood on 10 July", "yundu");
    assertThat(visitor.get("/claim/" + claim + "/seals.json").body()).contains("\"holds\"");
  }

  @Test
  void aDeskTellsOfItselfOnItsPage() {
    assertThat(visitor.get("/en/desk/sahil").body())
        .contains("its staff", "readers", "Reviews its own government?", "Signature holds");
    assertThat(visitor.get("/en/desk/nobody").statusCode()).isEqualTo(404);
  }

  /// A withdrawn review, a correction and a reply leave in a valid document, too.
  @Test
  void whatBecameOfAReviewStandsInItsDocument() {
    String other = id(desk.claim(en("It rains"), null, null, null, List.of(), "sahil"));
    String review = id(desk.review(other, review("sahil", "Wrong", null)));
    desk.correct(other, review, en("It was Monday"), en("Unproven"), "sahil");
    var heard = new Review.Heard("a caller", en("I was wet"), "call of 3 March", "sahil");
    desk.reply(other, review, heard, "sahil");
    valid("/claim/" + other + ".json", Format.CLAIM_REVIEW);
    assertThat(visitor.get("/claim/" + other + ".json").body())
        .contains("Unproven", "It was Monday", "I was wet");
    desk.withdraw(other, review, en("Another day"), "sahil");
    valid("/claim/" + other + ".json", Format.CLAIM_REVIEW);
    String gone = visitor.get("/claim/" + other + ".json").body();
    assertThat(gone).contains("Withdrawn", "Another day").doesNotContain("alternateName");
    assertThat(visitor.get("/claims/reviews.json").body())
        .contains("DataFeed", "The <dam> has burst");
    assertThat(visitor.get("/en/claim/" + other).body())
        .contains("Review withdrawn", "Another day");
  }

  @Test
  void wordsThatWouldTurnThePageAreCleaned() throws Exception {
    String words = URLEncoder.encode("Bridge \u202Eopens\u2066 <b>", StandardCharsets.UTF_8);
    String speaker = URLEncoder.encode("a\u202Eb", StandardCharsets.UTF_8);
    String body = "words=" + words + "&speaker=" + speaker;
    assertThat(post("/en/claims", body, "Sec-Fetch-Site", "same-origin")).isEqualTo(303);
    Claim made = desk.newest(0, 1).getFirst();
    assertThat(made.words().value()).isEqualTo("Bridge opens <b>");
    assertThat(visitor.get("/en/claim/" + made.id()).body())
        .doesNotContain("\u202E")
        .doesNotContain("opens <b>");
  }

  private static int post(String path, String body, String... headers)
      throws IOException, InterruptedException {
    var request =
        HttpRequest.newBuilder(URI.create(base + path))
            .header("Content-Type", "application/x-www-form-urlencoded")
            .headers(headers)
            .POST(HttpRequest.BodyPublishers.ofString(body))
            .build();
    return HttpClient.newHttpClient()
        .send(request, HttpResponse.BodyHandlers.discarding())
        .statusCode();
  }
}
