package org.tabadla.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.tabadla.model.Deed;
import org.tabadla.model.Journal;
import org.tabadla.model.Logged;
import org.tabadla.model.Shelf;

/// What every store's log of deeds must do.
abstract class JournalContract extends LearntContract {
  private static final Instant WHEN = Instant.parse("2025-07-11T09:30:15.123456Z");

  static Deed deed(String room, String subject, String body) {
    return new Deed(room, subject, "said", WHEN, "org:sahil", body);
  }

  @Test
  void deedsComeBackInOrderAfterOpeningAgain() {
    Logged first =
        store.journal().add(deed("exchange", "listing:1", "{\"عنوان\":\"دستاویزی فلم\"}"));
    store
        .journal()
        .add(List.of(deed("verify", "claim:1", "{}"), deed("exchange", "listing:2", "{}")));
    store.close();
    store = again();
    Journal journal = store.journal();
    assertThat(journal.all(0)).extracting(Logged::seq).containsExactly(1L, 2L, 3L);
    assertThat(journal.since("exchange", 0)).extracting(Logged::seq).containsExactly(1L, 3L);
    assertThat(journal.since("exchange", 1)).extracting(Logged::seq).containsExactly(3L);
    assertThat(journal.of("exchange", "listing:1")).containsExactly(first);
    assertThat(journal.firstFault()).isEmpty();
  }

  @Test
  void aLongLogIsLookedThroughPageByPage() {
    int many = Journal.MOST_ENTRIES + 7;
    store
        .journal()
        .add(IntStream.range(0, many).mapToObj(i -> deed("register", "c:" + i, "{}")).toList());
    assertThat(store.journal().all(0)).hasSize(Journal.MOST_ENTRIES);
    assertThat(store.journal().all(Journal.MOST_ENTRIES)).hasSize(7);
    assertThat(store.journal().firstFault()).isEmpty();
  }

  @Test
  void ofManyDeedsAboutOneThingTheNewestAreGiven() {
    int many = Journal.MOST_ENTRIES + 2;
    store
        .journal()
        .add(IntStream.range(0, many).mapToObj(i -> deed("register", "c:1", "{}")).toList());
    assertThat(store.journal().of("register", "c:1").getFirst().seq()).isEqualTo(3);
  }

  @Test
  void theNewestAreGivenWithoutTheRest() {
    Journal journal = store.journal();
    var others = new Deed("people", "account:1", "named", WHEN, "org:yundu", "{}");
    journal.add(List.of(deed("people", "a", "{}"), others, deed("verify", "b", "{}")));
    journal.add(List.of(deed("people", "c", "{}"), others, deed("people", "d", "{}")));
    assertThat(journal.newest("people", 2)).extracting(Logged::seq).containsExactly(6L, 5L);
    assertThat(journal.newestOf("people", "org:sahil", 2))
        .extracting(Logged::seq)
        .containsExactly(6L, 4L);
    assertThat(journal.newestOf("verify", "org:yundu", 9)).isEmpty();
  }

  @Test
  void aRoomIsFollowedOverAllPagesAndFromWhereOneWas() {
    int many = Journal.MOST_ENTRIES + 7;
    Journal journal = store.journal();
    journal.add(IntStream.range(0, many).mapToObj(i -> deed("register", "c", "{}")).toList());
    var seen = new ArrayList<Long>();
    long last = journal.follow("register", 3, logged -> seen.add(logged.seq()));
    assertThat(last).isEqualTo(many);
    assertThat(seen).hasSize(many - 3).startsWith(4L).endsWith((long) many);
    assertThat(journal.follow("register", last, logged -> seen.clear())).isEqualTo(many);
    assertThat(seen).isNotEmpty();
  }

  @Test
  void papersUnderAPrefixStopWhereItStops() {
    for (String key : List.of("a/1", "a/2", "aa/1", "b/1")) {
      store.shelf().put(new Shelf.Paper("people/token", key, "{}"));
    }
    assertThat(store.shelf().under("people/token", "a/", 9))
        .extracting(Shelf.Paper::key)
        .containsExactly("a/1", "a/2");
  }

  @Test
  void rebuildingLeavesTheLogAlone() {
    store.journal().add(deed("people", "account:1", "{}"));
    store.forgetDerived();
    assertThat(store.journal().all(0)).hasSize(1);
  }

  @Test
  void papersAreChangedAndThrownAway() {
    store.shelf().put(new Shelf.Paper("people/session", "a", "{}"));
    store.shelf().put(new Shelf.Paper("people/session", "b", "{\"n\":1}"));
    store.shelf().put(new Shelf.Paper("people/session", "b", "{\"n\":2}"));
    store.shelf().put(new Shelf.Paper("people/token", "c", "{}"));
    store.close();
    store = again();
    assertThat(store.shelf().get("people/session", "b").map(Shelf.Paper::body))
        .contains("{\"n\":2}");
    assertThat(store.shelf().list("people/session", null, 9))
        .extracting(Shelf.Paper::key)
        .containsExactly("a", "b");
    assertThat(store.shelf().list("people/session", "a", 9))
        .extracting(Shelf.Paper::key)
        .containsExactly("b");
    assertThat(store.shelf().remove("people/session", "a")).isTrue();
    assertThat(store.shelf().remove("people/session", "a")).isFalse();
    assertThat(store.shelf().get("people/session", "a")).isEmpty();
  }

  @Test
  void whatADatabaseWouldChangeIsRefused() {
    assertThatIllegalArgumentException().isThrownBy(() -> deed("people", "a", "{\"a\":\"\0\"}"));
    assertThatIllegalArgumentException().isThrownBy(() -> deed("people", "a", "\uD800"));
    assertThatIllegalArgumentException().isThrownBy(() -> deed("people", "a\nb", "{}"));
    assertThatIllegalArgumentException().isThrownBy(() -> deed(" ", "a", "{}"));
  }
}
