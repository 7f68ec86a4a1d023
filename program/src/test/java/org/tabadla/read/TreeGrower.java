package org.tabadla.read;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.stream.IntStream;

/// Grows {@link LineTrees} on weighed examples: histograms of 64 bins, the best leaf first,
/// logistic loss. The same examples give the same trees.
final class TreeGrower {
  private static final int BINS = 64;
  private static final double RIDGE = 2;
  private static final double GAIN_MIN = 1e-3;
  private static final double CURVE_MIN = 1e-9;

  /// @param leaves the most a tree has
  /// @param rate how much of what a tree has learnt is believed
  /// @param leafMin the least weight of curvature a leaf rests on
  /// @param traitsShare how many of the traits each tree is shown
  /// @param sitesShare how many of the sites each tree is shown
  /// @param traits what it may ask for
  record Plan(
      int trees,
      int leaves,
      double rate,
      double leafMin,
      double traitsShare,
      double sitesShare,
      Set<Trait> traits) {}

  /// @param row the traits of a line
  /// @param site lines of one site share it: a tree sees all of them or none
  @SuppressWarnings("ArrayRecordComponent") // made by the hundred thousand, never compared
  record Example(float[] row, boolean isBody, double weight, int site) {
    Example weighing(double other) {
      return new Example(row, isBody, other, site);
    }
  }

  private final List<Example> examples;
  private final Plan plan;
  private final float[][] cuts;
  private final byte[][] bins;
  private final double[] slopes;
  private final double[] curves;
  private final float[] scores;
  private final Random random = new Random(7);

  private final List<Byte> outTraits = new ArrayList<>();
  private final List<Float> outBounds = new ArrayList<>();
  private final List<Integer> outLefts = new ArrayList<>();
  private final List<Float> outValues = new ArrayList<>();
  private final List<Integer> outRoots = new ArrayList<>();

  TreeGrower(List<Example> examples, Plan plan) {
    this.examples = examples;
    this.plan = plan;
    this.cuts = new float[Trait.ALL][0];
    this.bins = new byte[Trait.ALL][examples.size()];
    this.slopes = new double[examples.size()];
    this.curves = new double[examples.size()];
    this.scores = new float[examples.size()];
    plan.traits().forEach(trait -> bin(trait.place()));
  }

  private void bin(int trait) {
    float[] values = new float[examples.size()];
    for (int i = 0; i < values.length; i++) {
      values[i] = examples.get(i).row()[trait];
    }
    float[] sorted = values.clone();
    Arrays.sort(sorted);
    float[] bounds = new float[BINS - 1];
    int n = 0;
    for (int b = 1; b < BINS && sorted.length > 0; b++) {
      float bound = sorted[(int) ((long) b * (sorted.length - 1) / BINS)];
      if ((n == 0 || bound > bounds[n - 1]) && bound < sorted[sorted.length - 1]) {
        bounds[n++] = bound;
      }
    }
    cuts[trait] = Arrays.copyOf(bounds, n);
    for (int i = 0; i < values.length; i++) {
      int at = Arrays.binarySearch(cuts[trait], values[i]);
      bins[trait][i] = (byte) (at >= 0 ? at : -at - 1);
    }
  }

  LineTrees grow() {
    for (int t = 0; t < plan.trees(); t++) {
      for (int i = 0; i < examples.size(); i++) {
        Example example = examples.get(i);
        double p = LineTrees.chance(scores[i]);
        slopes[i] = example.weight() * (p - (example.isBody() ? 1 : 0));
        curves[i] = Math.max(example.weight() * p * (1 - p), CURVE_MIN);
      }
      boolean[] used = new boolean[Trait.ALL];
      for (Trait trait : plan.traits()) {
        used[trait.place()] = random.nextDouble() < plan.traitsShare();
      }
      tree(sample(), used);
    }
    return new LineTrees(
        bytes(outTraits), floats(outBounds), ints(outLefts), floats(outValues), ints(outRoots));
  }

  /// @return the examples of some sites
  private int[] sample() {
    int salt = random.nextInt();
    return IntStream.range(0, examples.size())
        .filter(i -> isShown(examples.get(i).site(), salt))
        .toArray();
  }

  private boolean isShown(int site, int salt) {
    int h = (site + salt) * 0x9E3779B1;
    h ^= h >>> 15;
    h *= 0x85EBCA6B;
    return ((h >>> 8) & 0xFFFF) < plan.sitesShare() * 0x10000;
  }

  private static final class Leaf {
    int[] members = new int[0];
    int node;
    double slope;
    double curve;
    double gain;
    int trait = -1;
    int bin;
    double[] histogram = new double[0];
  }

  private void tree(int[] sample, boolean[] used) {
    var root = new Leaf();
    root.members = sample;
    root.histogram = histogram(root.members, used);
    measure(root, used);
    root.node = node();
    outRoots.add(root.node);
    var open = new ArrayList<Leaf>(List.of(root));
    while (open.size() < plan.leaves()) {
      Leaf best = open.getFirst();
      for (Leaf leaf : open) {
        best = leaf.gain > best.gain ? leaf : best;
      }
      if (best.gain < GAIN_MIN) {
        break;
      }
      open.remove(best);
      split(best, used, open);
      outValues.set(best.node, (float) (plan.rate() * -best.slope / (best.curve + RIDGE)));
    }
    for (Leaf leaf : open) {
      float value = (float) (plan.rate() * -leaf.slope / (leaf.curve + RIDGE));
      outValues.set(leaf.node, value);
    }
    for (int i = 0; i < examples.size(); i++) {
      scores[i] += answer(outRoots.getLast(), examples.get(i).row());
    }
  }

  private float answer(int root, float[] row) {
    int node = root;
    while (outTraits.get(node) >= 0) {
      int left = outLefts.get(node);
      node = row[outTraits.get(node)] <= outBounds.get(node) ? left : left + 1;
    }
    return outValues.get(node);
  }

  private void split(Leaf leaf, boolean[] used, List<Leaf> open) {
    int left = 0;
    byte[] bin = bins[leaf.trait];
    for (int i : leaf.members) {
      left += (bin[i] & 0xFF) <= leaf.bin ? 1 : 0;
    }
    var one = new Leaf();
    var two = new Leaf();
    one.members = new int[left];
    two.members = new int[leaf.members.length - left];
    int a = 0;
    int b = 0;
    for (int i : leaf.members) {
      if ((bin[i] & 0xFF) <= leaf.bin) {
        one.members[a++] = i;
      } else {
        two.members[b++] = i;
      }
    }
    Leaf small = a <= b ? one : two;
    Leaf large = a <= b ? two : one;
    small.histogram = histogram(small.members, used);
    large.histogram = leaf.histogram;
    for (int i = 0; i < large.histogram.length; i++) {
      large.histogram[i] -= small.histogram[i];
    }
    measure(one, used);
    measure(two, used);
    one.node = node();
    two.node = node();
    outTraits.set(leaf.node, (byte) leaf.trait);
    outBounds.set(leaf.node, cuts[leaf.trait][leaf.bin]);
    outLefts.set(leaf.node, one.node);
    open.add(one);
    open.add(two);
  }

  private double[] histogram(int[] members, boolean[] used) {
    double[] sums = new double[Trait.ALL * BINS * 2];
    for (int t = 0; t < Trait.ALL; t++) {
      if (used[t]) {
        byte[] bin = bins[t];
        int from = t * BINS;
        for (int i : members) {
          int at = (from + bin[i]) * 2;
          sums[at] += slopes[i];
          sums[at + 1] += curves[i];
        }
      }
    }
    return sums;
  }

  private void measure(Leaf leaf, boolean[] used) {
    for (int i : leaf.members) {
      leaf.slope += slopes[i];
      leaf.curve += curves[i];
    }
    double whole = leaf.slope * leaf.slope / (leaf.curve + RIDGE);
    for (int t = 0; t < Trait.ALL; t++) {
      double slope = 0;
      double curve = 0;
      for (int b = 0; used[t] && b < cuts[t].length; b++) {
        int at = (t * BINS + b) * 2;
        slope += leaf.histogram[at];
        curve += leaf.histogram[at + 1];
        double rest = leaf.curve - curve;
        if (curve >= plan.leafMin() && rest >= plan.leafMin()) {
          double other = leaf.slope - slope;
          double gain = slope * slope / (curve + RIDGE) + other * other / (rest + RIDGE) - whole;
          if (gain > leaf.gain) {
            leaf.gain = gain;
            leaf.trait = t;
            leaf.bin = b;
          }
        }
      }
    }
  }

  private int node() {
    outTraits.add((byte) -1);
    outBounds.add(0f);
    outLefts.add(0);
    outValues.add(0f);
    return outTraits.size() - 1;
  }

  private static byte[] bytes(List<Byte> list) {
    var out = new byte[list.size()];
    for (int i = 0; i < out.length; i++) {
      out[i] = list.get(i);
    }
    return out;
  }

  private static float[] floats(List<Float> list) {
    var out = new float[list.size()];
    for (int i = 0; i < out.length; i++) {
      out[i] = list.get(i);
    }
    return out;
  }

  private static int[] ints(List<Integer> list) {
    return list.stream().mapToInt(i -> i).toArray();
  }
}
