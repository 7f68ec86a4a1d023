package org.tabadla.language;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/// Reads the tab-separated tables that lie beside the classes of this room: `#` opens a comment.
final class Tables {
  private Tables() {}

  /// @param columns how many columns each row must have; one more or less is our own mistake
  /// @return the rows in order, comments and empty lines left out
  static List<String[]> rows(String file, int columns) {
    List<String[]> rows = new ArrayList<>();
    try (var stream = Tables.class.getResourceAsStream(file)) {
      if (stream == null) {
        throw new IllegalStateException("no table " + file);
      }
      var lines = new BufferedReader(new InputStreamReader(stream, StandardCharsets.UTF_8));
      for (String line = lines.readLine(); line != null; line = lines.readLine()) {
        if (line.isBlank() || line.startsWith("#")) {
          continue;
        }
        String[] row = line.split("\t", -1);
        if (row.length != columns) {
          throw new IllegalStateException(file + ": " + columns + " columns wanted: " + line);
        }
        rows.add(row);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(file, e);
    }
    return rows;
  }
}
