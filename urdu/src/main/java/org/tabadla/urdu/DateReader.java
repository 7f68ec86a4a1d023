package org.tabadla.urdu;

import java.util.List;
import org.jspecify.annotations.Nullable;

/// Finds dates among the tokens of a text; each language or calendar may bring its own.
@FunctionalInterface
public interface DateReader {
  /// @param next the token after the date
  /// @param figure null for a date that the text tells no year of: read over, not given
  record Found(@Nullable WrittenFigure figure, int next) {}

  /// @return the date that begins with token `i`, or null
  @Nullable Found at(List<NumberToken> tokens, int i);
}
