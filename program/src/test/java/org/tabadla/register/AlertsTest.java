package org.tabadla.register;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneId;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.tabadla.store.Store;
import org.tabadla.store.Stores;

/// Who watches a page of the register is told what is new on it, once, in the way they chose.
class AlertsTest {
  private static final String POSTED = "https://desk.example/hook";

  @TempDir Path folder;

  private final AtomicReference<Instant> now =
      new AtomicReference<>(Instant.parse("2025-03-01T10:00:00Z"));
  private final Clock clock = ((InstantSource) now::get).withZone(ZoneId.of("Asia/Karachi"));
  private final Set<String> left = new HashSet<>();
  private Store store;
  private Register register;
  private Alerts alerts;

  @BeforeEach
  void open() {
    store = Stores.open("jdbc:sqlite:" + folder.resolve("test.db"));
    register = new Register(store.journal(), now::get);
    alerts = opened();
  }

  private Alerts opened() {
    return new Alerts(register, watches(), store.journal(), store.shelf(), clock);
  }

  private PageWatches watches() {
    return new PageWatches(store.shelf(), left::contains);
  }

  @AfterEach
  void close() {
    store.close();
  }

  private void later(Duration by) {
    now.updateAndGet(at -> at.plus(by));
  }

  private static Assertion signed() {
    return Promised.by("lantern", "en", "2025-03-01", Status.SIGNED, "Pakistan and China signed")
        .between("Pakistan=country:PK", "China=country:CN")
        .dueBy("2025-06-30")
        .made();
  }

  private void watch(String page, String email, String webhook) {
    assertThat(alerts.watches().watch("reader", page, "en", email, webhook, now.get()))
        .isInstanceOf(PageWatches.Outcome.Kept.class);
  }

  private List<Alerts.Parcel> due() {
    alerts.catchUp();
    return alerts.due();
  }

  private List<String> told() {
    List<Alerts.Parcel> due = due();
    due.forEach(p -> alerts.settle(p, null));
    return due.stream().flatMap(p -> p.alerts().stream()).map(Alerts.Alert::kind).toList();
  }

  @Test
  void aNewWordACorrectionAndWhatFallsDueAreToldOnceToWhoWatchesThePage() {
    watch("pair/CN-PK", "", POSTED);
    watch("pair/IR-PK", "", POSTED);
    Commitment c = register.file(List.of(signed())).getFirst();
    assertThat(told()).containsExactly("asserted");
    assertThat(told()).isEmpty();
    register.correct(
        c.id(), c.entries().getFirst().assertion().id(), Field.PLACE, "Lahore", "editor", "read");
    assertThat(told()).containsExactly("corrected");
    later(Duration.ofDays(122)); // 1 July
    assertThat(told()).containsExactly("silent");
    later(Duration.ofDays(30));
    assertThat(told()).isEmpty();
  }

  @Test
  void whoDidItIsNotTold() {
    register.file(List.of(signed()));
    later(Duration.ofMinutes(1));
    watch("", "", POSTED);
    Commitment c = register.list(Shelf.ALL, null, 1).getFirst();
    register.confirm(c.id(), "reader", "mine");
    assertThat(told()).isEmpty();
    register.confirm(c.id(), "editor", "hers");
    assertThat(told()).containsExactly("confirmed");
  }

  @Test
  void whatWasSaidBeforeThePageWasWatchedIsNotTold() {
    register.file(List.of(signed()));
    later(Duration.ofMinutes(1));
    watch("", "", POSTED);
    assertThat(told()).isEmpty();
  }

  /// More letters than are looked at in one go lie before the posts.
  @Test
  void whatWaitsForMidnightHoldsNoPostUp() {
    alerts = new Alerts(register, watches(), store.journal(), store.shelf(), clock, 10);
    for (int i = 0; i < 15; i++) {
      alerts.watches().watch("reader" + i, "", "en", "r" + i + "@desk.example", "", now.get());
    }
    watch("", "", POSTED);
    register.file(List.of(signed()));
    alerts.catchUp();
    int posts = 0;
    for (int i = 0; i < 4; i++) {
      for (Alerts.Parcel parcel : alerts.due()) {
        assertThat(parcel.way()).isEqualTo(Alerts.Way.WEBHOOK);
        alerts.settle(parcel, null);
        posts++;
      }
    }
    assertThat(posts).isEqualTo(1);
    later(Duration.ofHours(14));
    int letters = 0;
    for (int i = 0; i < 6; i++) {
      List<Alerts.Parcel> due = alerts.due();
      due.forEach(p -> alerts.settle(p, null));
      letters += due.size();
    }
    assertThat(letters).isEqualTo(15);
  }

  @Test
  void aDigestWaitsForMidnightAndHoldsTheWholeDay() {
    watch("party/country:PK", "reader@desk.example", "");
    Commitment c = register.file(List.of(signed())).getFirst();
    later(Duration.ofHours(1));
    register.confirm(c.id(), "editor", "seen");
    assertThat(due()).isEmpty();
    later(Duration.ofHours(13));
    assertThat(due()).singleElement().satisfies(p -> assertThat(p.alerts()).hasSize(2));
  }

  /// 19:00 UTC is midnight in Pakistan.
  @Test
  void aDayEndsWhereTheHouseStands() {
    watch("", "reader@desk.example", "");
    register.file(List.of(signed()));
    now.set(Instant.parse("2025-03-01T18:59:00Z"));
    assertThat(due()).isEmpty();
    now.set(Instant.parse("2025-03-01T19:01:00Z"));
    assertThat(due()).hasSize(1);
  }

  @Test
  void whatAClosedAccountWatchedEndsWithIt() {
    watch("", "", POSTED);
    register.file(List.of(signed()));
    alerts.catchUp();
    left.add("reader");
    assertThat(alerts.due()).isEmpty();
    assertThat(store.shelf().list("register/alert", null, 10)).isEmpty();
    assertThat(store.shelf().list("register/watch", null, 10)).isEmpty();
  }

  @Test
  void whatWaitsForOneAddressGoesToTheNextAtOnceUnderAnotherKey() {
    watch("", "", POSTED);
    register.file(List.of(signed()));
    Alerts.Parcel parcel = due().getFirst();
    alerts.settle(parcel, "answered 500");
    watch("", "", "https://other.example/hook");
    Alerts.Parcel next = due().getFirst();
    assertThat(next.watch().id()).isEqualTo(parcel.watch().id());
    assertThat(next.watch().secret()).isNotEqualTo(parcel.watch().secret());
    assertThat(alerts.trouble(next.watch())).isNull();
    watch("", "", "");
    assertThat(due()).isEmpty();
  }

  @Test
  void whoWatchesACommitmentIsToldOnWhenItIsJoinedToAnother() {
    Commitment one = register.file(List.of(signed())).getFirst();
    Assertion other =
        Promised.by("dawn", "en", "2025-03-01", Status.SIGNED, "Norway and Chile signed on fish")
            .between("Norway=country:NO", "Chile=country:CL")
            .made();
    Commitment two = register.file(List.of(other)).getFirst();
    later(Duration.ofMinutes(1));
    watch("c/" + two.id(), "", POSTED);
    register.join(one.id(), two.id(), "editor", "one");
    assertThat(told()).containsExactly("joined");
    register.confirm(one.id(), "editor", "seen");
    assertThat(told()).containsExactly("confirmed");
  }

  @Test
  void whatCannotBeToldIsTriedAgainAfterAPauseThatDoublesAndSurvivesARestart() {
    watch("", "", POSTED);
    register.file(List.of(signed()));
    Alerts.Parcel parcel = due().getFirst();
    alerts.settle(parcel, "answered 500");
    assertThat(due()).isEmpty();
    assertThat(alerts.trouble(parcel.watch())).isEqualTo("answered 500");
    later(Duration.ofSeconds(31));
    alerts = opened();
    assertThat(due()).hasSize(1);
    alerts.settle(due().getFirst(), "answered 500");
    later(Duration.ofSeconds(31));
    assertThat(due()).isEmpty();
    later(Duration.ofSeconds(31));
    assertThat(told()).containsExactly("asserted");
    assertThat(alerts.trouble(parcel.watch())).isNull();
  }

  @Test
  void whatIsFiledLateAndDueAlreadyIsToldAsSilentOnItsPage() {
    now.set(Instant.parse("2026-01-10T00:00:00Z"));
    watch("silent", "", POSTED);
    register.file(List.of(signed()));
    assertThat(told()).containsExactly("silent");
  }

  @Test
  void aWatchThatIsGoneTellsNothingAndAnotherCannotEndIt() {
    watch("", "", POSTED);
    String id = alerts.watches().of("reader").getFirst().id();
    assertThat(alerts.watches().remove("somebody", id)).isFalse();
    register.file(List.of(signed()));
    alerts.catchUp();
    assertThat(alerts.watches().remove("reader", id)).isTrue();
    assertThat(alerts.due()).isEmpty();
    assertThat(store.shelf().list("register/alert", null, 10)).isEmpty();
  }

  @Test
  void addressesThatCannotBeAreRefused() {
    for (String email : List.of("nobody", "a@b\r\nBcc: c@d.example", "a b@c.example")) {
      assertThat(alerts.watches().watch("reader", "", "en", email, "", now.get()))
          .isInstanceOf(PageWatches.Outcome.Not.class);
    }
    for (String webhook : List.of("file:///etc/passwd", "javascript:x", "https://a b/")) {
      assertThat(alerts.watches().watch("reader", "", "en", "", webhook, now.get()))
          .isInstanceOf(PageWatches.Outcome.Not.class);
    }
  }
}
