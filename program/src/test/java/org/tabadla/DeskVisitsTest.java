package org.tabadla;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.tabadla.collect.Collector;
import org.tabadla.collect.Limits;
import org.tabadla.collect.NetworkGuard;
import org.tabadla.model.Article;
import org.tabadla.model.ArticleId;
import org.tabadla.model.Block;
import org.tabadla.model.Lang;
import org.tabadla.model.Notes;
import org.tabadla.model.Placement;
import org.tabadla.model.Source;
import org.tabadla.model.SourceId;
import org.tabadla.model.StoryId;
import org.tabadla.model.Text;
import org.tabadla.people.People;
import org.tabadla.store.Store;
import org.tabadla.store.Stores;
import org.tabadla.verify.Claim;
import org.tabadla.verify.Desk;
import org.tabadla.verify.Review;
import org.tabadla.verify.Seals;
import org.tabadla.verify.feed.ClaimFeeds;
import org.tabadla.verify.picture.Album;
import org.tabadla.verify.picture.Drawn;
import org.tabadla.verify.picture.Sighting;

/// What the desk of claims fetches over the network: pictures and the feeds of other desks, from a
/// real server.
class DeskVisitsTest {
  private static final Instant BEGAN = Instant.parse("2026-01-10T00:00:00Z");
  private static final String REVIEWS =
      """
      [{"@context": "https://schema.org", "@type": "ClaimReview", "claimReviewed": "It rains",
        "url": "https://desk.example/1", "datePublished": "2026-01-01",
        "author": {"@type": "Organization", "name": "Other Desk"},
        "reviewRating": {"@type": "Rating", "alternateName": "FINDING"}}]\
      """;

  @TempDir Path folder;
  private final List<String> asked = new ArrayList<>();
  private final Map<String, byte[]> served = new ConcurrentHashMap<>();
  private Instant now = BEGAN;
  private HttpServer server;
  private String base;
  private Store store;
  private Collector collector;
  private Desk desk;
  private Album album;

  @BeforeEach
  void open() throws IOException {
    server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.createContext("/", this::answer);
    server.start();
    base = "http://127.0.0.1:" + server.getAddress().getPort();
    store = Stores.open("jdbc:sqlite:" + folder.resolve("test.db"));
    var limits = new Limits("Tabadla/test", Duration.ZERO, 1_000_000, Duration.ofSeconds(10), 5);
    collector = new Collector(limits, new NetworkGuard(Set.of("127.0.0.1")), () -> now);
    var people = new People(store.journal(), store.shelf(), () -> now);
    desk = new Desk(store.journal(), new Seals(people), (id, words) -> {}, () -> now);
    album = new Album(store.shelf(), PictureVisits::credential);
  }

  @AfterEach
  void close() {
    server.stop(0);
    collector.close();
    store.close();
  }

  private synchronized void answer(HttpExchange exchange) throws IOException {
    String path = exchange.getRequestURI().getPath();
    byte[] body = served.get(path);
    String tag = body == null ? "" : "\"" + body.length + "\"";
    String known = exchange.getRequestHeaders().getFirst("If-None-Match");
    asked.add(path + (known == null ? "" : " " + known));
    exchange.getResponseHeaders().set("ETag", tag);
    String type = path.endsWith(".jpg") ? "image/jpeg" : "application/ld+json";
    exchange.getResponseHeaders().set("Content-Type", type);
    if (body == null) {
      exchange.sendResponseHeaders(404, -1);
    } else if (tag.equals(known)) {
      exchange.sendResponseHeaders(304, -1);
    } else {
      exchange.sendResponseHeaders(200, body.length);
      exchange.getResponseBody().write(body);
    }
    exchange.close();
  }

  private void reviews(String finding) {
    served.put(
        "/reviews.json", REVIEWS.replace("FINDING", finding).getBytes(StandardCharsets.UTF_8));
  }

  @Test
  void aFeedOfAnotherDeskIsFollowedAndAskedOnlyForWhatIsNew() {
    var feeds = new ClaimFeeds(store.shelf(), desk, () -> now);
    var visits = new ClaimFeedVisits(collector, feeds);
    reviews("No");
    assertThat(feeds.follow(base + "/reviews.json")).isEmpty();
    feeds.due().forEach(visits::visit);
    assertThat(feeds.due()).isEmpty();
    assertThat(reviewed().finding().value()).isEqualTo("No");
    now = now.plus(Duration.ofMinutes(61));
    feeds.due().forEach(visits::visit);
    assertThat(asked.getLast()).startsWith("/reviews.json \"");
    assertThat(reviewed().corrections()).isEmpty();
    reviews("Unproven");
    now = now.plus(Duration.ofMinutes(61));
    feeds.due().forEach(visits::visit);
    assertThat(reviewed().finding().value()).isEqualTo("Unproven");
    assertThat(reviewed().first().value()).isEqualTo("No");
    served.clear();
    now = now.plus(Duration.ofMinutes(61));
    feeds.due().forEach(visits::visit);
    assertThat(reviewed().tombstone()).isNull();
    assertThat(feeds.all().getFirst().trouble()).hasSize(1);
  }

  private Review reviewed() {
    List<Claim> claims = desk.newest(0, 10);
    assertThat(claims).hasSize(1);
    assertThat(claims.getFirst().reviews()).hasSize(1);
    return claims.getFirst().reviews().getFirst();
  }

  @Test
  void onlyPicturesOfPagesThatCarryAClaimAreFetchedAndOnce() {
    var scene = Drawn.scene(5, 640, 360);
    served.put("/a.jpg", Drawn.jpeg(scene, 0.8f));
    served.put("/b.jpg", Drawn.jpeg(Drawn.scaled(scene, 320, 180), 0.5f));
    served.put("/c.jpg", Drawn.jpeg(Drawn.scene(6, 640, 360), 0.8f));
    String a = article("a");
    String b = article("b");
    article("c");
    claim(a);
    claim(b);
    var visits = new PictureVisits(store, collector, desk, album, false, () -> now);
    visits.all();
    visits.all();
    assertThat(asked).contains("/a.jpg", "/b.jpg").doesNotContain("/c.jpg");
    assertThat(asked.stream().filter(path -> path.endsWith(".jpg"))).hasSize(2);
    assertThat(album.reuses(a)).extracting(r -> r.other().article()).containsExactly(b);
    new PictureVisits(store, collector, desk, album, true, () -> now).all();
    assertThat(asked).contains("/c.jpg");
    assertThat(album.size()).isEqualTo(3);
  }

  @Test
  void articlesWithOneAddressOfAPictureAreAllLookedAt() {
    served.put("/one.jpg", Drawn.jpeg(Drawn.scene(9, 640, 360), 0.8f));
    String a = article("a", "/one.jpg");
    String b = article("b", "/one.jpg");
    var visits = new PictureVisits(store, collector, desk, album, true, () -> now);
    // As duties do that have room for one at a time.
    for (int i = 0; i < 2; i++) {
      visits.fetch(visits.due().getLast());
    }
    assertThat(visits.due()).isEmpty();
    assertThat(album.reuses(a)).extracting(r -> r.other().article()).containsExactly(b);
    assertThat(album.reuses(b)).extracting(Sighting.Reuse::isSameFile).containsExactly(true);
  }

  @Test
  void robotsAndMissingPicturesAreHeeded() {
    served.put("/robots.txt", "User-agent: *\nDisallow: /b.jpg".getBytes(StandardCharsets.UTF_8));
    served.put("/b.jpg", Drawn.jpeg(Drawn.scene(6, 640, 360), 0.8f));
    String missing = article("a");
    String forbidden = article("b");
    claim(missing);
    claim(forbidden);
    new PictureVisits(store, collector, desk, album, false, () -> now).all();
    assertThat(asked).doesNotContain("/b.jpg");
    for (String each : List.of(missing, forbidden)) {
      Sighting seen = album.of(each).orElseThrow();
      assertThat(seen.sha256()).isNull();
      assertThat(seen.trouble()).isNotBlank();
    }
    now = now.plus(Duration.ofDays(1));
    assertThat(album.mayWant(missing, now)).isTrue();
    assertThat(album.mayWant(forbidden, now)).isFalse();
  }

  private void claim(String article) {
    var appearance =
        new Claim.Appearance(base + "/" + article, article, "en", article, null, null, now);
    desk.claim(
        new Text("Claim of " + article, Lang.EN), null, null, null, List.of(appearance), "sahil");
  }

  private String article(String name) {
    return article(name, "/" + name + ".jpg");
  }

  private String article(String name, String picture) {
    String url = base + "/" + name;
    var source = new SourceId("press.example");
    store.saveSource(new Source(source, "Press", base, Lang.EN));
    ArticleId id = ArticleId.of(url);
    var article =
        new Article(
            id,
            source,
            url,
            "Press",
            new Text("Title " + name, Lang.EN),
            null,
            List.of(),
            null,
            null,
            null,
            null,
            List.of(new Block.Paragraph("It rains in " + name)),
            new Block.Picture(base + picture, null, null),
            Lang.EN,
            List.of(),
            false,
            now);
    var placement = new Placement(id, StoryId.of(id), List.of(), List.of());
    store.save(article, Notes.NONE, placement, null);
    return id.value();
  }
}
