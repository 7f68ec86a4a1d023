package org.tabadla.link;

import java.util.Arrays;
import java.util.List;
import java.util.PriorityQueue;

/// Claims that have something of a post, with what they have so far: a table with open addressing,
/// as large as the lists that fill it and not as all claims.
final class ClaimCandidates {
  private static final int FEWEST_SLOTS = 64;
  private static final int NOBODY = -1;

  private final int[] places;
  private final float[] near;
  private final float[] far;

  /// @param postings how many will be taken at most
  ClaimCandidates(long postings) {
    int slots =
        (int) Math.min(1L << 28, Long.highestOneBit(Math.max(FEWEST_SLOTS, postings * 2)) * 2);
    places = new int[slots];
    Arrays.fill(places, NOBODY);
    near = new float[slots];
    far = new float[slots];
  }

  private int slot(int place) {
    int mask = places.length - 1;
    int slot = ((place * 0x9E3779B9) >>> 7) & mask;
    while (places[slot] != NOBODY && places[slot] != place) {
      slot = (slot + 1) & mask;
    }
    places[slot] = place;
    return slot;
  }

  void near(int place, float score) {
    near[slot(place)] += score;
  }

  void far(int place, float score) {
    far[slot(place)] += score;
  }

  /// A claim with what its shared features were found to be worth.
  record Candidate(int place, float far, float score) {}

  /// Says what the features that need no common language are worth for a claim.
  interface Worth {
    double of(int place);
  }

  /// @return the best, in no order
  List<Candidate> best(int limit, Worth worth) {
    var heap =
        new PriorityQueue<Candidate>(limit + 1, (a, b) -> Float.compare(a.score(), b.score()));
    for (int slot = 0; slot < places.length; slot++) {
      if (places[slot] != NOBODY) {
        float score = near[slot];
        if (far[slot] > 0) {
          score += (float) (far[slot] * worth.of(places[slot]));
        }
        if (heap.size() < limit || score > heap.element().score()) {
          heap.add(new Candidate(places[slot], far[slot], score));
          if (heap.size() > limit) {
            heap.remove();
          }
        }
      }
    }
    return List.copyOf(heap);
  }
}
