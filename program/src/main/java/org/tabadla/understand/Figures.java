package org.tabadla.understand;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.tabadla.language.Numbers;
import org.tabadla.model.Figure;
import org.tabadla.model.Lang;

/// Finds the figures of an article and what each counts.
public final class Figures {
  private Figures() {}

  /// @param when when the article was published, or null
  public static List<Figure> of(String text, Lang lang, @Nullable Instant when) {
    return Numbers.of(text, lang);
  }
}
