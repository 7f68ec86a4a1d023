package org.tabadla.web.register;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.tabadla.register.Register;
import org.tabadla.register.Shelf;
import org.tabadla.register.Status;
import org.tabadla.web.Chip;
import org.tabadla.web.Countries;
import org.tabadla.web.Ui;

/// Draws where commitments were made: degrees as squares (equirectangular), ten units each. Land
/// has an outline and countries have their names near their middles; there are no borders.
final class Maps {
  private static final double UNITS = 10;
  private static final double MARGIN_DEGREES = 6;
  private static final double NARROWEST_DEGREES = 40;
  private static final double NET_DEGREES = 10;
  private static final double SHAPE = 2;
  private static final double NORTHERNMOST = 85;
  private static final double EASTERNMOST = 180;
  private static final int MOST_PLACES = 300;
  private static final int MOST_NAMES = 14;
  private static final int MOST_SECTORS = 40;
  private static final double SMALLEST = 0.008;
  private static final double LETTERS = 0.028;
  private static final double SMALL_LETTERS = 0.018;
  private static final double EDGE = 0.04;
  private static final int MOST_LANDMARKS = 40;

  private final Register register;
  private final RegisterPages pages;

  Maps(Register register, RegisterPages pages) {
    this.register = register;
    this.pages = pages;
  }

  private record Seen(double west, double north, double width) {
    double height() {
      return width / SHAPE;
    }

    /// Whether a name has room there.
    boolean holds(Coordinates.Point point) {
      double side = width * EDGE;
      return point.east() > west + side
          && point.east() < west + width - side
          && point.north() < north - side
          && point.north() > north - height() + side;
    }
  }

  private record Found(Register.Count count, Coordinates.Point point, Chip chip) {}

  MapPage map(Ui ui, String sector, @Nullable Status status) {
    var tongue = new Tongue(ui);
    var rows = new ArrayList<Chip>();
    var found = new ArrayList<Found>();
    for (Register.Count count : register.places(sector, status, MOST_PLACES)) {
      Chip chip =
          tongue.chip(count.shelf(), pages.name(count.shelf(), ui), ui.number(count.commitments()));
      rows.add(chip);
      Coordinates.of(count.shelf().key()).ifPresent(p -> found.add(new Found(count, p, chip)));
    }
    Seen seen = seen(found.stream().map(Found::point).toList());
    int unplaced = rows.size() - found.size();
    return new MapPage(
        pages.shell(ui, ui.say("register.map"), "/register/map", false),
        box(seen),
        land(seen),
        net(seen),
        landmarks(ui, seen, found.stream().map(Found::point).toList()),
        spots(found, seen),
        rows,
        unplaced == 0 ? "" : ui.count("register.unplaced", unplaced),
        sectors(ui, tongue, sector),
        statuses(ui, status));
  }

  /// What holds all points, in the shape of the drawing.
  private static Seen seen(List<Coordinates.Point> points) {
    double west = points.stream().mapToDouble(Coordinates.Point::east).min().orElse(40);
    double east = points.stream().mapToDouble(Coordinates.Point::east).max().orElse(110);
    double south = points.stream().mapToDouble(Coordinates.Point::north).min().orElse(20);
    double north = points.stream().mapToDouble(Coordinates.Point::north).max().orElse(50);
    double wanted =
        Math.max(east - west + 2 * MARGIN_DEGREES, SHAPE * (north - south + 2 * MARGIN_DEGREES));
    double width = Math.min(2 * EASTERNMOST, Math.max(NARROWEST_DEGREES, wanted));
    return new Seen((east + west - width) / 2, (north + south + width / SHAPE) / 2, width);
  }

  private static String box(Seen seen) {
    return String.format(
        Locale.ROOT,
        "%.1f %.1f %.1f %.1f",
        x(seen.west()),
        y(seen.north()),
        seen.width() * UNITS,
        seen.height() * UNITS);
  }

  private static double x(double east) {
    return Math.round((east + EASTERNMOST) * UNITS * 10) / 10.0;
  }

  private static double y(double north) {
    return Math.round((90 - north) * UNITS * 10) / 10.0;
  }

  /// What lies beyond the drawing's edge is left out; the outline there runs just outside of it.
  private static String land(Seen seen) {
    double south = seen.north() - seen.height();
    var box = new Land.Box(seen.west(), south, seen.west() + seen.width(), seen.north());
    var out = new StringBuilder();
    for (double[] ring : Land.within(box.wider(1))) {
      for (int i = 0; i < ring.length; i += 2) {
        out.append(i == 0 ? 'M' : i == 2 ? 'L' : ' ');
        out.append(half((ring[i] + EASTERNMOST) * UNITS)).append(' ');
        out.append(half((90 - ring[i + 1]) * UNITS));
      }
      out.append('Z');
    }
    return out.toString();
  }

  /// @return a number to the half, as short as it goes
  private static String half(double number) {
    long halves = Math.round(number * 2);
    return halves % 2 == 0 ? Long.toString(halves / 2) : Double.toString(halves / 2.0);
  }

  private static List<MapPage.Line> net(Seen seen) {
    var out = new ArrayList<MapPage.Line>();
    double east = seen.west() + seen.width();
    double south = seen.north() - seen.height();
    double step = seen.width() > 9 * NET_DEGREES ? 2 * NET_DEGREES : NET_DEGREES;
    for (double at = Math.ceil(seen.west() / step) * step; at <= east; at += step) {
      out.add(new MapPage.Line(x(at), y(seen.north()), x(at), y(south)));
    }
    for (double at = Math.ceil(south / step) * step; at <= seen.north(); at += step) {
      if (Math.abs(at) <= NORTHERNMOST) {
        out.add(new MapPage.Line(x(seen.west()), y(at), x(east), y(at)));
      }
    }
    return out;
  }

  /// Names of countries, so that one knows where one is on a map without borders. Where places
  /// stand, none does.
  private static List<MapPage.Landmark> landmarks(
      Ui ui, Seen seen, List<Coordinates.Point> places) {
    var taken = new ArrayList<>(places);
    var out = new ArrayList<MapPage.Landmark>();
    double size = Math.round(seen.width() * UNITS * SMALL_LETTERS * 10) / 10.0;
    for (var each : new TreeMap<>(Coordinates.all()).entrySet()) {
      Coordinates.Point at = each.getValue();
      boolean shown =
          Countries.isOne(each.getKey())
              && seen.holds(at)
              && out.size() < MOST_LANDMARKS
              && taken.stream().noneMatch(p -> isNear(p, at, seen.width()));
      if (shown) {
        taken.add(at);
        String name = Countries.ofConcept(each.getKey(), ui);
        out.add(new MapPage.Landmark(x(at.east()), y(at.north()), name, size));
      }
    }
    return out;
  }

  private static List<MapPage.Spot> spots(List<Found> found, Seen seen) {
    double unit = seen.width() * UNITS;
    int most = found.stream().mapToInt(f -> f.count().commitments()).max().orElse(1);
    var named = new ArrayList<Coordinates.Point>();
    var out = new ArrayList<MapPage.Spot>();
    for (Found one : found) {
      boolean room =
          named.size() < MOST_NAMES
              && named.stream().noneMatch(p -> isNear(p, one.point(), seen.width()));
      if (room) {
        named.add(one.point());
      }
      double share = Math.sqrt(one.count().commitments() / (double) most);
      String label = one.chip().label().words() + ": " + one.chip().note();
      out.add(
          new MapPage.Spot(
              x(one.point().east()),
              y(one.point().north()),
              Math.round(unit * SMALLEST * (1 + share) * 10) / 10.0,
              one.chip().href(),
              label,
              room ? one.chip().label().words() : "",
              Math.round(unit * LETTERS * 10) / 10.0));
    }
    return out;
  }

  /// Whether two names would stand in one another.
  private static boolean isNear(Coordinates.Point a, Coordinates.Point b, double width) {
    return Math.abs(a.north() - b.north()) < width * LETTERS * 1.5
        && Math.abs(a.east() - b.east()) < width / 6;
  }

  private List<MapPage.Choice> sectors(Ui ui, Tongue tongue, String chosen) {
    var out = new ArrayList<MapPage.Choice>();
    out.add(new MapPage.Choice("", ui.say("register.by-all"), chosen.isEmpty()));
    for (Register.Count sector : register.lists(Shelf.Kind.SECTOR, MOST_SECTORS)) {
      String key = sector.shelf().key();
      String label = tongue.called(sector.shelf(), pages.name(sector.shelf(), ui)).words();
      out.add(new MapPage.Choice(key, label, key.equals(chosen)));
    }
    return out;
  }

  private static List<MapPage.Choice> statuses(Ui ui, @Nullable Status chosen) {
    var out = new ArrayList<MapPage.Choice>();
    out.add(new MapPage.Choice("", ui.say("register.by-all"), chosen == null));
    Arrays.stream(Status.values())
        .map(s -> new MapPage.Choice(s.word(), ui.say("status." + s.word()), s == chosen))
        .forEach(out::add);
    return out;
  }
}
