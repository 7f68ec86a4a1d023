package org.tabadla.address;

import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// A URL in parts, as the [URL Standard](https://url.spec.whatwg.org/#url-representation) cuts it.
///
/// @param host serialized; null when the URL has no authority, "" when it has an empty one
/// @param port -1 when it is the scheme's own
/// @param opaque the path of `mailto:` and the like, kept as one string; null for a path of
///   segments
/// @param path the segments, empty when `opaque` is there
record Url(
    String scheme,
    String user,
    String password,
    @Nullable String host,
    int port,
    @Nullable String opaque,
    List<String> path,
    @Nullable String query,
    @Nullable String fragment) {
  static final int NO_PORT = -1;

  private static final Set<String> SPECIAL = Set.of("http", "https", "ws", "wss", "ftp", "file");

  static boolean isSpecial(String scheme) {
    return SPECIAL.contains(scheme);
  }

  static int defaultPort(String scheme) {
    return switch (scheme) {
      case "http", "ws" -> 80;
      case "https", "wss" -> 443;
      case "ftp" -> 21;
      default -> NO_PORT;
    };
  }

  boolean isWeb() {
    return scheme.equals("http") || scheme.equals("https");
  }

  /// @return the path as it stands in the address
  String pathText() {
    if (opaque != null) {
      return opaque;
    }
    var out = new StringBuilder();
    path.forEach(segment -> out.append('/').append(segment));
    return out.toString();
  }

  /// @return the whole address
  String href() {
    var out = new StringBuilder(64).append(scheme).append(':');
    if (host != null) {
      out.append("//");
      if (!user.isEmpty() || !password.isEmpty()) {
        out.append(user);
        if (!password.isEmpty()) {
          out.append(':').append(password);
        }
        out.append('@');
      }
      out.append(host);
      if (port != NO_PORT) {
        out.append(':').append(port);
      }
    } else if (opaque == null && path.size() > 1 && path.getFirst().isEmpty()) {
      // Without this a path that begins with "//" would read as an authority.
      out.append("/.");
    }
    out.append(pathText());
    if (query != null) {
      out.append('?').append(query);
    }
    if (fragment != null) {
      out.append('#').append(fragment);
    }
    return out.toString();
  }
}
