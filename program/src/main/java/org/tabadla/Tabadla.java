package org.tabadla;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.atomic.AtomicReference;
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
import org.tabadla.exchange.Deliveries;
import org.tabadla.exchange.Exchange;
import org.tabadla.exchange.Forgotten;
import org.tabadla.exchange.Notices;
import org.tabadla.exchange.Publishing;
import org.tabadla.exchange.delivery.Uploads;
import org.tabadla.exchange.delivery.Vault;
import org.tabadla.exchange.federation.Federation;
import org.tabadla.exchange.federation.Fetching;
import org.tabadla.exchange.federation.Partner;
import org.tabadla.exchange.federation.TalkFiles;
import org.tabadla.exchange.preview.Ffmpeg;
import org.tabadla.exchange.preview.Previews;
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
import org.tabadla.flow.Telling;
import org.tabadla.flow.Watching;
import org.tabadla.language.Excerpts;
import org.tabadla.link.Nearest;
import org.tabadla.link.Options;
import org.tabadla.model.Article;
import org.tabadla.model.Journal;
import org.tabadla.model.Refusal;
import org.tabadla.model.Shelf;
import org.tabadla.people.Invitations;
import org.tabadla.people.People;
import org.tabadla.people.Sessions;
import org.tabadla.people.Tokens;
import org.tabadla.register.FromActs;
import org.tabadla.register.Register;
import org.tabadla.search.LuceneSearch;
import org.tabadla.search.Search;
import org.tabadla.store.Store;
import org.tabadla.store.Stores;
import org.tabadla.verify.Desk;
import org.tabadla.verify.Keyring;
import org.tabadla.web.Loopback;
import org.tabadla.web.Owners;
import org.tabadla.web.Web;
import org.tabadla.web.WebOptions;
import org.tabadla.web.Wing;
import org.tabadla.web.exchange.ExchangeWing;
import org.tabadla.web.exchange.NoticeLetters;
import org.tabadla.web.people.AccountOwners;
import org.tabadla.web.people.Gate;
import org.tabadla.web.people.Members;
import org.tabadla.web.people.PeopleWing;
import org.tabadla.web.register.RegisterWing;
import org.tabadla.web.verify.VerifyWing;
import org.tabadla.web.websub.WebSubWing;

/// The front door, and the one place of wiring: plain `new`, top to bottom.
public final class Tabadla {
  private static final int EXCERPT_CHARS = 320;
  private static final int PARTNERS_AT_ONCE = 16;
  private static final int FILES_AT_ONCE = 4;

  private Tabadla() {}

  public static void main(String[] args) {
    System.exit(Commands.execute(rooms(), System.in, Said.standard(), args));
  }

  /// How houses are opened.
  public static Rooms.Opener rooms() {
    return new Wiring(InstantSource.system());
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
      Watching watching = new Watching(store, search, clock);
      Deliverer deliverer = deliverer(settings);
      Telling telling = telling(settings, store, deliverer);
      var messenger =
          new Messenger(new NetworkGuard(settings.allowedHosts()), settings.userAgent());
      Supplier<Desks> desks = once(() -> desks(settings, store, messenger));
      List<Duties<?>> duties = duties(desks, publishing(settings, store, desks));
      Registering registering = registering(store, desks);
      Noticing noticing = noticing(settings, desks);
      List<Chore> chores = Chores.of(desks, once(() -> forgotten(desks.get(), store)));
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
              new RegisterWing(desks.register(), who, clock),
              new VerifyWing(desks.claims(), desks.claims().search(), store, who, clock),
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

    private Noticing noticing(Settings settings, Supplier<Desks> desks) {
      return new Noticing(
          () -> desks.get().notices().catchUp(),
          () ->
              desks.get().notices().due().stream()
                  .map(mail -> NoticeLetters.of(mail, settings.base()))
                  .map(each ->
                      new Outbox.Letter(each.name(), each.to(), each.subject(), each.text()))
                  .toList(),
          name -> desks.get().notices().sent(name),
          outbox(settings),
          clock);
    }

    /// What goes on between this house and others.
    private Supplier<Publishing> publishing(Settings settings, Store store, Supplier<Desks> desks) {
      return once(() -> {
        Desks open = desks.get();
        return new Publishing(
            open.exchange(),
            store.journal(),
            store.shelf(),
            new Entries(open.people(), open.register(), settings.base()));
      });
    }

    private static List<Duties<?>> duties(Supplier<Desks> desks, Supplier<Publishing> publishing) {
      return List.of(
          new Duties<>(
              "federation",
              Duration.ofMillis(500),
              PARTNERS_AT_ONCE,
              () -> desks.get().federation().due(),
              Partner::key,
              partner -> desks.get().federation().exchange(partner)),
          new Duties<>(
              "fetching",
              Duration.ofSeconds(1),
              FILES_AT_ONCE,
              () -> desks.get().federation().fetching().due(),
              Fetching.Wanted::sha256,
              wanted -> desks.get().federation().fetching().fetch(wanted)),
          new Duties<>(
              "files of talks",
              Duration.ofSeconds(1),
              FILES_AT_ONCE,
              () -> desks.get().federation().talkFiles().due(),
              TalkFiles.Wanted::key,
              wanted -> desks.get().federation().talkFiles().fetch(wanted)),
          new Duties<>(
              "register of agreements",
              Duration.ofSeconds(1),
              1,
              () -> publishing.get().isBehind() ? List.of(publishing.get()) : List.of(),
              _ -> "all",
              Publishing::all));
    }

    private Desks desks(Settings settings, Store store, Messenger messenger) {
      Journal journal = store.journal();
      Shelf shelf = store.shelf();
      var people = new People(journal, shelf, clock);
      var exchange = new Exchange(people, journal, Nearest::alike, clock);
      Deliveries deliveries = deliveries(settings, exchange);
      return new Desks(
          people,
          new Sessions(people, shelf, clock),
          new Tokens(people, shelf, clock),
          new Invitations(people, shelf, clock),
          exchange,
          deliveries,
          new Federation(exchange, deliveries, journal, shelf, new Letters(messenger)),
          new Notices(exchange, journal, shelf),
          new Register(journal, clock),
          new Desk(journal, new Keyring(shelf), clock));
    }

    private Deliveries deliveries(Settings settings, Exchange exchange) {
      Settings.Files files = settings.files();
      var vault = new Vault(settings.data().resolve("files"));
      var limits =
          new Uploads.Limits(files.uploadLimitBytes(), files.uploadsAtOnce(), files.uploadKept());
      return new Deliveries(
          exchange,
          vault,
          new Uploads(vault, limits, clock),
          Previews.of(settings.data().resolve("previews"), vault, Ffmpeg.find(files.ffmpeg())));
    }

    private Forgotten forgotten(Desks desks, Store store) {
      return new Forgotten(desks.deliveries(), store.journal(), desks.federation()::fetches, clock);
    }

    private static <T> Supplier<T> once(Supplier<T> make) {
      var made = new AtomicReference<@Nullable T>();
      return () -> {
        synchronized (made) {
          T value = made.get();
          if (value == null) {
            value = make.get();
            made.set(value);
          }
          return value;
        }
      };
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
