package org.tabadla.search;

import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.function.ToLongFunction;
import java.util.stream.Stream;
import org.apache.lucene.index.Term;
import org.jspecify.annotations.Nullable;

/// Finds terms without one of which a condition cannot hold: the rarest set of them that it gives.
/// For an article that does not have any of them, it need not be looked at.
///
/// The idea is that of Lucene's own `lucene-monitor` (presearchers).
final class RequiredTerms {
  private final ToLongFunction<Term> frequency;
  private final Vocabulary vocabulary;

  /// @param frequency in how many documents a term is, as far as known
  RequiredTerms(ToLongFunction<Term> frequency, Vocabulary vocabulary) {
    this.frequency = frequency;
    this.vocabulary = vocabulary;
  }

  /// @return the numbers of terms one of which is in every article that meets the condition; null
  ///   when nothing can be said
  @Nullable Set<Integer> of(Condition condition) {
    return switch (condition) {
      case Condition.Has(int term) -> isInAll(term) ? null : Set.of(term);
      case Condition.Phrase(var places) ->
          rarest(places.stream().map(place -> Set.copyOf(place.terms())));
      case Condition.All(var of) -> rarest(of.stream().map(this::of).filter(Objects::nonNull));
      case Condition.Any(var of) -> anyOf(of);
      case Condition.Not not -> null;
      case Condition.Between between -> null;
    };
  }

  /// The article's own language: only queries of it are held against it.
  private boolean isInAll(int term) {
    return vocabulary.term(term).field().equals(IndexFields.GROUP);
  }

  /// One of several must hold, so one of all their terms is there.
  private @Nullable Set<Integer> anyOf(List<Condition> conditions) {
    Set<Integer> all = new HashSet<>();
    for (Condition condition : conditions) {
      Set<Integer> one = of(condition);
      if (one == null) {
        return null;
      }
      all.addAll(one);
    }
    return all;
  }

  private @Nullable Set<Integer> rarest(Stream<Set<Integer>> choices) {
    return choices.min(Comparator.comparingDouble(this::cost)).orElse(null);
  }

  /// Of terms that are equally known, the longer is likely to be the rarer.
  private double cost(Set<Integer> terms) {
    double cost = 0;
    for (int number : terms) {
      Term term = vocabulary.term(number);
      cost += frequency.applyAsLong(term) + 1.0 / (1 + term.bytes().length);
    }
    return cost;
  }
}
