package org.tabadla.exchange.websub;

import java.net.URI;
import java.net.URISyntaxException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// Callback and topic addresses as the protocol handles them.
final class HubAddress {
  private static final int LONGEST_CHARS = 2_000;
  private static final Pattern PRINTABLE = Pattern.compile("[!-~]+");
  private static final Pattern SECOND_LEVEL =
      Pattern.compile("(?:ac|co|com|edu|gov|net|org|gob|go|or|ne)");
  private static final Pattern LITERAL = Pattern.compile("\\[.*]|[0-9.]+");

  private HubAddress() {}

  /// @return why it cannot be used; empty for an absolute http(s) address without name, password
  ///   and fragment, of at most 2,000 characters of ASCII
  static Optional<String> fault(@Nullable String url) {
    if (url == null || url.isEmpty()) {
      return Optional.of("is missing");
    }
    if (url.length() > LONGEST_CHARS) {
      return Optional.of("has " + url.length() + " characters, at most " + LONGEST_CHARS);
    }
    if (!PRINTABLE.matcher(url).matches()) {
      return Optional.of("is not printable ASCII; escape it");
    }
    try {
      var uri = new URI(url);
      boolean web =
          "http".equalsIgnoreCase(uri.getScheme()) || "https".equalsIgnoreCase(uri.getScheme());
      if (!web || uri.getHost() == null) {
        return Optional.of("is no absolute http or https address");
      }
      return uri.getRawUserInfo() != null || uri.getRawFragment() != null
          ? Optional.of("has a user name or a fragment")
          : Optional.empty();
    } catch (URISyntaxException e) {
      return Optional.of("is no address");
    }
  }

  /// @param url one without fault
  /// @return whose it is, about as the registries sell names: what counts against the limits and
  ///   waits its turn together
  static String site(String url) {
    String host = String.valueOf(URI.create(url).getHost()).toLowerCase(Locale.ROOT);
    if (LITERAL.matcher(host).matches()) {
      return host;
    }
    String[] labels = host.split("\\.", -1);
    int kept =
        labels.length > 2 && SECOND_LEVEL.matcher(labels[labels.length - 2]).matches() ? 3 : 2;
    int from = Math.max(0, labels.length - kept);
    return String.join(".", java.util.Arrays.asList(labels).subList(from, labels.length));
  }

  /// @param url one without fault
  /// @return what a `Location` found there means; "" when it means nothing
  static String resolved(String url, String location) {
    try {
      return URI.create(url).resolve(new URI(location.strip())).toString();
    } catch (URISyntaxException e) {
      return "";
    }
  }

  /// @return the address with further parameters behind those that it has
  static String with(String url, Map<String, String> parameters) {
    return url + (url.indexOf('?') < 0 ? "?" : "&") + form(parameters);
  }

  /// @return parameters as `application/x-www-form-urlencoded`
  static String form(Map<String, String> parameters) {
    var out = new StringBuilder();
    parameters.forEach((name, value) ->
        out.append(out.isEmpty() ? "" : "&")
            .append(URLEncoder.encode(name, StandardCharsets.UTF_8))
            .append('=')
            .append(URLEncoder.encode(value, StandardCharsets.UTF_8)));
    return out.toString();
  }
}
