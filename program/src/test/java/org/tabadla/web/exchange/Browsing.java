package org.tabadla.web.exchange;

import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// A person with a browser: keeps the cookie, fills in the form's token, follows no redirect by
/// itself.
final class Browsing {
  private static final Pattern TOKEN =
      Pattern.compile("name=\"form-token\" value=\"([0-9a-f]{64})\"");

  private final HttpClient client = HttpClient.newHttpClient();
  private final String base;
  private @Nullable String cookie;
  private String token = "";

  Browsing(String base) {
    this.base = base;
  }

  HttpResponse<String> get(String path, String... headers) {
    HttpResponse<String> answer = send(request(path, headers).GET().build());
    Matcher m = TOKEN.matcher(answer.body());
    if (m.find()) {
      token = m.group(1);
    }
    return answer;
  }

  /// Sends a form with the token of the last page.
  ///
  /// @param fields names and values in turn
  HttpResponse<String> post(String path, String... fields) {
    return postAs(path, token, fields);
  }

  HttpResponse<String> postAs(String path, String formToken, String... fields) {
    List<String> pairs = new ArrayList<>();
    pairs.add("form-token=" + formToken);
    for (int i = 0; i < fields.length; i += 2) {
      pairs.add(fields[i] + "=" + URLEncoder.encode(fields[i + 1], StandardCharsets.UTF_8));
    }
    return keep(
        send(
            request(path, "Content-Type", "application/x-www-form-urlencoded")
                .POST(HttpRequest.BodyPublishers.ofString(String.join("&", pairs)))
                .build()));
  }

  /// Sends one file with a form.
  HttpResponse<String> upload(String path, String name, String content, String... fields) {
    var body = new StringBuilder();
    List<String> all = new ArrayList<>(List.of("form-token", token));
    all.addAll(List.of(fields));
    for (int i = 0; i < all.size(); i += 2) {
      body.append("--part\r\nContent-Disposition: form-data; name=\"").append(all.get(i));
      body.append("\"\r\n\r\n").append(all.get(i + 1)).append("\r\n");
    }
    body.append("--part\r\nContent-Disposition: form-data; name=\"files\"; filename=\"")
        .append(name);
    body.append("\"\r\nContent-Type: video/mp4\r\n\r\n").append(content).append("\r\n--part--\r\n");
    return keep(
        send(
            request(path, "Content-Type", "multipart/form-data; boundary=part")
                .POST(HttpRequest.BodyPublishers.ofString(body.toString()))
                .build()));
  }

  /// Sends what no form of a page sends.
  HttpResponse<String> ask(String method, String path, String body, String... headers) {
    var publisher = HttpRequest.BodyPublishers.ofString(body);
    return send(request(path, headers).method(method, publisher).build());
  }

  /// The token of the last page's form, as a script finds it; 0 where there was none.
  String formToken() {
    return token.isEmpty() ? "0" : token;
  }

  /// The session, for a client of another make.
  @Nullable String cookie() {
    return cookie;
  }

  void forget() {
    cookie = null;
  }

  private HttpRequest.Builder request(String path, String... headers) {
    var request = HttpRequest.newBuilder(URI.create(base + path)).timeout(Duration.ofSeconds(30));
    if (headers.length > 0) {
      request.headers(headers);
    }
    if (cookie != null) {
      request.header("Cookie", cookie);
    }
    return request;
  }

  private HttpResponse<String> keep(HttpResponse<String> answer) {
    answer
        .headers()
        .firstValue("Set-Cookie")
        .ifPresent(set -> cookie = set.contains("Max-Age=0") ? null : set.split(";", 2)[0]);
    return answer;
  }

  private HttpResponse<String> send(HttpRequest request) {
    try {
      return client.send(request, HttpResponse.BodyHandlers.ofString());
    } catch (IOException e) {
      throw new java.io.UncheckedIOException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }

  static String location(HttpResponse<String> answer) {
    return answer.headers().firstValue("Location").orElse("");
  }
}
