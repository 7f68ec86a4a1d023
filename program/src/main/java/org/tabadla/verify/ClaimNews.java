package org.tabadla.verify;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.tabadla.model.Logged;
import org.tabadla.model.Text;
import org.tabadla.verify.feed.ClaimFeeds;

/// What a deed is to those who watch claims.
///
/// @param pages that tell of it: `claims`, `claim/ID`, `claims/by/SPEAKER`
/// @param claim its id
/// @param words what was said, found or shown; may be empty
/// @param source whose words they are
public record ClaimNews(List<String> pages, String claim, String words, String source) {
  /// The room whose deeds they are.
  public static final String ROOM = Event.ROOM;

  /// @return empty for a deed that changes no claim that is there, and for what tells readers
  ///   nothing
  public static Optional<ClaimNews> of(Logged logged, Desk desk) {
    Claim claim = desk.claim(logged.deed().subject()).orElse(null);
    Event event = Event.Json.read(logged.deed());
    if (claim == null || event == null) {
      return Optional.empty();
    }
    String actor = logged.deed().actor();
    return switch (event) {
      case Event.Claimed c -> news(desk, claim, c.words().value(), actor);
      case Event.Appeared a -> news(desk, claim, a.appearance().title(), a.appearance().url());
      case Event.Reviewed r ->
          news(desk, claim, r.review().finding().value(), named(desk, r.review()));
      case Event.Corrected c ->
          ofReview(desk, claim, c.review(), c.finding() == null ? c.words() : c.finding());
      case Event.Replied r -> news(desk, claim, r.words().value(), r.by());
      case Event.Withdrawn w -> ofReview(desk, claim, w.review(), w.reason());
      case Event.Stated s ->
          news(desk, claim, s.statement().text().value(), named(desk, s.statement().proposer()));
      case Event.Stood s ->
          news(desk, claim, s.position().words().value(), named(desk, s.position().organisation()));
      case Event.Same s ->
          news(desk, claim, desk.claim(s.other()).map(c -> c.words().value()).orElse(""), actor);
      case Event.NotSame _,
          Event.Asked _,
          Event.AlsoShown _,
          Event.Profiled _,
          Event.DomainStated _ ->
          Optional.empty();
    };
  }

  private static Optional<ClaimNews> ofReview(Desk desk, Claim claim, String review, Text words) {
    return claim
        .review(review)
        .flatMap(of ->
            news(
                desk, claim, ClaimFeeds.isOfTheHouse(words) ? "" : words.value(), named(desk, of)));
  }

  private static Optional<ClaimNews> news(Desk desk, Claim claim, String words, String source) {
    return Optional.of(new ClaimNews(pages(desk, claim), claim.id(), words, source));
  }

  /// Who a feed names as an author is none of this house, whatever it is called.
  private static String named(Desk desk, Review review) {
    List<String> feeds = review.feeds();
    return feeds.isEmpty()
        ? named(desk, review.organisation())
        : review.organisation() + " (" + feeds.getFirst() + ")";
  }

  private static String named(Desk desk, String organisation) {
    return desk.reviewer(organisation).map(Reviewer::name).orElse(organisation);
  }

  private static List<String> pages(Desk desk, Claim claim) {
    var out = new ArrayList<String>(List.of("claims", "claim/" + claim.id()));
    String speaker = claim.speaker();
    if (speaker != null) {
      desk.speaker(speaker).ifPresent(name -> out.add("claims/by/" + name));
    }
    return out;
  }
}
