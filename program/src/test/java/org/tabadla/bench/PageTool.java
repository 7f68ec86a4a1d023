package org.tabadla.bench;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import de.l3s.boilerpipe.BoilerpipeProcessingException;
import de.l3s.boilerpipe.document.TextDocument;
import de.l3s.boilerpipe.extractors.ArticleExtractor;
import de.l3s.boilerpipe.sax.BoilerpipeSAXInput;
import java.io.StringReader;
import java.util.Objects;
import net.dankito.readability4j.Article;
import net.dankito.readability4j.Readability4J;
import org.jsoup.Jsoup;
import org.slf4j.LoggerFactory;
import org.tabadla.model.Page;
import org.tabadla.model.Reading;
import org.tabadla.model.SourceId;
import org.tabadla.read.Charsets;
import org.tabadla.read.PageReader;
import org.tabadla.read.PageReport;
import org.xml.sax.InputSource;
import org.xml.sax.SAXException;

/// The readers of pages that are measured beside one another. Tabadla gets bytes; the others know
/// no charsets, so they get the text that its detection makes of them.
enum PageTool {
  TABADLA("Tabadla") {
    @Override
    Answer read(Page page) {
      PageReport report = PageReader.report(page, new SourceId("bench"));
      return report.reading() instanceof Reading.Read
          ? new Answer(report.title(), report.text())
          : Answer.NONE;
    }
  },
  READABILITY4J("readability4j 1.0.8") {
    @Override
    Answer read(Page page) {
      Article article = new Readability4J(address(page), text(page)).parse();
      var content = article.getArticleContent();
      // Its own plain text glues paragraphs.
      return new Answer(
          Objects.requireNonNullElse(article.getTitle(), ""),
          content == null ? "" : content.text());
    }
  },
  BOILERPIPE("boilerpipe 1.2.3") {
    @Override
    Answer read(Page page) {
      try {
        var input = new BoilerpipeSAXInput(new InputSource(new StringReader(text(page))));
        TextDocument document = input.getTextDocument();
        String body = ArticleExtractor.INSTANCE.getText(document);
        return new Answer(Objects.requireNonNullElse(document.getTitle(), ""), body);
      } catch (BoilerpipeProcessingException | SAXException e) {
        return Answer.NONE;
      }
    }
  };

  static {
    // It logs whole pages.
    ((Logger) LoggerFactory.getLogger("net.dankito")).setLevel(Level.OFF);
  }

  final String title;

  PageTool(String title) {
    this.title = title;
  }

  /// What a reader makes of a page.
  ///
  /// @param title "" when it tells none
  /// @param body plain text
  record Answer(String title, String body) {
    static final Answer NONE = new Answer("", "");
  }

  abstract Answer read(Page page);

  /// @return the page as its bytes say, or an empty answer where a reader falls over it
  Answer readOrFail(Page page) {
    try {
      return read(page);
    } catch (RuntimeException | StackOverflowError e) {
      return Answer.NONE;
    }
  }

  /// The bare parse that all are measured against: charset detection and jsoup's tree.
  static Object parse(Page page) {
    return Jsoup.parse(text(page), address(page));
  }

  static String text(Page page) {
    byte[] bytes = page.body().array();
    return Charsets.decode(bytes, Charsets.detect(bytes, page.contentType(), Charsets.Kind.HTML));
  }

  private static String address(Page page) {
    return page.url() == null ? "http://bench.example/" : page.url();
  }
}
