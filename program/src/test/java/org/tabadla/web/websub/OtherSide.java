package org.tabadla.web.websub;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.URLDecoder;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Executors;
import java.util.function.BooleanSupplier;
import java.util.stream.Collectors;
import org.tabadla.model.Bytes;

/// The other side of a conversation: a server on loopback that answers as a test tells it and
/// remembers what it was asked. And a client, for what that side asks by itself.
final class OtherSide implements AutoCloseable {
  private static final HttpClient CLIENT = HttpClient.newHttpClient();
  private static final Duration PATIENCE = Duration.ofSeconds(20);

  private final HttpServer server;
  private final List<Got> got = new CopyOnWriteArrayList<>();
  private volatile Behaviour behaviour;

  /// A request as it came.
  record Got(
      String method,
      String path,
      Map<String, String> query,
      Map<String, String> headers,
      Bytes body) {
    String header(String name) {
      return headers.getOrDefault(name.toLowerCase(java.util.Locale.ROOT), "");
    }

    String text() {
      return new String(body.array(), StandardCharsets.UTF_8);
    }

    Map<String, String> form() {
      return parameters(text());
    }
  }

  record Reply(int status, Map<String, String> headers, String body) {
    static Reply of(int status) {
      return new Reply(status, Map.of(), "");
    }

    static Reply text(String body) {
      return new Reply(200, Map.of("Content-Type", "text/plain"), body);
    }

    static Reply typed(String type, String body) {
      return new Reply(200, Map.of("Content-Type", type), body);
    }
  }

  @FunctionalInterface
  interface Behaviour {
    Reply answer(Got got);
  }

  OtherSide(Behaviour behaviour) throws IOException {
    this.behaviour = behaviour;
    server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 200);
    server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
    server.createContext("/", this::serve);
    server.start();
  }

  /// A subscriber that means what it asked.
  static OtherSide willing() throws IOException {
    return new OtherSide(OtherSide::echo);
  }

  static Reply echo(Got got) {
    return got.method().equals("GET")
        ? Reply.text(got.query().getOrDefault("hub.challenge", ""))
        : Reply.of(204);
  }

  private void serve(HttpExchange exchange) throws IOException {
    URI uri = exchange.getRequestURI();
    Map<String, String> headers = new LinkedHashMap<>();
    exchange
        .getRequestHeaders()
        .forEach((name, values) ->
            headers.put(name.toLowerCase(java.util.Locale.ROOT), String.join(", ", values)));
    var each =
        new Got(
            exchange.getRequestMethod(),
            uri.getPath(),
            parameters(uri.getRawQuery() == null ? "" : uri.getRawQuery()),
            headers,
            new Bytes(exchange.getRequestBody().readAllBytes()));
    if (uri.getPath().equals("/robots.txt")) {
      exchange.sendResponseHeaders(404, -1);
    } else {
      got.add(each);
      Reply reply = behaviour.answer(each);
      reply.headers().forEach((name, value) -> exchange.getResponseHeaders().set(name, value));
      byte[] body = reply.body().getBytes(StandardCharsets.UTF_8);
      exchange.sendResponseHeaders(reply.status(), body.length == 0 ? -1 : body.length);
      if (body.length > 0) {
        exchange.getResponseBody().write(body);
      }
    }
    exchange.close();
  }

  static Map<String, String> parameters(String form) {
    Map<String, String> out = new LinkedHashMap<>();
    for (String pair : form.split("&", -1)) {
      int equals = pair.indexOf('=');
      if (equals > 0) {
        out.put(
            URLDecoder.decode(pair.substring(0, equals), StandardCharsets.UTF_8),
            URLDecoder.decode(pair.substring(equals + 1), StandardCharsets.UTF_8));
      }
    }
    return out;
  }

  void behave(Behaviour next) {
    behaviour = next;
  }

  int port() {
    return server.getAddress().getPort();
  }

  String url(String path) {
    return "http://127.0.0.1:" + port() + path;
  }

  List<Got> got(String method) {
    return got.stream().filter(each -> each.method().equals(method)).toList();
  }

  List<Got> got(String method, String path) {
    return got(method).stream().filter(each -> each.path().equals(path)).toList();
  }

  static void until(BooleanSupplier met) {
    until(met, (int) PATIENCE.toSeconds());
  }

  static void until(BooleanSupplier met, int seconds) {
    long end = System.nanoTime() + Duration.ofSeconds(seconds).toNanos();
    while (!met.getAsBoolean()) {
      if (System.nanoTime() > end) {
        throw new AssertionError("not within " + seconds + " s");
      }
      try {
        Thread.sleep(20);
      } catch (InterruptedException e) {
        throw new AssertionError(e);
      }
    }
  }

  static HttpResponse<String> get(String url) {
    return send(HttpRequest.newBuilder(URI.create(url)).GET());
  }

  static HttpResponse<String> post(String url, Map<String, String> form) {
    String body =
        form.entrySet().stream()
            .map(each ->
                each.getKey() + "=" + URLEncoder.encode(each.getValue(), StandardCharsets.UTF_8))
            .collect(Collectors.joining("&"));
    return post(url, Map.of("Content-Type", "application/x-www-form-urlencoded"), body);
  }

  static HttpResponse<String> post(String url, Map<String, String> headers, String body) {
    var request =
        HttpRequest.newBuilder(URI.create(url)).POST(HttpRequest.BodyPublishers.ofString(body));
    headers.forEach(request::header);
    return send(request);
  }

  static HttpResponse<String> send(HttpRequest.Builder request) {
    try {
      return CLIENT.send(request.timeout(PATIENCE).build(), HttpResponse.BodyHandlers.ofString());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      throw new AssertionError(e);
    }
  }

  @Override
  public void close() {
    server.stop(0);
  }
}
