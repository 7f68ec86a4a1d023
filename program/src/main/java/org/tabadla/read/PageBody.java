package org.tabadla.read;

import java.util.BitSet;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/// Chooses the lines of a page that are the article's body.
final class PageBody {
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

  /// What was chosen before the site's memory was asked.
  private final BitSet chosen = new BitSet();

  private final PageTree tree;
  private final @Nullable String[] reasons;
  private SiteFurniture furniture;

  private PageBody(PageTree tree) {
    this.tree = tree;
    this.reasons = new String[tree.lines().size()];
    this.furniture = SiteFurniture.of(tree, kept, SiteMemory.NONE);
    this.boxes = tree.boxes();
    this.lines = tree.lines();
    this.prose = Prose.measure(tree);
    this.main = prose.main();
  }

  /// @param title the headline, which is not said again in the body
  /// @param memory what is known of the site's other pages
  static PageBody of(PageTree tree, String title, SiteMemory memory) {
    var body = new PageBody(tree);
    body.choose(title);
    body.remember(memory);
    return body;
  }

  private void remember(SiteMemory memory) {
    chosen.or(kept);
    furniture = SiteFurniture.of(tree, chosen, memory);
    kept.andNot(furniture.dropped());
  }

  /// @return what this page teaches about its site, the same whatever is known of it
  PageTrace trace(String address) {
    return new LineKeys(tree).trace(chosen, address);
  }

  /// @return in a few plain words why a line is in the body or not
  String why(int line) {
    String memory = furniture.why(line);
    if (!memory.isEmpty()) {
      return memory;
    }
    Box box = boxes.get(main);
    if (line < box.firstLine || line >= box.endLine) {
      return "outside the part that holds the article";
    }
    String reason = reasons[line];
    return reason == null ? "within the article" : reason;
  }

  private void drop(int line, String why) {
    if (kept.get(line)) {
      kept.clear(line);
      reasons[line] = why;
    }
  }

  /// @return the indices of the chosen lines
  BitSet lines() {
    return kept;
  }

  /// @return the chosen lines as the page writes them
  String written() {
    return kept.stream().mapToObj(i -> lines.get(i).text()).collect(Collectors.joining("\n"));
  }

  /// @return the box that holds the article
  Box main() {
    return boxes.get(main);
  }

  private void choose(String title) {
    Box box = boxes.get(main);
    kept.set(box.firstLine, box.endLine);
    dropFurniture(box);
    dropLinkLists(box);
    Set<String> said = new HashSet<>();
    for (int i = kept.nextSetBit(0); i >= 0; i = kept.nextSetBit(i + 1)) {
      Line line = lines.get(i);
      if (line.units() > SHORT_MAX_UNITS && !said.add(line.text())) {
        drop(i, "said before");
      } else if (isNone(line)) {
        drop(i, "a link or a label");
      } else if (line.text().equals(title)) {
        drop(i, "the headline");
      }
    }
    trimEnds();
    dropLoneHeadings();
  }

  private void dropFurniture(Box box) {
    for (int i = box.firstLine; i < box.endLine; i++) {
      if (boxes.get(lines.get(i).box()).furniture) {
        drop(i, "furniture: a tag, role or name around it says so");
      }
    }
  }

  /// Boxes whose text is mostly links, several lines of it.
  private void dropLinkLists(Box box) {
    int i = main + 1;
    while (i < box.endBox) {
      Box b = boxes.get(i);
      if (b.linkShare() > LINKS_MAX_SHARE && b.element.isBlock() && b.units > 0) {
        for (int line = b.firstLine; line < b.endLine; line++) {
          drop(line, "in a list of links");
        }
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
      drop(first, "before the first prose");
      first = kept.nextSetBit(first + 1);
    }
    int last = kept.length() - 1;
    while (last >= 0 && !isClose(lines.get(last))) {
      drop(last, "after the last prose");
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
        drop(i, "a heading with nothing under it");
      }
    }
  }
}
