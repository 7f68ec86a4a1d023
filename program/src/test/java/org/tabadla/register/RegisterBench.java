package org.tabadla.register;

import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.function.Supplier;
import org.tabadla.model.Deed;
import org.tabadla.model.Logged;
import org.tabadla.store.Store;
import org.tabadla.store.Stores;

/// What it costs to file one assertion in a register of 1,000 to 1,000,000 of them, to fill a page,
/// and to start, in processor time: `./tabadla bench register`. The journal's disk is left out, but
/// for the start.
public final class RegisterBench {
  private static final ThreadMXBean THREADS = ManagementFactory.getThreadMXBean();
  private static final int[] SIZES = {1_000, 10_000, 100_000, 1_000_000};
  private static final int STARTED = 100_000;
  private static final int MEASURED = 2_000;
  private static final int LOOKS = 200;
  private static final int PAGE = 30;
  private static final int BATCH = 1_000;
  private static final int SYLLABLES = 5;
  private static final long ROOM_FOR_A_MILLION_BYTES = 7L << 30;
  private static final LocalDate TODAY = LocalDate.parse("2030-01-01");
  private static final List<String> COUNTRIES =
      List.of("Pakistan", "China", "Iran", "Turkey", "Kazakhstan", "Uzbekistan", "Russia", "Egypt");
  private static final List<Status> STATUSES =
      List.of(Status.ANNOUNCED, Status.AGREED, Status.SIGNED, Status.DELIVERING);

  private final Random random = new Random(7);
  private final Ledger ledger = new Ledger();
  private long seq;

  private RegisterBench() {}

  public static void main(String[] args) throws IOException {
    run();
  }

  /// Prints a line a size, then what a start costs.
  public static void run() throws IOException {
    new RegisterBench().measure();
    start();
  }

  private void measure() {
    long empty = used();
    int size = 0;
    System.out.printf(
        "%-11s %-11s %-22s %-22s %-20s %-9s %s%n",
        "assertions",
        "commitments",
        "file: µs median, p99",
        "link: µs median, p99",
        "pages: µs median, p99",
        "KB each",
        "found");
    for (int target : SIZES) {
      if (target > 100_000 && Runtime.getRuntime().maxMemory() < ROOM_FOR_A_MILLION_BYTES) {
        System.out.printf(Locale.ROOT, "%-11d needs -Xmx7g%n", target);
        break;
      }
      while (size < target) {
        file(made(size++));
      }
      report(size, empty);
      size += MEASURED;
    }
  }

  private String file(Assertion assertion) {
    String id =
        ledger
            .nearest(assertion)
            .flatMap(m -> ledger.home(m.assertion()))
            .orElse("c-" + assertion.id());
    ledger.apply(logged(++seq, id, assertion));
    return id;
  }

  private static Logged logged(long seq, String id, Assertion assertion) {
    var event = new Event.Asserted(assertion, List.of());
    return new Logged(
        seq,
        new Deed(
            Event.ROOM,
            id,
            Event.Json.kind(event),
            assertion.origin().said(),
            "tabadla",
            Event.Json.body(event)),
        "");
  }

  private void report(int size, long empty) {
    var filed = new ArrayList<Long>();
    var linked = new ArrayList<Long>();
    int found = 0;
    for (int i = 0; i < MEASURED; i++) {
      // Half are what another outlet says of a commitment of late, half are new.
      int number = i % 2 == 0 ? size - 1 - random.nextInt(Math.min(size, 900)) : size + i;
      Assertion asked = i % 2 == 0 ? made(number, "another") : made(number);
      long began = processor();
      var match = ledger.nearest(asked);
      linked.add(processor() - began);
      String expected = i % 2 == 0 ? ledger.home(made(number).id()).orElse("") : "none";
      found += match.flatMap(m -> ledger.home(m.assertion())).orElse("").equals(expected) ? 1 : 0;
      began = processor();
      file(asked);
      filed.add(processor() - began);
    }
    var looked = new ArrayList<Long>();
    for (int i = 0; i < LOOKS; i++) {
      looked.add(timed(this::page));
    }
    long each = (used() - empty) / seq / 1_024;
    System.out.printf(
        Locale.ROOT,
        "%-11d %-11d %-22s %-22s %-20s %-9d %d of %d%n",
        seq,
        ledger.lists().size(""),
        times(filed),
        times(linked),
        times(looked),
        each,
        found,
        MEASURED / 2);
  }

  /// What the board, a party's page and the silent list ask for.
  private int page() {
    Lists lists = ledger.lists();
    int seen = 0;
    for (String kind : List.of("status", "sector", "party", "pair", "place")) {
      seen += lists.fullest(kind, PAGE).size();
    }
    seen += ledger.commitments(lists.on("", null, PAGE)).size();
    seen +=
        ledger
            .commitments(
                lists.on("party/" + Keys.key("China", org.tabadla.model.Lang.EN), null, PAGE))
            .size();
    seen += ledger.commitments(lists.silent("", TODAY, PAGE)).size();
    return seen + lists.spots().of("", Status.SIGNED).size();
  }

  /// Processor time of this thread: what else goes on on the machine is no cost of the register.
  private static long processor() {
    return THREADS.getCurrentThreadCpuTime();
  }

  private static long timed(Supplier<Integer> work) {
    long began = processor();
    if (work.get() < 0) {
      throw new IllegalStateException();
    }
    return processor() - began;
  }

  private static String times(List<Long> all) {
    var sorted = all.stream().sorted().toList();
    return String.format(
        Locale.ROOT,
        "%.0f, %.0f",
        sorted.get(sorted.size() / 2) / 1e3,
        sorted.get(sorted.size() * 99 / 100) / 1e3);
  }

  private static long used() {
    System.gc();
    return Runtime.getRuntime().totalMemory() - Runtime.getRuntime().freeMemory();
  }

  /// A start of a register whose journal is a database on disk.
  private static void start() throws IOException {
    Path folder = Files.createTempDirectory("register-bench");
    try (Store store = Stores.open("jdbc:sqlite:" + folder.resolve("bench.db"))) {
      var deeds = new ArrayList<Deed>();
      for (int i = 0; i < STARTED; i++) {
        deeds.add(logged(i, "c-" + i, made(i)).deed());
        if (deeds.size() == BATCH) {
          store.journal().add(deeds);
          deeds.clear();
        }
      }
      long before = processor();
      long began = System.nanoTime();
      var register = new Register(store.journal(), InstantSource.system());
      double seconds = (System.nanoTime() - began) / 1e9;
      long used = processor();
      long again =
          timed(() -> {
            register.refresh();
            return 0;
          });
      System.out.printf(
          Locale.ROOT,
          "start with %d commitments: %.1f s by the clock, %.1f s of the processor;"
              + " to look whether anything is new: %d µs%n",
          register.size(Shelf.ALL),
          seconds,
          (used - before) / 1e9,
          again / 1_000);
    } finally {
      try (var files = Files.walk(folder)) {
        files.sorted(Comparator.reverseOrder()).forEach(file -> file.toFile().delete());
      }
    }
  }

  private static Assertion made(int number) {
    return made(number, "outlet" + number % 40);
  }

  /// The same number gives the same promise.
  private static Assertion made(int number, String outlet) {
    var own = new Random(number);
    String one = COUNTRIES.get(own.nextInt(COUNTRIES.size()));
    String other = word(own) + " " + word(own) + " Company";
    String sum = String.valueOf(1 + own.nextInt(900)) + "000000";
    Status status = STATUSES.get(own.nextInt(STATUSES.size()));
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
    String day = Instant.parse("2020-01-01T00:00:00Z").plusSeconds(number * 600L).toString();
    return Promised.by(outlet, "en", day.substring(0, 10), status, text)
        .between(one, other)
        .of(sum)
        .dueBy("20" + (20 + own.nextInt(15)) + "-0" + (1 + own.nextInt(9)))
        .made();
  }

  private static String word(Random own) {
    var out = new StringBuilder();
    for (int i = 0; i < SYLLABLES; i++) {
      out.append("bdfgklmnprstvz".charAt(own.nextInt(14))).append("aeiou".charAt(own.nextInt(5)));
    }
    return Character.toUpperCase(out.charAt(0)) + out.substring(1);
  }
}
