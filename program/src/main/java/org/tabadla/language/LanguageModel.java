package org.tabadla.language;

import java.io.DataInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.zip.GZIPInputStream;

/// How likely each run of letters is in each language: one table a script, naive Bayes over hashed
/// runs, a byte a weight. Made by `TrainLanguages` in the test tree.
final class LanguageModel {
  /// The greatest number of tables, languages and hash bits that a model file may name.
  private static final int MOST_TABLES = 16;

  private static final int MOST_LANGUAGES = 64;
  private static final int MOST_BITS = 20;
  private static final float STEPS_PER_NAT = 16;

  /// A lead of so many nats for the square root of the runs is not lost again: leads wander by that
  /// root. Then the text is read no further.
  private static final double LEAD_ENOUGH = 20;

  /// How much of a text is read between two looks at the lead.
  private static final int STEP_CHARS = 250;

  private final String script;
  private final List<String> languages;
  private final int bits;

  /// `-16 ln p`, row by row: bucket after bucket, in it language after language.
  private final byte[] weights;

  private LanguageModel(String script, List<String> languages, int bits, byte[] weights) {
    this.script = script;
    this.languages = List.copyOf(languages);
    this.bits = bits;
    this.weights = weights;
  }

  /// @return the name that {@link Character.UnicodeScript} gives
  String script() {
    return script;
  }

  /// A language and how far it leads the next one, in nats.
  record Best(String language, double lead, int runs) {}

  Best best(CharSequence text) {
    int[] cost = new int[languages.size()];
    int runs = 0;
    for (int from = 0; ; ) {
      int to = end(text, from + STEP_CHARS);
      runs += add(text.subSequence(from, to), cost);
      Best best = best(cost, runs);
      if (to == text.length() || best.lead() > LEAD_ENOUGH * Math.sqrt(runs)) {
        return best;
      }
      from = to;
    }
  }

  /// @return the end of the word that stands at an index
  private static int end(CharSequence text, int at) {
    int end = Math.min(at, text.length());
    while (end < text.length() && LetterRuns.isPart(text.charAt(end))) {
      end++;
    }
    return end;
  }

  /// @return how many runs there were
  private int add(CharSequence text, int[] cost) {
    int n = cost.length;
    int shift = 32 - bits;
    int[] runs = {0};
    LetterRuns.each(
        text,
        hash -> {
          int row = (hash >>> shift) * n;
          for (int k = 0; k < n; k++) {
            cost[k] += weights[row + k] & 0xFF;
          }
          runs[0]++;
        });
    return runs[0];
  }

  private Best best(int[] cost, int runs) {
    int n = cost.length;
    int first = 0;
    int second = -1;
    for (int k = 1; k < n; k++) {
      if (cost[k] < cost[first]) {
        second = first;
        first = k;
      } else if (second < 0 || cost[k] < cost[second]) {
        second = k;
      }
    }
    double lead = second < 0 ? 1000 : (cost[second] - cost[first]) / STEPS_PER_NAT;
    return new Best(languages.get(first), lead, runs);
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
        String script = in.readUTF();
        int count = within(in.readUnsignedByte(), MOST_LANGUAGES);
        List<String> languages = new ArrayList<>();
        for (int i = 0; i < count; i++) {
          languages.add(in.readUTF());
        }
        int bits = within(in.readUnsignedByte(), MOST_BITS);
        byte[] weights = new byte[count << bits];
        in.readFully(weights);
        out.add(new LanguageModel(script, languages, bits, weights));
      }
      return List.copyOf(out);
    } catch (IOException e) {
      throw new UncheckedIOException(file, e);
    }
  }

  private static int within(int value, int most) {
    if (value > most) {
      throw new IllegalStateException("languages.model: " + value + " is more than " + most);
    }
    return value;
  }
}
