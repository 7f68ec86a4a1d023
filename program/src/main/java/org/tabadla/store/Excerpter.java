package org.tabadla.store;

import java.util.Optional;
import org.tabadla.model.Article;
import org.tabadla.model.Block;

/// Shortens an article to what a listing shows under its headline. The store knows no languages, so
/// whoever opens it may pass a better one than {@link #PLAIN}.
@FunctionalInterface
public interface Excerpter {
  /// The standfirst, or the first paragraph; "" when there is neither.
  Excerpter PLAIN =
      article ->
          Optional.ofNullable(article.standfirst())
              .filter(text -> !text.isBlank())
              .map(text -> text.value())
              .or(() ->
                  article.body().stream()
                      .filter(Block.Paragraph.class::isInstance)
                      .map(Block::plain)
                      .findFirst())
              .orElse("");

  /// @return plain text, a few sentences at most
  String excerpt(Article article);
}
