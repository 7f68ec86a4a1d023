package org.tabadla.web.exchange;

import io.javalin.http.Context;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.tabadla.exchange.Exchange;
import org.tabadla.exchange.market.Kind;
import org.tabadla.exchange.market.Listing;
import org.tabadla.exchange.market.Side;
import org.tabadla.exchange.matching.Matches;
import org.tabadla.web.Doors;
import org.tabadla.web.Ui;
import org.tabadla.web.exchange.ExchangePage.Sector;

/// The same listings, laid out for one purpose: courses in a table, and technology with supply and
/// demand side by side.
final class Catalogues {
  private static final int MOST = 300;
  private static final int MOST_OF_A_SECTOR = 30;
  private static final int LONGEST_QUERY_CHARS = 100;
  private static final Set<Kind> TECHNICAL = EnumSet.of(Kind.TECHNOLOGY, Kind.SERVICE);

  private final Counter counter;
  private final Exchange exchange;

  Catalogues(Counter counter) {
    this.counter = counter;
    this.exchange = counter.exchange();
  }

  void open(Doors doors) {
    doors.page("/exchange/training", this::training);
    doors.page("/exchange/technology", this::technology);
  }

  private Stream<Listing> open(Context ctx) {
    Instant now = exchange.now();
    return exchange.seenBy(counter.viewer(ctx)).filter(listing -> listing.isOpen(now));
  }

  private void training(Context ctx, Ui ui) {
    String level = query(ctx, "level");
    String language = query(ctx, "language");
    List<Listing> courses =
        open(ctx)
            .filter(each -> each.core().kind() == Kind.TRAINING)
            .filter(each -> each.core().side() == Side.OFFER)
            .filter(each ->
                level.isEmpty() || level.equals(each.core().facet().getOrDefault("level", "")))
            .filter(
                each -> language.isEmpty() || each.core().about().languages().contains(language))
            .limit(MOST)
            .sorted(Comparator.comparing(Catalogues::begins))
            .toList();
    counter.show(
        ctx,
        ui,
        "training",
        ui.say("training"),
        new ExchangePage.Shown.Training(new ExchangePage.Asked(language, level, ""), courses));
  }

  private static Instant begins(Listing course) {
    Instant event = course.core().times().event();
    return event == null
        ? Optional.ofNullable(course.core().times().availableFrom()).orElse(Instant.MAX)
        : event;
  }

  private static String query(Context ctx, String name) {
    String value = Optional.ofNullable(ctx.queryParam(name)).orElse("").strip();
    return value.length() > LONGEST_QUERY_CHARS ? "" : value.toLowerCase(Locale.ROOT);
  }

  /// A listing that names several sectors stands in each.
  private void technology(Context ctx, Ui ui) {
    Map<String, List<Listing>> sectors = new TreeMap<>();
    List<Listing> others = new ArrayList<>();
    open(ctx)
        .filter(each -> TECHNICAL.contains(each.core().kind()))
        .limit(MOST)
        .forEach(listing -> {
          List<String> subjects = Matches.subjects(listing.core());
          subjects.forEach(subject ->
              sectors
                  .computeIfAbsent(Matches.subject(subject, ui.lang()), _ -> new ArrayList<>())
                  .add(listing));
          if (subjects.isEmpty()) {
            others.add(listing);
          }
        });
    List<Sector> out = new ArrayList<>();
    sectors.forEach((name, listings) -> out.add(sector(name, listings)));
    if (!others.isEmpty()) {
      out.add(sector(ui.say("technology.other"), others));
    }
    counter.show(
        ctx, ui, "technology", ui.say("technology"), new ExchangePage.Shown.Technology(out));
  }

  private static Sector sector(String name, List<Listing> listings) {
    return new Sector(name, of(listings, Side.OFFER), of(listings, Side.REQUEST));
  }

  private static List<Listing> of(List<Listing> listings, Side side) {
    return listings.stream()
        .filter(each -> each.core().side() == side)
        .limit(MOST_OF_A_SECTOR)
        .toList();
  }
}
