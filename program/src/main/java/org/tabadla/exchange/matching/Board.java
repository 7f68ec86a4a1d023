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
final class Board {
  private static final int ENOUGH = 1_000;
  private static final double TOO_COMMON = 0.25;

  /// A subject or a name says something however many name it, as on a board of few listings.
  private static final float LEAST_OF_A_MARK = 0.3f;

  private final List<@Nullable Item> items = new ArrayList<>();
  private final Map<ListingId, Integer> places = new HashMap<>();
  private final Map<String, Posting> index = new HashMap<>();
  private float[] sums = {};
  private int[] touched = {};

  private static final class Posting {
    int[] places = new int[2];
    int size;

    void add(int place) {
      if (size == places.length) {
        places = Arrays.copyOf(places, size * 2);
      }
      places[size++] = place;
    }
  }

  /// An item and how much of what was asked it has.
  record Near(Item item, float shared) {}

  void put(Item item) {
    remove(item.listing().id());
    int place = items.size();
    items.add(item);
    places.put(item.listing().id(), place);
    for (String feature : item.features().keySet()) {
      index.computeIfAbsent(feature, _ -> new Posting()).add(place);
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
    return place == null ? null : items.get(place);
  }

  int size() {
    return places.size();
  }

  /// How much the rarity of a feature counts: 1 for the rarest, near 0 for one that all have.
  float rarity(String feature) {
    Posting posting = index.get(feature);
    int have = posting == null ? 0 : posting.size;
    int all = Math.max(items.size(), 1);
    float rarity = (float) (Math.log((all + 1.0) / (have + 0.5)) / Math.log(all * 2.0 + 2));
    return feature.startsWith(Features.WORD) ? rarity : Math.max(rarity, LEAST_OF_A_MARK);
  }

  /// All items that share a feature, with the sum of the weights of those that they share. For one
  /// thread at a time.
  List<Near> near(Item asked) {
    if (sums.length < items.size()) {
      sums = new float[items.size() * 2];
      touched = new int[items.size() * 2];
    }
    int reached = 0;
    for (var feature : asked.features().entrySet()) {
      Posting posting = index.get(feature.getKey());
      if (posting == null || (items.size() > ENOUGH && posting.size > items.size() * TOO_COMMON)) {
        continue;
      }
      float weight = feature.getValue() * rarity(feature.getKey());
      for (int i = 0; i < posting.size; i++) {
        int place = posting.places[i];
        if (sums[place] == 0) {
          touched[reached++] = place;
        }
        sums[place] += weight;
      }
    }
    var out = new ArrayList<Near>();
    for (int i = 0; i < reached; i++) {
      int place = touched[i];
      Item item = items.get(place);
      if (item != null) {
        out.add(new Near(item, sums[place]));
      }
      sums[place] = 0;
    }
    return out;
  }
}
