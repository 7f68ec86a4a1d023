package org.tabadla.read;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.tabadla.read.SiteMemory.Known;
import org.tabadla.read.SiteMemory.Place;

/// Which of a page's chosen lines are the site's furniture, by what stood on its other pages.
///
/// Words that recur are not furniture for that alone: outlets publish one text under several
/// addresses, carry a story's background from day to day, print bulletins. So a line goes only
/// where one of these holds beside it:
///
/// - it stands in a place of the page that mostly carries the same words;
/// - it stands on most pages of the site;
/// - it stands at the body's beginning or end, with nothing of the article's own beyond it.
///
/// And when too much of the article would go, nothing does.
final class SiteFurniture {
  private static final int EDGE_MIN_PAGES = 2;
  private static final float EDGE_MIN_SHARE = 0.2f;

  /// In such a place at most this share of the lines was new when it was first seen.
  private static final float FIXED_MAX_FRESH = 0.5f;

  /// Of a place of which so much is known, also nearly the same words are furniture …
  private static final int NEAR_MIN_LINES = 4;

  /// … and words never seen before.
  private static final int NEW_MIN_LINES = 10;

  private static final float SURELY_FIXED_MAX_FRESH = 0.2f;

  /// A page that shares so much with some of the others is one of a series, as of daily bulletins:
  /// what it shares is its own.
  private static final float SERIES_MIN_SHARE = 0.25f;

  private static final int SERIES_MIN_LINES = 3;

  /// What is not on most pages may take no more of a body than this.
  private static final float WEAK_MAX_SHARE = 0.4f;

  private static final float LEFT_MIN_UNITS = 60;

  /// A shorter line is a label, and an article may have its own by the same words.
  private static final float LABEL_MAX_UNITS = 20;

  /// Why a line goes.
  private enum Rule {
    /// Nothing says that it should.
    STAYS,
    FIXED_PLACE,
    SURELY_FIXED_PLACE,
    EDGE,
    EVERYWHERE,
    /// A heading of what went.
    HEADING;

    boolean isStrong() {
      return this == EVERYWHERE;
    }
  }

  /// One chosen line and what is known of it.
  private static final class Chosen {
    final int line;
    final Line text;
    final Known same;
    final Known near;
    final long path;
    final boolean heading;
    final boolean cell;
    Place place = new Place(0, 0);
    Rule rule = Rule.STAYS;

    Chosen(int line, Line text, Box box, LineKeys keys, SiteMemory memory) {
      this.line = line;
      this.text = text;
      this.same = memory.text(keys.text(text));
      this.near = same.others() > 0 ? Known.NEVER : memory.near(keys.near(text));
      this.path = keys.path(text);
      this.heading = Prose.isHeading(box);
      this.cell = box.is("td") || box.is("th");
    }

    Known known() {
      return same.others() > 0 ? same : near;
    }

    boolean isFixed() {
      return place.lines() >= 2 && place.fresh() <= FIXED_MAX_FRESH * place.lines();
    }

    boolean isSurelyFixed(int leastLines) {
      return place.lines() >= leastLines && place.fresh() <= SURELY_FIXED_MAX_FRESH * place.lines();
    }
  }

  private final List<Chosen> body = new ArrayList<>();
  private final SiteMemory memory;
  private final Map<Integer, String> reasons = new HashMap<>();
  private final BitSet dropped = new BitSet();

  private SiteFurniture(SiteMemory memory) {
    this.memory = memory;
  }

  /// @param chosen the lines that the reader took for the body
  static SiteFurniture of(PageTree tree, BitSet chosen, SiteMemory memory) {
    var furniture = new SiteFurniture(memory);
    if (!memory.isEmpty()) {
      furniture.look(tree, chosen);
      furniture.judge();
    }
    return furniture;
  }

  /// @return the lines that are furniture
  BitSet dropped() {
    return dropped;
  }

  /// @return in plain words why a line is furniture; "" when it is none
  String why(int line) {
    return reasons.getOrDefault(line, "");
  }

  private void look(PageTree tree, BitSet chosen) {
    var keys = new LineKeys(tree);
    Map<Long, Place> here = new HashMap<>();
    for (int i = chosen.nextSetBit(0); i >= 0; i = chosen.nextSetBit(i + 1)) {
      Line line = tree.lines().get(i);
      var one = new Chosen(i, line, tree.boxes().get(line.box()), keys, memory);
      body.add(one);
      here.merge(
          one.path,
          new Place(1, one.known().others() > 0 ? 0 : 1),
          (a, b) -> new Place(a.lines() + b.lines(), a.fresh() + b.fresh()));
    }
    body.forEach(one -> one.place = memory.place(one.path, here.getOrDefault(one.path, one.place)));
  }

  private void judge() {
    boolean series = isSeries();
    for (Chosen one : body) {
      one.rule = rule(one, series);
    }
    if (!series) {
      edge(0, 1);
      edge(body.size() - 1, -1);
    }
    headings();
    if (eatsTheArticle()) {
      body.stream().filter(one -> !one.rule.isStrong()).forEach(one -> one.rule = Rule.STAYS);
      headings();
    }
    if (left() < LEFT_MIN_UNITS) {
      return;
    }
    for (Chosen one : body) {
      if (one.rule != Rule.STAYS) {
        dropped.set(one.line);
        reasons.put(one.line, words(one));
      }
    }
  }

  private static Rule rule(Chosen one, boolean series) {
    if (one.heading || one.cell) {
      return Rule.STAYS;
    }
    boolean label = one.text.units() < LABEL_MAX_UNITS;
    if (one.same.isEverywhere()) {
      return Rule.EVERYWHERE;
    }
    if (one.same.others() >= (series || label ? EDGE_MIN_PAGES : 1) && one.isFixed()) {
      return Rule.FIXED_PLACE;
    }
    if (series) {
      return Rule.STAYS;
    }
    if (one.near.others() >= EDGE_MIN_PAGES && one.isSurelyFixed(NEAR_MIN_LINES)) {
      return Rule.FIXED_PLACE;
    }
    return !label && one.isSurelyFixed(NEW_MIN_LINES) ? Rule.SURELY_FIXED_PLACE : Rule.STAYS;
  }

  private boolean isSeries() {
    int lines = 0;
    float shared = 0;
    float all = 0;
    for (Chosen one : body) {
      Known known = one.known();
      boolean recurs = one.same.others() > 0 && !known.isEverywhere() && !one.isFixed();
      boolean some = (recurs || one.near.others() > 0) && !one.heading;
      lines += some ? 1 : 0;
      shared += some ? one.text.units() : 0;
      all += one.text.units();
    }
    return lines >= SERIES_MIN_LINES && shared >= SERIES_MIN_SHARE * all;
  }

  /// From one end inwards, as long as nothing comes that is the article's own.
  private void edge(int from, int step) {
    for (int i = from; i >= 0 && i < body.size(); i += step) {
      Chosen one = body.get(i);
      boolean recurs =
          one.same.others() >= EDGE_MIN_PAGES && one.same.share() >= EDGE_MIN_SHARE && !one.cell;
      if (one.rule == Rule.STAYS && !one.heading) {
        if (!recurs) {
          return;
        }
        one.rule = Rule.EDGE;
      }
    }
  }

  /// A heading goes when it recurs and what follows it goes, or when nothing is left under it.
  private void headings() {
    boolean gone = false;
    boolean end = true;
    for (int i = body.size() - 1; i >= 0; i--) {
      Chosen one = body.get(i);
      if (one.heading) {
        one.rule = gone && (end || one.same.others() > 0) ? Rule.HEADING : Rule.STAYS;
      } else {
        gone = one.rule != Rule.STAYS;
        end &= gone;
      }
    }
  }

  private boolean eatsTheArticle() {
    float all = 0;
    float weak = 0;
    for (Chosen one : body) {
      all += one.text.units();
      weak += one.rule == Rule.STAYS || one.rule.isStrong() ? 0 : one.text.units();
    }
    return weak > WEAK_MAX_SHARE * all;
  }

  private float left() {
    float left = 0;
    for (Chosen one : body) {
      left += one.rule == Rule.STAYS && !one.heading ? one.text.units() : 0;
    }
    return left;
  }

  private String words(Chosen one) {
    Known known = one.known();
    String words = one.same.others() > 0 ? "the same words" : "nearly the same words";
    String seen =
        words
            + " stood on "
            + known.others()
            + " of "
            + memory.others()
            + " other pages of this site";
    return "furniture: "
        + switch (one.rule) {
          case STAYS -> "";
          case EVERYWHERE -> seen;
          case EDGE -> seen + ", and nothing of the article is beyond them";
          case FIXED_PLACE -> seen + ", " + place(one);
          case SURELY_FIXED_PLACE -> place(one);
          case HEADING -> "a heading of what was left out";
        };
  }

  private static String place(Chosen one) {
    return "in a place where "
        + (one.place.lines() - one.place.fresh())
        + " of "
        + one.place.lines()
        + " lines said what an earlier page said";
  }
}
