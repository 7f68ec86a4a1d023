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
import org.apache.lucene.index.Term;
import org.jspecify.annotations.Nullable;
import org.tabadla.model.Article;
import org.tabadla.model.Notes;
import org.tabadla.model.StoryId;

/// Searches that stand: each article that arrives is held against all of them, in the query
/// language of {@link Search#search}.
///
/// A query becomes a {@link Condition} on the terms of an article, and is looked at only where the
/// article has one of its {@link RequiredTerms}, so that thousands cost little more than those that
/// match. Made for each language's articles when the first of them comes. For one thread at a time.
public final class StandingQueries {
  private final ToLongFunction<Term> frequency;
  private final Map<String, Expression> expressions = new LinkedHashMap<>();
  private final Map<String, Group> groups = new HashMap<>();

  /// @param frequency in how many documents of the index a term is
  StandingQueries(ToLongFunction<Term> frequency) {
    this.frequency = frequency;
  }

  /// @return standing queries over an empty index
  public static StandingQueries alone() {
    return new StandingQueries(term -> 0);
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
      groups.values().forEach(group -> group.add(id, expression));
      return Optional.empty();
    } catch (QueryTrouble e) {
      return Optional.of(e.line());
    }
  }

  public void remove(String id) {
    if (expressions.remove(id) == null) {
      return;
    }
    groups.values().forEach(group -> group.remove(id));
    // What was taken out leaves a gap; when most are gaps, all is made anew.
    groups.values().removeIf(group -> group.conditions.size() > 2 * (expressions.size() + 1));
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
    try {
      var terms = new ArticleTerms(document, group.vocabulary);
      List<String> met = new ArrayList<>();
      BitSet candidates = group.candidates(terms);
      for (int i = candidates.nextSetBit(0); i >= 0; i = candidates.nextSetBit(i + 1)) {
        Condition condition = group.conditions.get(i);
        if (condition != null && condition.holds(terms)) {
          met.add(group.ids.get(i));
        }
      }
      return List.copyOf(met);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private Group group(String name) {
    var group = new Group(name);
    expressions.forEach(group::add);
    return group;
  }

  /// The queries as the articles of one language are held against them. A query has a place, and
  /// what is taken out leaves it empty.
  private final class Group {
    private final QueryPlan plan;
    private final Vocabulary vocabulary = new Vocabulary();
    private final Conditions making = new Conditions(vocabulary);
    private final RequiredTerms required = new RequiredTerms(frequency, vocabulary);
    private final List<@Nullable Condition> conditions = new ArrayList<>();
    private final List<String> ids = new ArrayList<>();
    private final Map<String, Integer> placeOf = new HashMap<>();
    private final Map<Integer, List<Integer>> placesOfTerm = new HashMap<>();
    private final List<Integer> always = new ArrayList<>();

    Group(String language) {
      this.plan = new QueryPlan(Set.of(language));
    }

    void add(String id, Expression expression) {
      Condition condition = planned(expression);
      if (condition == null) {
        return;
      }
      int place = conditions.size();
      conditions.add(condition);
      ids.add(id);
      placeOf.put(id, place);
      Set<Integer> keys = required.of(condition);
      if (keys == null) {
        always.add(place);
      } else {
        keys.forEach(key -> placesOfTerm.computeIfAbsent(key, k -> new ArrayList<>(1)).add(place));
      }
    }

    /// @return null when the language has no word of the query, and so none of its articles meets
    ///   it
    private @Nullable Condition planned(Expression expression) {
      try {
        return making.of(plan.of(expression));
      } catch (QueryTrouble none) {
        return null;
      }
    }

    void remove(String id) {
      Integer place = placeOf.remove(id);
      if (place != null) {
        conditions.set(place, null);
      }
    }

    BitSet candidates(ArticleTerms article) {
      var found = new BitSet(conditions.size());
      always.forEach(found::set);
      for (Integer term : article.present()) {
        placesOfTerm.getOrDefault(term, List.of()).forEach(found::set);
      }
      return found;
    }
  }
}
