package org.tabadla.register;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableSet;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.tabadla.model.Lang;
import org.tabadla.model.Logged;

/// What the register's deeds add up to. The same deeds in the same order give the same ledger.
final class Ledger {
  private final Map<String, Commitment> commitments = new HashMap<>();
  private final Map<String, String> homes = new HashMap<>();
  private final Map<String, String> joined = new HashMap<>();
  private final Map<String, NavigableSet<Place>> shelves = new HashMap<>();
  private final Map<String, Map<String, Named>> names = new HashMap<>();
  private final NavigableSet<Due> due =
      new TreeSet<>(Comparator.comparing(Due::day).thenComparing(Due::commitment));
  private final Linking linking = new Linking();
  private long seq;

  /// Where a commitment stands in a list, the newest first.
  private record Place(java.time.Instant last, String commitment) implements Comparable<Place> {
    @Override
    public int compareTo(Place other) {
      int newer = other.last.compareTo(last);
      return newer == 0 ? commitment.compareTo(other.commitment) : newer;
    }
  }

  private record Due(LocalDate day, String commitment) {}

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
      case Event.Confirmed confirmed -> change(id, logged, confirmed.note(), c -> c);
      case Event.Corrected one -> corrected(id, one, logged);
      case Event.Split split -> split(id, split, logged);
      case Event.Joined join -> joined(id, current(join.from()), join, logged);
      case Event.Evidenced one ->
          change(
              id,
              logged,
              one.words(),
              c ->
                  c.with(
                      one.promise(),
                      new Promise.Evidence(
                          one.url(), one.words(), one.day(), logged.deed().actor())));
    }
  }

  private interface Turn {
    Commitment of(Commitment commitment);
  }

  private void change(String id, Logged logged, String note, Turn turn) {
    Commitment before = commitments.get(id);
    if (before != null) {
      replace(before, turn.of(before).with(step(logged, note)));
    }
  }

  private static Commitment.Step step(Logged logged, String note) {
    return new Commitment.Step(
        logged.seq(), logged.deed().at(), logged.deed().actor(), logged.deed().kind(), note);
  }

  private void asserted(String id, Event.Asserted asserted, Logged logged) {
    Assertion assertion = asserted.assertion();
    if (homes.putIfAbsent(assertion.id(), id) != null) {
      return;
    }
    Commitment before = commitments.get(id);
    var entry = new Commitment.Entry(assertion, asserted.why(), List.of());
    Commitment after =
        (before == null ? Commitment.empty(id) : before)
            .with(entry)
            .with(step(logged, assertion.origin().name()));
    linking.add(id, assertion);
    replace(before, after);
  }

  private void corrected(String id, Event.Corrected one, Logged logged) {
    var correction =
        new Commitment.Correction(
            one.field(), one.value(), one.note(), logged.deed().actor(), logged.deed().at());
    change(id, logged, one.note(), c -> c.with(one.assertion(), correction));
  }

  private void split(String id, Event.Split split, Logged logged) {
    Commitment before = commitments.get(id);
    if (before == null) {
      return;
    }
    var gone = Set.copyOf(split.assertions());
    Commitment rest = before.without(e -> gone.contains(e.assertion().id()));
    Commitment part = Commitment.empty(split.into());
    for (String assertion : split.assertions()) {
      Commitment.Entry entry = before.entry(assertion).orElse(null);
      if (entry != null) {
        part = part.with(entry);
        settle(assertion, split.into());
      }
    }
    if (!rest.entries().isEmpty() && !part.entries().isEmpty()) {
      replace(before, rest.with(step(logged, split.note())));
      replace(null, part.with(step(logged, split.note())));
    }
  }

  private void joined(String into, String from, Event.Joined join, Logged logged) {
    Commitment a = commitments.get(into);
    Commitment b = commitments.get(from);
    if (a == null || b == null || into.equals(from)) {
      return;
    }
    Commitment all = a;
    for (Commitment.Entry entry : b.entries()) {
      all = all.with(entry);
      settle(entry.assertion().id(), into);
    }
    for (var shown : b.evidence().entrySet()) {
      for (Promise.Evidence one : shown.getValue()) {
        all = all.with(shown.getKey(), one);
      }
    }
    joined.put(from, into);
    replace(b, null);
    replace(a, all.with(step(logged, join.note())));
  }

  private void settle(String assertion, String commitment) {
    homes.put(assertion, commitment);
    linking.move(assertion, commitment);
  }

  private void replace(@Nullable Commitment before, @Nullable Commitment after) {
    if (before != null) {
      commitments.remove(before.id());
      shelve(before, false);
    }
    if (after != null) {
      commitments.put(after.id(), after);
      shelve(after, true);
    }
  }

  private void shelve(Commitment commitment, boolean in) {
    Keys keys = Keys.of(commitment);
    var place = new Place(commitment.last(), commitment.id());
    var at = new ArrayList<String>(List.of(""));
    at.add("status/" + commitment.newest().status().word());
    keys.parties().keySet().forEach(k -> at.add("party/" + k));
    keys.pairs().forEach(k -> at.add("pair/" + k));
    keys.sectors().keySet().forEach(k -> at.add("sector/" + k));
    keys.places().keySet().forEach(k -> at.add("place/" + k));
    keys.articles().forEach(k -> at.add("article/" + k));
    for (String shelf : at) {
      NavigableSet<Place> places = shelves.computeIfAbsent(shelf, k -> new TreeSet<>());
      if (in) {
        places.add(place);
      } else {
        places.remove(place);
      }
    }
    for (Keys.Called called : keys.names()) {
      names
          .computeIfAbsent(called.shelf(), k -> new LinkedHashMap<>())
          .putIfAbsent(called.named().lang().primary(), called.named());
    }
    for (Promise promise : commitment.promises()) {
      LocalDate day = promise.lastDay();
      if (day != null && in) {
        due.add(new Due(day, commitment.id()));
      } else if (day != null) {
        due.remove(new Due(day, commitment.id()));
      }
    }
  }

  /// @return the id under which a commitment stands now
  String current(String id) {
    String at = id;
    for (int i = 0; i < joined.size() && joined.containsKey(at); i++) {
      at = joined.getOrDefault(at, at);
    }
    return at;
  }

  Optional<Commitment> commitment(String id) {
    return Optional.ofNullable(commitments.get(current(id)));
  }

  Optional<String> home(String assertion) {
    return Optional.ofNullable(homes.get(assertion));
  }

  /// @param shelf "" for all, `party/…`, `pair/CN-PK`, `sector/…`, `place/…`, `article/…`
  List<Commitment> on(String shelf, int from, int limit) {
    return shelves.getOrDefault(shelf, new TreeSet<>()).stream()
        .skip(from)
        .limit(limit)
        .flatMap(p -> commitment(p.commitment()).stream())
        .toList();
  }

  int size(String shelf) {
    NavigableSet<Place> places = shelves.get(shelf);
    return places == null ? 0 : places.size();
  }

  /// @return the shelves of a kind that hold something, the fullest first
  List<Counted> shelves(String kind, int limit) {
    return shelves.entrySet().stream()
        .filter(s -> s.getKey().startsWith(kind + "/") && !s.getValue().isEmpty())
        .map(s -> new Counted(s.getKey().substring(kind.length() + 1), s.getValue().size()))
        .sorted(Comparator.comparingInt(Counted::count).reversed().thenComparing(Counted::key))
        .limit(limit)
        .toList();
  }

  /// How many commitments stand under a key.
  record Counted(String key, int count) {}

  /// @return what it is called in a language, or else by the first source that named it
  Optional<Named> name(String shelf, Lang lang) {
    Map<String, Named> all = names.getOrDefault(shelf, Map.of());
    Named own = all.get(lang.primary());
    return own == null ? all.values().stream().findFirst() : Optional.of(own);
  }

  /// @return commitments with something due before a day of which nobody has heard since, the
  ///   longest silent first
  List<Commitment> silent(LocalDate today, int limit) {
    return due.headSet(new Due(today, ""), false).stream()
        .map(Due::commitment)
        .distinct()
        .flatMap(id -> commitment(id).stream())
        .filter(c -> !c.silent(today).isEmpty())
        .limit(limit)
        .toList();
  }

  Optional<Linking.Match> nearest(Assertion assertion) {
    return linking.nearest(assertion);
  }

  long seq() {
    return seq;
  }
}
