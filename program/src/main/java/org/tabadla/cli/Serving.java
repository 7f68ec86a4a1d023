package org.tabadla.cli;

/// Pages being served.
///
/// @param address where, as a URL to open
/// @param stop ends the serving
public record Serving(String address, Runnable stop) implements AutoCloseable {
  @Override
  public void close() {
    stop.run();
  }
}
