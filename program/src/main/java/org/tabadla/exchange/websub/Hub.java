package org.tabadla.exchange.websub;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.function.LongSupplier;
import org.jspecify.annotations.Nullable;
import org.tabadla.exchange.websub.HubBook.Asked;
import org.tabadla.exchange.websub.Intent.Mode;
import org.tabadla.exchange.websub.Turns.Turn;
import org.tabadla.model.Answered;
import org.tabadla.model.Errand;
import org.tabadla.model.Shelf;

/// The hub of this server's own feeds (WebSub §5 to §7).
///
/// It takes intents, and gives out errands: looks at its own feeds as a reader without an account
/// sees them, verifications of intent, denials, notices. What it is told of them moves it on.
/// Subscriptions lie on the shelf with the hash of what each was told last, and every topic is
/// looked at after a start; so a stop at any moment loses no notice that was due, and can repeat
/// one. Safe for use by many threads.
public final class Hub {
  static final int MOST_SUBSCRIPTIONS = 50_000;
  static final int MOST_OF_A_SITE = 5_000;
  static final int MOST_WAITING = 5_000;
  static final int MOST_WAITING_OF_ONE = 100;
  private static final int AT_ONCE_OF_A_SITE = 8;
  private static final int MOST_VERIFICATIONS = 3;
  private static final int REFUSALS_TO_END = 3;
  private static final Duration SIGNAL_EVERY = Duration.ofMillis(500);
  private static final Duration BETWEEN_LOOKS = Duration.ofSeconds(5);
  private static final Duration LOOK_COSTS = Duration.ofMillis(40);
  private static final Duration UNASKED_LOOK = Duration.ofMinutes(2);
  private static final Duration LOOK_AGAIN = Duration.ofSeconds(30);
  private static final Duration VERIFY_AGAIN = Duration.ofSeconds(10);
  private static final Duration LONGEST_WAIT = Duration.ofMinutes(10);
  private static final Duration PRUNE_EVERY = Duration.ofMinutes(1);

  private final HubBook book;
  private final Function<String, Optional<String>> barred;
  private final LongSupplier changes;
  private final InstantSource clock;
  private final Turns<Job> turns = new Turns<>(AT_ONCE_OF_A_SITE);
  private final Agenda<Job> agenda = new Agenda<>();
  private final Map<String, Turn<Underway>> underway = new HashMap<>();
  private final Notices notices;

  /// Keys of those whose question waits for its turn or its answer.
  private final Set<String> verifying = new HashSet<>();

  private HubErrands errands = HubErrands.CLOSED;
  private long number;
  private long seenChanges = Long.MIN_VALUE;
  private Instant nextSignal = Instant.MIN;
  private Instant nextPrune = Instant.MIN;

  /// @param barred why nothing may be sent to an address, in one line; empty when it may
  /// @param changes a number that grows whenever a feed may have news
  public Hub(
      Shelf shelf,
      Function<String, Optional<String>> barred,
      LongSupplier changes,
      InstantSource clock) {
    this.book = new HubBook(shelf);
    this.barred = barred;
    this.changes = changes;
    this.clock = clock;
    this.notices = new Notices(book, turns, this::look);
  }

  /// A job that was handed out, with what it must be compared with.
  ///
  /// @param mark the challenge of a verification, the hash of a notice's content
  /// @param asked what is being verified
  record Underway(Job job, String mark, @Nullable Asked asked) {}

  /// What became of an intent at the door.
  public sealed interface Answer {
    /// It will be verified; the caller hears at its callback.
    record Accepted() implements Answer {}

    /// @param status 4xx
    record Refused(int status, String why) implements Answer {}

    /// @param pause how long to wait before it is asked again
    record Busy(Duration pause, String why) implements Answer {}
  }

  /// Begins: reads the shelf, and looks at every topic again.
  ///
  /// @param base what this server's addresses begin with for others, without a slash at the end
  /// @param home what they begin with for itself
  public synchronized void open(String base, String home) {
    errands = new HubErrands(base, home);
    book.load();
    Instant now = clock.instant();
    book.topics().forEach(topic -> look(topic, now));
  }

  /// Takes an intent.
  ///
  /// @param caller the network address that asks
  public synchronized Answer asked(Intent intent, String caller) {
    if (!errands.isOurs(intent.topic())) {
      return new Answer.Refused(
          404, "hub.topic is none of this server's feeds; subscribe at the hub that it names");
    }
    Optional<String> why = barred.apply(intent.callback());
    if (why.isPresent()) {
      return new Answer.Refused(422, "hub.callback: " + why.get());
    }
    String key = Subscription.key(intent.topic(), intent.callback());
    boolean known = book.subscription(key).isPresent();
    if (intent.mode() == Mode.UNSUBSCRIBE && !known && book.asked(key).isEmpty()) {
      return new Answer.Refused(404, "there is no such subscription");
    }
    String site = HubAddress.site(intent.callback());
    if (book.waitingOf(caller, site) >= MOST_WAITING_OF_ONE || book.asked() >= MOST_WAITING) {
      return new Answer.Busy(Duration.ofMinutes(1), "too many intents wait to be verified");
    }
    if (!known
        && intent.mode() == Mode.SUBSCRIBE
        && (book.subscriptionsOf(site) >= MOST_OF_A_SITE
            || book.subscriptions() >= MOST_SUBSCRIPTIONS)) {
      return new Answer.Busy(Duration.ofHours(1), "there are too many subscriptions");
    }
    book.put(new Asked(intent, caller, clock.instant(), 0));
    Topic topic = book.topic(intent.topic());
    if (topic.isKnown()) {
      verify(key, site);
    } else {
      look(topic, clock.instant());
    }
    return new Answer.Accepted();
  }

  private void verify(String key, String site) {
    if (verifying.add(key)) {
      turns.add(site, new Job.Verify(key));
    }
  }

  /// A publisher's hint that a topic has news.
  ///
  /// @return whether the topic is one of ours
  public synchronized boolean published(String url) {
    book.known(url).ifPresent(topic -> look(topic, clock.instant()));
    return errands.isOurs(url);
  }

  /// @return at most so many requests that are to be made now; {@link #done} must be called for
  ///   each
  public synchronized List<Errand> due(int most) {
    if (errands.isClosed()) {
      return List.of();
    }
    Instant now = clock.instant();
    heed(now);
    if (!now.isBefore(nextPrune)) {
      nextPrune = now.plus(PRUNE_EVERY);
      book.prune(now, now.minus(LONGEST_WAIT));
    }
    for (Job job : agenda.due(now)) {
      turns.add(party(job), job);
    }
    var out = new ArrayList<Errand>();
    var taken = turns.take(most);
    while (!taken.isEmpty()) {
      for (Turn<Job> turn : taken) {
        errand(turn, now).ifPresentOrElse(out::add, () -> turns.done(turn.party()));
      }
      taken = turns.take(most - out.size());
    }
    return out;
  }

  private String party(Job job) {
    return switch (job) {
      case Job.Look _ -> "";
      case Job.Deny deny -> HubAddress.site(deny.callback());
      case Job.Verify(String key) ->
          book.asked(key).map(each -> HubAddress.site(each.intent().callback())).orElse("");
      case Job.Tell(_, String key) ->
          book.subscription(key).map(each -> HubAddress.site(each.callback())).orElse("");
    };
  }

  /// Looks at every topic when something has changed since the last time.
  private void heed(Instant now) {
    if (now.isBefore(nextSignal) || book.isEmpty()) {
      return;
    }
    nextSignal = now.plus(SIGNAL_EVERY);
    long seen = changes.getAsLong();
    if (seen != seenChanges) {
      seenChanges = seen;
      book.topics().forEach(topic -> look(topic, now));
    }
  }

  /// Has a topic looked at, soon after `at`, but never twice within moments; the more topics there
  /// are, the longer the moments.
  private void look(Topic topic, Instant at) {
    Duration costs = LOOK_COSTS.multipliedBy(book.topics().size());
    Duration pause = costs.compareTo(BETWEEN_LOOKS) > 0 ? costs : BETWEEN_LOOKS;
    Instant earliest = topic.lookedAt == null ? at : topic.lookedAt.plus(pause);
    Instant when = at.isBefore(earliest) ? earliest : at;
    if (when.isBefore(topic.lookAt)) {
      topic.lookAt = when;
      agenda.add(when, new Job.Look(topic.url));
    }
  }

  private Optional<Errand> errand(Turn<Job> turn, Instant now) {
    String id = String.valueOf(number++);
    return switch (turn.job()) {
      case Job.Look(String url) ->
          book.known(url).flatMap(topic -> lookErrand(id, turn, topic, now));
      case Job.Verify(String key) -> verifyErrand(id, turn, key);
      case Job.Deny(String topic, String callback, String why) -> {
        hand(id, turn, "", null);
        yield Optional.of(errands.deny(id, topic, callback, why));
      }
      case Job.Tell tell -> {
        Optional<Notices.Due> due = notices.due(tell, now);
        due.ifPresent(each -> hand(id, turn, each.hash(), null));
        yield due.map(each -> errands.tell(id, each.to(), each.content()));
      }
    };
  }

  private void hand(String id, Turn<Job> turn, String mark, @Nullable Asked asked) {
    underway.put(id, new Turn<>(turn.party(), new Underway(turn.job(), mark, asked)));
  }

  private Optional<Errand> lookErrand(String id, Turn<Job> turn, Topic topic, Instant now) {
    if (topic.looking || now.isBefore(topic.lookAt)) {
      return Optional.empty();
    }
    topic.looking = true;
    topic.lookAt = Instant.MAX;
    topic.lookedAt = now;
    hand(id, turn, "", null);
    return Optional.of(errands.look(id, topic.url));
  }

  private Optional<Errand> verifyErrand(String id, Turn<Job> turn, String key) {
    Asked asked = book.asked(key).orElse(null);
    if (asked == null) {
      verifying.remove(key);
      return Optional.empty();
    }
    String challenge = Unguessable.word();
    hand(id, turn, challenge, asked);
    return Optional.of(errands.verify(id, asked.intent(), challenge));
  }

  /// Is told what came of an errand.
  public synchronized void done(Errand errand, Answered answered) {
    Turn<Underway> turn = underway.remove(errand.key());
    if (turn == null) {
      return;
    }
    turns.done(turn.party());
    Instant now = clock.instant();
    Underway was = turn.job();
    switch (was.job()) {
      case Job.Look(String url) -> book.known(url).ifPresent(topic -> looked(topic, answered, now));
      case Job.Verify(String key) -> {
        verifying.remove(key);
        book.asked(key).ifPresent(asked -> verified(asked, was, answered, now));
      }
      case Job.Deny _ -> {}
      case Job.Tell tell -> notices.done(tell, was.mark(), answered, now);
    }
  }

  private void looked(Topic topic, Answered answered, Instant now) {
    topic.looking = false;
    switch (errands.seen(answered)) {
      case HubErrands.Seen.Holds(Topic.Content content) -> {
        topic.holds(content);
        look(topic, now.plus(UNASKED_LOOK));
        notices.spread(topic, now);
        for (Asked asked : book.askedOf(topic)) {
          verify(asked.key(), HubAddress.site(asked.intent().callback()));
        }
      }
      case HubErrands.Seen.Closed(String why) -> {
        topic.refusals++;
        look(topic, now.plus(LOOK_AGAIN));
        refuse(topic, why);
      }
      case HubErrands.Seen.Unclear _ -> look(topic, now.plus(LOOK_AGAIN));
    }
  }

  /// Who asked is denied at once; who is subscribed when it is sure that the feed is closed.
  private void refuse(Topic topic, String why) {
    for (Asked each : book.askedOf(topic)) {
      deny(topic, each.intent().callback(), why);
      book.end(each);
    }
    if (topic.refusals >= REFUSALS_TO_END) {
      for (Subscription each : book.subscribers(topic)) {
        deny(topic, each.callback(), why);
        book.end(each);
      }
    }
  }

  private void deny(Topic topic, String callback, String why) {
    turns.add(HubAddress.site(callback), new Job.Deny(topic.url, callback, why));
  }

  private void verified(Asked asked, Underway was, Answered answered, Instant now) {
    Topic topic = book.topic(asked.intent().topic());
    if (!asked.equals(was.asked())) {
      // Something else was asked meanwhile, and that is what counts.
      verify(asked.key(), HubAddress.site(asked.intent().callback()));
      return;
    }
    switch (Verification.of(answered, was.mark())) {
      case CONFIRMED -> settle(asked, topic, now);
      case DECLINED -> book.end(asked);
      case UNHEARD -> {
        if (asked.attempts() + 1 >= MOST_VERIFICATIONS) {
          book.end(asked);
        } else {
          book.put(asked.again());
          verifying.add(asked.key());
          agenda.add(
              now.plus(VERIFY_AGAIN.multipliedBy(1L << asked.attempts())),
              new Job.Verify(asked.key()));
        }
      }
    }
  }

  private void settle(Asked asked, Topic topic, Instant now) {
    Intent intent = asked.intent();
    Optional<Subscription> before = book.subscription(asked.key());
    if (intent.mode() == Mode.UNSUBSCRIBE) {
      before.ifPresent(book::end);
    } else {
      String told = before.map(Subscription::told).orElse(topic.hash);
      book.put(
          new Subscription(
              intent.topic(),
              intent.callback(),
              intent.secret(),
              now.plus(intent.lease()),
              told,
              0,
              null,
              null));
    }
    book.end(asked);
    look(topic, now);
  }

  /// @return the subscriptions there are, for whoever runs the server
  public synchronized int subscriptions() {
    return book.subscriptions();
  }
}
