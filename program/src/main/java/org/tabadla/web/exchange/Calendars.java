package org.tabadla.web.exchange;

import io.javalin.http.Context;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.tabadla.exchange.Exchange;
import org.tabadla.exchange.market.Listing;
import org.tabadla.model.Text;
import org.tabadla.web.Doors;
import org.tabadla.web.Safe;
import org.tabadla.web.Ui;

/// What happens when: events, embargoes and days by which something is needed; as a page and as
/// iCalendar (RFC 5545).
final class Calendars {
  private static final Duration BACK = Duration.ofDays(7);
  private static final int MOST = 500;
  private static final int LINE_BYTES = 73;
  private static final DateTimeFormatter STAMP =
      DateTimeFormatter.ofPattern("yyyyMMdd'T'HHmmss'Z'").withZone(ZoneOffset.UTC);

  private final Counter counter;
  private final Exchange exchange;

  Calendars(Counter counter) {
    this.counter = counter;
    this.exchange = counter.exchange();
  }

  void open(Doors doors) {
    doors.page(
        "/exchange/calendar",
        (ctx, ui) ->
            counter.show(
                ctx,
                ui,
                "calendar",
                ui.say("calendar"),
                new ExchangePage.Shown.Calendar(entries(ctx))));
    doors.page("/exchange/calendar.ics", this::iCalendar);
  }

  private List<ExchangePage.Entry> entries(Context ctx) {
    Instant since = exchange.now().minus(BACK);
    var out = new ArrayList<ExchangePage.Entry>();
    exchange
        .seenBy(counter.viewer(ctx))
        .filter(listing -> listing.state() instanceof Listing.State.Open)
        .forEach(listing -> {
          var times = listing.core().times();
          add(out, since, times.event(), "calendar.event", listing);
          add(out, since, times.embargo(), "calendar.embargo", listing);
          add(out, since, times.needBy(), "calendar.needby", listing);
          add(out, since, times.availableFrom(), "calendar.available", listing);
        });
    out.sort(Comparator.comparing(ExchangePage.Entry::at));
    return out.stream().limit(MOST).toList();
  }

  private static void add(
      List<ExchangePage.Entry> out,
      Instant since,
      @Nullable Instant at,
      String key,
      Listing listing) {
    if (at != null && at.isAfter(since)) {
      out.add(new ExchangePage.Entry(at, key, listing));
    }
  }

  private void iCalendar(Context ctx, Ui ui) {
    var out = new StringBuilder();
    line(out, "BEGIN:VCALENDAR");
    line(out, "VERSION:2.0");
    line(out, "PRODID:-//Tabadla//Exchange//" + ui.tag().toUpperCase(java.util.Locale.ROOT));
    for (ExchangePage.Entry entry : entries(ctx)) {
      Listing listing = entry.listing();
      Text title = listing.core().about().title(ui.lang());
      line(out, "BEGIN:VEVENT");
      line(out, "UID:" + listing.id() + "-" + entry.key() + "@tabadla");
      line(out, "DTSTAMP:" + STAMP.format(listing.since()));
      line(out, "DTSTART:" + STAMP.format(entry.at()));
      line(
          out,
          "SUMMARY;LANGUAGE="
              + title.lang()
              + ":"
              + escaped(ui.say(entry.key()) + ": " + title.value()));
      line(out, "DESCRIPTION:" + escaped(listing.core().about().summary(ui.lang()).value()));
      line(
          out,
          "URL:" + counter.doors().shells().base() + ui.link("/exchange/listing/" + listing.id()));
      line(out, "END:VEVENT");
    }
    line(out, "END:VCALENDAR");
    ctx.contentType("text/calendar; charset=utf-8").result(out.toString());
  }

  /// §3.3.11.
  private static String escaped(String text) {
    return Safe.text(text)
        .replace("\\", "\\\\")
        .replace(";", "\\;")
        .replace(",", "\\,")
        .replace("\r", "")
        .replace("\n", "\\n");
  }

  /// Folds a line after at most 75 octets, never within a character (§3.1).
  private static void line(StringBuilder out, String line) {
    int bytes = 0;
    for (int i = 0; i < line.length(); ) {
      int c = line.codePointAt(i);
      int more = Character.toString(c).getBytes(StandardCharsets.UTF_8).length;
      if (bytes + more > LINE_BYTES) {
        out.append("\r\n ");
        bytes = 0;
      }
      out.appendCodePoint(c);
      bytes += more;
      i += Character.charCount(c);
    }
    out.append("\r\n");
  }
}
