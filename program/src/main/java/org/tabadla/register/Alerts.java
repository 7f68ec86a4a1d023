package org.tabadla.register;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.tabadla.model.Journal;
import org.tabadla.model.Logged;
import org.tabadla.model.Shelf.Paper;
import org.tabadla.register.PageWatches.PageWatch;
import tools.jackson.databind.json.JsonMapper;

/// Tells those who watch a page of the register what is new on it: another source's word, a
/// person's correction, something that fell due and of which nobody has told. Other rooms tell of
/// theirs by {@link #tell}.
///
/// Alerts follow from the journal. The place in it is written down after what it stands for, and an
/// alert's name follows from its deed: a stop at any point costs a second look and tells nothing
/// twice.
public final class Alerts {
  /// Said of what fell due, beside the kinds of deeds.
  public static final String SILENT = "silent";

  private static final String ALERT = "register/alert";
  private static final String TOLD = ALERT + "-told";
  private static final String PLACE = "register/alert-place";
  private static final String WAIT = "register/alert-wait";
  private static final String KEY = "journal";
  private static final int AT_ONCE = 1_000;

  /// The letter after the slash: behind all keys of a parcel.
  private static final char BEHIND = '/' + 1;

  private static final int MOST_ATTEMPTS = 16;
  private static final int DOUBLINGS = 10;
  private static final Duration FIRST_PAUSE = Duration.ofSeconds(30);
  private static final Duration LONGEST_PAUSE = Duration.ofHours(6);
  private static final JsonMapper JSON = new JsonMapper();

  private final int atOnce;
  private final Register register;
  private final PageWatches watches;
  private final Journal journal;
  private final org.tabadla.model.Shelf shelf;
  private final Clock clock;

  /// After which key the next look begins; null for the first.
  private @Nullable String looked;

  /// @param clock its zone says when a day is over
  public Alerts(
      Register register,
      PageWatches watches,
      Journal journal,
      org.tabadla.model.Shelf shelf,
      Clock clock) {
    this(register, watches, journal, shelf, clock, AT_ONCE);
  }

  /// @param atOnce how many alerts are looked at in one go
  Alerts(
      Register register,
      PageWatches watches,
      Journal journal,
      org.tabadla.model.Shelf shelf,
      Clock clock,
      int atOnce) {
    this.atOnce = atOnce;
    this.register = register;
    this.watches = watches;
    this.journal = journal;
    this.shelf = shelf;
    this.clock = clock;
  }

  /// How an alert leaves the house.
  public enum Way {
    /// At once.
    WEBHOOK,
    /// After midnight, all of a day in one letter.
    DIGEST
  }

  /// One piece of news.
  ///
  /// @param kind a deed's, or {@link #SILENT}
  /// @param commitment where it stands now; of other rooms what it is about
  /// @param words what was said, shown or noted
  /// @param source whose words they are
  public record Alert(
      String name, String kind, String commitment, String words, String source, Instant at) {}

  /// What one watcher is to be told now.
  public record Parcel(PageWatch watch, Way way, List<Alert> alerts) {
    /// @return what two that are the same have in common
    public String key() {
      return way.name().toLowerCase(Locale.ROOT) + "/" + watch.id();
    }

    /// @return where it goes
    String to() {
      return way == Way.WEBHOOK ? watch.webhook() : watch.email();
    }
  }

  private record Place(long seq, String day) {}

  private record Wait(int attempts, Instant until, String trouble, @Nullable String to) {}

  /// Notes all that was done, and all that fell due, since the last look.
  public synchronized void catchUp() {
    LocalDate today = day(clock.instant());
    Place place =
        shelf
            .get(PLACE, KEY)
            .map(p -> JSON.readValue(p.body(), Place.class))
            .orElseGet(() -> new Place(0, today.toString()));
    List<Logged> page = journal.since(Event.ROOM, place.seq());
    if (page.isEmpty() && place.day().equals(today.toString())) {
      return;
    }
    register.refresh();
    while (!page.isEmpty()) {
      page.forEach(this::note);
      place = new Place(page.getLast().seq(), place.day());
      put(place);
      page = journal.since(Event.ROOM, place.seq());
    }
    LocalDate last = LocalDate.parse(place.day());
    if (last.isBefore(today)) {
      // All of them: much is due at the end of a year.
      List<Commitment> due =
          watches.isEmpty() ? List.of() : register.fellDue(last, today, Integer.MAX_VALUE);
      due.forEach(c -> silent(c, last.minusDays(1), today));
    }
    put(new Place(place.seq(), today.toString()));
  }

  private void put(Place place) {
    shelf.put(new Paper(PLACE, KEY, JSON.writeValueAsString(place)));
  }

  /// @return who watches what
  public PageWatches watches() {
    return watches;
  }

  private void note(Logged logged) {
    if (watches.isEmpty()) {
      return;
    }
    Commitment commitment = register.commitment(logged.deed().subject()).orElse(null);
    if (commitment == null) {
      return;
    }
    String kind = logged.deed().kind();
    Event event = Event.Json.read(logged.deed());
    String words = words(event);
    String source =
        event instanceof Event.Asserted asserted
            ? asserted.assertion().origin().name()
            : logged.deed().actor();
    var alert = new Alert(name(logged), kind, commitment.id(), words, source, logged.deed().at());
    tell(register.pages(commitment), alert, logged.deed().actor());
    if (event instanceof Event.Asserted) {
      // What is filed late may be due already.
      LocalDate today = day(clock.instant());
      silent(commitment, LocalDate.MIN, today);
    }
  }

  /// @return what the alert of a deed is called: in the order of the journal
  public static String name(Logged logged) {
    return String.format(Locale.ROOT, "%013d", logged.seq());
  }

  /// Leaves a piece of news for those who watch a page that tells of it, but for whoever made it.
  ///
  /// @param alert whose name follows from its deed, so that it is told once
  public synchronized void tell(List<String> pages, Alert alert, String actor) {
    for (PageWatch watch : watches.of(pages)) {
      if (!watch.added().isAfter(alert.at()) && !watch.owner().equals(actor)) {
        leave(watch, alert);
      }
    }
  }

  private static String words(@Nullable Event event) {
    return switch (event) {
      case null -> "";
      case Event.Asserted a -> a.assertion().sentence().words();
      case Event.Confirmed c -> c.note();
      case Event.Corrected c ->
          c.field().name().toLowerCase(Locale.ROOT) + " → " + c.value() + ". " + c.note();
      case Event.Split s -> s.note();
      case Event.Joined j -> j.note();
      case Event.Evidenced e -> e.words() + " " + e.url();
      case Event.Undone u -> u.note();
    };
  }

  /// @param since the last day that was looked at already
  private void silent(Commitment commitment, LocalDate since, LocalDate today) {
    List<String> pages = null;
    for (Promise promise : commitment.silent(today)) {
      LocalDate day = promise.lastDay();
      if (day == null || !day.isAfter(since)) {
        continue;
      }
      if (pages == null) {
        pages = new ArrayList<>(register.pages(commitment));
        pages.add(SILENT);
      }
      Promise.Wording wording = promise.wordings().getFirst();
      var alert =
          new Alert(
              SILENT + "-" + commitment.id() + "-" + promise.key().replace('/', '-'),
              SILENT,
              commitment.id(),
              wording.deliverable().what().words() + " (" + promise.due() + ")",
              wording.assertion().origin().name(),
              clock.instant());
      watches.of(pages).stream()
          .distinct()
          .filter(w -> !isTold(w, alert))
          .forEach(watch -> {
            leave(watch, alert);
            told(watch, alert);
          });
    }
  }

  /// That something is due and silent is told a watcher once.
  private boolean isTold(PageWatch watch, Alert alert) {
    return shelf.get(TOLD, watch.id() + "/" + alert.name()).isPresent();
  }

  /// Written down after the alert: a stop in between must not lose it.
  private void told(PageWatch watch, Alert alert) {
    shelf.put(new Paper(TOLD, watch.id() + "/" + alert.name(), "{}"));
  }

  private void leave(PageWatch watch, Alert alert) {
    String body = JSON.writeValueAsString(alert);
    for (Way way : Way.values()) {
      var parcel = new Parcel(watch, way, List.of());
      if (!parcel.to().isEmpty()) {
        shelf.put(new Paper(ALERT, parcel.key() + "/" + alert.name(), body));
      }
    }
  }

  /// Looks through what waits, a thousand at a time, and goes on where it stopped: what waits for
  /// midnight or for a server that is down holds up nothing else.
  ///
  /// @return what is to be told now, a parcel for each watcher and way
  public synchronized List<Parcel> due() {
    Instant now = clock.instant();
    Map<String, List<Alert>> waiting = waiting();
    var out = new ArrayList<Parcel>();
    waiting.forEach((key, alerts) -> {
      Optional<Parcel> parcel = parcel(key, alerts);
      if (parcel.isEmpty()) {
        alerts.forEach(a -> shelf.remove(ALERT, key + "/" + a.name()));
      }
      parcel.filter(p -> isDue(p, now)).ifPresent(out::add);
    });
    return out;
  }

  private Map<String, List<Alert>> waiting() {
    Map<String, List<Alert>> out = new LinkedHashMap<>();
    List<Paper> page = shelf.list(ALERT, looked, atOnce);
    if (page.isEmpty() && looked != null) {
      page = shelf.list(ALERT, null, atOnce);
    }
    for (Paper paper : page) {
      out.computeIfAbsent(parcelKey(paper), k -> new ArrayList<>())
          .add(JSON.readValue(paper.body(), Alert.class));
    }
    if (page.size() < atOnce) {
      looked = null;
      return out;
    }
    // The last one may go on behind the page: the next look begins with it, if it is not the only.
    String last = parcelKey(page.getLast());
    if (out.size() > 1) {
      out.remove(last);
      looked = last + "/";
    } else {
      looked = last + BEHIND;
    }
    return out;
  }

  private static String parcelKey(Paper paper) {
    return paper.key().substring(0, paper.key().lastIndexOf('/'));
  }

  /// @return empty where nobody watches any more
  private Optional<Parcel> parcel(String key, List<Alert> alerts) {
    int slash = key.indexOf('/');
    Way way = Way.valueOf(key.substring(0, slash).toUpperCase(Locale.ROOT));
    return watches
        .find(key.substring(slash + 1))
        .map(w -> new Parcel(w, way, alerts))
        .filter(p -> !p.to().isEmpty());
  }

  private boolean isDue(Parcel parcel, Instant now) {
    if (waits(parcel).filter(w -> w.until().isAfter(now)).isPresent()) {
      return false;
    }
    LocalDate today = day(now);
    return parcel.way() == Way.WEBHOOK
        || parcel.alerts().stream().anyMatch(a -> day(a.at()).isBefore(today));
  }

  private LocalDate day(Instant at) {
    return at.atZone(clock.getZone()).toLocalDate();
  }

  /// @return empty where it waits for an address that is not the watcher's any more
  private Optional<Wait> waits(Parcel parcel) {
    return shelf
        .get(WAIT, parcel.key())
        .map(p -> JSON.readValue(p.body(), Wait.class))
        .filter(w -> w.to() == null || w.to().equals(parcel.to()));
  }

  /// Says what came of telling.
  ///
  /// @param trouble in one line; null when it was told. What fails is tried again after a pause
  ///   that doubles, and given up after sixteen times
  public synchronized void settle(Parcel parcel, @Nullable String trouble) {
    String key = parcel.key();
    int attempts = waits(parcel).map(Wait::attempts).orElse(0);
    if (trouble == null || attempts + 1 >= MOST_ATTEMPTS) {
      parcel.alerts().forEach(a -> shelf.remove(ALERT, key + "/" + a.name()));
      shelf.remove(WAIT, key);
      return;
    }
    Duration pause = FIRST_PAUSE.multipliedBy(1L << Math.min(attempts, DOUBLINGS));
    Instant until =
        clock.instant().plus(pause.compareTo(LONGEST_PAUSE) > 0 ? LONGEST_PAUSE : pause);
    shelf.put(
        new Paper(
            WAIT,
            key,
            JSON.writeValueAsString(new Wait(attempts + 1, until, trouble, parcel.to()))));
  }

  /// @return the newest trouble of telling a watcher, in one line; null when all is well
  public synchronized @Nullable String trouble(PageWatch watch) {
    for (Way way : Way.values()) {
      Optional<Wait> wait = waits(new Parcel(watch, way, List.of()));
      if (wait.isPresent()) {
        return wait.get().trouble();
      }
    }
    return null;
  }
}
