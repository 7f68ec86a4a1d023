package org.tabadla.read;

import java.util.HashSet;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// Tells lists of other pages from articles: front pages, sections, tags, authors, search results.
///
/// What is counted are cards, lines that are links with the length of a headline, and the runs of
/// prose between them. A list has a card before each run, and no run is longer than a summary; an
/// article may end in as many cards as it likes.
final class PageListing {
  private static final float CARD_MIN_LINKS = 0.8f;
  private static final float CARD_MIN_UNITS = 15;
  private static final int CARDS_MIN = 8;

  /// A page is a list when it has a card for so little prose.
  private static final float CARD_UNITS = 45;

  /// A heading that is a link begins a card with a summary, so fewer tell a list.
  private static final int HEADED_CARDS_MIN = 3;

  /// Cards with summaries, each before its own.
  private static final int SUMMED_CARDS_MIN = 6;

  /// Of a page that says itself that it is a list.
  private static final int SAID_CARDS_MIN = 4;

  private static final float SAID_CARD_MIN_UNITS = 25;

  private static final float SUMMARY_MAX_UNITS = 250;
  private static final float SAID_RUN_MAX_UNITS = 500;

  /// So much prose after the headline, before the first card, is the beginning of an article.
  private static final float LEAD_MIN_UNITS = 120;

  private static final Set<String> HEADINGS = Set.of("h2", "h3", "h4");
  private static final Set<String> LIST_TYPES =
      Set.of("CollectionPage", "SearchResultsPage", "ProfilePage", "ItemList");
  private static final Set<String> LIST_CLASSES =
      Set.of(
          "home", "archive", "category", "search-results", "tag", "author", "front-page", "front");

  private static final Pattern FRONT_PATH =
      Pattern.compile("(?i)^[a-z]+://[^/]+/?(?:index\\.[a-z]+)?$");

  /// Paths of lists in many content systems.
  private static final Pattern LIST_PATH =
      Pattern.compile(
          "(?i)^[a-z]+://[^/]+(?:"
              + "/(?:[a-z]{2}/)?(?:tags?|category|categories|authors?|topics?|sections?|search|archive|rubric|tema)(?:/[^/?]*/?|/?)"
              + "|/[^?]*/page/\\d+/?)(?:[?#].*)?$");

  private static final String FRONT = "front page";
  private static final int LEAD_MAX_LINES = 40;

  /// Buttons to share with, run together after «Share», are no card.
  private static final float CARD_WHOLE_SHARE = 0.95f;

  private final PageTree tree;
  private final PageBody body;
  private final float cardUnits;
  private final Set<String> targets = new HashSet<>();
  private int cards;
  private int headed;
  private float lead;
  private float longest;

  private PageListing(PageTree tree, PageBody body, float cardUnits) {
    this.tree = tree;
    this.body = body;
    this.cardUnits = cardUnits;
  }

  /// @param url the page's own address
  /// @return that it is a list, and of how many pages; null when it is an article
  static @Nullable String of(PageTree tree, PageBody body, JsonLd data, String url) {
    boolean claimed = data.article() != null || "article".equals(tree.clues().meta("og:type"));
    boolean several = data.articles() >= SAID_CARDS_MIN;
    String said = said(tree, data, url);
    if (claimed && !several && (said == null || data.article() != null)) {
      return null;
    }
    if (said != null || several) {
      var list = new PageListing(tree, body, SAID_CARD_MIN_UNITS);
      list.count(0, tree.lines().size());
      boolean begins = FRONT.equals(said) && list.begins();
      if (list.cards >= SAID_CARDS_MIN && list.longest <= SAID_RUN_MAX_UNITS && !begins) {
        return list.words(said == null ? "" : " (" + said + ")");
      }
    }
    if (claimed) {
      return null;
    }
    var main = new PageListing(tree, body, CARD_MIN_UNITS);
    main.count(body.main().firstLine, body.main().endLine);
    return main.isList() ? main.words("") : null;
  }

  private String words(String how) {
    return "a list of " + cards + " other pages" + how;
  }

  /// @return by which words the page says that it is a list, or null
  private static @Nullable String said(PageTree tree, JsonLd data, String url) {
    for (String type : LIST_TYPES) {
      if (data.first(type) != null && data.articles() != 1) {
        return type;
      }
    }
    for (Box box : tree.boxes()) {
      if (box.is("body")) {
        for (String name : box.element.className().toLowerCase(Locale.ROOT).split("\\s+", -1)) {
          if (LIST_CLASSES.contains(name) && !box.element.className().contains("single")) {
            return name;
          }
        }
      } else if (box.is("main") || box.is("article")) {
        break;
      }
    }
    if (FRONT_PATH.matcher(url).matches()) {
      return FRONT;
    }
    return LIST_PATH.matcher(url).matches() ? "by its address" : null;
  }

  private void count(int from, int to) {
    float run = 0;
    for (int i = from; i < to; i++) {
      Line line = tree.lines().get(i);
      Box box = tree.boxes().get(line.box());
      if (isCard(line)) {
        if (!targets.add(line.text()) || isMenu(box)) {
          continue;
        }
        cards++;
        run = 0;
        headed += HEADINGS.contains(box.element.normalName()) ? 1 : 0;
      } else if (body.lines().get(i)) {
        run += line.units();
        longest = Math.max(longest, run);
        lead += cards == 0 ? line.units() : 0;
      }
    }
  }

  private static boolean isMenu(Box box) {
    return box.is("nav") || box.is("footer") || (box.kinds & PageWords.SURE) != 0;
  }

  private boolean isCard(Line line) {
    return line.linkShare() > CARD_MIN_LINKS && line.units() >= cardUnits;
  }

  /// Tells whether prose follows the page's headline, before the cards.
  private boolean begins() {
    int first = -1;
    for (int i = 0; i < tree.lines().size() && first < 0; i++) {
      Line line = tree.lines().get(i);
      first = tree.boxes().get(line.box()).is("h1") && line.linkUnits() == 0 ? i : -1;
    }
    if (first < 0) {
      return lead >= LEAD_MIN_UNITS;
    }
    float prose = 0;
    int end = Math.min(tree.lines().size(), first + LEAD_MAX_LINES);
    for (int i = first + 1; i < end; i++) {
      Line line = tree.lines().get(i);
      if (isCard(line) && line.linkShare() >= CARD_WHOLE_SHARE) {
        break;
      }
      prose += body.lines().get(i) ? line.units() - line.linkUnits() : 0;
    }
    return prose >= LEAD_MIN_UNITS;
  }

  private boolean isList() {
    float units = 0;
    for (int i = body.lines().nextSetBit(0); i >= 0; i = body.lines().nextSetBit(i + 1)) {
      units += tree.lines().get(i).units();
    }
    boolean manyCards = cards >= CARDS_MIN && cards * CARD_UNITS > units && !begins();
    boolean headedCards =
        headed >= HEADED_CARDS_MIN
            && headed * SUMMARY_MAX_UNITS > units
            && longest < SUMMARY_MAX_UNITS;
    boolean summedCards =
        cards >= SUMMED_CARDS_MIN
            && cards * SUMMARY_MAX_UNITS > units
            && longest < SUMMARY_MAX_UNITS
            && lead == 0
            && !begins();
    return manyCards || headedCards || summedCards;
  }
}
