package org.tabadla.model;

import java.time.Duration;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// What came of an {@link Errand}.
public sealed interface Answered {
  /// An answer, of any status; redirects are not followed.
  ///
  /// @param headers by lower-case name
  /// @param body of a success, as much as was wanted of it; else empty
  /// @param pause how long the other side asked us to wait, at most a day; null when it did not
  record Replied(int status, Map<String, String> headers, Bytes body, @Nullable Duration pause)
      implements Answered {
    private static final int SUCCESS = 200;
    private static final int AFTER_SUCCESS = 300;

    public Replied {
      headers = Map.copyOf(headers);
    }

    public boolean isSuccess() {
      return status >= SUCCESS && status < AFTER_SUCCESS;
    }
  }

  /// An address where we do not go: asking again changes nothing.
  ///
  /// @param why with the value seen and the remedy, in one line
  record Barred(String why) implements Answered {}

  /// No answer, or a broken one; there may be one later.
  record Broken(String why) implements Answered {}
}
