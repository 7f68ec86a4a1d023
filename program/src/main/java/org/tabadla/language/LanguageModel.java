package org.tabadla.language;

import java.io.DataInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.ArrayList;
import java.util.List;
import java.util.zip.GZIPInputStream;

/// How much each run of letters speaks for each language of one script: a linear model over hashed
/// runs, a byte a weight. A language's score is its bias and the sum of its weights, over the root
/// of the number of runs; the scores are those of a multinomial logistic regression. Made by
/// `TrainLanguages` in the test tree.
final class LanguageModel {
  /// The greatest number of tables, languages and hash bits that a model file may name.
  private static final int MOST_TABLES = 16;

  private static final int MOST_LANGUAGES = 64;
  private static final int MOST_BITS = 20;

  /// A byte that speaks neither for nor against.
  static final int NEUTRAL = 128;

  /// Weights are added eight at a time: bytes of even and of odd place in two sums of four lanes of
  /// sixteen bits each. So many fit before a lane could run over.
  private static final int RUNS_IN_A_LANE = 256;

  private static final long LANES = 0x00FF_00FF_00FF_00FFL;

  /// A lead by so much is not lost again; then the text is read no further.
  private static final double LEAD_ENOUGH = 30;

  /// How much of a text is read between two looks at the lead.
  private static final int STEP_CHARS = 250;

  private final String script;
  private final List<String> languages;
  private final int bits;
  private final double scale;
  private final double[] bias;

  /// A row a bucket; in it eight languages to a long, the first in the lowest byte.
  private final long[] weights;

  private final int longsInRow;

  /// @param scale what one step of a byte weighs
  /// @param bytes `bytes[row * bytesInRow + language]`
  LanguageModel(
      String script, List<String> languages, int bits, double scale, double[] bias, byte[] bytes) {
    this.script = script;
    this.languages = List.copyOf(languages);
    this.bits = bits;
    this.scale = scale;
    this.bias = bias.clone();
    this.longsInRow = bytesInRow(languages.size()) / 8;
    this.weights = new long[bytes.length / 8];
    ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN).asLongBuffer().get(weights);
  }

  /// @return how many bytes the weights of so many languages take, to whole longs
  static int bytesInRow(int languages) {
    return Math.ceilDiv(languages, 8) * 8;
  }

  /// @return the name that {@link Character.UnicodeScript} gives
  String script() {
    return script;
  }

  /// A language, and how likely it is among those of its script, 0 to 1.
  record Best(String language, double chance) {}

  Best best(PlainWords words) {
    char[] chars = words.chars();
    int[] sums = new int[longsInRow * 8];
    long[] lanes = new long[longsInRow * 2];
    int[] hashes = new int[LetterRuns.MOST_OF_A_WORD];
    int shift = 32 - bits;
    int runs = 0;
    int inLanes = 0;
    int look = STEP_CHARS;
    int from = 1;
    while (from < words.length()) {
      int to = from;
      while (chars[to] != ' ') {
        to++;
      }
      int count = LetterRuns.ofWord(chars, from, to, hashes);
      if (inLanes + count > RUNS_IN_A_LANE) {
        spill(lanes, sums);
        inLanes = 0;
      }
      add(hashes, count, shift, lanes);
      inLanes += count;
      runs += count;
      from = to + 1;
      if (from > look) {
        look += STEP_CHARS;
        spill(lanes, sums);
        inLanes = 0;
        if (lead(scores(sums, runs)) > LEAD_ENOUGH) {
          break;
        }
      }
    }
    spill(lanes, sums);
    return best(scores(sums, runs));
  }

  private void add(int[] hashes, int count, int shift, long[] lanes) {
    int inRow = longsInRow;
    for (int i = 0; i < count; i++) {
      int row = (hashes[i] >>> shift) * inRow;
      for (int j = 0; j < inRow; j++) {
        long eight = weights[row + j];
        lanes[2 * j] += eight & LANES;
        lanes[2 * j + 1] += (eight >>> 8) & LANES;
      }
    }
  }

  private static void spill(long[] lanes, int[] sums) {
    for (int i = 0; i < lanes.length; i++) {
      long four = lanes[i];
      int at = (i >> 1) * 8 + (i & 1);
      for (int lane = 0; lane < 4; lane++) {
        sums[at + 2 * lane] += (int) (four >>> (16 * lane)) & 0xFFFF;
      }
      lanes[i] = 0;
    }
  }

  private double[] scores(int[] sums, int runs) {
    double[] out = new double[languages.size()];
    double step = scale / Math.sqrt(Math.max(1, runs));
    for (int k = 0; k < out.length; k++) {
      out[k] = bias[k] + step * (sums[k] - NEUTRAL * runs);
    }
    return out;
  }

  private static double lead(double[] scores) {
    double first = Double.NEGATIVE_INFINITY;
    double second = Double.NEGATIVE_INFINITY;
    for (double score : scores) {
      second = Math.max(second, Math.min(first, score));
      first = Math.max(first, score);
    }
    return first - second;
  }

  private Best best(double[] scores) {
    int first = 0;
    for (int k = 1; k < scores.length; k++) {
      if (scores[k] > scores[first]) {
        first = k;
      }
    }
    double all = 0;
    for (double score : scores) {
      all += Math.exp(score - scores[first]);
    }
    return new Best(languages.get(first), 1 / all);
  }

  static List<LanguageModel> load(String file) {
    try (InputStream stream = LanguageModel.class.getResourceAsStream(file)) {
      if (stream == null) {
        throw new IllegalStateException("no model " + file);
      }
      var in = new DataInputStream(new GZIPInputStream(stream, 1 << 16));
      int tables = within(in.readUnsignedByte(), MOST_TABLES);
      List<LanguageModel> out = new ArrayList<>();
      for (int t = 0; t < tables; t++) {
        out.add(table(in));
      }
      return List.copyOf(out);
    } catch (IOException e) {
      throw new UncheckedIOException(file, e);
    }
  }

  private static LanguageModel table(DataInputStream in) throws IOException {
    String script = in.readUTF();
    int count = within(in.readUnsignedByte(), MOST_LANGUAGES);
    List<String> languages = new ArrayList<>();
    double[] bias = new double[count];
    for (int i = 0; i < count; i++) {
      languages.add(in.readUTF());
      bias[i] = in.readFloat();
    }
    int bits = within(in.readUnsignedByte(), MOST_BITS);
    double scale = in.readFloat();
    byte[] weights = new byte[bytesInRow(count) << bits];
    in.readFully(weights);
    return new LanguageModel(script, languages, bits, scale, bias, weights);
  }

  private static int within(int value, int most) {
    if (value > most) {
      throw new IllegalStateException("languages.model: " + value + " is more than " + most);
    }
    return value;
  }
}
