package org.tabadla.language;

import java.io.DataOutputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.stream.IntStream;

/// Fits the table of one script in two steps, over whole lines and over pieces of five and two
/// words, since that is what will be asked.
///
/// First naive Bayes: how much more frequent a run is in a language than in all (smoothed by what
/// it is in all). Then a few rounds of multinomial logistic regression by AdaGrad, which starts
/// from there and mends what is told wrongly. Either alone does worse on lines not seen. The runs
/// of a text are divided by the root of their number, as {@link LanguageModel} does.
final class LanguageTrainer {
  private static final int ROUNDS = 7;
  private static final double RATE = 0.2;

  /// Slopes are taken as if so much had gone before, so that rare runs move little.
  private static final float SQUARES_BEFORE = 0.5f;

  /// A part of the runs is left out at random, so that no language rests on a few names.
  private static final double DROPPED = 0.5;

  /// A language weighs by this power of how rare its lines are: at 1 all would weigh the same.
  private static final double RARITY = 0.9;

  private static final double MOST_WEIGHT = 20;

  /// So many runs of the mean of all languages are added to those of each.
  private static final double SMOOTHING_RUNS = 20_000;

  private static final double EVEN_CHANCE = 1e-7;

  /// How much of the Bayesian weights is the start: its chances are too sure of themselves.
  private static final double BAYES_SHARE = 0.25;

  private static final double SMALLEST_SLOPE = 1e-5;
  private static final double WEIGHTS_KEPT_WHOLE = 0.9995;

  /// Weights are kept to so many steps of a byte: what is finer tells nothing, and does not pack.
  private static final int STEPS = 4;

  /// What is read mostly. The others begin with a chance of e^-2 of theirs, which two words of a
  /// name do not make up for and a sentence does.
  private static final Set<String> MUCH_READ =
      Set.of(
          "ar", "azb", "bg", "bn", "ckb", "en", "fa", "hi", "id", "kk", "ks", "ky", "mn", "pa",
          "pnb", "ps", "ru", "sd", "skr", "tg", "tr", "ug", "uk", "und", "ur", "ur-Latn", "uz",
          "zh");

  private static final double SELDOM_READ = -2;

  private static final int LONGEST_WORDS = 30;
  private static final int[] PIECES = {2, 5, LONGEST_WORDS};
  private static final long SEED = 20260101;

  private static final class Piece {
    final int language;
    final boolean isWhole;
    final int[] hashes;

    Piece(int language, boolean isWhole, int[] hashes) {
      this.language = language;
      this.isWhole = isWhole;
      this.hashes = hashes;
    }
  }

  private final String script;
  private final List<String> languages;
  private final int bits;
  private final List<Piece> pieces = new ArrayList<>();
  private final double[] amounts;

  /// `weights[row * languages + language]`
  private final float[] weights;

  private final float[] squares;
  private final double[] bias;
  private final double[] biasSquares;
  private final double[] slopes;

  LanguageTrainer(String script, List<String> languages, int bits) {
    this.script = script;
    this.languages = List.copyOf(languages);
    this.bits = bits;
    int n = languages.size();
    amounts = new double[n];
    weights = new float[n << bits];
    squares = new float[n << bits];
    bias = new double[n];
    biasSquares = new double[n];
    slopes = new double[n];
    Arrays.fill(squares, SQUARES_BEFORE);
  }

  void learn(String language, PlainWords words) {
    int k = languages.indexOf(language);
    List<int[]> runs = runs(words);
    for (int size : PIECES) {
      // Pairs overlap: a text has few of them, and they are the hardest to tell.
      int step = size == 2 ? 1 : size;
      for (int from = 0; from == 0 || from + size <= runs.size(); from += step) {
        int to = Math.min(from + size, runs.size());
        int[] hashes = runs.subList(from, to).stream().flatMapToInt(IntStream::of).toArray();
        pieces.add(new Piece(k, size == LONGEST_WORDS, hashes));
        amounts[k]++;
      }
    }
  }

  private static List<int[]> runs(PlainWords words) {
    List<int[]> out = new ArrayList<>();
    int[] hashes = new int[LetterRuns.MOST_OF_A_WORD];
    for (int from = 1; from < words.length(); ) {
      int to = from;
      while (words.chars()[to] != ' ') {
        to++;
      }
      out.add(Arrays.copyOf(hashes, LetterRuns.ofWord(words.chars(), from, to, hashes)));
      from = to + 1;
    }
    return out;
  }

  /// What has been learnt, as {@link LanguageModel} takes it and reads it from a file.
  static final class Table {
    private final String script;
    private final List<String> languages;
    private final int bits;
    private final float scale;
    private final double[] bias;

    /// `bytes[row * LanguageModel.bytesInRow + language]`
    private final byte[] bytes;

    private Table(
        String script, List<String> languages, int bits, float scale, double[] bias, byte[] bytes) {
      this.script = script;
      this.languages = languages;
      this.bits = bits;
      this.scale = scale;
      this.bias = bias;
      this.bytes = bytes;
    }

    List<String> languages() {
      return languages;
    }

    LanguageModel model() {
      return new LanguageModel(script, languages, bits, scale, bias, bytes);
    }

    void write(DataOutputStream out) throws IOException {
      out.writeUTF(script);
      out.writeByte(languages.size());
      for (int k = 0; k < languages.size(); k++) {
        out.writeUTF(languages.get(k));
        out.writeFloat((float) bias[k]);
      }
      out.writeByte(bits);
      out.writeFloat(scale);
      out.write(bytes);
    }
  }

  Table fit() {
    startFromBayes();
    var random = new Random(SEED);
    double mean = Arrays.stream(amounts).average().orElse(1);
    int[] rows = new int[pieces.stream().mapToInt(piece -> piece.hashes.length).max().orElse(0)];
    for (int round = 0; round < ROUNDS; round++) {
      Collections.shuffle(pieces, random);
      for (Piece piece : pieces) {
        int count = 0;
        for (int hash : piece.hashes) {
          if (random.nextDouble() >= DROPPED) {
            rows[count++] = row(hash);
          }
        }
        if (count > 0) {
          double rarity = StrictMath.pow(mean / amounts[piece.language], RARITY);
          step(piece.language, rows, count, Math.min(MOST_WEIGHT, rarity));
        }
      }
    }
    return table();
  }

  private int row(int hash) {
    return (hash >>> (32 - bits)) * languages.size();
  }

  private void startFromBayes() {
    int n = languages.size();
    double[] totals = new double[n];
    for (Piece piece : pieces) {
      if (piece.isWhole) {
        for (int hash : piece.hashes) {
          weights[row(hash) + piece.language]++;
        }
        totals[piece.language] += piece.hashes.length;
      }
    }
    double[] logs = new double[n];
    for (int row = 0; row < weights.length; row += n) {
      double even = 0;
      for (int k = 0; k < n; k++) {
        even += weights[row + k] / totals[k] / n;
      }
      if (even == 0) {
        continue;
      }
      double sum = 0;
      for (int k = 0; k < n; k++) {
        double count = weights[row + k] + SMOOTHING_RUNS * (even + EVEN_CHANCE);
        logs[k] = StrictMath.log(count / (totals[k] + SMOOTHING_RUNS));
        sum += logs[k];
      }
      for (int k = 0; k < n; k++) {
        weights[row + k] = (float) (BAYES_SHARE * (logs[k] - sum / n));
      }
    }
  }

  private void step(int language, int[] rows, int count, double rarity) {
    double value = 1 / Math.sqrt(count);
    chances(rows, count, value);
    for (int k = 0; k < slopes.length; k++) {
      double slope = rarity * (slopes[k] - (k == language ? 1 : 0));
      slopes[k] = slope * value;
      biasSquares[k] += slope * slope;
      bias[k] -= 0.1 * RATE * slope / Math.sqrt(biasSquares[k] + 1e-8);
    }
    for (int i = 0; i < count; i++) {
      for (int k = 0; k < slopes.length; k++) {
        float slope = (float) slopes[k];
        if (Math.abs(slope) > SMALLEST_SLOPE) {
          int at = rows[i] + k;
          squares[at] += slope * slope;
          weights[at] -= (float) (RATE * slope / Math.sqrt(squares[at]));
        }
      }
    }
  }

  /// Puts the chance of each language into `slopes`.
  private void chances(int[] rows, int count, double value) {
    Arrays.fill(slopes, 0);
    for (int i = 0; i < count; i++) {
      for (int k = 0; k < slopes.length; k++) {
        slopes[k] += weights[rows[i] + k];
      }
    }
    double top = Double.NEGATIVE_INFINITY;
    for (int k = 0; k < slopes.length; k++) {
      slopes[k] = bias[k] + slopes[k] * value;
      top = Math.max(top, slopes[k]);
    }
    double all = 0;
    for (int k = 0; k < slopes.length; k++) {
      slopes[k] = StrictMath.exp(slopes[k] - top);
      all += slopes[k];
    }
    for (int k = 0; k < slopes.length; k++) {
      slopes[k] /= all;
    }
  }

  /// Weights as bytes; the few beyond the range are cut.
  private Table table() {
    float[] sizes = new float[weights.length];
    int used = 0;
    for (float weight : weights) {
      if (weight != 0) {
        sizes[used++] = Math.abs(weight);
      }
    }
    Arrays.sort(sizes, 0, used);
    float scale = sizes[(int) (used * WEIGHTS_KEPT_WHOLE)] / (LanguageModel.NEUTRAL - 1);
    int n = languages.size();
    int inRow = LanguageModel.bytesInRow(n);
    byte[] bytes = new byte[inRow << bits];
    int most = LanguageModel.NEUTRAL - 1;
    for (int i = 0; i < weights.length; i++) {
      long steps = Math.clamp((long) STEPS * Math.round(weights[i] / scale / STEPS), -most, most);
      bytes[i / n * inRow + i % n] = (byte) (LanguageModel.NEUTRAL + steps);
    }
    double[] rounded = new double[n];
    for (int k = 0; k < n; k++) {
      rounded[k] = (float) (bias[k] + (MUCH_READ.contains(languages.get(k)) ? 0 : SELDOM_READ));
    }
    return new Table(script, languages, bits, scale, rounded, bytes);
  }
}
