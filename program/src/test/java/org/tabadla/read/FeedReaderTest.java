package org.tabadla.read;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.tabadla.language.Dates;
import org.tabadla.model.Bytes;
import org.tabadla.model.Page;
import org.tabadla.read.FeedReading.FeedRead;
import org.tabadla.read.FeedReading.NoFeed;

class FeedReaderTest {
  private static final Instant NOW = Instant.parse("2026-03-14T12:00:00Z");

  private static Page page(String text) {
    return new Page(
        "https://example.pk/feeds/all",
        null,
        new Bytes(text.getBytes(StandardCharsets.UTF_8)),
        NOW);
  }

  private static FeedContent feed(String text) {
    return switch (FeedReader.read(page(text), Map.of())) {
      case FeedRead(var content) -> content;
      case NoFeed(var why) -> throw new AssertionError(why);
    };
  }

  private static FeedEntry item(String inside) {
    return feed("<rss version='2.0'><channel><item>" + inside + "</item></channel></rss>")
        .entries()
        .getFirst();
  }

  @Test
  void rssIsRead() {
    FeedContent feed =
        feed(
            """
            <?xml version="1.0"?>
            <rss version="2.0" xmlns:dc="http://purl.org/dc/elements/1.1/">
            <channel><title>Daily &amp; News</title><link>https://example.pk/</link><ttl>30</ttl>
            <item><title>One</title><link>/a</link><guid isPermaLink="false">g1</guid>
            <dc:creator>A. Writer</dc:creator><pubDate>Sat, 14 Mar 2026 15:43:53 +0500</pubDate>
            <description>&lt;p&gt;Text&lt;/p&gt;</description><category>World</category></item>
            </channel></rss>\
            """);
    assertThat(feed.format()).isEqualTo("RSS 2.0");
    assertThat(feed.title()).isEqualTo("Daily & News");
    assertThat(feed.pace()).isEqualTo(Duration.ofMinutes(30));
    FeedEntry entry = feed.entries().getFirst();
    assertThat(entry.link()).isEqualTo("https://example.pk/a");
    assertThat(entry.id()).isEqualTo("g1");
    assertThat(entry.author()).isEqualTo("A. Writer");
    assertThat(entry.published()).isEqualTo(Instant.parse("2026-03-14T10:43:53Z"));
    assertThat(entry.summary()).isEqualTo("<p>Text</p>");
    assertThat(entry.categories()).containsExactly("World");
  }

  @Test
  void atomIsRead() {
    FeedContent feed =
        feed(
            """
            <feed xmlns="http://www.w3.org/2005/Atom" xml:lang="ur" xml:base="https://example.pk/x/">
            <title type="text">a &lt;b&gt; c</title><link rel="self" href="self"/><link href="."/>
            <entry><title type="html">T &amp;amp; U</title><id>tag:1</id><link href="e1"/>
            <updated>2026-03-14T10:00:00Z</updated>
            <content type="xhtml"><div xmlns="http://www.w3.org/1999/xhtml"><p>A <a href="y">y</a></p></div></content>
            </entry></feed>\
            """);
    assertThat(feed.title()).isEqualTo("a <b> c");
    assertThat(feed.link()).isEqualTo("https://example.pk/x/");
    assertThat(feed.language()).isEqualTo("ur");
    FeedEntry entry = feed.entries().getFirst();
    assertThat(entry.title()).isEqualTo("T & U");
    assertThat(entry.link()).isEqualTo("https://example.pk/x/e1");
    assertThat(entry.content()).contains("<p>A <a href=\"https://example.pk/x/y\"");
  }

  @Test
  void jsonFeedIsRead() {
    FeedContent feed =
        feed(
            """
            {"version":"https://jsonfeed.org/version/1.1","title":"N","items":[
            {"id":7,"url":"/a","content_text":"one\\n\\ntwo","authors":[{"name":"W"}]}]}\
            """);
    assertThat(feed.entries().getFirst().id()).isEqualTo("7");
    assertThat(feed.entries().getFirst().content()).isEqualTo("<p>one</p><p>two</p>");
  }

  @Test
  void faultsDoNotLoseTheFeed() {
    FeedContent feed =
        feed(
            """
            Warning: junk before
            <RSS><channel><title>A & B &nbsp;&ndash; C</title>
            <item><title>one<link>https://example.pk/1?a=1&copy=2</link><dc:creator>W</dc:creator>
            <description><![CDATA[x<br>y]]></description>
            <item><title>two</title><link>https://example.pk/2</link\
            """);
    assertThat(feed.title()).isEqualTo("A & B – C");
    assertThat(feed.entries()).extracting(FeedEntry::title).containsExactly("one", "two");
    assertThat(feed.entries().getFirst().link()).isEqualTo("https://example.pk/1?a=1&copy=2");
    assertThat(feed.entries().getFirst().author()).isEqualTo("W");
  }

  @Test
  void nothingActiveIsLeft() {
    FeedEntry entry =
        item(
            "<title>&lt;script>x()&lt;/script>A</title><link>javascript:alert(1)</link>"
                + "<description><![CDATA[<p onclick='x()'>t<script>y()</script>"
                + "<a href='java\nscript:z()'>l</a><svg onload=x()><form action='//e'>]]></description>");
    assertThat(entry.title()).isEqualTo("A");
    assertThat(entry.link()).isNull();
    assertThat(entry.summary()).isEqualTo("<p>tl</p>");
  }

  @Test
  void personsAreTakenApart() {
    assertThat(PersonText.of("a@example.pk (A. B.)"))
        .isEqualTo(new PersonText("A. B.", "a@example.pk"));
    assertThat(PersonText.of("A. B. <a@example.pk>"))
        .isEqualTo(new PersonText("A. B.", "a@example.pk"));
    assertThat(PersonText.of("a@example.pk")).isEqualTo(new PersonText(null, "a@example.pk"));
  }

  @Test
  void whatIsNoFeedSaysWhatItIs() {
    assertThat(FeedReader.read(page(""), Map.of())).isInstanceOf(NoFeed.class);
    assertThat(FeedReader.read(page("{\"error\":1}"), Map.of())).isInstanceOf(NoFeed.class);
    assertThat(FeedReader.read(page("<catalog/>"), Map.of()))
        .isEqualTo(new NoFeed("XML of another kind: <catalog>"));
  }

  @Test
  void entitiesCannotGrow() {
    String bomb =
        "<!DOCTYPE rss [<!ENTITY a \"ha\"><!ENTITY b \"&a;&a;&a;&a;\"><!ENTITY x SYSTEM \"file:///etc/passwd\">]>"
            + "<rss><channel><title>&a; &b; &x;</title></channel></rss>";
    assertThat(feed(bomb).title()).isEqualTo("ha &b; &x;");
  }

  @Test
  @Timeout(20)
  void depthAndSizeDoNotHurt() {
    String deep = "<rss><channel><title>t</title>" + "<a>".repeat(200_000);
    assertThat(feed(deep).title()).isEqualTo("t");
    String open = "<rss><channel><item><title>t</title><description>" + "&lt;b x=".repeat(100_000);
    assertThat(feed(open).entries()).hasSize(1);
    String quotes = "<rss><channel><title>t</title><a " + "b=\"".repeat(200_000);
    assertThat(feed(quotes).title()).isEqualTo("t");
  }

  @Test
  void tagsThatMatchAreTakenAsTheyStand() {
    FeedContent feed =
        feed(
            """
            <rss><channel><item><title>one</title><related><item><title>inner</title></item></related>
            <link>https://example.pk/1</link></item><item><title>two</title></item></channel></rss>\
            """);
    assertThat(feed.entries()).extracting(FeedEntry::title).containsExactly("one", "two");
    assertThat(feed.entries().getFirst().link()).isEqualTo("https://example.pk/1");
  }

  @Test
  void aFeedInsideAPageOrAfterWarningsIsFound() {
    String rss = "<rss version='0.91'><channel><title>T</title></channel></rss>";
    assertThat(feed("<html><body>" + rss + "</body></html>").title()).isEqualTo("T");
    assertThat(feed("\uFEFF\n\n<br /><b>Notice</b>: x\n" + rss).title()).isEqualTo("T");
    assertThat(feed(rss + "\n<!-- cached --><script>x()</script>").title()).isEqualTo("T");
  }

  @Test
  void namespacesCountByWhatTheyMeanNotByTheirPrefix() {
    FeedContent feed =
        feed(
            """
            <rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#" xmlns="http://purl.org/rss/1.0/"
              xmlns:x="http://purl.org/dc/elements/1.1/"><channel r:about="https://example.pk/"
              xmlns:r="http://www.w3.org/1999/02/22-rdf-syntax-ns#"><title>T</title></channel>
            <item rdf:about="https://example.pk/1"><title>one</title><x:creator>W</x:creator>
            <x:date>2026-03-14T10:00:00Z</x:date></item></rdf:RDF>\
            """);
    assertThat(feed.format()).isEqualTo("RSS 1.0");
    assertThat(feed.id()).isEqualTo("https://example.pk/");
    assertThat(feed.entries().getFirst().author()).isEqualTo("W");
    assertThat(feed.entries().getFirst().link()).isEqualTo("https://example.pk/1");
    assertThat(feed.entries().getFirst().published()).isEqualTo("2026-03-14T10:00:00Z");
    FeedContent atom =
        feed(
            "<a:feed xmlns:a='https://www.w3.org/2005/Atom/'><a:title>T</a:title>"
                + "<a:entry><a:title>E</a:title></a:entry></a:feed>");
    assertThat(atom.entries().getFirst().title()).isEqualTo("E");
    assertThat(item("<dc:creator>undeclared</dc:creator>").author()).isEqualTo("undeclared");
  }

  @Test
  void linksAreRelativeToTheNearestBase() {
    FeedEntry entry =
        feed("""
        <feed xmlns="http://www.w3.org/2005/Atom" xml:base="https://example.pk/a/"><title>T</title>
        <entry xml:base="b/"><link href="c"/><content type="html" xml:base="d/">&lt;a href="e">x&lt;/a></content>
        </entry></feed>\
        """)
            .entries()
            .getFirst();
    assertThat(entry.link()).isEqualTo("https://example.pk/a/b/c");
    assertThat(entry.content()).contains("href=\"https://example.pk/a/b/d/e\"");
    assertThat(item("<link>?p=1</link>").link()).isEqualTo("https://example.pk/feeds/all?p=1");
  }

  @Test
  void charactersAreMendedInXmlAndInJson() {
    assertThat(item("<title>a\u0001b\u000Bc &#1;&#x92;\u0096d</title>").title())
        .isEqualTo("abc ’–d");
    assertThat(item("<title>a\r\nb</title>").title()).isEqualTo("a b");
    FeedContent json =
        feed(
            "{\"version\":\"https://jsonfeed.org/version/1\",\"title\":\"a\\u0001b\\u0092\","
                + "\"author\":{\"name\":\"W\"},\"items\":[{\"id\":\"1\",\"content_html\":"
                + "\"<p onclick=x()>c\\u0002</p>\",\"tags\":[\"t\\u0003\"]}]}");
    assertThat(json.title()).isEqualTo("ab’");
    assertThat(json.entries().getFirst().content()).isEqualTo("<p>c</p>");
    assertThat(json.entries().getFirst().categories()).containsExactly("t");
  }

  @Test
  void entitiesOfHtmlAndThoseWrittenTwiceAreRead() {
    FeedEntry entry =
        item(
            "<title>caf&eacute; &amp;amp; bar &amp;eacute;</title>"
                + "<description>&amp;lt;p&amp;gt;twice&amp;lt;/p&amp;gt; &mdash; &bogus; & co</description>");
    assertThat(entry.title()).isEqualTo("café & bar é");
    assertThat(entry.summary()).isEqualTo("&lt;p&gt;twice&lt;/p&gt; — &bogus; &amp; co");
  }

  @Test
  void feedsInOldCharsetsAreRead() {
    String urdu = "كتابوں كا تحفہ دے كر ان كا دل خوش كر ديا";
    for (String charset : new String[] {"UTF-16LE", "UTF-16BE", "windows-1256"}) {
      String label = charset.startsWith("UTF-16") ? "UTF-16" : charset;
      String xml =
          "<?xml version='1.0' encoding='"
              + label
              + "'?><rss><channel><title>"
              + urdu
              + "</title></channel></rss>";
      var page = new Page(null, null, new Bytes(xml.getBytes(Charset.forName(charset))), NOW);
      assertThat(FeedReader.read(page, Map.of()))
          .as(charset)
          .isInstanceOfSatisfying(
              FeedRead.class, read -> assertThat(read.content().title()).isEqualTo(urdu));
    }
  }

  @Test
  void channelsOf1997AreRead() {
    FeedContent cdf =
        feed(
            """
            <CHANNEL HREF="https://example.pk/"><TITLE>Old</TITLE><ITEM HREF="https://example.pk/1"
            LASTMOD="1997-10-02T10:00:00Z"><TITLE>one</TITLE><ABSTRACT>a &lt;b&gt;b&lt;/b&gt;</ABSTRACT></ITEM>
            </CHANNEL>\
            """);
    assertThat(cdf.format()).isEqualTo("CDF");
    assertThat(cdf.entries().getFirst().title()).isEqualTo("one");
    assertThat(cdf.entries().getFirst().link()).isEqualTo("https://example.pk/1");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Sat, 14 Mar 2026 15:43:53 +0500",
        "Sat, 4 Jul 2026 05:03:00 GMT",
        "14 Mar 2026 15:43 -0330",
        "Sat, 14 Mar 2026 15:43:53 Z",
        "Sat, 14 Mar 2026 15:43:53 UTC",
        "2026-03-14T15:43:53Z",
        "2026-03-14T15:43:53+05:00",
        "2026-12-31T23:59:59-12:00",
        "29 Feb 2024 00:00:00 GMT"
      })
  void theCommonDatesAreReadAsTheThoroughReaderReadsThem(String text) {
    assertThat(FeedDate.instant(text))
        .isNotNull()
        .isEqualTo(Dates.parse(text, null, null).orElseThrow().at());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Sat, 14 Mar 2026 15:43:53",
        "Sat, 14 Mar 2026 15:43:53 PKT",
        "Sat, 30 Feb 2026 15:43:53 GMT",
        "Sat, 14 Mar 26 15:43:53 GMT",
        "Sam, 14 Mar 2026 15:43:53 GMT",
        "Sat, 14 Mar 2026 25:43:53 GMT",
        "Sat, 14 Mar 2026 15:43:53 GMT+1",
        "Sat, 14 Mar 2026 15:43:53 +9900",
        "2026-03-14T15:43:53",
        "2026-03-14T15:43:53.5Z",
        "2026-13-14T15:43:53Z",
        "0001-01-01T00:00:00Z",
        "2026-03-14 15:43:53 +0500",
        ""
      })
  void otherDatesAreLeftToIt(String text) {
    assertThat(FeedDate.instant(text)).isNull();
  }
}
