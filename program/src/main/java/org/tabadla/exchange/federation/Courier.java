package org.tabadla.exchange.federation;

import java.io.IOException;
import java.util.Map;
import org.tabadla.exchange.signed.HttpMessage;

/// Carries requests to another server; the room that guards the network does it.
public interface Courier {
  /// What came back.
  sealed interface Back {
    /// A whole answer.
    record Answered(HttpMessage message) implements Back {}

    /// None, or one that is not read.
    ///
    /// @param why the value seen and the remedy, in one line
    record Lost(String why) implements Back {}
  }

  /// @param request with its whole address
  /// @param mostBytes an answer above this is not read
  Back send(HttpMessage request, int mostBytes);

  /// Where a file goes as it comes.
  interface Sink {
    /// Called once, before the first byte.
    ///
    /// @param headers by their names in small letters
    /// @return whether the content is wanted
    boolean begins(int status, Map<String, String> headers) throws IOException;

    void take(byte[] bytes, int length) throws IOException;
  }

  /// Asks for a file, of whatever size.
  ///
  /// @return why it broke off; empty when all came that the other side had announced
  java.util.Optional<String> fetch(HttpMessage request, Sink sink);
}
