package org.tabadla.bench;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
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
/// in a language (Zipf), with subjects of the table among them.
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
    long found = 0;
    for (int round = 0; round < 2; round++) {
      found = 0;
      for (int i = 0; i < MEASURED; i++) {
        Listing listing =
            listing(side, 1_000_000 + round * MEASURED + i + (side == Side.OFFER ? 0 : 10_000));
        long began = System.nanoTime();
        matches.put(listing, owner(listing));
        found += matches.of(listing, owner(listing), Instant.EPOCH).size();
        millis[i] = (System.nanoTime() - began) / 1e6;
      }
    }
    Arrays.sort(millis);
    System.out.printf(
        Locale.ROOT,
        "%s: median %.2f ms, 99 %% %.2f ms, worst %.2f ms; %.1f matches each%n",
        what,
        millis[MEASURED / 2],
        millis[MEASURED * 99 / 100],
        millis[MEASURED - 1],
        (double) found / MEASURED);
  }

  private static Organisation owner(Listing listing) {
    return OWNERS.get(Integer.parseInt(listing.owner().value().substring("org-".length())));
  }

  private static Listing listing(Side side, int number) {
    OrganisationId owner = OWNERS.get(RANDOM.nextInt(ORGANISATIONS)).id();
    Kind kind = KINDS.get(RANDOM.nextInt(KINDS.size()));
    Map<String, String> facet = new HashMap<>();
    var core =
        new Core(
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
            facet,
            List.of(),
            null);
    Instant at = Instant.ofEpochMilli(number);
    return new Listing(
        Listing.idFor(owner, core, at), owner, core, at, 1, new Listing.State.Open());
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
