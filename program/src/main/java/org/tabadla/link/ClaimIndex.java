package org.tabadla.link;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import org.tabadla.model.Lang;

/// Finds the claims that a post repeats, in its own language and in others.
///
/// Words count by BM25 over claim and title, pairs of words add to it, and what needs no common
/// language (names, numbers, words of the lexicon, sounds) finds claims in other languages. A claim
/// that the post holds as a whole comes before one of which it has a part. Not thread-safe.
public final class ClaimIndex {
  /// How many matches a query gets at most.
  public static final int MOST_MATCHES = 100;

  private static final float TITLE = 0.6f;
  private static final double PAIR = 0.35;
  private static final double OWN_SHARED = 0.15;
  private static final double COVERAGE = 0.6;

  private final List<String> ids = new ArrayList<>();
  private final List<String> langs = new ArrayList<>();
  private final ClaimPostings words = new ClaimPostings();
  private final ClaimPostings pairs = new ClaimPostings();
  private final ClaimPostings shared = new ClaimPostings();
  private float[] weights = {};

  /// A claim and how well it answers; the score has no upper bound and compares within one query.
  public record Match(String id, double score) {}

  /// Takes a claim in.
  ///
  /// @param lang of the claim, or {@link Lang#UND} to have it guessed
  public void add(String id, Lang lang, String claim, String title) {
    ClaimTerms own = ClaimTerms.of(claim, lang);
    ClaimTerms headline = ClaimTerms.of(title, new Lang(own.lang()));
    ids.add(id);
    langs.add(own.lang());
    fill(words, own.words(), headline.words());
    fill(pairs, own.pairs(), headline.pairs());
    shared.next();
    fill(own.shared(), 1);
    fill(headline.shared(), TITLE);
    weights = new float[0];
  }

  private static void fill(ClaimPostings postings, List<Long> claim, List<Long> title) {
    postings.next();
    for (long term : claim) {
      postings.add(term, 1);
    }
    for (long term : title) {
      postings.add(term, TITLE);
    }
  }

  private void fill(Bag bag, float factor) {
    for (int i = 0; i < bag.keys.length; i++) {
      shared.add(bag.keys[i], bag.weights[i] * factor);
    }
  }

  public int size() {
    return ids.size();
  }

  /// @param post a claim in somebody's words, a tweet with its marks
  /// @return the best first, at most {@link #MOST_MATCHES}; none that shares nothing
  public List<Match> search(String post, Lang lang) {
    if (ids.isEmpty()) {
      return List.of();
    }
    ClaimTerms query = ClaimTerms.of(ClaimQuery.plain(post), lang);
    var near = new float[size()];
    var far = new float[size()];
    var covered = new float[size()];
    var unused = new float[size()];
    double whole = score(words, query.words(), 1, near, covered);
    score(pairs, query.pairs(), PAIR, near, unused);
    Bag bag = query.shared();
    for (int i = 0; i < bag.keys.length; i++) {
      shared.score(bag.keys[i], bag.weights[i], far, unused);
    }
    double most = whole == 0 ? 1 : whole;
    for (int i = 0; i < near.length; i++) {
      boolean own = langs.get(i).equals(query.lang());
      near[i] *= (float) (1 + COVERAGE * covered[i] / Math.max(1, weight(i)));
      near[i] += (float) ((own ? OWN_SHARED : 1) * far[i]);
      near[i] /= (float) most;
    }
    return best(near);
  }

  /// @return what the query's terms weigh together; each counts once
  private static double score(
      ClaimPostings postings, List<Long> terms, double weight, float[] scores, float[] covered) {
    var seen = new HashSet<Long>();
    double whole = 0;
    for (long term : terms) {
      if (seen.add(term)) {
        postings.score(term, weight, scores, covered);
        whole += postings.rarity(term);
      }
    }
    return whole;
  }

  private float weight(int place) {
    if (weights.length == 0) {
      weights = words.weights();
    }
    return weights[place];
  }

  private List<Match> best(float[] scores) {
    int[] places = new int[scores.length];
    int found = 0;
    for (int i = 0; i < scores.length; i++) {
      if (scores[i] > 0) {
        places[found++] = i;
      }
    }
    float floor = floor(scores, places, found);
    List<Match> out = new ArrayList<>();
    for (int i = 0; i < found; i++) {
      if (scores[places[i]] >= floor) {
        out.add(new Match(ids.get(places[i]), scores[places[i]]));
      }
    }
    out.sort((a, b) -> {
      int order = Double.compare(b.score(), a.score());
      return order != 0 ? order : a.id().compareTo(b.id());
    });
    return List.copyOf(out.subList(0, Math.min(out.size(), MOST_MATCHES)));
  }

  private static float floor(float[] scores, int[] places, int found) {
    if (found <= MOST_MATCHES) {
      return 0;
    }
    var values = new float[found];
    for (int i = 0; i < found; i++) {
      values[i] = scores[places[i]];
    }
    Arrays.sort(values);
    return values[found - MOST_MATCHES];
  }
}
