package org.tabadla.read;

import java.util.HashMap;
import java.util.List;
import java.util.Map;

/// How much text, links and prose the boxes of a page hold, and what boxes that are alike hold
/// together: a class that holds most prose is the article's, whatever its name.
final class LineKin {
  /// What boxes alike hold together.
  static final class Kin {
    float lines;
    float units;
    float linkUnits;
    float prose;

    /// How much of it was taken for body, at the look that was measured last.
    float taken;
  }

  /// Of each box, whatever it is called.
  final float[] units;

  final float[] linkUnits;
  final float[] prose;

  /// Of each line, so that no name is looked up twice.
  private final Kin[] like;

  private final Kin[] paths;
  private final Kin[] parents;

  LineKin(PageTree tree, Prose measured) {
    List<Box> boxes = tree.boxes();
    List<Line> lines = tree.lines();
    units = new float[boxes.size()];
    linkUnits = new float[boxes.size()];
    prose = new float[boxes.size()];
    like = new Kin[lines.size()];
    paths = new Kin[lines.size()];
    parents = new Kin[lines.size()];
    Map<Integer, Kin> bySignature = new HashMap<>();
    Map<Integer, Kin> byPath = new HashMap<>();
    Map<Integer, Kin> byParent = new HashMap<>();
    for (int i = 0; i < lines.size(); i++) {
      Line line = lines.get(i);
      Box box = boxes.get(line.box());
      float weight = measured.weight(line);
      units[line.box()] += line.units();
      linkUnits[line.box()] += line.linkUnits();
      prose[line.box()] += weight;
      like[i] = counted(bySignature, box.signature, line, weight);
      paths[i] = counted(byPath, box.path, line, weight);
      parents[i] = counted(byParent, boxes.get(box.parent).signature, line, weight);
    }
    sumUp(boxes, units, linkUnits, prose);
  }

  /// Adds to each box what the boxes within it hold.
  static void sumUp(List<Box> boxes, float[]... sums) {
    for (int i = boxes.size() - 1; i > 0; i--) {
      for (float[] sum : sums) {
        sum[boxes.get(i).parent] += sum[i];
      }
    }
  }

  private static Kin counted(Map<Integer, Kin> kins, int key, Line line, float prose) {
    Kin kin = kins.computeIfAbsent(key, _ -> new Kin());
    kin.lines++;
    kin.units += line.units();
    kin.linkUnits += line.linkUnits();
    kin.prose += prose;
    return kin;
  }

  /// @return boxes of the same tag and class as a line's
  Kin like(int line) {
    return like[line];
  }

  /// @return boxes of the same tag and class in boxes of the same
  Kin path(int line) {
    return paths[line];
  }

  /// @return boxes in boxes like the one around a line's
  Kin within(int line) {
    return parents[line];
  }

  /// Begins a new count of what is taken for body.
  void forget() {
    for (int i = 0; i < like.length; i++) {
      like[i].taken = 0;
      paths[i].taken = 0;
    }
  }

  void take(int line, float units) {
    like[line].taken += units;
    paths[line].taken += units;
  }
}
