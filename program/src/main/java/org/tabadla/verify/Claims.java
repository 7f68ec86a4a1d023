package org.tabadla.verify;

import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.UnaryOperator;
import org.tabadla.model.Logged;

/// What the room's deeds add up to. The same deeds in the same order give the same claims.
final class Claims {
  private final Map<String, Claim> claims = new HashMap<>();
  private final NavigableMap<Long, String> byTime = new TreeMap<>();
  private final Map<String, Long> last = new HashMap<>();
  private final Map<String, Reviewer> reviewers = new LinkedHashMap<>();
  private final WordSearch search = new WordSearch();
  private long seq;

  /// Takes a deed in. One that names what is not there changes nothing.
  void apply(Logged logged) {
    seq = logged.seq();
    Event event = Event.Json.read(logged.deed());
    if (event == null) {
      return;
    }
    String id = logged.deed().subject();
    java.time.Instant at = logged.deed().at();
    switch (event) {
      case Event.Claimed claimed -> claimed(id, claimed, logged);
      case Event.Profiled profiled -> reviewers.put(profiled.reviewer().id(), profiled.reviewer());
      case Event.Appeared one -> change(id, logged, c -> c.with(one.appearance()));
      case Event.Reviewed one -> change(id, logged, c -> c.with(one.review()));
      case Event.Corrected one ->
          change(
              id,
              logged,
              c -> c.review(one.review(), r -> r.with(new Review.Correction(at, one.words()))));
      case Event.Replied one ->
          change(
              id,
              logged,
              c ->
                  c.review(one.review(), r -> r.with(new Review.Reply(at, one.by(), one.words()))));
      case Event.Withdrawn one ->
          change(
              id,
              logged,
              c -> c.review(one.review(), r -> r.with(new Review.Tombstone(at, one.reason()))));
      case Event.Stated one -> change(id, logged, c -> c.with(one.statement()));
      case Event.Stood one ->
          change(id, logged, c -> c.statement(one.statement(), s -> s.with(one.position())));
      case Event.Same one -> change(id, logged, c -> c.withSame(one.other()));
    }
  }

  private void claimed(String id, Event.Claimed one, Logged logged) {
    if (claims.containsKey(id)) {
      return;
    }
    var claim =
        new Claim(
            id,
            one.words(),
            one.speaker(),
            one.place(),
            one.date(),
            List.of(),
            List.of(),
            List.of(),
            List.of(),
            List.of());
    for (Claim.Appearance appearance : one.appearances()) {
      claim = claim.with(appearance);
    }
    put(claim.with(step(logged)), logged.seq());
    search.add(id, one.words());
  }

  private static Claim.Step step(Logged logged) {
    return new Claim.Step(
        logged.seq(), logged.deed().at(), logged.deed().actor(), logged.deed().kind());
  }

  private void change(String id, Logged logged, UnaryOperator<Claim> turn) {
    Claim before = claims.get(id);
    if (before != null) {
      put(turn.apply(before).with(step(logged)), logged.seq());
    }
  }

  private void put(Claim claim, long at) {
    claims.put(claim.id(), claim);
    Long before = last.put(claim.id(), at);
    if (before != null) {
      byTime.remove(before);
    }
    byTime.put(at, claim.id());
  }

  Optional<Claim> claim(String id) {
    return Optional.ofNullable(claims.get(id));
  }

  /// @return the claims of which something happened last
  List<Claim> newest(int from, int limit) {
    return byTime.descendingMap().values().stream()
        .skip(from)
        .limit(limit)
        .flatMap(id -> claim(id).stream())
        .toList();
  }

  List<Reviewer> reviewers() {
    return List.copyOf(reviewers.values());
  }

  Optional<Reviewer> reviewer(String id) {
    return Optional.ofNullable(reviewers.get(id));
  }

  ClaimSearch search() {
    return search;
  }

  int size() {
    return claims.size();
  }

  long seq() {
    return seq;
  }
}
