package org.tabadla.verify;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.tabadla.language.Letters;
import org.tabadla.model.Lang;
import org.tabadla.model.Logged;
import org.tabadla.model.Text;

/// What the room's deeds add up to. The same deeds in the same order give the same claims.
final class Claims {
  private final Map<String, Claim> claims = new HashMap<>();
  private final NavigableMap<Long, String> byTime = new TreeMap<>();
  private final Map<String, Long> last = new HashMap<>();
  private final Map<String, Reviewer> reviewers = new LinkedHashMap<>();
  private final Map<String, Set<String>> oldKeys = new HashMap<>();
  private final Map<String, Map<String, DomainAge>> domains = new HashMap<>();
  private final Set<String> known = new HashSet<>();
  private final Map<String, List<String>> bySpeaker = new HashMap<>();
  private final Map<String, NavigableMap<Long, String>> byReviewer = new HashMap<>();
  private final NavigableMap<Long, Written> written = new TreeMap<>();
  private final ClaimSearch.Told told;
  private long seq;

  /// Where a review that was written here stands.
  private record Written(String claim, String review) {}

  Claims(ClaimSearch.Told told) {
    this.told = told;
  }

  /// Takes a deed in. One that names what is not there changes nothing.
  void apply(Logged logged) {
    seq = logged.seq();
    Event event = Event.Json.read(logged.deed());
    if (event == null) {
      return;
    }
    String id = logged.deed().subject();
    Instant at = logged.deed().at();
    String actor = logged.deed().actor();
    switch (event) {
      case Event.Claimed claimed -> claimed(id, claimed, logged);
      case Event.Profiled profiled -> profiled(profiled.reviewer().doneAt(at));
      case Event.DomainStated one -> stated(one.age());
      case Event.Appeared one -> change(id, logged, c -> c.with(one.appearance()));
      case Event.Reviewed one -> reviewed(id, one.review().doneAt(at), logged);
      case Event.AlsoShown one ->
          change(id, logged, c -> c.review(one.review(), r -> r.alsoFrom(one.from())));
      case Event.Corrected one ->
          change(
              id,
              logged,
              c ->
                  c.review(
                      one.review(),
                      r -> r.with(at, one.words(), one.finding(), Seal.doneAt(one.seal(), at))));
      case Event.Replied one ->
          change(id, logged, c -> c.review(one.review(), r -> r.with(reply(one, at, actor))));
      case Event.Withdrawn one ->
          change(
              id,
              logged,
              c ->
                  c.review(
                      one.review(),
                      r ->
                          r.with(
                              new Review.Tombstone(
                                  at, one.reason(), Seal.doneAt(one.seal(), at)))));
      case Event.Stated one -> change(id, logged, c -> c.with(one.statement().doneAt(at)));
      case Event.Stood one ->
          change(
              id,
              logged,
              c -> c.statement(one.statement(), s -> s.with(one.position().doneAt(at))));
      case Event.Same one -> change(id, logged, c -> c.withSame(one.other()));
      case Event.NotSame one -> change(id, logged, c -> c.withNotSame(one.other()));
      case Event.Asked one -> change(id, logged, c -> c.asked(one.listing()));
    }
  }

  private void claimed(String id, Event.Claimed one, Logged logged) {
    if (claims.containsKey(id)) {
      // Two processes have put it down at once, each with its page.
      one.appearances().forEach(page -> change(id, logged, c -> c.with(page)));
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
            List.of(),
            List.of(),
            List.of());
    for (Claim.Appearance appearance : one.appearances()) {
      claim = claim.with(appearance);
    }
    put(claim.with(step(logged)), logged.seq());
    told.of(id, one.words());
    known.add(folded(one.words()));
    String speaker = one.speaker();
    if (speaker != null) {
      bySpeaker.computeIfAbsent(name(speaker), k -> new ArrayList<>()).add(id);
    }
  }

  private void reviewed(String id, Review review, Logged logged) {
    change(id, logged, c -> c.with(review));
    if (claims.containsKey(id) && review.isOf(review.organisation())) {
      byReviewer.computeIfAbsent(review.organisation(), k -> new TreeMap<>()).put(logged.seq(), id);
      written.put(logged.seq(), new Written(id, review.id()));
    }
  }

  /// @return the reviews that were written here, the newest first
  List<Desk.Told> written(int limit) {
    return written.descendingMap().values().stream()
        .limit(limit)
        .flatMap(at ->
            claim(at.claim()).stream()
                .flatMap(of -> of.review(at.review()).stream().map(r -> new Desk.Told(of, r))))
        .toList();
  }

  List<Claim> reviewedBy(String organisation, int limit) {
    NavigableMap<Long, String> all = byReviewer.get(organisation);
    return all == null
        ? List.of()
        : all.descendingMap().values().stream()
            .distinct()
            .limit(limit)
            .flatMap(id -> claim(id).stream())
            .toList();
  }

  /// An organisation's old seals carry their key; those that it gave for its own are kept.
  private void profiled(Reviewer reviewer) {
    reviewers.put(reviewer.id(), reviewer);
    if (reviewer.seal() == null) {
      oldKeys.computeIfAbsent(reviewer.id(), k -> new HashSet<>()).add(reviewer.key());
    }
  }

  /// The letters and figures alone, so that marks and spaces make no difference.
  private static String folded(Text words) {
    return Letters.fold(words.value(), words.lang()).replaceAll("[^\\p{L}\\p{N}]+", " ").strip();
  }

  /// Whether somebody has put these words down already.
  boolean knows(Text words) {
    return known.contains(folded(words));
  }

  /// A name is read on pages of every language: it has one form, whatever the claim's.
  private static String name(String speaker) {
    return folded(new Text(speaker, Lang.UND));
  }

  Optional<String> speaker(String name) {
    return bySpeaker.getOrDefault(name(name), List.of()).stream()
        .findFirst()
        .flatMap(this::claim)
        .map(Claim::speaker);
  }

  /// @return claims of a speaker, as the claims write the name, the newest first
  List<Claim> of(String speaker) {
    return bySpeaker.getOrDefault(name(speaker), List.of()).reversed().stream()
        .flatMap(id -> claim(id).stream())
        .toList();
  }

  List<Sealed> sealed() {
    return Stream.concat(
            reviewers.values().stream().map(Sealed::of),
            newest(0, size()).stream().flatMap(c -> Sealed.all(c).stream()))
        .toList();
  }

  /// What one organisation states takes nobody else's place.
  private void stated(DomainAge age) {
    domains.computeIfAbsent(age.host(), k -> new LinkedHashMap<>()).put(age.by(), age);
  }

  List<DomainAge> domain(String host) {
    return List.copyOf(domains.getOrDefault(host, Map.of()).values());
  }

  Set<String> oldKeys(String organisation) {
    return oldKeys.getOrDefault(organisation, Set.of());
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

  int size() {
    return claims.size();
  }

  long seq() {
    return seq;
  }

  private static Review.Reply reply(Event.Replied one, Instant at, String actor) {
    return new Review.Reply(at, one.by(), one.words(), one.source(), one.recorder(), actor);
  }
}
