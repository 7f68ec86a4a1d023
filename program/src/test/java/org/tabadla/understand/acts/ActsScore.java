package org.tabadla.understand.acts;

import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.math.BigDecimal;
import java.net.URISyntaxException;
import java.net.URL;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.apache.lucene.analysis.Analyzer;
import org.apache.lucene.analysis.TokenStream;
import org.apache.lucene.analysis.standard.StandardAnalyzer;
import org.tabadla.language.Letters;
import org.tabadla.language.Numbers;
import org.tabadla.model.Act;
import org.tabadla.model.Figure;
import org.tabadla.model.Lang;
import org.tabadla.model.Span;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// Holds what the reader of acts makes of the gold against its answers.
///
/// An act is right when the article has one of that kind; the kinds of its `background` count
/// neither way. It claims too much when the article has no act, or only weaker ones. A party is
/// right when it is named with the very words of the gold, letters folded.
public final class ActsScore {
  private static final JsonMapper JSON = new JsonMapper();
  private static final Analyzer ANALYZER = new StandardAnalyzer();
  private static final int ROUNDS = 12;

  private final boolean tells;
  private int articles;
  private int given;
  private int right;
  private int wanted;
  private int overclaims;
  private int partiesGiven;
  private int partiesRight;
  private int partiesWanted;
  private int partiesTouched;
  private int partiesOfMissed;
  private int amountsGiven;
  private int amountsRight;
  private int amountsWanted;
  private int unsupported;
  private final Map<String, int[]> kinds = new TreeMap<>();

  /// @param tells whether each fault is printed
  public ActsScore(boolean tells) {
    this.tells = tells;
  }

  /// Reads all articles of a half, in one language or, for "", in all.
  public static ActsScore of(String half, String lang, boolean tells)
      throws IOException, URISyntaxException {
    var score = new ActsScore(tells);
    for (JsonNode article : gold(half)) {
      if (lang.isEmpty() || article.path("lang").asString().equals(lang)) {
        score.read(article);
      }
    }
    return score;
  }

  static List<JsonNode> gold(String half) throws IOException, URISyntaxException {
    URL folder = Objects.requireNonNull(ActsScore.class.getResource("/gold/acts"));
    var out = new ArrayList<JsonNode>();
    try (Stream<Path> files = Files.list(Path.of(folder.toURI()))) {
      for (Path file : files.filter(named(half)).sorted().toList()) {
        for (String line : Files.readAllLines(file)) {
          out.add(JSON.readTree(line));
        }
      }
    }
    return out;
  }

  private static Predicate<Path> named(String half) {
    return path -> path.getFileName() != null && path.getFileName().toString().startsWith(half);
  }

  static List<Act> acts(JsonNode article) {
    return ActReader.of(
        article.path("title").asString(),
        article.path("text").asString(),
        new Lang(article.path("lang").asString()),
        Instant.parse(article.path("date").asString()));
  }

  private void read(JsonNode article) {
    articles++;
    String text = article.path("text").asString();
    var lang = new Lang(article.path("lang").asString());
    List<JsonNode> gold = each(article, "acts");
    List<JsonNode> open = new ArrayList<>(gold);
    Set<String> background = new HashSet<>();
    each(article, "background").forEach(act -> background.add(act.path("act").asString()));
    wanted += gold.size();
    gold.forEach(act -> kind(act.path("act").asString())[2]++);
    for (Act act : acts(article)) {
      unsupported += unsupported(act, text, lang);
      JsonNode match =
          open.stream()
              .filter(g -> g.path("act").asString().equals(act.act().word()))
              .findFirst()
              .orElse(null);
      if (match == null && background.contains(act.act().word())) {
        continue;
      }
      given++;
      kind(act.act().word())[0]++;
      if (match == null) {
        boolean over = gold.stream().noneMatch(g -> strength(g) >= act.act().strength());
        overclaims += over ? 1 : 0;
        partiesGiven += act.parties().size();
        amountsGiven += act.amounts().size();
        tell(article, (over ? "TOO MUCH " : "wrong ") + act);
      } else {
        right++;
        kind(act.act().word())[1]++;
        open.remove(match);
        parties(article, act, match, lang);
        amounts(article, act, match, lang);
      }
    }
    for (JsonNode missed : open) {
      partiesWanted += missed.path("parties").size();
      partiesOfMissed += missed.path("parties").size();
      amountsWanted += missed.path("amounts").size();
      tell(article, "missed " + missed.path("act").asString());
    }
  }

  private int[] kind(String kind) {
    return kinds.computeIfAbsent(kind, k -> new int[3]);
  }

  /// @return by kind, how many were given, right and wanted
  public String byKind() {
    var out = new StringBuilder();
    kinds.forEach((kind, n) ->
        out.append(' ')
            .append(kind)
            .append(' ')
            .append(n[0])
            .append('/')
            .append(n[1])
            .append('/')
            .append(n[2]));
    return out.toString();
  }

  private void parties(JsonNode article, Act act, JsonNode gold, Lang lang) {
    Set<String> have = new HashSet<>();
    act.parties().forEach(p -> have.add(Letters.fold(p.name(), lang)));
    Set<String> want = new HashSet<>();
    each(gold, "parties").forEach(p -> want.add(Letters.fold(p.path("name").asString(), lang)));
    partiesGiven += have.size();
    partiesWanted += want.size();
    partiesRight += (int) have.stream().filter(want::contains).count();
    partiesTouched +=
        (int)
            act.parties().stream()
                .filter(p -> each(gold, "parties").stream().anyMatch(g -> touch(p.span(), g)))
                .count();
    if (!have.equals(want)) {
      tell(article, "parties " + have + " wanted " + want);
    }
  }

  private void amounts(JsonNode article, Act act, JsonNode gold, Lang lang) {
    amountsGiven += act.amounts().size();
    amountsWanted += gold.path("amounts").size();
    for (Act.Amount amount : act.amounts()) {
      boolean found =
          each(gold, "amounts").stream()
              .anyMatch(g ->
                  g.path("currency").asString().equals(amount.currency())
                      && g.path("value").decimalValue().compareTo(new BigDecimal(amount.value()))
                          == 0
                      && isSame(g, amount, lang));
      amountsRight += found ? 1 : 0;
      if (!found) {
        tell(article, "amount " + amount + " wanted " + gold.path("amounts"));
      }
    }
    if (act.amounts().size() < gold.path("amounts").size()) {
      tell(article, "amounts missed " + gold.path("amounts"));
    }
  }

  /// What a sum is of agrees when the spans touch, or one wording holds the other. «A loan for a
  /// road» is of the loan and of the road: `of_also` has the second.
  private static boolean isSame(JsonNode gold, Act.Amount amount, Lang lang) {
    String have = Letters.fold(amount.of(), lang);
    String want = Letters.fold(gold.path("of").asString(), lang);
    JsonNode span = gold.path("of_span");
    boolean touch =
        span.size() == 2
            && span.path(0).asInt() < amount.ofSpan().end()
            && amount.ofSpan().start() < span.path(1).asInt();
    String also = Letters.fold(gold.path("of_also").asString(""), lang);
    boolean second = !also.isEmpty() && (have.contains(also) || also.contains(have));
    return touch || have.contains(want) || want.contains(have) || second;
  }

  /// @return how many values of an act are not what their spans say
  static int unsupported(Act act, String text, Lang lang) {
    int out = 0;
    for (Act.Party party : act.parties()) {
      out += party.span().of(text).equals(party.name()) ? 0 : 1;
    }
    for (Act.Amount amount : act.amounts()) {
      String words = amount.span().of(text);
      boolean yields =
          Numbers.of(words, lang).stream()
              .anyMatch(f ->
                  f.kind() == Figure.Kind.MONEY
                      && Sum.of(words, f, 0).value().equals(amount.value())
                      && isOf(amount, f));
      out += yields && amount.ofSpan().of(text).equals(amount.of()) ? 0 : 1;
    }
    Act.Valued count = act.count();
    if (count != null) {
      int to = Math.min(text.length(), count.span().end() + 1); // 四份: with its measure word
      boolean yields =
          Numbers.of(text.substring(count.span().start(), to), lang).stream()
              .anyMatch(f -> f.value().equals(count.value()));
      out += yields ? 0 : 1;
    }
    return out + (act.instrument() == null ? 0 : words(act.instrument(), text));
  }

  /// Whose rupees or riyals they are the article says, not the words of the sum.
  private static boolean isOf(Act.Amount amount, Figure figure) {
    String bare = figure.currency();
    return bare != null && WhoseMoney.called(bare).contains(amount.currency());
  }

  private static boolean touch(Span span, JsonNode gold) {
    return gold.path("span").path(0).asInt() < span.end()
        && span.start() < gold.path("span").path(1).asInt();
  }

  private static int words(Act.Worded worded, String text) {
    Span span = worded.span();
    return span.of(text).equals(worded.words()) ? 0 : 1;
  }

  private static int strength(JsonNode act) {
    for (Act.Kind kind : Act.Kind.values()) {
      if (kind.word().equals(act.path("act").asString())) {
        return kind.strength();
      }
    }
    return -1;
  }

  private void tell(JsonNode article, String what) {
    if (tells) {
      System.out.println(article.path("id").asString() + " " + what);
    }
  }

  private static List<JsonNode> each(JsonNode node, String field) {
    var out = new ArrayList<JsonNode>();
    node.path(field).forEach(out::add);
    return out;
  }

  private static double f1(int right, int given, int wanted) {
    return given + wanted == 0 ? 0 : 2.0 * right / (given + wanted);
  }

  /// @return the share of articles that claim too much
  public double overclaimRate() {
    return (double) overclaims / Math.max(1, articles);
  }

  /// @return of what is given and what is wanted, by kind and article
  public double actF1() {
    return f1(right, given, wanted);
  }

  /// @return over the parties of all acts, those of missed and wrong ones included
  public double partyF1() {
    return f1(partiesRight, partiesGiven, partiesWanted);
  }

  /// @return the share of sums given that are right in value, currency and what they are of
  public double amountPrecision() {
    return amountsGiven == 0 ? 1 : (double) amountsRight / amountsGiven;
  }

  public int unsupported() {
    return unsupported;
  }

  @Override
  public String toString() {
    return String.format(
        Locale.ROOT,
        "%d articles: overclaims %d (%.3f)  act F1 %.3f (right %d of %d given, %d wanted)"
            + "  party F1 %.3f (%d of %d, %d; %d touch, %d of missed acts)  amounts precision %.3f (%d of %d, %d wanted)"
            + "  unsupported %d",
        articles,
        overclaims,
        overclaimRate(),
        actF1(),
        right,
        given,
        wanted,
        partyF1(),
        partiesRight,
        partiesGiven,
        partiesWanted,
        partiesTouched,
        partiesOfMissed,
        amountPrecision(),
        amountsRight,
        amountsGiven,
        amountsWanted,
        unsupported);
  }

  /// The thread's own time, so that a busy machine does not count.
  private static long cpu() {
    return ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime();
  }

  /// Prints how many articles a second are read, and how that compares with what it costs to cut
  /// the same articles into words for a search index (Lucene's StandardAnalyzer), in the same run.
  private static void speed() throws IOException, URISyntaxException {
    List<JsonNode> all = gold("");
    long chars = 0;
    for (JsonNode article : all) {
      chars += article.path("text").asString().length();
    }
    double seconds = 0;
    double words = 0;
    int found = 0;
    for (int round = 0; round < ROUNDS; round++) {
      long began = cpu();
      for (JsonNode article : all) {
        found += acts(article).size();
      }
      long read = cpu();
      for (JsonNode article : all) {
        found += tokens(article.path("text").asString()) < 0 ? 1 : 0;
      }
      boolean warm = round >= ROUNDS / 2;
      seconds += warm ? (read - began) / 1e9 : 0;
      words += warm ? (cpu() - read) / 1e9 : 0;
    }
    int counted = all.size() * (ROUNDS - ROUNDS / 2);
    System.out.printf(
        Locale.ROOT,
        "%.0f articles a second of one core, of %d characters in the mean (%d acts);"
            + " %.1f times the cost of cutting them into words for a search index%n",
        counted / seconds,
        chars / all.size(),
        found / ROUNDS,
        seconds / words);
  }

  private static int tokens(String text) throws IOException {
    int n = 0;
    try (TokenStream stream = ANALYZER.tokenStream("text", text)) {
      stream.reset();
      while (stream.incrementToken()) {
        n++;
      }
      stream.end();
    }
    return n;
  }

  /// Prints the figures of both halves and the speed; with languages named, each fault in the tuned
  /// half. With files named, only their figures and faults.
  ///
  /// @param args languages to tell of: ur, en, zh, ru; or files in the form of the gold
  public static void main(String[] args) throws Exception {
    if (args.length > 0 && args[0].endsWith(".jsonl")) {
      for (String file : args) {
        var score = new ActsScore(true);
        for (String line : Files.readAllLines(Path.of(file))) {
          score.read(JSON.readTree(line));
        }
        System.out.println(file + " " + score + "\n  given/right/wanted:" + score.byKind());
      }
      return;
    }
    boolean tells = args.length > 0;
    for (String half : List.of("tuned", "scored")) {
      for (String lang : List.of("ur", "en", "zh", "ru", "")) {
        if (tells && !lang.isEmpty() && half.equals("tuned") && List.of(args).contains(lang)) {
          of(half, lang, true);
        }
        ActsScore score = of(half, lang, false);
        System.out.println(half + " " + (lang.isEmpty() ? "all" : lang) + " " + score);
        System.out.println("  given/right/wanted:" + score.byKind());
      }
    }
    speed();
  }
}
