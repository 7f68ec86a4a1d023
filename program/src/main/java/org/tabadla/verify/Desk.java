package org.tabadla.verify;

import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.tabadla.model.Deed;
import org.tabadla.model.Digest;
import org.tabadla.model.Journal;
import org.tabadla.model.Lang;
import org.tabadla.model.Text;

/// The verification desk: claims, each organisation's own review, joint statements. Start reading
/// here. Everything that happens is a deed in the journal; nothing is ever taken out.
public final class Desk {
  private static final int LONGEST_CHARS = 20_000;
  private static final Pattern HOST = Pattern.compile("[a-z0-9.-]{1,190}");
  private static final Pattern DAY = Pattern.compile("\\d{4}(-\\d{2}(-\\d{2})?)?");
  private static final int MOST_UNHELD = 100;

  private final Journal journal;
  private final Seals seals;
  private final InstantSource clock;
  private final Claims claims;

  /// Reads the journal.
  ///
  /// @param told of each claim, so that it can be searched for
  public Desk(Journal journal, Seals seals, ClaimSearch.Told told, InstantSource clock) {
    this.journal = journal;
    this.seals = seals;
    this.clock = clock;
    this.claims = new Claims(told);
    refresh();
  }

  /// Takes in what another process has written.
  public synchronized void refresh() {
    journal.follow(Event.ROOM, claims.seq(), claims::apply);
  }

  /// What came of an act.
  public sealed interface Outcome {
    /// It is in the journal.
    record Done(String id) implements Outcome {}

    /// It was not done, and why, in one line.
    record NotDone(String why) implements Outcome {}
  }

  /// Writes down what was said.
  public synchronized Outcome claim(
      Text words,
      @Nullable String speaker,
      @Nullable String place,
      @Nullable String date,
      List<Claim.Appearance> appearances,
      String actor) {
    if (words.isBlank() || words.value().length() > LONGEST_CHARS) {
      return new Outcome.NotDone("the words of a claim: " + words.value().length() + " characters");
    }
    String id = "q-" + Digest.brief(words.value() + "\n" + speaker + "\n" + date);
    if (claims.claim(id).isEmpty()) {
      write(id, now(), actor, new Event.Claimed(words, speaker, place, date, appearances));
    }
    return new Outcome.Done(id);
  }

  /// Adds a page that carries a claim.
  public synchronized Outcome appeared(String claim, Claim.Appearance appearance, String actor) {
    return act(claim, actor, new Event.Appeared(appearance));
  }

  /// Says who a reviewing organisation is, under its signature.
  public synchronized Outcome profile(
      String id,
      String name,
      @Nullable String url,
      String ownership,
      String funding,
      Reviewer.OwnGovernment own) {
    Instant now = now();
    var said = new Reviewer(id, name, url, ownership, funding, own, seals.key(id).orElse(""), null);
    Reviewer before = claims.reviewer(id).orElse(null);
    if (before != null && before.saysAs(said) && before.seal() != null) {
      return new Outcome.Done(id);
    }
    return seals
        .sign(id, now, Signed.profile(said, now))
        .map(seal -> {
          write(id, now, id, new Event.Profiled(said.sealed(seal)));
          return (Outcome) new Outcome.Done(id);
        })
        .orElseGet(() -> noKey(id));
  }

  private static Outcome noKey(String organisation) {
    return new Outcome.NotDone(
        "«"
            + organisation
            + "» has no key in force here: an operator founds it, or renews its key");
  }

  /// Publishes an organisation's review, signed.
  ///
  /// @param review its id and seal are made here
  public synchronized Outcome review(String claim, Review review) {
    String by = review.organisation();
    if (claims.reviewer(by).isEmpty()) {
      return new Outcome.NotDone(
          "nobody knows who " + by + " is: a reviewer tells of itself first");
    }
    Claim of = claims.claim(claim).orElse(null);
    if (of == null) {
      return new Outcome.NotDone("no claim " + claim);
    }
    Instant now = now();
    Review filed = review.filed("r-" + Digest.brief(claim + by + now + claims.seq()), null);
    return seals
        .sign(by, now, Signed.review(of, filed, now))
        .map(seal -> {
          write(claim, now, by, new Event.Reviewed(filed.sealed(seal)));
          return (Outcome) new Outcome.Done(filed.id());
        })
        .orElseGet(() -> noKey(by));
  }

  /// Takes a review of an organisation elsewhere in; it carries no signature of this house.
  ///
  /// @param from the feed or file that it stood in
  public synchronized Outcome takeIn(String claim, Review review, String from, String actor) {
    Claim of = claims.claim(claim).orElse(null);
    if (of == null) {
      return new Outcome.NotDone("no claim " + claim);
    }
    String plain = Digest.brief(review.oldWords(claim) + review.url() + from);
    String id = "r-" + plain;
    for (int again = 2; of.review(id).filter(r -> r.tombstone() != null).isPresent(); again++) {
      id = "r-" + plain + "-" + again;
    }
    if (of.review(id).isEmpty()) {
      write(claim, now(), actor, new Event.Reviewed(review.filed(id, from)));
    }
    return new Outcome.Done(id);
  }

  /// An organisation elsewhere now finds something else; what it found before stays on record.
  public synchronized Outcome renewed(
      String claim, String review, Text words, Text finding, String actor) {
    return elsewhere(claim, review, actor, new Event.Corrected(review, words, finding, null));
  }

  /// An organisation elsewhere shows its review no longer; a tombstone stays.
  public synchronized Outcome gone(String claim, String review, Text reason, String actor) {
    return elsewhere(claim, review, actor, new Event.Withdrawn(review, reason, null));
  }

  private Outcome elsewhere(String claim, String review, String actor, Event event) {
    Review on = claims.claim(claim).flatMap(c -> c.review(review)).orElse(null);
    return on == null || on.takenFrom() == null || on.tombstone() != null
        ? new Outcome.NotDone("no review " + review + " of elsewhere stands at " + claim)
        : act(claim, actor, event);
  }

  /// An organisation corrects its review; what it said before stays.
  ///
  /// @param finding what it finds now; null where that is as before
  public synchronized Outcome correct(
      String claim, String review, Text words, @Nullable Text finding, String actor) {
    return own(
        claim,
        review,
        actor,
        (of, r, at) -> Signed.correction(of, r, words, finding, at),
        seal -> new Event.Corrected(review, words, finding, seal));
  }

  /// Puts down what the claimant answers.
  public synchronized Outcome reply(
      String claim, String review, String by, Text words, String actor) {
    return isThere(claim, review)
        ? act(claim, actor, new Event.Replied(review, by, words))
        : new Outcome.NotDone("no review " + review + " of " + claim);
  }

  /// Withdraws a review; a tombstone with the reason stays in its place.
  public synchronized Outcome withdraw(String claim, String review, Text reason, String actor) {
    return own(
        claim,
        review,
        actor,
        (of, r, at) -> Signed.withdrawal(of, r, reason, at),
        seal -> new Event.Withdrawn(review, reason, seal));
  }

  /// States since when an outlet's domain is registered, and where that can be read.
  public synchronized Outcome domain(DomainAge age) {
    if (!HOST.matcher(age.host()).matches() || !DAY.matcher(age.since()).matches()) {
      return new Outcome.NotDone("a host and a day, such as news.example 2019-05-01: " + age);
    }
    write(age.host(), now(), age.by(), new Event.DomainStated(age));
    return new Outcome.Done(age.host());
  }

  /// @return what was stated last of a host's domain
  public synchronized Optional<DomainAge> domain(String host) {
    return claims.domain(host);
  }

  private interface Words {
    String of(Claim claim, Review review, Instant at);
  }

  /// Only the organisation whose review it is may change it, under its signature.
  private Outcome own(
      String claim, String review, String actor, Words words, Function<Seal, Event> event) {
    Claim of = claims.claim(claim).orElse(null);
    Review on = of == null ? null : of.review(review).orElse(null);
    if (of == null || on == null) {
      return new Outcome.NotDone("no review " + review + " of " + claim);
    }
    if (!on.isOf(actor)) {
      return new Outcome.NotDone(
          "the review is that of " + on.organisation() + ", not of " + actor);
    }
    Review.Tombstone stone = on.tombstone();
    if (stone != null) {
      return new Outcome.NotDone("the review was withdrawn on " + stone.at());
    }
    Instant now = now();
    return seals
        .sign(actor, now, words.of(of, on, now))
        .map(seal -> {
          write(claim, now, actor, event.apply(seal));
          return (Outcome) new Outcome.Done(claim);
        })
        .orElseGet(() -> noKey(actor));
  }

  /// Proposes a joint statement, signed by its proposer.
  public synchronized Outcome propose(String claim, Text text, String organisation) {
    Claim of = claims.claim(claim).orElse(null);
    if (of == null || claims.reviewer(organisation).isEmpty()) {
      return new Outcome.NotDone("no claim " + claim + ", or nobody is " + organisation);
    }
    String id = "j-" + Digest.brief(claim + text.value() + organisation);
    Instant now = now();
    var statement = new Statement(id, organisation, text, now, List.of(), null);
    return seals
        .sign(organisation, now, Signed.statement(of, statement, now))
        .map(seal -> {
          write(claim, now, organisation, new Event.Stated(statement.sealed(seal)));
          return (Outcome) new Outcome.Done(id);
        })
        .orElseGet(() -> noKey(organisation));
  }

  /// Takes a position on a joint statement, signed; one that was taken before stays on record.
  public synchronized Outcome stand(
      String claim, String statement, String organisation, Statement.Stand stand, Text words) {
    Claim of = claims.claim(claim).orElse(null);
    Statement on = of == null ? null : of.statement(statement).orElse(null);
    if (of == null || on == null || claims.reviewer(organisation).isEmpty()) {
      return new Outcome.NotDone("no statement " + statement + ", or nobody is " + organisation);
    }
    Instant now = now();
    return seals
        .sign(organisation, now, Signed.position(of, on, organisation, stand, words, now))
        .map(seal -> {
          var position = new Statement.Position(organisation, stand, words, now, seal);
          write(claim, now, organisation, new Event.Stood(statement, position));
          return (Outcome) new Outcome.Done(claim);
        })
        .orElseGet(() -> noKey(organisation));
  }

  /// Says that another claim is the same; both pages tell of the other.
  public synchronized Outcome same(String claim, String other, String actor) {
    return both(claim, other, actor, Event.Same::new);
  }

  /// Says that another claim is another; it is not suggested again.
  public synchronized Outcome notSame(String claim, String other, String actor) {
    return both(claim, other, actor, Event.NotSame::new);
  }

  private Outcome both(String claim, String other, String actor, Function<String, Event> event) {
    if (claim.equals(other) || claims.claim(other).isEmpty()) {
      return new Outcome.NotDone("no other claim " + other);
    }
    Outcome out = act(claim, actor, event.apply(other));
    return out instanceof Outcome.Done ? act(other, actor, event.apply(claim)) : out;
  }

  /// Writes down by which listing a newsroom asks for verification; no person stands in it.
  public synchronized Outcome asked(String claim, String listing, String organisation) {
    return act(claim, organisation, new Event.Asked(listing));
  }

  /// To the millisecond, as the journal keeps it and as seals say it.
  private Instant now() {
    return clock.instant().truncatedTo(ChronoUnit.MILLIS);
  }

  private boolean isThere(String claim, String review) {
    return claims.claim(claim).flatMap(c -> c.review(review)).isPresent();
  }

  private Outcome act(String claim, String actor, Event event) {
    if (claims.claim(claim).isEmpty()) {
      return new Outcome.NotDone("no claim " + claim);
    }
    write(claim, now(), actor, event);
    return new Outcome.Done(claim);
  }

  private void write(String id, Instant at, String actor, Event event) {
    var deed = new Deed(Event.ROOM, id, Event.Json.kind(event), at, actor, Event.Json.body(event));
    journal.add(deed);
    // Not only this deed: another process may have written one before it.
    refresh();
  }

  public synchronized Optional<Claim> claim(String id) {
    return claims.claim(id);
  }

  /// @return the claims of which something happened last
  public synchronized List<Claim> newest(int from, int limit) {
    return claims.newest(from, limit);
  }

  /// @return the organisations that review, in the order in which they came
  public synchronized List<Reviewer> reviewers() {
    return claims.reviewers();
  }

  public synchronized Optional<Reviewer> reviewer(String id) {
    return claims.reviewer(id);
  }

  /// @return claims of a speaker, the newest first
  public synchronized List<Claim> of(String speaker, Lang lang) {
    return claims.of(speaker, lang);
  }

  /// Whether somebody has put these very words down already.
  public synchronized boolean knows(Text words) {
    return claims.knows(words);
  }

  /// @return whether what an organisation said here is sealed by its key
  public synchronized Seals.Standing standing(Sealed sealed) {
    return seals.standing(sealed, claims.oldKeys(sealed.organisation()));
  }

  /// @return everything that organisations said of a claim, in the order of the page
  public List<Sealed> sealed(Claim claim) {
    return Sealed.all(claim);
  }

  /// @return the public key of a seal: 32 bytes in Base64, of an old seal X.509
  public Optional<String> key(Sealed sealed) {
    return seals.key(sealed);
  }

  /// @return all that is sealed and whose seal does not hold, at most 100
  public synchronized List<Sealed> unheld() {
    var all = claims.reviewers().stream().map(Sealed::of);
    var said = claims.newest(0, claims.size()).stream().flatMap(c -> Sealed.all(c).stream());
    return Stream.concat(all, said)
        .filter(each -> each.seal() != null && standing(each) != Seals.Standing.HOLDS)
        .limit(MOST_UNHELD)
        .toList();
  }

  public synchronized int size() {
    return claims.size();
  }
}
