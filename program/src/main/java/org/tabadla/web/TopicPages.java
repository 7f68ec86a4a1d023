package org.tabadla.web;

import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.tabadla.language.Topics;
import org.tabadla.language.Topics.Topic;
import org.tabadla.model.About;
import org.tabadla.model.Lang;
import org.tabadla.model.Notes;
import org.tabadla.store.Store;
import org.tabadla.store.Store.Cursor;
import org.tabadla.store.Store.Row;

/// Topics of the IPTC's list as pages show them: chips, and a page for each.
final class TopicPages {
  private static final int OF_STORY = 4;
  private static final int CHART_DAYS = 31;

  private final Store store;
  private final Shells shells;
  private final InstantSource clock;

  TopicPages(Store store, Shells shells, InstantSource clock) {
    this.store = store;
    this.shells = shells;
    this.clock = clock;
  }

  /// @param code in any form that {@link Topics#byCode} knows
  /// @throws Missing for one that is in no table
  static Topic topic(String code) {
    Topic topic = Topics.IPTC.byCode(code);
    if (topic == null) {
      throw new Missing("topic " + code);
    }
    return topic;
  }

  /// An article's topics, best first.
  static List<Chip> chips(Ui ui, Notes notes) {
    return notes.topics().stream()
        .flatMap(about -> Stream.ofNullable(Topics.IPTC.byCode(about.code())))
        .map(topic -> chip(ui, topic, null))
        .toList();
  }

  /// What most of a story's articles are about, and most of all.
  static List<Chip> chips(Ui ui, Iterable<Notes> told) {
    Map<String, Double> weights = new HashMap<>();
    for (Notes notes : told) {
      for (About about : notes.topics()) {
        weights.merge(about.code(), about.weight(), Double::sum);
      }
    }
    double most = weights.values().stream().mapToDouble(w -> w).max().orElse(0);
    return weights.entrySet().stream()
        .filter(e -> e.getValue() >= most / OF_STORY)
        .sorted(
            Map.Entry.<String, Double>comparingByValue()
                .reversed()
                .thenComparing(Map.Entry.comparingByKey()))
        .limit(OF_STORY)
        .flatMap(e -> Stream.ofNullable(Topics.IPTC.byCode(e.getKey())))
        .map(topic -> chip(ui, topic, null))
        .toList();
  }

  private static Chip chip(Ui ui, Topic topic, @Nullable String note) {
    return new Chip(ui.link(path(topic)), said(ui, topic), note);
  }

  private static Said said(Ui ui, Topic topic) {
    return Said.of(topic.label(ui.lang()), labelLang(ui, topic));
  }

  private static Lang labelLang(Ui ui, Topic topic) {
    return topic.labels().containsKey(ui.tag()) ? ui.lang() : Lang.EN;
  }

  private static String path(Topic topic) {
    return "/topic/" + Steps.of(topic.code());
  }

  /// Its articles and those of the topics below it, newest first.
  Listing listing(Ui ui, String code, @Nullable Cursor after, int limit) {
    Topic topic = topic(code);
    List<Row> more = store.topics().with(topic.code(), after, limit + 1);
    List<Row> shown = more.subList(0, Math.min(limit, more.size()));
    return new Listing(
        topic.label(ui.lang()),
        labelLang(ui, topic),
        path(topic),
        "",
        shown,
        List.of(),
        Map.of(),
        store.topics().articles(topic.code()),
        more.size() <= limit ? null : "after=" + Quotes.cursor(shown.getLast()));
  }

  ListingPage page(Reader reader, String code, @Nullable Cursor after) {
    Ui ui = reader.ui();
    Topic topic = topic(code);
    Listing listing = listing(ui, code, after, Listing.PAGE_ROWS);
    String next = listing.nextPath();
    // An archive of old pages has a chart, too: it ends with the newest article.
    long until = Chart.day(newest(listing));
    long from = until - CHART_DAYS + 1;
    return new ListingPage(
        shells.of(ui, topic.label(ui.lang()), listing),
        ui.say("topic"),
        said(ui, topic),
        ui.count("count.articles", listing.total()),
        labels(ui, topic),
        around(ui, topic),
        List.of(),
        null,
        Chart.of(reader, store.topics().days(topic.code(), from), from, until),
        reader.lines(listing.rows()),
        next == null ? null : ui.link(next));
  }

  private Instant newest(Listing listing) {
    Instant now = clock.instant();
    return listing.rows().stream()
        .map(Row::when)
        .filter(when -> when.isBefore(now))
        .findFirst()
        .orElse(now);
  }

  private static List<Chip> labels(Ui ui, Topic topic) {
    return Ui.ALL.stream()
        .filter(other -> !other.tag().equals(ui.tag()) && topic.labels().containsKey(other.tag()))
        .map(other ->
            new Chip(
                "",
                Said.of(topic.label(other.lang()), other.lang()),
                ui.languageName(other.lang())))
        .toList();
  }

  private record Counted(Topic topic, long articles) {}

  /// The topic above and those below that have articles, with how many.
  private List<Chip> around(Ui ui, Topic topic) {
    List<Counted> all = new ArrayList<>();
    String broader = topic.broader();
    Topic above = broader == null ? null : Topics.IPTC.byCode(broader);
    if (above != null) {
      all.add(counted(above));
    }
    Topics.IPTC.below(topic).stream()
        .map(this::counted)
        .sorted(Comparator.comparingLong(Counted::articles).reversed())
        .forEach(all::add);
    return all.stream()
        .filter(one -> one.articles() > 0)
        .map(one -> chip(ui, one.topic(), ui.number(one.articles())))
        .toList();
  }

  private Counted counted(Topic topic) {
    return new Counted(topic, store.topics().articles(topic.code()));
  }
}
