package org.tabadla.web;

import io.javalin.http.Context;
import java.util.Optional;

/// Tells who is asking.
@FunctionalInterface
public interface Who {
  /// @return who may write here; empty for a reader
  Optional<Actor> of(Context ctx);
}
