package org.tabadla.exchange.websub;

import java.time.Instant;
import java.util.LinkedHashSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.tabadla.model.Bytes;
import org.tabadla.model.Digest;

/// One of this server's feeds that somebody subscribed to, or wants to.
final class Topic {
  final String url;

  /// Keys of its subscriptions.
  final Set<String> subscribers = new LinkedHashSet<>();

  /// The hash of what it held when it was looked at last; empty before the first look.
  String hash = "";

  /// What it held, while somebody is to be told of it.
  @Nullable Content content;

  /// When it is looked at next.
  Instant lookAt = Instant.MAX;

  @Nullable Instant lookedAt;
  boolean looking;

  /// Notices of it that wait for their turn or their answer.
  int notices;

  /// Looks in a row at which it was not given out any more.
  int refusals;

  Topic(String url) {
    this.url = url;
  }

  /// Bytes and their media type, as any reader is given them.
  record Content(@Nullable String type, Bytes bytes) {
    String hash() {
      return Digest.sha256(bytes.array());
    }
  }

  /// One notice less; the content is let go with the last.
  void noticeOver() {
    notices--;
    if (notices == 0) {
      content = null;
    }
  }

  boolean isIdle() {
    return notices == 0 && !looking;
  }

  boolean isKnown() {
    return !hash.isEmpty();
  }

  void holds(Content now) {
    hash = now.hash();
    content = now;
    refusals = 0;
  }
}
