package org.tabadla.press;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.HttpURLConnection;
import java.net.URI;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.tabadla.model.Bytes;
import org.tabadla.model.Refusal;

class PressTest {
  private static final Pattern LINK =
      Pattern.compile("(?:href=\"|url\": *\"|<link>|<loc>)(http://127\\.0\\.0\\.1:[0-9]+[^\"<]*)");

  private static Press press;
  private static final Map<String, Outlet> BY_HOST = new HashMap<>();

  private record Got(int status, Bytes body, Map<String, String> head) {
    String text(String charset) throws CharacterCodingException {
      return Charset.forName(charset).newDecoder().decode(ByteBuffer.wrap(body.array())).toString();
    }
  }

  @BeforeAll
  static void open() {
    press = Press.open(0);
    press.outlets().forEach(outlet -> BY_HOST.put(outlet.host(), outlet));
  }

  @AfterAll
  static void close() {
    press.close();
  }

  @Test
  void everyArticleIsServedWithItsHeadlineInItsCharset() throws IOException {
    for (Gold.Written article : Gold.articles()) {
      Masthead masthead = masthead(article.place().host());
      Got got = get(url(article.place()), null);
      assertThat(got.status).as(article.place().toString()).isEqualTo(200);
      assertThat(got.head.get("content-type")).isEqualTo(masthead.type());
      String page = got.text(masthead.charset().name());
      String headline = Template.escape(article.headline());
      assertThat(page).contains(isOld(masthead, article) ? Typing.old(headline) : headline);
    }
  }

  @Test
  void feedsAndListingsLeadToPagesButForTheAnnouncedTroubles() throws IOException {
    for (Masthead outlet : Masthead.all()) {
      List<String> troubles =
          outlet.manners().rows("entry").stream().map(row -> row.getFirst()).toList();
      for (List<String> feed : outlet.manners().rows("feed")) {
        String origin = outletOf(outlet).origin();
        Got got = get(origin + feed.getFirst(), null);
        assertThat(got.status).isEqualTo(200);
        Matcher link = LINK.matcher(got.text(feed.get(3)));
        var seen = new ArrayList<String>();
        while (link.find()) {
          String path = link.group(1).substring(origin.length());
          seen.add(path.replaceAll("[?&](amp;)?utm_.*", ""));
          if (!troubles.contains(path)) {
            assertThat(get(link.group(1).replace("&amp;", "&"), null).status)
                .as(link.group(1))
                .isEqualTo(200);
          }
        }
        assertThat(seen)
            .containsAll(Newsroom.chosen(outlet.pieces(), 1).stream().map(Piece::path).toList());
      }
    }
  }

  @Test
  void anUnchangedPageIsNotSentTwice() throws IOException {
    for (Outlet outlet : press.outlets()) {
      Got first = get(outlet.address(), null);
      String tag = first.head.getOrDefault("etag", "");
      assertThat(tag).startsWith("\"");
      assertThat(get(outlet.address(), "If-None-Match: W/" + tag).status).isEqualTo(304);
      assertThat(get(outlet.address(), "If-None-Match: \"other\"").status).isEqualTo(200);
      String date = first.head.getOrDefault("last-modified", "");
      assertThat(get(outlet.address(), "If-Modified-Since: " + date).status).isEqualTo(304);
      assertThat(get(outlet.address(), "If-Modified-Since: Tue, 01 Jul 2025 00:00:00 GMT").status)
          .isEqualTo(200);
      assertThat(get(outlet.address(), "If-Modified-Since: yesterday").status).isEqualTo(200);
    }
  }

  @Test
  void theSecondEditionChangesOneArticleAndItsTag() throws IOException {
    try (Press fresh = Press.open(0)) {
      Outlet outlet = fresh.outlets().getFirst();
      String rain = outlet.origin() + "/news/2025/07/lahore-rain";
      String other = outlet.origin() + "/news/2025/07/rupee-close";
      Got before = get(rain, null);
      assertThat(before.text("UTF-8")).contains("98").doesNotContain("131");
      String otherTag = get(other, null).head.getOrDefault("etag", "");

      assertThat(fresh.nextEdition()).isEqualTo(2);

      Got after = get(rain, "If-None-Match: " + before.head.get("etag"));
      assertThat(after.status).isEqualTo(200);
      assertThat(after.text("UTF-8")).contains("131").contains("2025-07-10T21:15:00+05:00");
      Got otherAfter = get(other, null);
      assertThat(otherAfter.text("UTF-8")).contains("284.65");
      assertThat(otherAfter.head).containsEntry("etag", otherTag);
      assertThat(fresh.nextEdition()).as("there are only two").isEqualTo(2);
    }
  }

  @Test
  void theTroublesAreReallyTroubles() throws IOException {
    Got pdf = get(origin("sada-e-margalla.example") + "/files/gazette-july.pdf", null);
    assertThat(pdf.head).containsEntry("content-type", "application/pdf");
    assertThat(pdf.text("US-ASCII")).startsWith("%PDF-");
    assertThat(get(origin("sada-e-margalla.example") + "/robots.txt", null).text("US-ASCII"))
        .contains("Disallow: /khas/");
    assertThat(get(origin("khabarchaupal.example") + "/?p=99999", null).status).isEqualTo(404);
    String karavan = origin("karavan-listok.example");
    Got moved = get(karavan + "/news.php", null);
    assertThat(moved.status).isEqualTo(301);
    assertThat(get(karavan + moved.head.get("location"), null).status).isEqualTo(200);
    Got round = get(karavan + "/krug/a.html", null);
    assertThat(round.head).containsEntry("location", "/krug/b.html");
    assertThat(get(karavan + "/krug/b.html", null).head).containsEntry("location", "/krug/a.html");
    assertThat(get(origin("induslantern.example") + "/tag/Sport", null).text("UTF-8"))
        .contains("<h1>Sport</h1>");
  }

  @Test
  void campaignParametersDoNotMatter() throws IOException {
    String home = origin("northline.example");
    assertThat(get(home + "/?utm_source=feed&utm_medium=json", null).body)
        .isEqualTo(get(home + "/", null).body);
  }

  @Test
  void theGoldIsNotOnAnyPage() throws IOException {
    for (Gold.Written article : Gold.articles()) {
      String page = get(url(article.place()), null).text("ISO-8859-1");
      assertThat(page).as(article.place().toString()).doesNotContain(">" + article.event());
      assertThat(page).doesNotContain("\"" + article.event() + "\"").doesNotContain("wire:");
    }
  }

  @Test
  void aPaidPageKeepsItsBodyBack() throws IOException {
    Gold.Written paid =
        Gold.articles().stream().filter(Gold.Written::isPaid).findFirst().orElseThrow();
    String page = get(url(paid.place()), null).text("UTF-8");
    assertThat(page)
        .contains(Template.escape(paid.blocks().getFirst()))
        .doesNotContain(Template.escape(paid.blocks().getLast()))
        .contains("for subscribers");
  }

  @Test
  void elsewhereIsNotFoundAndPostIsNotAllowed() throws IOException {
    Outlet outlet = press.outlets().getFirst();
    assertThat(get(outlet.origin() + "/no/such/page", null).status).isEqualTo(404);
    HttpURLConnection post = connect(outlet.origin() + "/");
    post.setRequestMethod("POST");
    post.setDoOutput(true);
    post.getOutputStream().write('x');
    assertThat(post.getResponseCode()).isEqualTo(405);
  }

  @Test
  void portsFollowOneAnotherFromTheFirst() {
    int from = press.outlets().getFirst().port();
    try (Press second = Press.open(from)) {
      assertThat(second.outlets())
          .extracting(Outlet::port)
          .allMatch(port -> port > from)
          .isSorted()
          .doesNotHaveDuplicates();
    }
    assertThatThrownBy(() -> Press.open(70_000))
        .isInstanceOf(Refusal.class)
        .hasMessageContaining("70000");
  }

  static Masthead masthead(String host) {
    return Masthead.all().stream().filter(m -> m.host().equals(host)).findFirst().orElseThrow();
  }

  private static Outlet outletOf(Masthead masthead) {
    return Objects.requireNonNull(BY_HOST.get(masthead.host()));
  }

  private static boolean isOld(Masthead masthead, Gold.Written article) {
    return masthead.pieces().stream()
        .filter(piece -> piece.path().equals(article.place().path()))
        .anyMatch(piece -> piece.file().maybe("letters").isPresent());
  }

  private static String origin(String host) {
    return outletOf(masthead(host)).origin();
  }

  private static String url(Gold.Place place) {
    return Objects.requireNonNull(BY_HOST.get(place.host())).origin() + place.path();
  }

  private static HttpURLConnection connect(String url) throws IOException {
    var connection = (HttpURLConnection) URI.create(url).toURL().openConnection();
    connection.setInstanceFollowRedirects(false);
    return connection;
  }

  /// @param header `Name: value`, or null
  private static Got get(String url, @Nullable String header) throws IOException {
    HttpURLConnection connection = connect(url);
    if (header != null) {
      int colon = header.indexOf(':');
      connection.setRequestProperty(header.substring(0, colon), header.substring(colon + 2));
    }
    int status = connection.getResponseCode();
    var head = new HashMap<String, String>();
    for (String name : List.of("Content-Type", "ETag", "Last-Modified", "Location")) {
      String value = connection.getHeaderField(name);
      if (value != null) {
        head.put(name.toLowerCase(Locale.ROOT), value);
      }
    }
    try (var in = status >= 400 ? connection.getErrorStream() : connection.getInputStream()) {
      return new Got(status, in == null ? Bytes.EMPTY : new Bytes(in.readAllBytes()), head);
    }
  }
}
