package org.tabadla.press;

import com.sun.net.httpserver.Headers;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpHandler;
import java.io.IOException;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// Hands out one outlet's [answers][Answer] over HTTP: GET and HEAD, entity tags and dates (RFC
/// 9110), redirects, 404.
final class Counter implements HttpHandler {
  private static final int OK = 200;
  private static final int MOVED_PERMANENTLY = 301;
  private static final int NOT_MODIFIED = 304;
  private static final int NOT_FOUND = 404;
  private static final int METHOD_NOT_ALLOWED = 405;

  /// The server's way of saying that no body follows.
  private static final int NO_BODY = -1;

  private static final DateTimeFormatter HTTP_DATE =
      DateTimeFormatter.ofPattern("EEE, dd MMM uuuu HH:mm:ss 'GMT'", Locale.ENGLISH);

  private volatile Map<String, Answer> answers = Map.of();

  void serve(Map<String, Answer> edition) {
    answers = Map.copyOf(edition);
  }

  @Override
  public void handle(HttpExchange exchange) throws IOException {
    try (exchange) {
      String method = exchange.getRequestMethod();
      if (!method.equals("GET") && !method.equals("HEAD")) {
        exchange.getResponseHeaders().set("Allow", "GET, HEAD");
        exchange.sendResponseHeaders(METHOD_NOT_ALLOWED, NO_BODY);
        return;
      }
      Headers head = exchange.getResponseHeaders();
      switch (answer(
          exchange.getRequestURI().getRawPath(), exchange.getRequestURI().getRawQuery())) {
        case Answer.Moved moved -> {
          head.set("Location", moved.target());
          exchange.sendResponseHeaders(MOVED_PERMANENTLY, NO_BODY);
        }
        case Answer.Missing missing -> {
          head.set("Content-Type", missing.type());
          send(exchange, NOT_FOUND, missing.body().array());
        }
        case Answer.Leaf leaf -> {
          head.set("Content-Type", leaf.type());
          head.set("ETag", leaf.etag());
          head.set("Last-Modified", httpDate(leaf.modified()));
          if (isUnchanged(exchange.getRequestHeaders(), leaf)) {
            exchange.sendResponseHeaders(NOT_MODIFIED, NO_BODY);
          } else {
            send(exchange, OK, leaf.body().array());
          }
        }
      }
    }
  }

  /// Queries that the outlet does not know (`utm_source` and its like) do not matter.
  private Answer answer(String path, @Nullable String query) {
    Map<String, Answer> now = answers;
    Answer exact = query == null ? null : now.get(path + "?" + query);
    Answer plain = exact != null ? exact : isPost(query) ? null : now.get(path);
    return plain != null ? plain : now.getOrDefault("404", Answer.Missing.plain());
  }

  /// A content system that addresses articles by `?p=number` answers 404 to a number that it does
  /// not have.
  private static boolean isPost(@Nullable String query) {
    return query != null && query.startsWith("p=");
  }

  private static void send(HttpExchange exchange, int status, byte[] body) throws IOException {
    boolean empty = exchange.getRequestMethod().equals("HEAD") || body.length == 0;
    exchange.sendResponseHeaders(status, empty ? NO_BODY : body.length);
    if (!empty) {
      exchange.getResponseBody().write(body);
    }
  }

  /// The tag decides where there is one (RFC 9110 §13.2.2).
  private static boolean isUnchanged(Headers asked, Answer.Leaf leaf) {
    String tags = asked.getFirst("If-None-Match");
    if (tags != null) {
      return List.of(tags.replace("W/", "").split("\\s*,\\s*", -1)).contains(leaf.etag())
          || tags.strip().equals("*");
    }
    String since = asked.getFirst("If-Modified-Since");
    if (since == null) {
      return false;
    }
    try {
      Instant seen = OffsetDateTime.parse(since, DateTimeFormatter.RFC_1123_DATE_TIME).toInstant();
      return !leaf.modified().truncatedTo(ChronoUnit.SECONDS).isAfter(seen);
    } catch (DateTimeException _) {
      // RFC 9110 §13.1.3: a date that is no HTTP date is to be ignored.
      return false;
    }
  }

  private static String httpDate(Instant moment) {
    return HTTP_DATE.format(moment.atOffset(ZoneOffset.UTC));
  }
}
