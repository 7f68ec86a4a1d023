package org.tabadla.exchange.websub;

import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.tabadla.model.Shelf;
import org.tabadla.people.CanonicalJson;

/// Our own subscriptions at other hubs: in memory, and on papers that outlive a stop. Reads the
/// shelf at its first use.
final class FollowerBook {
  private static final String KIND = "websub/following";
  private static final int PAGE = 1_000;

  private final Shelf shelf;
  private final Map<String, Following> all = new HashMap<>();
  private final Map<String, Map<String, Following>> byFeed = new HashMap<>();
  private boolean loaded;

  FollowerBook(Shelf shelf) {
    this.shelf = shelf;
  }

  private void load() {
    if (loaded) {
      return;
    }
    loaded = true;
    List<Shelf.Paper> page = shelf.list(KIND, null, PAGE);
    while (!page.isEmpty()) {
      page.forEach(paper -> keep(CanonicalJson.MAPPER.readValue(paper.body(), Following.class)));
      page = shelf.list(KIND, page.getLast().key(), PAGE);
    }
  }

  private void keep(Following each) {
    all.put(each.id(), each);
    byFeed.computeIfAbsent(each.feed(), _ -> new HashMap<>()).put(each.id(), each);
  }

  synchronized void put(Following each) {
    load();
    shelf.put(new Shelf.Paper(KIND, each.id(), CanonicalJson.MAPPER.writeValueAsString(each)));
    keep(each);
  }

  synchronized void end(Following each) {
    load();
    shelf.remove(KIND, each.id());
    all.remove(each.id());
    byFeed.computeIfPresent(
        each.feed(),
        (_, those) -> {
          those.remove(each.id());
          return those.isEmpty() ? null : those;
        });
  }

  synchronized Optional<Following> get(String id) {
    load();
    return Optional.ofNullable(all.get(id));
  }

  synchronized List<Following> of(String feed) {
    load();
    return List.copyOf(byFeed.getOrDefault(feed, Map.of()).values());
  }

  synchronized Set<String> feeds() {
    load();
    return Set.copyOf(byFeed.keySet());
  }

  synchronized List<Following> due(Instant now) {
    load();
    return all.values().stream().filter(each -> !each.next().isAfter(now)).toList();
  }

  synchronized int size() {
    load();
    return all.size();
  }
}
