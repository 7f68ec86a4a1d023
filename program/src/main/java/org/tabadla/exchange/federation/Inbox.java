package org.tabadla.exchange.federation;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.locks.ReentrantLock;
import org.tabadla.exchange.Exchange;
import org.tabadla.exchange.market.Act;
import org.tabadla.model.Deed;
import org.tabadla.model.Digest;
import org.tabadla.model.Shelf;
import org.tabadla.people.CanonicalJson;
import org.tabadla.people.Outcome;

/// Takes what partners bring: once each, in their order, and only what they signed. What is not
/// taken is written down and stops nothing.
final class Inbox {
  private static final String READ = "federation/read";

  /// How much is read at one visit. Who has no end is left, and visited again later.
  static final int MOST_PAGES = 200;

  static final Duration LONGEST_VISIT = Duration.ofMinutes(2);

  private final Exchange exchange;
  private final Partners partners;
  private final Shelf shelf;
  private final TalkFiles files;
  private final Map<String, ReentrantLock> locks = new ConcurrentHashMap<>();

  Inbox(Exchange exchange, Partners partners, Shelf shelf, TalkFiles files) {
    this.files = files;
    this.exchange = exchange;
    this.partners = partners;
    this.shelf = shelf;
  }

  /// What came of a parcel.
  ///
  /// @param have how far the reader is now; the sender goes on from there
  record Taken(Cursor have, List<Refused> refused) {
    Taken {
      refused = List.copyOf(refused);
    }
  }

  /// A deed that was not taken.
  ///
  /// @param deed the hash of what was sent, 16 hex digits
  record Refused(String deed, String kind, String why, String detail) {}

  /// How far a partner's journal was read.
  Cursor read(Partner partner) {
    return shelf
        .get(READ, partner.key())
        .map(paper -> CanonicalJson.MAPPER.readValue(paper.body(), Cursor.class))
        .orElse(Cursor.START);
  }

  /// Takes a parcel that the partner sent by itself. One that begins behind where we are is not
  /// taken: something between would be missing.
  Taken pushed(Partner partner, Parcel parcel) {
    ReentrantLock lock = locks.computeIfAbsent(partner.key(), _ -> new ReentrantLock());
    lock.lock();
    try {
      Cursor have = read(partner);
      return parcel.after().seq() > have.seq()
          ? new Taken(have, List.of())
          : taken(partner, parcel);
    } finally {
      lock.unlock();
    }
  }

  /// Goes on reading; `next` gives the page behind a cursor and is called until there is no more.
  ///
  /// @return why it broke off; null when all was read
  @org.jspecify.annotations.Nullable
  String pulled(Partner partner, Pages next) {
    ReentrantLock lock = locks.computeIfAbsent(partner.key(), _ -> new ReentrantLock());
    lock.lock();
    try {
      Instant end = exchange.now().plus(LONGEST_VISIT);
      boolean more = true;
      for (int page = 0; more; page++) {
        if (page >= MOST_PAGES || exchange.now().isAfter(end)) {
          return "there is more; it is read later";
        }
        switch (next.after(read(partner))) {
          case Pages.Page.Broken(String why) -> {
            return why;
          }
          case Pages.Page.Whole(Parcel parcel) -> {
            Cursor before = read(partner);
            taken(partner, parcel);
            // A page that leads nowhere would be asked for without end.
            more = parcel.more() && !before.equals(parcel.last());
          }
        }
      }
      return null;
    } finally {
      lock.unlock();
    }
  }

  /// Where pages come from.
  interface Pages {
    sealed interface Page {
      record Whole(Parcel parcel) implements Page {}

      record Broken(String why) implements Page {}
    }

    Page after(Cursor cursor);
  }

  private Taken taken(Partner partner, Parcel parcel) {
    var refused = new ArrayList<Refused>();
    for (Parcel.Told told : parcel.deeds()) {
      Outcome<Act> outcome = take(partner, told);
      if (outcome instanceof Outcome.Refused<Act>(var why, String detail)) {
        String hash = Digest.brief(told.toString());
        partners.refused(
            partner.own(),
            partner.other(),
            told.kind() + " " + told.subject() + ": " + why + " " + detail);
        refused.add(new Refused(hash, told.kind(), Office.name(why), detail));
      }
    }
    shelf.put(new Shelf.Paper(READ, partner.key(), CanonicalJson.of(parcel.last())));
    return new Taken(parcel.last(), refused);
  }

  private Outcome<Act> take(Partner partner, Parcel.Told told) {
    try {
      return taken(partner, told.deed());
    } catch (IllegalArgumentException | NullPointerException e) {
      return Outcome.refused(FederationReason.BAD_MESSAGE, String.valueOf(e.getMessage()));
    }
  }

  /// Takes one deed of the partner, or one of our own that the partner put in order. One whose
  /// parts are no ids, or lack, is refused like any other.
  Outcome<Act> taken(Partner partner, Deed deed) {
    boolean theirs = deed.actor().equals(partner.other().value());
    boolean ours = deed.actor().equals(partner.own().value());
    if (!theirs && !ours) {
      return Outcome.refused(FederationReason.NOT_FOR_US, deed.actor());
    }
    try {
      return exchange.receive(deed, partner.own()).then(act -> heard(partner, act));
    } catch (IllegalArgumentException | NullPointerException e) {
      return Outcome.refused(FederationReason.BAD_MESSAGE, String.valueOf(e.getMessage()));
    }
  }

  /// A deed that is brought again says again what comes with it: whatever stopped between the two
  /// is made good.
  private Outcome<Act> heard(Partner partner, Act act) {
    files.heard(partner, act);
    return Outcome.done(act);
  }
}
