package org.tabadla.understand;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/// Reads the tab-separated tables that lie beside the classes of this room: `#` opens a comment.
final class Table {
  private Table() {}

  /// @param columns how many columns each row must have; one more or less is our own mistake
  /// @return the rows in order, comments and empty lines left out
  static List<String[]> rows(String file, int columns) {
    List<String[]> rows = new ArrayList<>();
    for (String line : text(file).lines().toList()) {
      if (line.isBlank() || line.startsWith("#")) {
        continue;
      }
      String[] row = line.split("\t", -1);
      if (row.length != columns) {
        throw new IllegalStateException(file + ": " + columns + " columns wanted: " + line);
      }
      rows.add(row);
    }
    return rows;
  }

  private static String text(String file) {
    try (InputStream in = Table.class.getResourceAsStream(file)) {
      if (in == null) {
        throw new IllegalStateException("no table " + file);
      }
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(file, e);
    }
  }
}
