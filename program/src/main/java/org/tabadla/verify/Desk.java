package org.tabadla.verify;

import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.tabadla.model.Digest;
import org.tabadla.model.Journal;
import org.tabadla.model.Text;

/// The verification desk: claims, each organisation's own review, joint statements. Start reading
/// here. Everything that happens is a deed in the journal; nothing is ever taken out.
public final class Desk {

  private static final int MOST_UNHELD = 100;
  private final Seals seals;
  private final Claims claims;
  private final DeedBook book;

  /// Reads the journal.
  ///
  /// @param told of each claim, so that it can be searched for
  public Desk(Journal journal, Seals seals, ClaimSearch.Told told, InstantSource clock) {
    this.seals = seals;
    this.claims = new Claims(told);
    this.book = new DeedBook(journal, seals, clock, claims);
    book.refresh();
  }

  /// Takes in what another process has written.
  public synchronized void refresh() {
    book.refresh();
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
    String id = "q-" + Digest.brief(words.value() + "\n" + speaker + "\n" + date);
    Claim there = book.current(id);
    if (there == null) {
      var event = new Event.Claimed(words, speaker, place, date, appearances);
      return book.write(id, book.now(), actor, event, id);
    }
    // Whoever puts it down again has seen it on another page, perhaps.
    appearances.stream()
        .filter(each -> !there.isSeenAt(each.url()))
        .forEach(each -> appeared(id, each, actor));
    return new Outcome.Done(id);
  }

  /// Adds a page that carries a claim.
  public synchronized Outcome appeared(String claim, Claim.Appearance appearance, String actor) {
    Claim of = book.current(claim);
    return of != null && of.isSeenAt(appearance.url())
        ? new Outcome.Done(claim)
        : book.act(claim, actor, new Event.Appeared(appearance));
  }

  /// Says who a reviewing organisation is, under its signature.
  public synchronized Outcome profile(
      String id,
      String name,
      @Nullable String url,
      String ownership,
      String funding,
      Reviewer.OwnGovernment own) {
    Instant now = book.now();
    var said = new Reviewer(id, name, url, ownership, funding, own, seals.key(id).orElse(""), null);
    book.refresh();
    Reviewer before = claims.reviewer(id).orElse(null);
    if (before != null && before.saysAs(said) && before.seal() != null) {
      return new Outcome.Done(id);
    }
    return book.signed(
        id, now, Signed.profile(said, now), seal -> new Event.Profiled(said.sealed(seal)), id, id);
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
    Claim of = book.current(claim);
    if (of == null) {
      return new Outcome.NotDone("no claim " + claim);
    }
    Instant now = book.now();
    Review filed = review.filed("r-" + Digest.brief(claim + by + now + claims.seq()), null);
    return book.signed(
        by,
        now,
        Signed.review(of, filed, now),
        seal -> new Event.Reviewed(filed.sealed(seal)),
        claim,
        filed.id());
  }

  /// Takes a review of an organisation elsewhere in; it carries no signature of this house. One
  /// that stands here already, out of another feed or file, stays one and tells of both.
  ///
  /// @param from the feed or file that it stood in
  public synchronized Outcome takeIn(String claim, Review review, String from, String actor) {
    Claim of = book.current(claim);
    if (of == null) {
      return new Outcome.NotDone("no claim " + claim);
    }
    Review there = of.sameOfElsewhere(review).orElse(null);
    if (there != null) {
      return there.alsoFrom(from).equals(there)
          ? new Outcome.Done(there.id())
          : book.write(claim, book.now(), actor, new Event.AlsoShown(there.id(), from), there.id());
    }
    String id = of.freeId("r-" + Digest.brief(review.oldWords(claim) + review.url() + from));
    return of.review(id).isPresent()
        ? new Outcome.Done(id)
        : book.write(claim, book.now(), actor, new Event.Reviewed(review.filed(id, from)), id);
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
    Claim of = book.current(claim);
    Review on = of == null ? null : of.review(review).orElse(null);
    return on == null || on.takenFrom() == null || on.tombstone() != null
        ? new Outcome.NotDone("no review " + review + " of elsewhere stands at " + claim)
        : book.act(claim, actor, event);
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
  public synchronized Outcome reply(String claim, String review, Review.Heard heard, String actor) {
    var deed =
        new Event.Replied(review, heard.by(), heard.words(), heard.source(), heard.recorder());
    return book.act(claim, actor, deed);
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
    return book.write(age.host(), book.now(), age.by(), new Event.DomainStated(age), age.host());
  }

  /// @return what each organisation stated last of a host's domain
  public synchronized List<DomainAge> domain(String host) {
    return claims.domain(host);
  }

  private interface Words {
    String of(Claim claim, Review review, Instant at);
  }

  /// Only the organisation whose review it is may change it, under its signature.
  private Outcome own(
      String claim, String review, String actor, Words words, Function<Seal, Event> event) {
    Claim of = book.current(claim);
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
    Instant now = book.now();
    return book.signed(actor, now, words.of(of, on, now), seal -> event.apply(seal), claim, claim);
  }

  /// Proposes a joint statement, signed by its proposer.
  public synchronized Outcome propose(String claim, Text text, String organisation) {
    Claim of = book.current(claim);
    if (of == null || claims.reviewer(organisation).isEmpty()) {
      return new Outcome.NotDone(
          "no claim "
              + claim
              + ", or "
              + organisation
              + " has not told of itself: it does so first");
    }
    String id = "j-" + Digest.brief(claim + text.value() + organisation);
    if (of.statement(id).isPresent()) {
      return new Outcome.Done(id);
    }
    Instant now = book.now();
    var statement = new Statement(id, organisation, text, now, List.of(), null);
    return book.signed(
        organisation,
        now,
        Signed.statement(of, statement, now),
        seal -> new Event.Stated(statement.sealed(seal)),
        claim,
        id);
  }

  /// Takes a position on a joint statement, signed; one that was taken before stays on record.
  public synchronized Outcome stand(
      String claim, String statement, String organisation, Statement.Stand stand, Text words) {
    Claim of = book.current(claim);
    Statement on = of == null ? null : of.statement(statement).orElse(null);
    if (of == null || on == null || claims.reviewer(organisation).isEmpty()) {
      return new Outcome.NotDone(
          "no statement "
              + statement
              + ", or "
              + organisation
              + " has not told of itself: it does so first");
    }
    if (on.of(organisation)
        .filter(p -> p.stand() == stand && p.words().equals(words))
        .isPresent()) {
      return new Outcome.Done(claim);
    }
    Instant now = book.now();
    return book.signed(
        organisation,
        now,
        Signed.position(of, on, organisation, stand, words, now),
        seal ->
            new Event.Stood(
                statement, new Statement.Position(organisation, stand, words, now, seal)),
        claim,
        claim);
  }

  /// Says that another claim is the same; both pages tell of the other.
  public synchronized Outcome same(String claim, String other, String actor) {
    return both(claim, other, actor, Claim::same, Event.Same::new);
  }

  /// Says that another claim is another; it is not suggested again.
  public synchronized Outcome notSame(String claim, String other, String actor) {
    return both(claim, other, actor, Claim::notSame, Event.NotSame::new);
  }

  /// Both claims tell of one another, or neither does.
  ///
  /// @param told what a claim has on record of others already
  private Outcome both(
      String claim,
      String other,
      String actor,
      Function<Claim, List<String>> told,
      Function<String, Event> event) {
    Claim one = book.current(claim);
    Claim two = claims.claim(other).orElse(null);
    if (one == null || two == null || claim.equals(other)) {
      return new Outcome.NotDone("no two claims " + claim + " and " + other);
    }
    if (told.apply(one).contains(other) && told.apply(two).contains(claim)) {
      return new Outcome.Done(claim);
    }
    Instant now = book.now();
    return book.write(
        claim,
        List.of(
            new DeedBook.Planned(claim, now, actor, event.apply(other)),
            new DeedBook.Planned(other, now, actor, event.apply(claim))));
  }

  /// Writes down by which listing a newsroom asks for verification; no person stands in it.
  public synchronized Outcome asked(String claim, String listing, String organisation) {
    Claim of = book.current(claim);
    return of != null && of.requests().contains(listing)
        ? new Outcome.Done(claim)
        : book.act(claim, organisation, new Event.Asked(listing));
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
  public synchronized List<Claim> of(String speaker) {
    return claims.of(speaker);
  }

  /// @return a speaker's name as the first claim writes it: one name for all its spellings
  public synchronized Optional<String> speaker(String name) {
    return claims.speaker(name);
  }

  /// Whether somebody has put these very words down already.
  public synchronized boolean knows(Text words) {
    return claims.knows(words);
  }

  /// @return whether what an organisation said here is sealed by its key
  public synchronized Seals.Standing standing(Sealed sealed) {
    return seals.standing(sealed, claims.oldKeys(sealed.organisation()));
  }

  /// @return the public key of a seal: 32 bytes in Base64, of an old seal X.509
  public Optional<String> key(Sealed sealed) {
    return seals.key(sealed);
  }

  /// @return all that is sealed and whose seal does not hold, at most 100
  public synchronized List<Sealed> unheld() {
    return claims.sealed().stream()
        .filter(each -> each.seal() != null && standing(each) != Seals.Standing.HOLDS)
        .limit(MOST_UNHELD)
        .toList();
  }

  /// @return claims that an organisation has reviewed here, the newest review first
  public synchronized List<Claim> reviewedBy(String organisation, int limit) {
    return claims.reviewedBy(organisation, limit);
  }

  /// A review and the claim that it is of.
  public record Told(Claim claim, Review review) {}

  /// @return the reviews that organisations wrote here, by when they did, the newest first
  public synchronized List<Told> written(int limit) {
    return claims.written(limit);
  }

  public synchronized int size() {
    return claims.size();
  }
}
