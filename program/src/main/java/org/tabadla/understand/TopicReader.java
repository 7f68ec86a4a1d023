package org.tabadla.understand;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.tabadla.language.Letters;
import org.tabadla.language.Lexicon;
import org.tabadla.language.Topics;
import org.tabadla.model.About;
import org.tabadla.model.Lang;

/// Tells which of the IPTC's topics an article is about, with the words that say so.
///
/// What speaks for a topic stands in `topic-words.tsv`: concepts, which are the same in every
/// language of the lexicon, and words of a language. A word counts once and a little more when it
/// comes again; in the title it counts thrice. A topic of the first level has what speaks for those
/// below it.
final class TopicReader {
  private static final int MOST_TOPICS = 3;
  private static final int MOST_REASONS = 5;
  private static final int MOST_TOKENS = 3_000;
  private static final int LONGEST_PHRASE = 3;
  private static final double TITLE_GAIN = 3;
  private static final double FEWEST = 1.2;
  private static final double SHARE_OF_BEST = 0.5;
  private static final double OWN_SHARE = 0.3;
  private static final String ANY = "*";

  /// What speaks for which topics, by language; concepts under `*`.
  private static final Map<String, Map<String, List<String>>> WORDS = new HashMap<>();

  static {
    for (String[] row : Table.rows("topic-words.tsv", 3)) {
      Map<String, List<String>> words = WORDS.computeIfAbsent(row[1], l -> new HashMap<>());
      for (String word : row[2].split(" ", -1)) {
        String key =
            row[1].equals(ANY) ? word : Letters.fold(word.replace('_', ' '), new Lang(row[1]));
        List<String> topics = words.computeIfAbsent(key, k -> new ArrayList<>());
        if (!topics.contains("medtop:" + row[0])) {
          topics.add("medtop:" + row[0]);
        }
      }
    }
  }

  /// What was seen of one topic.
  private static final class Seen {
    double score;
    final Map<String, Double> reasons = new LinkedHashMap<>();
  }

  /// How often a concept or word came, and how it was written first.
  private static final class Found {
    double count;
    final String shown;
    final List<String> topics;

    Found(String shown, List<String> topics) {
      this.shown = shown;
      this.topics = topics;
    }
  }

  private TopicReader() {}

  /// @return at most three topics, the best first; none when too little speaks for any
  static List<About> of(String title, String text, Lang lang) {
    Map<String, Found> found = new LinkedHashMap<>();
    take(title, lang, TITLE_GAIN, found);
    take(text, lang, 1, found);
    Map<String, Seen> seen = new HashMap<>();
    for (Found f : found.values()) {
      double each = Math.log(1 + f.count) / Math.sqrt(f.topics.size());
      for (String topic : f.topics) {
        add(seen, topic, f.shown, each);
        String above = Objects.requireNonNull(Topics.IPTC.byCode(topic)).broader();
        if (above != null) {
          add(seen, above, f.shown, each);
        }
      }
    }
    return best(seen);
  }

  private static void add(Map<String, Seen> seen, String topic, String shown, double weight) {
    Seen s = seen.computeIfAbsent(topic, t -> new Seen());
    s.score += weight;
    s.reasons.merge(shown, weight, Math::max);
  }

  private static void take(String text, Lang lang, double gain, Map<String, Found> found) {
    Map<String, List<String>> concepts = WORDS.getOrDefault(ANY, Map.of());
    for (Lexicon.Sense sense : Lexicon.in(text, lang)) {
      List<String> topics = concepts.get(sense.concept());
      if (topics != null) {
        found.computeIfAbsent(sense.concept(), c -> new Found(sense.span().of(text), topics))
                .count +=
            gain;
      }
    }
    Map<String, List<String>> words = WORDS.get(lang.primary());
    if (words == null) {
      return;
    }
    List<Token> tokens = Token.of(text, lang, MOST_TOKENS);
    String between = lang.primary().equals("zh") ? "" : " ";
    for (int i = 0; i < tokens.size(); i++) {
      var key = new StringBuilder();
      for (int n = 0; n < LONGEST_PHRASE && i + n < tokens.size(); n++) {
        if (tokens.get(i + n).isMark()) {
          break;
        }
        key.append(n == 0 ? "" : between).append(tokens.get(i + n).key());
        List<String> topics = words.get(key.toString());
        if (topics != null) {
          String shown = text.substring(tokens.get(i).start(), tokens.get(i + n).end());
          found.computeIfAbsent(key.toString(), k -> new Found(shown, topics)).count += gain;
        }
      }
    }
  }

  /// The best first-level topics, each told by its best topic below where that has a fair share.
  private static List<About> best(Map<String, Seen> seen) {
    List<String> first =
        seen.keySet().stream()
            .filter(code -> broader(code) == null)
            .sorted(
                Comparator.comparingDouble((String code) -> score(seen, code))
                    .reversed()
                    .thenComparing(Comparator.naturalOrder()))
            .toList();
    List<About> out = new ArrayList<>();
    double most = first.isEmpty() ? 0 : score(seen, first.getFirst());
    for (String code : first) {
      double score = score(seen, code);
      if (out.size() == MOST_TOPICS || score < FEWEST || score < most * SHARE_OF_BEST) {
        break;
      }
      String told = below(seen, code, score);
      out.add(
          new About(
              told, broader(told), score / most, reasons(Objects.requireNonNull(seen.get(told)))));
    }
    return out;
  }

  private static String below(Map<String, Seen> seen, String code, double score) {
    return seen.keySet().stream()
        .filter(c -> code.equals(broader(c)) && score(seen, c) >= score * OWN_SHARE)
        .max(
            Comparator.comparingDouble((String c) -> score(seen, c))
                .thenComparing(Comparator.naturalOrder()))
        .orElse(code);
  }

  private static @org.jspecify.annotations.Nullable String broader(String code) {
    return Objects.requireNonNull(Topics.IPTC.byCode(code)).broader();
  }

  private static double score(Map<String, Seen> seen, String code) {
    return Objects.requireNonNull(seen.get(code)).score;
  }

  private static List<String> reasons(Seen seen) {
    return seen.reasons.entrySet().stream()
        .sorted(Map.Entry.<String, Double>comparingByValue().reversed())
        .limit(MOST_REASONS)
        .map(Map.Entry::getKey)
        .toList();
  }
}
