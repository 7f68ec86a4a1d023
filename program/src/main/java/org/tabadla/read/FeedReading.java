package org.tabadla.read;

/// What came of reading bytes as a feed.
public sealed interface FeedReading {
  record FeedRead(FeedContent content) implements FeedReading {}

  /// The bytes are no feed.
  ///
  /// @param why in one line, with the value seen
  record NoFeed(String why) implements FeedReading {}
}
