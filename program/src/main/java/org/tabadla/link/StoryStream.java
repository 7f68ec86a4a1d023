package org.tabadla.link;

import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.tabadla.model.Lang;

/// Groups articles into stories as they come. Not thread-safe.
public final class StoryStream {
  private final Engine engine;

  public StoryStream() {
    this(Options.STANDARD);
  }

  public StoryStream(Options options) {
    engine = new Engine(options);
  }

  /// @param title "" when there is none
  /// @param date null when not known
  /// @return the id of the article that began its story
  public String add(String id, Lang lang, String title, String text, @Nullable Instant date) {
    return engine.place(new Item(id, lang, title, text, date), id, null).story().name;
  }

  /// A last look at whole stories.
  ///
  /// @return the articles that belong to another story than {@link #add} said: id to the story's id
  public Map<String, String> moved() {
    engine.reviewAll();
    Map<String, String> last = new LinkedHashMap<>();
    for (Engine.Move move : engine.moved()) {
      last.put(move.article().id, move.to());
    }
    return last;
  }
}
