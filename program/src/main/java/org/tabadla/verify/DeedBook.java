package org.tabadla.verify;

import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.tabadla.model.Deed;
import org.tabadla.model.Journal;

/// Writes a desk's deeds down, and keeps what they add up to abreast of the journal, in which other
/// processes write, too. Whoever calls holds the desk's lock.
final class DeedBook {
  private final Journal journal;
  private final Seals seals;
  private final InstantSource clock;
  private final Claims claims;

  DeedBook(Journal journal, Seals seals, InstantSource clock, Claims claims) {
    this.journal = journal;
    this.seals = seals;
    this.clock = clock;
    this.claims = claims;
  }

  /// Takes in what another process has written.
  void refresh() {
    journal.follow(Event.ROOM, claims.seq(), claims::apply);
  }

  /// Does what is signed, under the signature of the one who does it.
  Desk.Outcome signed(
      String by,
      Instant at,
      String words,
      Function<Seal, Event> event,
      String subject,
      String done) {
    Seal seal = seals.sign(by, at, words).orElse(null);
    if (seal == null) {
      return new Desk.Outcome.NotDone(
          "«" + by + "» has no key in force here: an operator founds it, or renews its key");
    }
    return write(subject, at, by, event.apply(seal), done);
  }

  /// To the millisecond, as the journal keeps it and as seals say it.
  Instant now() {
    return clock.instant().truncatedTo(ChronoUnit.MILLIS);
  }

  /// A claim as it stands now, whatever other processes have done to it; null where there is none.
  @Nullable Claim current(String claim) {
    refresh();
    return claims.claim(claim).orElse(null);
  }

  Desk.Outcome act(String claim, String actor, Event event) {
    if (current(claim) == null) {
      return new Desk.Outcome.NotDone("no claim " + claim);
    }
    return write(claim, now(), actor, event, claim);
  }

  Desk.Outcome write(String id, Instant at, String actor, Event event, String done) {
    return write(done, List.of(new Planned(id, at, actor, event)));
  }

  /// What is to be written down.
  record Planned(String id, Instant at, String actor, Event event) {
    Deed deed() {
      return new Deed(Event.ROOM, id, Event.Json.kind(event), at, actor, Event.Json.body(event));
    }
  }

  /// Writes all or nothing.
  Desk.Outcome write(String done, List<Planned> all) {
    for (Planned each : all) {
      String trouble = Fitness.of(claims.claim(each.id()).orElse(null), each.event());
      if (trouble != null) {
        return new Desk.Outcome.NotDone(trouble);
      }
    }
    journal.add(all.stream().map(Planned::deed).toList());
    // Not only this deed: another process may have written one before it.
    refresh();
    return new Desk.Outcome.Done(done);
  }
}
