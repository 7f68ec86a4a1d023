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

  private static final float WEAK_MAX_SHARE = 0.25f;

  /// Less than this left means that the names lied.
  private static final float LEFT_MIN_SHARE = 0.25f;

  /// A box with a smaller share of its parent's prose is not the whole article.
  private static final float MAIN_MIN_SHARE = 0.75f;

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
    String tag = box.element.normalName();
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
        shares.merge(b.element.className(), b.prose, Float::sum);
      }
    }
    int all3 = PageWords.SURE | PageWords.FURNITURE | PageWords.WEAK;
    for (int believed : new int[] {all3, all3 & ~PageWords.WEAK, PageWords.SURE, 0}) {
      if (mark(believed, all, shares) >= LEFT_MIN_SHARE * all) {
        return;
      }
    }
  }

  /// @return the prose that is left
  private float mark(int believed, float all, Map<String, Float> shares) {
    float left = 0;
    for (int i = 0; i < boxes.size(); i++) {
      Box b = boxes.get(i);
      int kinds = b.kinds & believed;
      boolean named = (kinds & ~PageWords.WEAK) != 0 && b.prose <= FURNITURE_MAX_SHARE * all;
      if ((kinds & PageWords.WEAK) != 0) {
        named |= shares.getOrDefault(b.element.className(), 0f) <= WEAK_MAX_SHARE * all;
      }
      b.furniture = named || (i > 0 && boxes.get(b.parent).furniture);
    }
    for (Line line : lines) {
      Box b = boxes.get(line.box());
      left += b.furniture ? 0 : weight(line, b);
    }
    return left;
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
      if (heaviest < 0 || boxes.get(heaviest).prose < MAIN_MIN_SHARE * boxes.get(at).prose) {
        break;
      }
      if (!isContainer(boxes.get(heaviest))) {
        break;
      }
      at = heaviest;
    }
    return hinted(at);
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
          (b.kinds & PageWords.CONTENT) != 0 || b.element.attr("itemprop").contains("articleBody");
      if (named && !b.furniture && b.prose >= least && b.prose > 0) {
        best = i;
        least = HINT_MIN_SHARE * b.prose;
      }
    }
    return best;
  }
}
