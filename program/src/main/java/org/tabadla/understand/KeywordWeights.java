package org.tabadla.understand;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.tabadla.model.Lang;
import org.tabadla.model.Name;

/// How likely a candidate is what an editor would give: a weighted sum of what is counted about it.
///
/// The weights are those of a logistic regression on the tuned half of the project's gold and on
/// lists that editors gave; `keywords.tsv` holds them, `./tabadla train keywords` makes them. One
/// set for all languages and a correction for each family of scripts.
final class KeywordWeights {
  /// What is measured of a candidate, in the order of {@link #measure}.
  static final List<String> MEASURES =
      List.of(
          "one",
          "count",
          "title",
          "title_opens",
          "title_phrase",
          "early",
          "lead",
          "common",
          "commonest",
          "count_of_rare",
          "person",
          "place",
          "organisation",
          "name_once",
          "within_name",
          "within_longer",
          "capital",
          "two_words",
          "three_words",
          "longer",
          "tied",
          "repeated_phrase",
          "after_stop",
          "before_stop",
          "short",
          "spread");

  private static final double EARLY_HALVES_AFTER_TOKENS = 40;
  private static final int SHORT_CHARS = 4;
  private static final Set<String> URDU_LIKE = Set.of("ur", "pnb", "skr", "sd", "ps", "hi", "fa");
  private static final Map<String, double[]> WEIGHTS = new HashMap<>();

  static {
    for (String[] row : Table.rows("keywords.tsv", 3)) {
      double[] weights = WEIGHTS.computeIfAbsent(row[0], f -> new double[MEASURES.size()]);
      weights[MEASURES.indexOf(row[1])] = Double.parseDouble(row[2]);
    }
  }

  private KeywordWeights() {}

  /// @return the family whose correction a language takes
  static String family(Lang lang) {
    String tag = lang.primary();
    if (URDU_LIKE.contains(tag)) {
      return "urdu";
    }
    return tag.equals("zh") || tag.equals("ja") ? "han" : tag.equals("ru") ? "slavic" : "latin";
  }

  /// @param c with at least one occurrence
  /// @param tokens how many words the article has
  static double[] measure(Candidate c, int tokens, int titleTokens) {
    double log = Math.log(1 + c.count);
    int inText = Math.max(0, c.first - titleTokens);
    return new double[] {
      1,
      log,
      c.inTitle > 0 ? 1 : 0,
      c.inTitle > 0 && c.first <= 1 ? 1 : 0,
      c.inTitle > 0 && c.words > 1 ? 1 : 0,
      1 / (1 + inText / EARLY_HALVES_AFTER_TOKENS),
      c.inLead > 0 ? 1 : 0,
      c.common,
      c.commonest,
      log * (1 - c.common) * (1 - c.common),
      c.kind == Name.Kind.PERSON ? 1 : 0,
      c.kind == Name.Kind.PLACE ? 1 : 0,
      c.kind == Name.Kind.ORGANISATION ? 1 : 0,
      c.kind != null && c.count == 1 ? 1 : 0,
      share(c.withinName, c.count),
      share(c.withinLonger, c.count),
      share(c.capital, c.count),
      c.words == 2 ? 1 : 0,
      c.words == 3 ? 1 : 0,
      c.words > 3 ? 1 : 0,
      c.tied ? 1 : 0,
      c.words > 1 && c.count > 1 ? log : 0,
      share(c.afterStop, c.count),
      share(c.beforeStop, c.count),
      c.shown.length() < SHORT_CHARS ? 1 : 0,
      (double) c.count / Math.max(1, tokens) * 20
    };
  }

  private static double share(int part, int whole) {
    return Math.min(1, (double) part / Math.max(1, whole));
  }

  /// @return higher is likelier; 0 is even odds
  static double score(double[] measures, String family) {
    return dot(WEIGHTS.get("all"), measures) + dot(WEIGHTS.get(family), measures);
  }

  private static double dot(double @Nullable [] weights, double[] measures) {
    if (weights == null) {
      return 0;
    }
    double sum = 0;
    for (int i = 0; i < weights.length; i++) {
      sum += weights[i] * measures[i];
    }
    return sum;
  }
}
