package org.tabadla.exchange.websub;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// What a subscriber asks a hub (WebSub §5.1), not yet verified.
///
/// @param lease how long it is to last, within what this hub gives
/// @param secret what notices are to be signed with, or null
public record Intent(
    Mode mode, String topic, String callback, Duration lease, @Nullable String secret) {
  static final Duration SHORTEST_LEASE = Duration.ofMinutes(5);
  static final Duration USUAL_LEASE = Duration.ofDays(10);
  static final Duration LONGEST_LEASE = Duration.ofDays(30);

  /// A secret must be shorter than this (WebSub §5.1).
  private static final int SECRET_LIMIT_BYTES = 200;

  private static final Pattern SECONDS = Pattern.compile("[0-9]{1,12}");

  /// What is asked.
  public enum Mode {
    SUBSCRIBE,
    UNSUBSCRIBE;

    String written() {
      return name().toLowerCase(Locale.ROOT);
    }
  }

  /// What a form turned out to say.
  public sealed interface Reading {
    /// A subscription is asked for or given up.
    record Asks(Intent intent) implements Reading {}

    /// A publisher says that a topic has news. (This hub looks by itself; being told is quicker.)
    record Publishes(String topic) implements Reading {}

    /// @param why names the parameter and the fault
    record Wrong(String why) implements Reading {}
  }

  /// Reads the parameters of a POST to the hub. Parameters that it does not know are left alone.
  ///
  /// @param parameter gives a parameter's value by its name, or null
  public static Reading read(Function<String, @Nullable String> parameter) {
    String mode = String.valueOf(parameter.apply("hub.mode"));
    return switch (mode) {
      case "subscribe" -> asked(Mode.SUBSCRIBE, parameter);
      case "unsubscribe" -> asked(Mode.UNSUBSCRIBE, parameter);
      case "publish" -> {
        String topic = parameter.apply("hub.topic");
        String url = topic == null ? parameter.apply("hub.url") : topic;
        yield url == null || HubAddress.fault(url).isPresent()
            ? new Reading.Wrong("hub.url is missing or no address")
            : new Reading.Publishes(url);
      }
      default -> new Reading.Wrong("hub.mode must be subscribe or unsubscribe");
    };
  }

  private static Reading asked(Mode mode, Function<String, @Nullable String> parameter) {
    String topic = String.valueOf(parameter.apply("hub.topic"));
    String callback = String.valueOf(parameter.apply("hub.callback"));
    String secret = parameter.apply("hub.secret");
    String seconds = parameter.apply("hub.lease_seconds");
    Optional<String> fault =
        HubAddress.fault(parameter.apply("hub.topic"))
            .map(why -> "hub.topic " + why)
            .or(() ->
                HubAddress.fault(parameter.apply("hub.callback"))
                    .map(why -> "hub.callback " + why));
    if (fault.isPresent()) {
      return new Reading.Wrong(fault.get());
    }
    if (secret != null && secret.getBytes(StandardCharsets.UTF_8).length >= SECRET_LIMIT_BYTES) {
      return new Reading.Wrong("hub.secret must be shorter than " + SECRET_LIMIT_BYTES + " bytes");
    }
    if (seconds != null && !seconds.isEmpty() && !SECONDS.matcher(seconds).matches()) {
      return new Reading.Wrong("hub.lease_seconds must be a whole number");
    }
    return new Reading.Asks(
        new Intent(
            mode,
            topic,
            callback,
            lease(seconds),
            secret == null || secret.isEmpty() ? null : secret));
  }

  private static Duration lease(@Nullable String seconds) {
    if (seconds == null || seconds.isEmpty()) {
      return USUAL_LEASE;
    }
    Duration asked = Duration.ofSeconds(Long.parseLong(seconds));
    return asked.compareTo(LONGEST_LEASE) > 0
        ? LONGEST_LEASE
        : asked.compareTo(SHORTEST_LEASE) < 0 ? SHORTEST_LEASE : asked;
  }
}
