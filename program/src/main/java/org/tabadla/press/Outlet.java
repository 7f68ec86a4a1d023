package org.tabadla.press;

/// One made-up outlet as it is served now.
///
/// @param name as the outlet writes it, in its own script
/// @param lang BCP 47 tag of what it publishes
/// @param host the made-up domain under `.example` that its pages mention; [Gold] names outlets by
///   it
/// @param port where it is served on 127.0.0.1; each outlet has its own, so each is its own host to
///   a visitor
/// @param address what a person adds: its front page, or its sitemap where it has no feed
public record Outlet(String name, String lang, String host, int port, String address) {
  /// @return scheme, host and port without a slash at the end
  public String origin() {
    return "http://127.0.0.1:" + port;
  }
}
