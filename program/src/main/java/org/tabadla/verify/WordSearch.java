package org.tabadla.verify;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.tabadla.language.Lexicon;
import org.tabadla.language.Terms;
import org.tabadla.model.Text;

/// Finds claims by the words and the names that they share; names meet across languages. The last
/// word that is typed may be a beginning.
final class WordSearch implements ClaimSearch {
  private static final int MOST_HITS_PER_KEY = 5_000;
  private static final int FEWEST_LETTERS = 2;
  private static final int LONGEST_QUERY_CHARS = 500;

  private final Map<String, List<String>> hits = new HashMap<>();
  private final java.util.NavigableSet<String> keys = new java.util.TreeSet<>();

  synchronized void add(String claim, Text words) {
    for (String key : keys(words)) {
      List<String> at = hits.computeIfAbsent(key, k -> new ArrayList<>());
      if (at.size() < MOST_HITS_PER_KEY) {
        at.add(claim);
      }
      keys.add(key);
    }
  }

  @Override
  public synchronized List<String> find(Text words, int limit) {
    String value = words.value();
    var asked =
        new Text(value.substring(0, Math.min(value.length(), LONGEST_QUERY_CHARS)), words.lang());
    Map<String, Double> scores = new HashMap<>();
    for (String key : typed(asked)) {
      List<String> at = hits.getOrDefault(key, List.of());
      for (String claim : at) {
        scores.merge(claim, 1.0 / Math.log(at.size() + 2), Double::sum);
      }
    }
    return scores.entrySet().stream()
        .sorted(
            Comparator.comparingDouble((Map.Entry<String, Double> e) -> -e.getValue())
                .thenComparing(Map.Entry::getKey))
        .limit(limit)
        .map(Map.Entry::getKey)
        .toList();
  }

  private Set<String> typed(Text words) {
    var out = new HashSet<>(keys(words));
    List<List<String>> terms = Terms.folded(words.value(), words.lang());
    if (!terms.isEmpty()) {
      String begun = "f:" + terms.getLast().getFirst();
      if (begun.length() >= FEWEST_LETTERS + 2) {
        keys.subSet(begun, begun + Character.MAX_VALUE).stream().limit(20).forEach(out::add);
      }
    }
    return out;
  }

  private static Set<String> keys(Text words) {
    var out = new HashSet<String>();
    Terms.folded(words.value(), words.lang())
        .forEach(position -> out.add("f:" + position.getFirst()));
    Lexicon.Known known = Lexicon.all(words.value(), words.lang());
    known.names().forEach(mention -> out.add(mention.concept()));
    known.words().forEach(sense -> out.add(sense.concept()));
    return out;
  }
}
