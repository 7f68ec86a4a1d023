package org.tabadla.exchange.matching;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.PriorityQueue;
import java.util.TreeSet;
import org.tabadla.exchange.market.Core;
import org.tabadla.exchange.market.Listing;
import org.tabadla.exchange.market.ListingId;
import org.tabadla.exchange.market.Side;
import org.tabadla.exchange.matching.Match.Ground;
import org.tabadla.exchange.matching.Match.Why;
import org.tabadla.model.Lang;
import org.tabadla.people.Organisation;
import org.tabadla.people.OrganisationId;

/// Brings offers and requests together: every open request is a standing one. Hard gates first,
/// then a rank by what both name, in whatever language.
public final class Matches {
  /// The most that are given for one listing.
  public static final int MOST = 20;

  private static final int MOST_OF_AN_OWNER = 3;
  private static final int LOOKED_AT = 60;
  private static final int MOST_REASONS = 8;
  private static final double LEAST_SCORE = 0.08;
  private static final double NEAR_KIND_FACTOR = 0.8;
  private static final double LIKENESS_SHARE = 0.3;
  private static final double TOLD_LIKENESS = 0.35;
  private static final int FEWEST_WORDS = 2;

  private final Board offers = new Board();
  private final Board requests = new Board();
  private final Likeness likeness;

  public Matches(Likeness likeness) {
    this.likeness = likeness;
  }

  /// Takes a listing in, or its new form; one that is no more open leaves.
  public synchronized void put(Listing listing, Organisation owner) {
    Board board = board(listing.core().side());
    if (listing.state() instanceof Listing.State.Open) {
      board.put(Item.of(listing, owner), Features.of(listing.core()));
    } else {
      board.remove(listing.id());
    }
  }

  private Board board(Side side) {
    return side == Side.OFFER ? offers : requests;
  }

  public synchronized int size() {
    return offers.size() + requests.size();
  }

  /// What meets a listing, best first; at most {@link #MOST}, and few of any one owner.
  public synchronized List<Match> of(Listing listing, Organisation owner, Instant now) {
    Item asked = Item.of(listing, owner);
    Map<String, Float> features = Features.of(listing.core());
    Board others = board(listing.core().side().other());
    var best = new PriorityQueue<Ranked>(Comparator.comparingDouble(Ranked::score));
    others.near(
        features,
        (place, alike) -> {
          double least = best.size() < LOOKED_AT ? LEAST_SCORE : best.element().score();
          Board.Held held = alike < least ? null : others.at(place);
          double score = held == null ? 0 : score(asked, held.item(), alike);
          if (held != null
              && score >= least
              && Gates.pass(offer(asked, held.item()), request(asked, held.item()), now)) {
            best.add(new Ranked(held, score));
            if (best.size() > LOOKED_AT) {
              best.remove();
            }
          }
        });
    return best.stream()
        .map(ranked -> explained(asked, features, ranked))
        .filter(match -> isGrounded(match.why()))
        .sorted(Comparator.comparingDouble(Match::score).reversed())
        .filter(fewOfAnOwner(listing.core().side()))
        .limit(MOST)
        .toList();
  }

  /// What keeps two listings apart; empty when nothing does or one is not open.
  public synchronized List<Match.Gate> shut(ListingId offer, ListingId request, Instant now) {
    Item one = offers.get(offer);
    Item other = requests.get(request);
    return one == null || other == null ? List.of() : Gates.shut(one, other, now);
  }

  /// What a subject is called in a language, for {@link Match.Ground#SUBJECT}.
  public static String subject(String id, Lang reader) {
    return Subjects.label(id, reader);
  }

  /// The subjects that a listing names, whatever its language.
  public static List<String> subjects(Core core) {
    return Features.of(core).keySet().stream()
        .filter(feature -> feature.startsWith(Features.SUBJECT))
        .map(feature -> feature.substring(Features.SUBJECT.length()))
        .sorted()
        .toList();
  }

  private record Ranked(Board.Held held, double score) {}

  private static double score(Item asked, Item near, double alike) {
    return near.core().kind() == asked.core().kind() ? alike : alike * NEAR_KIND_FACTOR;
  }

  private Match explained(Item asked, Map<String, Float> features, Ranked ranked) {
    Item other = ranked.held().item();
    Item offer = offer(asked, other);
    Item request = request(asked, other);
    double alike =
        likeness.between(
            asked.core().about().titles().getFirst(), other.core().about().title(lang(asked)));
    double score = ranked.score() * (1 - LIKENESS_SHARE) + alike * LIKENESS_SHARE;
    return new Match(
        offer.listing().id(),
        request.listing().id(),
        Math.min(1, score),
        why(asked, other, ranked.held().shared(features), alike),
        Gates.missing(offer, request));
  }

  private static Lang lang(Item item) {
    return item.core().about().titles().getFirst().lang();
  }

  private static List<Why> why(Item asked, Item other, List<String> shared, double alike) {
    var why = new ArrayList<Why>();
    Core one = asked.core();
    boolean same = one.kind() == other.core().kind();
    why.add(new Why(same ? Ground.SAME_KIND : Ground.NEAR_KIND, other.core().kind().name()));
    add(why, shared, Features.SUBJECT, Ground.SUBJECT);
    add(why, shared, Features.NAME, Ground.NAME);
    add(why, shared, Features.TOPIC, Ground.TOPIC);
    add(why, shared, Features.WORD, Ground.WORD);
    var languages = new TreeSet<>(asked.languages());
    languages.retainAll(other.languages());
    languages.forEach(tag -> why.add(new Why(Ground.LANGUAGE, tag)));
    if (alike >= TOLD_LIKENESS) {
      why.add(new Why(Ground.LIKENESS, Math.round(alike * 100) + " %"));
    }
    return why;
  }

  private static void add(List<Why> why, List<String> shared, String mark, Ground ground) {
    shared.stream()
        .filter(feature -> feature.startsWith(mark))
        .limit(Math.max(0, MOST_REASONS - why.size()))
        .forEach(feature -> why.add(new Why(ground, feature.substring(mark.length()))));
  }

  /// One common word is chance.
  private static boolean isGrounded(List<Why> why) {
    long marks =
        why.stream()
            .filter(each ->
                each.ground() == Ground.NAME
                    || each.ground() == Ground.SUBJECT
                    || each.ground() == Ground.TOPIC
                    || each.ground() == Ground.LIKENESS)
            .count();
    long words = why.stream().filter(each -> each.ground() == Ground.WORD).count();
    return marks > 0 || words >= FEWEST_WORDS;
  }

  private java.util.function.Predicate<Match> fewOfAnOwner(Side asked) {
    Map<OrganisationId, Integer> given = new HashMap<>();
    return match -> {
      Item item = asked == Side.OFFER ? requests.get(match.request()) : offers.get(match.offer());
      return item == null || given.merge(item.owner().id(), 1, Integer::sum) <= MOST_OF_AN_OWNER;
    };
  }

  private static Item offer(Item one, Item other) {
    return one.core().side() == Side.OFFER ? one : other;
  }

  private static Item request(Item one, Item other) {
    return one.core().side() == Side.OFFER ? other : one;
  }
}
