package org.tabadla.exchange.rights;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/// Tables of words that lie beside the classes, and the words of reasons.
final class ReasonWords {
  private static final List<String> LANGUAGES = List.of("ur", "en", "zh", "ru");
  private static final Map<String, String[]> REASONS = table();

  private ReasonWords() {}

  static String of(Decision.Why why, String language, String detail) {
    int column = LANGUAGES.indexOf(language);
    String[] row = REASONS.get(why.name());
    if (row == null) {
      throw new IllegalStateException("reasons.tsv has no row " + why);
    }
    return row[column < 0 ? LANGUAGES.indexOf("en") + 1 : column + 1].replace("{}", detail);
  }

  /// The rows of a table: `#` opens a comment, tabs part columns.
  static List<String[]> rows(String file) {
    var rows = new ArrayList<String[]>();
    try (var stream = ReasonWords.class.getResourceAsStream(file)) {
      if (stream == null) {
        throw new IllegalStateException("no table " + file);
      }
      var lines = new BufferedReader(new InputStreamReader(stream, StandardCharsets.UTF_8));
      for (String line = lines.readLine(); line != null; line = lines.readLine()) {
        if (!line.isBlank() && !line.startsWith("#")) {
          rows.add(line.split("\t", -1));
        }
      }
    } catch (IOException e) {
      throw new UncheckedIOException(file, e);
    }
    return rows;
  }

  private static Map<String, String[]> table() {
    var table = new HashMap<String, String[]>();
    rows("reasons.tsv").forEach(row -> table.put(row[0], row));
    return Map.copyOf(table);
  }
}
