package org.tabadla.link;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import org.tabadla.link.Sketch.Feature;

/// Finds the texts nearest to one, by the cosine of weighted features, over an inverted index of
/// bounded size. One works on the words of a language, one on what crosses languages.
final class Neighbours {
  private static final int MOST_TEXTS = 20_000;
  private static final int MOST_POSTINGS = 400;
  private static final int TERMS_ASKED = 60;
  private static final int COMPARED = 80;
  private static final int REASONS = 4;

  private final Function<Sketch, Map<String, Feature>> channel;
  private final Map<String, Posting> postings = new HashMap<>();
  private final Map<Integer, Held> held = new HashMap<>();
  private final Deque<Integer> order = new ArrayDeque<>();
  private final Frequencies frequencies = new Frequencies();
  private int next;

  private record Held(Sketch sketch, double norm) {}

  /// A growing list of text numbers, the newest last; the oldest are overwritten when it is full.
  private static final class Posting {
    private int[] texts = new int[4];
    private int size;

    void add(int text) {
      if (size == MOST_POSTINGS) {
        System.arraycopy(texts, MOST_POSTINGS / 2, texts, 0, MOST_POSTINGS / 2);
        size = MOST_POSTINGS / 2;
      } else if (size == texts.length) {
        texts = java.util.Arrays.copyOf(texts, Math.min(MOST_POSTINGS, size * 2));
      }
      texts[size++] = text;
    }
  }

  /// @param score cosine, 0 to 1
  /// @param shared how many features both have
  /// @param reasons the weightiest of them, in the words of the two texts
  record Near(Sketch sketch, double score, int shared, List<String> reasons) {}

  private record Asked(String term, double weight) {}

  /// @param channel which features are compared
  Neighbours(Function<Sketch, Map<String, Feature>> channel) {
    this.channel = channel;
  }

  /// Finds the nearest texts that pass the filter, best first; adds nothing.
  List<Near> find(Sketch sketch, Predicate<Sketch> filter, int most) {
    Map<String, Feature> features = channel.apply(sketch);
    double norm = norm(features);
    if (norm == 0) {
      return List.of();
    }
    return candidates(features).stream()
        .filter(h -> !h.sketch.id().equals(sketch.id()) && filter.test(h.sketch))
        .map(h -> compared(features, norm, h))
        .sorted(Comparator.comparingDouble(Near::score).reversed())
        .limit(most)
        .toList();
  }

  void add(Sketch sketch) {
    Map<String, Feature> features = channel.apply(sketch);
    frequencies.add(features.keySet());
    int number = next++;
    held.put(number, new Held(sketch, norm(features)));
    order.add(number);
    for (String term : features.keySet()) {
      postings.computeIfAbsent(term, _ -> new Posting()).add(number);
    }
    if (order.size() > MOST_TEXTS) {
      forget(order.remove());
    }
  }

  private void forget(int number) {
    Held gone = held.remove(number);
    if (gone != null) {
      for (String term : channel.apply(gone.sketch).keySet()) {
        Posting posting = postings.get(term);
        // The numbers in a posting only grow: when its newest is gone, all are.
        if (posting != null && posting.texts[posting.size - 1] <= number) {
          postings.remove(term);
        }
      }
    }
  }

  private List<Held> candidates(Map<String, Feature> features) {
    List<Asked> asked =
        features.entrySet().stream()
            .map(e -> new Asked(e.getKey(), weight(e.getKey(), e.getValue())))
            .filter(a -> a.weight > 0)
            .sorted(Comparator.comparingDouble(Asked::weight).reversed())
            .limit(TERMS_ASKED)
            .toList();
    var sums = new HashMap<Integer, Double>();
    for (Asked a : asked) {
      Posting posting = postings.get(a.term);
      if (posting != null) {
        for (int i = 0; i < posting.size; i++) {
          sums.merge(posting.texts[i], a.weight * a.weight, Double::sum);
        }
      }
    }
    return sums.entrySet().stream()
        .sorted(Map.Entry.<Integer, Double>comparingByValue().reversed())
        .limit(COMPARED)
        .map(e -> held.get(e.getKey()))
        .filter(h -> h != null)
        .toList();
  }

  private Near compared(Map<String, Feature> features, double norm, Held other) {
    Map<String, Feature> theirs = channel.apply(other.sketch);
    boolean fewer = features.size() <= theirs.size();
    var shared = new ArrayList<Shared>();
    double sum = 0;
    for (String term : (fewer ? features : theirs).keySet()) {
      Feature a = features.get(term);
      Feature b = theirs.get(term);
      if (a != null && b != null) {
        double product = weight(term, a) * weight(term, b);
        sum += product;
        shared.add(new Shared(term, a, b, product));
      }
    }
    shared.sort(Comparator.comparingDouble(Shared::product).reversed());
    return new Near(
        other.sketch, sum / (norm * Math.max(1e-9, other.norm)), shared.size(), reasons(shared));
  }

  private record Shared(String term, Feature a, Feature b, double product) {
    String reason() {
      return a.shown().equalsIgnoreCase(b.shown()) ? a.shown() : a.shown() + " = " + b.shown();
    }
  }

  private static List<String> reasons(List<Shared> shared) {
    var out = new ArrayList<String>();
    for (Shared s : shared) {
      String reason = s.reason();
      if (out.stream().noneMatch(r -> r.contains(reason) || reason.contains(r))) {
        out.add(reason);
      }
      if (out.size() == REASONS) {
        break;
      }
    }
    return out;
  }

  private double weight(String term, @Nullable Feature feature) {
    return feature == null ? 0 : feature.weight() * frequencies.idf(term);
  }

  private double norm(Map<String, Feature> features) {
    double sum = 0;
    for (var e : features.entrySet()) {
      double w = weight(e.getKey(), e.getValue());
      sum += w * w;
    }
    return Math.sqrt(sum);
  }
}
