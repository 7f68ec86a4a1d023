package org.tabadla.exchange.websub;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.tabadla.model.Answered;
import org.tabadla.model.Bytes;
import org.tabadla.model.Errand;

/// What a hub asks, and of whom: its own server for a topic, subscribers whether they meant it.
///
/// @param base what this server's addresses begin with for others
/// @param home what they begin with for itself
record HubErrands(String base, String home) {
  static final HubErrands CLOSED = new HubErrands("", "");

  private static final Pattern FEED =
      Pattern.compile("/(?:[^?#]*/)?feed\\.[a-z0-9]{1,12}(?:\\?.*)?");
  private static final Pattern UNSAFE = Pattern.compile("(?:^|/)\\.{1,2}(?:/|$)|//|\\\\");
  private static final int CHALLENGE_LIMIT_BYTES = 1_024;
  private static final int CONTENT_LIMIT_BYTES = 4 << 20;
  private static final int OK = 200;
  private static final List<Integer> FOR_NOW = List.of(408, 421, 425, 429);

  /// What a look at a topic showed.
  sealed interface Seen {
    record Holds(Topic.Content content) implements Seen {}

    /// Not given out to readers without an account, or not at all.
    record Closed(String why) implements Seen {}

    /// Nothing that can be relied on; look again.
    record Unclear(String why) implements Seen {}
  }

  boolean isClosed() {
    return base.isEmpty();
  }

  String hub() {
    return base + HubLinks.HUB_PATH;
  }

  /// Tells by the address alone; whether there is such a feed, and for whom, a look shows.
  boolean isOurs(String topic) {
    if (isClosed() || !topic.startsWith(base + "/")) {
      return false;
    }
    String path = topic.substring(base.length());
    int query = path.indexOf('?');
    String steps = query < 0 ? path : path.substring(0, query);
    return FEED.matcher(path).matches() && !UNSAFE.matcher(steps).find();
  }

  Errand look(String key, String topic) {
    return new Errand(
        key,
        true,
        Errand.Method.GET,
        home + topic.substring(base.length()),
        Map.of(),
        Bytes.EMPTY,
        CONTENT_LIMIT_BYTES);
  }

  /// A topic is what names this hub as its hub. A body at the limit may have been cut.
  Seen seen(Answered answered) {
    return switch (answered) {
      case Answered.Barred(String why) -> new Seen.Unclear(why);
      case Answered.Broken(String why) -> new Seen.Unclear(why);
      case Answered.Replied reply -> {
        int status = reply.status();
        if (status >= 500 || FOR_NOW.contains(status)) {
          yield new Seen.Unclear("answered " + status);
        }
        String links = reply.headers().getOrDefault("link", "");
        if (status != OK || !links.contains(HubLinks.hub(hub()))) {
          yield new Seen.Closed("not a feed that is given out to everybody (" + status + ")");
        }
        if (reply.body().size() >= CONTENT_LIMIT_BYTES) {
          yield new Seen.Closed("the feed is larger than " + CONTENT_LIMIT_BYTES + " bytes");
        }
        yield new Seen.Holds(new Topic.Content(reply.headers().get("content-type"), reply.body()));
      }
    };
  }

  Errand verify(String key, Intent intent, String challenge) {
    Map<String, String> asked = new LinkedHashMap<>();
    asked.put("hub.mode", intent.mode().written());
    asked.put("hub.topic", intent.topic());
    asked.put("hub.challenge", challenge);
    if (intent.mode() == Intent.Mode.SUBSCRIBE) {
      asked.put("hub.lease_seconds", String.valueOf(intent.lease().toSeconds()));
    }
    return Errand.get(key, HubAddress.with(intent.callback(), asked), CHALLENGE_LIMIT_BYTES);
  }

  Errand deny(String key, String topic, String callback, String why) {
    Map<String, String> told = new LinkedHashMap<>();
    told.put("hub.mode", "denied");
    told.put("hub.topic", topic);
    told.put("hub.reason", why);
    return Errand.get(key, HubAddress.with(callback, told), CHALLENGE_LIMIT_BYTES);
  }

  /// A notice: the topic's bytes as they are, said to be the topic's, signed where a secret is
  /// shared (WebSub §7).
  Errand tell(String key, Subscription to, Topic.Content content) {
    Map<String, String> headers = new LinkedHashMap<>();
    headers.put(
        "Content-Type", content.type() == null ? "application/octet-stream" : content.type());
    headers.put("Link", HubLinks.header(hub(), to.topic()));
    if (to.secret() != null) {
      headers.put(
          "X-Hub-Signature",
          HubSignature.of(HubSignature.Method.SHA256, to.secret(), content.bytes()));
    }
    return Errand.post(key, to.callback(), headers, content.bytes(), CHALLENGE_LIMIT_BYTES);
  }
}
