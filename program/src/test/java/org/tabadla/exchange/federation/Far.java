package org.tabadla.exchange.federation;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import org.tabadla.exchange.Deliveries;
import org.tabadla.exchange.Exchange;
import org.tabadla.exchange.Newsrooms;
import org.tabadla.exchange.delivery.Vault;
import org.tabadla.exchange.matching.Likeness;
import org.tabadla.exchange.signed.HttpMessage;
import org.tabadla.model.Deed;
import org.tabadla.model.Journal;
import org.tabadla.model.Lang;
import org.tabadla.model.Logged;
import org.tabadla.model.Shelf;
import org.tabadla.model.Text;
import org.tabadla.people.Account;
import org.tabadla.people.AccountId;
import org.tabadla.people.Organisation;
import org.tabadla.people.OrganisationId;
import org.tabadla.people.People;
import org.tabadla.people.Role;
import org.tabadla.people.SpokenPrint;
import org.tabadla.store.Store;
import org.tabadla.store.Stores;

/// One house without a server: its office is handed the messages.
final class Far implements Courier, AutoCloseable {
  Store store;
  People people;
  Exchange exchange;
  Deliveries deliveries;
  Federation federation;
  Mail mail;
  final Account desk;
  final Newsrooms.Ticking clock;

  /// What happens to an answer on its way.
  UnaryOperator<Back> way = UnaryOperator.identity();

  /// Answers in the place of the other house; null while that answers itself.
  @Nullable Function<HttpMessage, Back> courier;

  /// How many writes are left before one fails, as the last of a program that is killed.
  final AtomicInteger writes = new AtomicInteger(Integer.MAX_VALUE);

  /// How many requests went out.
  final AtomicInteger asked = new AtomicInteger();

  private final Path place;
  private Far other = this;

  Far(Path folder, Newsrooms.Ticking clock, String id, String country) throws IOException {
    this.clock = clock;
    this.place = Files.createDirectories(folder.resolve(id));
    start();
    desk = join(id, country);
  }

  /// Begins anew with what is on disk.
  void start() {
    if (store != null) {
      store.close();
    }
    writes.set(Integer.MAX_VALUE);
    store = Stores.open("jdbc:sqlite:" + database());
    var journal = new Mortal(store.journal());
    var shelf = new MortalShelf(store.shelf());
    people = new People(journal, shelf, clock);
    exchange = new Exchange(people, journal, Likeness.NONE, clock);
    deliveries = new Deliveries(exchange, new Vault(place.resolve("files")));
    federation = new Federation(exchange, deliveries, journal, shelf, this);
    mail = new Mail(people, clock, (_, _, _) -> true);
  }

  /// Puts back what was there at an earlier time.
  void putBack(Path copy) throws IOException {
    store.close();
    for (String end : List.of("", "-wal", "-shm")) {
      Files.deleteIfExists(place.resolve("house.db" + end));
    }
    Files.copy(copy, database());
    start();
  }

  Path database() {
    return place.resolve("house.db");
  }

  OrganisationId id() {
    return desk.organisation();
  }

  Account join(String id, String country) {
    var organisation = new OrganisationId(id);
    people
        .found(
            People.HOUSE,
            organisation,
            List.of(new Text(id, Lang.EN)),
            country,
            Organisation.Kind.BROADCASTER)
        .orRefuse();
    return people
        .join(
            People.HOUSE,
            new AccountId(id + ".desk"),
            id,
            organisation,
            Role.DESK,
            Newsrooms.PASSWORD)
        .orRefuse();
  }

  /// The words that an organisation's people would read over the telephone.
  String words(OrganisationId of) {
    return SpokenPrint.of(people.organisation(of).orElseThrow().key().orElseThrow().raw());
  }

  Partner meets(Far far) {
    return meets(desk, far, far.id());
  }

  Partner meets(Account who, Far far, OrganisationId whom) {
    other = far;
    String home = "http://" + far.id() + ".example";
    return federation.meet(who, home, whom, far.words(whom)).orRefuse();
  }

  /// Brings and fetches what there is, as the server does by itself.
  void goOn() {
    federation.due().forEach(federation::exchange);
  }

  @Override
  public Back send(HttpMessage request, int mostBytes) {
    asked.incrementAndGet();
    if (courier != null) {
      return courier.apply(request);
    }
    if (request.start() instanceof HttpMessage.Start.Request(var _, var address)
        && address.target().equals("/federation/card")) {
      return way.apply(
          new Back.Answered(
              new HttpMessage(
                  new HttpMessage.Start.Response(200),
                  List.of(),
                  new HttpMessage.Body(other.federation.office().card()))));
    }
    try {
      return way.apply(answered(request));
    } catch (Killed e) {
      other.start();
      return new Back.Lost("the line went dead");
    }
  }

  private Back answered(HttpMessage request) {
    return switch (other.federation.office().answer(request)) {
      case Office.Answer.Signed(HttpMessage message) -> new Back.Answered(message);
      case Office.Answer.No(int status, String why) -> new Back.Lost(status + " " + why);
      case Office.Answer.File _ -> new Back.Lost("a file");
    };
  }

  @Override
  public Optional<String> fetch(HttpMessage request, Sink sink) {
    return Optional.of("no files here");
  }

  @Override
  public void close() {
    store.close();
  }

  /// The program was killed.
  static final class Killed extends RuntimeException {
    private static final long serialVersionUID = 1L;
  }

  private void write() {
    if (writes.getAndUpdate(left -> left == Integer.MAX_VALUE ? left : left - 1) <= 0) {
      throw new Killed();
    }
  }

  private final class Mortal implements Journal {
    private final Journal journal;

    Mortal(Journal journal) {
      this.journal = journal;
    }

    @Override
    public List<Logged> add(List<Deed> deeds) {
      write();
      return journal.add(deeds);
    }

    @Override
    public List<Logged> since(String room, long after) {
      return journal.since(room, after);
    }

    @Override
    public long newestSeq() {
      return journal.newestSeq();
    }

    @Override
    public List<Logged> all(long after) {
      return journal.all(after);
    }

    @Override
    public List<Logged> of(String room, String subject) {
      return journal.of(room, subject);
    }

    @Override
    public List<Logged> newest(String room, int limit) {
      return journal.newest(room, limit);
    }

    @Override
    public List<Logged> newestOf(String room, String actor, int limit) {
      return journal.newestOf(room, actor, limit);
    }
  }

  private final class MortalShelf implements Shelf {
    private final Shelf shelf;

    MortalShelf(Shelf shelf) {
      this.shelf = shelf;
    }

    @Override
    public Optional<Paper> get(String kind, String key) {
      return shelf.get(kind, key);
    }

    @Override
    public List<Paper> list(String kind, @Nullable String after, int limit) {
      return shelf.list(kind, after, limit);
    }

    @Override
    public void put(Paper paper) {
      write();
      shelf.put(paper);
    }

    @Override
    public boolean remove(String kind, String key) {
      write();
      return shelf.remove(kind, key);
    }
  }
}
