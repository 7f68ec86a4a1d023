package org.tabadla.link;

import java.lang.management.ManagementFactory;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.stream.Stream;
import org.tabadla.model.Lang;

/// How fast copies and stories are found, and how much heap an article takes: `./tabadla bench
/// stories [MOST_ARTICLES]`. The stream is made up, the same in every run: a new event every ten
/// articles, told in words of its own and words that all use.
public final class StoryBench {
  private static final int[] SIZES = {10_000, 100_000, 1_000_000};
  private static final int WARM = 5_000;
  private static final int WORDS = 40_000;
  private static final int TITLE_WORDS = 9;
  private static final int TEXT_WORDS = 120;
  private static final int ARTICLES_OF_AN_EVENT = 10;
  private static final int OPEN_EVENTS = 60;
  private static final int WORDS_OF_AN_EVENT = 25;
  private static final double OWN_WORDS = 0.35;
  private static final String LETTERS =
      "\u0627\u0628\u067E\u062A\u0679\u062C\u0686\u062D\u062E\u062F\u0688\u0631\u0691\u0632\u0633\u0634\u0635"
          + "\u0639\u063A\u0641\u0642\u06A9\u06AF\u0644\u0645\u0646\u0648\u06C1\u06CC\u06D2";
  private static final Lang URDU = new Lang("ur");
  private static final Instant START = Instant.parse("2025-01-01T00:00:00Z");

  private StoryBench() {}

  /// @param args how many articles at most
  public static void run(String[] args) {
    int most = args.length > 0 ? Integer.parseInt(args[0]) : SIZES[SIZES.length - 1];
    measure(WARM, Options.STANDARD);
    System.out.printf(
        Locale.ROOT,
        "%d words an article, one thread, CPU time; hashing the same texts by words is 1%n",
        TITLE_WORDS + TEXT_WORDS);
    for (int size : SIZES) {
      if (size <= most) {
        double plain = hashing(size);
        print("held: the latest 20,000", size, measure(size, Options.STANDARD), plain);
        if (size <= 100_000) {
          print("held: all", size, measure(size, Options.STANDARD.withMostArticles(size)), plain);
        }
      }
    }
  }

  private record Measured(double perSecond, double lastPerSecond, double bytes) {}

  private static void print(String what, int size, Measured m, double plain) {
    System.out.printf(
        Locale.ROOT,
        "%9d articles, %-24s %6.0f/s, the last tenth %6.0f/s, %.3f of hashing; %5.0f bytes a held"
            + " article%n",
        size,
        what,
        m.perSecond,
        m.lastPerSecond,
        m.perSecond / plain,
        m.bytes);
  }

  private static Measured measure(int articles, Options options) {
    long before = heap();
    var engine = new Engine(options);
    var stream = new MadeUp();
    long spent = 0;
    long last = 0;
    for (int i = 0; i < articles; i++) {
      Item item = stream.next();
      long began = cpu();
      engine.place(item, item.id(), null);
      long took = cpu() - began;
      spent += took;
      last += i >= articles - articles / 10 ? took : 0;
    }
    double bytes = (double) (heap() - before) / engine.size();
    return new Measured(articles / (spent / 1e9), articles / 10.0 / (last / 1e9), bytes);
  }

  /// The comparator: the words of the same texts, cut and hashed one by one, and no more.
  private static double hashing(int articles) {
    var stream = new MadeUp();
    int most = Math.min(articles, 20_000);
    long spent = 0;
    long sink = 0;
    for (int i = 0; i < most; i++) {
      Item item = stream.next();
      long began = cpu();
      for (Terms.Word word : Terms.of(item.title() + " " + item.text(), item.lang())) {
        sink += Hash.of("", word.key());
      }
      spent += cpu() - began;
    }
    return sink == 0 ? 0 : most / (spent / 1e9);
  }

  private static long cpu() {
    return ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime();
  }

  private static long heap() {
    for (int i = 0; i < 3; i++) {
      System.gc();
    }
    Runtime runtime = Runtime.getRuntime();
    return runtime.totalMemory() - runtime.freeMemory();
  }

  /// A seeded stream of articles about events that come and go.
  static final class MadeUp {
    private final Random random = new Random(5);
    private final List<String> words = Stream.generate(this::word).limit(WORDS).toList();
    private final List<int[]> events = new ArrayList<>();
    private int n;

    private String word() {
      var out = new StringBuilder();
      for (int i = 3 + random.nextInt(5); i > 0; i--) {
        out.append(LETTERS.charAt(random.nextInt(LETTERS.length())));
      }
      return out.toString();
    }

    /// @return which event the latest article was about is the first word of its id
    Item next() {
      if (n % ARTICLES_OF_AN_EVENT == 0) {
        events.add(random.ints(WORDS_OF_AN_EVENT, 0, WORDS).toArray());
      }
      int at = Math.max(0, events.size() - 1 - random.nextInt(OPEN_EVENTS));
      String title = told(events.get(at), TITLE_WORDS);
      String text = told(events.get(at), TEXT_WORDS);
      return new Item(at + "-" + n, URDU, title, text, START.plusSeconds(90L * n++));
    }

    private String told(int[] event, int count) {
      var out = new StringBuilder();
      for (int i = 0; i < count; i++) {
        double u = random.nextDouble();
        // Common words by Zipf's law, near enough.
        int word =
            random.nextDouble() < OWN_WORDS
                ? event[random.nextInt(event.length)]
                : (int) (Math.pow(WORDS, u) - 1);
        out.append(words.get(word)).append(' ');
      }
      return out.append(n % 97).toString();
    }
  }
}
