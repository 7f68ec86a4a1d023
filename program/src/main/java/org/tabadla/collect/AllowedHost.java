package org.tabadla.collect;

import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.tabadla.model.Refusal;

/// A host that the operator lets us reach wherever it is.
///
/// @param host as {@link Target} writes hosts
/// @param port the only port that is meant; -1 for any
record AllowedHost(String host, int port) {
  private static final int ANY_PORT = -1;
  private static final Pattern WITH_PORT = Pattern.compile("([^:]+|\\[.+]):([0-9]{1,5})");

  /// @param text `name`, `name:port`, `10.0.0.7`, `::1`, `[::1]:8080`
  /// @throws Refusal when it is none of these
  static AllowedHost of(String text) {
    String name = text.strip();
    Matcher match = WITH_PORT.matcher(name);
    boolean hasPort = match.matches();
    String bare = hasPort ? match.group(1) : name;
    String bracketed = bare.indexOf(':') >= 0 && !bare.startsWith("[") ? "[" + bare + "]" : bare;
    Target target =
        Target.of("http://" + bracketed + "/")
            .filter(t -> t.path().equals("/") && !bare.contains("@"))
            .orElseThrow(() ->
                new Refusal(
                    "[allowed hosts] no host: " + Lines.brief(text),
                    "Write a name or an address, with :port where it matters."));
    return new AllowedHost(target.host(), hasPort ? Integer.parseInt(match.group(2)) : ANY_PORT);
  }

  boolean means(String host, int port) {
    return this.host.equals(host) && (this.port == ANY_PORT || this.port == port);
  }
}
