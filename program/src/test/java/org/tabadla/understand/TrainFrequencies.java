package org.tabadla.understand;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.tabadla.language.Concepts;
import org.tabadla.model.Lang;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// Makes `frequencies.tsv`: how common each word is in general news of its language.
///
/// `./tabadla train frequencies [DATA [frequencies.tsv]]`, with the language and link packs in
/// DATA. It counts words of openly licensed texts (NTREX-128, FLORES-200 by way of SIB-200), keeps
/// no text, and leaves out known names, words in capitals and words that come fewer than four
/// times. The same texts give the same table.
public final class TrainFrequencies {
  private static final String DATA = "../shared/data";
  private static final String TABLE =
      "program/src/main/resources/org/tabadla/understand/frequencies.tsv";
  private static final int FEWEST = 4;
  private static final int MOST_TOKENS = 100_000;
  private static final double PER_MILLION = 1e6;
  private static final double LOWEST_PER_MILLION = 16;
  private static final JsonMapper JSON = JsonMapper.builder().build();
  private static final List<String> LANGUAGES =
      List.of(
          "ar", "bn", "en", "es", "fa", "fr", "hi", "kk", "ky", "pa", "ps", "ru", "sd", "tr", "ug",
          "uk", "ur", "uz", "zh");

  private TrainFrequencies() {}

  /// What is counted of one language.
  private static final class Counts {
    final Map<String, Integer> words = new HashMap<>();
    final Map<String, Integer> capitals = new HashMap<>();
    long total;
  }

  public static void main(String[] args) throws IOException {
    Path data = Path.of(args.length > 0 ? args[0] : DATA);
    Path table = Path.of(args.length > 1 ? args[1] : TABLE);
    Map<String, Counts> counts = new TreeMap<>();
    for (String pack :
        List.of("language/crosslingual_news", "language/topics_sib200", "language/lid")) {
      texts(data.resolve(pack + ".jsonl"), counts);
    }
    texts(data.resolve("link/xlang_ntrex.jsonl"), counts);
    List<String> out = new ArrayList<>(heading());
    counts.forEach((lang, c) -> out.addAll(rows(lang, c)));
    Files.write(table, out);
    System.out.printf("%s: %d bytes%n", table, Files.size(table));
  }

  private static List<String> heading() {
    return List.of(
        "# How common words are in general news: language, level, words. Each level is twice as"
            + " common as the one below; names and rare words are left out.",
        "# Origin: counts, no text, by ./tabadla train frequencies from NTREX-128 (Microsoft,"
            + " CC BY-SA 4.0) and FLORES-200 by way of SIB-200 (Meta AI; D. Adelani et al.,"
            + " CC BY-SA 4.0). Licence: CC BY-SA 4.0.");
  }

  private static void texts(Path file, Map<String, Counts> counts) throws IOException {
    for (String line : Files.readAllLines(file)) {
      JsonNode node = JSON.readTree(line);
      String lang = node.path("lang").asString();
      if (!LANGUAGES.contains(lang)
          || !isOpen(node)
          || node.path("kind").asString("").startsWith("words")) {
        continue;
      }
      Counts c = counts.computeIfAbsent(lang, l -> new Counts());
      if (node.path("sentences").isArray()) {
        node.path("sentences").forEach(s -> count(s.asString(), new Lang(lang), c));
      } else {
        count(node.path("text").asString(), new Lang(lang), c);
      }
    }
  }

  /// The link pack's file names its outlets only; all of it is NTREX-128.
  private static boolean isOpen(JsonNode node) {
    String licence = node.path("license").asString("").replace('-', ' ');
    return licence.isEmpty() || licence.contains("BY SA");
  }

  private static void count(String text, Lang lang, Counts counts) {
    List<Concepts.Mention> names = Concepts.in(text, lang);
    boolean opens = true;
    for (Token token : Token.of(text, lang, MOST_TOKENS)) {
      if (token.isMark()) {
        opens = true;
        continue;
      }
      counts.total++;
      boolean named =
          names.stream()
              .anyMatch(n -> n.span().start() <= token.start() && token.end() <= n.span().end());
      if (!named && token.hasLetter()) {
        counts.words.merge(token.key(), 1, Integer::sum);
        if (token.upper() && !opens) {
          counts.capitals.merge(token.key(), 1, Integer::sum);
        }
      }
      opens = false;
    }
  }

  private static List<String> rows(String lang, Counts counts) {
    Map<Integer, List<String>> levels = new TreeMap<>();
    counts.words.forEach((word, n) -> {
      int capitals = counts.capitals.getOrDefault(word, 0);
      double perMillion = n * PER_MILLION / counts.total;
      if (n >= FEWEST && capitals * 2 < n && perMillion >= LOWEST_PER_MILLION && own(word, lang)) {
        int level = (int) Math.round(Math.log(perMillion / LOWEST_PER_MILLION) / Math.log(2));
        levels.computeIfAbsent(level, l -> new ArrayList<>()).add(word);
      }
    });
    return levels.entrySet().stream()
        .filter(e -> e.getKey() > 0)
        .map(e ->
            lang
                + "\t"
                + e.getKey()
                + "\t"
                + e.getValue().stream().sorted().collect(Collectors.joining(" ")))
        .toList();
  }

  /// Latin words in a text of another script are names or quotes.
  private static boolean own(String word, String lang) {
    boolean plain =
        word.codePoints()
            .allMatch(c -> Character.isLetter(c) || c == '\'' || c == '-' || isMark(c));
    boolean latin = List.of("en", "fr", "es", "tr", "uz").contains(lang);
    return plain && (latin || word.codePoints().anyMatch(c -> c > 0x7F));
  }

  private static boolean isMark(int c) {
    int type = Character.getType(c);
    return type == Character.NON_SPACING_MARK
        || type == Character.COMBINING_SPACING_MARK
        || type == Character.FORMAT;
  }
}
