package org.tabadla.web.exchange;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import org.tabadla.Letters;
import org.tabadla.collect.Messenger;
import org.tabadla.collect.NetworkGuard;
import org.tabadla.exchange.Deliveries;
import org.tabadla.exchange.Exchange;
import org.tabadla.exchange.Newsrooms;
import org.tabadla.exchange.Notices;
import org.tabadla.exchange.delivery.Vault;
import org.tabadla.exchange.federation.Federation;
import org.tabadla.exchange.federation.Partner;
import org.tabadla.exchange.market.Core;
import org.tabadla.exchange.matching.Likeness;
import org.tabadla.model.Lang;
import org.tabadla.model.Text;
import org.tabadla.people.Account;
import org.tabadla.people.AccountId;
import org.tabadla.people.Invitations;
import org.tabadla.people.Organisation;
import org.tabadla.people.OrganisationId;
import org.tabadla.people.People;
import org.tabadla.people.Role;
import org.tabadla.people.Sessions;
import org.tabadla.people.SpokenPrint;
import org.tabadla.people.Tokens;
import org.tabadla.search.LuceneSearch;
import org.tabadla.search.Search;
import org.tabadla.store.Store;
import org.tabadla.store.Stores;
import org.tabadla.web.Web;
import org.tabadla.web.WebOptions;
import org.tabadla.web.people.Gate;
import org.tabadla.web.people.PeopleWing;

/// One newsroom with a server of its own. What goes on by itself elsewhere is done here when it is
/// asked for, so that a test knows what came when.
final class House implements AutoCloseable {
  final Account desk;
  final Store store;
  final People people;
  final Exchange exchange;
  final Deliveries deliveries;
  final Federation federation;
  final Notices notices;
  private final Path folder;
  private final Newsrooms.Ticking clock;
  private final Messenger messenger;
  private Web web;
  private Search search;
  private String base = "";
  private int port;

  House(Path folder, Newsrooms.Ticking clock, String id, String name, String lang, String country) {
    this.folder = folder;
    this.clock = clock;
    try {
      Files.createDirectories(folder);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    store = Stores.open("jdbc:sqlite:" + folder.resolve("house.db"));
    people = new People(store.journal(), store.shelf(), clock);
    exchange = new Exchange(people, store.journal(), Likeness.NONE, clock);
    deliveries = new Deliveries(exchange, new Vault(folder.resolve("files")));
    messenger = new Messenger(new NetworkGuard(Set.of("127.0.0.1")), "Tabadla/test");
    federation =
        new Federation(
            exchange, deliveries, store.journal(), store.shelf(), new Letters(messenger));
    notices = new Notices(exchange, store.journal(), store.shelf());
    desk = join(id, name, lang, country);
    search = LuceneSearch.open(folder.resolve("index"));
    web = web();
    open();
  }

  Account join(String id, String name, String lang, String country) {
    var organisation = new OrganisationId(id);
    if (people.organisation(organisation).isEmpty()) {
      people
          .found(
              People.HOUSE,
              organisation,
              List.of(new Text(name, new Lang(lang))),
              country,
              Organisation.Kind.BROADCASTER)
          .orRefuse();
      people
          .join(
              People.HOUSE,
              new AccountId(id + ".desk"),
              name,
              organisation,
              Role.DESK,
              Newsrooms.PASSWORD)
          .orRefuse();
    }
    return people.account(new AccountId(id + ".desk")).orElseThrow();
  }

  private Web web() {
    var shelf = store.shelf();
    var sessions = new Sessions(people, shelf, clock);
    var tokens = new Tokens(people, shelf, clock);
    var gate = new Gate(sessions, tokens, true, Set.of());
    return new Web(
        store,
        search,
        WebOptions.standard(),
        clock,
        List.of(
            new PeopleWing(
                people,
                sessions,
                tokens,
                new Invitations(people, shelf, clock),
                store.journal(),
                gate),
            new ExchangeWing(exchange, deliveries, federation, notices, store, gate)));
  }

  /// Answers again, at the same address.
  void open() {
    port = web.start("127.0.0.1", port);
    base = "http://127.0.0.1:" + port;
  }

  /// Answers no more; what its people do goes on.
  void shut() {
    web.close();
    web = web();
  }

  String base() {
    return base;
  }

  OrganisationId id() {
    return desk.organisation();
  }

  /// The words that its people would read over the telephone.
  String words() {
    return SpokenPrint.of(people.organisation(id()).orElseThrow().key().orElseThrow().raw());
  }

  Partner meets(House other) {
    return federation.meet(desk, other.base(), other.id(), other.words()).orRefuse();
  }

  /// Brings and fetches what there is, as the server does by itself.
  void goOn() {
    federation.due().forEach(federation::exchange);
    federation.fetching().due().forEach(federation.fetching()::fetch);
    federation.talkFiles().due().forEach(federation.talkFiles()::fetch);
  }

  Core.Asset file(String name, String content) {
    byte[] bytes = content.getBytes(StandardCharsets.UTF_8);
    try {
      var taken = deliveries.vault().take(new ByteArrayInputStream(bytes), bytes.length);
      var kept = ((Vault.Taken.Whole) taken).kept();
      return new Core.Asset(name, "video/mp4", kept.bytes(), kept.sha256());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  Browsing signedIn() {
    var browsing = new Browsing(base);
    browsing.post("/en/people/signin", "name", desk.id().value(), "password", Newsrooms.PASSWORD);
    return browsing;
  }

  Path folder() {
    return folder;
  }

  @Override
  public void close() {
    web.close();
    messenger.close();
    search.close();
    store.close();
  }
}
