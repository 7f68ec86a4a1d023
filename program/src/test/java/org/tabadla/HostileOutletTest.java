package org.tabadla;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Attribute;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jsoup.parser.Parser;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.tabadla.cli.Rooms;
import org.tabadla.cli.Serving;
import org.tabadla.config.SettingsFile;
import org.tabadla.flow.Progress;
import org.tabadla.model.Feed;
import org.tabadla.store.Store.Entry;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// An outlet that means harm, over real HTTP through the whole road: whatever it writes, nothing of
/// it is active behind any door: pages, feeds, API.
class HostileOutletTest {
  /// Where it stands in something active, the outlet has won; where it is read as words, it has
  /// not.
  private static final String HARM = "harm(1)";

  private static final String TITLE =
      "Ministers <script>harm(1)</script> met \u202Eyadnom\u202C <b>";
  private static final Pattern ADDRESS = Pattern.compile("https?://[^\"<>\\s]*", Pattern.DOTALL);
  private static final String PROSE =
      "The ministers of the member states met on Tuesday and agreed on a timetable for the work"
          + " of the coming year, which their governments are to confirm before the summer. ";

  private static final String INSIDE =
      """
      <p onclick="harm(1)">%s<a href="javascript:harm(1)">one</a> <a href=" JaVa&#10;script:harm(1)">two</a>
      <a href="data:text/html,<script>harm(1)</script>">three</a></p>
      <img src="javascript:harm(1)" onerror="harm(1)" srcset="data:text/html,harm(1) 2x" width="800" height="600">
      <p style="background:url(javascript:harm(1));width:expression(harm(1))">%s</p>
      <form action="javascript:harm(1)"><button formaction="javascript:harm(1)">b</button></form>
      <svg onload="harm(1)"><a xlink:href="javascript:harm(1)"><text>s</text></a></svg>
      <math><mtext><table><mglyph><style><img src=x onerror="harm(1)"></style></mglyph></table></mtext></math>
      <iframe srcdoc="<script>harm(1)</script>" src="javascript:harm(1)"></iframe>
      <meta http-equiv="refresh" content="0;url=javascript:harm(1)"><base href="javascript:harm(1)//">
      <noscript><p title="</noscript><img src=x onerror=harm(1)>">n</p></noscript>
      <p>%s<b>\u202Eevil\u202C \u2066order</b> &lt;script&gt;harm(1)&lt;/script&gt;</p>
      """
          .formatted(PROSE, PROSE, PROSE);

  @TempDir static Path data;
  private static final Map<String, String> PAGES = new HashMap<>();
  private static final HttpClient CLIENT = HttpClient.newHttpClient();
  private static HttpServer server;
  private static Rooms rooms;
  private static Serving serving;

  @BeforeAll
  static void read() throws IOException {
    server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.createContext(
        "/",
        exchange -> {
          String path = exchange.getRequestURI().getPath();
          byte[] body = PAGES.getOrDefault(path, "").getBytes(StandardCharsets.UTF_8);
          String type = path.endsWith(".xml") ? "application/rss+xml" : "text/html";
          exchange.getResponseHeaders().set("Content-Type", type + "; charset=utf-8");
          exchange.sendResponseHeaders(
              body.length == 0 ? 404 : 200, body.length == 0 ? -1 : body.length);
          exchange.getResponseBody().write(body);
          exchange.close();
        });
    server.start();
    String host = "127.0.0.1:" + server.getAddress().getPort();
    PAGES.put("/feed.xml", feed());
    PAGES.put("/page", page());
    rooms =
        Tabadla.rooms()
            .open(
                SettingsFile.load(
                    data,
                    Map.of(),
                    Map.of("fetch.allowed-hosts", host, "fetch.host-pause", "0ms", "port", "0")));
    List<Feed> feeds = rooms.intake().add("http://" + host + "/feed.xml");
    rooms.rounds().visit(feeds, Progress.SILENT);
    rooms.indexing().settle();
    serving = Tabadla.rooms().serve(rooms);
  }

  @AfterAll
  static void close() {
    serving.close();
    rooms.close();
    server.stop(0);
  }

  private static String escaped(String text) {
    return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;");
  }

  private static String feed() {
    String item =
        """
        <item><title>%s</title><link>%s</link><dc:creator>%s</dc:creator><category>%s</category>
        <enclosure url="javascript:harm(1)" type="image/png"/><media:thumbnail url="javascript:harm(1)"/>
        <pubDate>Tue, 10 Mar 2026 11:45:00 +0000</pubDate><description>%s</description>
        <content:encoded><![CDATA[%s]]></content:encoded></item>
        """;
    String bad = escaped("<img src=x onerror=harm(1)>");
    // The page of the second cannot be had: its article is made of what the feed holds.
    String items =
        item.formatted(escaped(escaped(TITLE)), "/page", bad, bad, bad, INSIDE)
            + item.formatted(escaped(escaped(TITLE)) + " 2", "/gone", bad, bad, bad, INSIDE)
            + item.formatted("three", "javascript:harm(1)", bad, bad, bad, INSIDE);
    return "<rss version=\"2.0\" xmlns:content=\"http://purl.org/rss/1.0/modules/content/\""
        + " xmlns:dc=\"http://purl.org/dc/elements/1.1/\" xmlns:media=\"http://search.yahoo.com/mrss/\">"
        + "<channel><title>Outlet "
        + bad
        + "</title><link>javascript:harm(1)</link>"
        + items
        + "</channel></rss>";
  }

  private static String page() {
    return "<html lang=en><head><title>"
        + escaped(TITLE)
        + "</title><meta property=og:image content=\"javascript:harm(1)\">"
        + "<meta property=og:site_name content=\"O &lt;img src=x onerror=harm(1)&gt;\">"
        + "<link rel=canonical href=\"javascript:harm(1)\"></head><body><article><h1>"
        + escaped(TITLE)
        + "</h1><span class=author rel=author>&lt;img src=x onerror=harm(1)&gt;</span>"
        + INSIDE
        + "<p>"
        + PROSE
        + "</p></article></body></html>";
  }

  private static HttpResponse<String> get(String path) throws Exception {
    String base = serving.address().substring(0, serving.address().length() - 1);
    var request = HttpRequest.newBuilder(URI.create(base + path)).build();
    var answer = CLIENT.send(request, HttpResponse.BodyHandlers.ofString());
    assertThat(answer.statusCode()).as(path).isEqualTo(200);
    return answer;
  }

  private static List<String> articles() {
    return rooms.store().since(0, 10).stream()
        .map(Entry::article)
        .map(article -> article.id().value())
        .toList();
  }

  /// @return what of the outlet's would run, or turn the page around it
  private static List<String> active(Document document) {
    var found = new ArrayList<String>();
    for (Element e : document.getAllElements()) {
      boolean runs = e.normalName().equals("script") || e.normalName().equals("style");
      if (runs && e.data().contains(HARM)) {
        found.add(e.outerHtml());
      }
      for (Attribute a : e.attributes()) {
        String value = a.getValue().toLowerCase(Locale.ROOT);
        boolean event = a.getKey().startsWith("on") || a.getKey().equals("style");
        boolean scheme = value.strip().matches("(?s)(?:javascript|data|vbscript):.*");
        if (value.contains(HARM) && (event || scheme || a.getKey().equals("srcdoc"))) {
          found.add(a.toString());
        }
      }
    }
    if (document.outerHtml().matches("(?s).*[\u202A-\u202E\u2066-\u2069].*")) {
      found.add("a bidi control");
    }
    return found;
  }

  @Test
  void bothArticlesArrive() {
    assertThat(articles()).hasSize(2);
    assertThat(rooms.store().since(0, 10))
        .allSatisfy(entry -> {
          assertThat(entry.article().text()).contains("agreed on a timetable");
          assertThat(entry.article().url()).startsWith("http://127.0.0.1:");
          assertThat(entry.article().image()).isNull();
        });
  }

  @Test
  void theCheckSeesWhatIsActive() {
    assertThat(active(Jsoup.parse("<p onclick='harm(1)'>x"))).isNotEmpty();
    assertThat(active(Jsoup.parse("<a href='javascript:harm(1)'>x"))).isNotEmpty();
    assertThat(active(Jsoup.parse("<script>harm(1)</script>"))).isNotEmpty();
    assertThat(active(Jsoup.parse("<p>harm(1)"))).isEmpty();
  }

  @Test
  void pagesAreHarmless() throws Exception {
    var paths = new ArrayList<>(List.of("/en", "/en/sources", "/en/search?q=timetable"));
    articles().forEach(id -> paths.add("/en/article/" + id));
    for (String path : paths) {
      var answer = get(path);
      assertThat(active(Jsoup.parse(answer.body()))).as(path).isEmpty();
      assertThat(answer.headers().firstValue("content-security-policy")).as(path).isPresent();
      assertThat(answer.body()).as(path).contains("127.0.0.1");
    }
  }

  @Test
  void feedsAreHarmlessEvenWhereAReaderTakesTextForHtml() throws Exception {
    for (String path : List.of("/en/feed.rss", "/en/feed.atom")) {
      String body = get(path).body();
      assertThat(body).as(path).contains("Ministers");
      Document xml = Jsoup.parse(body, Parser.xmlParser());
      assertThat(active(xml)).as(path).isEmpty();
      for (Element text : xml.select("item > title, item > description")) {
        assertThat(active(Jsoup.parse(text.wholeText()))).as(text.wholeText()).isEmpty();
      }
    }
    JsonNode json = new JsonMapper().readTree(get("/en/feed.json").body());
    assertThat(json.get("items")).isNotEmpty();
    for (JsonNode item : json.get("items")) {
      assertThat(item.has("content_html")).isFalse();
      assertThat(item.get("url").asString()).startsWith("http");
      assertThat(item.get("title").asString()).doesNotContain("\u202E");
    }
  }

  @Test
  void theApiGivesAddressesThatMayBeFollowed() throws Exception {
    var paths = new ArrayList<>(List.of("/api/articles", "/api/search?q=timetable"));
    articles().forEach(id -> paths.add("/api/articles/" + id));
    for (String path : paths) {
      var answer = get(path);
      assertThat(answer.headers().firstValue("content-type").orElse("")).contains("json");
      assertThat(answer.headers().firstValue("x-content-type-options")).hasValue("nosniff");
      addresses(new JsonMapper().readTree(answer.body()), "", path);
    }
  }

  private static void addresses(JsonNode node, String key, String path) {
    if (node.isString() && List.of("url", "href", "image", "original", "link").contains(key)) {
      assertThat(node.asString()).as(path + " " + key).matches(ADDRESS);
    }
    node.properties().forEach(e -> addresses(e.getValue(), e.getKey(), path));
    if (node.isArray()) {
      node.forEach(each -> addresses(each, key, path));
    }
  }
}
