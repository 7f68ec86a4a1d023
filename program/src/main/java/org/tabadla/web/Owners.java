package org.tabadla.web;

import io.javalin.http.Context;
import java.util.Optional;

/// Tells whose standing queries a request is about. What comes of a stranger is told by exceptions
/// that the house answers at its door.
public interface Owners {
  /// A house without accounts.
  Owners NONE =
      new Owners() {
        @Override
        public Optional<Owner> looking(Context ctx) {
          return Optional.empty();
        }

        @Override
        public Optional<Owner> sending(Context ctx) {
          return Optional.empty();
        }
      };

  /// @return who looks; empty while nobody has an account
  Optional<Owner> looking(Context ctx);

  /// @return who sends a form or a document, which was checked to be no other site's; empty while
  ///   nobody has an account
  Optional<Owner> sending(Context ctx);
}
