package org.tabadla.web.register;

import java.util.List;
import org.tabadla.web.Chip;
import org.tabadla.web.Shell;

/// Where commitments were made: a drawing of our own with land and without borders, and the same as
/// a list.
///
/// @param box what of the drawing is seen: `x y width height`, a degree is ten units
/// @param land the outlines of land, as the data of an SVG path
/// @param lines of the net of degrees
/// @param rows all places, the fullest first, with those that the drawing does not know
/// @param unplaced how many places of the list are not on the drawing, in words; "" for none
/// @param sectors what can be chosen, the one that is chosen marked; the first is all
/// @param statuses likewise
public record MapPage(
    Shell shell,
    String box,
    String land,
    List<Line> lines,
    List<Landmark> landmarks,
    List<Spot> spots,
    List<Chip> rows,
    String unplaced,
    List<Choice> sectors,
    List<Choice> statuses) {
  /// A line of the net, with what stands at its end.
  public record Line(double x1, double y1, double x2, double y2) {}

  /// The name of a country near its middle.
  public record Landmark(double x, double y, String name, double size) {}

  /// A place.
  ///
  /// @param label what it is called, with its count
  /// @param name shown beside it; "" where there is no room
  public record Spot(
      double x, double y, double radius, String href, String label, String name, double size) {}

  /// An option of a form.
  public record Choice(String value, String label, boolean isChosen) {}
}
