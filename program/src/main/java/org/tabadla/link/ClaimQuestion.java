package org.tabadla.link;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;

/// One query of a {@link ClaimIndex}, in two steps: the rarest of its terms are followed through
/// their lists, as many as fit in a fixed number of postings; then the best claims that were met
/// are looked at closely, with all terms and the pairs.
///
/// A claim that shares only common words with a post that has rare ones is not met; below some
/// 10,000 claims all lists fit, and none is missed.
final class ClaimQuestion {
  private static final double PAIR = 0.35;
  private static final double OWN_SHARED = 0.15;
  private static final double COVERAGE = 0.6;

  /// Postings that are followed, of words and of shared features each; the first list always is.
  private static final int MOST_FOLLOWED = 25_000;

  private static final int CLOSE_LOOKS_EACH = 3;
  private static final int FEWEST_CLOSE_LOOKS = 100;

  private final ClaimIndex index;
  private final short lang;
  private final Asked terms = new Asked();
  private final Asked pairs = new Asked();
  private final List<Feature> shared = new ArrayList<>();
  private double whole;

  /// @param weight of the feature in the query
  private record Feature(ClaimPostings.List list, double weight) {}

  /// What is asked for, each key once, and how much of it the claim under the eye has.
  private static final class Asked {
    private final Table<Integer> numbers = new Table<>();
    private int[] keys = new int[16];
    private float[] met = {};

    void add(int key) {
      if (!numbers.contains(key)) {
        if (size() == keys.length) {
          keys = Arrays.copyOf(keys, size() * 2);
        }
        keys[size()] = key;
        numbers.put(key, size());
      }
    }

    int size() {
      return numbers.size();
    }

    void begin() {
      met = new float[size()];
    }

    void meet(int key, float amount) {
      Integer number = numbers.get(key);
      if (number != null) {
        met[number] += amount;
      }
    }
  }

  /// @param more words that the last one may be the beginning of
  ClaimQuestion(ClaimIndex index, ClaimTerms query, List<String> more) {
    this.index = index;
    lang = index.number(query.lang());
    int before = 0;
    for (int i = 0; i < query.words().size(); i++) {
      int first = ClaimTerms.key(query.words().get(i).getFirst());
      query.words().get(i).forEach(term -> terms.add(ClaimTerms.key(term)));
      if (i > 0) {
        pairs.add(ClaimTerms.pair(before, first));
      }
      before = first;
    }
    more.forEach(word -> terms.add(ClaimTerms.key(word)));
    for (int i = 0; i < terms.size(); i++) {
      whole += index.terms.rarity(terms.keys[i]);
    }
    Bag bag = query.shared();
    for (int i = 0; i < bag.keys.length; i++) {
      ClaimPostings.List list = index.shared.telling((int) bag.keys[i]);
      if (list != null) {
        shared.add(new Feature(list, bag.weights[i]));
      }
    }
    shared.sort(Comparator.comparingInt(f -> f.list().size()));
  }

  /// @return the best first
  List<ClaimIndex.Match> best(int limit) {
    List<Feature> near = near();
    int nearFollowed = followed(near);
    int farFollowed = followed(shared);
    var found = new ClaimCandidates(postings(near, nearFollowed) + postings(shared, farFollowed));
    for (Feature feature : near.subList(0, nearFollowed)) {
      index.terms.follow(feature.list(), feature.weight(), found::near);
    }
    for (Feature feature : shared.subList(0, farFollowed)) {
      index.shared.follow(feature.list(), feature.weight(), found::far);
    }
    List<Feature> rest = shared.subList(farFollowed, shared.size());
    return found.best(Math.max(FEWEST_CLOSE_LOOKS, limit * CLOSE_LOOKS_EACH), this::worth).stream()
        .map(c -> new ClaimIndex.Match(index.ids.get(c.place()), score(c, rest)))
        .sorted(
            Comparator.comparingDouble((ClaimIndex.Match m) -> -m.score())
                .thenComparing(ClaimIndex.Match::id))
        .limit(limit)
        .toList();
  }

  /// In one's own language the words have said it already.
  private double worth(int place) {
    return index.lang(place) == lang ? OWN_SHARED : 1;
  }

  private List<Feature> near() {
    var out = new ArrayList<Feature>();
    for (int i = 0; i < terms.size(); i++) {
      ClaimPostings.List list = index.terms.telling(terms.keys[i]);
      if (list != null) {
        out.add(new Feature(list, 1));
      }
    }
    out.sort(Comparator.comparingInt(f -> f.list().size()));
    return out;
  }

  private static int followed(List<Feature> rarestFirst) {
    int postings = 0;
    for (int i = 0; i < rarestFirst.size(); i++) {
      postings += rarestFirst.get(i).list().size();
      if (i > 0 && postings > MOST_FOLLOWED) {
        return i;
      }
    }
    return rarestFirst.size();
  }

  private static long postings(List<Feature> features, int followed) {
    return features.subList(0, followed).stream().mapToLong(f -> f.list().size()).sum();
  }

  private double score(ClaimCandidates.Candidate candidate, List<Feature> rest) {
    int place = candidate.place();
    double near = words(place) + PAIR * sideBySide(place);
    double far = candidate.far();
    for (Feature feature : rest) {
      far += feature.weight() * index.shared.scoreOf(feature.list(), place);
    }
    double met = near * (1 + COVERAGE * covered(place)) + worth(place) * far;
    return whole == 0 ? met : met / whole;
  }

  private double words(int place) {
    terms.begin();
    index.words.terms(place, terms::meet);
    float length = index.terms.length(place);
    double out = 0;
    for (int i = 0; i < terms.size(); i++) {
      if (terms.met[i] > 0 && index.terms.telling(terms.keys[i]) != null) {
        double rarity = index.terms.rarity(terms.keys[i]);
        out += ClaimPostings.bm25(rarity, terms.met[i], length, index.terms.mean());
      }
    }
    return out;
  }

  private double sideBySide(int place) {
    pairs.begin();
    index.words.pairs(place, pairs::meet);
    float length = index.words.pairLength(place);
    double out = 0;
    for (int i = 0; i < pairs.size(); i++) {
      if (pairs.met[i] > 0) {
        double rarity = index.pairs.rarity(pairs.keys[i]);
        out += ClaimPostings.bm25(rarity, pairs.met[i], length, index.pairs.mean());
      }
    }
    return out;
  }

  /// @return which part of the claim's weight the query has, 0 to 1; {@link #words} was called
  private double covered(int place) {
    double covered = 0;
    for (int i = 0; i < terms.size(); i++) {
      if (terms.met[i] > 0 && index.terms.telling(terms.keys[i]) != null) {
        covered += index.terms.rarity(terms.keys[i]) * terms.met[i];
      }
    }
    return covered / Math.max(1, index.weight(place));
  }
}
