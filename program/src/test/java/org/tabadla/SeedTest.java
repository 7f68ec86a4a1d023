package org.tabadla;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.tabadla.cli.Rooms;
import org.tabadla.config.SettingsFile;
import org.tabadla.flow.Progress;
import org.tabadla.model.Article;
import org.tabadla.model.Block;
import org.tabadla.model.Feed;
import org.tabadla.model.Keyword;
import org.tabadla.model.Link;
import org.tabadla.store.Store.Entry;

/// The page that Tabadla began with: each of its faults is a test here, on real HTTP, through the
/// whole road. The two items are retold.
class SeedTest {
  private static final String FORUM_TITLE =
      "پاکستان نے ایس سی او فورم میں ڈیجیٹل اکانومی کے 12 منصوبوں پر دستخط کر دیے";

  @TempDir Path data;
  private final Map<String, String> pages = new HashMap<>();
  private HttpServer server;
  private Rooms rooms;

  @BeforeEach
  void open() throws IOException {
    server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.createContext(
        "/",
        exchange -> {
          String page = pages.get(exchange.getRequestURI().getPath());
          byte[] body = (page == null ? "" : page).getBytes(StandardCharsets.UTF_8);
          exchange.getResponseHeaders().set("Content-Type", "text/html; charset=utf-8");
          exchange.sendResponseHeaders(
              page == null ? 404 : 200, body.length == 0 ? -1 : body.length);
          exchange.getResponseBody().write(body);
          exchange.close();
        });
    server.start();
    rooms =
        Tabadla.rooms()
            .open(
                SettingsFile.load(
                    data,
                    Map.of(),
                    Map.of(
                        "fetch.allowed-hosts",
                        "127.0.0.1:" + server.getAddress().getPort(),
                        "fetch.host-pause",
                        "0ms")));
  }

  @AfterEach
  void close() {
    rooms.close();
    server.stop(0);
  }

  @ParameterizedTest
  @CsvSource({"glued.html,روزنامہ شفق", "structured.html,صدائے وطن", "tables.html,"})
  void theForumComesOutWholeAndCleanFromEveryTemplate(String template, @Nullable String outlet) {
    Entry entry = read(template, "forum.txt");
    Article article = entry.article();
    assertThat(article.title().value()).isEqualTo(FORUM_TITLE);
    assertThat(article.lang().tag()).isEqualTo("ur");
    assertThat(Objects.requireNonNull(article.published()).value().date())
        .isEqualTo(LocalDate.of(2025, 7, 11));
    if (outlet != null) {
      assertThat(article.site()).isEqualTo(outlet);
    }
    assertThat(article.text()).contains("پیمانہ 3.5 ٹریلین ڈالر تک پہنچ گیا۔");
    assertThat(article.text()).endsWith("برقرار رہے گی۔");
    assertThat(article.text()).startsWith("چین کے شہر تھیئن جن");
    assertThat(article.text())
        .doesNotContain("Post Views")
        .doesNotContain("قیمت")
        .doesNotContain("تبصرے")
        .doesNotContain("خبر ");
    assertThat(article.body().stream().filter(Block.Paragraph.class::isInstance))
        .hasSizeGreaterThanOrEqualTo(4);
    assertThat(article.text()).doesNotContain("گئے۔فورم");
  }

  @Test
  void keywordsGoBeyondTheOneOnTheSeedPage() {
    Entry entry = read("structured.html", "forum.txt");
    List<String> keywords =
        entry.notes().keywords().stream().map(Keyword::text).map(Object::toString).toList();
    assertThat(keywords).hasSizeGreaterThanOrEqualTo(5);
    assertThat(keywords).anyMatch(k -> k.contains("ایس سی او"));
    assertThat(keywords).anyMatch(k -> k.contains("ڈیجیٹل اکانومی"));
    assertThat(entry.notes().names().stream().map(n -> n.concept()).filter(Objects::nonNull))
        .contains("country:PK", "country:CN");
  }

  @Test
  void theExcerptDoesNotEndAtADecimalPoint() {
    Entry entry = read("glued.html", "forum.txt");
    String excerpt = rooms.store().rows(List.of(entry.article().id())).getFirst().excerpt();
    assertThat(excerpt).endsWith("۔");
    assertThat(excerpt).doesNotEndWith("3.");
  }

  @Test
  void theSecondItemIsRelatedAndNotTheSameStory() {
    Entry forum = read("glued.html", "forum.txt");
    Entry media = read("structured.html", "media.txt");
    assertThat(media.story()).isNotEqualTo(forum.story());
    List<Link> links = rooms.store().links(media.article().id());
    assertThat(links)
        .anySatisfy(link -> {
          assertThat(link.to()).isEqualTo(forum.article().id());
          assertThat(link.kind()).isEqualTo(Link.Kind.RELATED);
          assertThat(link.reasons()).isNotEmpty();
        });
  }

  @Test
  void theSameItemFromTwoOutletsIsOneStory() {
    Entry one = read("glued.html", "forum.txt");
    Entry other = read("tables.html", "forum.txt");
    assertThat(other.article().id()).isNotEqualTo(one.article().id());
    assertThat(other.story()).isEqualTo(one.story());
  }

  private Entry read(String template, String item) {
    List<String> lines = resource(item).lines().toList();
    List<String> paragraphs = lines.subList(1, lines.size());
    String path = "/" + template + "/" + item;
    pages.put(
        path,
        resource(template)
            .replace("{{title}}", lines.getFirst())
            .replace("{{glued}}", String.join("<br><br>", paragraphs).replace("۔ ", "۔"))
            .replace("{{broken}}", String.join("<br/>\n<br/>\n", paragraphs))
            .replace(
                "{{paragraphs}}",
                paragraphs.stream()
                    .map(p -> "<p>" + p + "</p>")
                    .collect(Collectors.joining("\n"))));
    String address = "http://127.0.0.1:" + server.getAddress().getPort() + path;
    List<Feed> feeds = rooms.intake().add(address);
    rooms.rounds().visit(feeds, Progress.SILENT);
    var visit = rooms.store().visit(address).orElseThrow();
    assertThat(visit.article()).as(visit.detail()).isNotNull();
    return rooms.store().entry(Objects.requireNonNull(visit.article())).orElseThrow();
  }

  private static String resource(String name) {
    try (InputStream in = SeedTest.class.getResourceAsStream("seed/" + name)) {
      return new String(Objects.requireNonNull(in).readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new java.io.UncheckedIOException(e);
    }
  }
}
