package org.tabadla.web;

import io.javalin.http.Context;
import io.javalin.http.ForbiddenResponse;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.tabadla.store.Store;
import org.tabadla.store.WatchRecords.Watch;

/// Whose standing queries a request may see and change.
///
/// Where there are accounts, {@link Owners} tells. Where there are none, whoever may reach the
/// machine's own door has all of them: requests must be for one of our own names (against rebinding
/// of names), and what changes something must come from our own page (`Origin`, RFC 6454), so no
/// other site can make a browser do it.
final class WatchDoor {
  private static final List<String> THIS_MACHINE = List.of("localhost", "127.0.0.1", "[::1]");

  private final Store store;
  private final WebOptions.Watches rules;
  private final Shells shells;

  WatchDoor(Store store, WebOptions.Watches rules, Shells shells) {
    this.store = store;
    this.rules = rules;
    this.shells = shells;
  }

  Owner looking(Context ctx) {
    return rules
        .owners()
        .looking(ctx)
        .orElseGet(() -> {
          checkName(ctx);
          return Owner.HOUSE;
        });
  }

  Owner sending(Context ctx) {
    return rules
        .owners()
        .sending(ctx)
        .orElseGet(() -> {
          checkName(ctx);
          checkOrigin(ctx);
          return Owner.HOUSE;
        });
  }

  /// All that somebody may see, oldest first.
  List<Watch> all(Owner owner) {
    return owner.all()
        ? store.watches().all()
        : store.watches().of(Objects.requireNonNullElse(owner.account(), ""));
  }

  /// The one that the address names.
  ///
  /// @throws Missing when it is another's: a stranger learns not even that it is there
  Watch one(Context ctx, Owner owner) {
    return store
        .watches()
        .watch(Routes.key(ctx))
        .filter(owner::has)
        .orElseThrow(() -> new Missing("standing query"));
  }

  private void checkName(Context ctx) {
    if (!rules.open() || !isOurs(ctx.header("Host"))) {
      throw new ForbiddenResponse();
    }
  }

  private static void checkOrigin(Context ctx) {
    String origin = ctx.header("Origin");
    String host = ctx.header("Host");
    if (origin == null || host == null || !origin.replaceFirst("^https?://", "").equals(host)) {
      throw new ForbiddenResponse();
    }
  }

  private boolean isOurs(@Nullable String host) {
    if (host == null) {
      return false;
    }
    String name = host.replaceFirst(":\\d+$", "");
    String ours = shells.base().replaceFirst("^https?://", "").replaceFirst("/.*$", "");
    return THIS_MACHINE.contains(name) || host.equals(ours);
  }
}
