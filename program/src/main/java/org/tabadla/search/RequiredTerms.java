package org.tabadla.search;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.function.ToLongFunction;
import org.apache.lucene.index.Term;
import org.apache.lucene.search.BooleanClause;
import org.apache.lucene.search.BooleanQuery;
import org.apache.lucene.search.BoostQuery;
import org.apache.lucene.search.ConstantScoreQuery;
import org.apache.lucene.search.DisjunctionMaxQuery;
import org.apache.lucene.search.MultiPhraseQuery;
import org.apache.lucene.search.PhraseQuery;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.SynonymQuery;
import org.apache.lucene.search.TermInSetQuery;
import org.apache.lucene.search.TermQuery;
import org.apache.lucene.util.BytesRef;
import org.apache.lucene.util.BytesRefIterator;
import org.jspecify.annotations.Nullable;

/// Finds terms without one of which a query cannot match: the rarest set of them that the query
/// gives. What a document does not have any of, its query need not be run on.
///
/// The idea is that of Lucene's own `lucene-monitor` (presearchers), for the few kinds of query
/// that {@link QueryPlan} makes.
final class RequiredTerms {
  private final ToLongFunction<Term> frequency;

  /// @param frequency in how many documents a term is, as far as known
  RequiredTerms(ToLongFunction<Term> frequency) {
    this.frequency = frequency;
  }

  /// @return one of them is in every document that matches; null when nothing can be said
  @Nullable Set<Term> of(Query query) {
    return switch (query) {
      case TermQuery term ->
          term.getTerm().field().equals(IndexFields.GROUP) ? null : Set.of(term.getTerm());
      case BoostQuery boost -> of(boost.getQuery());
      case ConstantScoreQuery constant -> of(constant.getQuery());
      case PhraseQuery phrase -> rarest(Arrays.stream(phrase.getTerms()).map(Set::of).toList());
      case MultiPhraseQuery phrase ->
          rarest(Arrays.stream(phrase.getTermArrays()).map(Set::of).toList());
      case SynonymQuery synonyms -> Set.copyOf(synonyms.getTerms());
      case TermInSetQuery set -> terms(set);
      case DisjunctionMaxQuery any -> anyOf(List.copyOf(any.getDisjuncts()));
      case BooleanQuery all -> of(all);
      default -> null;
    };
  }

  private @Nullable Set<Term> of(BooleanQuery query) {
    List<Set<Term>> required =
        query.clauses().stream()
            .filter(BooleanClause::isRequired)
            .map(clause -> of(clause.query()))
            .filter(Objects::nonNull)
            .toList();
    if (!required.isEmpty()) {
      return rarest(required);
    }
    boolean optional = query.clauses().stream().noneMatch(BooleanClause::isRequired);
    return optional
        ? anyOf(
            query.clauses().stream()
                .filter(clause -> !clause.isProhibited())
                .map(BooleanClause::query)
                .toList())
        : null;
  }

  /// One of several must match, so one of all their terms is there.
  private @Nullable Set<Term> anyOf(List<Query> queries) {
    Set<Term> all = new HashSet<>();
    for (Query query : queries) {
      Set<Term> one = of(query);
      if (one == null) {
        return null;
      }
      all.addAll(one);
    }
    return all.isEmpty() ? null : all;
  }

  private @Nullable Set<Term> rarest(List<Set<Term>> choices) {
    return choices.stream().min(Comparator.comparingDouble(this::cost)).orElse(null);
  }

  /// Of terms that are equally known, the longer is likely to be the rarer.
  private double cost(Set<Term> terms) {
    double cost = 0;
    for (Term term : terms) {
      cost += frequency.applyAsLong(term) + 1.0 / (1 + term.bytes().length);
    }
    return cost;
  }

  private static Set<Term> terms(TermInSetQuery set) {
    Set<Term> terms = new HashSet<>();
    BytesRefIterator all = set.getBytesRefIterator();
    try {
      for (BytesRef one = all.next(); one != null; one = all.next()) {
        terms.add(new Term(set.getField(), BytesRef.deepCopyOf(one)));
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return terms;
  }
}
