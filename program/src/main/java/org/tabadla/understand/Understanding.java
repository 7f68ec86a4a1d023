package org.tabadla.understand;

import java.util.List;
import org.tabadla.model.Article;
import org.tabadla.model.Figure;
import org.tabadla.model.Keyword;
import org.tabadla.model.Lang;
import org.tabadla.model.Name;
import org.tabadla.model.Notes;

/// What an article is about.
public final class Understanding {
  private static final int MOST_KEYWORDS = 12;

  private Understanding() {}

  /// Reads keywords, names, figures, topics and quotes out of an article. Pure: the same article
  /// gives the same notes.
  public static Notes notes(Article article) {
    return notes(article.title().value(), article.text(), article.lang());
  }

  static Notes notes(String title, String text, Lang lang) {
    List<Named> inTitle = Names.mentions(title, lang, false);
    List<Named> inText = Names.mentions(text, lang, true);
    List<Name> names = Names.of(title, inTitle, text, inText, lang);
    List<Keyword> keywords = Keywords.of(title, inTitle, text, inText, lang, MOST_KEYWORDS);
    List<Figure> figures = Figures.of(text, lang, inText);
    return new Notes(
        keywords,
        names,
        figures,
        TopicReader.of(title, text, lang),
        Speakers.quotes(text, lang, inText));
  }
}
