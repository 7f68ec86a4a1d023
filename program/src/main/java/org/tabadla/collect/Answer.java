package org.tabadla.collect;

import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.tabadla.model.Bytes;

/// What one request brought.
sealed interface Answer {
  /// A whole answer.
  ///
  /// @param headers by lower-case name
  /// @param body unpacked; empty where none was wanted with such a status
  record Whole(int status, Map<String, String> headers, Bytes body) implements Answer {
    @Nullable String header(String name) {
      return headers.get(name.toLowerCase(Locale.ROOT));
    }
  }

  /// An answer, or an address, that is not wanted whatever it holds.
  ///
  /// @param why the value seen and the remedy
  record Unwanted(String why) implements Answer {}

  /// No answer, or a broken one.
  ///
  /// @param why the value seen and the remedy
  record Broken(String why) implements Answer {}
}
