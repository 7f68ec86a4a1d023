package org.tabadla.web;

import io.javalin.http.Context;
import java.net.InetAddress;
import java.util.Optional;
import java.util.Set;

/// Takes whoever sits at this machine for its operator: the request comes from the loopback
/// interface, through no proxy, and names this machine, so that no foreign page can be mistaken for
/// it (DNS rebinding).
public final class Loopback implements Who {
  private static final Set<String> NAMES = Set.of("127.0.0.1", "localhost", "[::1]");
  private static final Actor OPERATOR = new Actor("operator", "operator", "operator");

  @Override
  public Optional<Actor> of(Context ctx) {
    boolean here =
        isLoopback(ctx.req().getRemoteAddr())
            && ctx.header("X-Forwarded-For") == null
            && ctx.header("Forwarded") == null
            && NAMES.contains(ctx.req().getServerName());
    return here ? Optional.of(OPERATOR) : Optional.empty();
  }

  private static boolean isLoopback(String address) {
    try {
      // A literal address, so nothing is looked up.
      return InetAddress.ofLiteral(address).isLoopbackAddress();
    } catch (IllegalArgumentException e) {
      return false;
    }
  }
}
