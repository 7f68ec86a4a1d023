package org.tabadla.verify.picture;

import java.util.Arrays;
import java.util.OptionalLong;

/// A hash of how a picture looks: the low frequencies of its brightness, each above or below their
/// median (pHash; Zauner, *Implementation and Benchmarking of Perceptual Image Hash Functions*,
/// 2010, §3.2.1). Pictures that were scaled, compressed again or made a little brighter have hashes
/// that differ in few bits.
final class PictureHash {
  /// A picture is brought to so many rows and columns first.
  static final int SIDE = 32;

  /// How many bits a hash has.
  static final int BITS = 64;

  private static final int FREQUENCIES = 8;

  /// A picture whose brightness spreads less (of 255) is too plain: noise would make its hash.
  private static final double LEAST_SPREAD = 4;

  private static final double[][] COSINES = cosines();

  private PictureHash() {}

  /// @param brightness {@link #SIDE} rows of as many values, 0 to 255, row by row
  /// @return empty for a picture that is too plain to be known again
  static OptionalLong of(double[] brightness) {
    if (spread(brightness) < LEAST_SPREAD) {
      return OptionalLong.empty();
    }
    double[] frequencies = frequencies(brightness);
    double[] sorted = frequencies.clone();
    Arrays.sort(sorted);
    double median = (sorted[BITS / 2 - 1] + sorted[BITS / 2]) / 2;
    long hash = 0;
    for (int i = 0; i < BITS; i++) {
      hash = (hash << 1) | (frequencies[i] > median ? 1 : 0);
    }
    return OptionalLong.of(hash);
  }

  private static double spread(double[] values) {
    double mean = Arrays.stream(values).average().orElse(0);
    double squares = Arrays.stream(values).map(v -> (v - mean) * (v - mean)).average().orElse(0);
    return Math.sqrt(squares);
  }

  /// The discrete cosine transform, of which only frequencies 1 to 8 are wanted; 0 is the mean.
  private static double[] frequencies(double[] brightness) {
    double[] across = new double[SIDE * FREQUENCIES];
    for (int y = 0; y < SIDE; y++) {
      for (int u = 0; u < FREQUENCIES; u++) {
        double sum = 0;
        for (int x = 0; x < SIDE; x++) {
          sum += brightness[y * SIDE + x] * COSINES[u][x];
        }
        across[y * FREQUENCIES + u] = sum;
      }
    }
    double[] out = new double[BITS];
    for (int v = 0; v < FREQUENCIES; v++) {
      for (int u = 0; u < FREQUENCIES; u++) {
        double sum = 0;
        for (int y = 0; y < SIDE; y++) {
          sum += across[y * FREQUENCIES + u] * COSINES[v][y];
        }
        out[v * FREQUENCIES + u] = sum;
      }
    }
    return out;
  }

  private static double[][] cosines() {
    double[][] out = new double[FREQUENCIES][SIDE];
    for (int u = 0; u < FREQUENCIES; u++) {
      for (int x = 0; x < SIDE; x++) {
        out[u][x] = Math.cos(Math.PI * (u + 1) * (2 * x + 1) / (2 * SIDE));
      }
    }
    return out;
  }
}
