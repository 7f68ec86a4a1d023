package org.tabadla.fuzz;

import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.tabadla.model.Bytes;

/// One input: maybe some lines `name: value` of those names that count, then the body. So a seed is
/// readable, and the fuzzer may change what was said about the bytes as well as the bytes.
///
/// ```
/// content-type: text/html; charset=gbk
/// <title>…
/// ```
record FuzzInput(Map<String, String> headers, Bytes body) {
  private static final Set<String> NAMES =
      Set.of("content-type", "content-location", "url", "lang", "now");
  private static final int HEADER_MAX_BYTES = 2_000;

  static FuzzInput of(byte[] bytes) {
    Map<String, String> headers = new HashMap<>();
    int at = 0;
    while (true) {
      int end = at;
      while (end < bytes.length && end - at < HEADER_MAX_BYTES && bytes[end] != '\n') {
        end++;
      }
      if (end == bytes.length || bytes[end] != '\n') {
        break;
      }
      String line = new String(bytes, at, end - at, StandardCharsets.UTF_8);
      int colon = line.indexOf(": ");
      if (colon < 0 || !NAMES.contains(line.substring(0, colon))) {
        break;
      }
      headers.put(line.substring(0, colon), line.substring(colon + 2));
      at = end + 1;
    }
    return new FuzzInput(headers, new Bytes(Arrays.copyOfRange(bytes, at, bytes.length)));
  }

  @Nullable String header(String name) {
    return headers.get(name);
  }

  /// @return the time of the header `now`, or null when it is none
  @Nullable Instant now() {
    try {
      String said = header("now");
      return said == null ? null : Instant.parse(said);
    } catch (DateTimeException e) {
      return null;
    }
  }
}
