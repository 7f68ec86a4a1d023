package org.tabadla.collect;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/// Decides where the collector may connect to: only http(s), no port that speaks another protocol,
/// and only the public internet, unless the operator named the host.
///
/// An address in the text of a URL is judged by {@link #refusal}; a name is judged again when it is
/// resolved ({@link #resolve}), and the connection goes to exactly the addresses that passed, so a
/// name cannot change its mind in between (DNS rebinding).
public final class NetworkGuard {
  /// Endings of names that never leave the local network (RFC 6761, 6762, 7686, 8375 and custom).
  private static final List<String> LOCAL_ENDINGS =
      List.of(
          "localhost",
          "localdomain",
          "local",
          "internal",
          "intranet",
          "private",
          "corp",
          "home",
          "lan",
          "home.arpa",
          "onion",
          "test",
          "invalid");

  /// The one notation that parsing an address leaves, however it was written (`0x7f.1`).
  private static final Pattern IPV4 = Pattern.compile("[0-9]{1,3}(?:\\.[0-9]{1,3}){3}");

  private final List<AllowedHost> allowedHosts;

  /// @param allowedHosts hosts, or `host:port`, that may be reached wherever they are; case does
  ///   not matter
  /// @throws org.tabadla.model.Refusal when one of them is no host
  public NetworkGuard(Set<String> allowedHosts) {
    this.allowedHosts =
        allowedHosts.stream().filter(h -> !h.isBlank()).map(AllowedHost::of).toList();
  }

  /// @return why the URL is not to be fetched, in one line with the remedy; empty when nothing in
  ///   its text speaks against it
  public Optional<String> refusal(String url) {
    Optional<Target> target = Target.of(url);
    return target.isEmpty()
        ? Optional.of(
            "["
                + Lines.brief(url)
                + "] no http(s) address; give one that starts with http:// or https://")
        : refusal(target.get());
  }

  /// @return whether the text of a URL speaks for a place on the public internet; names are taken
  ///   to resolve to public addresses
  public boolean mayReach(String input) {
    return refusal(input).isEmpty();
  }

  Optional<String> refusal(Target target) {
    if (isNamed(target.host(), target.port())) {
      return Optional.empty();
    }
    if (Ports.speakAnotherProtocol(target.port())) {
      return Optional.of(
          line(target, "port " + target.port() + " is not a web port")
              + "; give an address with a web port");
    }
    String host =
        target.host().endsWith(".")
            ? target.host().substring(0, target.host().length() - 1)
            : target.host();
    Optional<InetAddress> literal = literal(host);
    if (literal.isPresent()) {
      return AddressBlocks.whyNotPublic(literal.get())
          .map(why -> notPublic(target, literal.get().getHostAddress(), why));
    }
    return isLocalName(host)
        ? Optional.of(notPublic(target, host, "a name of the local network"))
        : Optional.empty();
  }

  /// Looks a host up and keeps the addresses that may be connected to.
  ///
  /// @throws Blocked when it has addresses but none of them is public
  List<InetAddress> resolve(String host, int port) throws UnknownHostException {
    InetAddress[] all = InetAddress.getAllByName(host);
    if (isNamed(host, port)) {
      return List.of(all);
    }
    var open = new ArrayList<InetAddress>(all.length);
    String why = "none";
    for (InetAddress address : all) {
      Optional<String> reason = AddressBlocks.whyNotPublic(address);
      if (reason.isEmpty()) {
        open.add(address);
      } else {
        why = address.getHostAddress() + " is not public (" + reason.get() + ")";
      }
    }
    if (open.isEmpty()) {
      throw new Blocked(why + "; " + remedy(host));
    }
    return open;
  }

  private boolean isNamed(String host, int port) {
    return allowedHosts.stream().anyMatch(allowed -> allowed.means(host, port));
  }

  private static boolean isLocalName(String host) {
    if (host.indexOf('.') < 0) {
      return true;
    }
    return LOCAL_ENDINGS.stream().anyMatch(ending -> host.endsWith("." + ending));
  }

  private static Optional<InetAddress> literal(String host) {
    return host.indexOf(':') >= 0 || IPV4.matcher(host).matches()
        ? Optional.of(InetAddress.ofLiteral(host))
        : Optional.empty();
  }

  private static String notPublic(Target target, String value, String why) {
    return line(target, value + " is not public (" + why + ")") + "; " + remedy(target.host());
  }

  private static String line(Target target, String what) {
    return "[" + target.authority() + "] " + what;
  }

  private static String remedy(String host) {
    return "name " + host + " among the allowed hosts if it is yours";
  }

  /// A name whose addresses are all out of bounds; the message says which and why.
  static final class Blocked extends UnknownHostException {
    private static final long serialVersionUID = 1L;

    Blocked(String message) {
      super(message);
    }
  }
}
