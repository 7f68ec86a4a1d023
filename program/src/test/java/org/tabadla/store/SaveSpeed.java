package org.tabadla.store;

import static org.tabadla.store.Samples.with;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.IntStream;
import org.tabadla.model.Article;
import org.tabadla.model.Keyword;
import org.tabadla.model.Lang;
import org.tabadla.model.Notes;
import org.tabadla.model.SourceId;
import org.tabadla.model.Text;

/// Prints how many articles a second are saved and how long listings take, on made-up articles.
final class SaveSpeed {
  private static final int ARTICLES = 10_000;

  private SaveSpeed() {}

  public static void main(String[] args) throws Exception {
    Path folder = Files.createTempDirectory("tabadla-speed");
    try (Store store = Stores.open("jdbc:sqlite:" + folder.resolve("t.db"))) {
      String body = "A sentence of some length about nothing. ".repeat(70);
      long start = System.nanoTime();
      for (int n = 0; n < ARTICLES; n++) {
        var source = new SourceId("s" + n % 40 + ".example");
        Article article =
            Samples.article(
                source,
                "a" + n,
                "Headline " + n,
                body + n,
                Lang.EN,
                Samples.NOON.plusSeconds(60L * n));
        Article first = Samples.article(source, "a" + n / 4 * 4, "x", Lang.EN, Samples.NOON);
        store.save(article, notes(n), with(article, first), Samples.visit(article));
        if (n % 2_000 == 1_999) {
          System.out.printf(
              "%d saved, %.0f/s, CPU %.2f ms each%n",
              n + 1, (n + 1) * 1e9 / (System.nanoTime() - start), cpuNanos() / 1e6 / (n + 1));
        }
      }
      time("stories", () -> store.stories(null, 30));
      time("newest", () -> store.newest(null, 30));
      time("newestOf", () -> store.newestOf(new SourceId("s3.example"), null, 30));
      time("withKeyword", () -> store.withKeyword("k7", null, 30));
      time("keywords", () -> store.keywords(Samples.NOON, 30));
      time("sources", store::sources);
    }
  }

  private static Notes notes(int n) {
    List<Keyword> keywords =
        IntStream.range(0, 15)
            .mapToObj(i -> (n * 31 + i * i * 7) % (i < 5 ? 50 : 20_000))
            .map(k -> new Keyword(new Text("K" + k, Lang.EN), "k" + k, 0.5))
            .toList();
    return new Notes(keywords, List.of(), List.of());
  }

  private static long cpuNanos() {
    return java.lang.management.ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime();
  }

  private static void time(String what, Runnable work) {
    work.run();
    long start = cpuNanos();
    for (int i = 0; i < 20; i++) {
      work.run();
    }
    System.out.printf("%s: CPU %.2f ms%n", what, (cpuNanos() - start) / 20e6);
  }
}
