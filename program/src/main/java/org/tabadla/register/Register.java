package org.tabadla.register;

import java.time.InstantSource;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
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
  }

  /// What came of an act of a person.
  public sealed interface Outcome {
    /// It is in the journal.
    record Done(Commitment commitment) implements Outcome {}

    /// It was not done, and why, in one line.
    record NotDone(String why) implements Outcome {}
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
        Optional<Linking.Match> match = ledger.nearest(assertion);
        String id =
            match
                .map(Linking.Match::commitment)
                .orElseGet(() -> "c-" + Digest.brief(assertion.id()));
        List<String> why = match.map(Linking.Match::clues).orElse(List.of());
        write(id, PROGRAM, new Event.Asserted(assertion, why));
        home = Optional.of(id);
      }
      home.flatMap(ledger::commitment).ifPresent(out::add);
    }
    return out.stream().distinct().toList();
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
  /// @param value null where the source says none
  public synchronized Outcome correct(
      String id, String assertion, Field field, @Nullable String value, String actor, String note) {
    if (ledger.commitment(id).flatMap(c -> c.entry(assertion)).isEmpty()) {
      return new Outcome.NotDone("no assertion " + assertion + " in " + id);
    }
    if (field == Field.STATUS && Status.of(value == null ? "" : value) == Status.UNKNOWN) {
      return new Outcome.NotDone("no status: " + value);
    }
    return act(id, actor, note, new Event.Corrected(assertion, field, value, note));
  }

  /// Puts assertions into a commitment of their own.
  public synchronized Outcome split(String id, List<String> assertions, String actor, String note) {
    Commitment whole = ledger.commitment(id).orElse(null);
    if (whole == null) {
      return new Outcome.NotDone("no commitment " + id);
    }
    List<String> known = assertions.stream().filter(a -> whole.entry(a).isPresent()).toList();
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
    boolean there =
        ledger.commitment(id).stream()
            .flatMap(c -> c.promises().stream())
            .anyMatch(p -> p.key().equals(promise));
    return there
        ? act(id, actor, words, new Event.Evidenced(promise, url, words, day.toString()))
        : new Outcome.NotDone("nothing promised as " + promise + " in " + id);
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

  /// @return the newest commitments of a list
  public synchronized List<Commitment> list(Shelf shelf, int from, int limit) {
    return ledger.on(shelf.path(), from, limit);
  }

  public synchronized int size(Shelf shelf) {
    return ledger.size(shelf.path());
  }

  /// @return what a party, sector or place is called in a language, or else by the first source
  ///   that named it
  public synchronized Optional<Named> name(Shelf shelf, Lang lang) {
    return ledger.name(shelf.path(), lang);
  }

  /// @return the parties, pairs, sectors, places of a commitment, by their keys
  public List<Named> shelves(Commitment commitment, Shelf.Kind kind) {
    Keys keys = Keys.of(commitment);
    return switch (kind) {
      case PARTY -> List.copyOf(keys.parties().values());
      case SECTOR -> List.copyOf(keys.sectors().values());
      case PLACE -> List.copyOf(keys.places().values());
      case PAIR -> keys.pairs().stream().map(k -> new Named(k, k, Lang.UND)).toList();
      case STATUS, ARTICLE, ALL -> List.of();
    };
  }

  /// @return ISO 3166 codes of the countries that parties' names tell of
  public List<String> countries(Commitment commitment) {
    return List.copyOf(Keys.of(commitment).countries());
  }

  /// A key with how many commitments stand under it.
  public record Count(Shelf shelf, int commitments) {}

  /// @return the lists of a kind, the fullest first
  public synchronized List<Count> lists(Shelf.Kind kind, int limit) {
    return ledger.shelves(kind.step(), limit).stream()
        .map(c -> new Count(new Shelf(kind, c.key()), c.count()))
        .toList();
  }

  /// @return what was due before a day and of which nobody has heard since, the longest silent
  ///   first
  public synchronized List<Commitment> silent(LocalDate today, int limit) {
    return ledger.silent(today, limit);
  }
}
