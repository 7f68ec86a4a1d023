package org.tabadla.web.register;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/// Where places lie, out of `coordinates.tsv` beside this class.
final class Coordinates {
  private static final String FILE = "coordinates.tsv";
  private static final int COLUMNS = 3;

  private Coordinates() {}

  /// @param north degrees, south below zero
  /// @param east degrees, west below zero
  record Point(double north, double east) {}

  private static final class Known {
    static final Map<String, Point> POINTS = read();
  }

  /// @param concept `city:beijing`, `country:PK`
  static Optional<Point> of(String concept) {
    return Optional.ofNullable(Known.POINTS.get(concept));
  }

  /// @return all that are known, by concept
  static Map<String, Point> all() {
    return Map.copyOf(Known.POINTS);
  }

  private static Map<String, Point> read() {
    Map<String, Point> out = new HashMap<>();
    try (var stream = Objects.requireNonNull(Coordinates.class.getResourceAsStream(FILE), FILE);
        var lines = new BufferedReader(new InputStreamReader(stream, StandardCharsets.UTF_8))) {
      for (String line = lines.readLine(); line != null; line = lines.readLine()) {
        String[] row = line.split("\t", -1);
        if (row.length == COLUMNS && !line.startsWith("#")) {
          out.put(row[0], new Point(Double.parseDouble(row[1]), Double.parseDouble(row[2])));
        }
      }
    } catch (IOException e) {
      throw new UncheckedIOException(FILE, e);
    }
    return out;
  }
}
