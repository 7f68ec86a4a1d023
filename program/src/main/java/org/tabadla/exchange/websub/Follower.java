package org.tabadla.exchange.websub;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Predicate;
import javax.crypto.Mac;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.tabadla.exchange.websub.Following.State;
import org.tabadla.exchange.websub.Turns.Turn;
import org.tabadla.model.Answered;
import org.tabadla.model.Bytes;
import org.tabadla.model.Errand;
import org.tabadla.model.Shelf;

/// The subscriber: where a feed that is collected names a hub, the hub is asked to tell of its news
/// (WebSub §4 to §8). A notice that bears the right signature makes the feed be visited; what it
/// holds is not read, so nobody can say through a hub what the outlet does not say itself.
///
/// Every subscription has a callback that nobody can guess and a secret of its own. Leases are
/// renewed at three quarters. Safe for use by many threads.
public final class Follower {
  private static final Logger LOG = LoggerFactory.getLogger(Follower.class);

  private static final int MOST = 20_000;
  private static final int AT_ONCE_OF_A_HUB = 4;
  private static final int ANSWER_LIMIT_BYTES = 1_024;
  private static final int MOST_REDIRECTS = 5;
  private static final int BUFFER_BYTES = 16 * 1_024;
  private static final Duration LEASE = Duration.ofDays(10);
  private static final Duration SHORTEST_LEASE = Duration.ofMinutes(1);
  private static final Duration LONGEST_LEASE = Duration.ofDays(365);
  private static final Duration PATIENCE = Duration.ofHours(1);
  private static final Duration DENIED_FOR = Duration.ofDays(1);
  private static final Duration BETWEEN_VISITS = Duration.ofSeconds(5);
  private static final int MOST_FAREWELLS = 3;

  private final FollowerBook book;
  private final boolean wanted;
  private final Function<String, Optional<String>> barred;
  private final InstantSource clock;
  private final Turns<String> turns = new Turns<>(AT_ONCE_OF_A_HUB);
  private final Set<String> waiting = new HashSet<>();
  private final Map<String, Turn<String>> underway = new HashMap<>();
  private final Map<String, Instant> visited = new HashMap<>();
  private @Nullable String callbacks;
  private Visits visits = (feed, at) -> {};
  private long number;

  /// @param wanted whether hubs are asked at all
  /// @param barred why nothing may be sent to an address; empty when it may
  public Follower(
      Shelf shelf, boolean wanted, Function<String, Optional<String>> barred, InstantSource clock) {
    this.book = new FollowerBook(shelf);
    this.wanted = wanted;
    this.barred = barred;
    this.clock = clock;
  }

  /// Has a feed visited.
  @FunctionalInterface
  public interface Visits {
    /// Returns when the wish would survive a stop.
    ///
    /// @param feed the feed's address
    /// @param at not before this instant
    void soon(String feed, Instant at);
  }

  /// What became of a notice.
  public enum Notice {
    /// The feed is visited.
    TAKEN,
    /// Its signature is missing or wrong: nothing is done.
    UNSIGNED,
    /// Nobody asked for it any more.
    UNWANTED,
    TOO_LARGE
  }

  /// Begins to ask hubs.
  ///
  /// @param base what this server's addresses begin with for others, without a slash at the end
  public synchronized void open(String base, Visits feeds) {
    callbacks = base + HubLinks.CALLBACK_PATH;
    visits = feeds;
  }

  /// @return whether it is of use to look for hubs
  public boolean isWanted() {
    return wanted;
  }

  /// Is told what hubs a feed names.
  ///
  /// @param feed its address, as it is visited
  /// @param topic its own name for itself
  /// @param hubs addresses of hubs, best first; empty when it names none
  public synchronized void seen(String feed, String topic, List<String> hubs) {
    if (!wanted) {
      return;
    }
    Instant now = clock.instant();
    List<String> open =
        hubs.stream()
            .filter(hub -> HubAddress.fault(hub).isEmpty() && barred.apply(hub).isEmpty())
            .toList();
    boolean usable = !open.isEmpty() && HubAddress.fault(topic).isEmpty();
    boolean known = false;
    for (Following each : book.of(feed)) {
      boolean still = usable && each.topic().equals(topic) && open.contains(each.hub());
      known |= still && each.state() != State.LEAVING;
      if (!still && each.state() != State.LEAVING) {
        book.put(each.leaving(now));
      }
    }
    if (usable && !known && book.size() < MOST) {
      book.put(Following.wanted(feed, topic, open.getFirst(), now));
    }
  }

  /// @return at most so many requests that are to be made now; {@link #done} must be called for
  ///   each
  public synchronized List<Errand> due(int most) {
    if (callbacks == null || !wanted) {
      return List.of();
    }
    Instant now = clock.instant();
    for (Following each : book.due(now)) {
      if (waiting.add(each.id())) {
        turns.add(HubAddress.site(each.at()), each.id());
      }
    }
    var out = new ArrayList<Errand>();
    for (Turn<String> turn : turns.take(most)) {
      Following each = book.get(turn.job()).orElse(null);
      if (each == null) {
        waiting.remove(turn.job());
        turns.done(turn.party());
      } else {
        Following asking = each.asking(now, PATIENCE);
        book.put(asking);
        String key = String.valueOf(number++);
        underway.put(key, turn);
        out.add(errand(key, asking));
      }
    }
    return out;
  }

  private Errand errand(String key, Following each) {
    boolean leaving = each.state() == State.LEAVING;
    Map<String, String> form = new LinkedHashMap<>();
    form.put("hub.callback", callbacks + each.id());
    form.put("hub.mode", leaving ? "unsubscribe" : "subscribe");
    form.put("hub.topic", each.topic());
    if (!leaving) {
      form.put("hub.lease_seconds", String.valueOf(LEASE.toSeconds()));
      form.put("hub.secret", each.secret());
    }
    return Errand.post(
        key,
        each.at(),
        Map.of("Content-Type", "application/x-www-form-urlencoded"),
        new Bytes(HubAddress.form(form).getBytes(StandardCharsets.US_ASCII)),
        ANSWER_LIMIT_BYTES);
  }

  /// Is told what a hub answered.
  public synchronized void done(Errand errand, Answered answered) {
    Turn<String> turn = underway.remove(errand.key());
    if (turn == null) {
      return;
    }
    turns.done(turn.party());
    waiting.remove(turn.job());
    Following each = book.get(turn.job()).orElse(null);
    if (each == null) {
      return;
    }
    Instant now = clock.instant();
    switch (answered) {
      case Answered.Replied reply -> replied(each, reply, now);
      case Answered.Barred(String why) -> refused(each, why, now);
      case Answered.Broken(String why) -> failed(each, why, null, now);
    }
  }

  private void replied(Following each, Answered.Replied reply, Instant now) {
    String line = "the hub answered " + reply.status();
    String location = reply.headers().get("location");
    if (reply.isSuccess()) {
      // It may have come back to verify before it answered.
      book.put(each.accepted());
    } else if (isRedirect(reply.status()) && location != null) {
      sendOn(each, HubAddress.resolved(each.at(), location), line, now);
    } else if (reply.status() >= 400 && reply.status() < 500 && reply.status() != 429) {
      String said = new String(reply.body().array(), StandardCharsets.UTF_8);
      refused(each, said.isBlank() ? line : line + ": " + said, now);
    } else {
      failed(each, line, reply.pause(), now);
    }
  }

  /// Redirects are followed as far as five; a hub that leads back to itself has failed.
  private void sendOn(Following each, String to, String line, Instant now) {
    boolean mayGo = each.at().equals(each.hub()) || each.failures() < MOST_REDIRECTS;
    if (HubAddress.fault(to).isPresent()) {
      refused(each, line + " with no usable Location", now);
    } else if (!mayGo || to.equals(each.hub())) {
      failed(each, line + " and leads in a circle", null, now);
    } else {
      book.put(each.sentTo(to, now));
    }
  }

  /// 303 is none: what it leads to is looked at, not asked.
  private static boolean isRedirect(int status) {
    return status == 301 || status == 302 || status == 307 || status == 308;
  }

  private void refused(Following each, String why, Instant now) {
    LOG.info("[{}] {} will not tell of it: {}", each.feed(), each.hub(), why);
    if (each.state() == State.LEAVING) {
      book.end(each);
    } else {
      book.put(each.denied(why, now.plus(DENIED_FOR)));
    }
  }

  private void failed(Following each, String why, @Nullable Duration pause, Instant now) {
    if (each.state() == State.LEAVING && each.failures() >= MOST_FAREWELLS) {
      book.end(each);
    } else {
      book.put(each.failed(why, pause, now));
    }
  }

  /// Answers a hub that asks whether we meant it (WebSub §5.3).
  ///
  /// @param id the last step of the callback
  /// @return whether we did
  public synchronized boolean isMeant(
      String id, @Nullable String mode, @Nullable String topic, @Nullable String lease) {
    Instant now = clock.instant();
    Following each = book.get(id).filter(known -> known.topic().equals(topic)).orElse(null);
    if (each == null || each.asked() == null || each.asked().plus(PATIENCE).isBefore(now)) {
      return false;
    }
    if ("unsubscribe".equals(mode) && each.state() == State.LEAVING) {
      book.end(each);
      return true;
    }
    if (!"subscribe".equals(mode) || each.state() == State.LEAVING) {
      return false;
    }
    Duration length = lease(lease);
    book.put(each.active(now.plus(length), now.plus(length.multipliedBy(3).dividedBy(4))));
    return true;
  }

  private static Duration lease(@Nullable String seconds) {
    if (seconds == null || !seconds.matches("[0-9]{1,9}")) {
      return LEASE;
    }
    Duration given = Duration.ofSeconds(Long.parseLong(seconds));
    return given.compareTo(SHORTEST_LEASE) < 0
        ? SHORTEST_LEASE
        : given.compareTo(LONGEST_LEASE) > 0 ? LONGEST_LEASE : given;
  }

  /// Is told by a hub that it will not tell us.
  ///
  /// @return whether there was such a subscription
  public synchronized boolean denied(String id, @Nullable String topic, @Nullable String reason) {
    Optional<Following> of = book.get(id).filter(each -> each.topic().equals(topic));
    String why = "denied" + (reason == null ? "" : ": " + reason.lines().findFirst().orElse(""));
    of.ifPresent(
        each -> refused(each, why.length() > 200 ? why.substring(0, 200) : why, clock.instant()));
    return of.isPresent();
  }

  /// Takes a notice (WebSub §7). The body is run through and not kept.
  ///
  /// @param signature the header `X-Hub-Signature`
  /// @param limitBytes the largest body that is run through
  public Notice notice(String id, @Nullable String signature, InputStream body, long limitBytes)
      throws IOException {
    Following each = book.get(id).filter(known -> known.state() == State.ACTIVE).orElse(null);
    if (each == null) {
      return Notice.UNWANTED;
    }
    HubSignature signed = HubSignature.read(signature).orElse(null);
    if (signed == null) {
      return Notice.UNSIGNED;
    }
    Mac mac = signed.method().keyed(each.secret());
    byte[] buffer = new byte[BUFFER_BYTES];
    long left = limitBytes;
    int read = body.read(buffer);
    while (read >= 0) {
      left -= read;
      if (left < 0) {
        return Notice.TOO_LARGE;
      }
      mac.update(buffer, 0, read);
      read = body.read(buffer);
    }
    if (!signed.is(mac.doFinal())) {
      LOG.warn("[{}] a notice with a wrong signature was dropped", each.feed());
      return Notice.UNSIGNED;
    }
    visit(each);
    return Notice.TAKEN;
  }

  private synchronized void visit(Following each) {
    Instant now = clock.instant();
    Instant last = visited.get(each.feed());
    Instant earliest = last == null ? now : last.plus(BETWEEN_VISITS);
    Instant at = now.isBefore(earliest) ? earliest : now;
    visits.soon(each.feed(), at);
    visited.put(each.feed(), at);
  }

  /// @return the subscriptions of a feed, for whoever runs the server
  public synchronized List<Following> of(String feed) {
    return book.of(feed);
  }

  /// @return all feeds that are followed or were to be
  public synchronized Set<String> feeds() {
    return book.feeds();
  }

  /// Gives up what is no longer visited.
  ///
  /// @param still whether a feed is
  public synchronized void keepOnly(Predicate<String> still) {
    for (String feed : book.feeds()) {
      if (!still.test(feed)) {
        seen(feed, "", List.of());
      }
    }
  }
}
