package org.tabadla.exchange.matching;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.tabadla.exchange.market.ListingId;

/// All open listings of one side behind an inverted index: a feature leads to the places of the
/// items that have it. A place is taken once; a listing that leaves blanks its own.
///
/// How much an item says in all is reckoned when it comes in and again whenever the board has grown
/// by a quarter: rarities move slowly, and reckoning it at each look was most of a look's time.
final class Board {
  private static final int ENOUGH = 1_000;
  private static final double TOO_COMMON = 0.25;
  private static final double GROWN = 1.25;

  /// A subject or a name says something however many name it, as on a board of few listings.
  private static final float LEAST_OF_A_MARK = 0.3f;

  private final List<@Nullable Held> items = new ArrayList<>();
  private final Map<ListingId, Integer> places = new HashMap<>();
  private final Map<String, Posting> index = new HashMap<>();

  /// By place, apart from the items: a look passes over most of them and fetches only the best.
  private float[] says = {};

  private int reckonedAt;
  private float[] sums = {};
  private int[] touched = {};

  private static final class Posting {
    final String feature;
    int[] places = new int[2];
    int size;

    Posting(String feature) {
      this.feature = feature;
    }

    void add(int place) {
      if (size == places.length) {
        places = Arrays.copyOf(places, size * 2);
      }
      places[size++] = place;
    }
  }

  /// An item in its place, its features held once for all items that have them.
  static final class Held {
    private final Item item;
    private final Posting[] features;
    private final float[] weights;

    private Held(Item item, Posting[] features, float[] weights) {
      this.item = item;
      this.features = features;
      this.weights = weights;
    }

    Item item() {
      return item;
    }

    /// Those of its features that are among some others.
    List<String> shared(Map<String, Float> others) {
      return Arrays.stream(features)
          .map(posting -> posting.feature)
          .filter(others::containsKey)
          .sorted()
          .toList();
    }
  }

  /// Is given the place of each item that shares a feature, and how alike the two are: what they
  /// share, half of it by what the one asks, half by what the other says; 0 to 1.
  @FunctionalInterface
  interface Near {
    void take(int place, double alike);
  }

  void put(Item item, Map<String, Float> features) {
    remove(item.listing().id());
    int place = items.size();
    var postings = new Posting[features.size()];
    var weights = new float[features.size()];
    int at = 0;
    for (var feature : features.entrySet()) {
      Posting posting = index.computeIfAbsent(feature.getKey(), Posting::new);
      posting.add(place);
      postings[at] = posting;
      weights[at++] = feature.getValue();
    }
    items.add(new Held(item, postings, weights));
    places.put(item.listing().id(), place);
    if (items.size() > reckonedAt * GROWN) {
      reckonedAt = items.size();
      says = Arrays.copyOf(says, (int) (reckonedAt * GROWN) + 2);
      for (int i = 0; i < items.size(); i++) {
        reckon(i);
      }
    } else {
      reckon(place);
    }
  }

  /// How much an item says: the sum of its features' weights, each by its rarity.
  private void reckon(int place) {
    Held held = items.get(place);
    if (held != null) {
      float sum = 0;
      for (int i = 0; i < held.features.length; i++) {
        sum += held.weights[i] * rarity(held.features[i].feature, held.features[i].size);
      }
      says[place] = sum;
    }
  }

  void remove(ListingId id) {
    Integer place = places.remove(id);
    if (place != null) {
      items.set(place, null);
    }
  }

  @Nullable Item get(ListingId id) {
    Integer place = places.get(id);
    Held held = place == null ? null : items.get(place);
    return held == null ? null : held.item;
  }

  /// What is at a place; null where it has left.
  @Nullable Held at(int place) {
    return items.get(place);
  }

  int size() {
    return places.size();
  }

  /// What features say in all, each by its rarity among the items here.
  private float weight(Map<String, Float> features) {
    float sum = 0;
    for (var feature : features.entrySet()) {
      Posting posting = index.get(feature.getKey());
      sum += feature.getValue() * rarity(feature.getKey(), posting == null ? 0 : posting.size);
    }
    return sum;
  }

  /// How much a feature counts that so many have: 1 for the rarest, near 0 for one that all have.
  private float rarity(String feature, int have) {
    int all = Math.max(items.size(), 1);
    float rarity = (float) (Math.log((all + 1.0) / (have + 0.5)) / Math.log(all * 2.0 + 2));
    return feature.startsWith(Features.WORD) ? rarity : Math.max(rarity, LEAST_OF_A_MARK);
  }

  /// Goes through all items that share a feature. For one thread at a time.
  void near(Map<String, Float> asked, Near near) {
    if (sums.length < items.size()) {
      sums = new float[items.size() * 2];
      touched = new int[items.size() * 2];
    }
    double full = weight(asked);
    int reached = 0;
    for (var feature : asked.entrySet()) {
      Posting posting = index.get(feature.getKey());
      if (posting == null || (items.size() > ENOUGH && posting.size > items.size() * TOO_COMMON)) {
        continue;
      }
      float weight = feature.getValue() * rarity(feature.getKey(), posting.size);
      for (int i = 0; i < posting.size; i++) {
        int place = posting.places[i];
        if (sums[place] == 0) {
          touched[reached++] = place;
        }
        sums[place] += weight;
      }
    }
    for (int i = 0; i < reached; i++) {
      int place = touched[i];
      float shared = sums[place];
      sums[place] = 0;
      near.take(place, Math.min(1, shared / Math.max(1, Math.sqrt(full * says[place]))));
    }
  }
}
