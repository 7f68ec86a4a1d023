package org.tabadla.search;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.stream.IntStream;
import org.apache.lucene.document.LongPoint;
import org.apache.lucene.index.Term;
import org.apache.lucene.search.BooleanClause;
import org.apache.lucene.search.BooleanClause.Occur;
import org.apache.lucene.search.BooleanQuery;
import org.apache.lucene.search.BoostQuery;
import org.apache.lucene.search.ConstantScoreQuery;
import org.apache.lucene.search.DisjunctionMaxQuery;
import org.apache.lucene.search.IndexOrDocValuesQuery;
import org.apache.lucene.search.IndexSortSortedNumericDocValuesRangeQuery;
import org.apache.lucene.search.MatchAllDocsQuery;
import org.apache.lucene.search.MatchNoDocsQuery;
import org.apache.lucene.search.MultiPhraseQuery;
import org.apache.lucene.search.PhraseQuery;
import org.apache.lucene.search.PointRangeQuery;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.SynonymQuery;
import org.apache.lucene.search.TermInSetQuery;
import org.apache.lucene.search.TermQuery;
import org.apache.lucene.util.BytesRef;
import org.apache.lucene.util.BytesRefIterator;

/// Makes a {@link Condition} of each kind of Lucene query that {@link QueryPlan} makes: the search
/// and what stands have one plan, and only its last step differs.
final class Conditions {
  private static final Condition ALWAYS = new Condition.All(List.of());
  private static final Condition NEVER = new Condition.Any(List.of());

  private final Vocabulary vocabulary;

  /// @param vocabulary takes up the terms of each query
  Conditions(Vocabulary vocabulary) {
    this.vocabulary = vocabulary;
  }

  /// @throws IllegalArgumentException for a kind of query that no plan makes
  Condition of(Query query) {
    return switch (query) {
      case MatchAllDocsQuery all -> ALWAYS;
      case MatchNoDocsQuery none -> NEVER;
      case TermQuery term -> has(term.getTerm());
      case BoostQuery boost -> of(boost.getQuery());
      case ConstantScoreQuery constant -> of(constant.getQuery());
      case DisjunctionMaxQuery any -> any(any.getDisjuncts());
      case BooleanQuery parts -> of(parts);
      case SynonymQuery synonyms -> anyTerm(synonyms.getTerms());
      case TermInSetQuery set -> anyTerm(terms(set));
      case PhraseQuery phrase ->
          phrase(phrase.getPositions(), Arrays.stream(phrase.getTerms()).map(List::of).toList());
      case MultiPhraseQuery phrase ->
          phrase(
              phrase.getPositions(), Arrays.stream(phrase.getTermArrays()).map(List::of).toList());
      case IndexSortSortedNumericDocValuesRangeQuery range -> of(range.getFallbackQuery());
      case IndexOrDocValuesQuery either -> of(either.getIndexQuery());
      case PointRangeQuery range ->
          new Condition.Between(
              LongPoint.decodeDimension(range.getLowerPoint(), 0),
              LongPoint.decodeDimension(range.getUpperPoint(), 0));
      default -> throw new IllegalArgumentException("No condition is known for " + query);
    };
  }

  private Condition has(Term term) {
    return new Condition.Has(vocabulary.number(term));
  }

  private Condition any(Collection<Query> queries) {
    List<Condition> of = queries.stream().map(this::of).toList();
    return of.size() == 1 ? of.getFirst() : new Condition.Any(of);
  }

  private Condition anyTerm(Collection<Term> terms) {
    return new Condition.Any(terms.stream().map(this::has).toList());
  }

  /// What should be there only ranks, unless nothing else must be.
  private Condition of(BooleanQuery query) {
    List<Condition> all = new ArrayList<>();
    query.clauses().stream()
        .filter(BooleanClause::isRequired)
        .forEach(clause -> all.add(of(clause.query())));
    if (all.isEmpty()) {
      all.add(any(query.getClauses(Occur.SHOULD)));
    }
    query.getClauses(Occur.MUST_NOT).forEach(unwanted -> all.add(new Condition.Not(of(unwanted))));
    return all.size() == 1 ? all.getFirst() : new Condition.All(List.copyOf(all));
  }

  private Condition phrase(int[] offsets, List<List<Term>> terms) {
    return new Condition.Phrase(
        IntStream.range(0, offsets.length)
            .mapToObj(i ->
                new Condition.Place(
                    offsets[i], terms.get(i).stream().map(vocabulary::number).toList()))
            .toList());
  }

  private static List<Term> terms(TermInSetQuery set) {
    List<Term> terms = new ArrayList<>();
    BytesRefIterator all = set.getBytesRefIterator();
    try {
      for (BytesRef one = all.next(); one != null; one = all.next()) {
        terms.add(new Term(set.getField(), one));
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return terms;
  }
}
