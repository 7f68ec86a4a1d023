package org.tabadla.register;

import java.time.InstantSource;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.tabadla.model.Deed;
import org.tabadla.model.Digest;
import org.tabadla.model.Journal;
import org.tabadla.model.Lang;

/// The register: what was agreed and who says so. Start reading here.
///
/// Everything that happens is a deed in the journal; what is in memory is made from there.
public final class Register {
  private static final String PROGRAM = "tabadla";
  private static final int LONGEST_NOTE_CHARS = 2_000;
  private static final int LONGEST_VALUE_CHARS = 1_000;

  /// How many assertions one commitment takes.
  static final int MOST_ASSERTIONS = 1_000;

  private final Journal journal;
  private final InstantSource clock;
  private final Ledger ledger = new Ledger();

  /// Reads the journal.
  public Register(Journal journal, InstantSource clock) {
    this.journal = journal;
    this.clock = clock;
    refresh();
  }

  /// Takes in what another process has written.
  public synchronized void refresh() {
    journal.follow(Event.ROOM, ledger.seq(), ledger::apply);
    ledger.lists().settle();
  }

  /// What came of an act of a person.
  public sealed interface Outcome {
    /// It is in the journal.
    record Done(Commitment commitment) implements Outcome {}

    /// It was not done, and why, in one line.
    record NotDone(String why) implements Outcome {}

    /// Somebody else was quicker: what the person saw is not how it stands now.
    record Stale(Commitment now) implements Outcome {}
  }

  /// Does something only where a commitment stands as a person has seen it.
  ///
  /// @param seen {@link Commitment#seq} of what was seen
  public synchronized Outcome ifStill(String id, long seen, Supplier<Outcome> act) {
    refresh();
    Commitment now = ledger.commitment(id).orElse(null);
    return now == null || now.seq() == seen ? act.get() : new Outcome.Stale(now);
  }

  /// Files what an article asserts. What is filed already stays as it is, so an article may come
  /// again.
  ///
  /// @param assertions with their clues, see {@link Clues#found}
  /// @return the commitments that they are about
  public synchronized List<Commitment> file(List<Assertion> assertions) {
    var out = new ArrayList<Commitment>();
    for (Assertion assertion : assertions) {
      Optional<String> home = ledger.home(assertion.id());
      if (home.isEmpty()) {
        Optional<Linking.Match> match = ledger.nearest(assertion).filter(this::hasRoom);
        String id =
            match
                .flatMap(m -> ledger.home(m.assertion()))
                .orElseGet(() -> "c-" + Digest.brief(assertion.id()));
        List<String> why = match.map(Linking.Match::clues).orElse(List.of());
        write(id, PROGRAM, new Event.Asserted(assertion, why));
        home = Optional.of(id);
      }
      home.flatMap(ledger::commitment).ifPresent(out::add);
    }
    return out.stream().distinct().toList();
  }

  /// What thousands of articles are put together with is no commitment any more.
  private boolean hasRoom(Linking.Match match) {
    return ledger
        .home(match.assertion())
        .flatMap(ledger::commitment)
        .filter(c -> c.entries().size() < MOST_ASSERTIONS)
        .isPresent();
  }

  /// Enters what the parties of an agreement say themselves. What is entered already stays as it
  /// is.
  public synchronized Commitment enter(FromAgreement.Told told) {
    Assertion assertion = FromAgreement.assertion(told);
    String id = FromAgreement.id(told);
    if (ledger.home(assertion.id()).isEmpty()) {
      write(id, PROGRAM, new Event.Asserted(assertion, List.of()));
    }
    return ledger.home(assertion.id()).flatMap(ledger::commitment).orElseThrow();
  }

  /// Says that what stands together belongs together.
  public synchronized Outcome confirm(String id, String actor, String note) {
    return act(id, actor, note, new Event.Confirmed(note));
  }

  /// Puts another value in the place of one that was read wrongly; the first one stays to be seen.
  ///
  /// @param value as {@link Rewording} has it; null where the source says none
  public synchronized Outcome correct(
      String id, String assertion, Field field, @Nullable String value, String actor, String note) {
    Commitment.Entry entry = ledger.commitment(id).flatMap(c -> c.entry(assertion)).orElse(null);
    if (entry == null) {
      return new Outcome.NotDone("no assertion " + assertion + " in " + id);
    }
    if (value != null && value.length() > LONGEST_VALUE_CHARS) {
      return new Outcome.NotDone("a value of " + value.length() + " characters is too long");
    }
    try {
      Rewording.of(entry.assertion(), field, value);
    } catch (IllegalArgumentException e) {
      return new Outcome.NotDone(String.valueOf(e.getMessage()));
    }
    return act(id, actor, note, new Event.Corrected(assertion, field, value, note));
  }

  /// Puts assertions into a commitment of their own.
  public synchronized Outcome split(String id, List<String> assertions, String actor, String note) {
    Commitment whole = ledger.commitment(id).orElse(null);
    if (whole == null) {
      return new Outcome.NotDone("no commitment " + id);
    }
    List<String> known =
        assertions.stream().distinct().filter(a -> whole.entry(a).isPresent()).toList();
    if (known.isEmpty() || known.size() == whole.entries().size()) {
      return new Outcome.NotDone("a split needs some of the assertions, not all and not none");
    }
    String into = "c-" + Digest.brief(known.getFirst() + ledger.seq());
    Outcome out = act(id, actor, note, new Event.Split(known, into, note));
    return out instanceof Outcome.Done ? done(into) : out;
  }

  /// Puts all of another commitment into this one; its address leads here from then on.
  public synchronized Outcome join(String id, String from, String actor, String note) {
    if (ledger.commitment(from).isEmpty() || ledger.current(from).equals(ledger.current(id))) {
      return new Outcome.NotDone("no other commitment " + from);
    }
    return act(id, actor, note, new Event.Joined(ledger.current(from), note));
  }

  /// Shows that something was delivered.
  ///
  /// @param promise the key of {@link Promise}
  /// @param day on which it was delivered, `YYYY-MM-DD`
  public synchronized Outcome evidence(
      String id, String promise, String url, String words, LocalDate day, String actor) {
    String trouble = Rewording.trouble(url, day, clock.instant());
    if (trouble != null) {
      return new Outcome.NotDone(trouble);
    }
    boolean there =
        ledger.commitment(id).stream()
            .flatMap(c -> c.promises().stream())
            .anyMatch(p -> p.key().equals(promise));
    return there
        ? act(id, actor, words, new Event.Evidenced(promise, url, words, day.toString()))
        : new Outcome.NotDone("nothing promised as " + promise + " in " + id);
  }

  /// Takes back what a person did.
  ///
  /// @param deed where it stands in the journal
  public synchronized Outcome undo(String id, long deed, String actor, String note) {
    String of = ledger.undoable(deed);
    return of != null && of.equals(ledger.current(id))
        ? act(id, actor, note, new Event.Undone(deed, note))
        : new Outcome.NotDone("nothing to undo as " + deed + " in " + id);
  }

  /// @return whether a line of the audit trail can still be undone
  public synchronized boolean canUndo(Commitment commitment, Commitment.Step step) {
    return commitment.id().equals(ledger.undoable(step.seq()));
  }

  private Outcome act(String id, String actor, String note, Event event) {
    if (ledger.commitment(id).isEmpty()) {
      return new Outcome.NotDone("no commitment " + id);
    }
    if (note.length() > LONGEST_NOTE_CHARS) {
      return new Outcome.NotDone("a note of " + note.length() + " characters is too long");
    }
    write(ledger.current(id), actor, event);
    return done(id);
  }

  private Outcome done(String id) {
    return ledger
        .commitment(id)
        .<Outcome>map(Outcome.Done::new)
        .orElseGet(() -> new Outcome.NotDone("no commitment " + id));
  }

  private void write(String id, String actor, Event event) {
    var deed =
        new Deed(
            Event.ROOM, id, Event.Json.kind(event), clock.instant(), actor, Event.Json.body(event));
    journal.add(deed);
    // Not only this deed: another process may have written one before it.
    refresh();
  }

  public synchronized Optional<Commitment> commitment(String id) {
    return ledger.commitment(id);
  }

  /// @param after where the reader has come to, see {@link #place}; null for the beginning
  /// @return the newest commitments of a list
  public synchronized List<Commitment> list(Shelf shelf, @Nullable Place after, int limit) {
    Lists lists = ledger.lists();
    return ledger.commitments(
        shelf.kind() == Shelf.Kind.ARTICLE
            ? lists.ofArticle(shelf.key())
            : lists.on(shelf.path(), after, limit));
  }

  /// @param from how many are left out; for far ones the place of the last is quicker
  public synchronized List<Commitment> list(Shelf shelf, int from, int limit) {
    List<Commitment> all =
        list(shelf, null, (int) Math.min(Integer.MAX_VALUE, (long) from + limit));
    return all.subList(Math.min(from, all.size()), all.size());
  }

  /// @return the ids of a whole list as it stands now, the newest first: what is long is sent in
  ///   parts, and in between other commitments may come to the front
  public synchronized List<String> ids(Shelf shelf) {
    return ledger.lists().on(shelf.path(), null, Integer.MAX_VALUE);
  }

  /// @return those of the ids that are commitments still
  public synchronized List<Commitment> commitments(List<String> ids) {
    return ledger.commitments(ids);
  }

  /// @return where a commitment stands in its lists
  public static Place place(Commitment commitment) {
    return new Place(commitment.last(), commitment.id());
  }

  public synchronized int size(Shelf shelf) {
    return shelf.kind() == Shelf.Kind.ARTICLE
        ? ledger.lists().ofArticle(shelf.key()).size()
        : ledger.lists().size(shelf.path());
  }

  /// @return those of a list on which its sources contradict one another, the newest first
  public synchronized List<Commitment> contested(Shelf shelf, int limit) {
    return ledger.commitments(ledger.lists().contested(shelf.path(), null, limit));
  }

  /// @return how many those are
  public synchronized int contested(Shelf shelf) {
    return ledger.lists().contested(shelf.path());
  }

  /// @return what a party, sector or place is called in a language, or else by the first source
  ///   that named it
  public synchronized Optional<Named> name(Shelf shelf, Lang lang) {
    return ledger.called().in(shelf, lang);
  }

  /// @return the parties, pairs, sectors, places of a commitment, by their keys
  public List<Named> shelves(Commitment commitment, Shelf.Kind kind) {
    if (kind == Shelf.Kind.PAIR) {
      return Keys.of(commitment.assertions()).pairs().stream()
          .map(k -> new Named(k, k, Lang.UND))
          .toList();
    }
    Map<String, Named> out = new LinkedHashMap<>();
    for (Assertion a : commitment.assertions()) {
      for (Keys.Called one : Keys.names(a)) {
        if (one.kind() == kind) {
          out.putIfAbsent(one.named().key(), one.named());
        }
      }
    }
    return List.copyOf(out.values());
  }

  /// @return the key that a party is listed under
  public static String key(Assertion by, Assertion.Party party) {
    return Keys.key(party, new Lang(by.origin().lang()));
  }

  /// @return ISO 3166 codes of the countries that parties' names tell of
  public List<String> countries(Commitment commitment) {
    return Keys.of(commitment.assertions()).countries().stream().sorted().toList();
  }

  /// A key with how many commitments stand under it.
  public record Count(Shelf shelf, int commitments) {}

  /// @return the lists of a kind, the fullest first
  public synchronized List<Count> lists(Shelf.Kind kind, int limit) {
    return ledger.lists().fullest(kind.step(), limit).stream()
        .map(c -> new Count(new Shelf(kind, c.key()), c.count()))
        .toList();
  }

  /// @param sector a sector's key; "" for any
  /// @param status null for any
  /// @return the places with how many such commitments each has, the fullest first
  public synchronized List<Count> places(String sector, @Nullable Status status, int limit) {
    return ledger.lists().spots().of(sector, status).stream()
        .limit(limit)
        .map(c -> new Count(new Shelf(Shelf.Kind.PLACE, c.key()), c.count()))
        .toList();
  }

  /// @return what was due before a day and of which nobody has heard since, the longest silent
  ///   first
  public List<Commitment> silent(LocalDate today, int limit) {
    return silent(Shelf.ALL, today, limit);
  }

  /// @return the same of one list
  public synchronized List<Commitment> silent(Shelf shelf, LocalDate today, int limit) {
    return ledger.commitments(ledger.lists().silent(shelf.path(), today, limit));
  }

  /// @return what of a list falls due from a day on, the next first
  public synchronized List<Commitment> coming(Shelf shelf, LocalDate from, int limit) {
    return ledger.commitments(ledger.lists().coming(shelf.path(), from, limit));
  }

  /// @return what became due and silent from one day to another, the first day counted
  public synchronized List<Commitment> fellDue(LocalDate from, LocalDate until, int limit) {
    return ledger.commitments(ledger.lists().fellDue(from, until, limit));
  }

  /// @return the pages on which a commitment stands, as {@link PageWatches} knows them
  public synchronized List<String> pages(Commitment commitment) {
    var out = new ArrayList<String>();
    out.add("");
    out.add("c/" + commitment.id());
    ledger.formers(commitment.id()).forEach(id -> out.add("c/" + id));
    out.add(Shelf.Kind.STATUS.step() + "/" + commitment.newest().status().word());
    Keys keys = ledger.lists().keys(commitment.id());
    out.addAll(keys == null ? List.of() : keys.paths());
    return out;
  }

  /// @param page `status/…` or `pair/…`
  /// @return whether a commitment stood there and does no more
  public synchronized boolean hasLeft(String id, String page) {
    return ledger.hasLeft(id, page);
  }

  /// What was changed, for who follows the register.
  ///
  /// @param change when and which id
  /// @param commitment null where the id was joined to another
  public record Changed(Change change, @Nullable Commitment commitment) {}

  /// @param after the last that is known; null for all
  /// @return ids in the order in which they were changed last
  public synchronized List<Changed> changed(@Nullable Change after, int limit) {
    return ledger.changed(after, limit).stream().map(this::changed).toList();
  }

  /// @return how an id stands; empty where there never was such
  public synchronized Optional<Changed> changed(String id) {
    return Optional.ofNullable(ledger.changed(id)).map(this::changed);
  }

  private Changed changed(Change change) {
    return new Changed(change, ledger.exactly(change.commitment()).orElse(null));
  }
}
