package org.tabadla.exchange.federation;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.tabadla.exchange.Deliveries;
import org.tabadla.exchange.Exchange;
import org.tabadla.exchange.market.Core;
import org.tabadla.exchange.market.Delivery;
import org.tabadla.exchange.market.DeliveryId;
import org.tabadla.exchange.market.MarketReason;
import org.tabadla.exchange.market.Move;
import org.tabadla.exchange.signed.HttpMessage;
import org.tabadla.model.Shelf;
import org.tabadla.people.Account;
import org.tabadla.people.AccountId;
import org.tabadla.people.CanonicalJson;
import org.tabadla.people.Outcome;
import org.tabadla.people.Role;

/// Files on their way from another house into ours.
///
/// What is wanted stands on the shelf, what has come lies in the vault's folder of coming files; a
/// fetch that broke off, by whatever, goes on behind the last byte that came. When all is there and
/// its digest is the one that was signed, the file is kept and a receipt goes back.
public final class Fetching {
  private static final Logger LOG = LoggerFactory.getLogger(Fetching.class);
  private static final String WANTED = "federation/fetch";
  private static final int MOST_WANTED = 10_000;
  private static final int MOST_OF_A_SERVER = 2;
  private static final int PARTIAL = 206;
  private static final int WHOLE = 200;

  private final Exchange exchange;
  private final Deliveries deliveries;
  private final Partners partners;
  private final Postman postman;
  private final Shelf shelf;
  private final Courier courier;

  /// The servers that files come from just now, by the files' digests: two deliveries of the same
  /// file would write into the same place.
  private final Map<String, String> underway = new ConcurrentHashMap<>();

  Fetching(
      Exchange exchange,
      Deliveries deliveries,
      Partners partners,
      Postman postman,
      Shelf shelf,
      Courier courier) {
    this.exchange = exchange;
    this.deliveries = deliveries;
    this.partners = partners;
    this.postman = postman;
    this.shelf = shelf;
    this.courier = courier;
  }

  /// A file that is on its way.
  ///
  /// @param account who asked for it
  /// @param trouble why it did not go on the last time; null while all is well
  /// @param lies how often what came was not what was signed
  /// @param next not before it, in milliseconds since 1970
  public record Wanted(
      DeliveryId delivery,
      String sha256,
      AccountId account,
      @Nullable String trouble,
      int failures,
      int lies,
      long next) {
    String key() {
      return delivery + "/" + sha256;
    }
  }

  /// Asks for a file of a delivery from another house.
  public Outcome<Delivery> want(Account who, DeliveryId id, int number) {
    Delivery delivery = exchange.market().delivery(id).orElse(null);
    if (delivery == null
        || !delivery.receiver().equals(who.organisation())
        || number < 0
        || number >= delivery.assets().size()) {
      return Outcome.refused(MarketReason.NOT_THERE, id.value());
    }
    Core.Asset asset = delivery.assets().get(number);
    return deliveries
        .mayFetch(delivery)
        .then(_ -> exchange.act(who, Role.READER, id.value(), new Move.Fetched(asset.sha256())))
        .then(_ -> {
          put(new Wanted(id, asset.sha256(), who.id(), null, 0, 0, 0));
          return Outcome.done(delivery);
        });
  }

  private void put(Wanted wanted) {
    shelf.put(new Shelf.Paper(WANTED, wanted.key(), CanonicalJson.of(wanted)));
  }

  /// What is on its way of a delivery.
  public List<Wanted> of(DeliveryId id) {
    return shelf.under(WANTED, id + "/", MOST_WANTED).stream().map(Fetching::read).toList();
  }

  private static Wanted read(Shelf.Paper paper) {
    return CanonicalJson.MAPPER.readValue(paper.body(), Wanted.class);
  }

  /// How many bytes of a file have come so far.
  public long come(String sha256) {
    return deliveries.vault().file(sha256).map(Fetching::size).orElseGet(() -> size(part(sha256)));
  }

  private static long size(Path file) {
    try {
      return Files.exists(file) ? Files.size(file) : 0;
    } catch (IOException e) {
      return 0;
    }
  }

  private Path part(String sha256) {
    return deliveries.vault().coming(sha256);
  }

  /// What to go on with now. Of each server only so many at once, so that one whose bytes trickle
  /// does not hold up the files of others.
  public List<Wanted> due() {
    long now = exchange.now().toEpochMilli();
    var left = new HashMap<String, Integer>();
    return shelf.list(WANTED, null, MOST_WANTED).stream()
        .map(Fetching::read)
        .filter(wanted -> wanted.next() <= now && !underway.containsKey(wanted.sha256()))
        .filter(wanted -> {
          String home = home(wanted);
          int free = left.computeIfAbsent(home, this::free);
          left.put(home, free - 1);
          return free > 0;
        })
        .toList();
  }

  private int free(String home) {
    return MOST_OF_A_SERVER - Collections.frequency(underway.values(), home);
  }

  private String home(Wanted wanted) {
    return exchange
        .market()
        .delivery(wanted.delivery())
        .flatMap(delivery -> partners.between(delivery.receiver(), delivery.provider()))
        .map(Partner::home)
        .orElse("");
  }

  /// Goes on with one; returns when it is there, or broke off.
  public void fetch(Wanted wanted) {
    if (underway.putIfAbsent(wanted.sha256(), home(wanted)) != null) {
      return;
    }
    try {
      go(wanted);
    } finally {
      underway.remove(wanted.sha256());
    }
  }

  private void go(Wanted wanted) {
    Delivery delivery = exchange.market().delivery(wanted.delivery()).orElse(null);
    Core.Asset asset = delivery == null ? null : delivery.holds(wanted.sha256()).orElse(null);
    Account account = exchange.people().account(wanted.account()).orElse(null);
    // What was taken back or replaced does not come any more, however often it is asked for.
    if (delivery == null
        || delivery.isKilled()
        || asset == null
        || account == null
        || account.closed()) {
      forget(wanted);
      return;
    }
    if (deliveries.mayFetch(delivery) instanceof Outcome.Refused<Delivery>(var why, String more)) {
      later(wanted, why + " " + more, wanted.lies());
      return;
    }
    Optional<Partner> partner = partners.between(delivery.receiver(), delivery.provider());
    if (partner.isEmpty()) {
      later(wanted, FederationReason.NOT_PARTNERS.name(), wanted.lies());
      return;
    }
    try {
      String trouble =
          deliveries.vault().file(asset.sha256()).isPresent()
              ? null
              : come(partner.get(), delivery, asset);
      if (trouble != null) {
        later(wanted, trouble, wanted.lies());
      } else if (deliveries.vault().keep(part(asset.sha256()), asset.sha256())) {
        arrived(wanted, delivery, asset, account);
      } else {
        // The same bytes would come again: not at once, and every time later.
        partners.refused(
            delivery.receiver(),
            delivery.provider(),
            "the file " + asset.name() + " is not what was signed: other digest");
        later(wanted, MarketReason.WRONG_DIGEST.name(), wanted.lies() + 1);
      }
    } catch (IOException e) {
      later(wanted, String.valueOf(e.getMessage()), wanted.lies());
    }
  }

  private void arrived(Wanted wanted, Delivery delivery, Core.Asset asset, Account account) {
    boolean said =
        delivery.receipts().stream().anyMatch(each -> each.sha256().equals(asset.sha256()));
    if (!said) {
      deliveries.receive(account, delivery.id(), asset.sha256(), asset.bytes());
    }
    forget(wanted);
    LOG.info("[federation] {} of {} is here", asset.name(), delivery.id());
  }

  private void forget(Wanted wanted) {
    shelf.remove(WANTED, wanted.key());
  }

  private void later(Wanted wanted, String trouble, int lies) {
    int failures = wanted.failures() + 1;
    long next = exchange.now().plus(Federation.pause(failures + 4 * lies)).toEpochMilli();
    put(
        new Wanted(
            wanted.delivery(), wanted.sha256(), wanted.account(), trouble, failures, lies, next));
  }

  /// Lets bytes come behind those that are there.
  ///
  /// @return why it broke off; null when all have come
  private @Nullable String come(Partner partner, Delivery delivery, Core.Asset asset)
      throws IOException {
    Path part = part(asset.sha256());
    if (size(part) > asset.bytes()) {
      Files.delete(part);
    }
    long there = size(part);
    if (there == asset.bytes() && Files.exists(part)) {
      return null;
    }
    String path = "/delivery/" + delivery.id() + "/" + asset.sha256();
    return switch (postman.request(partner, "GET", path, new byte[0])) {
      case Outcome.Refused<HttpMessage>(var why, String detail) -> why + " " + detail;
      case Outcome.Done<HttpMessage>(HttpMessage request) -> {
        HttpMessage ranged = there == 0 ? request : from(request, there);
        try (FileChannel file =
            FileChannel.open(part, StandardOpenOption.CREATE, StandardOpenOption.WRITE)) {
          file.position(there);
          var sink = new Behind(there, asset.bytes(), file);
          String broken = courier.fetch(ranged, sink).orElse(null);
          file.force(true);
          yield sink.refused != null ? sink.refused : broken != null ? broken : null;
        }
      }
    };
  }

  private static HttpMessage from(HttpMessage request, long first) {
    var fields = new ArrayList<>(request.fields());
    fields.add(new HttpMessage.Field("Range", "bytes=" + first + "-"));
    return new HttpMessage(request.start(), fields, request.body());
  }

  /// Writes what comes behind what is there, and never more than was announced.
  private static final class Behind implements Courier.Sink {
    private final long first;
    private final long whole;
    private final OutputStream out;
    private long left;
    private @Nullable String refused;

    Behind(long first, long whole, FileChannel file) {
      this.first = first;
      this.whole = whole;
      this.left = whole - first;
      this.out = Channels.newOutputStream(file);
    }

    @Override
    public boolean begins(int status, Map<String, String> headers) {
      String range = headers.getOrDefault("content-range", "");
      boolean fits =
          first == 0
              ? status == WHOLE
              : status == PARTIAL
                  && range.equals("bytes " + first + "-" + (whole - 1) + "/" + whole);
      if (!fits || headers.containsKey("content-encoding")) {
        refused =
            "answered " + status + " " + range + " " + headers.getOrDefault("tabadla-reason", "");
      }
      return refused == null;
    }

    @Override
    public void take(byte[] bytes, int length) throws IOException {
      if (length > left) {
        refused = "more came than the " + whole + " bytes that were signed";
        throw new IOException(refused);
      }
      out.write(bytes, 0, length);
      left -= length;
    }
  }
}
