package org.tabadla.exchange.websub;

import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.tabadla.model.Digest;

/// Who hears of a topic's news, and what they heard last. Its intent was verified.
///
/// @param secret what notices are signed with, or null
/// @param ends when the lease is over
/// @param told the hash of the content that the subscriber has or had at the start
/// @param failures notices that failed since the last that was taken
/// @param again when a notice that failed is tried again, or null
/// @param trouble why the last one failed, or null
public record Subscription(
    String topic,
    String callback,
    @Nullable String secret,
    Instant ends,
    String told,
    int failures,
    @Nullable Instant again,
    @Nullable String trouble) {
  private static final Duration FIRST_PAUSE = Duration.ofSeconds(30);
  private static final Duration LONGEST_PAUSE = Duration.ofHours(6);
  private static final int MOST_DOUBLINGS = 12;

  static String key(String topic, String callback) {
    return Digest.sha256(
        (topic + "\n" + callback).getBytes(java.nio.charset.StandardCharsets.UTF_8));
  }

  String key() {
    return key(topic, callback);
  }

  boolean isOver(Instant now) {
    return !now.isBefore(ends);
  }

  /// Whether a notice may be tried now.
  boolean isReady(Instant now) {
    return !isOver(now) && (again == null || !now.isBefore(again));
  }

  Subscription taken(String hash) {
    return new Subscription(topic, callback, secret, ends, hash, 0, null, null);
  }

  /// @param asked the pause that the other side asked for, or null
  Subscription failed(String why, @Nullable Duration asked, Instant now) {
    Duration pause = pause(failures);
    Instant next = now.plus(asked != null && asked.compareTo(pause) > 0 ? asked : pause);
    return new Subscription(topic, callback, secret, ends, told, failures + 1, next, why);
  }

  /// Failures double the wait, from half a minute up to six hours.
  static Duration pause(int failures) {
    Duration pause = FIRST_PAUSE.multipliedBy(1L << Math.min(failures, MOST_DOUBLINGS));
    return pause.compareTo(LONGEST_PAUSE) > 0 ? LONGEST_PAUSE : pause;
  }
}
