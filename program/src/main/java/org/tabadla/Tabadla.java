package org.tabadla;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.tabadla.cli.Commands;
import org.tabadla.cli.Desks;
import org.tabadla.cli.FolderLock;
import org.tabadla.cli.HubWork;
import org.tabadla.cli.Rooms;
import org.tabadla.cli.Said;
import org.tabadla.cli.Serving;
import org.tabadla.collect.Archive;
import org.tabadla.collect.Collector;
import org.tabadla.collect.Deliverer;
import org.tabadla.collect.Limits;
import org.tabadla.collect.Messenger;
import org.tabadla.collect.NetworkGuard;
import org.tabadla.collect.Pace;
import org.tabadla.config.Settings;
import org.tabadla.exchange.websub.Follower;
import org.tabadla.exchange.websub.Hub;
import org.tabadla.flow.Chore;
import org.tabadla.flow.Digests;
import org.tabadla.flow.Duties;
import org.tabadla.flow.FeedVisit;
import org.tabadla.flow.HubsSeen;
import org.tabadla.flow.Indexing;
import org.tabadla.flow.Intake;
import org.tabadla.flow.Noticing;
import org.tabadla.flow.Outbox;
import org.tabadla.flow.Rebuild;
import org.tabadla.flow.Recollection;
import org.tabadla.flow.Registering;
import org.tabadla.flow.Rereading;
import org.tabadla.flow.Road;
import org.tabadla.flow.Rounds;
import org.tabadla.flow.SignedPosts;
import org.tabadla.flow.Telling;
import org.tabadla.flow.Watching;
import org.tabadla.language.Excerpts;
import org.tabadla.link.Options;
import org.tabadla.model.Article;
import org.tabadla.model.Refusal;
import org.tabadla.register.FromActs;
import org.tabadla.search.LuceneSearch;
import org.tabadla.search.Search;
import org.tabadla.store.Store;
import org.tabadla.store.Stores;
import org.tabadla.verify.Claim;
import org.tabadla.web.Loopback;
import org.tabadla.web.Owners;
import org.tabadla.web.Web;
import org.tabadla.web.WebOptions;
import org.tabadla.web.Wing;
import org.tabadla.web.exchange.ExchangeWing;
import org.tabadla.web.people.AccountOwners;
import org.tabadla.web.people.Gate;
import org.tabadla.web.people.Members;
import org.tabadla.web.people.PeopleWing;
import org.tabadla.web.register.RegisterWing;
import org.tabadla.web.verify.ClaimRooms;
import org.tabadla.web.verify.VerifyWing;
import org.tabadla.web.websub.WebSubWing;

/// The front door, and the one place of wiring: plain `new`, top to bottom.
public final class Tabadla {
  private static final int EXCERPT_CHARS = 320;

  private Tabadla() {}

  public static void main(String[] args) {
    System.exit(Commands.execute(rooms(), System.in, Said.standard(), args));
  }

  /// How houses are opened.
  public static Rooms.Opener rooms() {
    return rooms(InstantSource.system());
  }

  /// How houses are opened where another clock goes.
  static Rooms.Opener rooms(InstantSource clock) {
    return new Wiring(clock);
  }

  private record Wiring(InstantSource clock) implements Rooms.Opener {
    @Override
    public Rooms open(Settings settings) {
      Rooms rooms = openIfFree(settings);
      if (rooms == null) {
        throw new Refusal(
            "[" + settings.data() + "] another tabadla is at work on this folder",
            "stop it first, or name another folder with --data");
      }
      return rooms;
    }

    @Override
    public @Nullable Rooms openIfFree(Settings settings) {
      FolderLock lock = FolderLock.take(folder(settings));
      if (lock == null) {
        return null;
      }
      // The two slowest to open do not know each other, so they open side by side.
      var opening =
          CompletableFuture.supplyAsync(() -> LuceneSearch.open(settings.data().resolve("index")));
      Store store = store(settings);
      return rooms(settings, lock, store, opened(opening, store));
    }

    private Rooms rooms(Settings settings, FolderLock lock, Store store, Search search) {
      Archive archive = new Archive(Rooms.archive(settings), clock);
      Collector collector = collector(settings);
      Road road = new Road(store, search, recollection(settings), archive);
      Follower follower = follower(settings, store);
      HubsSeen hubs = follower.isWanted() ? follower::seen : null;
      FeedVisit visit = new FeedVisit(store, road, archive, collector, pace(settings), hubs, clock);
      Rereading rereading = new Rereading(store, road);
      Rounds rounds = new Rounds(store, visit, rereading, clock, settings.fetchers());
      Indexing indexing = new Indexing(store, search);
      Watching watching = new Watching(store, search, clock.withZone(settings.zone()));
      Deliverer deliverer = deliverer(settings);
      Telling telling = telling(settings, store, deliverer);
      var messenger =
          new Messenger(new NetworkGuard(settings.allowedHosts()), settings.userAgent());
      var work = new DeskWork(settings, store, messenger, collector, clock);
      Supplier<Desks> desks = work::desks;
      List<Duties<?>> duties = work.duties(new SignedPosts(deliverer, clock), outbox(settings));
      Registering registering = registering(store, desks);
      Noticing noticing = work.noticing(outbox(settings));
      List<Chore> chores = work.chores();
      return new Rooms(
          settings,
          store,
          search,
          archive,
          road,
          new Intake(store, collector, clock),
          rounds,
          indexing,
          new Rebuild(store, search, road, archive),
          watching,
          telling,
          registering,
          duties,
          follower,
          noticing,
          desks,
          chores,
          () -> {
            chores.forEach(Chore::close);
            rounds.close();
            watching.close();
            telling.close();
            registering.close();
            duties.forEach(Duties::close);
            messenger.close();
            noticing.close();
            deliverer.close();
            indexing.close();
            collector.close();
            road.recollect();
            archive.close();
            search.close();
            store.close();
            lock.close();
          });
    }

    @Override
    public Rooms.Shelves look(Settings settings) {
      return new Rooms.Shelves(
          settings, store(settings), LuceneSearch.look(folder(settings).resolve("index")));
    }

    @Override
    public Intake intake(Settings settings, Store store) {
      return new Intake(store, collector(settings), clock);
    }

    @Override
    public Serving serve(Rooms rooms) {
      Settings settings = rooms.settings();
      Desks desks = rooms.desks().get();
      var gate =
          new Gate(desks.sessions(), desks.tokens(), settings.openReading(), settings.names());
      Store store = rooms.store();
      Hub hub = hub(settings, store);
      var who = new Members(gate, desks.people(), new Loopback());
      var watching =
          new org.tabadla.web.register.Watching(
              desks.alerts(),
              claim -> desks.claims().claim(claim).map(Claim::words),
              who.anybody(),
              new NetworkGuard(settings.allowedHosts())::refusal);
      List<Wing> wings =
          List.of(
              new PeopleWing(
                  desks.people(),
                  desks.sessions(),
                  desks.tokens(),
                  desks.invitations(),
                  store.journal(),
                  gate),
              new ExchangeWing(
                  desks.exchange(),
                  desks.deliveries(),
                  desks.federation(),
                  desks.notices(),
                  store,
                  gate),
              new RegisterWing(desks.register(), who, watching, clock),
              new VerifyWing(
                  new ClaimRooms(
                      desks.claims(),
                      desks.finder()::find,
                      desks.album(),
                      desks.exchange(),
                      store,
                      who,
                      who.signers(),
                      watching,
                      clock)),
              new WebSubWing(hub, rooms.follower(), settings.bodyLimitBytes()));
      Web web =
          new Web(
              store,
              rooms.search(),
              options(settings, new AccountOwners(gate, desks.people())),
              clock,
              wings);
      int port = web.start(settings.host(), settings.port());
      var work = new HubWork(rooms, hub, web.base(), home(settings.host(), port), clock);
      work.start();
      return new Serving(
          "http://" + settings.host() + ":" + port + "/",
          () -> {
            work.close();
            web.close();
          });
    }

    private Hub hub(Settings settings, Store store) {
      return new Hub(
          store.shelf(),
          new NetworkGuard(settings.allowedHosts())::refusal,
          () -> store.newestSeq() + store.journal().newestSeq(),
          clock);
    }

    private Follower follower(Settings settings, Store store) {
      boolean wanted =
          switch (settings.subscribing()) {
            case YES -> true;
            case NO -> false;
            case AUTO ->
                !settings.address().isEmpty()
                    && new NetworkGuard(Set.of()).mayReach(settings.address());
          };
      return new Follower(
          store.shelf(), wanted, new NetworkGuard(settings.allowedHosts())::refusal, clock);
    }

    /// How the server reaches its own pages.
    private static String home(String host, int port) {
      String name =
          switch (host) {
            case "0.0.0.0" -> "127.0.0.1";
            case "::" -> "[::1]";
            default -> host.contains(":") ? "[" + host + "]" : host;
          };
      return "http://" + name + ":" + port;
    }

    private static Recollection recollection(Settings settings) {
      return new Recollection(settings.data().resolve("linker.state"), Options.STANDARD);
    }

    private static Registering registering(Store store, Supplier<Desks> desks) {
      return new Registering(
          store,
          (article, source, acts) ->
              desks.get().register().file(FromActs.of(article, source, acts)));
    }

    private static WebOptions options(Settings settings, Owners owners) {
      NetworkGuard guard = new NetworkGuard(settings.allowedHosts());
      return WebOptions.standard()
          .in(settings.zone())
          .at(settings.address().isEmpty() ? null : settings.address())
          .withHub(settings.openReading())
          .with(
              new WebOptions.Watches(
                  settings.watchOpen() || isThisMachine(settings.host()), guard::refusal, owners));
    }

    private static boolean isThisMachine(String host) {
      try {
        return InetAddress.getByName(host).isLoopbackAddress();
      } catch (UnknownHostException e) {
        return false;
      }
    }

    private Deliverer deliverer(Settings settings) {
      return new Deliverer(new NetworkGuard(settings.allowedHosts()), settings.userAgent(), clock);
    }

    private static Pace pace(Settings settings) {
      return new Pace(settings.pollShortest(), settings.pollLongest());
    }

    private Telling telling(Settings settings, Store store, Deliverer deliverer) {
      var digests = new Digests(outbox(settings), settings.base());
      return new Telling(store, deliverer, digests, settings.base(), clock);
    }

    private static Outbox outbox(Settings settings) {
      return new Outbox(
          settings.data().resolve("outbox"), settings.mailCommand(), settings.mailFrom());
    }

    /// Waits for the index; when it cannot be opened, the store is closed again and the reason
    /// told.
    private static Search opened(CompletableFuture<LuceneSearch> opening, Store store) {
      try {
        return opening.join();
      } catch (CompletionException e) {
        store.close();
        throw e.getCause() instanceof RuntimeException reason ? reason : e;
      }
    }

    private static Path folder(Settings settings) {
      try {
        return Files.createDirectories(settings.data());
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }

    private static Store store(Settings settings) {
      folder(settings);
      return Stores.open(settings.database(), Tabadla::excerpt);
    }

    private Collector collector(Settings settings) {
      Limits limits =
          new Limits(
              settings.userAgent(),
              settings.hostPause(),
              settings.bodyLimitBytes(),
              settings.fetchTimeout(),
              settings.redirectLimit());
      return new Collector(limits, new NetworkGuard(settings.allowedHosts()), clock);
    }
  }

  private static String excerpt(Article article) {
    String text = article.standfirst() == null ? article.text() : article.standfirst().value();
    return Excerpts.of(text, article.lang(), EXCERPT_CHARS);
  }
}
