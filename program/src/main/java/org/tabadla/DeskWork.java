package org.tabadla;

import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.tabadla.cli.Desks;
import org.tabadla.collect.Collector;
import org.tabadla.collect.Messenger;
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
import org.tabadla.flow.Chore;
import org.tabadla.flow.Duties;
import org.tabadla.flow.Noticing;
import org.tabadla.flow.Outbox;
import org.tabadla.flow.SignedPosts;
import org.tabadla.link.ClaimFinder;
import org.tabadla.link.Nearest;
import org.tabadla.model.Journal;
import org.tabadla.model.Shelf;
import org.tabadla.people.Invitations;
import org.tabadla.people.People;
import org.tabadla.people.Sessions;
import org.tabadla.people.Tokens;
import org.tabadla.register.Alerts;
import org.tabadla.register.PageWatches;
import org.tabadla.register.Register;
import org.tabadla.store.Store;
import org.tabadla.verify.Claim;
import org.tabadla.verify.Desk;
import org.tabadla.verify.Seals;
import org.tabadla.verify.feed.ClaimFeeds;
import org.tabadla.verify.feed.Followed;
import org.tabadla.verify.picture.Album;
import org.tabadla.web.exchange.NoticeLetters;
import org.tabadla.web.register.AlertMessages;

/// Wires the desks where people are served, and what goes on there by itself. A part of {@link
/// Tabadla}'s wiring.
final class DeskWork {
  private static final int PARTNERS_AT_ONCE = 16;
  private static final int FILES_AT_ONCE = 4;
  private static final int PICTURES_AT_ONCE = 2;
  private static final int ALERTS_AT_ONCE = 8;

  private final Settings settings;
  private final Store store;
  private final Messenger messenger;
  private final Collector collector;
  private final InstantSource clock;
  private final Supplier<PictureVisits> pictures = once(this::makePictures);
  private final Supplier<Desks> desks = once(this::make);
  private final Supplier<Publishing> publishing = once(this::makePublishing);
  private final Supplier<ClaimAlerts> claimAlerts = once(this::makeClaimAlerts);
  private final Supplier<Forgotten> forgotten = once(this::makeForgotten);

  DeskWork(
      Settings settings,
      Store store,
      Messenger messenger,
      Collector collector,
      InstantSource clock) {
    this.settings = settings;
    this.store = store;
    this.messenger = messenger;
    this.collector = collector;
    this.clock = clock;
  }

  /// Opened at first use.
  Desks desks() {
    return desks.get();
  }

  /// What tells people of others' deeds.
  Noticing noticing(Outbox outbox) {
    return new Noticing(
        () -> desks.get().notices().catchUp(),
        () ->
            desks.get().notices().due().stream()
                .map(mail -> NoticeLetters.of(mail, settings.base()))
                .map(each -> new Outbox.Letter(each.name(), each.to(), each.subject(), each.text()))
                .toList(),
        name -> desks.get().notices().sent(name),
        outbox,
        clock);
  }

  private Publishing makePublishing() {
    Desks open = desks.get();
    return new Publishing(
        open.exchange(),
        store.journal(),
        store.shelf(),
        new Entries(open.people(), open.register(), settings.base()));
  }

  /// What goes on between this house and others, and with people elsewhere.
  List<Duties<?>> duties(SignedPosts posts, Outbox outbox) {
    return List.of(
        alerts(posts, outbox),
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
            "pictures",
            Duration.ofSeconds(2),
            PICTURES_AT_ONCE,
            this::picturesDue,
            PictureVisits.Wanted::article,
            wanted -> pictures.get().fetch(wanted)),
        new Duties<>(
            "feeds of other desks",
            Duration.ofSeconds(10),
            PICTURES_AT_ONCE,
            () -> desks.get().feeds().due(),
            Followed::url,
            feed -> new ClaimFeedVisits(collector, desks.get().feeds()).visit(feed)),
        new Duties<>(
            "register of agreements",
            Duration.ofSeconds(1),
            1,
            () -> publishing.get().isBehind() ? List.of(publishing.get()) : List.of(),
            _ -> "all",
            Publishing::all));
  }

  private PictureVisits makePictures() {
    Desks open = desks.get();
    boolean all = settings.pictures() == Settings.Pictures.ALL;
    return new PictureVisits(store, collector, open.claims(), open.album(), all, clock);
  }

  private List<PictureVisits.Wanted> picturesDue() {
    return settings.pictures() == Settings.Pictures.NO ? List.of() : pictures.get().due();
  }

  private ClaimAlerts makeClaimAlerts() {
    Desks open = desks.get();
    return new ClaimAlerts(open.alerts(), open.claims(), store.journal(), store.shelf());
  }

  /// What tells people of news on pages of the register and of claims that they watch.
  private Duties<Alerts.Parcel> alerts(SignedPosts posts, Outbox outbox) {
    return new Duties<>(
        "alerts of watched pages",
        Duration.ofSeconds(1),
        ALERTS_AT_ONCE,
        () -> {
          desks.get().alerts().catchUp();
          claimAlerts.get().catchUp();
          return desks.get().alerts().due();
        },
        Alerts.Parcel::key,
        parcel -> desks.get().alerts().settle(parcel, told(parcel, posts, outbox)));
  }

  private @Nullable String told(Alerts.Parcel parcel, SignedPosts posts, Outbox outbox) {
    var messages =
        new AlertMessages(
            desks.get().register(),
            claim -> desks.get().claims().claim(claim).map(Claim::words),
            settings.base(),
            settings.zone());
    return switch (parcel.way()) {
      case WEBHOOK ->
          posts.send(
              new SignedPosts.Post(
                  AlertMessages.id(parcel),
                  parcel.watch().webhook(),
                  parcel.watch().secret(),
                  messages.post(parcel)));
      case DIGEST -> {
        AlertMessages.Letter letter = messages.letter(parcel);
        yield outbox.send(
            new Outbox.Letter(letter.name(), letter.to(), letter.subject(), letter.text()),
            clock.instant());
      }
    };
  }

  private Desks make() {
    Journal journal = store.journal();
    Shelf shelf = store.shelf();
    var people = new People(journal, shelf, clock);
    var exchange = new Exchange(people, journal, Nearest::alike, clock);
    Deliveries deliveries = deliveries(exchange);
    var finder = new ClaimFinder();
    var claims = new Desk(journal, new Seals(people), finder::take, clock);
    var register = new Register(journal, clock);
    return new Desks(
        people,
        new Sessions(people, shelf, clock),
        new Tokens(people, shelf, clock),
        new Invitations(people, shelf, clock),
        exchange,
        deliveries,
        new Federation(exchange, deliveries, journal, shelf, new Letters(messenger)),
        new Notices(exchange, journal, shelf),
        register,
        claims,
        finder,
        new Album(shelf, PictureVisits::credential),
        () -> pictures.get().all(),
        new ClaimFeeds(shelf, claims, clock),
        new Alerts(
            register,
            new PageWatches(shelf, people::hasLeft),
            journal,
            shelf,
            clock.withZone(settings.zone())));
  }

  private Deliveries deliveries(Exchange exchange) {
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

  private Forgotten makeForgotten() {
    Desks open = desks.get();
    return new Forgotten(open.deliveries(), store.journal(), open.federation()::fetches, clock);
  }

  /// What else goes on while pages are served.
  List<Chore> chores() {
    return List.of(
        new Chore(
            "uploads",
            Duration.ofMinutes(10),
            () -> desks.get().deliveries().uploads().sweep(),
            () -> {}),
        new Chore(
            "previews",
            Duration.ofSeconds(2),
            () -> desks.get().deliveries().previews().makeWanted(),
            () -> desks.get().deliveries().previews().halt()),
        new Chore(
            "claims to search",
            Duration.ofSeconds(2),
            () -> desks.get().finder().catchUp(),
            () -> desks.get().finder().halt()),
        new Chore("forgotten files", Duration.ofHours(6), () -> forgotten.get().sweep(), () -> {}));
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
}
