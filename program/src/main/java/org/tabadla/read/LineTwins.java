package org.tabadla.read;

import java.util.HashMap;
import java.util.List;
import java.util.Map;

/// Traits of boxes of several lines that a page has more than once: cards of other articles,
/// comments, entries of a live report, slides, whole articles one after another.
final class LineTwins {
  private static final int LINES_MIN = 2;
  private static final int UP_MAX_BOXES = 7;

  /// A box with more prose may be an article of its own.
  private static final float GREAT_MIN_UNITS = 300;

  private static final int HEADLINES_MAX = 3;

  private static final class Twins {
    float boxes;
    float greatBoxes;
    float units;
    float linkUnits;
    float prose;
  }

  private final LineTraits traits;
  private final List<Box> boxes;
  private final List<Line> lines;
  private final LineKin kin;
  private final Map<Integer, Twins> twins = new HashMap<>();

  /// Of each box, how many like it stand before.
  private final int[] order;

  /// Of each box, the most great ones like it, or like one around it, that stand before.
  private final int[] greatOrder;

  private LineTwins(LineTraits traits, PageTree tree, LineKin kin) {
    this.traits = traits;
    this.boxes = tree.boxes();
    this.lines = tree.lines();
    this.kin = kin;
    this.order = new int[boxes.size()];
    this.greatOrder = new int[boxes.size()];
  }

  static void measure(LineTraits traits, PageTree tree, LineKin kin) {
    var measuring = new LineTwins(traits, tree, kin);
    measuring.count();
    measuring.set();
  }

  private void count() {
    for (int i = 1; i < boxes.size(); i++) {
      Box box = boxes.get(i);
      int before = 0;
      if (isLarge(box)) {
        Twins same = twins.computeIfAbsent(box.path, _ -> new Twins());
        order[i] = (int) same.boxes++;
        before = (int) same.greatBoxes;
        same.greatBoxes += kin.prose[i] >= GREAT_MIN_UNITS ? 1 : 0;
        same.units += kin.units[i];
        same.linkUnits += kin.linkUnits[i];
        same.prose += kin.prose[i];
      }
      greatOrder[i] = Math.max(before, greatOrder[box.parent]);
    }
  }

  private static boolean isLarge(Box box) {
    return box.endLine - box.firstLine >= LINES_MIN;
  }

  private void set() {
    int headlines = 0;
    for (int i = 0; i < traits.size(); i++) {
      int box = lines.get(i).box();
      nearest(i, box);
      traits.set(i, Trait.GREAT_TWIN, LineTraits.log(greatOrder[box]));
      traits.set(i, Trait.HEADLINES, Math.min(headlines, HEADLINES_MAX));
      headlines += boxes.get(box).is("h1") ? 1 : 0;
    }
  }

  private void nearest(int line, int box) {
    int at = box;
    for (int up = 1; at > 0 && up <= UP_MAX_BOXES; up++, at = boxes.get(at).parent) {
      Twins same = isLarge(boxes.get(at)) ? twins.get(boxes.get(at).path) : null;
      if (same != null && same.boxes > 1) {
        traits.set(line, Trait.TWINS, LineTraits.log(same.boxes));
        traits.set(line, Trait.TWIN_UP, up);
        traits.set(line, Trait.TWIN_ORDER, LineTraits.log(order[at]));
        traits.set(line, Trait.TWIN_LINKS, LineTraits.share(same.linkUnits, same.units));
        traits.set(line, Trait.TWIN_PROSE, LineTraits.share(same.prose, kin.prose[0]));
        traits.set(line, Trait.TWIN_UNITS, LineTraits.log(same.units / same.boxes));
        return;
      }
    }
  }
}
