package org.tabadla.understand;

import java.util.List;
import org.tabadla.language.Numbers;
import org.tabadla.model.Article;
import org.tabadla.model.Keyword;
import org.tabadla.model.Name;
import org.tabadla.model.Notes;

/// What an article is about.
public final class Understanding {
  private static final int MOST_KEYWORDS = 12;

  private Understanding() {}

  /// Reads keywords, names and figures out of an article. Pure: the same article gives the same
  /// notes.
  public static Notes notes(Article article) {
    String title = article.title().value();
    String text = article.text();
    List<Name> names = Names.of(title, text, article.lang());
    List<Keyword> keywords = Keywords.of(title, text, article.lang(), MOST_KEYWORDS);
    return new Notes(keywords, names, Numbers.of(text, article.lang()));
  }
}
