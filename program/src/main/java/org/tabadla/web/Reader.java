package org.tabadla.web;

import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.tabadla.model.ArticleId;
import org.tabadla.model.Lang;
import org.tabadla.model.SourceId;
import org.tabadla.store.Store;
import org.tabadla.store.Store.Count;
import org.tabadla.store.Store.Row;
import org.tabadla.store.Store.StoryRow;

/// Somebody who reads pages in one language of the interface: turns the store's rows into lines for
/// that reader.
final class Reader {
  private static final char HIT_START = '\uE000';
  private static final char HIT_END = '\uE001';

  /// How many of a story's articles a line of the front page looks at, and how many outlets it
  /// names.
  private static final int STORY_ROWS = 200;

  private static final int OTHERS = 12;
  private static final int EXCERPT_LIMIT_CHARS = 600;

  private final Ui ui;
  private final Dated dated;

  Reader(Ui ui, ZoneId zone) {
    this.ui = ui;
    this.dated = new Dated(ui, zone);
  }

  Ui ui() {
    return ui;
  }

  Dated dated() {
    return dated;
  }

  Line line(Row row) {
    return line(row, row.excerpt());
  }

  /// @param excerpt with hits between U+E000 and U+E001
  Line line(Row row, String excerpt) {
    Said words = Said.of(limited(excerpt), row.lang());
    return new Line(
        ui.link(articlePath(row.id())),
        Said.of(row.title(), row.lang()),
        runs(words.words()),
        words.lang(),
        words.dir(),
        source(row.source(), row.sourceName()),
        dated.ofRow(row.when()),
        foreign(row.lang()),
        List.of(),
        List.of(),
        row.version());
  }

  List<Line> lines(List<Row> rows) {
    return rows.stream().map(this::line).toList();
  }

  /// @return one line an original, with its copies among `rows` folded under it
  List<Line> folded(List<Row> rows) {
    var ids = rows.stream().map(Row::id).collect(java.util.stream.Collectors.toSet());
    Map<ArticleId, List<Line>> copies = new LinkedHashMap<>();
    var originals = new ArrayList<Row>();
    for (Row row : rows) {
      ArticleId of = row.copyOf();
      if (of != null && ids.contains(of) && !of.equals(row.id())) {
        copies.computeIfAbsent(of, k -> new ArrayList<>()).add(line(row));
      } else {
        originals.add(row);
      }
    }
    // A copy of a copy stands under an article that is itself folded: give it a line of its own.
    var shown = originals.stream().map(Row::id).collect(java.util.stream.Collectors.toSet());
    rows.stream()
        .filter(row -> !shown.contains(row.id()) && !shown.contains(row.copyOf()))
        .forEach(originals::add);
    return originals.stream()
        .map(row -> line(row).with(copies.getOrDefault(row.id(), List.of())))
        .toList();
  }

  /// @param rows articles of the story, earliest first; its lead alone is enough where it has no
  ///   other
  StoryLine story(StoryRow story, List<Row> rows) {
    Row lead = lead(story, rows);
    Instant woke = Waking.last(rows);
    List<Line> lines = outlets(lead, rows);
    String href = ui.link(articlePath(lead.id()));
    return new StoryLine(
        lines.stream().filter(l -> l.href().equals(href)).findFirst().orElse(line(lead)),
        ui.link(storyPath(story)),
        story.outlets() > 1 ? ui.count("also", story.outlets() - 1L) : null,
        story.langs().size() < 2
            ? List.of()
            : story.langs().stream().map(ui::languageName).distinct().toList(),
        woke == null ? null : dated.ofRow(woke),
        lines.stream().filter(l -> !l.href().equals(href)).limit(OTHERS).toList());
  }

  /// One line an outlet, the lead's first; copies stand under what they copied.
  private List<Line> outlets(Row lead, List<Row> rows) {
    Map<SourceId, Row> first = new LinkedHashMap<>();
    first.put(lead.source(), lead);
    rows.forEach(row -> first.putIfAbsent(row.source(), row));
    return folded(List.copyOf(first.values()));
  }

  /// @return for each story its lead, or an article in the reader's language where the lead is in
  ///   another one
  List<StoryLine> stories(List<StoryRow> stories, Store store) {
    return stories.stream()
        .map(story ->
            story(
                story,
                story.articles() < 2
                    ? List.of(story.lead())
                    : store.storyArticles(story.id(), STORY_ROWS)))
        .toList();
  }

  private Row lead(StoryRow story, List<Row> rows) {
    String mine = ui.lang().primary();
    return story.lead().lang().primary().equals(mine)
        ? story.lead()
        : rows.stream()
            .filter(row -> row.lang().primary().equals(mine))
            .findFirst()
            .orElse(story.lead());
  }

  Chip source(SourceId id, String name) {
    return new Chip(ui.link("/source/" + Steps.of(id.value())), Said.unknown(name), null);
  }

  Chip keyword(String key, Said label, @Nullable String note) {
    return new Chip(ui.link("/keyword/" + Steps.of(key)), label, note);
  }

  Chip name(String key, Said label, @Nullable String note) {
    return new Chip(ui.link("/name/" + Steps.of(key)), label, note);
  }

  /// @return the name of a language that is not the page's; null for the page's own
  @Nullable String foreign(Lang lang) {
    return lang.primary().equals(ui.lang().primary()) || !lang.isKnown()
        ? null
        : ui.languageName(lang);
  }

  /// @param labels the most frequent first
  /// @return the one in this language; null when there is none
  static @Nullable Count label(List<Count> labels, Lang lang) {
    return labels.stream()
        .filter(label -> label.lang().primary().equals(lang.primary()))
        .findFirst()
        .orElse(null);
  }

  static String articlePath(ArticleId id) {
    return "/article/" + Steps.of(id.value());
  }

  static String storyPath(StoryRow story) {
    return "/story/" + Steps.of(story.id().value());
  }

  private static String limited(String excerpt) {
    return excerpt.length() <= EXCERPT_LIMIT_CHARS
        ? excerpt
        : excerpt.substring(0, EXCERPT_LIMIT_CHARS) + "…";
  }

  private static List<Line.Run> runs(String excerpt) {
    var runs = new ArrayList<Line.Run>();
    int at = 0;
    boolean hit = false;
    for (int i = 0; i <= excerpt.length(); i++) {
      boolean border =
          i == excerpt.length() || excerpt.charAt(i) == HIT_START || excerpt.charAt(i) == HIT_END;
      if (border) {
        if (i > at) {
          runs.add(new Line.Run(excerpt.substring(at, i), hit));
        }
        hit = i < excerpt.length() && excerpt.charAt(i) == HIT_START;
        at = i + 1;
      }
    }
    return List.copyOf(runs);
  }
}
