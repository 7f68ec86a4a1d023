package org.tabadla.read;

import java.util.HashMap;
import java.util.List;
import java.util.Map;

/// Finds where on a page the running prose is: measures it box by box, and picks the smallest box
/// that holds the article.
final class Prose {
  /// Shorter lines may be prose but prove nothing.
  private static final float LINE_MIN_UNITS = 20;

  /// A line of this length is prose even without a comma or stop.
  private static final float PLAIN_MIN_UNITS = 60;

  private static final float PLAIN_WEIGHT = 0.2f;
  private static final float LINK_WEIGHT = 1.5f;
  private static final float ITEM_WEIGHT = 0.5f;

  /// A box with a larger share of the page's prose is no furniture whatever it is called.
  private static final float FURNITURE_MAX_SHARE = 0.4f;

  /// What must be left at first, though a sidebar or comments hold most of a page.
  private static final float LEFT_AT_LEAST = 0.12f;

  private static final float WEAK_MAX_SHARE = 0.25f;

  /// Less than this left means that the names lied.
  private static final float LEFT_MIN_SHARE = 0.25f;

  /// A box with a smaller share of its parent's prose is not the whole article.
  private static final float MAIN_MIN_SHARE = 0.75f;

  private static final float ARTICLE_MIN_SHARE = 0.1f;

  /// Nor is one with a smaller share of the page's: a long chain of boxes may lose a little at
  /// each.
  private static final float WHOLE_MIN_SHARE = 0.5f;

  private static final float HINT_MIN_SHARE = 0.5f;

  private final List<Box> boxes;
  private final List<Line> lines;

  private Prose(PageTree tree) {
    this.boxes = tree.boxes();
    this.lines = tree.lines();
  }

  /// Measures every box of the tree and marks the furniture.
  static Prose measure(PageTree tree) {
    var prose = new Prose(tree);
    prose.measure(false);
    prose.markFurniture();
    prose.measure(true);
    return prose;
  }

  float weight(Line line) {
    return weight(line, boxes.get(line.box()));
  }

  private static float weight(Line line, Box box) {
    float units = line.units() - LINK_WEIGHT * line.linkUnits();
    if (units < LINE_MIN_UNITS || isHeading(box)) {
      return 0;
    }
    if (line.marks() == 0) {
      return units < PLAIN_MIN_UNITS ? 0 : units * PLAIN_WEIGHT;
    }
    return box.is("li") ? units * ITEM_WEIGHT : units;
  }

  static boolean isHeading(Box box) {
    String tag = box.tag;
    return tag.length() == 2
        && tag.charAt(0) == 'h'
        && tag.charAt(1) >= '1'
        && tag.charAt(1) <= '6';
  }

  private void measure(boolean withoutFurniture) {
    for (Box b : boxes) {
      b.prose = 0;
      b.units = 0;
      b.linkUnits = 0;
    }
    for (Line line : lines) {
      Box b = boxes.get(line.box());
      if (withoutFurniture && b.furniture) {
        continue;
      }
      b.prose += weight(line, b);
      b.units += line.units();
      b.linkUnits += line.linkUnits();
    }
    for (int i = boxes.size() - 1; i > 0; i--) {
      Box b = boxes.get(i);
      Box parent = boxes.get(b.parent);
      b.headline |= b.is("h1");
      parent.headline |= b.headline;
      parent.prose += b.prose;
      parent.units += b.units;
      parent.linkUnits += b.linkUnits;
    }
  }

  /// Believes class names less and less until enough of the page is left.
  private void markFurniture() {
    float all = boxes.isEmpty() ? 0 : boxes.getFirst().prose;
    Map<String, Float> shares = new HashMap<>();
    for (Box b : boxes) {
      if ((b.kinds & PageWords.WEAK) != 0) {
        shares.merge(b.names, b.prose, Float::sum);
      }
    }
    int every = PageWords.SURE | PageWords.FURNITURE | PageWords.WEAK;
    for (int believed :
        new int[] {every | PageWords.SIDE, every, every & ~PageWords.WEAK, PageWords.SURE, 0}) {
      boolean side = (believed & PageWords.SIDE) != 0;
      if (mark(believed, all, shares) >= (side ? LEFT_AT_LEAST : LEFT_MIN_SHARE) * all) {
        return;
      }
    }
  }

  /// @return the prose that is left
  private float mark(int believed, float all, Map<String, Float> shares) {
    float left = 0;
    for (int i = 0; i < boxes.size(); i++) {
      Box b = boxes.get(i);
      b.furniture = isNamed(b, b.kinds & believed, all, shares);
      b.furniture |= i > 0 && boxes.get(b.parent).furniture;
    }
    for (Line line : lines) {
      Box b = boxes.get(line.box());
      left += b.furniture ? 0 : weight(line, b);
    }
    return left;
  }

  private static boolean isNamed(Box b, int kinds, float all, Map<String, Float> shares) {
    if (kinds == 0 || isWhole(b)) {
      return false;
    }
    boolean small = b.prose <= FURNITURE_MAX_SHARE * all;
    if ((kinds & PageWords.SIDE) != 0 && (small || !b.headline)) {
      return true;
    }
    if ((kinds & (PageWords.SURE | PageWords.FURNITURE)) != 0 && small) {
      return true;
    }
    return (kinds & PageWords.WEAK) != 0
        && !b.is("blockquote")
        && shares.getOrDefault(b.names, 0f) <= WEAK_MAX_SHARE * all;
  }

  /// The names of these speak of what is on the page, not of what they are.
  private static boolean isWhole(Box b) {
    return b.is("html") || b.is("body") || b.is("main") || b.is("article");
  }

  /// @return the index of the box that holds the article
  int main() {
    int at = 0;
    while (true) {
      int heaviest = -1;
      for (int i = at + 1; i < boxes.get(at).endBox; i = boxes.get(i).endBox) {
        if (heaviest < 0 || boxes.get(i).prose > boxes.get(heaviest).prose) {
          heaviest = i;
        }
      }
      if (heaviest < 0
          || boxes.get(heaviest).prose < MAIN_MIN_SHARE * boxes.get(at).prose
          || boxes.get(heaviest).prose < WHOLE_MIN_SHARE * boxes.getFirst().prose) {
        break;
      }
      if (!isContainer(boxes.get(heaviest))) {
        break;
      }
      at = heaviest;
    }
    return hinted(first(at));
  }

  /// Where several articles follow one another, the first with a headline of its own.
  private int first(int at) {
    int articles = 0;
    int found = -1;
    for (int i = at + 1; i < boxes.get(at).endBox; i++) {
      Box b = boxes.get(i);
      if (b.is("article") && !b.furniture && b.prose > ARTICLE_MIN_SHARE * boxes.get(at).prose) {
        articles++;
        found = found < 0 && b.headline ? i : found;
        i = b.endBox - 1;
      }
    }
    return articles > 1 && found > 0 ? found : at;
  }

  /// A paragraph is not taken for the article: its neighbours may be short.
  private static boolean isContainer(Box box) {
    return !box.is("p") && !box.is("li") && box.endLine - box.firstLine > 1;
  }

  /// @return a box within `at` that is called the article's body and holds enough of it, else `at`
  private int hinted(int at) {
    int best = at;
    float least = HINT_MIN_SHARE * boxes.get(at).prose;
    for (int i = at + 1; i < boxes.get(at).endBox; i++) {
      Box b = boxes.get(i);
      boolean named =
          (b.kinds & PageWords.CONTENT) != 0
              || Attr.of(b.element, "itemprop").contains("articleBody");
      if (named && !b.furniture && b.prose >= least && b.prose > 0) {
        best = i;
        least = HINT_MIN_SHARE * b.prose;
      }
    }
    return best;
  }
}
