package org.tabadla.understand.acts;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.tabadla.model.Act;

/// What is to come of an act, and by when.
final class Deliverables {
  private Deliverables() {}

  static List<Act.Deliverable> of(
      List<Sentence> sentences, int at, Act.Kind kind, @Nullable Instant when) {
    return List.of();
  }
}
