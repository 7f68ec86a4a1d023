package org.tabadla.link;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/// An inverted index in memory, ranked by BM25 (Robertson & Zaragoza 2009, "The Probabilistic
/// Relevance Framework: BM25 and Beyond"). Five bytes a posting. Not thread-safe.
final class ClaimPostings {
  private static final float K1 = 1.2f;
  private static final float B = 0.6f;

  /// What stands in so many texts tells none of them from the others and costs the most.
  private static final double COMMON = 0.25;

  private static final int ENOUGH_TEXTS = 1_000;

  private final Table<List> lists = new Table<>();
  private float[] lengths = new float[16];
  private int size;
  private double total;

  /// Where a term stands, in ascending order, and how much of it.
  static final class List {
    /// Amounts are kept in steps of this, so that one byte holds eight.
    private static final float STEP = 1f / 32;

    private static final int MOST_STEPS = 0xFF;

    private int[] places = new int[1];
    private byte[] amounts = new byte[1];
    private int size;
    private int rareOf;
    private double rare;

    private void add(int place, float amount) {
      if (size > 0 && places[size - 1] == place) {
        amounts[size - 1] = steps(amount(size - 1) + amount);
        return;
      }
      if (size == places.length) {
        int room = size + Math.max(1, size / 2);
        places = Arrays.copyOf(places, room);
        amounts = Arrays.copyOf(amounts, room);
      }
      places[size] = place;
      amounts[size++] = steps(amount);
    }

    private static byte steps(float amount) {
      return (byte) Math.clamp(Math.round(amount / STEP), 1, MOST_STEPS);
    }

    int size() {
      return size;
    }

    private float amount(int at) {
      return (amounts[at] & 0xFF) * STEP;
    }

    /// @return where a place stands in the list, or a negative number
    private int at(int place) {
      return Arrays.binarySearch(places, 0, size, place);
    }

    private double rarity(int texts) {
      if (rareOf != texts) {
        rare = ClaimPostings.rarity(texts, size);
        rareOf = texts;
      }
      return rare;
    }
  }

  /// @return how rare that is which stands in some of the texts (the idf of BM25)
  static double rarity(int texts, int holding) {
    return Math.log(1 + (texts - holding + 0.5) / (holding + 0.5));
  }

  /// @return what a term adds to the score of a text
  /// @param amount of it in the text
  /// @param length of the text, in the same unit, and the mean of all
  static double bm25(double rarity, float amount, float length, float mean) {
    return rarity * amount * (K1 + 1) / (amount + K1 * (1 - B + B * length / mean));
  }

  /// Opens the next text; {@link #add} then fills it.
  void next() {
    if (size == lengths.length) {
      lengths = Arrays.copyOf(lengths, size * 2);
    }
    size++;
  }

  void add(int term, float amount) {
    List list = lists.get(term);
    if (list == null) {
      list = new List();
      lists.put(term, list);
    }
    list.add(size - 1, amount);
    lengths[size - 1] += amount;
    total += amount;
  }

  int size() {
    return size;
  }

  float length(int place) {
    return lengths[place];
  }

  /// @return the mean length of a text
  float mean() {
    return (float) (total / size);
  }

  /// @return how rare a term is; 0 for one that stands nowhere
  double rarity(int term) {
    List list = lists.get(term);
    return list == null ? 0 : list.rarity(size);
  }

  /// @return how many texts hold a term
  int holding(int term) {
    List list = lists.get(term);
    return list == null ? 0 : list.size;
  }

  /// @return where a term stands; null where that is nowhere, or everywhere
  @Nullable List telling(int term) {
    List list = lists.get(term);
    return list == null || (size >= ENOUGH_TEXTS && list.size > COMMON * size) ? null : list;
  }

  /// Takes a text and what a list adds to its score.
  interface Taker {
    void take(int place, float score);
  }

  /// Goes through a list.
  ///
  /// @param weight of its term in the query
  void follow(List list, double weight, Taker to) {
    var most = (float) (list.rarity(size) * weight * (K1 + 1));
    float perLength = K1 * B / mean();
    for (int i = 0; i < list.size; i++) {
      int place = list.places[i];
      float amount = list.amount(i);
      to.take(place, most * amount / (amount + K1 * (1 - B) + perLength * lengths[place]));
    }
  }

  /// @return what a list adds to the score of a text; 0 when the text is not in it
  double scoreOf(List list, int place) {
    int at = list.at(place);
    return at < 0 ? 0 : bm25(list.rarity(size), list.amount(at), lengths[place], mean());
  }
}
