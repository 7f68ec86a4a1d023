package org.tabadla.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.w3c.dom.Document;
import tools.jackson.databind.json.JsonMapper;

class FeedsTest {
  @TempDir static Path folder;

  private static Served served;
  private static Visitor visitor;

  @BeforeAll
  static void open() {
    var options = new WebOptions("https://news.example/", WebOptions.standard().zone());
    served = Served.in(folder, options);
    visitor = new Visitor(served.base());
  }

  @AfterAll
  static void close() {
    served.close();
  }

  private static Document parsed(String path) throws Exception {
    var answer = visitor.get(path);
    assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
    var factory = DocumentBuilderFactory.newInstance();
    factory.setNamespaceAware(true);
    byte[] bytes = answer.body().getBytes(StandardCharsets.UTF_8);
    return factory.newDocumentBuilder().parse(new ByteArrayInputStream(bytes));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "/source/harborpost.example",
        "/keyword/digital%20economy",
        "/name/org:sco",
        "/topic/medtop:04000000",
        "/search"
      })
  void everyListingCanBeFollowed(String path) throws Exception {
    String query = path.equals("/search") ? "?q=digital" : "";
    Document rss = parsed("/ur" + path + "/feed.rss" + query);
    int items = rss.getElementsByTagName("item").getLength();
    assertThat(items).isPositive();
    assertThat(
            parsed("/en" + path + "/feed.atom" + query).getElementsByTagName("entry").getLength())
        .isEqualTo(items);
    String json = visitor.get(path + "/feed.json" + query).body();
    assertThat(new JsonMapper().readTree(json).get("items").size()).isEqualTo(items);
  }

  @Test
  void aStoryCanBeFollowed() throws Exception {
    Document atom = parsed("/ur/story/" + Fixture.story("fajr-forum") + "/feed.atom");
    assertThat(atom.getElementsByTagName("entry").getLength()).isEqualTo(6);
  }

  @Test
  void addressesBeginWithTheConfiguredBase() {
    String rss = visitor.get("/ur/feed.rss").body();
    assertThat(rss)
        .contains("<link>https://news.example/ur/article/")
        .contains("<guid isPermaLink=\"false\">https://news.example/article/")
        .contains("href=\"https://news.example/ur/feed.rss\"")
        .doesNotContain("127.0.0.1");
  }

  @Test
  void anEntryIsTheSameInEveryLanguage() {
    String id = "https://news.example/article/" + Fixture.id("sahil-cricket");
    assertThat(visitor.get("/ur/feed.atom").body()).contains("<id>" + id + "</id>");
    assertThat(visitor.get("/en/feed.atom").body()).contains("<id>" + id + "</id>");
  }

  @Test
  void pagesTellWhereTheirFeedIs() {
    assertThat(visitor.get("/en/source/sahil.example").body())
        .contains("href=\"/en/source/sahil.example/feed.atom\"")
        .contains("rel=\"alternate\" type=\"application/rss+xml\"");
  }

  @Test
  void whatXmlForbidsIsLeftOut() {
    assertThat(Feeds.escaped("a\u0000b\u000B<c>\uFFFE\uD800 & \u202Ed"))
        .isEqualTo("ab&lt;c&gt;\uFFFD &amp; d");
  }
}
