package org.tabadla.link;

import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.util.Arrays;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/// The sum of the sketches of a story's articles, and in how many of them each feature stands. Kept
/// small: light features are dropped, and of one article nothing is held but its sketch.
final class Centroid {
  private static final int MOST_FEATURES = 256;
  private static final int KEPT_FEATURES = 192;
  private static final double LEAST_SQUARE = 1e-9;

  /// The sketch of the one article; null when there are more, or none.
  private @Nullable Sketch only;

  private int[] keys = {};
  private float[] sums = {};
  private char[] counts = {};
  private double square;
  private int size;
  private @Nullable Sketch sketch;

  /// @return how many articles it sums
  int size() {
    return size;
  }

  /// @return how many features it holds
  int features() {
    return only == null ? keys.length : only.size();
  }

  /// @return its length, above zero
  double length() {
    return Math.sqrt(Math.max(LEAST_SQUARE, square));
  }

  void add(Sketch article) {
    if (size == 0) {
      only = article;
    } else {
      spread();
      join(article);
    }
    size++;
    changed();
  }

  /// What was one article becomes a sum.
  private void spread() {
    Sketch one = only;
    if (one != null) {
      keys = one.keys();
      sums = one.weights();
      counts = new char[keys.length];
      Arrays.fill(counts, (char) 1);
      only = null;
    }
  }

  private void join(Sketch article) {
    int most = keys.length + article.size();
    var k = new int[most];
    var s = new float[most];
    var c = new char[most];
    int n = 0;
    int i = 0;
    int j = 0;
    while (i < keys.length || j < article.size()) {
      boolean own = j == article.size() || (i < keys.length && keys[i] <= article.keys()[j]);
      boolean theirs = i == keys.length || (j < article.size() && article.keys()[j] <= keys[i]);
      k[n] = own ? keys[i] : article.keys()[j];
      s[n] = (own ? sums[i] : 0) + (theirs ? article.weightAt(j) : 0);
      c[n] = (char) Math.min(Character.MAX_VALUE, (own ? counts[i] : 0) + (theirs ? 1 : 0));
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
    if (size == 0) {
      only = null;
      keys = new int[0];
      sums = new float[0];
      counts = new char[0];
    } else {
      for (int i = 0; i < article.size(); i++) {
        int at = Arrays.binarySearch(keys, article.keys()[i]);
        if (at >= 0) {
          sums[at] = Math.max(0, sums[at] - article.weightAt(i));
          counts[at] = (char) Math.max(0, counts[at] - 1);
          if (counts[at] == 0) {
            sums[at] = 0;
          }
        }
      }
      prune(KEPT_FEATURES);
    }
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
    var c = new char[keys.length];
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
    for (int i = 0; i < features(); i++) {
      square += (double) sum(i) * sum(i);
    }
    sketch = null;
  }

  /// @return where a feature stands, or a negative number
  int at(int key) {
    return Arrays.binarySearch(only == null ? keys : only.keys(), key);
  }

  int key(int at) {
    return only == null ? keys[at] : only.keys()[at];
  }

  float sum(int at) {
    return only == null ? sums[at] : only.weightAt(at);
  }

  /// @return in how many articles the feature stands
  float count(int at) {
    return only == null ? counts[at] : 1;
  }

  /// @return its heaviest features, as if it were an article
  Sketch sketch(int most) {
    Sketch one = only;
    if (one != null && one.size() <= most) {
      return one;
    }
    Sketch made = sketch;
    if (made == null) {
      made = heaviest(most);
      sketch = made;
    }
    return made;
  }

  /// Frees what {@link #sketch} keeps, when nobody will ask again for a while.
  void rest() {
    sketch = null;
  }

  private Sketch heaviest(int most) {
    float[] all = only == null ? sums : only.weights();
    int[] best = Sketch.heaviest(all, all.length, most);
    var k = new int[best.length];
    var w = new float[best.length];
    for (int i = 0; i < best.length; i++) {
      k[i] = only == null ? keys[best[i]] : only.keys()[best[i]];
      w[i] = all[best[i]];
    }
    return Sketch.of(k, w);
  }

  void write(DataOutput out) throws IOException {
    out.writeInt(size);
    out.writeBoolean(only != null);
    if (only == null) {
      Packed.ints(out, keys);
      Packed.floats(out, sums);
      Packed.chars(out, counts);
    }
  }

  /// @param one the sketch of the one article, where it sums one
  static Centroid read(DataInput in, Supplier<Sketch> one) throws IOException {
    var out = new Centroid();
    out.size = in.readInt();
    if (in.readBoolean()) {
      out.only = one.get();
    } else {
      out.keys = Packed.ints(in);
      out.sums = Packed.floats(in);
      out.counts = Packed.chars(in);
    }
    out.changed();
    return out;
  }
}
