package org.tabadla.read;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.tabadla.model.Block;

/// Tells the summary under a headline from the first paragraph of the text. Both are often what the
/// page gives as its description; the first paragraph stands beside the second, the summary in a
/// place of its own.
final class PageStandfirst {
  private PageStandfirst() {}

  /// @param blocks made of the body's lines
  /// @return the blocks without the summary, where they begin with it
  static List<Block> without(List<Block> blocks, PageTree tree, PageBody body, JsonLd data) {
    int line = line(tree, body, data);
    if (line < 0) {
      return blocks;
    }
    String key = PageTitle.key(tree.lines().get(line).text());
    var out = new ArrayList<Block>(blocks);
    for (Block block : blocks) {
      if (!(block instanceof Block.Picture)) {
        if (PageTitle.key(block.plain()).equals(key)) {
          out.remove(block);
        }
        break;
      }
    }
    return out;
  }

  /// @return the first line of the body where it is the article's summary, or -1
  private static int line(PageTree tree, PageBody body, JsonLd data) {
    int first = body.lines().nextSetBit(0);
    int second = first < 0 ? -1 : body.lines().nextSetBit(first + 1);
    if (second < 0 || around(tree, first) == around(tree, second)) {
      return -1;
    }
    String key = PageTitle.key(tree.lines().get(first).text());
    return !key.isEmpty() && keys(tree.clues(), data).contains(key) ? first : -1;
  }

  private static int around(PageTree tree, int line) {
    return LineTraits.boxOf(tree, line).parent;
  }

  private static List<String> keys(PageClues clues, JsonLd data) {
    var keys = new ArrayList<String>();
    clues.metas("description").forEach(text -> add(keys, text));
    clues.metas("og:description").forEach(text -> add(keys, text));
    add(keys, data.ofArticle("description"));
    return keys;
  }

  private static void add(List<String> keys, @Nullable String text) {
    keys.add(PageTitle.key(PageTitle.oneLine(text)));
  }
}
