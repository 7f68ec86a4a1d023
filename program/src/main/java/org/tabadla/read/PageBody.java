package org.tabadla.read;

import java.util.BitSet;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/// Chooses the lines of a page that are the article's body, and can tell of each why.
///
/// {@link RuledBody} takes what plain rules would; {@link LineModel} decides, with that among the
/// things that it looks at.
final class PageBody {
  /// A page of more lines is read by the rules alone: the traits of so many would not fit in
  /// memory.
  private static final int LINES_MAX = 20_000;

  private final PageTree tree;
  private final List<Line> lines;
  private final RuledBody ruled;
  private final BitSet kept = new BitSet();
  private final Map<Integer, String> dropped = new HashMap<>();
  private @Nullable LineTraits traits;
  private float[] chances = new float[0];

  /// What was chosen before the site's memory was asked.
  private final BitSet chosen = new BitSet();

  private SiteFurniture furniture;

  private PageBody(PageTree tree, String title) {
    this.tree = tree;
    this.furniture = SiteFurniture.of(tree, kept, SiteMemory.NONE);
    this.lines = tree.lines();
    this.ruled = RuledBody.of(tree, title);
  }

  /// @param title the headline, which is not said again in the body
  /// @param stated the body as structured data has it, maybe empty: a hint, since only what is
  ///   visible is taken
  /// @param memory what is known of the site's other pages
  static PageBody of(PageTree tree, String title, String stated, SiteMemory memory) {
    var body = new PageBody(tree, title);
    if (tree.lines().size() <= LINES_MAX) {
      body.look(title, stated);
    }
    if (body.kept.isEmpty()) {
      body.kept.or(body.ruled.lines());
    }
    body.remember(memory);
    return body;
  }

  private void look(String title, String stated) {
    LineTraits measured =
        LineTraits.of(tree, ruled.prose(), ruled.main(), ruled.lines(), title, stated);
    traits = measured;
    chances = LineModel.shipped().chances(measured);
    for (int i = 0; i < chances.length; i++) {
      kept.set(i, chances[i] >= LineModel.TAKEN);
    }
    LineVetoes.apply(tree, kept, title, dropped);
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

  /// @return the indices of the chosen lines
  BitSet lines() {
    return kept;
  }

  /// @return the lines of plain prose by the rules alone, where byline and date are looked for
  ///   before them: a summary over the byline may be body too
  BitSet prose() {
    return ruled.lines().isEmpty() ? kept : ruled.lines();
  }

  /// @return the chosen lines as the page writes them
  String written() {
    return kept.stream().mapToObj(i -> lines.get(i).text()).collect(Collectors.joining("\n"));
  }

  /// @return the box that holds most prose
  Box main() {
    return tree.boxes().get(ruled.main());
  }

  /// @return in plain words why a line was kept or dropped
  String why(int line) {
    String memory = furniture.why(line);
    if (!memory.isEmpty()) {
      return memory;
    }
    String reason = dropped.get(line);
    if (reason != null) {
      return reason;
    }
    if (traits == null) {
      return "plain rules alone: the page has more than " + LINES_MAX + " lines";
    }
    return String.format(Locale.ROOT, "%.2f: ", chances[line])
        + LineModel.shipped().why(traits, line);
  }
}
