package org.tabadla.exchange.matching;

import org.tabadla.model.Text;

/// How alike two texts are, across languages too. The room of links fills it.
@FunctionalInterface
public interface Likeness {
  /// Knows nothing.
  Likeness NONE = (_, _) -> 0;

  /// @return 0 to 1
  double between(Text one, Text other);
}
