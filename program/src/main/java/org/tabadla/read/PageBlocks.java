package org.tabadla.read;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import org.tabadla.address.Address;
import org.tabadla.model.Block;

/// Puts the chosen lines of a page into blocks: paragraphs, headings, quotes, lists, tables,
/// pictures.
final class PageBlocks {
  private static final int PICTURES_MAX = 60;

  /// Longer cells belong to a table that only lays the page out.
  private static final float CELL_MAX_UNITS = 200;

  /// Which tables hold data, by box: asked once a table, not once a line of it.
  private final Map<Integer, Boolean> grids = new HashMap<>();

  private final PageTree tree;
  private final UnaryOperator<String> form;
  private final String base;
  private final List<Block> blocks = new ArrayList<>();
  private final Set<String> pictures = new HashSet<>();

  private PageBlocks(PageTree tree, UnaryOperator<String> form, String base) {
    this.tree = tree;
    this.form = form;
    this.base = base;
  }

  /// @param form what is done to each text
  /// @param base what relative picture addresses are relative to, maybe empty
  static List<Block> of(PageTree tree, PageBody body, UnaryOperator<String> form, String base) {
    return of(tree, body.lines(), form, base);
  }

  /// The same of any lines.
  static List<Block> of(PageTree tree, BitSet kept, UnaryOperator<String> form, String base) {
    var made = new PageBlocks(tree, form, base);
    made.fill(kept);
    return made.blocks;
  }

  private void fill(BitSet kept) {
    int shot = 0;
    int line = kept.nextSetBit(0);
    int first = line;
    while (line >= 0) {
      for (; shot < tree.shots().size() && tree.shots().get(shot).line() <= line; shot++) {
        if (tree.shots().get(shot).line() >= first) {
          picture(tree.shots().get(shot));
        }
      }
      line = kept.nextSetBit(block(kept, line));
    }
  }

  /// Makes one block that begins with a line.
  ///
  /// @return the index after its last line
  private int block(BitSet kept, int line) {
    Line first = tree.lines().get(line);
    Box box = tree.boxes().get(first.box());
    if (Prose.isHeading(box)) {
      int level = Math.max(2, box.element.normalName().charAt(1) - '0');
      blocks.add(new Block.Heading(level, shown(first.text())));
      return line + 1;
    }
    int table = around(first.box(), "table", "table");
    if (table > 0 && grids.computeIfAbsent(table, this::isGrid)) {
      return grid(kept, line, table);
    }
    int list = around(first.box(), "ul", "ol");
    if (list > 0) {
      return listing(kept, line, list);
    }
    boolean quote = around(first.box(), "blockquote", "q") > 0;
    String text = shown(first.text());
    blocks.add(quote ? new Block.Quote(text) : new Block.Paragraph(text));
    return line + 1;
  }

  /// @return the nearest box around that is one of two tags, or 0
  private int around(int box, String one, String other) {
    for (int i = box; i > 0; i = tree.boxes().get(i).parent) {
      Box b = tree.boxes().get(i);
      if (b.is(one) || b.is(other)) {
        return i;
      }
    }
    return 0;
  }

  private int listing(BitSet kept, int line, int list) {
    Box box = tree.boxes().get(list);
    var items = new ArrayList<String>();
    int i = line;
    for (; i >= 0 && i < box.endLine; i = kept.nextSetBit(i + 1)) {
      items.add(shown(tree.lines().get(i).text()));
    }
    blocks.add(new Block.Listing(box.is("ol"), items));
    return box.endLine;
  }

  private boolean isGrid(int table) {
    Box box = tree.boxes().get(table);
    int rows = 0;
    int cells = 0;
    for (int i = table + 1; i < box.endBox; i++) {
      Box b = tree.boxes().get(i);
      rows += b.is("tr") ? 1 : 0;
      cells += b.is("td") || b.is("th") ? 1 : 0;
      if (b.is("table") || (b.is("p") && b.units > CELL_MAX_UNITS)) {
        return false;
      }
    }
    for (int i = box.firstLine; i < box.endLine; i++) {
      if (tree.lines().get(i).units() > CELL_MAX_UNITS) {
        return false;
      }
    }
    return rows > 1 && cells >= 2 * rows;
  }

  private int grid(BitSet kept, int line, int table) {
    Box box = tree.boxes().get(table);
    var rows = new ArrayList<List<String>>();
    List<String> row = new ArrayList<>();
    int current = -1;
    for (int i = line; i >= 0 && i < box.endLine; i = kept.nextSetBit(i + 1)) {
      Line cell = tree.lines().get(i);
      int tr = around(cell.box(), "tr", "caption");
      if (tr != current && !row.isEmpty()) {
        rows.add(row);
        row = new ArrayList<>();
      }
      current = tr;
      row.add(shown(cell.text()));
    }
    rows.add(row);
    blocks.add(new Block.Table(rows));
    return box.endLine;
  }

  private void picture(PageTree.Shot shot) {
    if (tree.boxes().get(shot.box()).furniture || pictures.size() >= PICTURES_MAX) {
      return;
    }
    String url = PagePicture.address(shot.image(), base);
    if (url != null && pictures.add(url)) {
      blocks.add(PagePicture.credited(url, caption(shot), null));
    }
  }

  private @Nullable String caption(PageTree.Shot shot) {
    String caption = PagePicture.caption(shot.image());
    return caption == null ? null : shown(caption);
  }

  private String shown(String text) {
    return form.apply(text);
  }

  /// @return an absolute address for a relative one of this page, or null
  static @Nullable String absolute(@Nullable String address, String base) {
    return address == null || address.isBlank()
        ? null
        : Address.web(address.strip(), base.isEmpty() ? null : base);
  }
}
