package org.tabadla.bench;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.tabadla.exchange.Exchange;
import org.tabadla.exchange.market.Listing;
import org.tabadla.exchange.market.Side;
import org.tabadla.link.Nearest;
import org.tabadla.model.Lang;
import org.tabadla.model.Text;
import org.tabadla.people.Account;
import org.tabadla.people.AccountId;
import org.tabadla.people.Organisation;
import org.tabadla.people.OrganisationId;
import org.tabadla.people.People;
import org.tabadla.people.Role;
import org.tabadla.store.Store;
import org.tabadla.store.Stores;

/// What one listing costs from end to end while a database fills: checked, signed, written into the
/// journal, taken in, and matched with all that stands there. Every tenth is a request.
final class ListingBench {
  private static final int LISTINGS = 20_000;
  private static final int TOLD_EVERY = 4_000;
  private static final int ORGANISATIONS = 20;
  private static final int REQUEST_EVERY = 10;

  private ListingBench() {}

  static void run() {
    Path folder;
    try {
      folder = Files.createTempDirectory("tabadla-bench");
      try (Store store = Stores.open("jdbc:sqlite:" + folder.resolve("listings.db"))) {
        fill(store);
      } finally {
        delete(folder);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static void fill(Store store) {
    InstantSource clock = InstantSource.system();
    var people = new People(store.journal(), store.shelf(), clock);
    var exchange = new Exchange(people, store.journal(), Nearest::alike, clock);
    List<Account> members = new ArrayList<>();
    for (int i = 0; i < ORGANISATIONS; i++) {
      members.add(member(people, i));
    }
    double[] listed = new double[TOLD_EVERY];
    double[] matched = new double[TOLD_EVERY];
    for (int i = 0; i < LISTINGS; i++) {
      Side side = i % REQUEST_EVERY == 0 ? Side.REQUEST : Side.OFFER;
      var core = MatchingBench.core(side);
      long began = System.nanoTime();
      Listing listing = exchange.list(members.get(i % ORGANISATIONS), core).orRefuse();
      long between = System.nanoTime();
      exchange.matches(listing);
      listed[i % TOLD_EVERY] = (between - began) / 1e6;
      matched[i % TOLD_EVERY] = (System.nanoTime() - between) / 1e6;
      if ((i + 1) % TOLD_EVERY == 0) {
        tell(i + 1, listed, matched);
      }
    }
  }

  private static Account member(People people, int number) {
    var id = new OrganisationId("org-" + number);
    var names = List.of(new Text("Org " + number, Lang.EN));
    String country = List.of("PK", "CN", "KZ", "GB").get(number % 4);
    people.found(People.HOUSE, id, names, country, Organisation.Kind.BROADCASTER).orRefuse();
    return people
        .join(
            People.HOUSE,
            new AccountId("desk-" + number),
            "Desk",
            id,
            Role.DESK,
            "a long enough word")
        .orRefuse();
  }

  private static void tell(int so, double[] listed, double[] matched) {
    System.out.printf(
        Locale.ROOT,
        "%d listings in one database: the last %d listed in median %.2f ms, 99 %% %.2f ms;"
            + " matched in median %.2f ms, 99 %% %.2f ms%n",
        so,
        TOLD_EVERY,
        at(listed, 0.5),
        at(listed, 0.99),
        at(matched, 0.5),
        at(matched, 0.99));
  }

  private static double at(double[] millis, double share) {
    double[] sorted = millis.clone();
    Arrays.sort(sorted);
    return sorted[(int) (sorted.length * share)];
  }

  private static void delete(Path folder) throws IOException {
    try (Stream<Path> all = Files.walk(folder)) {
      for (Path path : all.sorted(Comparator.reverseOrder()).toList()) {
        Files.deleteIfExists(path);
      }
    }
  }
}
