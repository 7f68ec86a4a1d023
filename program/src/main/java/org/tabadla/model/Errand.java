package org.tabadla.model;

import java.util.Map;

/// One request that a room wants made over the network: the room says what, `flow` makes it, and
/// the room is told what came of it ({@link Answered}).
///
/// @param key what the room knows it by
/// @param home whether it goes to this server's own pages, as any reader sees them
/// @param url absolute, http or https
/// @param headers to send beside those that every request has
/// @param body of a POST; empty for a GET
/// @param answerLimitBytes how much of an answer's body is read
public record Errand(
    String key,
    boolean home,
    Method method,
    String url,
    Map<String, String> headers,
    Bytes body,
    int answerLimitBytes) {
  public Errand {
    Checks.notBlank("errand's key", key);
    Checks.notBlank("errand's address", url);
    headers = Map.copyOf(headers);
    if (answerLimitBytes < 0) {
      throw new IllegalArgumentException("answer limit is negative: " + answerLimitBytes);
    }
  }

  /// How it is asked.
  public enum Method {
    GET,
    POST
  }

  /// @return a GET to somebody else's server
  public static Errand get(String key, String url, int answerLimitBytes) {
    return new Errand(key, false, Method.GET, url, Map.of(), Bytes.EMPTY, answerLimitBytes);
  }

  /// @return a POST to somebody else's server
  public static Errand post(
      String key, String url, Map<String, String> headers, Bytes body, int answerLimitBytes) {
    return new Errand(key, false, Method.POST, url, headers, body, answerLimitBytes);
  }
}
