package org.tabadla.understand;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.function.UnaryOperator;
import org.tabadla.language.Letters;
import org.tabadla.model.Lang;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// Makes `keywords.tsv`, the weights of {@link KeywordWeights}: a logistic regression on the tuned
/// half of the gold and, where the link pack is at hand, on lists that editors of French Wikinews
/// gave.
///
/// `./tabadla train keywords [DATA [keywords.tsv]]`. The same texts give the same weights.
public final class TrainKeywords {
  private static final String DATA = "../shared/data";
  private static final String TABLE =
      "program/src/main/resources/org/tabadla/understand/keywords.tsv";
  private static final List<String> FAMILIES = List.of("all", "urdu", "latin", "han", "slavic");
  private static final int ROUNDS = 1500;
  private static final double STEP = 0.5;

  /// How hard the weights of all, and the corrections of a family, are held to nothing.
  private static final double HOLD = 0.0005;

  private static final double HOLD_FAMILY = 0.002;
  private static final JsonMapper JSON = JsonMapper.builder().build();

  private TrainKeywords() {}

  /// One candidate: what is measured, and whether an editor gave it.
  private static final class Row {
    final double[] x;
    final int family;
    final boolean wanted;

    Row(double[] x, int family, boolean wanted) {
      this.x = x;
      this.family = family;
      this.wanted = wanted;
    }
  }

  public static void main(String[] args) throws IOException {
    Path data = Path.of(args.length > 0 ? args[0] : DATA);
    Path table = Path.of(args.length > 1 ? args[1] : TABLE);
    List<Row> rows = new ArrayList<>();
    for (GoldUnderstanding.Line line : GoldUnderstanding.lines("keywords", "tuned")) {
      Set<String> gold = new HashSet<>();
      line.gold().path("keywords").forEach(k -> gold.add(Letters.fold(k.asString(), line.lang())));
      add(rows, line.title(), line.text(), line.lang(), gold, s -> Letters.fold(s, line.lang()));
    }
    Path french = data.resolve("link/keywords_wikinews_fr.jsonl");
    if (Files.exists(french)) {
      for (String text : Files.readAllLines(french)) {
        JsonNode line = JSON.readTree(text);
        var lang = new Lang(line.path("lang").asString());
        Set<String> gold = new HashSet<>();
        UnaryOperator<String> fold = s -> Letters.fold(s, lang);
        line.path("gold").forEach(k -> gold.add(fold.apply(k.asString())));
        add(rows, line.path("title").asString(), line.path("text").asString(), lang, gold, fold);
      }
    }
    write(table, fit(rows));
  }

  private static void add(
      List<Row> rows,
      String title,
      String text,
      Lang lang,
      Set<String> gold,
      UnaryOperator<String> fold) {
    Candidates all =
        Candidates.of(
            title,
            Names.mentions(title, lang, false),
            text,
            Names.mentions(text, lang, true),
            lang);
    int family = FAMILIES.indexOf(KeywordWeights.family(lang));
    for (Candidate c : all.all()) {
      if (c.count > 0) {
        rows.add(new Row(all.measure(c), family, gold.contains(fold.apply(c.shown))));
      }
    }
  }

  private static double[][] fit(List<Row> rows) {
    int n = KeywordWeights.MEASURES.size();
    double[][] w = new double[FAMILIES.size()][n];
    double[][] speed = new double[FAMILIES.size()][n];
    for (int round = 0; round < ROUNDS; round++) {
      double[][] slope = new double[FAMILIES.size()][n];
      for (Row row : rows) {
        double z = 0;
        for (int i = 0; i < n; i++) {
          z += (w[0][i] + w[row.family][i]) * row.x[i];
        }
        double off = ((row.wanted ? 1 : 0) - 1 / (1 + Math.exp(-z))) / rows.size();
        for (int i = 0; i < n; i++) {
          slope[0][i] += off * row.x[i];
          slope[row.family][i] += off * row.x[i];
        }
      }
      for (int f = 0; f < w.length; f++) {
        for (int i = 0; i < n; i++) {
          double g = slope[f][i] - (f == 0 ? HOLD : HOLD_FAMILY) * w[f][i] * 0.1;
          speed[f][i] = 0.95 * speed[f][i] + g;
          w[f][i] += STEP * speed[f][i];
        }
      }
    }
    return w;
  }

  private static void write(Path table, double[][] weights) throws IOException {
    List<String> out = new ArrayList<>();
    out.add("# Weights of what is measured of a keyword: family of languages, measure, weight.");
    out.add("# Origin: ./tabadla train keywords. Licence: CC0-1.0.");
    for (int f = 0; f < weights.length; f++) {
      for (int i = 0; i < KeywordWeights.MEASURES.size(); i++) {
        String name = KeywordWeights.MEASURES.get(i);
        out.add(String.format(Locale.ROOT, "%s\t%s\t%.3f", FAMILIES.get(f), name, weights[f][i]));
      }
    }
    Files.write(table, out);
  }
}
