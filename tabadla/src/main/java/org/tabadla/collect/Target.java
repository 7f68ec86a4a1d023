package org.tabadla.collect;

import java.net.IDN;
import java.net.URI;
import java.net.URISyntaxException;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// An http(s) address taken apart for a request.
///
/// @param scheme `http` or `https`
/// @param host in ASCII, lower case; an IPv6 address without its brackets
/// @param port always given
/// @param path with the query, as it is sent
record Target(String scheme, String host, int port, String path) {
  private static final int HTTP_PORT = 80;
  private static final int HTTPS_PORT = 443;

  /// @return the address that `reference` means when it is found at this one
  Optional<Target> resolve(String reference) {
    return of(URI.create(url()), reference);
  }

  static Optional<Target> of(String url) {
    return of(null, url);
  }

  private static Optional<Target> of(@Nullable URI base, String reference) {
    try {
      URI uri = new URI(encoded(reference.strip()));
      URI full = base == null ? uri : base.resolve(uri);
      String scheme = full.getScheme() == null ? "" : full.getScheme().toLowerCase(Locale.ROOT);
      String host = full.getHost();
      if (host == null || !(scheme.equals("http") || scheme.equals("https"))) {
        return Optional.empty();
      }
      int port = full.getPort() >= 0 ? full.getPort() : defaultPort(scheme);
      String path =
          full.getRawPath() == null || full.getRawPath().isEmpty() ? "/" : full.getRawPath();
      String query = full.getRawQuery() == null ? "" : "?" + full.getRawQuery();
      String bare = host.startsWith("[") ? host.substring(1, host.length() - 1) : host;
      return Optional.of(
          new Target(scheme, IDN.toASCII(bare).toLowerCase(Locale.ROOT), port, path + query));
    } catch (URISyntaxException | IllegalArgumentException e) {
      return Optional.empty();
    }
  }

  private static String encoded(String reference) {
    var out = new StringBuilder();
    for (byte b : reference.getBytes(StandardCharsets.UTF_8)) {
      if (b <= ' ' || "\"<>\\^`{|}".indexOf(b) >= 0) {
        out.append('%').append(String.format("%02X", b));
      } else {
        out.append((char) b);
      }
    }
    return out.toString();
  }

  private static int defaultPort(String scheme) {
    return scheme.equals("https") ? HTTPS_PORT : HTTP_PORT;
  }

  /// @return scheme, host and port: what one robots.txt stands for
  String origin() {
    return scheme + "://" + authority();
  }

  /// @return host and, where it is not the scheme's own, port
  String authority() {
    String bracketed = host.indexOf(':') >= 0 ? "[" + host + "]" : host;
    return port == defaultPort(scheme) ? bracketed : bracketed + ":" + port;
  }

  String url() {
    return origin() + path;
  }
}
