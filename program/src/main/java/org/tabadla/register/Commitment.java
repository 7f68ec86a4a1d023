package org.tabadla.register;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Predicate;
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
  /// An assertion with why it stands here.
  ///
  /// @param why the clues that it shares with the others
  /// @param corrections what people found in its words, the last of a field counts
  public record Entry(Assertion assertion, List<String> why, List<Correction> corrections) {
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
  public record Correction(
      Field field, @Nullable String value, String note, String actor, Instant at) {
    Assertion of(Assertion a) {
      var worded = value == null ? null : new Assertion.Worded(value, 0, 0);
      var valued = worded == null ? null : new Assertion.Valued(worded.words(), worded);
      boolean status = field == Field.STATUS;
      return new Assertion(
          a.id(),
          status ? Status.of(Objects.requireNonNullElse(value, "")) : a.status(),
          a.parties(),
          a.others(),
          field == Field.INSTRUMENT ? worded : a.instrument(),
          field == Field.COUNT ? valued : a.count(),
          a.amounts(),
          a.sectors(),
          field == Field.PLACE ? worded : a.place(),
          field == Field.DATE ? valued : a.date(),
          a.deliverables(),
          a.sentence(),
          a.origin(),
          a.clues());
    }
  }

  /// A line of the audit trail.
  ///
  /// @param seq where it stands in the journal
  /// @param kind `asserted`, `confirmed`, `corrected`, `split`, `joined`, `evidenced`
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
    List<Assertion> all = assertions();
    if (all.stream().anyMatch(a -> a.status().isOver())) {
      return List.of();
    }
    return promises().stream()
        .filter(p -> p.evidence().isEmpty())
        .filter(p -> p.lastDay() != null && p.lastDay().isBefore(today))
        .filter(p -> !heardOf(p, all))
        .toList();
  }

  /// A source that tells of work in hand has told it after the promise was made.
  private static boolean heardOf(Promise promise, List<Assertion> all) {
    Instant made = promise.wordings().getFirst().assertion().origin().said();
    return all.stream().anyMatch(a -> a.status().isUnderWay() && a.origin().said().isAfter(made));
  }

  /// @return whether a person has looked at it since the last source spoke
  public boolean isConfirmed() {
    return !trail.isEmpty() && trail.getLast().kind().equals("confirmed");
  }

  Optional<Entry> entry(String assertion) {
    return entries.stream().filter(e -> e.assertion().id().equals(assertion)).findFirst();
  }

  Commitment with(Step step) {
    return new Commitment(id, entries, evidence, plus(trail, step));
  }

  Commitment with(Entry entry) {
    var all = new ArrayList<>(entries);
    all.add(entry);
    all.sort(Comparator.comparing(e -> e.assertion().origin().said()));
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

  private static <T> List<T> plus(List<T> all, T one) {
    var out = new ArrayList<>(all);
    out.add(one);
    return List.copyOf(out);
  }
}
