package org.tabadla.register;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// Finds the commitment that an assertion is about.
///
/// Each clue remembers only the newest assertions that had it, and only an assertion's rarest clues
/// are followed, so a look costs the same however large the register is. What two assertions share
/// is weighed as a cosine, rare clues heavier.
final class Linking {
  private static final int REMEMBERED_PER_CLUE = 48;
  private static final int FOLLOWED_CLUES = 24;
  private static final int MOST_CANDIDATES = 30;
  private static final double SMOOTHING = 60;
  private static final double THRESHOLD = 0.28;
  private static final double STRANGERS = 0.55;
  private static final double FAR_APART = 0.85;
  private static final long NEAR_DAYS = 10;
  private static final int REASONS = 6;

  private final Map<String, Posting> postings = new HashMap<>();
  private final Map<String, Known> known = new HashMap<>();

  /// The newest assertions that had a clue.
  private static final class Posting {
    final String[] newest = new String[REMEMBERED_PER_CLUE];
    int count;

    void add(String assertion) {
      newest[count++ % REMEMBERED_PER_CLUE] = assertion;
    }

    int size() {
      return Math.min(count, REMEMBERED_PER_CLUE);
    }
  }

  private record Known(
      String assertion,
      String article,
      String commitment,
      String lang,
      Instant said,
      Set<String> clues) {}

  /// A commitment that an assertion is about.
  ///
  /// @param likeness 0 to 1
  /// @param clues what both have, the rarest first
  record Match(String commitment, double likeness, List<String> clues) {}

  void add(String commitment, Assertion assertion) {
    var clues = Set.copyOf(assertion.clues());
    Known before =
        known.put(
            assertion.id(),
            new Known(
                assertion.id(),
                assertion.origin().article(),
                commitment,
                assertion.origin().lang(),
                assertion.origin().said(),
                clues));
    if (before == null) {
      clues.forEach(c -> postings.computeIfAbsent(c, k -> new Posting()).add(assertion.id()));
    }
  }

  /// Tells of an assertion that a person has put elsewhere.
  void move(String assertion, String commitment) {
    known.computeIfPresent(
        assertion,
        (id, k) -> new Known(id, k.article(), commitment, k.lang(), k.said(), k.clues()));
  }

  /// @return the commitment that is most like it, where one is like enough
  Optional<Match> nearest(Assertion assertion) {
    var clues = new HashSet<>(assertion.clues());
    Match best = null;
    for (Known candidate : candidates(clues)) {
      Match match = match(assertion, clues, candidate);
      if (match.likeness() >= THRESHOLD && (best == null || match.likeness() > best.likeness())) {
        best = match;
      }
    }
    return Optional.ofNullable(best);
  }

  /// @return the assertions that share most with it by its rarest clues
  private List<Known> candidates(Set<String> clues) {
    Map<String, Double> shared = new HashMap<>();
    clues.stream()
        .filter(postings::containsKey)
        .sorted(Comparator.comparingDouble(clue -> -weight(clue)))
        .limit(FOLLOWED_CLUES)
        .forEach(clue -> follow(clue, shared));
    return shared.entrySet().stream()
        .sorted(
            Comparator.comparingDouble((Map.Entry<String, Double> e) -> -e.getValue())
                .thenComparing(Map.Entry::getKey))
        .limit(MOST_CANDIDATES)
        .flatMap(e -> Stream.ofNullable(known.get(e.getKey())))
        .toList();
  }

  private void follow(String clue, Map<String, Double> shared) {
    Posting posting = postings.get(clue);
    double weight = weight(clue);
    for (int i = 0; posting != null && i < posting.size(); i++) {
      shared.merge(posting.newest[i], weight, Double::sum);
    }
  }

  private Match match(Assertion assertion, Set<String> clues, Known candidate) {
    double shared = 0;
    double parties = 0;
    var reasons = new ArrayList<String>();
    for (String clue : clues) {
      if (candidate.clues().contains(clue)) {
        shared += weight(clue);
        parties += Clues.Kind.of(clue).tellsParties() ? weight(clue) : 0;
        reasons.add(clue);
      }
    }
    boolean terms = assertion.origin().lang().equals(candidate.lang());
    double likeness = shared / Math.sqrt(sum(clues, terms) * sum(candidate.clues(), terms));
    if (parties == 0) {
      // Two acts of one article with other parties are two commitments: it tells them apart itself.
      boolean one = assertion.origin().article().equals(candidate.article());
      likeness *= one ? 0 : STRANGERS;
    }
    long days = Math.abs(Duration.between(assertion.origin().said(), candidate.said()).toDays());
    if (days > NEAR_DAYS) {
      likeness *= FAR_APART;
    }
    reasons.sort(Comparator.comparingDouble(clue -> -weight(clue)));
    return new Match(
        candidate.commitment(),
        likeness,
        List.copyOf(reasons.subList(0, Math.min(reasons.size(), REASONS))));
  }

  /// @param terms whether the words of one language count: across languages they never meet
  private double sum(Set<String> clues, boolean terms) {
    double sum = 0;
    for (String clue : clues) {
      sum += terms || Clues.Kind.of(clue) != Clues.Kind.TERM ? weight(clue) : 0;
    }
    return sum;
  }

  /// @return how much a clue says: by its kind, and more when few assertions have it
  private double weight(String clue) {
    @Nullable Posting posting = postings.get(clue);
    int count = posting == null ? 0 : posting.count;
    double rarity = Math.log((known.size() + SMOOTHING) / (count + 1.0));
    return Clues.Kind.of(clue).weight() * Math.max(rarity, 0.1);
  }
}
