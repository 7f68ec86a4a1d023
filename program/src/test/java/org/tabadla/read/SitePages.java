package org.tabadla.read;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.tabadla.model.Block;
import org.tabadla.model.Bytes;
import org.tabadla.model.Page;
import org.tabadla.model.Reading;
import org.tabadla.model.SourceId;

/// Pages of one made-up site, each article in words of its own.
public final class SitePages {
  public static final String SITE = "https://harbour.example";
  private static final String[] SYLLABLES = {
    "ba", "de", "fi", "go", "ku", "la", "me", "ni", "po", "ru", "sa", "te", "vi", "wo", "xu", "za"
  };

  private SitePages() {}

  public static Page page(String path, String inside) {
    String html =
        "<html lang=en><head><title>"
            + sentence(path.hashCode(), 5)
            + "</title></head><body><nav><a href=/>Home</a></nav><div class=story>"
            + inside
            + "</div><footer>All rights reserved by the Harbour.</footer></body></html>";
    return new Page(
        SITE + "/" + path,
        "text/html; charset=utf-8",
        new Bytes(html.getBytes(StandardCharsets.UTF_8)),
        Instant.parse("2025-07-11T12:00:00Z"));
  }

  /// An article of made-up paragraphs, which no other number has.
  public static List<String> paragraphs(int article, int count) {
    var paragraphs = new ArrayList<String>();
    for (int i = 0; i < count; i++) {
      paragraphs.add(
          sentence(article * 1000 + i, 14) + " " + sentence(article * 1000 + i + 500, 11));
    }
    return paragraphs;
  }

  public static String html(List<String> paragraphs) {
    return "<p>" + String.join("</p>\n<p>", paragraphs) + "</p>";
  }

  static String sentence(int seed, int words) {
    var out = new StringBuilder();
    long n = LineKeys.mix(seed, 77);
    for (int i = 0; i < words; i++) {
      n = LineKeys.mix(n, i);
      out.append(i == 0 ? "" : i == words / 2 ? ", " : " ");
      for (int k = 0; k < 2 + Math.floorMod(n, 3); k++) {
        out.append(SYLLABLES[(int) ((n >>> (4 * k + 8)) & 15)]);
      }
    }
    return Character.toUpperCase(out.charAt(0)) + out.substring(1) + ".";
  }

  static SiteMemory learn(SiteMemory memory, Page page) {
    PageTrace trace = report(page, memory).trace();
    return trace == null ? memory : memory.after(trace);
  }

  static PageReport report(Page page, SiteMemory memory) {
    return PageReader.report(page, new SourceId("folder"), _ -> memory);
  }

  static List<String> body(Page page, SiteMemory memory) {
    if (report(page, memory).reading() instanceof Reading.Read(var article)) {
      return article.body().stream().map(Block::plain).toList();
    }
    return List.of();
  }
}
