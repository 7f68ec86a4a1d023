package org.tabadla.web.exchange;

import io.javalin.http.Context;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.tabadla.exchange.Exchange;
import org.tabadla.exchange.market.Agreement;
import org.tabadla.exchange.market.Listing;
import org.tabadla.exchange.market.Production;
import org.tabadla.model.Lang;
import org.tabadla.model.Text;
import org.tabadla.people.OrganisationId;
import org.tabadla.web.Doors;
import org.tabadla.web.Safe;
import org.tabadla.web.Ui;

/// What happens when: events, embargoes and days by which something is needed; as a page and as
/// iCalendar (RFC 5545).
final class Calendars {
  private static final Duration BACK = Duration.ofDays(7);
  private static final int MOST = 500;
  private static final int LINE_BYTES = 73;
  private static final Text NOTHING = new Text("", Lang.UND);
  private static final DateTimeFormatter STAMP =
      DateTimeFormatter.ofPattern("yyyyMMdd'T'HHmmss'Z'").withZone(ZoneOffset.UTC);

  private final Counter counter;
  private final Exchange exchange;

  Calendars(Counter counter) {
    this.counter = counter;
    this.exchange = counter.exchange();
  }

  void open(Doors doors) {
    doors.page("/exchange/calendar", this::month);
    doors.page("/exchange/calendar.ics", this::iCalendar);
  }

  private void month(Context ctx, Ui ui) {
    YearMonth month = asked(ctx);
    ZoneId zone = counter.doors().zone();
    Instant from = month.atDay(1).atStartOfDay(zone).toInstant();
    Instant until = month.plusMonths(1).atDay(1).atStartOfDay(zone).toInstant();
    var days = new TreeMap<LocalDate, List<ExchangePage.Entry>>();
    for (ExchangePage.Entry entry : entries(ctx, ui.lang(), from, until)) {
      days.computeIfAbsent(entry.at().atZone(zone).toLocalDate(), _ -> new ArrayList<>())
          .add(entry);
    }
    counter.show(
        ctx,
        ui,
        "calendar",
        ui.say("calendar"),
        new ExchangePage.Shown.Calendar(
            month,
            days.entrySet().stream()
                .map(day -> new ExchangePage.Day(day.getKey(), day.getValue()))
                .toList()));
  }

  /// The month that was asked for, else this one.
  private YearMonth asked(Context ctx) {
    String given = Optional.ofNullable(ctx.queryParam("month")).orElse("");
    return given.matches("[12]\\d{3}-(0[1-9]|1[0-2])")
        ? YearMonth.parse(given)
        : YearMonth.from(exchange.now().atZone(counter.doors().zone()));
  }

  /// What the asker may see of a time: all listings that it may see, in the reader's language where
  /// they have it, and what it has agreed on.
  private List<ExchangePage.Entry> entries(Context ctx, Lang reader, Instant from, Instant until) {
    var out = new ArrayList<ExchangePage.Entry>();
    OrganisationId viewer = counter.viewer(ctx);
    exchange
        .seenBy(viewer)
        .filter(listing -> listing.state() instanceof Listing.State.Open)
        .forEach(listing -> {
          var times = listing.core().times();
          add(out, reader, times.event(), "calendar.event", listing);
          add(out, reader, times.embargo(), "calendar.embargo", listing);
          add(out, reader, times.needBy(), "calendar.needby", listing);
          add(out, reader, times.availableFrom(), "calendar.available", listing);
        });
    if (viewer != null) {
      exchange.market().agreements(viewer).stream()
          .filter(Agreement::isInForce)
          .forEach(agreement -> agreed(agreement, out));
    }
    return out.stream()
        .filter(entry -> !entry.at().isBefore(from) && entry.at().isBefore(until))
        .sorted(Comparator.comparing(ExchangePage.Entry::at))
        .limit(MOST)
        .toList();
  }

  /// What an agreement's two sides, and nobody else, have to keep in mind.
  private void agreed(Agreement agreement, List<ExchangePage.Entry> out) {
    Instant deliverBy = agreement.terms().deliverBy();
    if (deliverBy != null) {
      out.add(
          new ExchangePage.Entry(
              deliverBy,
              "calendar.deliver",
              agreement.id() + "-deliver",
              "/exchange/agreement/" + agreement.id(),
              new Text(agreement.terms().subject(), Lang.UND),
              NOTHING,
              agreement.terms().provider(),
              agreement.since()));
    }
    for (Production.Task task : exchange.market().production(agreement.id()).tasks()) {
      Instant due = task.plan().due();
      if (due != null) {
        out.add(
            new ExchangePage.Entry(
                due,
                "calendar.task",
                task.id().value(),
                "/exchange/production/" + agreement.id(),
                new Text(task.plan().title(), Lang.UND),
                NOTHING,
                task.plan().who(),
                task.since()));
      }
    }
  }

  private void add(
      List<ExchangePage.Entry> out,
      Lang reader,
      @Nullable Instant at,
      String key,
      Listing listing) {
    if (at != null) {
      var about = listing.core().about();
      out.add(
          new ExchangePage.Entry(
              at,
              key,
              listing.id() + "-" + key,
              "/exchange/listing/" + listing.id(),
              about.title(reader),
              about.summary(reader),
              listing.owner(),
              listing.since()));
    }
  }

  private void iCalendar(Context ctx, Ui ui) {
    var out = new StringBuilder();
    line(out, "BEGIN:VCALENDAR");
    line(out, "VERSION:2.0");
    line(out, "PRODID:-//Tabadla//Exchange//" + ui.tag().toUpperCase(java.util.Locale.ROOT));
    for (ExchangePage.Entry entry :
        entries(ctx, ui.lang(), exchange.now().minus(BACK), Instant.MAX)) {
      Text title = entry.title();
      line(out, "BEGIN:VEVENT");
      line(out, "UID:" + entry.id() + "@tabadla");
      line(out, "DTSTAMP:" + STAMP.format(entry.made()));
      line(out, "DTSTART:" + STAMP.format(entry.at()));
      line(
          out,
          "SUMMARY;LANGUAGE="
              + title.lang()
              + ":"
              + escaped(ui.say(entry.key()) + ": " + title.value()));
      line(out, "DESCRIPTION:" + escaped(entry.summary().value()));
      line(out, "URL:" + counter.doors().shells().base() + ui.link(entry.path()));
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
