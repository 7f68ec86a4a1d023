package org.tabadla.link;

import java.util.List;
import org.tabadla.model.ArticleId;
import org.tabadla.model.StoryId;

/// An article that a later look at whole stories took from one story to another.
///
/// @param from the story that it was in; links to it are to lead to `to`
/// @param why what its old story shares with the new one, as the article writes it
public record Moved(ArticleId article, StoryId from, StoryId to, List<String> why) {
  public Moved {
    why = List.copyOf(why);
  }
}
