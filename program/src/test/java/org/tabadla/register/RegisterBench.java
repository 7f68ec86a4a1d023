package org.tabadla.register;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Random;

/// What it costs to put one assertion into a register of 1,000, 10,000 and 100,000 commitments:
/// `./tabadla bench register`.
public final class RegisterBench {
  private static final int[] SIZES = {1_000, 10_000, 100_000};
  private static final int MEASURED = 2_000;
  private static final int WORDS = 4_000;
  private static final List<String> COUNTRIES =
      List.of("Pakistan", "China", "Iran", "Turkey", "Kazakhstan", "Uzbekistan", "Russia", "Egypt");

  private final Random random = new Random(7);

  private RegisterBench() {}

  public static void main(String[] args) {
    run();
  }

  /// Prints a line a size.
  public static void run() {
    new RegisterBench().measure();
  }

  private void measure() {
    var linking = new Linking();
    int size = 0;
    System.out.printf("%-12s %-14s %-14s %s%n", "commitments", "µs, median", "µs, p99", "found");
    for (int target : SIZES) {
      while (size < target) {
        linking.add("c-" + size, made(size));
        size++;
      }
      report(linking, size);
    }
  }

  private void report(Linking linking, int size) {
    var times = new ArrayList<Long>();
    int found = 0;
    for (int i = 0; i < MEASURED; i++) {
      // Half are what another outlet says of a commitment of late, half are new.
      int number = i % 2 == 0 ? size - 1 - random.nextInt(Math.min(size, 900)) : size + i;
      Assertion asked = made(number);
      long began = System.nanoTime();
      var match = linking.nearest(asked);
      times.add(System.nanoTime() - began);
      found += match.isPresent() && match.get().commitment().equals("c-" + number) ? 1 : 0;
    }
    times.sort(null);
    System.out.printf(
        Locale.ROOT,
        "%-12d %-14.0f %-14.0f %d of %d%n",
        size,
        times.get(MEASURED / 2) / 1e3,
        times.get(MEASURED * 99 / 100) / 1e3,
        found,
        MEASURED / 2);
  }

  /// The same number gives the same promise.
  private static Assertion made(int number) {
    var own = new Random(number);
    String one = COUNTRIES.get(own.nextInt(COUNTRIES.size()));
    String other = word(own) + " " + word(own) + " Company";
    String sum = String.valueOf(1 + own.nextInt(900)) + "000000";
    String text =
        one
            + " and "
            + other
            + " signed an agreement on "
            + word(own)
            + " "
            + word(own)
            + " worth "
            + sum
            + " dollars for "
            + word(own)
            + " in "
            + word(own);
    String day = Instant.parse("2020-01-01T00:00:00Z").plusSeconds(number * 3_600L).toString();
    return Promised.by("outlet" + own.nextInt(40), "en", day.substring(0, 10), Status.SIGNED, text)
        .between(one, other)
        .of(sum)
        .dueBy("20" + (20 + own.nextInt(15)) + "-0" + (1 + own.nextInt(9)))
        .made();
  }

  private static String word(Random own) {
    int number = own.nextInt(WORDS);
    var out = new StringBuilder();
    for (int i = 0; i < 4; i++) {
      out.append("bdfgklmnprstvz".charAt(number % 14)).append("aeiou".charAt(number % 5));
      number = number / 7 + 3 * i + 1;
    }
    return Character.toUpperCase(out.charAt(0)) + out.substring(1);
  }
}
