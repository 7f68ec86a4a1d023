package org.tabadla.read;

import java.util.List;

/// Traits of the boxes around a line and of the boxes like its own.
final class LineSurroundings {
  private static final int FAR_BOXES = 30;

  private LineSurroundings() {}

  /// @param main the box where most prose is
  static void measure(LineTraits traits, PageTree tree, LineKin kin, int main) {
    List<Box> boxes = tree.boxes();
    for (int i = 0; i < traits.size(); i++) {
      int at = tree.lines().get(i).box();
      Box box = boxes.get(at);
      int grand = boxes.get(box.parent).parent;
      int great = boxes.get(grand).parent;
      traits.set(i, Trait.PARENT_UNITS, share(kin.units, box.parent));
      traits.set(i, Trait.PARENT_LINKS, links(kin, box.parent));
      traits.set(i, Trait.PARENT_PROSE, share(kin.prose, box.parent));
      traits.set(i, Trait.PARENT_DENSITY, density(kin, box.parent));
      traits.set(i, Trait.GRAND_UNITS, share(kin.units, grand));
      traits.set(i, Trait.GRAND_LINKS, links(kin, grand));
      traits.set(i, Trait.GRAND_PROSE, share(kin.prose, grand));
      traits.set(i, Trait.GRAND_DENSITY, density(kin, grand));
      traits.set(i, Trait.GREAT_LINKS, links(kin, great));
      traits.set(i, Trait.GREAT_PROSE, share(kin.prose, great));
      Box mainBox = boxes.get(main);
      boolean inMain = at >= main && at < mainBox.endBox;
      traits.set(i, Trait.IN_MAIN, inMain);
      traits.set(i, Trait.OVER_MAIN, inMain ? 0 : overMain(boxes, main, at));
      traits.set(i, Trait.MAIN_DEPTH, inMain ? box.depth - mainBox.depth : -1);
      Box parent = boxes.get(box.parent);
      traits.set(i, Trait.SIBLINGS, LineTraits.log(parent.endLine - parent.firstLine));
      alike(traits, i, kin);
    }
  }

  /// @return a box's share of the page's
  private static float share(float[] sums, int box) {
    return LineTraits.share(sums[box], sums[0]);
  }

  private static float links(LineKin kin, int box) {
    return LineTraits.share(kin.linkUnits[box], kin.units[box]);
  }

  private static float density(LineKin kin, int box) {
    return LineTraits.share(kin.prose[box], kin.units[box]);
  }

  /// @return how many boxes out the first one is that holds the main box too
  private static int overMain(List<Box> boxes, int main, int box) {
    int steps = 0;
    for (int i = box; i > 0 && steps < FAR_BOXES; i = boxes.get(i).parent) {
      if (i <= main && boxes.get(i).endBox > main) {
        break;
      }
      steps++;
    }
    return steps;
  }

  private static void alike(LineTraits traits, int line, LineKin kin) {
    LineKin.Kin like = kin.like(line);
    traits.set(line, Trait.LIKE_PROSE, LineTraits.share(like.prose, kin.prose[0]));
    traits.set(line, Trait.LIKE_LINES, LineTraits.log(like.lines));
    traits.set(line, Trait.LIKE_LINKS, LineTraits.share(like.linkUnits, like.units));
    float mean = LineTraits.share(like.units, like.lines);
    traits.set(line, Trait.LIKE_UNITS, LineTraits.log(mean));
    LineKin.Kin path = kin.path(line);
    traits.set(line, Trait.PATH_PROSE, LineTraits.share(path.prose, kin.prose[0]));
    traits.set(line, Trait.PATH_LINES, LineTraits.log(path.lines));
    traits.set(line, Trait.PATH_LINKS, LineTraits.share(path.linkUnits, path.units));
    float within = kin.within(line).prose;
    traits.set(line, Trait.PARENT_LIKE_PROSE, LineTraits.share(within, kin.prose[0]));
  }
}
