package org.tabadla.exchange.websub;

import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// A subscription of ours at somebody's hub.
///
/// @param id the last step of its callback, which nobody can guess
/// @param feed the address of the feed that it makes quicker
/// @param topic what is subscribed to: the feed's own name for itself
/// @param hub the hub that the feed names
/// @param at where the hub is asked now, after redirects
/// @param secret what notices must be signed with
/// @param state how it stands
/// @param asked when the hub was asked last and may come back to verify it, or null
/// @param ends when the lease is over, or null before it began
/// @param next when the hub is asked again
/// @param failures since the last time that went well
/// @param trouble what went wrong last, or null
public record Following(
    String id,
    String feed,
    String topic,
    String hub,
    String at,
    String secret,
    State state,
    @Nullable Instant asked,
    @Nullable Instant ends,
    Instant next,
    int failures,
    @Nullable String trouble) {
  private static final Duration FIRST_PAUSE = Duration.ofMinutes(1);
  private static final Duration LONGEST_PAUSE = Duration.ofHours(12);
  private static final int MOST_DOUBLINGS = 12;

  /// How it stands.
  public enum State {
    /// To be asked for, or asked for and not verified.
    WANTED,
    /// Verified: notices come.
    ACTIVE,
    /// The hub said no.
    DENIED,
    /// To be given up.
    LEAVING
  }

  static Following wanted(String feed, String topic, String hub, Instant now) {
    return new Following(
        Unguessable.word(),
        feed,
        topic,
        hub,
        hub,
        Unguessable.word(),
        State.WANTED,
        null,
        null,
        now,
        0,
        null);
  }

  Following asking(Instant now, Duration patience) {
    return new Following(
        id, feed, topic, hub, at, secret, state, now, ends, now.plus(patience), failures, trouble);
  }

  /// Sent on by the hub.
  Following sentTo(String address, Instant now) {
    return new Following(
        id, feed, topic, hub, address, secret, state, asked, ends, now, failures + 1, trouble);
  }

  Following accepted() {
    return new Following(
        id, feed, topic, hub, hub, secret, state, asked, ends, next, failures, null);
  }

  Following active(Instant until, Instant renew) {
    return new Following(
        id, feed, topic, hub, hub, secret, State.ACTIVE, asked, until, renew, 0, null);
  }

  Following denied(String why, Instant again) {
    return new Following(
        id, feed, topic, hub, hub, secret, State.DENIED, null, null, again, 0, why);
  }

  Following leaving(Instant now) {
    return new Following(
        id, feed, topic, hub, hub, secret, State.LEAVING, null, ends, now, 0, null);
  }

  /// @param pause the pause that the hub asked for, or null
  Following failed(String why, @Nullable Duration pause, Instant now) {
    Duration own = pause(failures);
    Instant again = now.plus(pause != null && pause.compareTo(own) > 0 ? pause : own);
    return new Following(
        id, feed, topic, hub, hub, secret, state, asked, ends, again, failures + 1, why);
  }

  /// Failures double the wait, from a minute up to half a day.
  static Duration pause(int failures) {
    Duration pause = FIRST_PAUSE.multipliedBy(1L << Math.min(failures, MOST_DOUBLINGS));
    return pause.compareTo(LONGEST_PAUSE) > 0 ? LONGEST_PAUSE : pause;
  }
}
