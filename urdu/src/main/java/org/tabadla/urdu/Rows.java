package org.tabadla.urdu;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/// Reads the commented tab-separated tables that lie beside the classes.
final class Rows {
  private Rows() {}

  static List<String[]> of(String file, int columns) {
    try (var stream = Rows.class.getResourceAsStream(file)) {
      if (stream == null) {
        throw new IllegalStateException("no table " + file);
      }
      return new BufferedReader(new InputStreamReader(stream, StandardCharsets.UTF_8))
          .lines()
          .filter(line -> !line.isBlank() && !line.startsWith("#"))
          .map(line -> checked(file, line.split("\t", -1), columns))
          .toList();
    } catch (IOException e) {
      throw new UncheckedIOException(file, e);
    }
  }

  /// @return the second column of the rows whose first is `kind`
  static Set<String> words(List<String[]> rows, String kind) {
    return rows.stream()
        .filter(row -> row[0].equals(kind))
        .map(row -> row[1])
        .collect(Collectors.toUnmodifiableSet());
  }

  private static String[] checked(String file, String[] row, int columns) {
    if (row.length != columns) {
      throw new IllegalStateException(file + ": " + columns + " columns: " + String.join("|", row));
    }
    return row;
  }
}
