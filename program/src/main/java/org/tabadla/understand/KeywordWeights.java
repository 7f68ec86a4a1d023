package org.tabadla.understand;

import java.util.HashMap;
import java.util.Locale;
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
  enum Measure {
    ONE,
    COUNT,
    TITLE,
    TITLE_OPENS,
    TITLE_PHRASE,
    EARLY,
    LEAD,
    COMMON,
    COMMONEST,
    COUNT_OF_RARE,
    PERSON,
    PLACE,
    ORGANISATION,
    NAME_ONCE,
    WITHIN_NAME,
    WITHIN_LONGER,
    CAPITAL,
    TWO_WORDS,
    THREE_WORDS,
    LONGER,
    TIED,
    REPEATED_PHRASE,
    AFTER_STOP,
    BEFORE_STOP,
    SHORT,
    SPREAD
  }

  private static final double EARLY_HALVES_AFTER_TOKENS = 40;
  private static final int SHORT_CHARS = 4;
  private static final Set<String> URDU_LIKE = Set.of("ur", "pnb", "skr", "sd", "ps", "hi", "fa");
  private static final Map<String, double[]> WEIGHTS = new HashMap<>();

  static {
    for (String[] row : Table.rows("keywords.tsv", 3)) {
      Measure measure = Measure.valueOf(row[1].toUpperCase(Locale.ROOT));
      WEIGHTS.computeIfAbsent(row[0], f -> new double[Measure.values().length])[measure.ordinal()] =
          Double.parseDouble(row[2]);
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
    double[] x = new double[Measure.values().length];
    double log = Math.log(1 + c.count);
    x[Measure.ONE.ordinal()] = 1;
    x[Measure.COUNT.ordinal()] = log;
    x[Measure.TITLE.ordinal()] = c.inTitle > 0 ? 1 : 0;
    x[Measure.TITLE_OPENS.ordinal()] = c.inTitle > 0 && c.first <= 1 ? 1 : 0;
    x[Measure.TITLE_PHRASE.ordinal()] = c.inTitle > 0 && c.words > 1 ? 1 : 0;
    int inText = Math.max(0, c.first - titleTokens);
    x[Measure.EARLY.ordinal()] = 1 / (1 + inText / EARLY_HALVES_AFTER_TOKENS);
    x[Measure.LEAD.ordinal()] = c.inLead > 0 ? 1 : 0;
    x[Measure.COMMON.ordinal()] = c.common;
    x[Measure.COMMONEST.ordinal()] = c.commonest;
    x[Measure.COUNT_OF_RARE.ordinal()] = log * (1 - c.common) * (1 - c.common);
    x[Measure.PERSON.ordinal()] = c.kind == Name.Kind.PERSON ? 1 : 0;
    x[Measure.PLACE.ordinal()] = c.kind == Name.Kind.PLACE ? 1 : 0;
    x[Measure.ORGANISATION.ordinal()] = c.kind == Name.Kind.ORGANISATION ? 1 : 0;
    x[Measure.NAME_ONCE.ordinal()] = c.kind != null && c.count == 1 ? 1 : 0;
    x[Measure.WITHIN_NAME.ordinal()] = share(c.withinName, c.count);
    x[Measure.WITHIN_LONGER.ordinal()] = share(c.withinLonger, c.count);
    x[Measure.CAPITAL.ordinal()] = share(c.capital, c.count);
    x[Measure.TWO_WORDS.ordinal()] = c.words == 2 ? 1 : 0;
    x[Measure.THREE_WORDS.ordinal()] = c.words == 3 ? 1 : 0;
    x[Measure.LONGER.ordinal()] = c.words > 3 ? 1 : 0;
    x[Measure.TIED.ordinal()] = c.tied ? 1 : 0;
    x[Measure.REPEATED_PHRASE.ordinal()] = c.words > 1 && c.count > 1 ? log : 0;
    x[Measure.AFTER_STOP.ordinal()] = share(c.afterStop, c.count);
    x[Measure.BEFORE_STOP.ordinal()] = share(c.beforeStop, c.count);
    x[Measure.SHORT.ordinal()] = c.shown.length() < SHORT_CHARS ? 1 : 0;
    x[Measure.SPREAD.ordinal()] = (double) c.count / Math.max(1, tokens) * 20;
    return x;
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
