package org.tabadla.link;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

/// The learned merge: small trees over {@link Sign}s that add up to the log odds of «one story»
/// (gradient boosting, Friedman 2001). Trained by `./tabadla train stories`; one set of trees for
/// articles and whole stories, within and across languages.
final class Merge {
  private static final String FILE = "stories.model.tsv";

  /// The model that the program is shipped with.
  static Merge shipped() {
    return Shipped.MODEL;
  }

  private static final class Shipped {
    static final Merge MODEL = load();
  }

  private final int[][] signs;
  private final float[][] bounds;
  private final float[][] leaves;

  /// A tree of depth d asks at each level the same for all nodes there (an oblivious tree): d
  /// signs, d bounds, 2^d leaves.
  Merge(int[][] signs, float[][] bounds, float[][] leaves) {
    this.signs = signs;
    this.bounds = bounds;
    this.leaves = leaves;
  }

  /// @return the chance that both are one story, 0 to 1
  double chance(float[] evidence) {
    double sum = 0;
    for (int t = 0; t < signs.length; t++) {
      int leaf = 0;
      for (int d = 0; d < signs[t].length; d++) {
        leaf = leaf * 2 + (evidence[signs[t][d]] > bounds[t][d] ? 1 : 0);
      }
      sum += leaves[t][leaf];
    }
    return 1 / (1 + Math.exp(-sum));
  }

  private static Merge load() {
    try (InputStream in = Objects.requireNonNull(Merge.class.getResourceAsStream(FILE), FILE);
        var lines = new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8))) {
      return of(lines.lines().toList());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /// @param lines `SIGN>BOUND SIGN>BOUND …` tab `LEAF LEAF …`; `#` begins a comment
  static Merge of(List<String> lines) {
    List<int[]> signs = new ArrayList<>();
    List<float[]> bounds = new ArrayList<>();
    List<float[]> leaves = new ArrayList<>();
    for (String line : lines) {
      if (line.isBlank() || line.startsWith("#")) {
        continue;
      }
      String[] halves = line.split("\t", -1);
      String[] asked = halves[0].isEmpty() ? new String[0] : halves[0].split(" ", -1);
      var sign = new int[asked.length];
      var bound = new float[asked.length];
      for (int d = 0; d < asked.length; d++) {
        int at = asked[d].indexOf('>');
        sign[d] = Sign.valueOf(asked[d].substring(0, at)).place();
        bound[d] = Float.parseFloat(asked[d].substring(at + 1));
      }
      String[] values = halves[1].split(" ", -1);
      var leaf = new float[values.length];
      for (int i = 0; i < leaf.length; i++) {
        leaf[i] = Float.parseFloat(values[i]);
      }
      if (leaf.length != 1 << asked.length) {
        throw new IllegalArgumentException("a tree with too many or too few leaves: " + line);
      }
      signs.add(sign);
      bounds.add(bound);
      leaves.add(leaf);
    }
    return new Merge(
        signs.toArray(new int[0][]),
        bounds.toArray(new float[0][]),
        leaves.toArray(new float[0][]));
  }
}
