package org.tabadla.language;

import java.util.List;
import org.tabadla.model.Figure;
import org.tabadla.model.Lang;

/// Finds numbers, amounts, percentages, ordinals, years and dates in a text.
public final class Numbers {
  private Numbers() {}

  /// @return figures in text order, none within another
  public static List<Figure> of(String text, Lang lang) {
    return List.of();
  }
}
