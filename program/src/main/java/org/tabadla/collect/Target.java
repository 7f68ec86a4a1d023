package org.tabadla.collect;

import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.tabadla.address.Address;

/// An http(s) address taken apart for a request; name, password and fragment are left off.
///
/// @param scheme `http` or `https`
/// @param host in ASCII, lower case, addresses in their plain notation; an IPv6 address without its
///   brackets
/// @param port always given
/// @param path with the query, as it is sent
record Target(String scheme, String host, int port, String path) {
  private static final int HTTP_PORT = 80;
  private static final int HTTPS_PORT = 443;

  /// @return what `url` means to a browser; empty when it is no http(s) address
  static Optional<Target> of(String url) {
    return ofParsed(Address.web(url, null));
  }

  /// @return what `reference` means when it is found at this address
  Optional<Target> resolve(String reference) {
    return ofParsed(Address.web(reference, url()));
  }

  /// @param href in the form in which the URL standard writes addresses
  private static Optional<Target> ofParsed(@Nullable String href) {
    if (href == null) {
      return Optional.empty();
    }
    int colon = href.indexOf("://");
    String scheme = href.substring(0, colon);
    int start = colon + 3;
    int slash = href.indexOf('/', start);
    int password = href.lastIndexOf('@', slash);
    String authority = href.substring(Math.max(start, password + 1), slash);
    int hash = href.indexOf('#', slash);
    String path = href.substring(slash, hash < 0 ? href.length() : hash);
    int end = authority.endsWith("]") ? -1 : authority.lastIndexOf(':');
    int port =
        end < 0
            ? defaultPort(scheme)
            : Integer.parseInt(authority, end + 1, authority.length(), 10);
    String host = end < 0 ? authority : authority.substring(0, end);
    String bare = host.startsWith("[") ? host.substring(1, host.length() - 1) : host;
    return Optional.of(new Target(scheme, bare, port, path));
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
