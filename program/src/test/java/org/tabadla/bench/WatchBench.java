package org.tabadla.bench;

import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.stream.IntStream;
import org.tabadla.model.Article;
import org.tabadla.model.Notes;
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
  private static final int KINDS = 8;
  private static final int FEWEST_WORDS = 8;
  private static final int ONE_BY_ONE_ARTICLES = 5;
  private static final int MOST_ARTICLES = 120;

  private WatchBench() {}

  static void run(List<Page> pages) throws Exception {
    List<Article> articles = articles(pages);
    var random = new Random(1);
    List<Notes> notes = articles.stream().map(Understanding::notes).toList();
    List<String> queries = queries(even(articles), random);
    Path folder = Files.createTempDirectory("tabadla-watches");
    try (Search search = LuceneSearch.open(folder.resolve("index"))) {
      long seq = 0;
      for (int i = 0; i < articles.size(); i++) {
        Article article = articles.get(i);
        search.put(article, notes.get(i), StoryId.of(article.id()), ++seq);
      }
      search.commit();
      search.refresh();
      StandingQueries standing = search.standing();
      for (int i = 0; i < queries.size(); i++) {
        standing.add("q" + i, queries.get(i)).ifPresent(System.out::println);
      }
      // Each language is compiled, and the JVM warm.
      for (int i = 0; i < articles.size(); i++) {
        standing.matches(articles.get(i), notes.get(i));
      }
      // Queries were made of every second article; they meet the others by what news has in common.
      measure(odd(articles), odd(notes), standing, queries);
    }
  }

  private static <T> List<T> odd(List<T> all) {
    return IntStream.range(0, all.size()).filter(i -> i % 2 == 1).mapToObj(all::get).toList();
  }

  private static <T> List<T> even(List<T> all) {
    return IntStream.range(0, all.size()).filter(i -> i % 2 == 0).mapToObj(all::get).toList();
  }

  private static void measure(
      List<Article> articles, List<Notes> notes, StandingQueries standing, List<String> queries) {
    long met = 0;
    double[] times = new double[articles.size()];
    for (int i = 0; i < articles.size(); i++) {
      long began = cpuNanos();
      met += standing.matches(articles.get(i), notes.get(i)).size();
      times[i] = (cpuNanos() - began) / 1e6;
    }
    double mean = Arrays.stream(times).average().orElse(0);
    Arrays.sort(times);
    double alone = 0;
    long metAlone = 0;
    long metHere = 0;
    int few = Math.min(ONE_BY_ONE_ARTICLES, articles.size());
    for (int i = 0; i < few; i++) {
      long began = cpuNanos();
      metAlone += StandingBench.oneByOne(queries, articles.get(i), notes.get(i)).size();
      alone += (cpuNanos() - began) / 1e6 / few;
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

  /// The thread's own time: others may be at work on the machine.
  private static long cpuNanos() {
    return ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime();
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

  /// Nobody watches for «the»: a word is taken that few articles have.
  private static List<String> queries(List<Article> articles, Random random) {
    Map<String, Integer> spread = new HashMap<>();
    List<List<String>> all = articles.stream().map(WatchBench::words).toList();
    all.forEach(words -> Set.copyOf(words).forEach(word -> spread.merge(word, 1, Integer::sum)));
    int most = Math.max(2, articles.size() / 20);
    List<String> queries = new ArrayList<>();
    while (queries.size() < QUERIES) {
      int place = random.nextInt(articles.size());
      List<String> words = all.get(place);
      if (words.size() > FEWEST_WORDS) {
        int at = random.nextInt(words.size() - 1);
        String one = words.get(at);
        String two = words.get(random.nextInt(words.size()));
        if (spread.getOrDefault(one, 0) <= most) {
          String lang = articles.get(place).lang().primary();
          queries.add(query(random.nextInt(KINDS), one, words.get(at + 1), two, lang));
        }
      }
    }
    return queries;
  }

  private static List<String> words(Article article) {
    return Arrays.stream(article.text().split("[^\\p{L}\\p{M}]+", -1))
        .filter(word -> word.length() > 2)
        .toList();
  }

  private static String query(int kind, String one, String next, String two, String lang) {
    return switch (kind) {
      case 0 -> one;
      case 1, 2 -> one + " " + two;
      case 3 -> '"' + one + " " + next + '"';
      case 4 -> one + " " + two + " " + next;
      case 5 -> one + " lang:" + lang;
      case 6 -> '"' + one + '"' + " -" + '"' + two + '"';
      default -> one + " " + two + " after:2020";
    };
  }
}
