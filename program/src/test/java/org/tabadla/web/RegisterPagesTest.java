package org.tabadla.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.tabadla.formats.Checked;
import org.tabadla.formats.Checker;
import org.tabadla.formats.Format;
import org.tabadla.register.Alerts;
import org.tabadla.register.Assertion;
import org.tabadla.register.Commitment;
import org.tabadla.register.PageWatches;
import org.tabadla.register.Promised;
import org.tabadla.register.Register;
import org.tabadla.register.Shelf;
import org.tabadla.register.Status;
import org.tabadla.search.Search;
import org.tabadla.store.Store;
import org.tabadla.web.register.RegisterWing;
import org.tabadla.web.register.Watching;

/// The register's pages as people use them: a party's, a pair's, the map, forms at the same time,
/// watching a page; and its documents with values that mean harm. Over real HTTP.
@SuppressWarnings("NullAway.Init") // all is set before each test
class RegisterPagesTest {
  private static final String CONTROL = "\u0007";
  private static final String BIDI = "\u202e";

  @TempDir Path folder;

  private Store store;
  private Search search;
  private Web web;
  private String base;
  private Visitor visitor;
  private Register register;

  @BeforeEach
  void open() {
    store = Fixture.store(folder);
    search = Fixture.search(folder, store);
    register = new Register(store.journal(), Fixture.CLOCK);
    var who = new Loopback();
    var alerts =
        new Alerts(
            register,
            new PageWatches(store.shelf(), owner -> false),
            store.journal(),
            store.shelf(),
            Fixture.CLOCK.withZone(ZoneOffset.UTC));
    web =
        new Web(
            store,
            search,
            WebOptions.standard(),
            Fixture.CLOCK,
            List.of(
                new RegisterWing(
                    register,
                    who,
                    new Watching(alerts, _ -> Optional.empty(), who, _ -> Optional.empty()),
                    Fixture.CLOCK)));
    base = "http://127.0.0.1:" + web.start("127.0.0.1", 0);
    visitor = new Visitor(base);
  }

  @AfterEach
  void close() {
    web.close();
    search.close();
    store.close();
  }

  private static Promised loan(String source, String lang, String day, Status status) {
    return Promised.by(
            source,
            lang,
            day,
            status,
            "Pakistan and China " + status.word() + " a loan of 200 million dollars for a dam")
        .between("Pakistan=country:PK", "China=country:CN")
        .of("200000000");
  }

  private Commitment filed() {
    register.file(
        List.of(
            loan("lantern", "en", "2025-03-01", Status.AGREED).dueBy("2025-06-30").made(),
            loan("karavan", "en", "2025-03-02", Status.SIGNED).made()));
    assertThat(register.size(Shelf.ALL)).isEqualTo(1);
    return register.list(Shelf.ALL, null, 1).getFirst();
  }

  private String page(String path) {
    HttpResponse<String> answer = visitor.get(path);
    assertThat(answer.statusCode()).as(path).isEqualTo(200);
    return answer.body();
  }

  @Test
  void aPartysPageTellsAsWhatWithWhomAndWhatIsOpen() {
    filed();
    String page = page("/en/register/party/country:PK");
    assertThat(page)
        .contains("As what", "party 1", "With whom", "China")
        .contains("Due and silent", "Where the sources differ")
        .contains("?status=signed", ">PK</span>");
    String pair = page("/ur/register/pair/CN-PK");
    assertThat(pair).contains("چین", "پاکستان", ">CN</span>", ">PK</span>");
    // Flags are pairs of these, and boxes where no font has them.
    assertThat(pair.codePoints()).noneMatch(c -> c >= 0x1F1E6 && c <= 0x1F1FF);
    assertThat(page("/en/register/party/country:PK?status=signed")).contains("karavan");
    assertThat(page("/en/register/party/country:PK?status=denied")).doesNotContain("karavan");
    assertThat(visitor.get("/en/register/party/country:PK?status=fine").statusCode())
        .isEqualTo(400);
  }

  @Test
  void theMapShowsPlacesInTheReadersLanguageAndGoesBySectorAndStatus() {
    filed();
    String map = page("/ru/register/map");
    assertThat(map).contains("<circle", "Пекин").doesNotContain("http-equiv");
    assertThat(map).containsPattern("<path class=\"land\"[^>]* d=\"M[-0-9.MLZ ]{500,40000}Z\"");
    assertThat(page("/en/register/map?status=signed")).contains("<circle");
    assertThat(page("/en/register/map?status=denied")).doesNotContain("<circle");
    assertThat(page("/en/register/map?sector=nothing")).doesNotContain("<circle");
  }

  @Test
  void everyListNamesItsFeeds() {
    Commitment c = filed();
    for (String path :
        List.of(
            "/en/register",
            "/en/register/all",
            "/en/register/silent",
            "/en/register/party/country:PK",
            "/en/register/pair/CN-PK",
            "/en/register/place/city:beijing",
            "/en/register/status/signed",
            "/en/register/c/" + c.id())) {
      Matcher link =
          Pattern.compile(
                  "<link rel=\"alternate\" type=\"application/(atom|feed)[^>]*href=\"([^\"]+)\"")
              .matcher(page(path));
      int feeds = 0;
      while (link.find()) {
        assertThat(page(link.group(2))).contains("signed");
        feeds++;
      }
      assertThat(feeds).as(path).isEqualTo(2);
    }
  }

  @Test
  void aLongListGoesOnWhereItStoppedThoughNewOnesCame() {
    for (int i = 0; i < 40; i++) {
      register.file(List.of(numbered(i)));
    }
    var seen = new LinkedHashSet<String>();
    String page = page("/en/register/all");
    seen.addAll(ids(page));
    assertThat(seen).hasSize(30);
    register.file(List.of(numbered(99)));
    Matcher next = Pattern.compile("rel=\"next\" href=\"([^\"]+)\"").matcher(page);
    assertThat(next.find()).isTrue();
    List<String> rest = ids(page(next.group(1).replace("&amp;", "&")));
    assertThat(rest).hasSize(10).doesNotContainAnyElementsOf(seen);
  }

  /// Promises of parties and words that no other has.
  private static Assertion numbered(int number) {
    var random = new Random(number);
    String text = word(random) + " and " + word(random) + " " + word(random) + " " + word(random);
    String[] words = text.split(" ", -1);
    return Promised.by("outlet" + number, "en", "2025-02-01", Status.AGREED, text)
        .between(words[0], words[2])
        .made();
  }

  private static String word(Random random) {
    var out = new StringBuilder();
    for (int i = 0; i < 6; i++) {
      out.append("bdfgklmnprstvz".charAt(random.nextInt(14)));
      out.append("aeiou".charAt(random.nextInt(5)));
    }
    return Character.toUpperCase(out.charAt(0)) + out.substring(1);
  }

  private static List<String> ids(String page) {
    var out = new ArrayList<String>();
    Matcher id =
        Pattern.compile("class=\"entry-name\"><a href=\"/en/register/c/([^\"]+)\"").matcher(page);
    while (id.find()) {
      out.add(id.group(1));
    }
    return out;
  }

  @Test
  void oneOfTwoPeopleAtTheSameTimeIsToldThatTheOtherWasQuicker() throws Exception {
    Commitment c = filed();
    String at = "/en/register/c/" + c.id();
    String seen = "seen=" + c.seq();
    assertThat(location(at + "/confirm", seen + "&note=one")).isEqualTo(at);
    String told = location(at + "/confirm", seen + "&note=two");
    assertThat(told).isEqualTo(at + "?stale=yes");
    assertThat(page(told)).contains("Somebody changed this entry meanwhile");
    assertThat(register.commitment(c.id()).orElseThrow().trail().getLast().note()).isEqualTo("one");
  }

  @Test
  void whatWasDoneByAFormCanBeUndoneByTheFormBesideIt() throws Exception {
    Commitment c = filed();
    String at = "/en/register/c/" + c.id();
    String assertion = c.entries().getFirst().assertion().id();
    location(at + "/correct", "field=status&value=discussed&note=x&assertion=" + assertion);
    String page = page(at);
    assertThat(page).contains("Discussed", at + "/undo");
    Matcher deed = Pattern.compile("name=\"deed\" value=\"(\\d+)\"").matcher(page);
    assertThat(deed.find()).isTrue();
    location(at + "/undo", "deed=" + deed.group(1));
    assertThat(page(at)).doesNotContain("Discussed<").contains("undid");
  }

  @Test
  void aPageIsWatchedByItsFormAndTheWatchCanBeEnded() throws Exception {
    filed();
    assertThat(page("/en/register/pair/CN-PK")).contains("Watch this page");
    assertThat(
            location("/en/register/watches", "page=pair/CN-PK&email=reader@desk.example&webhook="))
        .isEqualTo("/en/register/watches");
    String mine = page("/en/register/watches");
    assertThat(mine).contains("China – Pakistan", "reader@desk.example");
    assertThat(page("/en/register/pair/CN-PK")).contains("You watch this page");
    Matcher watch = Pattern.compile("name=\"watch\" value=\"([^\"]+)\"").matcher(mine);
    assertThat(watch.find()).isTrue();
    location("/en/register/watches/remove", "watch=" + watch.group(1));
    assertThat(page("/en/register/watches")).contains("No page is watched yet");
    assertThat(status("/en/register/watches", "page=elsewhere")).isEqualTo(400);
    assertThat(status("/en/register/watches", "page=&email=no")).isEqualTo(400);
    assertThat(status("/en/register/watches", "page=", "Sec-Fetch-Site", "cross-site"))
        .isEqualTo(403);
    assertThat(status("/en/register/watches", "page=", "X-Forwarded-For", "203.0.113.9"))
        .isEqualTo(403);
  }

  @Test
  void harvestersHearOfWhatWasJoinedAndMissNothingThatChangesMeanwhile() {
    for (int i = 0; i < 130; i++) {
      register.file(List.of(numbered(i)));
    }
    assertThat(register.size(Shelf.ALL)).isGreaterThan(110);
    List<Commitment> all = register.list(Shelf.ALL, null, 2);
    register.join(all.get(0).id(), all.get(1).id(), "editor", "");
    String record = "oai:127.0.0.1:" + all.get(1).id();
    assertThat(page("/oai?verb=GetRecord&metadataPrefix=oai_dc&identifier=" + record))
        .contains("<header status=\"deleted\">");
    assertThat(page("/oai?verb=Identify")).contains("<deletedRecord>persistent</deletedRecord>");
    String first = page("/oai?verb=ListIdentifiers&metadataPrefix=oai_dc");
    var heard = new ArrayList<>(identifiers(first));
    assertThat(heard).hasSize(100);
    register.file(List.of(numbered(500)));
    String last = page("/oai?verb=ListIdentifiers&resumptionToken=" + token(first));
    heard.addAll(identifiers(last));
    assertThat(last).contains("<resumptionToken></resumptionToken>");
    assertThat(heard).doesNotHaveDuplicates().contains(record);
    assertThat(heard).hasSize(register.size(Shelf.ALL) + 1);
    String day = Fixture.NOW.toString().substring(0, 10);
    assertThat(
            page("/oai?verb=ListIdentifiers&metadataPrefix=oai_dc&from=" + day + "&until=" + day))
        .contains("<identifier>");
    assertThat(page("/oai?verb=ListIdentifiers&metadataPrefix=oai_dc&until=2001-01-01"))
        .contains("noRecordsMatch");
    assertThat(page("/oai?verb=ListIdentifiers&metadataPrefix=oai_dc&set=status:denied"))
        .contains(record);
  }

  private static List<String> identifiers(String body) {
    var out = new ArrayList<String>();
    Matcher id = Pattern.compile("<identifier>([^<]+)<").matcher(body);
    while (id.find()) {
      out.add(id.group(1));
    }
    return out;
  }

  private static String token(String body) {
    Matcher token = Pattern.compile("<resumptionToken>([^<]+)<").matcher(body);
    assertThat(token.find()).isTrue();
    return token.group(1);
  }

  @Test
  void valuesThatMeanHarmLeaveInValidDocuments() throws Exception {
    String evil = "=cmd|' /C calc'!A0 & <b>\"" + CONTROL + BIDI + "]]> ";
    register.file(
        List.of(
            Promised.by("=outlet" + BIDI, "en", "2025-03-01", Status.SIGNED, evil + "signed")
                .between(
                    "&<b>" + CONTROL + BIDI + "One=country:PK", "+".repeat(10_000) + "=country:CN")
                .of("200000000")
                .dueBy("2025-06-30")
                .made(),
            Promised.by("\t@sum", "ur", "2025-03-02", Status.AGREED, BIDI + evil)
                .between("x".repeat(10_000))
                .made()));
    valid("/register.iati.xml", Format.IATI_ACTIVITIES);
    valid("/register.oc4ids.json", Format.OC4IDS_PACKAGE);
    for (Commitment c : register.list(Shelf.ALL, null, 10)) {
      String start = "/register/c/" + c.id() + ".";
      valid(start + "iati.xml", Format.IATI_ACTIVITIES);
      valid(start + "oc4ids.json", Format.OC4IDS_PACKAGE);
      for (String ending : List.of("txt", "bib", "ris", "csl.json", "json", "csv")) {
        assertThat(page(start + ending)).as(ending).doesNotContain(CONTROL, BIDI);
      }
      assertThat(page("/en/register/c/" + c.id())).doesNotContain("<b>", CONTROL, BIDI);
    }
    String csv = page("/register.csv");
    assertThat(csv).doesNotContain(CONTROL, BIDI);
    assertThat(csv).doesNotContainPattern("(^|,)\"\\s*[=+\\-@]");
    parsed(page("/oai?verb=ListRecords&metadataPrefix=oai_dc"));
    parsed(page("/en/register/feed.atom"));
    assertThat(page("/register.json")).startsWith("{\"commitments\":[").doesNotContain(BIDI);
  }

  private static void parsed(String xml) throws Exception {
    DocumentBuilderFactory.newInstance()
        .newDocumentBuilder()
        .parse(new ByteArrayInputStream(xml.getBytes(StandardCharsets.UTF_8)));
  }

  private void valid(String path, Format format) {
    String body = page(path);
    Checked checked = new Checker(Fixture.NOW).check(body.getBytes(StandardCharsets.UTF_8), format);
    assertThat(checked).as(path + " " + checked).isInstanceOf(Checked.Valid.class);
  }

  @Test
  void theWholeTableComesInPartsAndAnEmptyRegisterIsATableToo() {
    assertThat(page("/register.csv").lines()).hasSize(1);
    assertThat(page("/register.json")).isEqualToIgnoringWhitespace("{\"commitments\":[]}");
    for (int i = 0; i < 450; i++) {
      register.file(List.of(numbered(i)));
    }
    assertThat(page("/register.csv").lines().skip(1)).hasSize(450);
  }

  @Test
  void citationsCreditEachSource() {
    Commitment c = filed();
    String start = "/register/c/" + c.id() + ".";
    assertThat(page(start + "bib")).contains("@misc{", "lantern", "karavan", "Tabadla register");
    assertThat(page(start + "ris")).contains("TY  - NEWS", "AU  - lantern", "ER  - ");
    assertThat(page(start + "csl.json")).contains("\"date-parts\"", "article-newspaper");
    assertThat(page(start + "txt").lines()).hasSize(3);
  }

  private HttpResponse<Void> post(String path, String body, String... headers)
      throws IOException, InterruptedException {
    var request =
        HttpRequest.newBuilder(URI.create(base + path))
            .header("Content-Type", "application/x-www-form-urlencoded")
            .POST(HttpRequest.BodyPublishers.ofString(body));
    if (headers.length > 0) {
      request.headers(headers);
    }
    return HttpClient.newHttpClient().send(request.build(), HttpResponse.BodyHandlers.discarding());
  }

  private String location(String path, String body) throws Exception {
    HttpResponse<Void> answer = post(path, body, "Sec-Fetch-Site", "same-origin");
    assertThat(answer.statusCode()).isEqualTo(303);
    return answer.headers().firstValue("Location").orElse("");
  }

  private int status(String path, String body, String... headers) throws Exception {
    return post(path, body, headers).statusCode();
  }
}
