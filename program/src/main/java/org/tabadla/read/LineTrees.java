package org.tabadla.read;

import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;

/// Decision trees whose answers add up: gradient boosting (Friedman, "Greedy function
/// approximation", 2001) on the {@link Trait}s of a line. All trees lie in flat arrays; a node's
/// children stand side by side.
final class LineTrees {
  private static final int TRAIT_BITS = 8;
  private static final int TRAIT_MASK = (1 << TRAIT_BITS) - 1;
  private static final int TREES_A_ROUND = 30;

  /// Log-odds of about 30 to 1, which the trees that follow hardly ever turn.
  private static final float SURE = 3.5f;

  /// Of each node the trait that it asks for, -1 at a leaf.
  final byte[] traits;

  /// Of each node the largest value that goes left.
  final float[] bounds;

  /// Of each node its left child; the right one follows it.
  final int[] lefts;

  /// Of each node what the lines that pass it have to add on the mean, in log-odds.
  final float[] values;

  /// The trees' first nodes.
  final int[] roots;

  /// Of each node all that a line on its way to a leaf asks for, side by side: the bound's bits,
  /// the left child, the trait.
  private final long[] steps;

  LineTrees(byte[] traits, float[] bounds, int[] lefts, float[] values, int[] roots) {
    this.traits = traits;
    this.bounds = bounds;
    this.lefts = lefts;
    this.values = values;
    this.roots = roots;
    this.steps = new long[traits.length];
    for (int i = 0; i < steps.length; i++) {
      long bound = Float.floatToRawIntBits(bounds[i]);
      steps[i] = bound << 32 | (long) lefts[i] << TRAIT_BITS | (traits[i] & TRAIT_MASK);
    }
  }

  static LineTrees read(DataInputStream in) throws IOException {
    int nodes = in.readInt();
    var traits = new byte[nodes];
    var bounds = new float[nodes];
    var lefts = new int[nodes];
    var values = new float[nodes];
    for (int i = 0; i < nodes; i++) {
      traits[i] = in.readByte();
      values[i] = in.readFloat();
      if (traits[i] >= 0) {
        bounds[i] = in.readFloat();
        lefts[i] = i + in.readUnsignedByte();
      }
    }
    var roots = new int[in.readInt()];
    for (int i = 0; i < roots.length; i++) {
      roots[i] = in.readInt();
    }
    return new LineTrees(traits, bounds, lefts, values, roots);
  }

  void write(DataOutputStream out) throws IOException {
    out.writeInt(traits.length);
    for (int i = 0; i < traits.length; i++) {
      out.writeByte(traits[i]);
      out.writeFloat(values[i]);
      if (traits[i] >= 0) {
        out.writeFloat(bounds[i]);
        out.writeByte(lefts[i] - i);
      }
    }
    out.writeInt(roots.length);
    for (int root : roots) {
      out.writeInt(root);
    }
  }

  /// @param rows the traits of some lines
  /// @return the log-odds that each is of the body; of a line that is sure after a good part of the
  ///   trees, what it was then
  float[] scores(float[][] rows) {
    var sums = new float[rows.length];
    int[] open = new int[rows.length];
    for (int i = 0; i < open.length; i++) {
      open[i] = i;
    }
    int left = open.length;
    // Tree by tree: a tree stays near the processor while all lines go through it.
    for (int tree = 0; tree < roots.length; tree++) {
      for (int i = 0; i < left; i++) {
        sums[open[i]] += values[leaf(roots[tree], rows[open[i]])];
      }
      if ((tree + 1) % TREES_A_ROUND == 0) {
        left = unsure(open, left, sums);
      }
    }
    return sums;
  }

  /// @return how many lines are still open, moved to the front
  private static int unsure(int[] open, int size, float[] sums) {
    int left = 0;
    for (int i = 0; i < size; i++) {
      if (Math.abs(sums[open[i]]) < SURE) {
        open[left++] = open[i];
      }
    }
    return left;
  }

  private int leaf(int root, float[] row) {
    int node = root;
    long step = steps[node];
    for (int trait = (byte) step; trait >= 0; trait = (byte) step) {
      float bound = Float.intBitsToFloat((int) (step >> 32));
      node = ((int) step >>> TRAIT_BITS) + (row[trait] <= bound ? 0 : 1);
      step = steps[node];
    }
    return node;
  }

  /// Adds for each trait what it did to a line's score: at each node on the way, how much the mean
  /// of the lines that went the same way differs from the mean before (Saabas, 2014).
  void explain(float[] row, float[] effects) {
    for (int node : roots) {
      while (traits[node] >= 0) {
        int next = row[traits[node]] <= bounds[node] ? lefts[node] : lefts[node] + 1;
        effects[traits[node]] += values[next] - values[node];
        node = next;
      }
    }
  }

  static float chance(float score) {
    return (float) (1 / (1 + Math.exp(-score)));
  }
}
