package org.tabadla.bench;

import com.apptasticsoftware.rssreader.RssReader;
import com.rometools.rome.io.SyndFeedInput;
import com.rometools.rome.io.XmlReader;
import java.io.ByteArrayInputStream;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import org.tabadla.model.Bytes;
import org.tabadla.model.Page;
import org.tabadla.read.FeedReader;
import org.tabadla.read.FeedReading;

/// How many feeds a second one core reads: Tabadla (bytes to entries, every text made harmless)
/// beside ROME, rssreader and the bare XML parser of the JDK, each by its default output, in turns
/// and in processor time, so that a busy machine is busy for all of them.
///
/// The feeds are made here, of the size that an outlet's feed has: 64 KB, 30 items, half of the
/// bytes the HTML of the articles; one in English, one in Urdu.
public final class FeedBench {
  private static final int ITEMS = 30;
  private static final int FEED_BYTES = 64 * 1024;
  private static final int TURNS = 6;
  private static final int WARM_TURNS = 3;
  private static final double TURN_SECONDS = 1;

  /// Time that the processor gave us: what other programs take of it is not counted.
  private static final ThreadMXBean CLOCK = ManagementFactory.getThreadMXBean();

  private static final List<String> ENGLISH =
      List.of("The ministers of the member states met on Tuesday", "and agreed on a timetable.");
  private static final List<String> URDU =
      List.of("رکن ملکوں کے وزرا نے منگل کو ملاقات کی", "اور نظام الاوقات پر اتفاق کیا۔");

  private FeedBench() {}

  public static void main(String[] args) throws Exception {
    measure("English", feed("en", ENGLISH));
    measure("Urdu", feed("ur", URDU));
  }

  private interface Parser {
    /// @return how many items it found
    int items(byte[] feed) throws Exception;
  }

  private record Contender(String name, Parser parser, List<Double> rates) {
    Contender(String name, Parser parser) {
      this(name, parser, new ArrayList<>());
    }

    double best() {
      return rates.stream().mapToDouble(Double::doubleValue).max().orElse(0);
    }
  }

  private static void measure(String what, byte[] feed) throws Exception {
    System.out.printf(
        Locale.ROOT, "%s feed: %,d bytes, %d items; one thread%n", what, feed.length, ITEMS);
    var contenders =
        List.of(
            new Contender("bare JDK StAX", FeedBench::bare),
            new Contender("Tabadla", FeedBench::tabadla),
            new Contender("rssreader", FeedBench::rssreader),
            new Contender("ROME", FeedBench::rome));
    for (int turn = 0; turn < TURNS; turn++) {
      for (Contender each : contenders) {
        double rate = rate(each, feed);
        if (turn >= WARM_TURNS) {
          each.rates().add(rate);
        }
      }
    }
    double bare = contenders.getFirst().best();
    for (Contender each : contenders) {
      System.out.printf(
          Locale.ROOT,
          "  %-16s %8.0f feeds/s  %5.2f of bare StAX%n",
          each.name(),
          each.best(),
          each.best() / bare);
    }
  }

  private static double rate(Contender contender, byte[] feed) throws Exception {
    long began = CLOCK.getCurrentThreadCpuTime();
    long until = began + (long) (TURN_SECONDS * 1e9);
    int feeds = 0;
    while (CLOCK.getCurrentThreadCpuTime() < until) {
      int found = contender.parser().items(feed);
      if (found != ITEMS) {
        throw new IllegalStateException(contender.name() + " found " + found + " items");
      }
      feeds++;
    }
    return feeds / ((CLOCK.getCurrentThreadCpuTime() - began) / 1e9);
  }

  private static int tabadla(byte[] feed) {
    var page = new Page("https://news.example/feed", null, new Bytes(feed), Instant.EPOCH);
    return switch (FeedReader.read(page, Map.of())) {
      case FeedReading.FeedRead(var content) -> content.entries().size();
      case FeedReading.NoFeed(var why) -> throw new IllegalStateException(why);
    };
  }

  private static final XMLInputFactory STAX = XMLInputFactory.newDefaultFactory();

  /// Every event and every text, but nothing is made of them.
  private static int bare(byte[] feed) throws Exception {
    var reader = STAX.createXMLStreamReader(new ByteArrayInputStream(feed));
    int items = 0;
    long chars = 0;
    while (reader.hasNext()) {
      switch (reader.next()) {
        case XMLStreamConstants.START_ELEMENT ->
            items += reader.getLocalName().equals("item") ? 1 : 0;
        case XMLStreamConstants.CHARACTERS, XMLStreamConstants.CDATA ->
            chars += reader.getText().length();
        default -> {}
      }
    }
    return chars < 0 ? 0 : items;
  }

  private static int rome(byte[] feed) throws Exception {
    try (var in = new XmlReader(new ByteArrayInputStream(feed))) {
      return new SyndFeedInput().build(in).getEntries().size();
    }
  }

  private static int rssreader(byte[] feed) {
    try (var items = new RssReader().read(new ByteArrayInputStream(feed))) {
      return items.toList().size();
    }
  }

  private static byte[] feed(String lang, List<String> words) {
    String head =
        """
        <?xml version="1.0" encoding="UTF-8"?>
        <rss version="2.0" xmlns:content="http://purl.org/rss/1.0/modules/content/"
          xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:atom="http://www.w3.org/2005/Atom"
          xmlns:sy="http://purl.org/rss/1.0/modules/syndication/" xmlns:media="http://search.yahoo.com/mrss/">
        <channel>
        <title>News Example</title>
        <atom:link href="https://news.example/feed" rel="self" type="application/rss+xml" />
        <link>https://news.example</link>
        <description>All &amp; everything</description>
        <lastBuildDate>Tue, 10 Mar 2026 11:45:00 +0000</lastBuildDate>
        <language>%s</language>
        <sy:updatePeriod>hourly</sy:updatePeriod>
        """
            .formatted(lang);
    var feed = new StringBuilder(head);
    for (int i = 0; i < ITEMS; i++) {
      int room = (FEED_BYTES - bytes(feed) - 30) / (ITEMS - i);
      feed.append(item(i, room, words));
    }
    return feed.append("</channel>\n</rss>\n").toString().getBytes(StandardCharsets.UTF_8);
  }

  private static String item(int n, int room, List<String> words) {
    Instant published = Instant.parse("2026-03-10T11:00:00Z").minusSeconds(1_741L * n);
    String sentence = String.join(" ", words);
    var item = new StringBuilder("<item>\n<title>");
    item.append(words.getFirst()).append(" &#8211; ").append(n).append("</title>\n<link>");
    item.append("https://news.example/2026/03/10/story-").append(n).append("/</link>\n");
    item.append("<dc:creator><![CDATA[News Desk]]></dc:creator>\n<pubDate>");
    item.append(
        DateTimeFormatter.RFC_1123_DATE_TIME.format(published.atOffset(ZoneOffset.ofHours(5))));
    item.append("</pubDate>\n<category><![CDATA[World]]></category>\n");
    item.append("<category><![CDATA[Business]]></category>\n<guid isPermaLink=\"false\">");
    item.append("https://news.example/?p=").append(90_000 + n).append("</guid>\n<description>");
    item.append("&lt;p&gt;").append(sentence).append(" &#8230;&lt;/p&gt;</description>\n");
    item.append("<media:content url=\"https://news.example/pictures/").append(n);
    item.append(".jpg\" medium=\"image\" type=\"image/jpeg\" />\n<content:encoded><![CDATA[");
    item.append("<figure class=\"wp-block-image\"><img src=\"https://news.example/pictures/");
    item.append(n).append(".jpg\" alt=\"\" width=\"1024\" height=\"683\" loading=\"lazy\" />");
    item.append("<figcaption>").append(words.getFirst()).append("</figcaption></figure>\n");
    String end = "]]></content:encoded>\n</item>\n";
    while (bytes(item) + bytes(end) < room) {
      item.append("<p>").append(sentence).append(" <strong>").append(words.getFirst());
      item.append("</strong> &amp; <a href=\"https://news.example/tag/").append(n);
      item.append("\" target=\"_blank\">").append(words.getLast()).append("</a></p>\n");
    }
    return item.append(end).toString();
  }

  private static int bytes(CharSequence text) {
    return text.toString().getBytes(StandardCharsets.UTF_8).length;
  }
}
