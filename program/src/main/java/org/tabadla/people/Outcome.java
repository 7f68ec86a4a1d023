package org.tabadla.people;

import java.util.function.Function;
import org.tabadla.model.Refusal;

/// What came of something that a person asked for.
public sealed interface Outcome<T> {
  /// It was done.
  record Done<T>(T value) implements Outcome<T> {}

  /// It was not, and nothing was changed.
  ///
  /// @param detail the value that it turns on; may be empty
  record Refused<T>(Reason why, String detail) implements Outcome<T> {}

  /// A reason; the pages have its words under this key.
  interface Reason {
    /// @return such as `refused.taken`
    String key();
  }

  static <T> Outcome<T> done(T value) {
    return new Done<>(value);
  }

  static <T> Outcome<T> refused(Reason why, String detail) {
    return new Refused<>(why, detail);
  }

  /// Goes on with what was done.
  default <R> Outcome<R> then(Function<T, Outcome<R>> next) {
    return switch (this) {
      case Done<T>(T value) -> next.apply(value);
      case Refused<T>(Reason why, String detail) -> refused(why, detail);
    };
  }

  /// @throws Refusal when it was refused
  default T orRefuse() {
    return switch (this) {
      case Done<T>(T value) -> value;
      case Refused<T>(Reason why, String detail) ->
          throw new Refusal(why + ": " + detail, "nothing was changed; see docs/exchange.md");
    };
  }
}
