package org.tabadla.read;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.Node;
import org.jsoup.nodes.TextNode;
import org.jspecify.annotations.Nullable;
import org.tabadla.address.Address;
import org.tabadla.language.Letters;
import org.tabadla.model.Block;

/// The HTML of a feed entry, in blocks. It holds the article and nothing else, so nothing is
/// weighed.
final class EntryBlocks {
  private static final int MAX_DEPTH = 100;
  private static final int MAX_CELLS_A_ROW = 100;
  private static final Set<String> HEADINGS = Set.of("h1", "h2", "h3", "h4", "h5", "h6");
  private static final Set<String> INLINE =
      Set.of(
          "a", "abbr", "acronym", "b", "bdi", "bdo", "big", "cite", "code", "del", "dfn", "em",
          "font", "i", "ins", "kbd", "mark", "q", "rp", "rt", "ruby", "s", "samp", "small", "span",
          "strike", "strong", "sub", "sup", "time", "tt", "u", "var", "wbr");

  private final List<Block> blocks = new ArrayList<>();
  private final StringBuilder line = new StringBuilder();
  private boolean broken;

  private EntryBlocks() {}

  /// @param html harmless, links absolute
  static List<Block> of(String html) {
    var reading = new EntryBlocks();
    reading.walk(Jsoup.parseBodyFragment(html).body(), 0);
    reading.flush();
    return List.copyOf(reading.blocks);
  }

  private void walk(Element in, int depth) {
    for (Node node : in.childNodes()) {
      if (node instanceof TextNode text) {
        if (!text.isBlank()) {
          broken = false;
        }
        line.append(Letters.whole(text.getWholeText()));
      } else if (node instanceof Element element) {
        element(element, depth + 1);
      }
    }
  }

  private void element(Element element, int depth) {
    String name = element.normalName();
    if (depth > MAX_DEPTH) {
      line.append(" ").append(Letters.whole(element.text()));
    } else if (name.equals("br")) {
      lineBreak();
    } else if (name.equals("img")) {
      picture(element, null);
    } else if (INLINE.contains(name)) {
      walk(element, depth);
    } else {
      flush();
      block(element, name, depth);
      flush();
    }
  }

  /// Two in a row part paragraphs.
  private void lineBreak() {
    if (broken) {
      flush();
    } else {
      line.append(' ');
      broken = true;
    }
  }

  private void block(Element element, String name, int depth) {
    if (HEADINGS.contains(name)) {
      add(element.text(), text -> new Block.Heading(Math.max(2, name.charAt(1) - '0'), text));
    } else if (name.equals("blockquote")) {
      add(element.text(), Block.Quote::new);
    } else if (name.equals("ul") || name.equals("ol")) {
      listing(element, name.equals("ol"));
    } else if (name.equals("table")) {
      table(element, depth);
    } else if (name.equals("figure")) {
      figure(element, depth);
    } else {
      walk(element, depth);
    }
  }

  private void add(String text, java.util.function.Function<String, Block> make) {
    String plain = SafeHtml.oneLine(text);
    if (!plain.isEmpty()) {
      blocks.add(make.apply(plain));
    }
  }

  private void listing(Element list, boolean ordered) {
    List<String> items =
        list.children().stream()
            .map(item -> SafeHtml.oneLine(item.text()))
            .filter(s -> !s.isEmpty())
            .toList();
    if (!items.isEmpty()) {
      blocks.add(new Block.Listing(ordered, items));
    }
  }

  private void table(Element table, int depth) {
    List<List<String>> rows = new ArrayList<>();
    for (Element row : table.select("tr")) {
      List<String> cells = new ArrayList<>();
      row.children().stream()
          .limit(MAX_CELLS_A_ROW)
          .forEach(cell -> cells.add(SafeHtml.oneLine(cell.text())));
      rows.add(cells);
    }
    boolean layout =
        table.select("p, div, img, table table").size() > 0
            || rows.stream().allMatch(r -> r.size() < 2);
    if (layout) {
      walk(table, depth);
    } else {
      blocks.add(new Block.Table(rows));
    }
  }

  private void figure(Element figure, int depth) {
    Element image = figure.selectFirst("img");
    Element caption = figure.selectFirst("figcaption");
    if (image == null) {
      walk(figure, depth);
    } else {
      picture(image, caption == null ? null : caption.text());
    }
  }

  private void picture(Element image, @Nullable String caption) {
    String url = Address.web(image.attr("src"), null);
    boolean pixel = image.attr("width").equals("1") || image.attr("height").equals("1");
    if (url != null && !pixel) {
      flush();
      blocks.add(
          new Block.Picture(url, caption == null || caption.isBlank() ? null : caption, null));
    }
  }

  private void flush() {
    add(line.toString(), Block.Paragraph::new);
    line.setLength(0);
    broken = false;
  }
}
