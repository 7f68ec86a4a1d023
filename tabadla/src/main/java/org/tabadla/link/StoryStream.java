package org.tabadla.link;

import java.time.Instant;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.tabadla.model.Lang;

/// Puts a stream of texts into stories.
public final class StoryStream {
  private final Engine engine = new Engine();

  /// @return the id of the text that began the story
  public String add(String id, Lang lang, String title, String text, @Nullable Instant when) {
    return engine.place(Sketcher.of(id, lang, title, text, when)).story();
  }

  /// Tells which texts a later look would move; nothing is moved yet by this version.
  public Map<String, String> moved() {
    return Map.of();
  }
}
