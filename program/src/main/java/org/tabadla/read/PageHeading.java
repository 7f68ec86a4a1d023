package org.tabadla.read;

import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import org.jsoup.nodes.Element;
import org.jsoup.select.Evaluator;
import org.jsoup.select.QueryParser;

/// Chooses the heading on a page that is the headline, by a few points for and against:
///
/// - how much it shares with what the page calls itself: all of it, half of its words, nothing;
/// - its tag, and a class that says title;
/// - its place: before the text, and neither in a list, a breadcrumb nor the outlet's masthead.
///
/// A crumb, the outlet's name and a heading after the text are out from the start.
final class PageHeading {
  private static final int EACH_MAX = 40;
  private static final int HEADING_MAX_CHARS = 500;
  private static final int HEADLINE_MIN_UNITS = 15;
  private static final int SHORT_MIN_UNITS = 5;
  private static final int MASTHEAD_MAX_UNITS = 30;
  private static final int PROSE_MIN_UNITS = 100;
  private static final int PROSE_MAX_LINES = 3;
  private static final float PROSE_MAX_LINKS = 0.3f;
  private static final int LEVELS_MAX = 3;
  private static final Evaluator LINK = QueryParser.parse("a[href]");
  private static final Pattern PARTED = Pattern.compile("[^\\p{L}\\p{M}\\p{Nd}]+");
  private static final int WORD_MIN_CHARS = 3;

  /// A heading that is this much of the page's title is the headline.
  private static final double HEADING_MIN_SHARE = 0.4;

  private static final double WORDS_MIN_SHARE = 0.5;

  private static final char SOFT_HYPHEN = '\u00AD';
  private static final String QUOTES = "\"'“”‘’„«»‹›「『《（([";

  private static final int WHOLE = 100;
  private static final int WORDS = 50;
  private static final int ALONE = 40;
  private static final int NAMED = 20;
  private static final int SECOND = 30;
  private static final int LONG = 25;
  private static final int ACCEPTED = 50;

  private final List<String> titles;
  private final List<String> outlets;
  private final List<String> keys;
  private final List<Set<String>> words;

  private PageHeading(List<String> titles, List<String> outlets) {
    this.titles = titles;
    this.outlets = outlets;
    this.keys = titles.stream().map(PageTitle::key).toList();
    this.words = titles.stream().map(PageHeading::words).toList();
  }

  /// @param titles what the page calls itself, with the document's own title last
  /// @return the heading, or "" when none is the headline
  static String of(PageClues clues, List<String> titles, List<String> outlets, List<Line> lines) {
    return new PageHeading(titles, outlets).best(clues, lines);
  }

  private String best(PageClues clues, List<Line> lines) {
    int proseFrom = proseFrom(lines);
    List<Shown> fit =
        clues.headings().stream()
            .limit(EACH_MAX)
            .filter(clue -> clue.line() <= proseFrom && !isCrumb(clues, clue.element()))
            .map(clue -> new Shown(clue.element(), text(clue.element())))
            .toList();
    long firsts = fit.stream().filter(this::mayBe).count();
    String best = "";
    int most = ACCEPTED - 1;
    for (Shown heading : fit) {
      String text = heading.text();
      int points = text.isEmpty() ? 0 : points(heading.element(), text, firsts);
      if (points > most) {
        most = points;
        best = text;
      }
    }
    return best;
  }

  /// A heading and its text, as {@link #text} gives it.
  private record Shown(Element element, String text) {}

  /// A first-rank heading that is not the outlet's name.
  private boolean mayBe(Shown heading) {
    String text = heading.text();
    return heading.element().normalName().equals("h1")
        && !text.isEmpty()
        && !isOutlet(text, PageTitle.key(text))
        && !isMasthead(heading.element(), text);
  }

  /// Where the text is well under way: the line of its third paragraph.
  private static int proseFrom(List<Line> lines) {
    int prose = 0;
    for (int i = 0; i < lines.size(); i++) {
      Line line = lines.get(i);
      if (line.units() >= PROSE_MIN_UNITS
          && line.linkShare() < PROSE_MAX_LINKS
          && line.endsSentence()
          && ++prose == PROSE_MAX_LINES) {
        return i;
      }
    }
    return lines.size();
  }

  private static boolean isCrumb(PageClues clues, Element heading) {
    Element up = heading.parent();
    for (int level = 0; up != null && level < LEVELS_MAX; level++, up = up.parent()) {
      if (up.normalName().equals("li")) {
        return true;
      }
    }
    return clues.isElsewhere(heading);
  }

  /// The heading's text, less a kicker within it when the page calls itself by the rest.
  private String text(Element heading) {
    String text = PageTitle.squeeze(PageClues.brief(heading, HEADING_MAX_CHARS));
    if (text.isEmpty()) {
      return "";
    }
    String key = PageTitle.key(text);
    String rest = text;
    for (int i = 0; i < titles.size(); i++) {
      String title = keys.get(i);
      boolean shorter = title.length() < key.length() && key.endsWith(title);
      if (shorter && Line.units(titles.get(i)) >= HEADLINE_MIN_UNITS) {
        rest = end(text, title.length());
      }
    }
    int same = keys.indexOf(key);
    if (same < 0) {
      return rest;
    }
    // «Opinion | Headline» has a kicker; «Kenya: Headline» is the headline.
    String title = titles.get(same);
    boolean kicker = title.indexOf('|') > 0 && title.indexOf('|') < title.length() - rest.length();
    return kicker ? rest : text.indexOf(SOFT_HYPHEN) < 0 ? text : title;
  }

  /// The end of a text that has so many letters and digits, with the quote that opens it.
  private static String end(String text, int letters) {
    int i = text.length();
    for (int left = letters; left > 0; ) {
      left -= Character.isLetterOrDigit(text.charAt(--i)) ? 1 : 0;
    }
    while (i > 0 && QUOTES.indexOf(text.charAt(i - 1)) >= 0) {
      i--;
    }
    return text.substring(i);
  }

  private int points(Element heading, String text, long firsts) {
    String key = PageTitle.key(text);
    boolean first = heading.normalName().equals("h1");
    if (key.isEmpty() || isOutlet(text, key)) {
      return 0;
    }
    int points = agreement(text, key);
    if (!first) {
      // A second-rank heading must be what the page calls itself.
      return points < WHOLE ? 0 : points - SECOND + Math.min(key.length(), 99) / 10;
    }
    float units = Line.units(text);
    if (points < WHOLE && (units < SHORT_MIN_UNITS || isMasthead(heading, text))) {
      return 0;
    }
    points += firsts == 1 ? ALONE : 0;
    points += isNamed(heading) ? NAMED : 0;
    points += units >= HEADLINE_MIN_UNITS ? LONG : 0;
    return points + Math.min(key.length(), 99) / 10;
  }

  /// The outlet's name as a heading: that of its site, or the last part of the page's title.
  private boolean isOutlet(String text, String key) {
    for (String outlet : outlets) {
      if (PageTitle.key(outlet).equals(key)) {
        return true;
      }
    }
    String document = keys.isEmpty() ? "" : keys.getLast();
    boolean part =
        document.length() > 2 * key.length() && (document.endsWith(key) || document.contains(key));
    return part
        && !document.startsWith(key)
        && titles.stream().limit(titles.size() - 1L).noneMatch(text::equals);
  }

  /// «Outlet Logo», or words that link to the front page.
  private boolean isMasthead(Element heading, String text) {
    Element link = heading.selectFirst(LINK);
    if (link != null && (link.attr("href").equals("/") || link.attr("rel").contains("home"))) {
      return true;
    }
    return Line.units(text) < MASTHEAD_MAX_UNITS && PageTitle.isOutlet(text, outlets);
  }

  private int agreement(String text, String key) {
    int most = 0;
    for (String title : keys) {
      if (title.isEmpty()) {
        continue;
      }
      boolean within = title.contains(key) && key.length() >= HEADING_MIN_SHARE * title.length();
      boolean around = key.contains(title) && title.length() >= HEADING_MIN_SHARE * key.length();
      if (within || around) {
        return WHOLE;
      }
    }
    Set<String> own = words(text);
    for (int i = 0; i < titles.size(); i++) {
      String title = titles.get(i);
      Set<String> other = words.get(i);
      long shared = own.stream().filter(other::contains).count();
      int least = Math.min(own.size(), other.size());
      boolean enough = 2 * text.length() >= title.length();
      if (least > 0 && shared >= 2 && shared >= WORDS_MIN_SHARE * least && enough) {
        most = WORDS;
      }
    }
    return most;
  }

  /// Words of three letters and more; of scripts without spaces, pairs of letters.
  private static Set<String> words(String text) {
    var words = new HashSet<String>();
    for (String word : PARTED.split(text.toLowerCase(Locale.ROOT), -1)) {
      if (Line.unit(word.isEmpty() ? ' ' : word.charAt(0)) > 1) {
        for (int i = 0; i + 1 < word.length(); i++) {
          words.add(word.substring(i, i + 2));
        }
      } else if (word.length() >= WORD_MIN_CHARS) {
        words.add(word);
      }
    }
    return words;
  }

  private static boolean isNamed(Element heading) {
    String names = (heading.className() + ' ' + heading.id()).toLowerCase(Locale.ROOT);
    return (names.contains("title") || names.contains("headline") || names.contains("heading"))
        && !names.contains("site");
  }
}
