package org.tabadla.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URLEncoder;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class WebTest {
  @TempDir static Path folder;

  private static Served served;
  private static Visitor visitor;

  @BeforeAll
  static void open() {
    served = Served.in(folder);
    visitor = new Visitor(served.base());
  }

  @AfterAll
  static void close() {
    served.close();
  }

  private static String article(String key) {
    return "/article/" + Fixture.id(key);
  }

  @ParameterizedTest
  @ValueSource(strings = {"/", "/sources", "/source/sahil.example", "/keyword/digital%20economy"})
  void listingsStandInEveryLanguage(String path) {
    for (Ui ui : Ui.ALL) {
      var answer = visitor.get(ui.link(path));
      assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
      assertThat(answer.body())
          .contains("<html lang=\"" + ui.tag() + "\" dir=\"" + ui.dir() + "\">");
    }
  }

  @Test
  void theFrontPageHasOneLineAStory() {
    String page = visitor.get("/en/").body();
    assertThat(headlines(page))
        .containsOnlyOnce("Twelve digital projects signed at regional forum");
    assertThat(page).contains("also in 5 other outlets").contains("Villages evacuated");
  }

  @Test
  void theFrontPageTellsAStoryInTheReadersLanguage() {
    String title =
        served.store().entry(Fixture.id("fajr-forum")).orElseThrow().article().title().value();
    assertThat(headlines(visitor.get("/ur/").body())).contains(title);
    assertThat(headlines(visitor.get("/en/").body())).doesNotContain(title);
  }

  @Test
  void theWeeksNamesStandInTheReadersLanguage() {
    assertThat(names("ur")).contains("شنگھائی تعاون تنظیم").doesNotContain("上合组织");
    assertThat(names("zh")).contains("上合组织").doesNotContain("SCO");
    assertThat(names("en")).contains("SCO");
  }

  private static java.util.List<String> names(String tag) {
    return java.util.regex.Pattern.compile(
            "href=\"/" + tag + "/name/[^\"]*\"[^>]*>(?:<bdi[^>]*>)?([^<]*)")
        .matcher(visitor.get("/" + tag + "/").body())
        .results()
        .map(m -> m.group(1).strip())
        .toList();
  }

  private static java.util.List<String> headlines(String page) {
    return java.util.regex.Pattern.compile("<h2 class=\"headline\"[^>]*><a[^>]*>([^<]*)</a>")
        .matcher(page)
        .results()
        .map(m -> m.group(1))
        .toList();
  }

  @Test
  void aStoryOpensToTheOtherOutletsWithoutAScript() {
    String page = visitor.get("/en/").body();
    int open = page.indexOf("<details class=\"others\">");
    String others = page.substring(open, page.indexOf("The whole story", open));
    String copied = served.store().rows(List.of(Fixture.id("fajr-forum"))).getFirst().title();
    assertThat(others).contains("also in 5 other outlets", copied, "one copy", "River Daily");
    assertThat(page).doesNotContain("<script");
  }

  @Test
  void aStoryPageTellsWhatEachOutletAddsAndWhatIsNearWithReasons() {
    String page = visitor.get("/en/story/" + Fixture.story("fajr-forum")).body();
    assertThat(page).contains("What each outlet adds", "Related stories", "because both name");
  }

  @Test
  void aNamePageShowsItsOtherSpellingsAndAChart() {
    String page = visitor.get("/en/name/org:sco").body();
    assertThat(page).contains("Also written", "<svg role=\"img\"", "<rect ");
  }

  @Test
  void trendsStandInEveryLanguageAndAsFeeds() {
    for (Ui ui : Ui.ALL) {
      assertThat(visitor.get(ui.link("/trends")).body()).contains(ui.say("trends.intro", 3));
    }
    assertThat(visitor.get("/en/trends/feed.atom").statusCode()).isEqualTo(200);
  }

  @Test
  void theArticlePageHasTheSeedsParts() {
    String page = visitor.get("/en" + article("fajr-forum")).body();
    assertThat(page)
        .contains("Publication date", "datetime=\"2025-07-11\"", "11th, July 2025 GMT")
        .contains("jsonld:datePublished", "href=\"https://fajr.example/fajr-forum\"")
        .contains("rel=\"noopener noreferrer nofollow\"", "href=\"/en/name/org:sco\"")
        .contains("href=\"/en/source/fajr.example\"", "3.2", "Read also", "harborpost.example")
        .contains("1447");
  }

  @Test
  void copiesStandUnderTheirOriginal() {
    String page = visitor.get("/en/story/" + Fixture.story("fajr-forum")).body();
    assertThat(page).contains("one copy", "6 articles", "6 outlets");
    int fold = page.indexOf("<details class=\"copies\">");
    assertThat(page.indexOf(Fixture.id("wire-copy").value())).isGreaterThan(fold);
  }

  @Test
  void relatedStoriesSayWhy() {
    String page = visitor.get("/en" + article("fajr-media")).body();
    assertThat(page).contains("Related stories", "because both name");
  }

  @Test
  void versionsShowWhatChanged() {
    String page = visitor.get("/en" + article("sahil-flood") + "/versions").body();
    assertThat(page)
        .contains("<del>25</del>", "<ins>80</ins>", "<del>17</del>", "<ins>23</ins>")
        .contains("[removed: </span><del>25</del>");
  }

  @Test
  void theSourcePageShowsItsTroubles() {
    assertThat(visitor.get("/en/source/sahil.example").body()).contains("HTTP 503 seen");
    assertThat(visitor.get("/ur/sources").body()).contains("HTTP 503 seen");
  }

  @Test
  void hostileWordsStayWords() {
    for (String path : List.of("/en/", "/en" + article("harbor-hostile"), "/en/search?q=evil")) {
      String page = visitor.get(path).body();
      assertThat(page)
          .contains("&lt;script&gt;alert(")
          .doesNotContain("<script")
          .doesNotContain("\u202E");
      assertThat(page).doesNotContain("<img").doesNotContain("<i>keyword");
    }
    String asked = visitor.get("/en/search?q=%22%3E%3Cscript%3E").body();
    assertThat(asked).doesNotContain("<script>");
  }

  @ParameterizedTest
  @ValueSource(strings = {"/ur/", "/nowhere", "/health", "/api/stories", "/feed.rss", "/metrics"})
  void everyAnswerCarriesThePolicy(String path) {
    var headers = visitor.get(path).headers();
    assertThat(headers.firstValue("Content-Security-Policy")).contains(Headers.POLICY);
    assertThat(headers.firstValue("X-Content-Type-Options")).contains("nosniff");
    assertThat(headers.firstValue("Referrer-Policy")).contains("no-referrer");
    assertThat(headers.allValues("Set-Cookie")).isEmpty();
    assertThat(headers.firstValue("Server")).isEmpty();
  }

  @Test
  void pagesNameNothingElsewhereToLoad() {
    String page = visitor.get("/ur" + article("fajr-forum")).body();
    assertThat(page).doesNotContain("src=").doesNotContain("style=").doesNotContain("onclick");
  }

  @ParameterizedTest
  @CsvSource({
    "/ur/article/none, 404",
    "/en/story/none, 404",
    "/en/source/none.example, 404",
    "/en/keyword/none, 404",
    "/en/name/none, 404",
    "/static/none.css, 404",
    "/en/?after=yesterday, 400",
    "/en/search?q=x&lang=%22, 400",
    "/en/search?q=x&from=-1, 400",
    "/api/articles?limit=many, 400",
    "/api/articles/none, 404",
    "/api/nothing, 404",
  })
  void whatIsNotThereSaysSo(String path, int status) {
    var answer = visitor.get(path);
    assertThat(answer.statusCode()).isEqualTo(status);
    assertThat(answer.body()).isNotEmpty().doesNotContain("Exception");
  }

  @Test
  void pagesAreOnlyRead() {
    assertThat(visitor.ask("POST", "/ur/").statusCode()).isEqualTo(405);
    assertThat(visitor.ask("DELETE", "/ur" + article("fajr-forum")).statusCode()).isEqualTo(405);
  }

  @Test
  void tooLongAQueryIsRefused() {
    assertThat(visitor.get("/ur/search?q=" + "a".repeat(501)).statusCode()).isEqualTo(400);
    assertThat(visitor.get("/ur/?x=" + "a".repeat(7_000)).statusCode()).isEqualTo(400);
    String letters = URLEncoder.encode("\u06A9".repeat(500), StandardCharsets.UTF_8);
    var answer = visitor.get("/ur/search?q=" + letters);
    assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
  }

  @Test
  void searchFindsAndMarks() {
    String page = visitor.get("/en/search?q=evacuate").body();
    assertThat(page).contains("<mark>", "Villages evacuated");
    assertThat(visitor.get("/en/search?q=zzzz").body()).contains("Nothing was found");
  }

  @Test
  void searchNarrowsByItsForm() {
    String all = visitor.get("/en/search?q=digital").body();
    String one = visitor.get("/en/search?q=digital&source=riverdaily.example").body();
    assertThat(all).contains("2 articles found");
    assertThat(one).contains("One article found");
  }

  @Test
  void aBadQueryIsShownWithItsReason() {
    var answer = visitor.get("/en/search?q=%28%28");
    assertThat(answer.statusCode()).isEqualTo(400);
    assertThat(answer.body()).contains("The query could not be read", "role=\"alert\"");
  }

  @ParameterizedTest
  @CsvSource({"ur, ur", "en-GB, en", "'fr,en;q=0.5', en", "xx, ur", "';;', ur"})
  void theFirstPageSpeaksTheBrowsersLanguage(String accepted, String tag) {
    var answer = visitor.get("/", "Accept-Language", accepted);
    assertThat(answer.body()).contains("<html lang=\"" + tag + "\"");
    assertThat(answer.headers().firstValue("Vary").orElse("")).contains("Accept-Language");
  }

  @Test
  void aKnownPageIsNotSentAgain() {
    HttpResponse<String> first = visitor.get("/en/sources");
    String tag = first.headers().firstValue("ETag").orElseThrow();
    var second = visitor.get("/en/sources", "If-None-Match", tag);
    assertThat(second.statusCode()).isEqualTo(304);
    assertThat(second.body()).isEmpty();
  }

  @Test
  void longPagesGoOutCompressed() {
    var answer = visitor.get("/en/", "Accept-Encoding", "gzip");
    assertThat(answer.headers().firstValue("Content-Encoding")).contains("gzip");
  }

  @Test
  void fontsAndStylesAreKeptForGood() {
    var answer = visitor.get(Assets.href("nastaliq-arabic.woff2"));
    assertThat(answer.statusCode()).isEqualTo(200);
    assertThat(answer.headers().firstValue("Content-Type")).contains("font/woff2");
    assertThat(answer.headers().firstValue("Cache-Control").orElse("")).contains("immutable");
    String css = visitor.get(Assets.href("style.css")).body();
    assertThat(css).contains(Assets.href("nastaliq-arabic.woff2")).doesNotContain("://");
  }

  @Test
  void headAnswersAsGetWould() {
    assertThat(visitor.ask("HEAD", "/ur/").statusCode()).isEqualTo(200);
    assertThat(visitor.ask("HEAD", "/ur/article/none").statusCode()).isEqualTo(404);
  }

  @Test
  void readersAreCountedAndMachinesAreNot() {
    String path = "/ur" + article("sahil-cricket");
    var id = Fixture.id("sahil-cricket");
    visitor.get(path, "User-Agent", "Googlebot/2.1 (+http://www.google.com/bot.html)");
    visitor.get(path, "User-Agent", "curl/8.0");
    visitor.get(path, "User-Agent", Visitor.FIREFOX, "Sec-Purpose", "prefetch");
    visitor.ask("HEAD", path, "User-Agent", Visitor.FIREFOX);
    assertThat(served.store().views(id)).isZero();
    String page =
        visitor.get("/en" + article("sahil-cricket"), "User-Agent", Visitor.FIREFOX).body();
    assertThat(served.store().views(id)).isEqualTo(1);
    assertThat(page).contains("Read once");
  }

  @Test
  void healthAndFiguresAreThere() {
    assertThat(visitor.get("/health").body()).isEqualTo("{\"status\":\"up\",\"articles\":12}");
    visitor.get("/ur/");
    assertThat(visitor.get("/metrics").body())
        .contains("tabadla_articles 12", "tabadla_stories 5", "tabadla_indexed 12")
        .contains("http_server_requests_seconds_count{route=\"/ur/\",status=\"200\"}");
  }

  @Test
  void robotsAreToldWhatIsNotForThem() {
    assertThat(visitor.get("/robots.txt").body()).contains("Disallow: /search");
  }
}
