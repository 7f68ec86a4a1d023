package org.tabadla.read;

import java.util.List;

/// Traits of where a line stands: on the page, after the headline, among prose, beside which lines.
final class LinePlaces {
  /// Counts beyond it tell no more.
  private static final float FAR_LINES = 30;

  private static final float LONG_PROSE_UNITS = 80;
  private static final float TITLE_MAX_UNITS = 300;

  private LinePlaces() {}

  /// @param main the box where most prose is
  /// @param title the headline, maybe empty
  static void measure(LineTraits traits, PageTree tree, Prose prose, int main, String title) {
    positions(traits, tree, prose, main, titleLine(tree, title));
    float until = FAR_LINES;
    for (int i = traits.size() - 1; i >= 0; i--) {
      until = Math.min(FAR_LINES, until + 1);
      traits.set(i, Trait.TO_PROSE, until);
      until = prose.weight(tree.lines().get(i)) >= LONG_PROSE_UNITS ? 0 : until;
    }
    for (int i = 0; i < traits.size(); i++) {
      before(traits, tree, i);
      after(traits, tree, i);
    }
  }

  private static void positions(
      LineTraits traits, PageTree tree, Prose prose, int main, int titleLine) {
    List<Line> lines = tree.lines();
    float all = 0;
    float allProse = 0;
    for (Line line : lines) {
      all += line.units();
      allProse += prose.weight(line);
    }
    Box box = tree.boxes().get(main);
    float mainLines = Math.max(1, box.endLine - box.firstLine);
    float units = 0;
    float weights = 0;
    float since = FAR_LINES;
    for (int i = 0; i < traits.size(); i++) {
      traits.set(i, Trait.AT_LINE, (float) i / traits.size());
      traits.set(i, Trait.AT_UNITS, LineTraits.share(units, all));
      traits.set(i, Trait.AT_PROSE, LineTraits.share(weights, allProse));
      traits.set(i, Trait.AT_MAIN, Math.clamp((i - box.firstLine) / mainLines, -1f, 2f));
      float from = titleLine < 0 ? -FAR_LINES - 1 : i - titleLine;
      traits.set(i, Trait.FROM_TITLE, Math.clamp(from, -FAR_LINES - 1, 2 * FAR_LINES));
      since = Math.min(FAR_LINES, since + 1);
      traits.set(i, Trait.FROM_PROSE, since);
      float weight = prose.weight(lines.get(i));
      since = weight >= LONG_PROSE_UNITS ? 0 : since;
      units += lines.get(i).units();
      weights += weight;
    }
  }

  /// @return the line that is the headline, best one in an `h1`, or -1
  private static int titleLine(PageTree tree, String title) {
    String key = PageTitle.key(title);
    int found = -1;
    for (int i = 0; i < tree.lines().size() && !key.isEmpty(); i++) {
      Line line = tree.lines().get(i);
      boolean isMain = LineTraits.boxOf(tree, i).is("h1");
      if ((isMain || found < 0)
          && line.units() < TITLE_MAX_UNITS
          && PageTitle.key(line.text()).equals(key)) {
        found = i;
        if (isMain) {
          break;
        }
      }
    }
    return found;
  }

  private static void before(LineTraits traits, PageTree tree, int line) {
    if (line == 0) {
      return;
    }
    int other = line - 1;
    traits.set(line, Trait.PREVIOUS_UNITS, traits.get(other, Trait.UNITS));
    traits.set(line, Trait.PREVIOUS_LINKS, traits.get(other, Trait.LINK_SHARE));
    traits.set(line, Trait.PREVIOUS_LIKE, isLike(tree, line, other));
    traits.set(line, Trait.PREVIOUS_HEADING, traits.get(other, Trait.HEADING));
    traits.set(line, Trait.BEFORE_UNITS, other > 0 ? traits.get(other - 1, Trait.UNITS) : 0);
  }

  private static void after(LineTraits traits, PageTree tree, int line) {
    int other = line + 1;
    if (other == traits.size()) {
      return;
    }
    traits.set(line, Trait.NEXT_UNITS, traits.get(other, Trait.UNITS));
    traits.set(line, Trait.NEXT_LINKS, traits.get(other, Trait.LINK_SHARE));
    traits.set(line, Trait.NEXT_LIKE, isLike(tree, line, other));
    traits.set(line, Trait.NEXT_HEADING, traits.get(other, Trait.HEADING));
    boolean more = other + 1 < traits.size();
    traits.set(line, Trait.SECOND_UNITS, more ? traits.get(other + 1, Trait.UNITS) : 0);
  }

  private static boolean isLike(PageTree tree, int line, int other) {
    return LineTraits.boxOf(tree, line).signature == LineTraits.boxOf(tree, other).signature;
  }
}
