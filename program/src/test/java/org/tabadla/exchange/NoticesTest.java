package org.tabadla.exchange;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.tabadla.exchange.market.AgreementId;
import org.tabadla.exchange.market.Core;
import org.tabadla.exchange.market.Kind;
import org.tabadla.exchange.market.ListingId;
import org.tabadla.exchange.market.Side;
import org.tabadla.model.Shelf;
import org.tabadla.people.Account;
import org.tabadla.people.AccountId;
import org.tabadla.people.People;
import org.tabadla.people.Role;

/// Notices are neither lost nor doubled, wherever the program stops.
class NoticesTest {
  @TempDir Path folder;
  private Newsrooms rooms;
  private Account reader;

  @BeforeEach
  void open() {
    rooms = new Newsrooms(folder);
    reader =
        rooms
            .people
            .join(
                People.HOUSE,
                new AccountId("yundu.night"),
                "night",
                rooms.yundu.organisation(),
                Role.READER,
                Newsrooms.PASSWORD)
            .orRefuse();
  }

  @AfterEach
  void close() {
    rooms.close();
  }

  @Test
  void whatOthersDidIsToldAndWhatOneDidOneselfIsNot() {
    agreed();
    rooms.notices.catchUp();
    assertThat(kinds(rooms.sahil)).containsExactly("signed", "begun");
    assertThat(kinds(rooms.yundu)).containsExactly("signed", "proposed");
    assertThat(kinds(rooms.lantern)).isEmpty();
  }

  @Test
  void aKillReachesEveryAccountOfTheReceiverWhateverItAskedFor() {
    for (Account who : List.of(rooms.yundu, reader)) {
      var wish = new Notice.Wish(who.id() + "@yundu.example", Notice.Which.KILLS, "zh");
      assertThat(rooms.notices.wish(who.id(), wish)).isTrue();
    }
    AgreementId agreement = agreed();
    ListingId listing =
        rooms.exchange.market().agreement(agreement).orElseThrow().terms().listing();
    rooms.notices.catchUp();
    assertThat(rooms.notices.due()).as("kills only").isEmpty();
    rooms.exchange.kill(rooms.sahil, listing, "the source withdrew").orRefuse();
    rooms.notices.catchUp();
    assertThat(kinds(reader).getFirst()).isEqualTo("killed");
    assertThat(rooms.notices.due())
        .extracting(Notice.Mail::to)
        .containsExactlyInAnyOrder("yundu.desk@yundu.example", "yundu.night@yundu.example");
    rooms.notices.due().forEach(mail -> rooms.notices.sent(mail.name()));
    assertThat(rooms.notices.due()).isEmpty();
  }

  @Test
  void aStopAtAnyWriteLosesNothingAndDoublesNothing() {
    rooms.notices.wish(
        rooms.sahil.id(), new Notice.Wish("desk@sahil.example", Notice.Which.ALL, "ur"));
    agreed();
    rooms.exchange.list(rooms.lantern, core(Side.REQUEST, "en", "A river documentary")).orRefuse();
    rooms.exchange.list(rooms.sahil, core(Side.OFFER, "ur", "دریا پر دستاویزی فلم")).orRefuse();
    var stopping = new Stopping(rooms.store.shelf());
    int stops = 0;
    for (int write = 1; stops < write; write++) {
      stopping.left = write;
      var notices = new Notices(rooms.exchange, rooms.store.journal(), stopping);
      try {
        notices.catchUp();
        break;
      } catch (IllegalStateException e) {
        stops++;
      }
    }
    assertThat(stops).as("it was stopped at each of its writes").isGreaterThan(5);
    List<Notice> toSahil = rooms.notices.of(rooms.sahil);
    assertThat(toSahil).extracting(Notice::kind).contains("match", "signed", "begun");
    assertThat(toSahil).doesNotHaveDuplicates();
    assertThat(kinds(rooms.yundu)).containsExactly("signed", "proposed");
    assertThat(kinds(rooms.lantern)).containsOnly("match");
    List<Notice.Mail> due = rooms.notices.due();
    assertThat(due).hasSameSizeAs(toSahil);
    rooms.store.shelf().remove("exchange/notices-place", "journal");
    rooms.notices.catchUp();
    assertThat(rooms.notices.of(rooms.sahil)).as("all again adds nothing").isEqualTo(toSahil);
    assertThat(rooms.notices.due()).isEqualTo(due);
  }

  @Test
  void whatWasSeenIsEachAccountsOwn() {
    agreed();
    rooms.notices.catchUp();
    assertThat(rooms.notices.unseen(rooms.yundu)).isEqualTo(2);
    long newest = rooms.notices.of(rooms.yundu).getFirst().seq();
    rooms.notices.see(rooms.yundu.id(), newest);
    assertThat(rooms.notices.unseen(rooms.yundu)).isZero();
    assertThat(rooms.notices.unseen(reader)).isEqualTo(2);
    rooms.notices.see(rooms.yundu.id(), 0);
    assertThat(rooms.notices.unseen(rooms.yundu)).as("seen is seen").isZero();
  }

  @Test
  void anAddressThatWouldWriteAHeaderOfItsOwnIsRefused() {
    for (String bad : List.of("a@b\r\nBcc: c@d", "a b@c", "a@b,c@d", "no address", "<a@b>")) {
      assertThat(rooms.notices.wish(rooms.sahil.id(), new Notice.Wish(bad, Notice.Which.ALL, "ur")))
          .as(bad)
          .isFalse();
    }
    assertThatThrownBy(() -> new Stopping(rooms.store.shelf()).put(new Shelf.Paper("a", "b", "")))
        .isInstanceOf(IllegalStateException.class);
  }

  private AgreementId agreed() {
    return rooms.agreed(Kind.CO_PRODUCTION);
  }

  private static Core core(Side side, String lang, String title) {
    return Newsrooms.core(side, Kind.PROGRAMME, lang, title, "");
  }

  private List<String> kinds(Account who) {
    return rooms.notices.of(who).stream().map(Notice::kind).toList();
  }

  /// A shelf in a house whose power fails after so many writes.
  private static final class Stopping implements Shelf {
    private final Shelf shelf;
    private int left;

    Stopping(Shelf shelf) {
      this.shelf = shelf;
    }

    @Override
    public Optional<Paper> get(String kind, String key) {
      return shelf.get(kind, key);
    }

    @Override
    public List<Paper> list(String kind, @Nullable String after, int limit) {
      return shelf.list(kind, after, limit);
    }

    @Override
    public void put(Paper paper) {
      if (--left < 0) {
        throw new IllegalStateException("the power failed");
      }
      shelf.put(paper);
    }

    @Override
    public boolean remove(String kind, String key) {
      return shelf.remove(kind, key);
    }
  }
}
