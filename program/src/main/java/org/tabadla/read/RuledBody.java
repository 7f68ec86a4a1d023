package org.tabadla.read;

import java.util.BitSet;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/// The lines of a page that plain rules take for the article's body: what stands in the box with
/// most prose, without furniture, lists of links, and what comes before the first prose or after
/// the last.
///
/// It is what {@link PageBody}'s model starts from, and what it falls back on.
final class RuledBody {
  private static final float LINKS_MAX_SHARE = 0.5f;
  private static final float LINE_LINKS_MAX_SHARE = 0.7f;
  private static final float SHORT_MAX_UNITS = 25;

  /// A line with so much beside its links is prose.
  private static final float PROSE_MIN_UNITS = 60;

  private final List<Box> boxes;
  private final List<Line> lines;
  private final Prose prose;
  private final int main;
  private final BitSet kept = new BitSet();

  private RuledBody(PageTree tree) {
    this.boxes = tree.boxes();
    this.lines = tree.lines();
    this.prose = Prose.measure(tree);
    this.main = prose.main();
  }

  /// @param title the headline, which is not said again in the body
  static RuledBody of(PageTree tree, String title) {
    var body = new RuledBody(tree);
    body.choose(title);
    return body;
  }

  /// @return the indices of the chosen lines
  BitSet lines() {
    return kept;
  }

  /// @return the index of the box that holds most prose
  int main() {
    return main;
  }

  Prose prose() {
    return prose;
  }

  private void choose(String title) {
    Box box = boxes.get(main);
    kept.set(box.firstLine, box.endLine);
    dropFurniture(box);
    dropLinkLists(box);
    Set<String> said = new HashSet<>();
    for (int i = kept.nextSetBit(0); i >= 0; i = kept.nextSetBit(i + 1)) {
      Line line = lines.get(i);
      boolean again = line.units() > SHORT_MAX_UNITS && !said.add(line.text());
      if (again || isNone(line) || line.text().equals(title)) {
        kept.clear(i);
      }
    }
    trimEnds();
    dropLoneHeadings();
  }

  private void dropFurniture(Box box) {
    for (int i = box.firstLine; i < box.endLine; i++) {
      if (boxes.get(lines.get(i).box()).furniture) {
        kept.clear(i);
      }
    }
  }

  /// Boxes whose text is mostly links, several lines of it.
  private void dropLinkLists(Box box) {
    int i = main + 1;
    while (i < box.endBox) {
      Box b = boxes.get(i);
      if (b.linkShare() > LINKS_MAX_SHARE && b.element.isBlock() && b.units > 0) {
        kept.clear(b.firstLine, b.endLine);
        i = b.endBox;
      } else {
        i++;
      }
    }
  }

  private boolean isNone(Line line) {
    Box b = boxes.get(line.box());
    if (line.units() == 0 || b.is("h1")) {
      return true;
    }
    if (line.linkShare() > LINE_LINKS_MAX_SHARE
        && line.units() - line.linkUnits() < PROSE_MIN_UNITS) {
      return true;
    }
    boolean plain = b.is("p") || b.is("li") || b.is("td") || b.is("th") || b.is("blockquote");
    return !plain && !Prose.isHeading(b) && line.units() < SHORT_MAX_UNITS && !line.endsSentence();
  }

  /// What stands before the first prose and after the last is no body.
  private void trimEnds() {
    int first = kept.nextSetBit(0);
    while (first >= 0 && prose.weight(lines.get(first)) == 0) {
      kept.clear(first);
      first = kept.nextSetBit(first + 1);
    }
    int last = kept.length() - 1;
    while (last >= 0 && !isClose(lines.get(last))) {
      kept.clear(last);
      last = kept.length() - 1;
    }
  }

  private boolean isClose(Line line) {
    return prose.weight(line) > 0
        || (line.endsSentence() && !Prose.isHeading(boxes.get(line.box())));
  }

  private void dropLoneHeadings() {
    boolean followed = false;
    for (int i = kept.length() - 1; i >= 0; i = kept.previousSetBit(i - 1)) {
      if (!Prose.isHeading(boxes.get(lines.get(i).box()))) {
        followed = true;
      } else if (!followed) {
        kept.clear(i);
      }
    }
  }
}
