package org.tabadla.web.register;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.geom.Path2D;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.tabadla.web.Countries;

/// The outlines of land lie where land is.
class LandTest {
  private static final Land.Box WORLD = new Land.Box(-180, -90, 180, 90);

  private static Path2D path(List<double[]> rings) {
    var out = new Path2D.Double(Path2D.WIND_EVEN_ODD);
    for (double[] ring : rings) {
      out.moveTo(ring[0], ring[1]);
      for (int i = 2; i < ring.length; i += 2) {
        out.lineTo(ring[i], ring[i + 1]);
      }
      out.closePath();
    }
    return out;
  }

  @Test
  void citiesAndCountriesLieOnLandAndSeasDoNot() {
    Path2D land = path(Land.within(WORLD));
    for (String inland : List.of("city:lahore", "city:astana", "city:tehran", "country:ML")) {
      Coordinates.Point at = Coordinates.of(inland).orElseThrow();
      assertThat(land.contains(at.east(), at.north())).as(inland).isTrue();
    }
    // The Arabian Sea, the Pacific, the Caspian, the Black Sea, the Atlantic.
    double[][] seas = {{64, 18}, {-150, 10}, {51, 41.5}, {35, 43}, {-30, 30}};
    for (double[] sea : seas) {
      assertThat(land.contains(sea[0], sea[1])).as(sea[0] + " " + sea[1]).isFalse();
    }
    List<Map.Entry<String, Coordinates.Point>> countries =
        Coordinates.all().entrySet().stream().filter(e -> Countries.isOne(e.getKey())).toList();
    long on =
        countries.stream()
            .filter(e -> land.contains(e.getValue().east(), e.getValue().north()))
            .count();
    assertThat(on).as("of %d", countries.size()).isGreaterThan(countries.size() * 8L / 10);
  }

  @Test
  void aPartOfTheWorldIsCutAtItsEdgesAndNothingIsLostInIt() {
    var box = new Land.Box(60, 20, 80, 40);
    List<double[]> rings = Land.within(box);
    for (double[] ring : rings) {
      for (int i = 0; i < ring.length; i += 2) {
        assertThat(ring[i]).isBetween(60 - 1e-9, 80 + 1e-9);
        assertThat(ring[i + 1]).isBetween(20 - 1e-9, 40 + 1e-9);
      }
    }
    Path2D part = path(rings);
    Path2D world = path(Land.within(new Land.Box(0, 0, 100, 90)));
    int told = 0;
    for (double east = 60.5; east < 80; east++) {
      for (double north = 20.5; north < 40; north++) {
        told += part.contains(east, north) == world.contains(east, north) ? 1 : 0;
      }
    }
    assertThat(told).as("of 400, but for what lies on the coast").isGreaterThan(396);
  }

  @Test
  void theWorldGoesRound() {
    var beyond = new Land.Box(170, 20, 300, 70);
    // Canada, seen from Asia's side.
    assertThat(path(Land.within(beyond)).contains(360 - 105, 55)).isTrue();
  }
}
