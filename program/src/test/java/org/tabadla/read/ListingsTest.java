package org.tabadla.read;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.tabadla.model.Block;
import org.tabadla.model.Bytes;
import org.tabadla.model.Page;
import org.tabadla.model.Reading;
import org.tabadla.model.SourceId;

/// Sitemaps, outlines, pages that name feeds, and what is told apart from them.
class ListingsTest {
  private static final Instant NOW = Instant.parse("2026-03-14T12:00:00Z");

  private static Page page(String text) {
    byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
    return new Page("https://example.pk/a/", null, new Bytes(bytes), NOW);
  }

  @Test
  void aNewsSitemapKeepsADayADay() {
    var sitemap =
        SitemapReader.read(
            page(
                """
                <urlset xmlns:news="http://www.google.com/schemas/sitemap-news/0.9">
                <url><loc> https://example.pk/1?a=1&amp;b=2 </loc><lastmod>2026-03-14</lastmod>
                <news:news><news:publication><news:name>N</news:name></news:publication>
                <news:publication_date>2026-03-14</news:publication_date><news:title>T</news:title>
                </news:news></url><url><loc>javascript:x()</loc></url></urlset>\
                """));
    assertThat(sitemap.index()).isFalse();
    assertThat(sitemap.locations()).hasSize(1);
    var location = sitemap.locations().getFirst();
    assertThat(location.loc()).isEqualTo("https://example.pk/1?a=1&b=2");
    assertThat(location.news())
        .isEqualTo(
            new SitemapReader.News(
                "T", Instant.parse("2026-03-14T00:00:00Z"), "2026-03-14", null, "N"));
  }

  @Test
  void aSitemapIndexAndAPlainListAreRead() {
    var index =
        SitemapReader.read(
            page("<sitemapindex><sitemap><loc>/s.xml</loc></sitemap></sitemapindex>"));
    assertThat(index.index()).isTrue();
    assertThat(index.locations().getFirst().loc()).isEqualTo("https://example.pk/s.xml");
    assertThat(SitemapReader.read(page("https://a.example/\nhttps://b.example/\n")).locations())
        .hasSize(2);
    assertThat(SitemapReader.read(page("<html/>")).trouble()).isEqualTo("no sitemap: <html>");
  }

  @Test
  void outlinesKeepTheirFolders() {
    var feeds =
        OpmlReader.read(
            page(
                """
                <opml><body><outline text="A"><outline text="B">
                <outline title="T" xmlUrl="https://example.pk/f"/></outline></outline></body></opml>\
                """));
    assertThat(feeds).containsExactly(new OpmlReader.Outline("https://example.pk/f", "T", "A/B"));
  }

  @Test
  void aHundredThousandOutlinesAreRead() {
    String line = "<outline type=\"rss\" text=\"t\" xmlUrl=\"https://example.pk/f\"/>\n";
    assertThat(OpmlReader.read(page("<opml><body>" + line.repeat(100_000) + "</body></opml>")))
        .hasSize(100_000);
  }

  @Test
  void thePageNamesItsFeeds() {
    String html =
        """
        <link rel=alternate type=application/rss+xml href=f1><base href="/b/">
        <link rel="alternate" type="Application/Atom+XML; x" href="f2"><link rel=alternate hreflang=ur href=/ur>
        <link rel=alternate type=application/json href=/wp-json/x><link rel=feed href="/f3">\
        """;
    assertThat(FeedDiscovery.feeds(page(html)))
        .isEqualTo(
            List.of("https://example.pk/a/f1", "https://example.pk/b/f2", "https://example.pk/f3"));
  }

  @Test
  void bytesAreToldApart() {
    assertThat(Sniffer.kind(page("<?xml version='1.0'?><!-- x --><rss>")))
        .isEqualTo(Sniffer.Kind.FEED);
    assertThat(Sniffer.kind(page("{\"version\":\"https://jsonfeed.org/version/1\"}")))
        .isEqualTo(Sniffer.Kind.FEED);
    assertThat(Sniffer.kind(page("<urlset>"))).isEqualTo(Sniffer.Kind.SITEMAP);
    assertThat(Sniffer.kind(page("<opml>"))).isEqualTo(Sniffer.Kind.OPML);
    assertThat(Sniffer.kind(page("<!DOCTYPE html><html><!-- <rss> -->")))
        .isEqualTo(Sniffer.Kind.HTML);
    assertThat(Sniffer.kind(page("%PDF-1.7"))).isEqualTo(Sniffer.Kind.PDF);
    assertThat(Sniffer.describe(page("<?xml version='1.0'?><catalog/>")))
        .isEqualTo("XML <catalog>");
    assertThat(Sniffer.describe(page("hello"))).isEqualTo("text «hello»");
  }

  @Test
  void anEntryWithItsWholeTextIsAnArticle() {
    String html = "<h3>H</h3>one<br><br>two " + "word ".repeat(60) + "<ul><li>a</li></ul>";
    Reading reading = EntryReader.article(entry(html), feed(), new SourceId("example.pk"), NOW);
    assertThat(reading).isInstanceOf(Reading.Read.class);
    var article = ((Reading.Read) reading).article();
    assertThat(article.url()).isEqualTo("https://example.pk/1");
    assertThat(article.site()).isEqualTo("Outlet");
    assertThat(article.body())
        .extracting(block -> block.getClass().getSimpleName())
        .containsExactly("Heading", "Paragraph", "Paragraph", "Listing");
    assertThat(article.body().get(1)).isEqualTo(new Block.Paragraph("one"));
  }

  @Test
  void aTeaserIsNoArticle() {
    assertThat(EntryReader.article(entry("<p>short</p>"), feed(), new SourceId("example.pk"), NOW))
        .isInstanceOf(Reading.NotAnArticle.class);
  }

  private static FeedEntry entry(String html) {
    return new FeedEntry(
        "1",
        "Title",
        "https://example.pk/1?utm_source=f",
        "W",
        null,
        NOW,
        null,
        html,
        null,
        null,
        List.of(),
        List.of(),
        null,
        null);
  }

  private static FeedContent feed() {
    return new FeedContent(
        "RSS 2.0", "Outlet", null, "en", null, null, null, null, null, null, null, null, List.of());
  }
}
