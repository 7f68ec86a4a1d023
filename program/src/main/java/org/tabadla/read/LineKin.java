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

  private static final Kin NOBODY = new Kin();

  /// Of each box, whatever it is called.
  final float[] units;

  final float[] linkUnits;
  final float[] prose;

  private final Map<Integer, Kin> like = new HashMap<>();
  private final Map<Integer, Kin> paths = new HashMap<>();
  private final Map<Integer, Kin> parents = new HashMap<>();

  LineKin(PageTree tree, Prose measured) {
    List<Box> boxes = tree.boxes();
    units = new float[boxes.size()];
    linkUnits = new float[boxes.size()];
    prose = new float[boxes.size()];
    for (Line line : tree.lines()) {
      Box box = boxes.get(line.box());
      float weight = measured.weight(line);
      units[line.box()] += line.units();
      linkUnits[line.box()] += line.linkUnits();
      prose[line.box()] += weight;
      count(like, box.signature, line, weight);
      count(paths, box.path, line, weight);
      count(parents, boxes.get(box.parent).signature, line, weight);
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

  private static void count(Map<Integer, Kin> kins, int key, Line line, float prose) {
    Kin kin = kins.computeIfAbsent(key, _ -> new Kin());
    kin.lines++;
    kin.units += line.units();
    kin.linkUnits += line.linkUnits();
    kin.prose += prose;
  }

  /// @return boxes of the same tag and class
  Kin like(Box box) {
    return like.getOrDefault(box.signature, NOBODY);
  }

  /// @return boxes of the same tag and class in boxes of the same
  Kin path(Box box) {
    return paths.getOrDefault(box.path, NOBODY);
  }

  /// @return boxes in boxes like this one
  Kin within(Box parent) {
    return parents.getOrDefault(parent.signature, NOBODY);
  }

  /// Begins a new count of what is taken for body.
  void forget() {
    like.values().forEach(kin -> kin.taken = 0);
    paths.values().forEach(kin -> kin.taken = 0);
  }

  void take(Box box, float units) {
    like(box).taken += units;
    path(box).taken += units;
  }
}
