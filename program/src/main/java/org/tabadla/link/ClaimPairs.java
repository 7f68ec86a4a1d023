package org.tabadla.link;

/// In how many claims two words stand in a row, nearly: a count-min sketch of two rows (Cormode &
/// Muthukrishnan 2005) that never says too few. Nearly all pairs stand in one claim only, so a list
/// of places for each would take more room than all the words.
final class ClaimPairs {
  private static final int FIRST_SLOTS = 1 << 16;

  private final ClaimWords words;
  private char[] counts = new char[FIRST_SLOTS];
  private int counted;
  private long pairs;
  private double length;

  /// @param words whose pairs are counted; {@link #grow} counts again from there
  ClaimPairs(ClaimWords words) {
    this.words = words;
  }

  /// Counts the claims that came since the last time.
  void grow() {
    for (; counted < words.size(); counted++) {
      count(counted);
      length += words.pairLength(counted);
    }
    if (pairs * 2 > counts.length && counts.length < 1 << 28) {
      counts = new char[(int) Math.min(1L << 28, Long.highestOneBit(pairs) * 8)];
      pairs = 0;
      for (int place = 0; place < counted; place++) {
        count(place);
      }
    }
  }

  private void count(int place) {
    words.pairs(
        place,
        (pair, amount) -> {
          raise(first(pair));
          raise(second(pair));
          pairs++;
        });
  }

  private void raise(int slot) {
    if (counts[slot] < Character.MAX_VALUE) {
      counts[slot]++;
    }
  }

  private int first(int pair) {
    return (int) Hash.mix(pair) & (counts.length - 1);
  }

  private int second(int pair) {
    return (int) (Hash.mix(pair) >>> Integer.SIZE) & (counts.length - 1);
  }

  /// @return how rare a pair is; 0 for one that stands nowhere
  double rarity(int pair) {
    int holding = Math.min(counts[first(pair)], counts[second(pair)]);
    return holding == 0 ? 0 : ClaimPostings.rarity(counted, Math.min(holding, counted));
  }

  /// @return the mean of {@link ClaimWords#pairLength}
  float mean() {
    return (float) Math.max(1, length / counted);
  }
}
