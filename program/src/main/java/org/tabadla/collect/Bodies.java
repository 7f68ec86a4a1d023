package org.tabadla.collect;

import java.io.IOException;
import java.io.InputStream;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// What is wanted of a body.
///
/// @param limitBytes how much of it, unpacked
/// @param sort of what
record Bodies(int limitBytes, Sort sort) {
  /// What is asked for.
  enum Sort {
    /// A page or a feed, whole or not at all.
    PAGE,
    /// A picture, whole or not at all.
    PICTURE,
    /// Anything, of which the beginning is enough.
    START
  }

  static Bodies start(int limitBytes) {
    return new Bodies(limitBytes, Sort.START);
  }

  private boolean whole() {
    return sort != Sort.START;
  }

  static final String REMEDY = "raise the body limit if it is wanted";

  /// A page is what 200 and 203 bring; to whoever asks for the beginning, any success is an answer.
  boolean areWantedWith(int status) {
    return status == 200 || status == 203 || (!whole() && status > 200 && status < 300);
  }

  /// @return why a body with these headers is not read at all
  Optional<String> refusal(Map<String, String> headers, long lengthBytes) {
    if (!whole()) {
      return Optional.empty();
    }
    Optional<String> type = MediaTypes.refusal(headers.get("content-type"));
    if (sort == Sort.PAGE && type.isPresent()) {
      return Optional.of(type.get() + ", neither a page nor a feed; give the page about it");
    }
    return lengthBytes > limitBytes
        ? Optional.of(
            "body of "
                + Lines.size(lengthBytes)
                + " passes the limit of "
                + Lines.size(limitBytes)
                + "; "
                + REMEDY)
        : Optional.empty();
  }

  byte[] read(InputStream in, @Nullable String coding) throws IOException {
    return whole()
        ? Unpacking.read(in, coding, limitBytes)
        : Unpacking.readStart(in, coding, limitBytes);
  }
}
