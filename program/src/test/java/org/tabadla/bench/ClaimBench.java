package org.tabadla.bench;

import java.lang.management.ManagementFactory;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import org.tabadla.link.ClaimIndex;
import org.tabadla.model.Lang;

/// Queries a second against 10,000 claims, made of words that are as rare as those of a language.
final class ClaimBench {
  private static final int CLAIMS = 10_000;
  private static final int QUERIES = 2_000;
  private static final int WORDS = 20_000;
  private static final int CLAIM_WORDS = 18;
  private static final int QUERY_WORDS = 24;

  private ClaimBench() {}

  static void run() {
    var random = new Random(7);
    var index = new ClaimIndex();
    var claims = new ArrayList<String>();
    long began = cpu();
    for (int i = 0; i < CLAIMS; i++) {
      claims.add(sentence(random, CLAIM_WORDS));
      index.add("c" + i, Lang.EN, claims.getLast(), sentence(random, CLAIM_WORDS / 2));
    }
    System.out.printf(Locale.ROOT, "%d claims taken in: %.1f s%n", CLAIMS, seconds(began));
    index.search("a first query weighs the claims", Lang.EN);
    List<String> queries = new ArrayList<>();
    for (int i = 0; i < QUERIES; i++) {
      queries.add(claims.get(i * 3) + " " + sentence(random, QUERY_WORDS - CLAIM_WORDS));
    }
    int right = 0;
    began = cpu();
    for (int i = 0; i < QUERIES; i++) {
      List<ClaimIndex.Match> matches = index.search(queries.get(i), Lang.EN);
      right += !matches.isEmpty() && matches.getFirst().id().equals("c" + i * 3) ? 1 : 0;
    }
    System.out.printf(
        Locale.ROOT,
        "%d queries: %.0f a second of one core, %d found their claim first%n",
        QUERIES,
        QUERIES / seconds(began),
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
