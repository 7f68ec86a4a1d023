package org.tabadla.register;

import java.time.Instant;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.NavigableSet;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.tabadla.model.Logged;

/// What the register's deeds add up to. The same deeds in the same order give the same ledger.
final class Ledger {
  private final Map<String, Commitment> commitments = new HashMap<>();
  private final Map<String, String> homes = new HashMap<>();
  private final Map<String, String> joined = new HashMap<>();
  private final Map<Long, Undoable> undoable = new HashMap<>();
  private final NavigableSet<Change> changes = new TreeSet<>();
  private final Map<String, Change> changed = new HashMap<>();
  private final Pool pool = new Pool();
  private final Called called = new Called();
  private final Lists lists = new Lists();
  private final Departures departures = new Departures();
  private final Linking linking = new Linking();
  private long seq;

  /// A deed of a person that can be undone.
  ///
  /// @param from what a join has taken in, as it was; null for other deeds
  private record Undoable(String commitment, Event event, @Nullable Commitment from) {}

  /// Takes a deed in. One that is known, or that names what is not there, changes nothing.
  void apply(Logged logged) {
    seq = logged.seq();
    Event event = Event.Json.read(logged.deed());
    if (event == null) {
      return;
    }
    String id = current(logged.deed().subject());
    switch (event) {
      case Event.Asserted asserted -> asserted(id, asserted, logged);
      case Event.Confirmed confirmed -> {
        remember(logged, id, event, null);
        change(id, logged, confirmed.note(), c -> c);
      }
      case Event.Corrected one -> corrected(id, one, logged);
      case Event.Split split -> {
        remember(logged, id, event, null);
        split(id, split.assertions(), split.into(), logged, split.note());
      }
      case Event.Joined join -> {
        String from = current(join.from());
        remember(logged, id, event, commitments.get(from));
        joined(id, from, logged, join.note());
      }
      case Event.Evidenced one -> evidenced(id, one, logged);
      case Event.Undone undone -> undone(id, undone, logged);
    }
  }

  private interface Turn {
    Commitment of(Commitment commitment);
  }

  private void remember(Logged logged, String id, Event event, @Nullable Commitment from) {
    undoable.put(logged.seq(), new Undoable(id, event, from));
  }

  private void change(String id, Logged logged, String note, Turn turn) {
    Commitment before = commitments.get(id);
    if (before != null) {
      replace(turn.of(before).with(step(logged, note)), logged);
    }
  }

  private static Commitment.Step step(Logged logged, String note) {
    return new Commitment.Step(
        logged.seq(), logged.deed().at(), logged.deed().actor(), logged.deed().kind(), note);
  }

  private void asserted(String id, Event.Asserted asserted, Logged logged) {
    if (homes.putIfAbsent(asserted.assertion().id(), id) != null) {
      return;
    }
    linking.add(asserted.assertion());
    Assertion slim = pool.slim(asserted.assertion());
    Commitment before = commitments.get(id);
    Commitment after =
        (before == null ? Commitment.empty(id) : before)
            .with(new Commitment.Entry(slim, asserted.why(), List.of()))
            .with(step(logged, slim.origin().name()));
    Keys.Found found = Keys.of(slim);
    found.names().forEach(called::add);
    Keys known = lists.keys(id);
    Keys keys = known == null ? found.keys() : known.and(found.keys());
    keep(after, keys.pooled(pool::of), logged);
  }

  private void corrected(String id, Event.Corrected one, Logged logged) {
    remember(logged, id, one, null);
    var correction =
        new Commitment.Correction(
            one.field(),
            one.value(),
            one.note(),
            logged.deed().actor(),
            logged.deed().at(),
            logged.seq());
    change(id, logged, one.note(), c -> c.with(one.assertion(), correction));
    commitment(id)
        .flatMap(c -> c.entry(one.assertion()))
        .ifPresent(e -> Keys.names(e.corrected()).forEach(called::add));
  }

  private void evidenced(String id, Event.Evidenced one, Logged logged) {
    remember(logged, id, one, null);
    var shown =
        new Promise.Evidence(
            one.url(), one.words(), one.day(), logged.deed().actor(), logged.seq());
    change(id, logged, one.words(), c -> c.with(one.promise(), shown));
  }

  private void split(String id, List<String> assertions, String into, Logged logged, String note) {
    Commitment before = commitments.get(id);
    if (before == null) {
      return;
    }
    var wanted = Set.copyOf(assertions);
    Commitment rest = before.without(e -> wanted.contains(e.assertion().id()));
    Commitment part = Commitment.empty(into);
    for (String assertion : new LinkedHashSet<>(assertions)) {
      Commitment.Entry entry = before.entry(assertion).orElse(null);
      if (entry != null) {
        part = part.with(entry);
      }
    }
    if (!rest.entries().isEmpty() && !part.entries().isEmpty()) {
      part.entries().forEach(e -> homes.put(e.assertion().id(), into));
      joined.remove(into);
      var gone = rest.evidenceOnlyOf(part);
      replace(rest.withoutEvidence(gone).with(step(logged, note)), logged);
      replace(part.andEvidence(gone).with(step(logged, note)), logged);
    }
  }

  private void joined(String into, String from, Logged logged, String note) {
    Commitment a = commitments.get(into);
    Commitment b = commitments.get(from);
    if (a == null || b == null || into.equals(from)) {
      return;
    }
    Commitment all = a;
    for (Commitment.Entry entry : b.entries()) {
      all = all.with(entry);
      homes.put(entry.assertion().id(), into);
    }
    all = all.andEvidence(b.evidence());
    joined.put(from, into);
    commitments.remove(from);
    lists.remove(from);
    changed(from, logged);
    replace(all.with(step(logged, note)), logged);
  }

  /// What can be undone is undone as far as it still stands: what others did since stays.
  private void undone(String id, Event.Undone undone, Logged logged) {
    Undoable was = undoable.remove(undone.seq());
    if (was == null) {
      return;
    }
    String note = undone.note();
    switch (was.event()) {
      case Event.Confirmed _ -> change(id, logged, note, c -> c);
      case Event.Corrected one -> {
        // What it corrects may have been put into another commitment since.
        String home = homes.getOrDefault(one.assertion(), id);
        change(home, logged, note, c -> c.without(undone.seq()));
        if (!home.equals(id)) {
          change(id, logged, note, c -> c);
        }
      }
      case Event.Evidenced _ -> takenBack(id, undone, logged);
      case Event.Split split -> rejoined(id, split, logged, note);
      case Event.Joined _ -> parted(id, was.from(), logged, note);
      case Event.Asserted _, Event.Undone _ -> {
        // Nobody undoes these: a split and another undoing say the same.
      }
    }
  }

  /// What was shown may have gone with its promise into another commitment since.
  private void takenBack(String id, Event.Undone undone, Logged logged) {
    Commitment here = commitments.get(id);
    if (here != null && !here.shows(undone.seq())) {
      commitments.values().stream()
          .filter(c -> c.shows(undone.seq()))
          .map(Commitment::id)
          .toList()
          .forEach(home -> change(home, logged, undone.note(), c -> c.without(undone.seq())));
    }
    change(id, logged, undone.note(), c -> c.without(undone.seq()));
  }

  /// @return what of a split still stands apart by it alone
  private List<String> apart(Event.Split split) {
    return split.assertions().stream()
        .distinct()
        .filter(a -> split.into().equals(homes.get(a)))
        .toList();
  }

  /// Only what was split off comes back; what came to it since stays where it is.
  private void rejoined(String id, Event.Split split, Logged logged, String note) {
    List<String> back = apart(split);
    Commitment part = commitments.get(split.into());
    Commitment whole = commitments.get(id);
    if (part == null || whole == null || back.isEmpty()) {
      return;
    }
    if (part.entries().size() == back.size()) {
      joined(id, split.into(), logged, note);
      return;
    }
    Commitment all = whole;
    for (String assertion : back) {
      all = part.entry(assertion).map(all::with).orElse(all);
      homes.put(assertion, id);
    }
    Commitment rest = part.without(e -> back.contains(e.assertion().id()));
    var gone = rest.evidenceOnlyOf(all);
    replace(rest.withoutEvidence(gone).with(step(logged, note)), logged);
    replace(all.andEvidence(gone).with(step(logged, note)), logged);
  }

  private void parted(String id, @Nullable Commitment from, Logged logged, String note) {
    if (from == null) {
      return;
    }
    List<String> still =
        from.entries().stream()
            .map(e -> e.assertion().id())
            .filter(a -> id.equals(homes.get(a)))
            .toList();
    split(id, still, from.id(), logged, note);
    Commitment back = commitments.get(from.id());
    Commitment rest = commitments.get(id);
    if (back != null && rest != null && joined.get(from.id()) == null) {
      // Not what was taken back in the meantime, nor what another undoing has taken along.
      var shown = rest.evidenceAmong(from.evidence());
      commitments.put(id, rest.withoutEvidence(shown));
      replace(back.andEvidence(shown).behind(from.trail()), logged);
      replace(commitments.getOrDefault(id, rest), logged);
    }
  }

  private void replace(Commitment after, Logged logged) {
    keep(after, Keys.of(after.assertions()).pooled(pool::of), logged);
  }

  private void keep(Commitment after, Keys keys, Logged logged) {
    Commitment before = commitments.get(after.id());
    Keys then = lists.keys(after.id());
    if (before != null && then != null) {
      departures.moved(
          after.id(), Departures.followed(before, then), Departures.followed(after, keys));
    }
    commitments.put(after.id(), after);
    lists.put(after, keys);
    changed(after.id(), logged);
  }

  private void changed(String id, Logged logged) {
    Instant at = logged.deed().at();
    if (!changes.isEmpty() && changes.last().at().isAfter(at)) {
      at = changes.last().at();
    }
    var now = new Change(at, logged.seq(), id);
    Change before = changed.put(id, now);
    if (before != null) {
      changes.remove(before);
    }
    changes.add(now);
  }

  /// @return the id under which a commitment stands now
  String current(String id) {
    String at = id;
    for (int i = 0; i < joined.size() && joined.containsKey(at); i++) {
      at = joined.getOrDefault(at, at);
    }
    return at;
  }

  /// @return the ids that lead to one since what stood there was joined to it
  List<String> formers(String id) {
    return joined.keySet().stream().filter(from -> id.equals(current(from))).sorted().toList();
  }

  Optional<Commitment> commitment(String id) {
    return Optional.ofNullable(commitments.get(current(id)));
  }

  /// @return only what stands under this very id
  Optional<Commitment> exactly(String id) {
    return Optional.ofNullable(commitments.get(id));
  }

  List<Commitment> commitments(List<String> ids) {
    return ids.stream().flatMap(id -> commitment(id).stream()).toList();
  }

  Optional<String> home(String assertion) {
    return Optional.ofNullable(homes.get(assertion));
  }

  /// @return what a deed of a person was done to; null where it cannot be undone, or was already
  @Nullable String undoable(long deed) {
    Undoable one = undoable.get(deed);
    if (one == null) {
      return null;
    }
    String id = current(one.commitment());
    boolean isOver =
        one.event() instanceof Event.Split split
            && (apart(split).isEmpty() || id.equals(split.into()));
    return isOver ? null : id;
  }

  /// @return ids that were changed after a moment, the first first; also those that were joined to
  ///   another
  List<Change> changed(@Nullable Change after, int limit) {
    return (after == null ? changes : changes.tailSet(after, false)).stream().limit(limit).toList();
  }

  /// @return when an id was changed last
  @Nullable Change changed(String id) {
    return changed.get(id);
  }

  /// @param page `status/…` or `pair/…`
  /// @return whether a commitment stood there and does no more
  boolean hasLeft(String id, String page) {
    return departures.has(id, page);
  }

  /// @return an assertion that it is most like, with the commitment where that stands
  Optional<Linking.Match> nearest(Assertion assertion) {
    return linking.nearest(assertion);
  }

  /// @return the lists with all that was taken in
  Lists lists() {
    lists.settle();
    return lists;
  }

  Called called() {
    return called;
  }

  long seq() {
    return seq;
  }
}
