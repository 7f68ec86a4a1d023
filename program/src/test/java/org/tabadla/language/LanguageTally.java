package org.tabadla.language;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.tabadla.language.LanguageCorpus.Line;

/// How often a model was right, by language and kind of line.
final class LanguageTally {
  private static final List<String> KINDS = List.of("sentence", "words5", "words2");
  private static final int STEPS = 10;
  private static final int MOST_MISTAKEN = 4;

  private static final class Count {
    int right;
    int all;
    double confidence;
    final Map<String, Integer> mistaken = new TreeMap<>();

    double share() {
      return (double) right / all;
    }
  }

  private final SortedMap<String, Map<String, Count>> languages = new TreeMap<>();

  /// By confidence, for what is given as a language.
  private final SortedMap<Integer, Count> steps = new TreeMap<>();

  void add(Line line, LanguageGuess.Guess guess) {
    String told = guess.lang().tag();
    boolean right = told.equals(line.language());
    Count count =
        languages
            .computeIfAbsent(line.language(), key -> new LinkedHashMap<>())
            .computeIfAbsent(line.kind(), key -> new Count());
    add(count, guess, right);
    if (!right) {
      count.mistaken.merge(told, 1, Integer::sum);
    }
    if (guess.lang().isKnown()) {
      int step = Math.min(STEPS - 1, (int) (guess.confidence() * STEPS));
      add(steps.computeIfAbsent(step, key -> new Count()), guess, right);
    }
  }

  private static void add(Count count, LanguageGuess.Guess guess, boolean right) {
    count.all++;
    count.right += right ? 1 : 0;
    count.confidence += guess.confidence();
  }

  /// @return Markdown: the mean over the languages of the pack, each language, and how far the
  ///   confidence can be believed
  String table() {
    var out = new StringBuilder("| language | sentence | 5 words | 2 words | taken for |\n");
    out.append("| --- | --- | --- | --- | --- |\n| mean of the pack's |");
    for (String kind : KINDS) {
      out.append(String.format(Locale.ROOT, " %.4f |", mean(kind)));
    }
    out.append(" |\n");
    languages.forEach((language, kinds) -> row(out, language, kinds));
    out.append("\n| confidence | right | of |\n| --- | --- | --- |\n");
    for (Count step : steps.values()) {
      double confidence = step.confidence / step.all;
      out.append(
          String.format(Locale.ROOT, "| %.2f | %.3f | %d |%n", confidence, step.share(), step.all));
    }
    return out.toString();
  }

  private double mean(String kind) {
    List<Double> shares = new ArrayList<>();
    languages.forEach((language, kinds) -> {
      Count count = kinds.get(kind);
      if (count != null && !LanguageCorpus.OWN_MEASURED.contains(language)) {
        shares.add(count.share());
      }
    });
    return shares.stream().mapToDouble(share -> share).average().orElse(0);
  }

  private static void row(StringBuilder out, String language, Map<String, Count> kinds) {
    out.append("| ").append(language).append(" |");
    Map<String, Integer> mistaken = new TreeMap<>();
    for (String kind : KINDS) {
      Count count = kinds.get(kind);
      if (count == null) {
        out.append(" – |");
        continue;
      }
      out.append(String.format(Locale.ROOT, " %.3f |", count.share()));
      count.mistaken.forEach((told, n) -> mistaken.merge(told, n, Integer::sum));
    }
    List<String> most =
        mistaken.entrySet().stream()
            .sorted(Map.Entry.<String, Integer>comparingByValue().reversed())
            .limit(MOST_MISTAKEN)
            .map(entry -> entry.getKey() + ' ' + entry.getValue())
            .toList();
    out.append(' ').append(String.join(", ", most)).append(" |\n");
  }
}
