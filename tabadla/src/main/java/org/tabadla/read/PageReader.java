package org.tabadla.read;

import java.util.List;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.tabadla.language.LanguageGuess;
import org.tabadla.model.Article;
import org.tabadla.model.ArticleId;
import org.tabadla.model.Block;
import org.tabadla.model.Lang;
import org.tabadla.model.Page;
import org.tabadla.model.Reading;
import org.tabadla.model.SourceId;
import org.tabadla.model.Text;

/// Reads a page of an outlet as an article.
public final class PageReader {
  private PageReader() {}

  /// @param fallback the source when the page names no address of its own
  /// @return the article, or in one line why there is none
  public static Reading read(Page page, SourceId fallback) {
    byte[] body = page.body().array();
    String charset = Charsets.detect(body, page.contentType(), Charsets.Kind.HTML);
    String url = page.url() == null ? "" : page.url();
    Document document = Jsoup.parse(Charsets.decode(body, charset), url);
    List<Block> blocks =
        document.select("p").stream().map(p -> (Block) new Block.Paragraph(p.text())).toList();
    if (blocks.isEmpty() || document.title().isBlank()) {
      return new Reading.NotAnArticle("no paragraphs");
    }
    Lang lang = LanguageGuess.of(document.text()).lang();
    String address = url.isEmpty() ? "file:" + fallback.value() + "/" + body.length : url;
    return new Reading.Read(
        new Article(
            ArticleId.of(address),
            fallback,
            address,
            null,
            new Text(document.title(), lang),
            null,
            List.of(),
            null,
            null,
            null,
            null,
            blocks,
            null,
            lang,
            List.of(),
            false,
            page.fetched()));
  }
}
