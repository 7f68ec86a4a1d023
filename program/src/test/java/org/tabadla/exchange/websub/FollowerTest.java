package org.tabadla.exchange.websub;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.tabadla.model.Answered;
import org.tabadla.model.Bytes;
import org.tabadla.model.Errand;
import org.tabadla.store.Store;
import org.tabadla.store.Stores;

/// Leases, restarts and refusals of the subscriber, with a clock that the test moves.
class FollowerTest {
  private static final String FEED = "https://outlet.example/feed";
  private static final String HUB = "https://hub.example/";

  @TempDir Path folder;
  private Store store;
  private Instant now = Instant.parse("2025-07-12T10:00:00Z");
  private final List<String> visited = new ArrayList<>();
  private Follower follower;

  @BeforeEach
  void open() {
    store = Stores.open("jdbc:sqlite:" + folder.resolve("follower.db"));
    follower = started(true);
  }

  @AfterEach
  void close() {
    store.close();
  }

  private Follower started(boolean wanted) {
    var made = new Follower(store.shelf(), wanted, url -> Optional.empty(), () -> now);
    made.open("https://news.example", (feed, at) -> visited.add(feed));
    return made;
  }

  private static Answered reply(int status) {
    return new Answered.Replied(status, Map.of(), Bytes.EMPTY, null);
  }

  private Following only() {
    assertThat(follower.of(FEED)).hasSize(1);
    return follower.of(FEED).getFirst();
  }

  private Errand asked(Answered answered) {
    List<Errand> due = follower.due(10);
    assertThat(due).hasSize(1);
    follower.done(due.getFirst(), answered);
    return due.getFirst();
  }

  private void active(String lease) {
    follower.seen(FEED, FEED, List.of(HUB));
    asked(reply(202));
    assertThat(follower.isMeant(only().id(), "subscribe", FEED, lease)).isTrue();
  }

  @Test
  void aLeaseIsRenewedAtThreeQuartersWithTheSameSecretAndCallback() {
    active("4000");
    Following first = only();
    now = now.plusSeconds(2_999);
    assertThat(follower.due(10)).isEmpty();
    now = now.plusSeconds(2);
    String form =
        new String(asked(reply(202)).body().array(), java.nio.charset.StandardCharsets.UTF_8);
    assertThat(form).contains(first.id(), first.secret(), "hub.mode=subscribe");
    assertThat(follower.isMeant(first.id(), "subscribe", FEED, "4000")).isTrue();
    assertThat(only().ends()).isEqualTo(now.plusSeconds(4_000));
  }

  @Test
  void aHubThatCannotBeReachedIsAskedAgainAfterADoublingWait() {
    follower.seen(FEED, FEED, List.of(HUB));
    for (int minutes : List.of(1, 2, 4, 8)) {
      asked(new Answered.Broken("no connection"));
      now = now.plus(Duration.ofMinutes(minutes)).minusSeconds(1);
      assertThat(follower.due(10)).isEmpty();
      now = now.plusSeconds(1);
    }
    assertThat(follower.due(10)).hasSize(1);
  }

  @Test
  void aHubThatWantsAPauseGetsIt() {
    follower.seen(FEED, FEED, List.of(HUB));
    asked(new Answered.Replied(429, Map.of(), Bytes.EMPTY, Duration.ofHours(2)));
    now = now.plus(Duration.ofMinutes(119));
    assertThat(follower.due(10)).isEmpty();
    now = now.plus(Duration.ofMinutes(2));
    assertThat(follower.due(10)).hasSize(1);
  }

  @Test
  void aHubMayVerifyBeforeItAnswers() {
    follower.seen(FEED, FEED, List.of(HUB));
    Errand errand = follower.due(10).getFirst();
    assertThat(follower.isMeant(only().id(), "subscribe", FEED, "4000")).isTrue();
    follower.done(errand, reply(202));
    assertThat(only().state()).isEqualTo(Following.State.ACTIVE);
  }

  @Test
  void whatWasAskedLongAgoIsNotConfirmed() {
    active("864000");
    now = now.plus(Duration.ofHours(2));
    assertThat(follower.isMeant(only().id(), "subscribe", FEED, "864000")).isFalse();
  }

  @Test
  void aRestartKnowsItsSubscriptionsAndTheirSecrets() throws IOException {
    active("4000");
    Following before = only();
    follower = started(true);
    assertThat(only()).isEqualTo(before);
    byte[] body = {1, 2, 3};
    String signature =
        HubSignature.of(HubSignature.Method.SHA512, before.secret(), new Bytes(body));
    var notice = follower.notice(before.id(), signature, new ByteArrayInputStream(body), 10);
    assertThat(notice).isEqualTo(Follower.Notice.TAKEN);
    assertThat(visited).containsExactly(FEED);
  }

  @Test
  void whoDoesNotWantItAsksNobody() {
    follower = started(false);
    follower.seen(FEED, FEED, List.of(HUB));
    assertThat(follower.of(FEED)).isEmpty();
    assertThat(follower.due(10)).isEmpty();
  }

  @Test
  void privateHubsAreNotAsked() {
    var guarded = new Follower(store.shelf(), true, url -> Optional.of("not public"), () -> now);
    guarded.open("https://news.example", (feed, at) -> {});
    guarded.seen(FEED, FEED, List.of("http://10.0.0.1/hub"));
    assertThat(guarded.due(10)).isEmpty();
  }

  @Test
  void aDenialIsHeededForADay() {
    active("4000");
    assertThat(follower.denied(only().id(), FEED, "closed")).isTrue();
    assertThat(only().trouble()).contains("closed");
    now = now.plus(Duration.ofHours(23));
    assertThat(follower.due(10)).isEmpty();
    now = now.plus(Duration.ofHours(2));
    assertThat(follower.due(10)).hasSize(1);
    assertThat(follower.denied("nobody", FEED, "closed")).isFalse();
  }

  @Test
  void aFeedThatIsVisitedNoMoreIsGivenUp() {
    active("864000");
    follower.keepOnly(feed -> false);
    String form =
        new String(asked(reply(202)).body().array(), java.nio.charset.StandardCharsets.UTF_8);
    assertThat(form).contains("hub.mode=unsubscribe");
    assertThat(follower.isMeant(only().id(), "unsubscribe", FEED, null)).isTrue();
    assertThat(follower.of(FEED)).isEmpty();
  }
}
