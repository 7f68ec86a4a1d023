package org.tabadla.read;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jsoup.nodes.Element;
import org.jspecify.annotations.Nullable;

/// Tells what stands where an article should: an error page that was sent as if all were well, a
/// wall that asks for consent, a login, money or proof of being human, a parked domain, the shell
/// of an application. The words are in `page-walls.tsv`.
///
/// An article about such things stays one: a wall says little, says it in its title or at the start
/// of a line, and has no date.
final class PageWalls {
  private static final float WALL_MAX_UNITS = 700;
  private static final float DATED_WALL_MAX_UNITS = 90;

  /// Pages with more lines have more to say than a wall.
  private static final int WALL_MAX_LINES = 60;

  /// How much of a title or line the words must be, when it only begins with them or holds them.
  private static final float TITLE_MIN_SHARE = 0.6f;

  private static final float LINE_MIN_SHARE = 0.5f;

  /// A line that begins with a wall's words may go on for so long: on a page with a headline of its
  /// own, some times the words and a little more.
  private static final float LINE_MAX_UNITS = 260;

  private static final float LINE_MAX_GROWTH = 3;
  private static final float LINE_MORE_UNITS = 30;
  private static final float HEADLINE_MIN_UNITS = 20;

  /// Less text than this is no article that a banner could stand beside.
  private static final float BARE_MAX_UNITS = 80;

  /// Less text of its own than this is no teaser before a paywall.
  private static final float TEASER_MIN_UNITS = 40;

  private static final int WORDS_MAX_CHARS = 120;

  private enum Place {
    TITLE,
    TEXT,
    BOTH
  }

  private record Row(String kind, Place place, String words, float units) {}

  private static final class Table {
    static final List<Row> ROWS = new ArrayList<>();

    static {
      for (String line : CharsetLabels.rows("page-walls.tsv")) {
        String[] cells = line.split("\\t", -1);
        Place place = Place.valueOf(cells[1].toUpperCase(Locale.ROOT));
        ROWS.add(new Row(cells[0], place, cells[2], Line.units(cells[2])));
      }
    }
  }

  private final PageTree tree;
  private final PageBody body;
  private final String title;
  private final boolean claimed;
  private final boolean dated;

  PageWalls(PageTree tree, PageBody body, JsonLd data, String title) {
    this.tree = tree;
    this.body = body;
    this.title = title;
    this.claimed = data.article() != null || "article".equals(tree.clues().meta("og:type"));
    this.dated =
        data.ofArticle("datePublished") != null
            || tree.clues().meta("article:published_time", "datepublished", "pubdate") != null;
  }

  /// @return the kind of wall with the words that told it, or null
  @Nullable String found() {
    float units = 0;
    for (int i = body.lines().nextSetBit(0); i >= 0; i = body.lines().nextSetBit(i + 1)) {
      units += tree.lines().get(i).units();
    }
    if (units > WALL_MAX_UNITS) {
      return null;
    }
    String found = dated && units > DATED_WALL_MAX_UNITS ? null : byTitle();
    if (found == null && !dated && !claimed && tree.lines().size() <= WALL_MAX_LINES) {
      found = byText(units);
    }
    return found == null ? paywall() : found;
  }

  private @Nullable String byTitle() {
    for (String text : List.of(title, tree.clues().title())) {
      for (String part : text.split("\\s[-–—|·:»]+\\s|[|｜_]", -1)) {
        String said = lower(part);
        float units = Line.units(said);
        for (Row row : units == 0 ? List.<Row>of() : Table.ROWS) {
          if (row.place() != Place.TEXT
              && said.contains(row.words())
              && row.units() >= TITLE_MIN_SHARE * units) {
            return said(row, part.strip());
          }
        }
      }
    }
    return null;
  }

  /// A banner about cookies beside an article is no wall before it: where there is text, only the
  /// text and the headings count.
  private @Nullable String byText(float units) {
    boolean bare = units < BARE_MAX_UNITS;
    for (int i = 0; i < tree.lines().size(); i++) {
      Line line = tree.lines().get(i);
      Box box = tree.boxes().get(line.box());
      boolean heading = Prose.isHeading(box);
      if (units > 0 && (box.furniture || !(bare || heading || body.lines().get(i)))) {
        continue;
      }
      Row row = row(line, !heading);
      if (row != null && !row.kind().equals("paywall")) {
        return said(row, line.text());
      }
    }
    return null;
  }

  /// @param begins whether it is enough that the line begins with the words, and goes on for a
  ///   while; where the page has a headline of its own, for a short while
  private @Nullable Row row(Line line, boolean begins) {
    String said = lower(line.text());
    boolean headline = Line.units(title) >= HEADLINE_MIN_UNITS;
    for (Row row : Table.ROWS) {
      if (row.place() == Place.TITLE || !said.contains(row.words())) {
        continue;
      }
      float most = headline ? LINE_MAX_GROWTH * row.units() + LINE_MORE_UNITS : LINE_MAX_UNITS;
      boolean starts = begins && said.startsWith(row.words()) && line.units() <= most;
      if (starts || row.units() >= LINE_MIN_SHARE * line.units()) {
        return row;
      }
    }
    return null;
  }

  /// A headline and a paywall, and no word of the article between them.
  private @Nullable String paywall() {
    float own = 0;
    String wall = null;
    for (int i = body.lines().nextSetBit(0); i >= 0; i = body.lines().nextSetBit(i + 1)) {
      Line line = tree.lines().get(i);
      Row row = paywallRow(line);
      if (row != null && (row.kind().equals("paywall") || row.kind().equals("login page"))) {
        wall = wall == null ? said(row, line.text()) : wall;
      } else {
        own += line.units();
      }
    }
    return own < TEASER_MIN_UNITS ? wall : null;
  }

  private static @Nullable Row paywallRow(Line line) {
    String said = lower(line.text());
    for (Row row : Table.ROWS) {
      if (row.place() != Place.TITLE
          && said.startsWith(row.words())
          && line.units() <= LINE_MAX_UNITS) {
        return row;
      }
    }
    return null;
  }

  /// Of a page without any text: whether it is the shell of an application.
  ///
  /// @return the same as {@link #found}
  @Nullable String shell() {
    if (tree.boxes().isEmpty()) {
      return null;
    }
    Element root = tree.boxes().getFirst().element;
    for (Element e : root.select("noscript")) {
      String text = e.text().strip();
      for (Row row : Table.ROWS) {
        if (row.kind().equals("page for scripts") && lower(text).contains(row.words())) {
          return said(row, text);
        }
      }
    }
    Element app =
        root.selectFirst("#root:empty, #app:empty, #__next:empty, #___gatsby:empty, app-root");
    return app == null || root.selectFirst("script") == null
        ? null
        : "a page for scripts («" + app.normalName() + " " + app.id() + "» is empty)";
  }

  private static String lower(String text) {
    return text.strip().replace('\u2019', '\'').toLowerCase(Locale.ROOT);
  }

  private static String said(Row row, String words) {
    String brief =
        words.length() <= WORDS_MAX_CHARS ? words : words.substring(0, WORDS_MAX_CHARS) + "…";
    String article = "aeio".indexOf(row.kind().charAt(0)) >= 0 ? "an " : "a ";
    return article + row.kind() + " («" + brief + "»)";
  }
}
