package org.tabadla.verify;

import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.tabadla.model.Deed;
import org.tabadla.model.Digest;
import org.tabadla.model.Journal;
import org.tabadla.model.Text;

/// The verification desk: claims, each organisation's own review, joint statements. Start reading
/// here. Everything that happens is a deed in the journal; nothing is ever taken out.
public final class Desk {
  private static final int LONGEST_CHARS = 20_000;

  private final Journal journal;
  private final Signer signer;
  private final InstantSource clock;
  private final Claims claims = new Claims();

  /// Reads the journal.
  public Desk(Journal journal, Signer signer, InstantSource clock) {
    this.journal = journal;
    this.signer = signer;
    this.clock = clock;
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
      write(id, actor, new Event.Claimed(words, speaker, place, date, appearances));
    }
    return new Outcome.Done(id);
  }

  /// Adds a page that carries a claim.
  public synchronized Outcome appeared(String claim, Claim.Appearance appearance, String actor) {
    return act(claim, actor, new Event.Appeared(appearance));
  }

  /// Says who a reviewing organisation is; its key is made here where it has none.
  public synchronized Reviewer profile(
      String id,
      String name,
      @Nullable String url,
      String ownership,
      String funding,
      Reviewer.OwnGovernment own) {
    String key = signer.sign(id, id).key();
    var reviewer = new Reviewer(id, name, url, ownership, funding, own, key);
    if (!reviewer.equals(claims.reviewer(id).orElse(null))) {
      write(id, id, new Event.Profiled(reviewer));
    }
    return reviewer;
  }

  /// Publishes an organisation's review, signed.
  ///
  /// @param review its id and seal are made here
  public synchronized Outcome review(String claim, Review review) {
    if (claims.reviewer(review.organisation()).isEmpty()) {
      return new Outcome.NotDone(
          "nobody knows who " + review.organisation() + " is: a reviewer tells of itself first");
    }
    String words = review.signed(claim);
    String id = "r-" + Digest.brief(words + claims.seq());
    Seal seal = signer.sign(review.organisation(), words);
    Review own = review.filed(id, seal);
    Outcome out = act(claim, review.organisation(), new Event.Reviewed(own));
    return out instanceof Outcome.Done ? new Outcome.Done(id) : out;
  }

  /// Takes a review of an organisation elsewhere in; it carries no signature of this house.
  public synchronized Outcome takeIn(String claim, Review review, String actor) {
    String id = "r-" + Digest.brief(review.signed(claim) + review.url());
    if (claims.claim(claim).flatMap(c -> c.review(id)).isPresent()) {
      return new Outcome.Done(id);
    }
    Review own = review.filed(id, null);
    Outcome out = act(claim, actor, new Event.Reviewed(own));
    return out instanceof Outcome.Done ? new Outcome.Done(id) : out;
  }

  /// An organisation corrects its review; what it said before stays.
  public synchronized Outcome correct(String claim, String review, Text words, String actor) {
    return ofReview(claim, review, actor, new Event.Corrected(review, words));
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
    return ofReview(claim, review, actor, new Event.Withdrawn(review, reason));
  }

  /// Proposes a joint statement; the proposer concurs with it.
  public synchronized Outcome propose(String claim, Text text, String organisation) {
    String id = "j-" + Digest.brief(claim + text.value() + organisation);
    var statement = new Statement(id, organisation, text, clock.instant(), List.of());
    Outcome out = act(claim, organisation, new Event.Stated(statement));
    return out instanceof Outcome.Done ? new Outcome.Done(id) : out;
  }

  /// Takes a position on a joint statement, signed.
  public synchronized Outcome stand(
      String claim, String statement, String organisation, Statement.Stand stand, Text words) {
    Statement on = claims.claim(claim).flatMap(c -> c.statement(statement)).orElse(null);
    if (on == null || claims.reviewer(organisation).isEmpty()) {
      return new Outcome.NotDone("no statement " + statement + ", or nobody is " + organisation);
    }
    Seal seal = signer.sign(organisation, on.signed(organisation, stand, words));
    var position = new Statement.Position(organisation, stand, words, clock.instant(), seal);
    return act(claim, organisation, new Event.Stood(statement, position));
  }

  /// Says that another claim is the same; both pages tell of the other.
  public synchronized Outcome same(String claim, String other, String actor) {
    if (claim.equals(other) || claims.claim(other).isEmpty()) {
      return new Outcome.NotDone("no other claim " + other);
    }
    Outcome out = act(claim, actor, new Event.Same(other));
    return out instanceof Outcome.Done ? act(other, actor, new Event.Same(claim)) : out;
  }

  /// Only the organisation whose review it is may change it.
  private Outcome ofReview(String claim, String review, String actor, Event event) {
    Review on = claims.claim(claim).flatMap(c -> c.review(review)).orElse(null);
    if (on == null) {
      return new Outcome.NotDone("no review " + review + " of " + claim);
    }
    if (!on.organisation().equals(actor)) {
      return new Outcome.NotDone(
          "the review is that of " + on.organisation() + ", not of " + actor);
    }
    return on.tombstone() == null
        ? act(claim, actor, event)
        : new Outcome.NotDone("the review was withdrawn on " + on.tombstone().at());
  }

  private boolean isThere(String claim, String review) {
    return claims.claim(claim).flatMap(c -> c.review(review)).isPresent();
  }

  private Outcome act(String claim, String actor, Event event) {
    if (claims.claim(claim).isEmpty()) {
      return new Outcome.NotDone("no claim " + claim);
    }
    write(claim, actor, event);
    return new Outcome.Done(claim);
  }

  private void write(String id, String actor, Event event) {
    var deed =
        new Deed(
            Event.ROOM, id, Event.Json.kind(event), clock.instant(), actor, Event.Json.body(event));
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

  public synchronized int size() {
    return claims.size();
  }

  /// @return the search that this room has by itself
  public ClaimSearch search() {
    return claims.search();
  }
}
