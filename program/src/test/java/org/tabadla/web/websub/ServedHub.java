package org.tabadla.web.websub;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.AtomicReference;
import org.tabadla.collect.Deliverer;
import org.tabadla.collect.NetworkGuard;
import org.tabadla.exchange.websub.Follower;
import org.tabadla.exchange.websub.Hub;
import org.tabadla.exchange.websub.HubLinks;
import org.tabadla.flow.Errands;
import org.tabadla.model.Answered;
import org.tabadla.model.Errand;
import org.tabadla.model.Source;
import org.tabadla.search.Search;
import org.tabadla.store.Store;
import org.tabadla.web.Doors;
import org.tabadla.web.Fixture;
import org.tabadla.web.Web;
import org.tabadla.web.WebOptions;
import org.tabadla.web.Wing;

/// A server with a hub, and a clock that a test moves. Beside the feeds of the press it gives out
/// whatever {@link #notes} holds, in any media type.
final class ServedHub implements AutoCloseable {
  final Store store;
  final String base;
  Hub hub;
  Errands errands;

  /// Path to media type and content.
  final Map<String, List<String>> notes = new LinkedHashMap<>();

  private final AtomicReference<Instant> now = new AtomicReference<>(Fixture.NOW);
  private final AtomicLong changes = new AtomicLong();
  private final NetworkGuard guard;
  private final Deliverer deliverer;
  private final Deliverer inside;
  private final Search search;
  private final Web web;

  ServedHub(Path folder) {
    this(folder, Set.of("127.0.0.1", "localhost"), true);
  }

  /// @param allowed private hosts that may be sent to
  /// @param open whether readers need no account
  ServedHub(Path folder, Set<String> allowed, boolean open) {
    store = Fixture.store(folder);
    search = Fixture.search(folder, store);
    guard = new NetworkGuard(allowed);
    deliverer = new Deliverer(guard, "Tabadla/test", now::get);
    inside = new Deliverer(new NetworkGuard(Set.of("127.0.0.1")), "Tabadla/test", now::get);
    hub = hub();
    var follower = new Follower(store.shelf(), false, guard::refusal, now::get);
    Wing door = doors -> new WebSubWing(hub, follower, 1_000_000).open(doors);
    web =
        new Web(
            store,
            search,
            WebOptions.standard().withHub(open),
            now::get,
            List.of(door, this::openNotes));
    base = "http://127.0.0.1:" + web.start("127.0.0.1", 0);
    open();
  }

  private Hub hub() {
    return new Hub(store.shelf(), guard::refusal, changes::get, now::get);
  }

  private void open() {
    hub.open(base, base);
    errands = new Errands("hub", hub::due, hub::done, this::send);
  }

  private Answered send(Errand errand) {
    return errand.home() ? inside.send(errand) : deliverer.send(errand);
  }

  /// As after `kill -9`: nothing is left but the store.
  void killed() {
    errands.close();
    hub = hub();
    open();
  }

  private void openNotes(Doors doors) {
    doors
        .routes()
        .get(
            "/notes/{file}",
            ctx -> {
              List<String> note = notes.get(ctx.path());
              if (note == null) {
                ctx.status(404);
              } else {
                ctx.header("Link", HubLinks.header(base + HubLinks.HUB_PATH, base + ctx.path()));
                ctx.contentType(note.get(0)).result(note.get(1));
              }
            });
  }

  /// Something that the feed of all news shows is another now.
  void news(String name) {
    for (Store.SourceRow row : store.sources()) {
      Source each = row.source();
      store.saveSource(new Source(each.id(), name, each.site(), each.lang()));
    }
    changed();
  }

  void changed() {
    changes.incrementAndGet();
    pass(Duration.ofSeconds(6));
  }

  void pass(Duration time) {
    now.updateAndGet(before -> before.plus(time));
  }

  /// Does all that is due.
  void all() {
    errands.all();
  }

  String hubUrl() {
    return base + HubLinks.HUB_PATH;
  }

  @Override
  public void close() {
    errands.close();
    web.close();
    search.close();
    store.close();
    deliverer.close();
    inside.close();
  }
}
