package org.tabadla.web.register;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.function.DoubleBinaryOperator;

/// Outlines of land, out of `land.txt` beside this class. Where land ends and sea begins, and
/// nothing of whose it is.
final class Land {
  private static final String FILE = "land.txt";
  private static final double PER_DEGREE = 20;
  private static final double ROUND_DEGREES = 360;

  /// What of the width of the view can be told apart.
  private static final double FINEST = 1 / 900.0;

  private Land() {}

  /// A part of the world, in degrees.
  record Box(double west, double south, double east, double north) {
    double finest() {
      return (east - west) * FINEST;
    }

    boolean meets(Box other) {
      return west < other.east && east > other.west && south < other.north && north > other.south;
    }

    Box wider(double by) {
      return new Box(west - by, south - by, east + by, north + by);
    }

    Box moved(double by) {
      return new Box(west + by, south, east + by, north);
    }
  }

  /// A closed line: east and north in turn, in degrees.
  private static final class Ring {
    final double[] points;
    final Box box;

    Ring(double[] points) {
      double west = ROUND_DEGREES;
      double south = ROUND_DEGREES;
      double east = -ROUND_DEGREES;
      double north = -ROUND_DEGREES;
      for (int i = 0; i < points.length; i += 2) {
        west = Math.min(west, points[i]);
        east = Math.max(east, points[i]);
        south = Math.min(south, points[i + 1]);
        north = Math.max(north, points[i + 1]);
      }
      this.points = points;
      this.box = new Box(west, south, east, north);
    }

    double[] moved(double by) {
      double[] out = points.clone();
      for (int i = 0; i < out.length; i += 2) {
        out[i] += by;
      }
      return out;
    }
  }

  private static final class Known {
    static final List<Ring> RINGS = read();
  }

  /// @return the rings that lie in a box, cut at its edges, as fine as they can be seen in it; to
  ///   be filled by the rule of even and odd
  static List<double[]> within(Box box) {
    var out = new ArrayList<double[]>();
    for (double by : List.of(-ROUND_DEGREES, 0.0, ROUND_DEGREES)) {
      for (Ring ring : Known.RINGS) {
        Box at = ring.box.moved(by);
        boolean isSeen = Math.max(at.east() - at.west(), at.north() - at.south()) > box.finest();
        if (isSeen && at.meets(box)) {
          double[] cut = cut(coarse(ring.moved(by), box.finest()), box);
          if (cut.length > 4) {
            out.add(cut);
          }
        }
      }
    }
    return out;
  }

  /// Leaves out points that nobody can tell from the one before.
  private static double[] coarse(double[] ring, double finest) {
    var out = new Points();
    for (int i = 0; i < ring.length; i += 2) {
      boolean isFar =
          out.isEmpty()
              || Math.abs(ring[i] - out.east()) + Math.abs(ring[i + 1] - out.north()) > finest;
      if (isFar) {
        out.add(ring[i], ring[i + 1]);
      }
    }
    return out.array();
  }

  /// Cuts at one edge after another (Sutherland and Hodgman, 1974).
  private static double[] cut(double[] ring, Box box) {
    double[] out = cut(ring, (east, north) -> east - box.west());
    out = cut(out, (east, north) -> box.east() - east);
    out = cut(out, (east, north) -> north - box.south());
    return cut(out, (east, north) -> box.north() - north);
  }

  /// @param inside how far within the edge a point lies
  private static double[] cut(double[] ring, DoubleBinaryOperator inside) {
    var out = new Points();
    for (int i = 0; i < ring.length; i += 2) {
      int before = i == 0 ? ring.length - 2 : i - 2;
      double a = inside.applyAsDouble(ring[before], ring[before + 1]);
      double b = inside.applyAsDouble(ring[i], ring[i + 1]);
      if (a < 0 != b < 0) {
        double share = a / (a - b);
        out.add(
            ring[before] + (ring[i] - ring[before]) * share,
            ring[before + 1] + (ring[i + 1] - ring[before + 1]) * share);
      }
      if (b >= 0) {
        out.add(ring[i], ring[i + 1]);
      }
    }
    return out.array();
  }

  /// A line that grows.
  private static final class Points {
    private double[] all = new double[64];
    private int size;

    void add(double east, double north) {
      if (size == all.length) {
        all = java.util.Arrays.copyOf(all, 2 * size);
      }
      all[size++] = east;
      all[size++] = north;
    }

    boolean isEmpty() {
      return size == 0;
    }

    double east() {
      return all[size - 2];
    }

    double north() {
      return all[size - 1];
    }

    double[] array() {
      return java.util.Arrays.copyOf(all, size);
    }
  }

  private static List<Ring> read() {
    var out = new ArrayList<Ring>();
    try (var stream = Objects.requireNonNull(Land.class.getResourceAsStream(FILE), FILE);
        var lines = new BufferedReader(new InputStreamReader(stream, StandardCharsets.UTF_8))) {
      for (String line = lines.readLine(); line != null; line = lines.readLine()) {
        if (!line.startsWith("#")) {
          out.add(ring(line.split(" ", -1)));
        }
      }
    } catch (IOException e) {
      throw new UncheckedIOException(FILE, e);
    }
    return out;
  }

  private static Ring ring(String[] numbers) {
    double[] points = new double[numbers.length];
    int east = 0;
    int north = 0;
    for (int i = 0; i < numbers.length; i += 2) {
      east += Integer.parseInt(numbers[i]);
      north += Integer.parseInt(numbers[i + 1]);
      points[i] = east / PER_DEGREE;
      points[i + 1] = north / PER_DEGREE;
    }
    return new Ring(points);
  }
}
