package org.tabadla.flow;

import java.time.InstantSource;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.tabadla.collect.Deliverer;
import org.tabadla.collect.Deliverer.Delivery;
import org.tabadla.model.Bytes;

/// Posts what somebody asked for to an address of theirs, signed as the webhooks of standing
/// queries are.
public final class SignedPosts {
  private final Deliverer deliverer;
  private final InstantSource clock;

  public SignedPosts(Deliverer deliverer, InstantSource clock) {
    this.deliverer = deliverer;
    this.clock = clock;
  }

  /// One message.
  ///
  /// @param id the same when it is sent again
  /// @param secret base64
  /// @param json its body
  public record Post(String id, String url, String secret, Bytes json) {}

  /// @return what went wrong, in one line; null when it was taken
  public @Nullable String send(Post post) {
    String time = String.valueOf(clock.instant().getEpochSecond());
    Map<String, String> headers = new LinkedHashMap<>();
    headers.put("Content-Type", "application/json");
    headers.put("webhook-id", post.id());
    headers.put("webhook-timestamp", time);
    headers.put(
        "webhook-signature",
        "v1,"
            + WebhookMessage.signature(
                post.secret(), post.id() + "." + time + ".", post.json().array()));
    return switch (deliverer.post(post.url(), headers, post.json())) {
      case Delivery.Taken _ -> null;
      case Delivery.Refused(String why) -> why;
      case Delivery.Failed(String why, var _) -> why;
    };
  }
}
