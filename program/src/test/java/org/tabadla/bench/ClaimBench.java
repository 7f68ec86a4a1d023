package org.tabadla.bench;

import java.lang.management.ManagementFactory;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.function.Function;
import org.tabadla.link.ClaimIndex;
import org.tabadla.model.Lang;

/// `./tabadla bench claims [COUNT]`: queries a second against 10,000 claims or so many, made of
/// words that are as rare as those of a language; whole posts with a hundred answers, and as people
/// type with ten.
final class ClaimBench {
  private static final int CLAIMS = 10_000;
  private static final int QUERIES = 2_000;
  private static final int WORDS = 20_000;
  private static final int CLAIM_WORDS = 18;
  private static final int QUERY_WORDS = 24;
  private static final int TYPED_PART = 3;
  private static final int TYPED_ANSWERS = 10;
  private static final double PERCENTILE = 0.99;

  private ClaimBench() {}

  static void run(String[] args) {
    int count = args.length == 0 ? CLAIMS : Integer.parseInt(args[0]);
    int step = Math.max(1, count / QUERIES / 2);
    var random = new Random(7);
    var index = new ClaimIndex();
    var queries = new ArrayList<String>();
    long began = cpu();
    for (int i = 0; i < count; i++) {
      String claim = sentence(random, CLAIM_WORDS);
      index.add("c" + i, Lang.EN, claim, sentence(random, CLAIM_WORDS / 2));
      if (i % step == 0 && queries.size() < QUERIES) {
        queries.add(claim + " " + sentence(random, QUERY_WORDS - CLAIM_WORDS));
      }
    }
    System.out.printf(Locale.ROOT, "%,d claims taken in: %.1f s%n", count, seconds(began));
    began = cpu();
    index.search("a first query weighs the claims", Lang.EN);
    System.out.printf(Locale.ROOT, "weighed: %.1f s%n", seconds(began));
    measure("posts", queries, step, text -> index.search(text, Lang.EN));
    var begun =
        queries.stream().map(text -> text.substring(0, text.length() / TYPED_PART)).toList();
    measure("begun", begun, step, text -> index.typed(text, Lang.EN, TYPED_ANSWERS));
    System.gc();
    long held = Runtime.getRuntime().totalMemory() - Runtime.getRuntime().freeMemory();
    System.out.printf(Locale.ROOT, "%,d bytes of heap a claim%n", held / index.size());
  }

  private static void measure(
      String what,
      List<String> queries,
      int step,
      Function<String, List<ClaimIndex.Match>> search) {
    int right = 0;
    var times = new double[queries.size()];
    for (int i = 0; i < times.length; i++) {
      long began = cpu();
      List<ClaimIndex.Match> matches = search.apply(queries.get(i));
      times[i] = seconds(began);
      right += !matches.isEmpty() && matches.getFirst().id().equals("c" + i * step) ? 1 : 0;
    }
    double all = Arrays.stream(times).sum();
    Arrays.sort(times);
    System.out.printf(
        Locale.ROOT,
        "%d %s: %.0f a second of one core, 99th percentile %.1f ms; %d found their claim first%n",
        times.length,
        what,
        times.length / all,
        times[(int) (times.length * PERCENTILE)] * 1_000,
        right);
  }

  /// The thread's own time, so that a busy machine does not count.
  private static long cpu() {
    return ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime();
  }

  private static double seconds(long began) {
    return (cpu() - began) / 1e9;
  }

  /// Zipf's law: the word of rank r comes up as 1/r.
  private static String sentence(Random random, int words) {
    var out = new StringBuilder();
    for (int i = 0; i < words; i++) {
      int rank = (int) Math.exp(random.nextDouble() * Math.log(WORDS));
      out.append(i == 0 ? "" : " ").append(word(rank));
    }
    return out.toString();
  }

  private static String word(int rank) {
    var out = new StringBuilder();
    String[] syllables = {
      "ka", "ro", "mi", "ten", "lu", "sha", "por", "ne", "gi", "dal", "vo", "be"
    };
    for (int rest = rank + 200; rest > 0; rest /= syllables.length) {
      out.append(syllables[rest % syllables.length]);
    }
    return out.toString();
  }
}
