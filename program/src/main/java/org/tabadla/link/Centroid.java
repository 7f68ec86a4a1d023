package org.tabadla.link;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/// The sum of the sketches of a story's articles, and in how many of them each feature stands. Kept
/// small: light features are dropped.
final class Centroid {
  private static final int MOST_FEATURES = 320;
  private static final int KEPT_FEATURES = 256;

  private int[] keys = {};
  private float[] sums = {};
  private float[] counts = {};
  private double square;
  private int size;
  private @Nullable Sketch sketch;

  /// @return how many articles it sums
  int size() {
    return size;
  }

  /// @return how many features it holds
  int features() {
    return keys.length;
  }

  /// @return the square of its length
  double square() {
    return square;
  }

  void add(Sketch article) {
    if (size == 0) {
      keys = article.keys();
      sums = article.weights();
      counts = new float[keys.length];
      Arrays.fill(counts, 1);
    } else {
      join(article);
    }
    size++;
    changed();
  }

  private void join(Sketch article) {
    int most = keys.length + article.size();
    var k = new int[most];
    var s = new float[most];
    var c = new float[most];
    int n = 0;
    int i = 0;
    int j = 0;
    while (i < keys.length || j < article.size()) {
      boolean own = j == article.size() || (i < keys.length && keys[i] <= article.keys()[j]);
      boolean theirs = i == keys.length || (j < article.size() && article.keys()[j] <= keys[i]);
      k[n] = own ? keys[i] : article.keys()[j];
      s[n] = (own ? sums[i] : 0) + (theirs ? article.weights()[j] : 0);
      c[n] = (own ? counts[i] : 0) + (theirs ? 1 : 0);
      n++;
      i += own ? 1 : 0;
      j += theirs ? 1 : 0;
    }
    keys = Arrays.copyOf(k, n);
    sums = Arrays.copyOf(s, n);
    counts = Arrays.copyOf(c, n);
    if (n > MOST_FEATURES) {
      prune(KEPT_FEATURES);
    }
  }

  void subtract(Sketch article) {
    size--;
    sums = sums.clone();
    for (int i = 0; i < article.size(); i++) {
      int at = Arrays.binarySearch(keys, article.keys()[i]);
      if (at >= 0) {
        sums[at] = Math.max(0, sums[at] - article.weights()[i]);
        counts[at] = Math.max(0, counts[at] - 1);
        if (counts[at] == 0) {
          sums[at] = 0;
        }
      }
    }
    prune(KEPT_FEATURES);
    changed();
  }

  private void prune(int most) {
    float least = Float.MIN_VALUE;
    if (keys.length > most) {
      float[] sorted = sums.clone();
      Arrays.sort(sorted);
      least = Math.max(least, sorted[sorted.length - most]);
    }
    int n = 0;
    var k = new int[keys.length];
    var s = new float[keys.length];
    var c = new float[keys.length];
    for (int i = 0; i < keys.length; i++) {
      if (sums[i] >= least) {
        k[n] = keys[i];
        s[n] = sums[i];
        c[n++] = counts[i];
      }
    }
    keys = Arrays.copyOf(k, n);
    sums = Arrays.copyOf(s, n);
    counts = Arrays.copyOf(c, n);
  }

  private void changed() {
    square = 0;
    for (float sum : sums) {
      square += sum * sum;
    }
    sketch = null;
  }

  /// @return where a feature stands, or a negative number
  int at(int key) {
    return Arrays.binarySearch(keys, key);
  }

  float sum(int at) {
    return sums[at];
  }

  /// @return in how many articles the feature stands
  float count(int at) {
    return counts[at];
  }

  double cosine(Sketch article) {
    if (square <= 0) {
      return 0;
    }
    double sum = 0;
    for (int i = 0; i < article.size(); i++) {
      int at = at(article.keys()[i]);
      if (at >= 0) {
        sum += article.weights()[i] * sums[at];
      }
    }
    return sum / Math.sqrt(square);
  }

  /// @return its heaviest features, as if it were an article
  Sketch sketch(int most) {
    Sketch made = sketch;
    if (made == null) {
      made = size == 1 && keys.length <= most ? Sketch.of(keys, sums) : heaviest(most);
      sketch = size == 1 ? null : made;
    }
    return made;
  }

  private Sketch heaviest(int most) {
    Sketch all = Sketch.of(keys, sums);
    int[] best = all.heaviest(most);
    var k = new int[best.length];
    var w = new float[best.length];
    for (int i = 0; i < best.length; i++) {
      k[i] = all.keys()[best[i]];
      w[i] = all.weights()[best[i]];
    }
    return Sketch.of(k, w);
  }
}
