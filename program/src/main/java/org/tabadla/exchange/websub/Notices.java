package org.tabadla.exchange.websub;

import java.time.Instant;
import java.util.HashSet;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiConsumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.tabadla.model.Answered;
import org.tabadla.model.Answered.Replied;

/// Who is to be told of what a topic holds, and what became of it (WebSub §7). Not for several
/// threads.
final class Notices {
  private static final Logger LOG = LoggerFactory.getLogger(Notices.class);
  private static final int GONE = 410;

  private final HubBook book;
  private final Turns<Job> turns;
  private final BiConsumer<Topic, Instant> look;

  /// Keys of those whose notice waits for its turn or its answer.
  private final Set<String> telling = new HashSet<>();

  /// @param look has a topic looked at, not before an instant
  Notices(HubBook book, Turns<Job> turns, BiConsumer<Topic, Instant> look) {
    this.book = book;
    this.turns = turns;
    this.look = look;
  }

  /// A notice that goes out now.
  ///
  /// @param hash of the content
  record Due(Subscription to, Topic.Content content, String hash) {}

  /// Has everybody told who has not got what the topic holds now.
  void spread(Topic topic, Instant now) {
    for (Subscription each : book.subscribers(topic)) {
      if (each.told().equals(topic.hash)) {
        continue;
      }
      if (each.isReady(now)) {
        if (telling.add(each.key())) {
          topic.notices++;
          turns.add(HubAddress.site(each.callback()), new Job.Tell(topic.url, each.key()));
        }
      } else if (each.again() != null) {
        look.accept(topic, each.again());
      }
    }
    if (topic.notices == 0) {
      topic.content = null;
    }
  }

  /// @return the notice whose turn has come, if it is still wanted
  Optional<Due> due(Job.Tell tell, Instant now) {
    Topic topic = book.topic(tell.topic());
    Topic.Content content = topic.content;
    Subscription to = book.subscription(tell.key()).orElse(null);
    if (to == null || content == null || to.told().equals(topic.hash) || !to.isReady(now)) {
      telling.remove(tell.key());
      topic.noticeOver();
      return Optional.empty();
    }
    return Optional.of(new Due(to, content, topic.hash));
  }

  /// @param hash of the content that was sent
  void done(Job.Tell tell, String hash, Answered answered, Instant now) {
    Topic topic = book.topic(tell.topic());
    telling.remove(tell.key());
    topic.noticeOver();
    Subscription to = book.subscription(tell.key()).orElse(null);
    if (to == null) {
      return;
    }
    switch (answered) {
      case Replied reply when reply.status() == GONE -> book.end(to);
      case Replied reply when reply.isSuccess() -> book.put(to.taken(hash));
      case Replied reply ->
          postpone(topic, to.failed("answered " + reply.status(), reply.pause(), now));
      case Answered.Barred(String why) -> postpone(topic, to.failed(why, null, now));
      case Answered.Broken(String why) -> postpone(topic, to.failed(why, null, now));
    }
    if (!topic.hash.equals(hash)) {
      look.accept(topic, now);
    }
  }

  private void postpone(Topic topic, Subscription later) {
    LOG.debug("[{}] notice of {}: {}", later.callback(), later.topic(), later.trouble());
    book.put(later);
    look.accept(topic, Objects.requireNonNull(later.again()));
  }
}
