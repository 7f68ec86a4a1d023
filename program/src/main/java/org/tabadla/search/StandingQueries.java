package org.tabadla.search;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.ToLongFunction;
import org.apache.lucene.document.Document;
import org.apache.lucene.index.FieldInfo;
import org.apache.lucene.index.LeafReader;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.index.Term;
import org.apache.lucene.index.Terms;
import org.apache.lucene.index.TermsEnum;
import org.apache.lucene.index.memory.MemoryIndex;
import org.apache.lucene.search.DocIdSetIterator;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.ScoreMode;
import org.apache.lucene.search.Scorer;
import org.apache.lucene.util.BytesRef;
import org.jspecify.annotations.Nullable;
import org.tabadla.model.Article;
import org.tabadla.model.Notes;
import org.tabadla.model.StoryId;

/// Searches that stand: each article that arrives is held against all of them, in the query
/// language of {@link Search#search}.
///
/// An article becomes an index of one document in memory; a query is run on it only if the article
/// has one of its {@link RequiredTerms}, so that thousands cost little more than those that match.
/// Made for each language's articles when the first of them comes. For one thread at a time.
public final class StandingQueries {
  private final RequiredTerms required;
  private final Map<String, Expression> expressions = new LinkedHashMap<>();
  private final Map<String, Group> groups = new HashMap<>();

  /// @param frequency in how many documents of the index a term is
  StandingQueries(ToLongFunction<Term> frequency) {
    this.required = new RequiredTerms(frequency);
  }

  /// @return standing queries over an empty index
  public static StandingQueries alone() {
    return new StandingQueries(term -> 0);
  }

  /// The queries as the articles of one language are held against them.
  private static final class Group {
    final List<@Nullable Query> queries = new ArrayList<>();
    final List<String> ids = new ArrayList<>();
    final Map<Term, List<Integer>> places = new HashMap<>();
    final List<Integer> always = new ArrayList<>();
    final Map<String, Integer> placeOf = new HashMap<>();
  }

  /// @return what is wrong with a query, in one line; empty when it can stand
  public static Optional<String> trouble(String query) {
    try {
      Expression expression = QueryParser.parse(query);
      // In a language that every program of ours knows: a stop word alone must not stand.
      new QueryPlan(Set.of("en", "ur")).of(expression);
      return Optional.empty();
    } catch (QueryTrouble e) {
      return Optional.of(e.line());
    }
  }

  /// Adds a query, or puts it in the place of the one with this id.
  ///
  /// @return what is wrong with it; it does not stand then
  public Optional<String> add(String id, String query) {
    remove(id);
    try {
      Expression expression = QueryParser.parse(query);
      expressions.put(id, expression);
      groups.forEach((group, of) -> add(of, group, id, expression));
      return Optional.empty();
    } catch (QueryTrouble e) {
      return Optional.of(e.line());
    }
  }

  public void remove(String id) {
    if (expressions.remove(id) == null) {
      return;
    }
    for (Group group : groups.values()) {
      Integer place = group.placeOf.remove(id);
      if (place != null) {
        group.queries.set(place, null);
      }
    }
    // What was taken out leaves a gap; when most are gaps, all is made anew.
    groups.values().removeIf(group -> group.queries.size() > 2 * (expressions.size() + 1));
  }

  public int size() {
    return expressions.size();
  }

  /// @return the ids of the queries that the article meets, in the order in which they were added
  public List<String> matches(Article article, Notes notes) {
    if (expressions.isEmpty()) {
      return List.of();
    }
    Group group = groups.computeIfAbsent(IndexFields.group(article.lang()), this::group);
    Document document = IndexFields.document(article, notes, StoryId.of(article.id()));
    IndexSearcher searcher =
        MemoryIndex.fromDocument(document, IndexFields.ANALYZER).createSearcher();
    try {
      List<String> met = new ArrayList<>();
      BitSet candidates = candidates(group, searcher);
      for (int i = candidates.nextSetBit(0); i >= 0; i = candidates.nextSetBit(i + 1)) {
        Query query = group.queries.get(i);
        if (query != null && meets(searcher, query)) {
          met.add(group.ids.get(i));
        }
      }
      return List.copyOf(met);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /// One document: whether there is a first match is all there is to know.
  private static boolean meets(IndexSearcher searcher, Query query) throws IOException {
    var weight = searcher.createWeight(searcher.rewrite(query), ScoreMode.COMPLETE_NO_SCORES, 1);
    for (LeafReaderContext leaf : searcher.getIndexReader().leaves()) {
      Scorer scorer = weight.scorer(leaf);
      if (scorer != null && scorer.iterator().nextDoc() != DocIdSetIterator.NO_MORE_DOCS) {
        return true;
      }
    }
    return false;
  }

  private Group group(String name) {
    var group = new Group();
    expressions.forEach((id, expression) -> add(group, name, id, expression));
    return group;
  }

  private void add(Group group, String name, String id, Expression expression) {
    Query query = planned(name, expression);
    if (query == null) {
      return;
    }
    int place = group.queries.size();
    group.queries.add(query);
    group.ids.add(id);
    group.placeOf.put(id, place);
    Set<Term> keys = required.of(query);
    if (keys == null) {
      group.always.add(place);
    } else {
      keys.stream()
          .map(StandingQueries::anywhere)
          .distinct()
          .forEach(key -> group.places.computeIfAbsent(key, k -> new ArrayList<>(1)).add(place));
    }
  }

  /// @return null when the language has no word of the query, and so none of its articles meets it
  private static @Nullable Query planned(String group, Expression expression) {
    try {
      return new QueryPlan(Set.of(group)).of(expression);
    } catch (QueryTrouble none) {
      return null;
    }
  }

  private static BitSet candidates(Group group, IndexSearcher searcher) throws IOException {
    var found = new BitSet(group.queries.size());
    group.always.forEach(found::set);
    for (LeafReaderContext leaf : searcher.getIndexReader().leaves()) {
      LeafReader reader = leaf.reader();
      for (FieldInfo field : reader.getFieldInfos()) {
        Terms terms = reader.terms(field.name);
        if (terms != null) {
          mark(group, found, part(field.name), terms.iterator());
        }
      }
    }
    return found;
  }

  private static void mark(Group group, BitSet found, String field, TermsEnum terms)
      throws IOException {
    for (BytesRef term = terms.next(); term != null; term = terms.next()) {
      List<Integer> places = group.places.get(new Term(field, term));
      if (places != null) {
        places.forEach(found::set);
      }
    }
  }

  /// A word is looked for in the headline, the standfirst and the body: one key stands for all.
  private static Term anywhere(Term term) {
    return new Term(part(term.field()), term.bytes());
  }

  private static String part(String field) {
    return field.startsWith(IndexFields.TITLE) || field.startsWith(IndexFields.STANDFIRST)
        ? IndexFields.BODY + field.substring(field.indexOf('.') + 1)
        : field;
  }
}
