package org.tabadla.link;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Random;

/// Grows the trees of {@link Merge}: logistic loss, each tree asks the same at all nodes of a
/// level, so that it is small and hard to overfit. The same examples give the same trees.
final class TreeGrower {
  private static final int BINS = 48;
  private static final double RIDGE = 4;

  @SuppressWarnings("ArrayRecordComponent") // made by the hundred thousand, never compared
  record Example(float[] signs, boolean one, double weight) {}

  private final List<Example> examples;
  private final int depth;
  private final double rate;
  private final float[][] cuts = new float[Sign.ALL][];
  private final byte[][] bins;
  private final double[] scores;
  private final Random random = new Random(11);

  TreeGrower(List<Example> examples, int depth, double rate) {
    this.examples = examples;
    this.depth = depth;
    this.rate = rate;
    this.bins = new byte[Sign.ALL][examples.size()];
    this.scores = new double[examples.size()];
    for (int sign = 0; sign < Sign.ALL; sign++) {
      bin(sign);
    }
  }

  private void bin(int sign) {
    float[] sorted = new float[examples.size()];
    for (int i = 0; i < sorted.length; i++) {
      sorted[i] = round(examples.get(i).signs()[sign]);
    }
    float[] values = sorted.clone();
    Arrays.sort(sorted);
    float[] bounds = new float[BINS - 1];
    int n = 0;
    for (int b = 1; b < BINS; b++) {
      float bound = sorted[(int) ((long) b * (sorted.length - 1) / BINS)];
      if ((n == 0 || bound > bounds[n - 1]) && bound < sorted[sorted.length - 1]) {
        bounds[n++] = bound;
      }
    }
    cuts[sign] = Arrays.copyOf(bounds, n);
    for (int i = 0; i < values.length; i++) {
      int at = Arrays.binarySearch(cuts[sign], values[i]);
      bins[sign][i] = (byte) (at >= 0 ? at : -at - 1);
    }
  }

  private static float round(float value) {
    return Math.round(value * 1000) / 1000f;
  }

  /// @return lines as {@link Merge#of} reads them
  List<String> grow(int trees) {
    List<String> out = new ArrayList<>();
    for (int t = 0; t < trees; t++) {
      out.add(tree());
    }
    return out;
  }

  private String tree() {
    int n = examples.size();
    var slope = new double[n];
    var curve = new double[n];
    for (int i = 0; i < n; i++) {
      Example e = examples.get(i);
      double p = 1 / (1 + Math.exp(-scores[i]));
      boolean in = random.nextDouble() < 0.7;
      slope[i] = in ? e.weight() * ((e.one() ? 1 : 0) - p) : 0;
      curve[i] = in ? e.weight() * Math.max(1e-6, p * (1 - p)) : 0;
    }
    var leaf = new int[n];
    var asked = new StringBuilder();
    for (int d = 0; d < depth; d++) {
      int[] best = best(slope, curve, leaf, 1 << d);
      for (int i = 0; i < n; i++) {
        leaf[i] = leaf[i] * 2 + (bins[best[0]][i] > best[1] ? 1 : 0);
      }
      asked
          .append(d == 0 ? "" : " ")
          .append(Sign.at(best[0]))
          .append('>')
          .append(number(cuts[best[0]][best[1]]));
    }
    return asked + "\t" + leaves(slope, curve, leaf);
  }

  private String leaves(double[] slope, double[] curve, int[] leaf) {
    var s = new double[1 << depth];
    var c = new double[1 << depth];
    for (int i = 0; i < leaf.length; i++) {
      s[leaf[i]] += slope[i];
      c[leaf[i]] += curve[i];
    }
    var out = new StringBuilder();
    for (int l = 0; l < s.length; l++) {
      s[l] = Math.round(1000 * rate * s[l] / (c[l] + RIDGE)) / 1000.0;
      out.append(l == 0 ? "" : " ").append(number((float) s[l]));
    }
    for (int i = 0; i < leaf.length; i++) {
      scores[i] += s[leaf[i]];
    }
    return out.toString();
  }

  private static String number(float value) {
    String out = String.format(Locale.ROOT, "%.3f", value);
    return out.contains(".") ? out.replaceAll("0+$", "").replaceAll("\\.$", "") : out;
  }

  /// @return the sign and the bin whose question, asked at all leaves, gains most
  private int[] best(double[] slope, double[] curve, int[] leaf, int leaves) {
    double bestGain = -1;
    int[] best = {0, 0};
    for (int sign = 0; sign < Sign.ALL; sign++) {
      if (cuts[sign].length == 0 || random.nextDouble() > 0.7) {
        continue;
      }
      var s = new double[leaves][BINS];
      var c = new double[leaves][BINS];
      for (int i = 0; i < leaf.length; i++) {
        s[leaf[i]][bins[sign][i]] += slope[i];
        c[leaf[i]][bins[sign][i]] += curve[i];
      }
      double[] gains = gains(s, c, cuts[sign].length);
      for (int cut = 0; cut < gains.length; cut++) {
        if (gains[cut] > bestGain) {
          bestGain = gains[cut];
          best = new int[] {sign, cut};
        }
      }
    }
    return best;
  }

  private static double[] gains(double[][] s, double[][] c, int cuts) {
    var out = new double[cuts];
    for (int l = 0; l < s.length; l++) {
      double allS = Arrays.stream(s[l]).sum();
      double allC = Arrays.stream(c[l]).sum();
      double leftS = 0;
      double leftC = 0;
      for (int cut = 0; cut < cuts; cut++) {
        leftS += s[l][cut];
        leftC += c[l][cut];
        double rightS = allS - leftS;
        double rightC = allC - leftC;
        out[cut] += leftS * leftS / (leftC + RIDGE) + rightS * rightS / (rightC + RIDGE);
      }
    }
    return out;
  }
}
