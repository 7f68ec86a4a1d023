package org.tabadla.exchange.websub;

/// Something that a hub has to do.
sealed interface Job {
  /// See what a topic holds now.
  record Look(String topic) implements Job {}

  /// Ask a subscriber whether it meant what was asked in its name.
  ///
  /// @param key of the subscription that is to be or to end
  record Verify(String key) implements Job {}

  /// Tell a subscriber that it will not be told.
  record Deny(String topic, String callback, String why) implements Job {}

  /// Give a subscriber what a topic holds now.
  ///
  /// @param key of the subscription
  record Tell(String topic, String key) implements Job {}
}
