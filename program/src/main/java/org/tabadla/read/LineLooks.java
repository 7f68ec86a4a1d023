package org.tabadla.read;

import java.util.BitSet;
import java.util.List;

/// Traits of what the lines around were taken for: by plain rules, and by the model at its first
/// look.
final class LineLooks {
  /// Counts beyond it tell no more.
  private static final float FAR_LINES = 30;

  private static final int NEAR_LINES = 5;
  private static final float SURE = 0.8f;

  private LineLooks() {}

  /// @param ruled the lines that plain rules take
  static void ruled(LineTraits traits, PageTree tree, LineKin kin, BitSet ruled) {
    float[] taken = new float[traits.size()];
    for (int i = ruled.nextSetBit(0); i >= 0; i = ruled.nextSetBit(i + 1)) {
      taken[i] = 1;
    }
    float[] sums = sums(tree, kin, taken);
    float all = sums[0];
    float earlier = 0;
    for (int i = 0; i < traits.size(); i++) {
      Line line = tree.lines().get(i);
      Box box = tree.boxes().get(line.box());
      LineKin.Kin like = kin.like(i);
      traits.set(i, Trait.RULED, ruled.get(i));
      traits.set(i, Trait.RULED_BLOCK, share(sums, kin, line.box()));
      traits.set(i, Trait.RULED_PARENT, share(sums, kin, box.parent));
      traits.set(i, Trait.RULED_LIKE, LineTraits.share(like.taken, like.units));
      traits.set(i, Trait.RULED_BEFORE, i > 0 && ruled.get(i - 1));
      traits.set(i, Trait.RULED_AFTER, ruled.get(i + 1));
      traits.set(i, Trait.RULED_EARLIER, LineTraits.share(earlier, all));
      earlier += taken[i] * line.units();
    }
  }

  /// @param looks how likely each line is of the body
  static void measure(LineTraits traits, PageTree tree, LineKin kin, float[] looks) {
    float[] sums = sums(tree, kin, looks);
    float best = 0;
    for (float look : looks) {
      best = Math.max(best, look);
    }
    float earlier = 0;
    for (int i = 0; i < looks.length; i++) {
      Line line = tree.lines().get(i);
      Box box = tree.boxes().get(line.box());
      LineKin.Kin like = kin.like(i);
      LineKin.Kin path = kin.path(i);
      traits.set(i, Trait.FIRST_LOOK, looks[i]);
      traits.set(i, Trait.LOOK_BEFORE, at(looks, i - 1));
      traits.set(i, Trait.LOOK_AFTER, at(looks, i + 1));
      traits.set(i, Trait.LOOK_SECOND_BEFORE, at(looks, i - 2));
      traits.set(i, Trait.LOOK_SECOND_AFTER, at(looks, i + 2));
      traits.set(i, Trait.LOOK_BLOCK, share(sums, kin, line.box()));
      traits.set(i, Trait.LOOK_PARENT, share(sums, kin, box.parent));
      traits.set(i, Trait.LOOK_GRAND, share(sums, kin, tree.boxes().get(box.parent).parent));
      traits.set(i, Trait.LOOK_LIKE, LineTraits.share(like.taken, like.units));
      traits.set(i, Trait.LOOK_PATH, LineTraits.share(path.taken, path.units));
      traits.set(i, Trait.LOOK_EARLIER, LineTraits.share(earlier, sums[0]));
      traits.set(i, Trait.LOOK_BEST, best);
      earlier += looks[i] * line.units();
    }
    near(traits, tree.lines(), looks);
  }

  private static float at(float[] looks, int line) {
    return line >= 0 && line < looks.length ? looks[line] : 0;
  }

  private static float share(float[] sums, LineKin kin, int box) {
    return LineTraits.share(sums[box], kin.units[box]);
  }

  /// @return how much of each box is taken
  private static float[] sums(PageTree tree, LineKin kin, float[] looks) {
    kin.forget();
    float[] sums = new float[tree.boxes().size()];
    for (int i = 0; i < looks.length; i++) {
      Line line = tree.lines().get(i);
      float taken = looks[i] * line.units();
      sums[line.box()] += taken;
      kin.take(i, taken);
    }
    LineKin.sumUp(tree.boxes(), sums);
    return sums;
  }

  private static void near(LineTraits traits, List<Line> lines, float[] looks) {
    float since = FAR_LINES;
    for (int i = 0; i < looks.length; i++) {
      since = Math.min(FAR_LINES, since + 1);
      traits.set(i, Trait.LOOK_SINCE, since);
      since = looks[i] > SURE ? 0 : since;
    }
    float until = FAR_LINES;
    for (int i = looks.length - 1; i >= 0; i--) {
      until = Math.min(FAR_LINES, until + 1);
      traits.set(i, Trait.LOOK_UNTIL, until);
      until = looks[i] > SURE ? 0 : until;
      float sum = 0;
      float weight = 0;
      for (int k = Math.max(0, i - NEAR_LINES); k <= i + NEAR_LINES && k < looks.length; k++) {
        sum += looks[k] * lines.get(k).units();
        weight += lines.get(k).units();
      }
      traits.set(i, Trait.LOOK_NEAR, LineTraits.share(sum, weight));
    }
  }
}
