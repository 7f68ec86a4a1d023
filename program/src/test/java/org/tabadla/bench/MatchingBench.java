package org.tabadla.bench;

import java.lang.management.ManagementFactory;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import org.tabadla.exchange.market.Audience;
import org.tabadla.exchange.market.Core;
import org.tabadla.exchange.market.Kind;
import org.tabadla.exchange.market.Listing;
import org.tabadla.exchange.market.Side;
import org.tabadla.exchange.matching.Matches;
import org.tabadla.link.Nearest;
import org.tabadla.model.Lang;
import org.tabadla.model.Text;
import org.tabadla.people.Organisation;
import org.tabadla.people.OrganisationId;

/// How long a new listing takes to meet 10,000 standing requests while 100,000 offers stand beside
/// them; and a new request to meet the 100,000 offers. Titles of made words, as often as words are
/// in a language (Zipf), with subjects of the table among them. Beside the time by the clock stands
/// that of the processor, which other work on the machine leaves alone.
final class MatchingBench {
  private static final int OFFERS = 100_000;
  private static final int REQUESTS = 10_000;
  private static final int ORGANISATIONS = 500;
  private static final int MEASURED = 300;
  private static final int WORDS_OF_A_LANGUAGE = 30_000;
  private static final List<String> SUBJECTS =
      List.of(
          "documentary", "climate", "flood", "cricket", "journalism", "health", "railway", "music");

  private static final List<Kind> KINDS = List.of(Kind.values());
  private static final Random RANDOM = new Random(7);
  private static final List<Organisation> OWNERS = new ArrayList<>();

  private MatchingBench() {}

  static void run() {
    for (int i = 0; i < ORGANISATIONS; i++) {
      OWNERS.add(
          new Organisation(
              new OrganisationId("org-" + i),
              List.of(new Text("Org " + i, Lang.EN)),
              List.of("PK", "CN", "KZ", "GB").get(i % 4),
              Organisation.Kind.BROADCASTER,
              List.of(),
              null));
    }
    var matches = new Matches(Nearest::alike);
    long began = System.nanoTime();
    for (int i = 0; i < OFFERS + REQUESTS; i++) {
      Listing listing = listing(i < OFFERS ? Side.OFFER : Side.REQUEST, i);
      matches.put(listing, owner(listing));
    }
    System.out.printf(
        Locale.ROOT,
        "%d offers and %d standing requests taken in, %.1f s%n",
        OFFERS,
        REQUESTS,
        (System.nanoTime() - began) / 1e9);
    measure(matches, Side.OFFER, "a new offer, taken in and matched with the requests");
    measure(matches, Side.REQUEST, "a new request, taken in and matched with the offers");
  }

  private static void measure(Matches matches, Side side, String what) {
    double[] millis = new double[MEASURED];
    double[] worked = new double[MEASURED];
    var threads = ManagementFactory.getThreadMXBean();
    long found = 0;
    for (int round = 0; round < 2; round++) {
      found = 0;
      for (int i = 0; i < MEASURED; i++) {
        Listing listing =
            listing(side, 1_000_000 + round * MEASURED + i + (side == Side.OFFER ? 0 : 10_000));
        long began = System.nanoTime();
        long before = threads.getCurrentThreadCpuTime();
        matches.put(listing, owner(listing));
        found += matches.of(listing, owner(listing), Instant.EPOCH).size();
        worked[i] = (threads.getCurrentThreadCpuTime() - before) / 1e6;
        millis[i] = (System.nanoTime() - began) / 1e6;
      }
    }
    Arrays.sort(millis);
    Arrays.sort(worked);
    System.out.printf(
        Locale.ROOT,
        "%s: median %.2f ms, 99 %% %.2f ms, worst %.2f ms; of the processor"
            + " median %.2f ms, 99 %% %.2f ms, worst %.2f ms; %.1f matches each%n",
        what,
        millis[MEASURED / 2],
        millis[MEASURED * 99 / 100],
        millis[MEASURED - 1],
        worked[MEASURED / 2],
        worked[MEASURED * 99 / 100],
        worked[MEASURED - 1],
        (double) found / MEASURED);
  }

  private static Organisation owner(Listing listing) {
    return OWNERS.get(Integer.parseInt(listing.owner().value().substring("org-".length())));
  }

  private static Listing listing(Side side, int number) {
    OrganisationId owner = OWNERS.get(RANDOM.nextInt(ORGANISATIONS)).id();
    Core core = core(side);
    Instant at = Instant.ofEpochMilli(number);
    return new Listing(
        Listing.idFor(owner, core, at), owner, core, at, 1, new Listing.State.Open());
  }

  /// A listing of made words.
  static Core core(Side side) {
    Kind kind = KINDS.get(RANDOM.nextInt(KINDS.size()));
    return new Core(
        side,
        kind,
        Audience.PUBLIC,
        new Core.About(
            List.of(new Text(words(8), Lang.EN)),
            List.of(new Text(words(40), Lang.EN)),
            List.of(RANDOM.nextBoolean() ? "en" : "ur"),
            List.of(),
            List.of(SUBJECTS.get(RANDOM.nextInt(SUBJECTS.size()))),
            List.of()),
        new Core.Supply(null, 0, "", Core.Stage.READY),
        Core.Times.NONE,
        new Core.Bargain(Core.Consideration.EXCHANGE, "", "news only, 48 hours"),
        facet(kind),
        List.of(),
        null);
  }

  /// What the kind's schema demands.
  private static Map<String, String> facet(Kind kind) {
    return switch (kind) {
      case PROGRAMME -> Map.of("episodes", "3", "minutes", "45");
      case TRAINING -> Map.of("level", "beginner");
      case TECHNOLOGY -> Map.of("problem", "subtitles");
      case CO_PRODUCTION -> Map.of("share_percent", "50");
      case COVERAGE -> Map.of("event", "the fair");
      case VISIT -> Map.of("people", "4");
      case VERIFICATION -> Map.of("claim", "it was so");
      case NEWS_ITEM, RAW_FOOTAGE, LIVE, SERVICE -> Map.of();
    };
  }

  private static String words(int count) {
    var out = new StringBuilder();
    for (int i = 0; i < count; i++) {
      int rank = (int) Math.pow(WORDS_OF_A_LANGUAGE, RANDOM.nextDouble());
      out.append('w').append(Integer.toString(rank * 7 + 31, 26)).append(' ');
      if (RANDOM.nextInt(10) == 0) {
        out.append(SUBJECTS.get(RANDOM.nextInt(SUBJECTS.size()))).append(' ');
      }
    }
    return out.toString();
  }
}
