package org.tabadla.understand;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.tabadla.language.Letters;
import org.tabadla.model.Figure;
import org.tabadla.model.Keyword;
import org.tabadla.model.Lang;
import org.tabadla.model.Name;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// Scores keywords, names and figures on the project's gold, in one process, in seconds. `./tabadla
/// bench gold-understand` prints both halves; `gold-understand show` also what is missed and what
/// is too much in the tuned half.
public final class GoldUnderstanding {
  static final int FIRST_TEN = 10;
  private static final JsonMapper JSON = JsonMapper.builder().build();
  private static final String GOLD = "src/test/resources/gold";
  private static final int WARM_ROUNDS = 20;
  private static final int MEASURED_ROUNDS = 10;

  private GoldUnderstanding() {}

  /// How many answers are right, and of how many.
  ///
  /// @param right answers that stand in the gold
  /// @param given answers
  /// @param wanted of the gold
  record Tally(int right, int given, int wanted) {
    static final Tally NONE = new Tally(0, 0, 0);

    Tally plus(Tally other) {
      return new Tally(right + other.right, given + other.given, wanted + other.wanted);
    }

    double precision() {
      return given == 0 ? 0 : (double) right / given;
    }

    double recall() {
      return wanted == 0 ? 0 : (double) right / wanted;
    }

    double f1() {
      return given + wanted == 0 ? 0 : 2.0 * right / (given + wanted);
    }
  }

  /// One article of the gold.
  record Line(Lang lang, String half, Instant when, String title, String text, JsonNode gold) {}

  /// @return the lines of `keywords` or `names`, each with its article
  static List<Line> lines(String part, String half) throws IOException {
    Map<String, JsonNode> articles = new HashMap<>();
    for (String folder : List.of("stories", "acts")) {
      read(folder, articles::putIfAbsent);
    }
    List<Line> out = new ArrayList<>();
    read(
        part,
        (id, gold) -> {
          JsonNode article = Objects.requireNonNull(articles.get(id), id);
          if (gold.path("half").asString().equals(half)) {
            out.add(
                new Line(
                    new Lang(gold.path("lang").asString()),
                    half,
                    Instant.parse(article.path("date").asString()),
                    article.path("title").asString(),
                    article.path("text").asString(),
                    gold));
          }
        });
    return out;
  }

  private interface Taker {
    void take(String id, JsonNode line);
  }

  private static void read(String part, Taker taker) throws IOException {
    Path here = Path.of(GOLD, part);
    Path folder = Files.isDirectory(here) ? here : Path.of("program", GOLD, part);
    try (Stream<Path> files = Files.list(folder)) {
      for (Path file : files.sorted().toList()) {
        for (String line : Files.readAllLines(file)) {
          JsonNode node = JSON.readTree(line);
          taker.take(node.path("id").asString(), node);
        }
      }
    }
  }

  /// The mean over articles of F1 of the first ten keywords, exact after folding; precision is of
  /// ten however few are given.
  static double keywords(List<Line> lines) {
    double sum = 0;
    for (Line line : lines) {
      Set<String> gold = new HashSet<>();
      line.gold.path("keywords").forEach(k -> gold.add(Letters.fold(k.asString(), line.lang)));
      Set<String> got = keywordsOf(line);
      long hits = got.stream().filter(gold::contains).count();
      sum += 2.0 * hits / (FIRST_TEN + gold.size());
    }
    return lines.isEmpty() ? 0 : sum / lines.size();
  }

  private static Set<String> keywordsOf(Line line) {
    var got = new LinkedHashSet<String>();
    for (Keyword keyword : Keywords.of(line.title, line.text, line.lang, FIRST_TEN)) {
      got.add(Letters.fold(keyword.text().value(), line.lang));
    }
    return got;
  }

  /// Each distinct name, its text and kind, spelling folded.
  static Tally names(Line line) {
    return tally(namesGiven(line), namesWanted(line));
  }

  private static Set<String> namesGiven(Line line) {
    Set<String> got = new LinkedHashSet<>();
    for (Name name : Names.of("", line.text, line.lang)) {
      got.add(Letters.fold(name.text().value(), line.lang) + "/" + kind(name.kind().name()));
    }
    return got;
  }

  private static Set<String> namesWanted(Line line) {
    Set<String> gold = new LinkedHashSet<>();
    for (JsonNode name : line.gold.path("names")) {
      String words = Letters.fold(name.path("text").asString(), line.lang);
      gold.add(words + "/" + kind(name.path("kind").asString()));
    }
    return gold;
  }

  private static String kind(String name) {
    return name.toLowerCase(Locale.ROOT);
  }

  /// Figures by place, words, value and kind; ordinals are none here, as in the gold.
  static Tally figures(Line line) {
    return tally(figuresGiven(line), figuresWanted(line));
  }

  private static Set<String> figuresGiven(Line line) {
    Set<String> got = new LinkedHashSet<>();
    for (Figure f : Figures.of(line.text, line.lang)) {
      if (f.kind() != Figure.Kind.ORDINAL) {
        String kind = f.kind() == Figure.Kind.YEAR ? "date" : kind(f.kind().name());
        String words = line.text.substring(f.start(), f.end());
        got.add(f.start() + ":" + words + "=" + f.value() + "/" + kind);
      }
    }
    return got;
  }

  private static Set<String> figuresWanted(Line line) {
    Set<String> gold = new LinkedHashSet<>();
    for (JsonNode f : line.gold.path("figures")) {
      JsonNode value = f.path("value");
      String plain =
          value.isNumber()
              ? value.decimalValue().stripTrailingZeros().toPlainString()
              : value.asString();
      String words = f.path("words").asString();
      gold.add(
          f.path("start").asInt() + ":" + words + "=" + plain + "/" + f.path("kind").asString());
    }
    return gold;
  }

  private static Tally tally(Set<String> got, Set<String> gold) {
    int right = (int) got.stream().filter(gold::contains).count();
    return new Tally(right, got.size(), gold.size());
  }

  interface Scored {
    Tally of(Line line);
  }

  static Tally sum(List<Line> lines, Scored scored) {
    Tally out = Tally.NONE;
    for (Line line : lines) {
      out = out.plus(scored.of(line));
    }
    return out;
  }

  static List<Line> only(List<Line> lines, String lang) {
    return lines.stream().filter(line -> line.lang.primary().equals(lang)).toList();
  }

  /// Prints the figures.
  ///
  /// @param what `show` for what is missed in the tuned half, or null
  public static void print(@Nullable String what) throws IOException {
    for (String half : List.of("tuned", "scored")) {
      List<Line> keywords = lines("keywords", half);
      List<Line> names = lines("names", half);
      for (String lang : List.of("ur", "en", "zh", "ru")) {
        Tally named = sum(only(names, lang), GoldUnderstanding::names);
        Tally figures = sum(only(names, lang), GoldUnderstanding::figures);
        System.out.printf(
            Locale.ROOT,
            "%-6s %s  keywords F1@10 %.3f   names P %.3f R %.3f F1 %.3f   figures P %.3f R %.3f%n",
            half,
            lang,
            keywords(only(keywords, lang)),
            named.precision(),
            named.recall(),
            named.f1(),
            figures.precision(),
            figures.recall());
      }
    }
    if ("show".equals(what)) {
      show();
    }
    if (!"quick".equals(what)) {
      System.out.printf(Locale.ROOT, "whole notes: %.0f articles/s, one thread%n", perSecond());
    }
  }

  private static void show() throws IOException {
    for (Line line : lines("names", "tuned")) {
      System.out.println("## " + line.lang.primary() + " " + line.title);
      differ("names", namesGiven(line), namesWanted(line));
      differ("figures", figuresGiven(line), figuresWanted(line));
    }
    for (Line line : lines("keywords", "tuned")) {
      Set<String> gold = new LinkedHashSet<>();
      line.gold.path("keywords").forEach(k -> gold.add(Letters.fold(k.asString(), line.lang)));
      System.out.println("## " + line.lang.primary() + " " + line.title);
      differ("keywords", keywordsOf(line), gold);
    }
  }

  private static void differ(String what, Set<String> got, Set<String> gold) {
    Predicate<String> wanted = gold::contains;
    System.out.println(
        "   " + what + " too much: " + got.stream().filter(wanted.negate()).toList());
    System.out.println(
        "   " + what + " missed:   " + gold.stream().filter(g -> !got.contains(g)).toList());
  }

  /// Articles a second that one thread understands wholly, of the gold's own articles.
  static double perSecond() throws IOException {
    List<JsonNode> articles = new ArrayList<>();
    for (String folder : List.of("stories", "acts")) {
      read(folder, (id, line) -> articles.add(line));
    }
    double best = 0;
    Map<String, Integer> sink = new TreeMap<>();
    for (int round = 0; round < WARM_ROUNDS + MEASURED_ROUNDS; round++) {
      long began = System.nanoTime();
      for (JsonNode a : articles) {
        var lang = new Lang(a.path("lang").asString());
        String title = a.path("title").asString();
        int seen = Understanding.notes(title, a.path("text").asString(), lang).keywords().size();
        sink.merge(lang.primary(), seen, Integer::sum);
      }
      double rate = articles.size() / ((System.nanoTime() - began) / 1e9);
      best = round < WARM_ROUNDS ? 0 : Math.max(best, rate);
    }
    return sink.isEmpty() ? 0 : best;
  }
}
