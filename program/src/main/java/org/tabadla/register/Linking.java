package org.tabadla.register;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/// Finds the commitment that an assertion is about.
///
/// Each clue remembers only the newest assertions that had it, and only an assertion's rarest clues
/// are followed, so a look costs the same however large the register is. What two assertions share
/// is weighed as a cosine, rare clues heavier.
///
/// Clues and assertions go by numbers here: a million assertions with a hundred clues each would
/// not fit into memory as words.
final class Linking {
  private static final int REMEMBERED_PER_CLUE = 48;
  private static final int FOLLOWED_CLUES = 24;
  private static final int MOST_CANDIDATES = 30;
  private static final double SMOOTHING = 60;
  private static final double THRESHOLD = 0.28;
  private static final double STRANGERS = 0.55;
  private static final double FAR_APART = 0.85;
  private static final long NEAR_SECONDS = 10L * 24 * 60 * 60;
  private static final long DAY_SECONDS = 24L * 60 * 60;
  private static final int REASONS = 6;
  private static final int NOBODY = -1;

  private final Map<String, Integer> vocabulary = new HashMap<>();
  private final List<Posting> postings = new ArrayList<>();
  private final Map<String, Integer> numbers = new HashMap<>();
  private final List<Known> known = new ArrayList<>();

  /// A clue, and the newest assertions that had it.
  private static final class Posting {
    final String clue;
    final Clues.Kind kind;
    int[] newest = new int[1];
    int count;

    Posting(String clue) {
      this.clue = clue;
      this.kind = Clues.Kind.of(clue);
    }

    void add(int assertion) {
      if (count == newest.length && count < REMEMBERED_PER_CLUE) {
        newest = Arrays.copyOf(newest, Math.min(REMEMBERED_PER_CLUE, 2 * count));
      }
      newest[count++ % newest.length] = assertion;
    }

    int size() {
      return Math.min(count, newest.length);
    }
  }

  private static final class Known {
    final String assertion;
    final String article;
    final String lang;
    final long saidSecond;

    /// Their numbers, in order.
    final int[] clues;

    Known(Assertion a, int[] clues) {
      this.assertion = a.id();
      this.article = a.origin().article();
      this.lang = a.origin().lang();
      this.saidSecond = a.origin().said().getEpochSecond();
      this.clues = clues;
    }
  }

  /// An assertion of the commitment that another is about.
  ///
  /// @param likeness 0 to 1
  /// @param clues what both have, the rarest first
  record Match(String assertion, double likeness, List<String> clues) {}

  void add(Assertion assertion) {
    if (numbers.containsKey(assertion.id())) {
      return;
    }
    int number = known.size();
    numbers.put(assertion.id(), number);
    Known one = known(assertion, this::learnt);
    known.add(one);
    for (int clue : one.clues) {
      postings.get(clue).add(number);
    }
  }

  private interface Numbering {
    int of(String clue);
  }

  private static Known known(Assertion a, Numbering numbering) {
    int[] clues =
        a.clues().stream()
            .mapToInt(numbering::of)
            .filter(c -> c != NOBODY)
            .sorted()
            .distinct()
            .toArray();
    return new Known(a, clues);
  }

  private int learnt(String clue) {
    return vocabulary.computeIfAbsent(
        clue,
        c -> {
          postings.add(new Posting(c));
          return postings.size() - 1;
        });
  }

  /// @return the assertion that is most like it, where one is like enough
  Optional<Match> nearest(Assertion assertion) {
    Known asked = known(assertion, clue -> vocabulary.getOrDefault(clue, NOBODY));
    // What nobody had before makes it less like any other.
    double[] strange = {0, 0};
    for (String clue : assertion.clues()) {
      if (!vocabulary.containsKey(clue)) {
        Clues.Kind kind = Clues.Kind.of(clue);
        strange[0] += weight(kind, 0);
        strange[1] += kind == Clues.Kind.TERM ? 0 : weight(kind, 0);
      }
    }
    Match best = null;
    for (Known candidate : candidates(asked.clues)) {
      Match match = match(asked, strange, candidate);
      if (match != null && (best == null || match.likeness() > best.likeness())) {
        best = match;
      }
    }
    return Optional.ofNullable(best);
  }

  /// @return the assertions that share most with it by its rarest clues
  private List<Known> candidates(int[] clues) {
    Map<Integer, Double> shared = new HashMap<>();
    IntStream.of(clues)
        .mapToObj(postings::get)
        .sorted(Comparator.comparingDouble((Posting p) -> -weight(p)).thenComparing(p -> p.clue))
        .limit(FOLLOWED_CLUES)
        .forEach(posting -> {
          double weight = weight(posting);
          for (int i = 0; i < posting.size(); i++) {
            shared.merge(posting.newest[i], weight, Double::sum);
          }
        });
    return shared.entrySet().stream()
        .sorted(
            Comparator.comparingDouble((Map.Entry<Integer, Double> e) -> -e.getValue())
                .thenComparing(Map.Entry::getKey))
        .limit(MOST_CANDIDATES)
        .map(e -> known.get(e.getKey()))
        .toList();
  }

  private @Nullable Match match(Known asked, double[] strange, Known candidate) {
    double shared = 0;
    double parties = 0;
    var reasons = new ArrayList<Posting>();
    for (int clue : asked.clues) {
      if (Arrays.binarySearch(candidate.clues, clue) >= 0) {
        Posting posting = postings.get(clue);
        shared += weight(posting);
        parties += posting.kind.tellsParties() ? weight(posting) : 0;
        reasons.add(posting);
      }
    }
    boolean terms = asked.lang.equals(candidate.lang);
    double own = sum(asked.clues, terms) + strange[terms ? 0 : 1];
    double likeness = shared / Math.sqrt(own * sum(candidate.clues, terms));
    if (parties == 0) {
      // Two acts of one article with other parties are two commitments: it tells them apart itself.
      likeness *= asked.article.equals(candidate.article) ? 0 : STRANGERS;
    }
    long apart = Math.abs(asked.saidSecond - candidate.saidSecond);
    if (apart / DAY_SECONDS * DAY_SECONDS > NEAR_SECONDS) {
      likeness *= FAR_APART;
    }
    if (likeness < THRESHOLD) {
      return null;
    }
    return new Match(
        candidate.assertion,
        likeness,
        reasons.stream()
            .sorted(Comparator.comparingDouble(p -> -weight(p)))
            .limit(REASONS)
            .map(p -> p.clue)
            .toList());
  }

  /// @param terms whether the words of one language count: across languages they never meet
  private double sum(int[] clues, boolean terms) {
    double sum = 0;
    for (int clue : clues) {
      Posting posting = postings.get(clue);
      sum += terms || posting.kind != Clues.Kind.TERM ? weight(posting) : 0;
    }
    return sum;
  }

  private double weight(Posting posting) {
    return weight(posting.kind, posting.count);
  }

  /// @return how much a clue says: by its kind, and more when few assertions have it
  private double weight(Clues.Kind kind, int count) {
    double rarity = Math.log((known.size() + SMOOTHING) / (count + 1.0));
    return kind.weight() * Math.max(rarity, 0.1);
  }
}
