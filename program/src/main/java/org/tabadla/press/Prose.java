package org.tabadla.press;

import java.util.List;
import java.util.stream.Collectors;

/// The ways in which content systems set a body.
enum Prose {
  /// One `<p>` a paragraph.
  PARAGRAPHS,
  /// Everything in one `<p>` with nothing between the paragraphs.
  GLUED,
  /// `<br><br>` between paragraphs, no `<p>` at all.
  BREAKS,
  /// One `<p>` a paragraph, each begun with two ideographic spaces.
  INDENTED,
  /// `<P>` never closed, as in the nineties.
  UNCLOSED,
  /// One `<div>` a paragraph, text in a `<span>`, as editors in browsers leave it.
  DIVS;

  private static final String IDEOGRAPHIC_SPACES = "\u3000\u3000";

  /// @param interrupt HTML put after the second block, maybe empty
  String set(List<String> blocks, String interrupt) {
    var out = new StringBuilder();
    for (int i = 0; i < blocks.size(); i++) {
      out.append(block(blocks.get(i), i == 0)).append(this == GLUED ? "" : "\n");
      if (i == 1) {
        out.append(interrupt);
      }
    }
    return this == GLUED ? "<p>" + out + "</p>" : out.toString();
  }

  private String block(String block, boolean first) {
    if (block.startsWith("|")) {
      return table(block);
    }
    if (block.startsWith("## ")) {
      String heading = Template.escape(block.substring(3));
      return this == PARAGRAPHS || this == DIVS
          ? "<h2>" + heading + "</h2>"
          : "<b>" + heading + "</b><br>";
    }
    if (block.startsWith("> ")) {
      String quote = Template.escape(block.substring(2));
      return this == PARAGRAPHS
          ? "<blockquote><p>" + quote + "</p></blockquote>"
          : paragraph(quote, first);
    }
    return paragraph(Template.escape(block), first);
  }

  private String paragraph(String html, boolean first) {
    return switch (this) {
      case PARAGRAPHS -> "<p>" + html + "</p>";
      case GLUED -> html;
      case BREAKS -> (first ? "" : "<br><br>") + html;
      case INDENTED -> "<p>" + IDEOGRAPHIC_SPACES + html + "</p>";
      case UNCLOSED -> "<P align=justify>" + html;
      case DIVS -> "<div><span style=\"font-size:17px\">" + html + "</span></div>";
    };
  }

  /// The first row is the head.
  private static String table(String block) {
    List<String> rows = block.lines().map(String::strip).toList();
    return rows.stream()
        .map(row -> row(row, rows.getFirst().equals(row) ? "th" : "td"))
        .collect(Collectors.joining("\n", "<table border=\"1\">\n", "\n</table>"));
  }

  private static String row(String row, String cell) {
    String inner = row.substring(1, row.endsWith("|") ? row.length() - 1 : row.length());
    return List.of(inner.split("\\|", -1)).stream()
        .map(text -> "<" + cell + ">" + Template.escape(text.strip()) + "</" + cell + ">")
        .collect(Collectors.joining("", "<tr>", "</tr>"));
  }
}
