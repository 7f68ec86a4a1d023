package org.tabadla.flow;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Semaphore;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.tabadla.collect.Deliverer;
import org.tabadla.collect.Deliverer.Delivery;
import org.tabadla.model.ArticleId;
import org.tabadla.store.Store;
import org.tabadla.store.WatchRecords.Due;
import org.tabadla.store.WatchRecords.Watch;
import org.tabadla.store.WatchRecords.Way;

/// Tells of what standing queries met: posts to webhooks at once, and e-mail digests once a day.
///
/// Each owner is told on a thread of its own, at most a few at once, so one that does not answer
/// holds up nobody. What fails is tried again after a pause that doubles, from half a minute to six
/// hours, and given up after {@link #MOST_ATTEMPTS}; the page of the query says why.
public final class Telling implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(Telling.class);
  private static final Duration LOOK = Duration.ofSeconds(1);
  private static final Duration FIRST_PAUSE = Duration.ofSeconds(30);
  private static final Duration LONGEST_PAUSE = Duration.ofHours(6);
  private static final int MOST_ATTEMPTS = 16;
  private static final int DUE_AT_ONCE = 1_000;
  private static final int AT_ONCE = 8;
  private static final int ARTICLES_A_POST = 50;

  private final Store store;
  private final Deliverer deliverer;
  private final Digests digests;
  private final InstantSource clock;
  private final WebhookMessage message;
  private final Set<String> underway = ConcurrentHashMap.newKeySet();
  private final Semaphore places = new Semaphore(AT_ONCE);
  private final Beat beat = new Beat("telling", LOOK, this::look);

  /// @param base what absolute addresses begin with
  public Telling(
      Store store, Deliverer deliverer, Digests digests, String base, InstantSource clock) {
    this.store = store;
    this.deliverer = deliverer;
    this.digests = digests;
    this.clock = clock;
    this.message = new WebhookMessage(base);
  }

  /// Starts telling; does nothing when it has been started.
  public void start() {
    beat.start();
  }

  private void look() {
    due(Way.WEBHOOK)
        .forEach((watch, due) -> {
          if (underway.add(watch)) {
            Thread.ofVirtual().name("webhook " + watch).start(() -> inTurn(watch, due));
          }
        });
    digests();
  }

  /// Tells all that is due now and returns when it is done.
  public void all() {
    due(Way.WEBHOOK).forEach(this::post);
    digests();
  }

  private void digests() {
    due(Way.DIGEST)
        .forEach((watch, due) -> {
          Watch of = store.watches().watch(watch).orElse(null);
          String trouble = of == null ? null : digests.send(of, rows(due), clock.instant());
          settle(Way.DIGEST, watch, due, trouble, null);
        });
  }

  private Map<String, List<Due>> due(Way way) {
    return store.watches().due(way, clock.instant(), DUE_AT_ONCE).stream()
        .collect(Collectors.groupingBy(Due::watch, LinkedHashMap::new, Collectors.toList()));
  }

  private void inTurn(String watch, List<Due> due) {
    try {
      places.acquire();
      try {
        post(watch, due);
      } catch (RuntimeException e) {
        LOG.error("[watch] {}: could not be told", watch, e);
      } finally {
        places.release();
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    } finally {
      underway.remove(watch);
    }
  }

  private void post(String id, List<Due> all) {
    Watch watch = store.watches().watch(id).orElse(null);
    List<Due> due = all.subList(0, Math.min(ARTICLES_A_POST, all.size()));
    String webhook = watch == null ? null : watch.webhook();
    if (watch == null || webhook == null) {
      settle(Way.WEBHOOK, id, all, null, null);
      return;
    }
    WebhookMessage.Signed signed = message.of(watch, rows(due), clock.instant());
    switch (deliverer.post(webhook, signed.headers(), signed.body())) {
      case Delivery.Taken _ -> settle(Way.WEBHOOK, id, due, null, null);
      case Delivery.Failed(String why, Duration wait) -> settle(Way.WEBHOOK, id, due, why, wait);
      case Delivery.Refused(String why) -> {
        settle(Way.WEBHOOK, id, due, why, LONGEST_PAUSE);
      }
    }
  }

  private List<Store.Row> rows(List<Due> due) {
    return store.rows(due.stream().map(Due::article).toList());
  }

  /// @param trouble null when it was told
  /// @param wait the pause that the other side asked for, or null
  private void settle(
      Way way, String watch, List<Due> due, @Nullable String trouble, @Nullable Duration wait) {
    if (trouble == null) {
      List<ArticleId> told = due.stream().map(Due::article).toList();
      store.watches().told(way, watch, told);
      return;
    }
    int attempts = due.stream().mapToInt(Due::attempts).max().orElse(0);
    Duration pause = pause(attempts);
    Instant until = clock.instant().plus(wait != null && wait.compareTo(pause) > 0 ? wait : pause);
    store.watches().postpone(way, watch, until, trouble);
    int given = store.watches().giveUp(way, watch, MOST_ATTEMPTS);
    if (given > 0) {
      LOG.warn("[watch] {}: {} hits were never told: {}", watch, given, trouble);
    }
  }

  /// Failures double the wait.
  static Duration pause(int attempts) {
    Duration pause = FIRST_PAUSE.multipliedBy(1L << Math.min(attempts, 12));
    return pause.compareTo(LONGEST_PAUSE) > 0 ? LONGEST_PAUSE : pause;
  }

  @Override
  public void close() {
    beat.close();
  }
}
