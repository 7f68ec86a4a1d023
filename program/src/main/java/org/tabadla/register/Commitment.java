package org.tabadla.register;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/// One commitment: all that was said about it by all sources, and what people did to that record.
///
/// @param entries by when the sources spoke, the first first
/// @param evidence by the key of the promise
/// @param trail what was done to the record and by whom, oldest first
public record Commitment(
    String id,
    List<Entry> entries,
    Map<String, List<Promise.Evidence>> evidence,
    List<Step> trail) {
  private static final String CONFIRMED = "confirmed";

  /// An assertion with why it stands here.
  ///
  /// @param why the clues that it shares with the others
  /// @param corrections what people found in its words, the last of a field counts
  public record Entry(Assertion assertion, List<String> why, List<Correction> corrections) {
    private Instant said() {
      return assertion.origin().said();
    }

    /// @return the assertion as people have corrected it
    public Assertion corrected() {
      Assertion out = assertion;
      for (Correction one : corrections) {
        out = one.of(out);
      }
      return out;
    }
  }

  /// Another value that a person found in the source's words.
  ///
  /// @param seq of the deed in the journal
  public record Correction(
      Field field, @Nullable String value, String note, String actor, Instant at, long seq) {
    /// @return the assertion with this value in the place of the one that was read
    Assertion of(Assertion a) {
      try {
        return Rewording.of(a, field, value);
      } catch (IllegalArgumentException e) {
        return a; // Written by a version that read values otherwise.
      }
    }
  }

  /// A line of the audit trail.
  ///
  /// @param seq where it stands in the journal
  /// @param kind `asserted`, `confirmed`, `corrected`, `split`, `joined`, `evidenced`, `undone`
  public record Step(long seq, Instant at, String actor, String kind, String note) {}

  static Commitment empty(String id) {
    return new Commitment(id, List.of(), Map.of(), List.of());
  }

  /// @return what each source said, as corrected, the first first
  public List<Assertion> assertions() {
    return entries.stream().map(Entry::corrected).toList();
  }

  /// @return the newest word of each source, the newest first
  public List<Assertion> standings() {
    Map<String, Assertion> newest = new HashMap<>();
    assertions().forEach(a -> newest.put(a.origin().source(), a));
    return newest.values().stream()
        .sorted(Comparator.comparing((Assertion a) -> a.origin().said()).reversed())
        .toList();
  }

  /// @return how it stands by the newest word of any source; the source is shown beside it
  public Assertion newest() {
    return entries.getLast().corrected();
  }

  /// @return when a source spoke of it last
  public Instant last() {
    return entries.getLast().assertion().origin().said();
  }

  /// @return how many outlets tell of it
  public int sources() {
    return (int) entries.stream().map(e -> e.assertion().origin().source()).distinct().count();
  }

  /// @return what is to come of it
  public List<Promise> promises() {
    return Promise.of(assertions(), evidence);
  }

  /// @return what was due before a day and of which nobody has heard since
  public List<Promise> silent(LocalDate today) {
    return open().stream().filter(p -> p.lastDay() != null && p.lastDay().isBefore(today)).toList();
  }

  /// @return what is to come and of which nobody has shown or told anything yet
  public List<Promise> open() {
    List<Assertion> all = assertions();
    if (all.stream().anyMatch(a -> a.status().isOver())) {
      return List.of();
    }
    // A source that tells of work in hand has told it after the promise was made.
    Instant told =
        all.stream()
            .filter(a -> a.status().isUnderWay())
            .map(a -> a.origin().said())
            .max(Comparator.naturalOrder())
            .orElse(Instant.MIN);
    return Promise.of(all, evidence).stream()
        .filter(p -> p.evidence().isEmpty())
        .filter(p -> !told.isAfter(p.wordings().getFirst().assertion().origin().said()))
        .toList();
  }

  /// @return where the newest deed about it stands in the journal
  public long seq() {
    return trail.isEmpty() ? 0 : trail.getLast().seq();
  }

  /// @return when anything was done to it last
  public Instant updated() {
    return trail.isEmpty() ? last() : trail.getLast().at();
  }

  /// @return whether a person has looked at it since the last source spoke
  public boolean isConfirmed() {
    return !trail.isEmpty() && trail.getLast().kind().equals(CONFIRMED);
  }

  Optional<Entry> entry(String assertion) {
    return entries.stream().filter(e -> e.assertion().id().equals(assertion)).findFirst();
  }

  Commitment with(Step step) {
    return new Commitment(id, entries, evidence, plus(trail, step));
  }

  Commitment with(Entry entry) {
    var all = new ArrayList<>(entries);
    int at = all.size();
    while (at > 0 && all.get(at - 1).said().isAfter(entry.said())) {
      at--;
    }
    all.add(at, entry);
    return new Commitment(id, List.copyOf(all), evidence, trail);
  }

  Commitment without(Predicate<Entry> gone) {
    return new Commitment(id, entries.stream().filter(gone.negate()).toList(), evidence, trail);
  }

  Commitment with(String assertion, Correction correction) {
    return new Commitment(
        id,
        entries.stream()
            .map(e ->
                e.assertion().id().equals(assertion)
                    ? new Entry(e.assertion(), e.why(), plus(e.corrections(), correction))
                    : e)
            .toList(),
        evidence,
        trail);
  }

  Commitment with(String promise, Promise.Evidence shown) {
    var all = new HashMap<>(evidence);
    all.merge(promise, List.of(shown), (before, now) -> plus(before, shown));
    return new Commitment(id, entries, Map.copyOf(all), trail);
  }

  /// Takes back a correction or evidence.
  Commitment without(long deed) {
    return new Commitment(
        id,
        entries.stream()
            .map(e ->
                new Entry(
                    e.assertion(),
                    e.why(),
                    e.corrections().stream().filter(c -> c.seq() != deed).toList()))
            .toList(),
        kept(e -> e.seq() != deed),
        trail);
  }

  /// @return those of some that are still here
  Map<String, List<Promise.Evidence>> evidenceAmong(Map<String, List<Promise.Evidence>> some) {
    return kept(e -> some.values().stream().flatMap(List::stream).anyMatch(e::equals));
  }

  Commitment withoutEvidence(Map<String, List<Promise.Evidence>> gone) {
    var seqs =
        gone.values().stream()
            .flatMap(List::stream)
            .map(Promise.Evidence::seq)
            .collect(Collectors.toSet());
    return new Commitment(id, entries, kept(e -> !seqs.contains(e.seq())), trail);
  }

  /// @return what was shown here of promises of which only another commitment tells now
  Map<String, List<Promise.Evidence>> evidenceOnlyOf(Commitment other) {
    var theirs = other.promises().stream().map(Promise::key).collect(Collectors.toSet());
    promises().forEach(p -> theirs.remove(p.key()));
    var out = new HashMap<>(evidence);
    out.keySet().retainAll(theirs);
    return Map.copyOf(out);
  }

  Commitment andEvidence(Map<String, List<Promise.Evidence>> shown) {
    Commitment out = this;
    for (var each : shown.entrySet()) {
      for (Promise.Evidence one : each.getValue()) {
        out = out.with(each.getKey(), one);
      }
    }
    return out;
  }

  /// @return whether what a deed has shown stands here
  boolean shows(long deed) {
    return evidence.values().stream().flatMap(List::stream).anyMatch(e -> e.seq() == deed);
  }

  /// @param before what was done to it before it was joined to another
  Commitment behind(List<Step> before) {
    var all = new ArrayList<>(before);
    all.addAll(trail);
    return new Commitment(id, entries, evidence, List.copyOf(all));
  }

  private Map<String, List<Promise.Evidence>> kept(Predicate<Promise.Evidence> wanted) {
    var out = new HashMap<String, List<Promise.Evidence>>();
    evidence.forEach((key, all) -> {
      List<Promise.Evidence> rest = all.stream().filter(wanted).toList();
      if (!rest.isEmpty()) {
        out.put(key, rest);
      }
    });
    return Map.copyOf(out);
  }

  private static <T> List<T> plus(List<T> all, T one) {
    var out = new ArrayList<>(all);
    out.add(one);
    return List.copyOf(out);
  }
}
