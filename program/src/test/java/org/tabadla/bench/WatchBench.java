package org.tabadla.bench;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import org.tabadla.model.Article;
import org.tabadla.model.Page;
import org.tabadla.model.Reading;
import org.tabadla.model.SourceId;
import org.tabadla.model.StoryId;
import org.tabadla.read.PageReader;
import org.tabadla.search.LuceneSearch;
import org.tabadla.search.Search;
import org.tabadla.search.StandingBench;
import org.tabadla.search.StandingQueries;
import org.tabadla.understand.Understanding;

/// `./tabadla bench watches`: what 9,000 standing queries cost an article, beside running each of
/// them on the same article by itself. The queries are made of the articles' own words: single
/// words, pairs, phrases, alternatives, filters and negations.
final class WatchBench {
  private static final int QUERIES = 9_000;
  private static final int ONE_BY_ONE_ARTICLES = 5;
  private static final int MOST_ARTICLES = 400;

  private WatchBench() {}

  static void run(List<Page> pages) throws Exception {
    List<Article> articles = articles(pages);
    var random = new Random(1);
    List<String> queries = queries(articles, random);
    Path folder = Files.createTempDirectory("tabadla-watches");
    try (Search search = LuceneSearch.open(folder.resolve("index"))) {
      long seq = 0;
      for (Article article : articles) {
        search.put(article, Understanding.notes(article), StoryId.of(article.id()), ++seq);
      }
      search.commit();
      search.refresh();
      StandingQueries standing = search.standing();
      for (int i = 0; i < queries.size(); i++) {
        standing.add("q" + i, queries.get(i)).ifPresent(System.out::println);
      }
      // Each language is compiled, and the JVM warm.
      articles.forEach(a -> standing.matches(a, Understanding.notes(a)));
      measure(articles, standing, queries);
    }
  }

  private static void measure(
      List<Article> articles, StandingQueries standing, List<String> queries) {
    var notes = articles.stream().map(Understanding::notes).toList();
    long met = 0;
    double[] times = new double[articles.size()];
    for (int i = 0; i < articles.size(); i++) {
      long began = System.nanoTime();
      met += standing.matches(articles.get(i), notes.get(i)).size();
      times[i] = (System.nanoTime() - began) / 1e6;
    }
    double mean = Arrays.stream(times).average().orElse(0);
    Arrays.sort(times);
    double alone = 0;
    long metAlone = 0;
    long metHere = 0;
    int few = Math.min(ONE_BY_ONE_ARTICLES, articles.size());
    for (int i = 0; i < few; i++) {
      long began = System.nanoTime();
      metAlone += StandingBench.oneByOne(queries, articles.get(i), notes.get(i));
      alone += (System.nanoTime() - began) / 1e6 / few;
      metHere += standing.matches(articles.get(i), notes.get(i)).size();
    }
    System.out.printf(
        Locale.ROOT,
        "%,d standing queries, %,d articles, %.1f met an article%n"
            + "all together   %8.2f ms an article (median %.2f, 99th percentile %.2f)%n"
            + "each by itself %8.2f ms an article, %.0f times as much; met %d and %d%n",
        standing.size(),
        articles.size(),
        (double) met / articles.size(),
        mean,
        times[times.length / 2],
        times[(int) (times.length * 0.99)],
        alone,
        alone / mean,
        metAlone,
        metHere);
  }

  private static List<Article> articles(List<Page> pages) {
    List<Article> articles = new ArrayList<>();
    for (Page page : pages) {
      if (articles.size() < MOST_ARTICLES
          && PageReader.read(page, new SourceId("bench.example"))
              instanceof Reading.Read(var article)) {
        articles.add(article);
      }
    }
    return articles;
  }

  private static List<String> queries(List<Article> articles, Random random) {
    List<String> queries = new ArrayList<>();
    while (queries.size() < QUERIES) {
      Article article = articles.get(random.nextInt(articles.size()));
      String[] words =
          Arrays.stream(article.text().split("[^\\p{L}\\p{M}]+", -1))
              .filter(word -> word.length() > 2)
              .toArray(String[]::new);
      if (words.length < 8) {
        continue;
      }
      int at = random.nextInt(words.length - 2);
      String one = words[at];
      String two = words[random.nextInt(words.length)];
      queries.add(
          switch (random.nextInt(8)) {
            case 0 -> one;
            case 1, 2 -> one + " " + two;
            case 3 -> '"' + one + " " + words[at + 1] + '"';
            case 4 -> one + " " + two + " " + words[at + 1];
            case 5 -> "(" + one + " OR " + two + ") lang:" + article.lang().primary();
            case 6 -> '"' + one + '"' + " -" + '"' + two + '"';
            default -> one + " " + two + " after:2020";
          });
    }
    return queries;
  }
}
