package org.tabadla.exchange.websub;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.tabadla.model.Shelf;
import org.tabadla.people.CanonicalJson;

/// The subscriptions of a hub, and what was asked and is not verified: in memory, and on papers
/// that outlive a stop. Not for several threads.
final class HubBook {
  private static final String SUBSCRIPTION = "websub/subscription";
  private static final String ASKED = "websub/asked";
  private static final int PAGE = 1_000;

  private final Shelf shelf;
  private final Map<String, Subscription> subscriptions = new HashMap<>();
  private final Map<String, Asked> asked = new LinkedHashMap<>();
  private final Map<String, Topic> topics = new LinkedHashMap<>();
  private final Map<String, Integer> bySite = new HashMap<>();
  private final Map<String, Integer> askedBy = new HashMap<>();

  HubBook(Shelf shelf) {
    this.shelf = shelf;
  }

  /// An intent that waits for its topic to be looked at, or for the subscriber to confirm it.
  ///
  /// @param caller the network address that asked
  /// @param attempts how often the subscriber could not be reached
  record Asked(Intent intent, String caller, Instant since, int attempts) {
    String key() {
      return Subscription.key(intent.topic(), intent.callback());
    }

    Asked again() {
      return new Asked(intent, caller, since, attempts + 1);
    }
  }

  void load() {
    each(
        SUBSCRIPTION,
        paper -> keep(CanonicalJson.MAPPER.readValue(paper.body(), Subscription.class)));
    each(ASKED, paper -> keep(CanonicalJson.MAPPER.readValue(paper.body(), Asked.class)));
  }

  private void each(String kind, Consumer<Shelf.Paper> take) {
    List<Shelf.Paper> page = shelf.list(kind, null, PAGE);
    while (!page.isEmpty()) {
      page.forEach(take);
      page = shelf.list(kind, page.getLast().key(), PAGE);
    }
  }

  private void keep(Subscription each) {
    if (subscriptions.put(each.key(), each) == null) {
      bySite.merge(HubAddress.site(each.callback()), 1, Integer::sum);
      topic(each.topic()).subscribers.add(each.key());
    }
  }

  private void keep(Asked each) {
    drop(asked.put(each.key(), each));
    askedBy.merge(each.caller(), 1, Integer::sum);
    askedBy.merge(site(each), 1, Integer::sum);
    topic(each.intent().topic());
  }

  private void drop(@Nullable Asked old) {
    if (old != null) {
      less(askedBy, old.caller());
      less(askedBy, site(old));
    }
  }

  private static String site(Asked each) {
    return "site " + HubAddress.site(each.intent().callback());
  }

  private static void less(Map<String, Integer> counts, String of) {
    counts.computeIfPresent(of, (_, count) -> count == 1 ? null : count - 1);
  }

  void put(Subscription each) {
    shelf.put(paper(SUBSCRIPTION, each.key(), each));
    keep(each);
  }

  void put(Asked each) {
    shelf.put(paper(ASKED, each.key(), each));
    keep(each);
  }

  private static Shelf.Paper paper(String kind, String key, Object body) {
    return new Shelf.Paper(kind, key, CanonicalJson.MAPPER.writeValueAsString(body));
  }

  void end(Subscription each) {
    shelf.remove(SUBSCRIPTION, each.key());
    if (subscriptions.remove(each.key()) != null) {
      less(bySite, HubAddress.site(each.callback()));
      Topic topic = topics.get(each.topic());
      if (topic != null) {
        topic.subscribers.remove(each.key());
      }
    }
  }

  void end(Asked each) {
    shelf.remove(ASKED, each.key());
    drop(asked.remove(each.key()));
  }

  Optional<Subscription> subscription(String key) {
    return Optional.ofNullable(subscriptions.get(key));
  }

  Optional<Asked> asked(String key) {
    return Optional.ofNullable(asked.get(key));
  }

  List<Subscription> subscribers(Topic topic) {
    var out = new ArrayList<Subscription>();
    for (String key : topic.subscribers) {
      Subscription each = subscriptions.get(key);
      if (each != null) {
        out.add(each);
      }
    }
    return out;
  }

  List<Asked> askedOf(Topic topic) {
    return asked.values().stream().filter(each -> each.intent().topic().equals(topic.url)).toList();
  }

  Topic topic(String url) {
    return topics.computeIfAbsent(url, Topic::new);
  }

  Optional<Topic> known(String url) {
    return Optional.ofNullable(topics.get(url));
  }

  List<Topic> topics() {
    return List.copyOf(topics.values());
  }

  /// Leases that are over, and intents that came to nothing.
  void prune(Instant now, Instant askedBefore) {
    for (Subscription each : List.copyOf(subscriptions.values())) {
      if (each.isOver(now)) {
        end(each);
      }
    }
    for (Asked each : List.copyOf(asked.values())) {
      if (each.since().isBefore(askedBefore)) {
        end(each);
      }
    }
    topics
        .values()
        .removeIf(
            topic -> topic.subscribers.isEmpty() && topic.isIdle() && askedOf(topic).isEmpty());
  }

  boolean isEmpty() {
    return topics.isEmpty();
  }

  int subscriptions() {
    return subscriptions.size();
  }

  int subscriptionsOf(String site) {
    return bySite.getOrDefault(site, 0);
  }

  int asked() {
    return asked.size();
  }

  /// @return how many intents of a caller, or for a site's callbacks, wait
  int waitingOf(String caller, String site) {
    return Math.max(askedBy.getOrDefault(caller, 0), askedBy.getOrDefault("site " + site, 0));
  }
}
