package org.tabadla.read;

import java.util.BitSet;
import java.util.List;

/// The {@link Trait}s of all lines of a page: a row of numbers a line. Measuring them takes time
/// linear in the page.
final class LineTraits {
  /// Most of what is counted or measured is a small whole number.
  private static final float[] LOGS = new float[4096];

  static {
    for (int i = 0; i < LOGS.length; i++) {
      LOGS[i] = (float) Math.log1p(i);
    }
  }

  private final float[][] rows;
  private final LineKin kin;
  private final PageTree tree;

  private LineTraits(PageTree tree, Prose prose) {
    this.tree = tree;
    this.rows = new float[tree.lines().size()][Trait.ALL];
    this.kin = new LineKin(tree, prose);
  }

  /// @param main the box where most prose is
  /// @param ruled the lines that plain rules take for body
  /// @param title the headline, maybe empty
  /// @param stated the body as structured data has it, maybe empty
  static LineTraits of(
      PageTree tree, Prose prose, int main, BitSet ruled, String title, String stated) {
    var traits = new LineTraits(tree, prose);
    LineWords.measure(traits, tree, title, stated);
    LineBlocks.measure(traits, tree);
    LineSurroundings.measure(traits, tree, traits.kin, main);
    LineTwins.measure(traits, tree, traits.kin);
    LineLooks.ruled(traits, tree, traits.kin, ruled);
    LinePlaces.measure(traits, tree, prose, main, title);
    return traits;
  }

  /// Adds what the lines around were taken for.
  ///
  /// @param looks how likely each line is of the body, 0 to 1
  void look(float[] looks) {
    LineLooks.measure(this, tree, kin, looks);
  }

  int size() {
    return rows.length;
  }

  /// @return the traits of a line, in the order of {@link Trait}
  float[] row(int line) {
    return rows[line];
  }

  void set(int line, Trait trait, float value) {
    rows[line][trait.place()] = value;
  }

  void set(int line, Trait trait, boolean value) {
    rows[line][trait.place()] = value ? 1 : 0;
  }

  float get(int line, Trait trait) {
    return rows[line][trait.place()];
  }

  static float log(float value) {
    int whole = (int) value;
    boolean known = whole == value && whole >= 0 && whole < LOGS.length;
    return known ? LOGS[whole] : (float) Math.log1p(value);
  }

  static float share(float part, float whole) {
    return whole == 0 ? 0 : part / whole;
  }

  static Box boxOf(PageTree tree, int line) {
    List<Box> boxes = tree.boxes();
    return boxes.get(tree.lines().get(line).box());
  }
}
