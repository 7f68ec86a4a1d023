package org.tabadla.web;

import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Function;
import org.tabadla.model.Lang;
import org.tabadla.model.StoryId;
import org.tabadla.store.Store;
import org.tabadla.store.Store.DayCount;
import org.tabadla.store.Store.Rising;
import org.tabadla.store.Store.Row;
import org.tabadla.store.Store.StoryRow;

/// Finds what rises: keywords, names and stories that come up more often in the last days than
/// their own usual level lets expect. `docs/trends.md` has the measure.
final class Trends {
  /// The last days, and those before that tell what is usual.
  static final int RECENT_DAYS = 3;

  static final int USUAL_DAYS = 28;

  /// Fewer articles than this are chance.
  private static final int LEAST = 3;

  /// What is added to the count of the usual days, so that what was never there is not infinitely
  /// unusual.
  private static final double SMOOTHING = 1;

  /// The strength from which something is shown; pure chance passes it about once in 40 times.
  private static final double SHOWN_FROM = 2;

  /// With fewer articles before, nobody knows what is usual, and only the days' number is taken.
  private static final int FEWEST_BEFORE = 30;

  private static final int SHOWN = 12;
  private static final int KEY_LIMIT_CHARS = 300;

  private final Store store;
  private final Shells shells;
  private final InstantSource clock;

  Trends(Store store, Shells shells, InstantSource clock) {
    this.store = store;
    this.shells = shells;
    this.clock = clock;
  }

  /// The days that are looked at, as days since 1970-01-01.
  record Span(long before, long recent, long until) {}

  /// One thing that rises.
  ///
  /// @param usual how many articles were to be expected in the recent days
  /// @param score how far beyond that it is, in standard deviations
  record Rise(String key, String label, Lang lang, long recent, double usual, double score) {}

  /// The newest article is today where it is older: an archive has trends too.
  Span span() {
    Instant now = clock.instant();
    List<Row> newest = store.newest(null, 1);
    Instant end =
        newest.isEmpty() || newest.getFirst().when().isAfter(now) ? now : newest.getFirst().when();
    long until = Chart.day(end);
    long recent = until - RECENT_DAYS + 1;
    return new Span(recent - USUAL_DAYS, recent, until);
  }

  List<Rise> keywords(Span span) {
    return rising(span, store.risingKeywords(span.before(), span.recent(), span.until(), LEAST));
  }

  List<Rise> names(Span span) {
    return rising(span, store.risingNames(span.before(), span.recent(), span.until(), LEAST));
  }

  List<Rise> stories(Span span) {
    return rising(span, store.risingStories(span.before(), span.recent(), span.until(), LEAST));
  }

  private List<Rise> rising(Span span, List<Rising> counts) {
    double share = share(span);
    return counts.stream()
        .filter(count -> count.key().length() <= KEY_LIMIT_CHARS)
        .map(count -> rise(count, share))
        .filter(rise -> rise.score() >= SHOWN_FROM)
        .sorted(
            Comparator.comparingDouble(Rise::score)
                .reversed()
                .thenComparing(Rise::recent, Comparator.reverseOrder())
                .thenComparing(Rise::key))
        .limit(SHOWN)
        .toList();
  }

  static Rise rise(Rising count, double share) {
    double usual = (count.before() + SMOOTHING) * share;
    return new Rise(
        count.key(),
        count.label(),
        count.lang(),
        count.recent(),
        usual,
        score((double) count.recent(), usual));
  }

  /// The signed root of the Poisson deviance (McCullagh and Nelder 1989, §2.4.3): about standard
  /// normal where nothing but chance is at work, also for small counts.
  static double score(double seen, double usual) {
    if (seen <= usual) {
      return 0;
    }
    return Math.sqrt(2 * (seen * Math.log(seen / usual) - (seen - usual)));
  }

  /// How much of what came before is to be expected in the recent days: by the number of articles
  /// in both, since on a day with twice as many articles every word comes up twice as often.
  private double share(Span span) {
    long recent = 0;
    long before = 0;
    for (DayCount day : store.days(span.before(), span.until())) {
      if (day.day() >= span.recent()) {
        recent += day.articles();
      } else {
        before += day.articles();
      }
    }
    double days = (double) RECENT_DAYS / USUAL_DAYS;
    return before < FEWEST_BEFORE ? days : Math.max((double) recent / before, days / 2);
  }

  TrendsPage page(Reader reader) {
    Ui ui = reader.ui();
    Span span = span();
    return new TrendsPage(
        shells.of(ui, ui.say("trends"), listing(span)),
        ui.say("trends.intro", ui.number(RECENT_DAYS)),
        entries(
            reader,
            span,
            keywords(span),
            rise -> reader.keyword(rise.key(), Said.of(rise.label(), rise.lang()), null),
            rise -> store.keywordDays(rise.key(), span.before())),
        entries(
            reader,
            span,
            names(span),
            rise -> reader.name(rise.key(), name(reader, rise), null),
            rise -> store.nameDays(rise.key(), span.before())),
        entries(
            reader,
            span,
            stories(span),
            rise ->
                new Chip(ui.link("/story/" + Steps.of(rise.key())), headline(reader, rise), null),
            rise -> store.storyDays(new StoryId(rise.key()), span.before())));
  }

  /// As the reader's language writes it, where some article does.
  private Said name(Reader reader, Rise rise) {
    Store.Count mine = Reader.label(store.nameLabels(rise.key()), reader.ui().lang());
    return mine == null ? Said.of(rise.label(), rise.lang()) : Said.of(mine.label(), mine.lang());
  }

  private Said headline(Reader reader, Rise rise) {
    return store
        .story(new StoryId(rise.key()))
        .map(story -> reader.stories(List.of(story), store).getFirst().lead().title())
        .orElse(Said.of(rise.label(), rise.lang()));
  }

  private static List<TrendsPage.Entry> entries(
      Reader reader,
      Span span,
      List<Rise> rises,
      Function<Rise, Chip> chip,
      Function<Rise, List<DayCount>> days) {
    Ui ui = reader.ui();
    return rises.stream()
        .map(rise ->
            new TrendsPage.Entry(
                chip.apply(rise),
                ui.count("trends.recent", rise.recent()),
                ui.say("trends.usual", rounded(rise.usual())),
                ui.say("trends.score") + " " + rounded(rise.score()),
                Chart.of(reader, days.apply(rise), span.before(), span.until())))
        .toList();
  }

  static String rounded(double value) {
    return String.format(Locale.ROOT, "%.1f", value);
  }

  /// The rising stories as a list, for feeds.
  Listing listing() {
    return listing(span());
  }

  private Listing listing(Span span) {
    List<StoryRow> rows =
        stories(span).stream()
            .flatMap(rise -> store.story(new StoryId(rise.key())).stream())
            .toList();
    List<Row> leads = rows.stream().map(StoryRow::lead).toList();
    return new Listing(null, Lang.UND, "/trends", "", leads, rows, Map.of(), -1, null);
  }

  /// The same for the API.
  Map<String, Object> shape() {
    Span span = span();
    Map<String, Object> out = new LinkedHashMap<>();
    out.put("before", date(span.before()));
    out.put("recent", date(span.recent()));
    out.put("until", date(span.until()));
    out.put("keywords", shapes(keywords(span)));
    out.put("names", shapes(names(span)));
    out.put("stories", shapes(stories(span)));
    return out;
  }

  private static String date(long day) {
    return LocalDate.ofEpochDay(day).toString();
  }

  private static List<Map<String, Object>> shapes(List<Rise> rises) {
    var shapes = new ArrayList<Map<String, Object>>();
    for (Rise rise : rises) {
      var shape = new LinkedHashMap<String, Object>();
      shape.put("key", rise.key());
      shape.put("label", Safe.text(rise.label()));
      shape.put("lang", rise.lang().tag());
      shape.put("recent", rise.recent());
      shape.put("usual", rise.usual());
      shape.put("score", rise.score());
      shapes.add(shape);
    }
    return shapes;
  }
}
