package org.tabadla.formats;

import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/// Writes items for those who only read: Atom (RFC 4287), JSON Feed 1.1, iCalendar (RFC 5545) and
/// CSV (RFC 4180).
final class NewsFeeds {
  private static final int ICAL_LINE_OCTETS = 75;
  private static final String EPOCH = "1970-01-01T00:00:00Z";

  private NewsFeeds() {}

  static String atom(List<NewsItem> items) {
    var xml = new XmlWriter();
    xml.open("feed", "xmlns", "http://www.w3.org/2005/Atom");
    xml.text(
        "id", items.isEmpty() ? "urn:tabadla:empty" : NinjsWriter.uri(items.getFirst()) + "#feed");
    xml.text("title", "Tabadla");
    xml.text(
        "updated", items.stream().map(NewsFeeds::updated).max(String::compareTo).orElse(EPOCH));
    for (NewsItem item : items) {
      xml.open("entry", "xml:lang", item.language());
      xml.text("id", NinjsWriter.uri(item));
      xml.text("title", title(item));
      xml.text("updated", updated(item));
      xml.text("published", Stamps.full(item.times().firstCreated()));
      String by = item.first(Words.Use.BYLINE);
      xml.open("author").text("name", by == null ? provider(item) : by).close();
      if (item.uri().startsWith("http")) {
        xml.empty("link", "rel", "alternate", "href", item.uri());
      }
      item.concepts(Concept.Kind.SUBJECT)
          .map(Concept::shown)
          .distinct()
          .forEach(s -> xml.empty("category", "term", s));
      xml.text("rights", item.rights().notice());
      xml.text("summary", item.first(Words.Use.DESCRIPTION));
      Words body = item.words(Words.Use.BODY).findFirst().orElse(null);
      if (body != null) {
        boolean html = body.contentType() != null && body.contentType().contains("html");
        xml.text("content", html ? body.value() : body.text(), "type", html ? "html" : "text");
      }
      xml.close();
    }
    return xml.close().document();
  }

  static ObjectNode json(List<NewsItem> items) {
    ObjectNode feed = StrictJson.MAPPER.createObjectNode();
    feed.put("version", "https://jsonfeed.org/version/1.1").put("title", "Tabadla");
    ArrayNode array = feed.putArray("items");
    for (NewsItem item : items) {
      ObjectNode one = array.addObject();
      one.put("id", NinjsWriter.uri(item)).put("title", title(item));
      put(one, "url", item.uri().startsWith("http") ? item.uri() : null);
      put(one, "summary", item.first(Words.Use.DESCRIPTION));
      put(one, "date_published", Stamps.full(item.times().firstCreated()));
      put(one, "date_modified", Stamps.full(item.times().versionCreated()));
      put(one, "language", item.language());
      Words body = item.words(Words.Use.BODY).findFirst().orElse(null);
      boolean html =
          body != null && body.contentType() != null && body.contentType().contains("html");
      one.put(
          html ? "content_html" : "content_text",
          body == null ? "" : html ? body.value() : body.text());
      String by = item.first(Words.Use.BYLINE);
      if (by != null) {
        one.putArray("authors").addObject().put("name", by);
      }
      ArrayNode tags = one.putArray("tags");
      item.concepts(Concept.Kind.SUBJECT).map(Concept::shown).distinct().forEach(tags::add);
    }
    return feed;
  }

  /// Events and planned coverage; items without either, and without a date, are no appointments and
  /// are left out.
  static String calendar(List<NewsItem> items) {
    var lines = new ArrayList<String>();
    lines.add("BEGIN:VCALENDAR");
    lines.add("VERSION:2.0");
    lines.add("PRODID:-//Tabadla//Coverage//EN");
    for (NewsItem item : items) {
      EventPlan event = item.event();
      if (event != null && event.start() != null) {
        appointment(
            lines,
            item,
            NinjsWriter.uri(item),
            title(item),
            event.start(),
            event.end(),
            event.duration(),
            event.place(),
            item.first(Words.Use.DESCRIPTION));
      }
      int number = 0;
      for (Coverage each : item.coverage()) {
        number++;
        String title = each.title() == null ? title(item) : each.title();
        appointment(
            lines,
            item,
            NinjsWriter.uri(item) + "#" + number,
            title,
            each.scheduled(),
            each.until(),
            null,
            null,
            each.note());
      }
      for (Association association : item.associations()) {
        EventPlan other = association.item().event();
        if (other != null && other.start() != null) {
          appointment(
              lines,
              item,
              NinjsWriter.uri(association.item()),
              title(association.item()),
              other.start(),
              other.end(),
              other.duration(),
              other.place(),
              association.item().first(Words.Use.DESCRIPTION));
        }
      }
    }
    lines.add("END:VCALENDAR");
    var out = new StringBuilder();
    lines.forEach(line -> fold(out, line));
    return out.toString();
  }

  private static void appointment(
      List<String> lines,
      NewsItem item,
      String uid,
      String title,
      @Nullable String start,
      @Nullable String end,
      @Nullable String duration,
      @Nullable String place,
      @Nullable String note) {
    OffsetDateTime from = Stamps.parse(start);
    if (start == null || from == null) {
      return;
    }
    lines.add("BEGIN:VEVENT");
    lines.add("UID:" + uid);
    lines.add("DTSTAMP:" + utc(Objects.requireNonNull(Stamps.parse(updated(item)))));
    lines.add("DTSTART" + when(start, from));
    OffsetDateTime to = Stamps.parse(end);
    if (end != null
        && to != null
        && !to.isBefore(from)
        && Stamps.isDay(end) == Stamps.isDay(start)) {
      // In a calendar the end of a whole day is the next one.
      lines.add("DTEND" + when(end, Stamps.isDay(end) ? to.plusDays(1) : to));
    } else if (duration != null
        && duration.matches("P\\d+[DW]|P(\\d+D)?T(\\d+H)?(\\d+M)?(\\d+S)?")) {
      lines.add("DURATION:" + duration);
    }
    lines.add("SUMMARY:" + escaped(title));
    if (place != null) {
      lines.add("LOCATION:" + escaped(place));
    }
    if (note != null) {
      lines.add("DESCRIPTION:" + escaped(note));
    }
    lines.add(item.handling().isKill() ? "STATUS:CANCELLED" : "STATUS:CONFIRMED");
    lines.add("END:VEVENT");
  }

  private static String when(String written, OffsetDateTime at) {
    return Stamps.isDay(written)
        ? ";VALUE=DATE:" + at.format(DateTimeFormatter.BASIC_ISO_DATE).substring(0, 8)
        : ":" + utc(at);
  }

  private static String utc(OffsetDateTime at) {
    return at.withOffsetSameInstant(ZoneOffset.UTC)
        .format(DateTimeFormatter.ofPattern("uuuuMMdd'T'HHmmss'Z'"));
  }

  private static String escaped(String text) {
    return text.replace("\\", "\\\\")
        .replace(";", "\\;")
        .replace(",", "\\,")
        .replace("\r", "")
        .replace("\n", "\\n");
  }

  /// Lines of at most 75 octets; a character is never parted.
  private static void fold(StringBuilder out, String line) {
    int octets = 0;
    for (int i = 0; i < line.length(); i += Character.charCount(line.codePointAt(i))) {
      int c = line.codePointAt(i);
      int size = c < 0x80 ? 1 : c < 0x800 ? 2 : c < 0x10000 ? 3 : 4;
      if (octets + size > ICAL_LINE_OCTETS) {
        out.append("\r\n ");
        octets = 1;
      }
      out.appendCodePoint(c);
      octets += size;
    }
    out.append("\r\n");
  }

  static String csv(List<NewsItem> items) {
    var out = new StringBuilder();
    row(
        out,
        "uri",
        "version",
        "kind",
        "language",
        "headline",
        "byline",
        "provider",
        "firstCreated",
        "versionCreated",
        "embargoed",
        "pubStatus",
        "urgency",
        "subjects",
        "places",
        "copyright",
        "usageTerms",
        "body");
    for (NewsItem item : items) {
      Integer urgency = item.handling().urgency();
      row(
          out,
          NinjsWriter.uri(item),
          item.version(),
          item.kind().word(),
          item.language(),
          title(item),
          item.first(Words.Use.BYLINE),
          provider(item),
          item.times().firstCreated(),
          item.times().versionCreated(),
          item.times().embargoed(),
          item.handling().pubStatus(),
          urgency == null ? null : urgency.toString(),
          joined(item, Concept.Kind.SUBJECT),
          joined(item, Concept.Kind.PLACE),
          item.rights().notice(),
          item.rights().usageTerms(),
          item.first(Words.Use.BODY));
    }
    return out.toString();
  }

  /// A cell that a spreadsheet would take for a formula gets an apostrophe before it.
  static void row(StringBuilder out, @Nullable String... cells) {
    for (int i = 0; i < cells.length; i++) {
      String cell = Objects.requireNonNullElse(cells[i], "");
      String safe = cell.matches("(?s)[=+@\\t\\r-].*") ? "'" + cell : cell;
      out.append(i == 0 ? "" : ",").append('"').append(safe.replace("\"", "\"\"")).append('"');
    }
    out.append("\r\n");
  }

  private static String joined(NewsItem item, Concept.Kind kind) {
    return String.join("; ", item.concepts(kind).map(Concept::shown).distinct().toList());
  }

  private static String title(NewsItem item) {
    String headline = item.headline();
    return headline == null ? NinjsWriter.uri(item) : headline;
  }

  private static String provider(NewsItem item) {
    Concept provider = item.provider();
    return provider == null ? "unknown" : provider.shown();
  }

  private static String updated(NewsItem item) {
    String at = Stamps.full(item.times().versionCreated());
    String first = Stamps.full(item.times().firstCreated());
    return at != null ? at : first != null ? first : EPOCH;
  }

  private static void put(ObjectNode node, String key, @Nullable String value) {
    if (value != null) {
      node.put(key, value);
    }
  }
}
