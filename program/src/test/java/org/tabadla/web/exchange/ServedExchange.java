package org.tabadla.web.exchange;

import java.nio.file.Path;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.tabadla.Letters;
import org.tabadla.collect.Messenger;
import org.tabadla.collect.NetworkGuard;
import org.tabadla.exchange.Newsrooms;
import org.tabadla.exchange.federation.Federation;
import org.tabadla.link.ClaimFinder;
import org.tabadla.people.Invitations;
import org.tabadla.people.People;
import org.tabadla.people.Role;
import org.tabadla.people.Sessions;
import org.tabadla.people.Tokens;
import org.tabadla.register.Alerts;
import org.tabadla.register.PageWatches;
import org.tabadla.register.Register;
import org.tabadla.search.LuceneSearch;
import org.tabadla.search.Search;
import org.tabadla.verify.Claim;
import org.tabadla.verify.Desk;
import org.tabadla.verify.Seals;
import org.tabadla.verify.picture.Album;
import org.tabadla.verify.picture.Credential;
import org.tabadla.web.Web;
import org.tabadla.web.WebOptions;
import org.tabadla.web.people.AccountOwners;
import org.tabadla.web.people.Gate;
import org.tabadla.web.people.Members;
import org.tabadla.web.people.PeopleWing;
import org.tabadla.web.register.RegisterWing;
import org.tabadla.web.register.Watching;
import org.tabadla.web.verify.ClaimRooms;
import org.tabadla.web.verify.VerifyWing;

/// Three newsrooms behind a running server.
final class ServedExchange implements AutoCloseable {
  final Newsrooms rooms;
  final Invitations invitations;
  final String base;
  final Federation federation;
  private final Messenger messenger;
  private final ClaimFinder finder = new ClaimFinder();
  final Desk desk;
  final Alerts alerts;
  private final Search search;
  private final Web web;

  ServedExchange(Path folder, boolean open) {
    rooms = new Newsrooms(folder);
    var shelf = rooms.store.shelf();
    var sessions = new Sessions(rooms.people, shelf, rooms.clock);
    var tokens = new Tokens(rooms.people, shelf, rooms.clock);
    invitations = new Invitations(rooms.people, shelf, rooms.clock);
    var gate = new Gate(sessions, tokens, open, Set.of("news.example"));
    messenger = new Messenger(new NetworkGuard(Set.of("127.0.0.1")), "Tabadla/test");
    federation =
        new Federation(
            rooms.exchange, rooms.deliveries, rooms.store.journal(), shelf, new Letters(messenger));
    var who = new Members(gate, rooms.people, _ -> Optional.empty());
    desk = new Desk(rooms.store.journal(), new Seals(rooms.people), finder::take, rooms.clock);
    var register = new Register(rooms.store.journal(), rooms.clock);
    alerts =
        new Alerts(
            register,
            new PageWatches(shelf, rooms.people::hasLeft),
            rooms.store.journal(),
            shelf,
            rooms.clock.withZone(ZoneOffset.UTC));
    var watching =
        new Watching(
            alerts,
            claim -> desk.claim(claim).map(Claim::words),
            who.anybody(),
            _ -> Optional.empty());
    search = LuceneSearch.open(folder.resolve("index"));
    web =
        new Web(
            rooms.store,
            search,
            WebOptions.standard()
                .with(
                    new WebOptions.Watches(
                        false, url -> Optional.empty(), new AccountOwners(gate, rooms.people))),
            rooms.clock,
            List.of(
                new PeopleWing(
                    rooms.people, sessions, tokens, invitations, rooms.store.journal(), gate),
                new ExchangeWing(
                    rooms.exchange, rooms.deliveries, federation, rooms.notices, rooms.store, gate),
                new RegisterWing(register, who, watching, rooms.clock),
                new VerifyWing(
                    new ClaimRooms(
                        desk,
                        finder::find,
                        new Album(shelf, _ -> new Credential(false, "", "", List.of())),
                        rooms.exchange,
                        rooms.store,
                        who,
                        who.signers(),
                        watching,
                        rooms.clock))));
    base = "http://127.0.0.1:" + web.start("127.0.0.1", 0);
  }

  /// Every address that is answered.
  List<String> addresses() {
    return web.addresses();
  }

  String operatorLink() {
    return "/en/people/invite/" + invitations.invite(People.HOUSE, null, Role.OPERATOR).orRefuse();
  }

  Browsing signedIn(String name) {
    var browsing = new Browsing(base);
    browsing.post("/en/people/signin", "name", name, "password", Newsrooms.PASSWORD);
    return browsing;
  }

  @Override
  public void close() {
    web.close();
    messenger.close();
    search.close();
    rooms.close();
  }
}
