package org.tabadla.cli;

import java.net.URI;
import java.time.InstantSource;
import java.util.Set;
import org.tabadla.collect.Deliverer;
import org.tabadla.collect.NetworkGuard;
import org.tabadla.config.Settings;
import org.tabadla.exchange.websub.Follower;
import org.tabadla.exchange.websub.Hub;
import org.tabadla.flow.Errands;
import org.tabadla.model.FeedId;

/// WebSub while pages are served: the requests of our hub, and those of our subscriptions at the
/// hubs of others. Our own pages are asked by a way of their own, which leads nowhere else.
public final class HubWork implements AutoCloseable {
  private final Deliverer outside;
  private final Deliverer inside;
  private final Errands hubErrands;
  private final Errands followerErrands;

  /// @param base what this server's addresses begin with for others
  /// @param home what they begin with for itself
  public HubWork(Rooms rooms, Hub hub, String base, String home, InstantSource clock) {
    Settings settings = rooms.settings();
    Follower follower = rooms.follower();
    outside = new Deliverer(new NetworkGuard(settings.allowedHosts()), settings.userAgent(), clock);
    inside =
        new Deliverer(
            new NetworkGuard(Set.of(URI.create(home).getAuthority())), settings.userAgent(), clock);
    hub.open(base, home);
    follower.open(base, rooms.rounds()::soon);
    follower.keepOnly(feed -> rooms.store().feed(FeedId.of(feed)).isPresent());
    hubErrands =
        new Errands(
            "hub",
            hub::due,
            hub::done,
            errand -> errand.home() ? inside.send(errand) : outside.send(errand));
    followerErrands = new Errands("follower", follower::due, follower::done, outside::send);
  }

  public void start() {
    hubErrands.start();
    followerErrands.start();
  }

  @Override
  public void close() {
    hubErrands.close();
    followerErrands.close();
    outside.close();
    inside.close();
  }
}
