package org.tabadla.cli;

import java.util.List;
import java.util.function.Consumer;
import tools.jackson.databind.node.ObjectNode;

/// One task of `./tabadla pipe`.
sealed interface PipeTask {
  /// Each line by itself; lines may be answered on several threads.
  non-sealed interface Line extends PipeTask {
    /// Answers a line; `id` is added by the caller.
    ///
    /// @throws IllegalArgumentException with what is wrong, and the value seen; the line is
    ///   answered with that error
    ObjectNode answer(ObjectNode line);
  }

  /// Lines in order, each answered as it is read, with a memory of those before it.
  non-sealed interface Stream extends PipeTask {
    ObjectNode answer(ObjectNode line);

    /// Lines to write when the input has ended.
    List<ObjectNode> end();
  }

  /// All lines are read first.
  non-sealed interface Whole extends PipeTask {
    void take(ObjectNode line);

    /// Gives the answers in the order of the lines, `id` included.
    void end(Consumer<ObjectNode> answers);
  }
}
