package org.tabadla.search;

import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import org.tabadla.model.Article;
import org.tabadla.store.Store;

/// Queries of every kind that the query language has, made of the words of real articles, so that
/// many are met and many nearly.
final class RandomQueries {
  private static final int MOST_PHRASE_WORDS = 4;
  private static final int DEEPEST = 3;

  private final List<Store.Entry> entries;
  private final Random random;

  RandomQueries(List<Store.Entry> entries, long seed) {
    this.entries =
        entries.stream().filter(entry -> words(entry).size() > MOST_PHRASE_WORDS).toList();
    this.random = new Random(seed);
  }

  /// @return so many, all different and all readable
  Set<String> many(int count) {
    Set<String> queries = new LinkedHashSet<>();
    while (queries.size() < count) {
      String query = query(1);
      if (StandingQueries.trouble(query).isEmpty()) {
        queries.add(query);
      }
    }
    return queries;
  }

  private String query(int depth) {
    if (depth == DEEPEST) {
      return one();
    }
    return switch (random.nextInt(6)) {
      case 0, 1 -> one();
      case 2 -> query(depth + 1) + " " + query(depth + 1);
      case 3 -> "(" + query(depth + 1) + " OR " + query(depth + 1) + ")";
      case 4 -> query(depth + 1) + " -" + one();
      default -> "NOT (" + query(depth + 1) + ")";
    };
  }

  private String one() {
    Store.Entry entry = any(entries);
    return switch (random.nextInt(4)) {
      case 0 -> filter(entry);
      case 1 -> '"' + phrase(words(entry)) + '"';
      default -> any(words(entry));
    };
  }

  private String phrase(List<String> words) {
    int from = random.nextInt(words.size() - MOST_PHRASE_WORDS);
    return String.join(" ", words.subList(from, from + 1 + random.nextInt(MOST_PHRASE_WORDS)));
  }

  private String filter(Store.Entry entry) {
    Article article = entry.article();
    String day = article.when().toString().substring(0, 10);
    return switch (random.nextInt(6)) {
      case 0 -> "lang:" + article.lang().tag();
      case 1 -> "source:" + article.source().value();
      case 2 -> "after:" + day;
      case 3 -> "before:" + day;
      case 4 ->
          entry.notes().names().isEmpty()
              ? "name:none"
              : "name:\"" + any(entry.notes().names()).text().value() + '"';
      default ->
          entry.notes().keywords().isEmpty()
              ? "keyword:none"
              : "keyword:\"" + any(entry.notes().keywords()).text().value() + '"';
    };
  }

  private <T> T any(List<T> all) {
    return all.get(random.nextInt(all.size()));
  }

  private static List<String> words(Store.Entry entry) {
    Article article = entry.article();
    return Arrays.stream((article.title().value() + " " + article.text()).split("[\\s\"():-]+", -1))
        .filter(word -> !word.isEmpty())
        .toList();
  }
}
