package org.tabadla.verify;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import org.tabadla.model.Text;

/// Words that somebody said in public, and what organisations found about them. Nothing here says
/// what is true: no score, no rank, no count of findings.
///
/// @param words as they were said
/// @param speaker who said them, or null where it is not known
/// @param place where
/// @param date when they were said, `YYYY-MM-DD`, or null
/// @param appearances by when they were seen, the earliest first
/// @param reviews by when they were published; a withdrawn one leaves its tombstone
/// @param same other claims that a person found to be the same
/// @param notSame other claims that a person found to be another; they are not suggested again
/// @param requests listings of the exchange by which newsrooms ask for its verification
/// @param trail what was done, oldest first
public record Claim(
    String id,
    Text words,
    @Nullable String speaker,
    @Nullable String place,
    @Nullable String date,
    List<Appearance> appearances,
    List<Review> reviews,
    List<Statement> statements,
    List<String> same,
    List<String> notSame,
    List<String> requests,
    List<Step> trail) {
  /// A page that carries the claim.
  ///
  /// @param article its id in this house, or null
  /// @param archived where its bytes are kept (`file:offset`), or null
  /// @param sha256 of those bytes, or null
  /// @param seen when the page appeared, or when it was fetched where it does not say
  public record Appearance(
      String url,
      String title,
      String lang,
      @Nullable String article,
      @Nullable String archived,
      @Nullable String sha256,
      Instant seen) {}

  /// A line of the audit trail.
  ///
  /// @param seq where it stands in the journal
  public record Step(long seq, Instant at, String actor, String kind) {}

  Claim with(Step step) {
    return copy(appearances, reviews, statements, same, notSame, requests, plus(trail, step));
  }

  Claim with(Appearance appearance) {
    if (appearances.stream().anyMatch(a -> a.url().equals(appearance.url()))) {
      return this;
    }
    var all = new ArrayList<>(appearances);
    all.add(appearance);
    all.sort(Comparator.comparing(Appearance::seen));
    return copy(List.copyOf(all), reviews, statements);
  }

  /// Whether it is known to stand on a page.
  boolean isSeenAt(String url) {
    return appearances.stream().anyMatch(each -> each.url().equals(url));
  }

  /// The review of elsewhere that stands and is this one: the same author shows it at the same
  /// address.
  Optional<Review> sameOfElsewhere(Review review) {
    String url = review.url();
    return reviews.stream()
        .filter(r -> r.takenFrom() != null && r.tombstone() == null)
        .filter(r -> url != null && url.equals(r.url()))
        .filter(r -> r.organisation().equals(review.organisation()))
        .findFirst();
  }

  /// @return an id under which no ended review stands
  String freeId(String wanted) {
    String out = wanted;
    for (int again = 2; review(out).filter(r -> r.tombstone() != null).isPresent(); again++) {
      out = wanted + "-" + again;
    }
    return out;
  }

  Claim with(Review review) {
    return review(review.id()).isPresent()
        ? this
        : copy(appearances, plus(reviews, review), statements);
  }

  Claim with(Statement statement) {
    return statement(statement.id()).isPresent()
        ? this
        : copy(appearances, reviews, plus(statements, statement));
  }

  Claim withSame(String other) {
    return copy(
        appearances,
        reviews,
        statements,
        plusOnce(same, other),
        without(notSame, other),
        requests,
        trail);
  }

  Claim withNotSame(String other) {
    return copy(
        appearances,
        reviews,
        statements,
        without(same, other),
        plusOnce(notSame, other),
        requests,
        trail);
  }

  Claim asked(String listing) {
    return copy(
        appearances, reviews, statements, same, notSame, plusOnce(requests, listing), trail);
  }

  Claim review(String review, UnaryOperator<Review> turn) {
    return copy(
        appearances,
        reviews.stream().map(r -> r.id().equals(review) ? turn.apply(r) : r).toList(),
        statements);
  }

  Claim statement(String statement, UnaryOperator<Statement> turn) {
    return copy(
        appearances,
        reviews,
        statements.stream().map(s -> s.id().equals(statement) ? turn.apply(s) : s).toList());
  }

  /// @return the review with an id, withdrawn or not
  public Optional<Review> review(String review) {
    return reviews.stream().filter(r -> r.id().equals(review)).findFirst();
  }

  /// @return the joint statement with an id
  public Optional<Statement> statement(String statement) {
    return statements.stream().filter(s -> s.id().equals(statement)).findFirst();
  }

  private Claim copy(List<Appearance> a, List<Review> r, List<Statement> j) {
    return copy(a, r, j, same, notSame, requests, trail);
  }

  private Claim copy(
      List<Appearance> a,
      List<Review> r,
      List<Statement> j,
      List<String> s,
      List<String> n,
      List<String> q,
      List<Step> t) {
    return new Claim(id, words, speaker, place, date, a, r, j, s, n, q, t);
  }

  static <T> List<T> plus(List<T> all, T one) {
    var out = new ArrayList<>(all);
    out.add(one);
    return List.copyOf(out);
  }

  private static List<String> plusOnce(List<String> all, String one) {
    return all.contains(one) ? all : plus(all, one);
  }

  private static List<String> without(List<String> all, String one) {
    return all.stream().filter(each -> !each.equals(one)).toList();
  }
}
