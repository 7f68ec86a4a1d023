package org.tabadla.search;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.apache.lucene.index.Term;
import org.apache.lucene.search.BooleanClause.Occur;
import org.apache.lucene.search.BooleanQuery;
import org.apache.lucene.search.BoostQuery;
import org.apache.lucene.search.ConstantScoreQuery;
import org.apache.lucene.search.DisjunctionMaxQuery;
import org.apache.lucene.search.MatchAllDocsQuery;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.TermQuery;
import org.apache.lucene.util.QueryBuilder;
import org.jspecify.annotations.Nullable;
import org.tabadla.language.Letters;
import org.tabadla.language.Stopwords;
import org.tabadla.model.Lang;

/// Turns an {@link Expression} into a Lucene query: once for every language that the index has
/// words of, each time analyzed as that language is, since an article's words are in one language's
/// fields. A word that a language does not index (its stop words) is left out for that language.
final class QueryPlan {
  private static final float TITLE_BOOST = 3f;
  private static final float STANDFIRST_BOOST = 1.5f;
  private static final float BODY_BOOST = 1f;
  private static final float EXACT_BOOST = 1.2f;

  /// How much of the fields that score less is added to the one that scores most.
  private static final float TIE_BREAK = 0.15f;

  private final Set<String> groups;
  private final QueryBuilder builder = new QueryBuilder(IndexFields.ANALYZER);

  /// @param groups the languages that the index has words of
  QueryPlan(Set<String> groups) {
    this.groups = groups;
  }

  /// @return a query whose score is relevance alone
  Query of(Expression expression) throws QueryTrouble {
    if (!expression.hasWords()) {
      Query filters = in(null, expression);
      return filters == null ? MatchAllDocsQuery.INSTANCE : filters;
    }
    List<Query> languages = new ArrayList<>();
    for (String group : groups) {
      Query query = in(group, expression);
      if (query != null) {
        // What is not in one language's fields may be in another's: «-match» must not find the
        // English articles as Urdu ones.
        languages.add(
            new BooleanQuery.Builder()
                .add(query, Occur.MUST)
                .add(new TermQuery(new Term(IndexFields.GROUP, group)), Occur.FILTER)
                .build());
      }
    }
    if (languages.isEmpty() && !groups.isEmpty()) {
      throw new QueryTrouble(
          "There is no word to search for", words(expression), "Add one that means more.");
    }
    return new DisjunctionMaxQuery(languages, 0);
  }

  private static String words(Expression expression) {
    return switch (expression) {
      case Expression.Word word -> word.text();
      case Expression.Phrase phrase -> phrase.text();
      case Expression.Filter filter -> filter.value();
      case Expression.Not not -> words(not.of());
      case Expression.And and -> words(and.of().getFirst());
      case Expression.Or or -> words(or.of().getFirst());
    };
  }

  /// @param group null when there are no words, and so no language matters
  /// @return null when the language has no word of it
  private @Nullable Query in(@Nullable String group, Expression expression) throws QueryTrouble {
    return switch (expression) {
      case Expression.Word word ->
          group == null ? null : word(group, word.text(), isUnspaced(word.text()));
      case Expression.Phrase phrase -> group == null ? null : word(group, phrase.text(), false);
      case Expression.Filter filter ->
          new BoostQuery(new ConstantScoreQuery(Filters.query(filter)), 0f);
      case Expression.Not not -> not(group, not);
      case Expression.And and -> and(group, and);
      case Expression.Or or -> or(group, or);
    };
  }

  private @Nullable Query not(@Nullable String group, Expression.Not not) throws QueryTrouble {
    Query unwanted = in(group, not.of());
    return unwanted == null
        ? null
        : new BooleanQuery.Builder()
            .add(everything(group), Occur.MUST)
            .add(unwanted, Occur.MUST_NOT)
            .build();
  }

  private static Query everything(@Nullable String group) {
    Query all =
        group == null
            ? MatchAllDocsQuery.INSTANCE
            : new TermQuery(new Term(IndexFields.GROUP, group));
    return new BoostQuery(new ConstantScoreQuery(all), 0f);
  }

  private @Nullable Query and(@Nullable String group, Expression.And and) throws QueryTrouble {
    boolean onlySmall =
        and.of().stream().noneMatch(part -> part.hasWords() && !isSmall(group, part));
    var query = new BooleanQuery.Builder();
    int required = 0;
    int parts = 0;
    for (Expression part : and.of()) {
      Occur occur = occur(group, part, onlySmall);
      Query one = in(group, part instanceof Expression.Not not ? not.of() : part);
      if (one != null) {
        query.add(one, occur);
        parts++;
        required += occur == Occur.MUST ? 1 : 0;
      }
    }
    if (parts == 0) {
      return null;
    }
    if (required == 0) {
      query.add(everything(group), Occur.MUST);
    }
    return query.build();
  }

  private static Occur occur(@Nullable String group, Expression part, boolean onlySmall) {
    if (part instanceof Expression.Not) {
      return Occur.MUST_NOT;
    }
    return !onlySmall && isSmall(group, part) ? Occur.SHOULD : Occur.MUST;
  }

  /// A stop word of the language: better with it, but nothing is left out for want of it.
  private static boolean isSmall(@Nullable String group, Expression part) {
    if (group == null || !(part instanceof Expression.Word word)) {
      return false;
    }
    Lang lang = new Lang(group);
    return Stopwords.contains(Letters.fold(word.text(), lang), lang);
  }

  private @Nullable Query or(@Nullable String group, Expression.Or or) throws QueryTrouble {
    var query = new BooleanQuery.Builder();
    int parts = 0;
    for (Expression part : or.of()) {
      Query one = in(group, part);
      if (one != null) {
        query.add(one, Occur.SHOULD);
        parts++;
      }
    }
    return parts == 0 ? null : query.build();
  }

  /// @param loose whether the tokens may stand anywhere, rather than next to one another
  private @Nullable Query word(String group, String text, boolean loose) {
    List<Query> fields = new ArrayList<>();
    addField(fields, IndexFields.TITLE + group, text, loose, TITLE_BOOST);
    addField(fields, IndexFields.STANDFIRST + group, text, loose, STANDFIRST_BOOST);
    addField(fields, IndexFields.BODY + group, text, loose, BODY_BOOST);
    addField(fields, IndexFields.EXACT + group, text, loose, EXACT_BOOST);
    return fields.isEmpty() ? null : new DisjunctionMaxQuery(fields, TIE_BREAK);
  }

  private void addField(List<Query> fields, String field, String text, boolean loose, float boost) {
    Query query =
        loose
            ? builder.createBooleanQuery(field, text, Occur.MUST)
            : builder.createPhraseQuery(field, text);
    if (query != null) {
      fields.add(new BoostQuery(query, boost));
    }
  }

  /// Chinese, Japanese and Thai write no spaces: what stands together there is several words.
  private static boolean isUnspaced(String text) {
    return text.codePoints()
        .mapToObj(Character.UnicodeScript::of)
        .anyMatch(script ->
            switch (script) {
              case HAN, HIRAGANA, KATAKANA, THAI, LAO, KHMER, MYANMAR -> true;
              default -> false;
            });
  }
}
