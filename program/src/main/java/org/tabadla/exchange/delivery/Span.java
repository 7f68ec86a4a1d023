package org.tabadla.exchange.delivery;

import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// The part of a file that somebody asks for (RFC 9110 §14.2; one range, as players and resuming
/// downloads ask).
public sealed interface Span {
  /// All of it.
  record Whole() implements Span {}

  /// Bytes `first` to `last`, both within.
  record Part(long first, long last) implements Span {
    public long length() {
      return last - first + 1;
    }
  }

  /// Nothing of what was asked for is in the file.
  record Outside() implements Span {}

  /// @param header the `Range` header; null when there was none
  /// @param size of the file in bytes
  /// @return all of it for what is no single range of bytes, as §14.2 lets a server do
  static Span of(@Nullable String header, long size) {
    Matcher asked =
        Pattern.compile("bytes=(\\d{0,18})-(\\d{0,18})")
            .matcher(header == null ? "" : header.strip());
    if (!asked.matches() || (asked.group(1).isEmpty() && asked.group(2).isEmpty())) {
      return new Whole();
    }
    if (asked.group(1).isEmpty()) {
      long suffix = Long.parseLong(asked.group(2));
      return suffix == 0 || size == 0
          ? new Outside()
          : new Part(Math.max(0, size - suffix), size - 1);
    }
    long first = Long.parseLong(asked.group(1));
    long last =
        asked.group(2).isEmpty() ? size - 1 : Math.min(size - 1, Long.parseLong(asked.group(2)));
    if (first >= size) {
      return new Outside();
    }
    return last < first ? new Whole() : new Part(first, last);
  }
}
