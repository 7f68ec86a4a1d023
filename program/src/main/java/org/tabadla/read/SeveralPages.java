package org.tabadla.read;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.tabadla.model.Article;
import org.tabadla.model.Block;

/// Puts together an article that its outlet spreads over several pages. Pure: whoever calls it has
/// fetched the pages.
public final class SeveralPages {
  /// The most pages of one article that are fetched and joined.
  public static final int PAGES_MAX = PageNumbers.PAGES_MAX;

  private SeveralPages() {}

  /// @return the addresses at which the article goes on, in order; empty when it has all of itself,
  ///   or is itself a later page
  public static List<String> further(Article article) {
    for (Block block : article.body()) {
      if (block instanceof Block.Continued(int page, int _, var addresses)) {
        return page == 1 ? addresses : List.of();
      }
    }
    return List.of();
  }

  /// @return the addresses of pages after this one, which may itself be a later page
  public static List<String> after(Article article) {
    for (Block block : article.body()) {
      if (block instanceof Block.Continued(int page, int _, var addresses)) {
        return addresses.stream().filter(a -> PageNumbers.Numbered.of(a).number() > page).toList();
      }
    }
    return List.of();
  }

  /// Joins pages: a block that was there already, as a standfirst or a picture that every page
  /// repeats, is not said again. Joining the same pages again gives the same article.
  ///
  /// @param first the first page
  /// @param parts the other pages that were read, in order
  /// @param missing the addresses of those that could not be had; the article goes on saying so
  public static Article joined(Article first, List<Article> parts, List<String> missing) {
    var body = new ArrayList<Block>();
    Set<String> said = new HashSet<>();
    int pages = 0;
    add(first, body, said);
    for (Article part : parts) {
      add(part, body, said);
    }
    for (Block block : first.body()) {
      pages = block instanceof Block.Continued c ? c.pages() : pages;
    }
    if (!missing.isEmpty()) {
      body.add(new Block.Continued(1, pages, List.copyOf(new LinkedHashSet<>(missing))));
    }
    return first.withBody(body);
  }

  private static void add(Article page, List<Block> body, Set<String> said) {
    for (Block block : page.body()) {
      String key =
          switch (block) {
            case Block.Continued _ -> "";
            case Block.Picture p -> "picture " + p.url();
            case Block.Video v -> "video " + v.url();
            case Block.Heading h -> "heading " + h.text();
            case Block.Paragraph _,
                Block.Quote _,
                Block.Listing _,
                Block.Table _,
                Block.Entry _,
                Block.Gallery _ ->
                PageTitle.key(block.plain());
          };
      if (!(block instanceof Block.Continued) && (key.isEmpty() || said.add(key))) {
        body.add(block);
      }
    }
  }
}
