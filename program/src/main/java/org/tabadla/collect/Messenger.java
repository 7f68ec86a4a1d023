package org.tabadla.collect;

import java.io.IOException;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.tabadla.model.Bytes;

/// Talks to other servers that people named: one request, one answer, or a file of whatever size;
/// only where the guard lets, without redirects. Safe for use by many threads; blocks while it
/// waits.
public final class Messenger implements AutoCloseable {
  private static final Duration LONGEST = Duration.ofSeconds(60);

  private final NetworkGuard guard;
  private final String userAgent;
  private final Wire wire;

  public Messenger(NetworkGuard guard, String userAgent) {
    this.guard = guard;
    this.userAgent = userAgent;
    this.wire = new Wire(guard);
  }

  /// What came back.
  public sealed interface Reply {
    /// @param headers by their names in small letters
    /// @param body empty unless the status is 200; cut at the limit
    record Whole(int status, Map<String, String> headers, Bytes body) implements Reply {}

    /// @param why the value seen and the remedy, in one line
    record None(String why) implements Reply {}
  }

  /// Where a file goes as it comes.
  public interface Taker {
    /// Called once, before the first byte.
    ///
    /// @param headers by their names in small letters
    /// @return whether the content is wanted
    boolean begins(int status, Map<String, String> headers) throws IOException;

    void take(byte[] bytes, int length) throws IOException;
  }

  /// Asks once.
  ///
  /// @param method `GET` or `POST`
  public Reply send(
      String method, String url, Map<String, String> headers, Bytes body, int mostBytes) {
    Optional<Target> target = Target.of(url);
    Optional<String> refusal = guard.refusal(url);
    if (target.isEmpty() || refusal.isPresent()) {
      return new Reply.None(refusal.orElse(url));
    }
    var bodies = Bodies.start(mostBytes);
    Map<String, String> all = named(headers);
    Answer answer =
        ScopedValue.where(Deadline.CURRENT, Deadline.in(LONGEST))
            .call(() ->
                method.equals("POST")
                    ? wire.post(target.get(), all, body, bodies)
                    : wire.get(target.get(), all, bodies));
    String at = "[" + target.get().authority() + "] ";
    return switch (answer) {
      case Answer.Whole(int status, var back, Bytes content) ->
          new Reply.Whole(status, back, content);
      case Answer.Unwanted(String why) -> new Reply.None(at + why);
      case Answer.Broken(String why) -> new Reply.None(at + why);
    };
  }

  /// Asks for a file. There is no limit of time as long as bytes come.
  ///
  /// @return why it broke off; empty when all came that was announced
  public Optional<String> fetch(String url, Map<String, String> headers, Taker taker) {
    Optional<Target> target = Target.of(url);
    Optional<String> refusal = guard.refusal(url);
    return target.isEmpty() || refusal.isPresent()
        ? Optional.of(refusal.orElse(url))
        : wire.stream(target.get(), named(headers), taker)
            .map(why -> "[" + target.get().authority() + "] " + why);
  }

  private Map<String, String> named(Map<String, String> headers) {
    var all = new LinkedHashMap<>(headers);
    all.put("User-Agent", userAgent);
    return all;
  }

  @Override
  public void close() {
    wire.close();
  }
}
