package org.tabadla.language;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.function.Consumer;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// The lines that languages are learnt from, each with the document that it is of.
///
/// From the language pack: `lid.jsonl`, whose sentences and pieces also are what a model is
/// measured on, `crosslingual_news.jsonl`, `topics_sib200.jsonl` and `tatoeba_pairs.jsonl`; from
/// the link pack the news in French and Spanish, and of the same documents as above those in
/// Sindhi, Dari and others. Lines whose document is not known are a document each. Never anything
/// under `nc/`. From the test tree: `declaration.tsv`, `training.tsv`. Lines without sense are
/// drawn at random, the same ones each time.
final class LanguageCorpus {
  private static final JsonMapper JSON = new JsonMapper();

  /// What the pack has no lines of, and is measured on our own.
  static final Set<String> OWN_MEASURED = Set.of("ur-Latn", "und");

  private static final Set<String> TYPED_ON_OTHERS = Set.of("ur", "fa", "pnb");
  private static final int EVERY = 4;
  private static final char FARSI_YEH = 'ی';
  private static final char KEHEH = 'ک';
  private static final char HEH_GOAL = 'ہ';

  /// So many adjacent lines of a declaration are taken for one document.
  private static final int DECLARATION_BLOCK_LINES = 5;

  /// Letters that lines without sense are drawn from, each as likely as the others.
  private static final List<String> NONSENSE_LETTERS =
      List.of(
          "abcdefghijklmnopqrstuvwxyz",
          "ابپتٹثجچحخدڈذرڑزژسشصضطظعغفقکگلمنوہھءیے",
          "абвгдежзийклмнопрстуфхцчшщъыьэюя");

  private static final int NONSENSE_LINES = 150;
  private static final int NONSENSE_MOST_WORDS = 8;
  private static final int NONSENSE_MOST_LETTERS = 10;

  /// One line.
  ///
  /// @param group the document; all that is of one is either learnt from or measured on
  /// @param kind `sentence`, `words5` or `words2` where a model is measured on it, else empty
  record Line(String language, String group, String kind, String text) {
    boolean isMeasured() {
      return !kind.isEmpty();
    }

    /// Pieces are cut out of sentences that are there as well.
    boolean isLearnt() {
      return !kind.startsWith("words");
    }
  }

  private final List<Line> lines = new ArrayList<>();

  /// The document of a sentence, by language and text.
  private final Map<String, String> documents = new HashMap<>();

  private final Set<String> news = new HashSet<>();

  private LanguageCorpus() {}

  static List<Line> of(Path language, Path link) {
    var corpus = new LanguageCorpus();
    each(language.resolve("crosslingual_news.jsonl"), corpus::event);
    each(link.resolve("xlang_ntrex.jsonl"), corpus::document);
    each(language.resolve("topics_sib200.jsonl"), corpus::topic);
    each(language.resolve("tatoeba_pairs.jsonl"), corpus::pair);
    corpus.pieces(language.resolve("lid.jsonl"));
    corpus.own("declaration.tsv");
    corpus.own("training.tsv");
    NONSENSE_LETTERS.forEach(corpus::nonsense);
    corpus.otherKeyboards();
    return List.copyOf(corpus.lines);
  }

  /// Urdu and Persian are also typed with Arabic's ي, ك and ه, and stay what they are.
  private void otherKeyboards() {
    List<Line> typed = new ArrayList<>();
    int at = 0;
    for (Line line : lines) {
      if (TYPED_ON_OTHERS.contains(line.language()) && line.isLearnt() && at++ % EVERY == 0) {
        String text =
            line.text().replace(FARSI_YEH, 'ي').replace(KEHEH, 'ك').replace(HEH_GOAL, 'ه');
        typed.add(new Line(line.language(), line.group(), "", text));
      }
    }
    lines.addAll(typed);
  }

  private static void each(Path file, Consumer<JsonNode> row) {
    try (var rows = Files.lines(file)) {
      rows.forEach(line -> row.accept(JSON.readTree(line)));
    } catch (IOException e) {
      throw new UncheckedIOException(file.toString(), e);
    }
  }

  private void event(JsonNode row) {
    String group = "news " + row.get("event").asString();
    news.add(group);
    String language = code(row);
    for (JsonNode sentence : row.get("sentences")) {
      remember(language, group, sentence.asString());
    }
  }

  /// Documents that are not among the events may be of the half that is kept back: only languages
  /// that are not measured are learnt from them.
  private void document(JsonNode row) {
    String group = "news " + row.get("cluster").asString().replaceFirst("^ntrex-", "");
    String language = code(row);
    if (news.contains(group) || language.equals("fr") || language.equals("es")) {
      for (String sentence : row.get("text").asString().lines().toList()) {
        remember(language, group, sentence);
      }
    }
  }

  private void topic(JsonNode row) {
    remember(code(row), "topic " + row.get("id").asString(), row.get("text").asString());
  }

  private void remember(String language, String group, String text) {
    if (documents.putIfAbsent(language + text.strip(), group) == null) {
      lines.add(new Line(language, group, "", text.strip()));
    }
  }

  private void pair(JsonNode row) {
    lines.add(new Line(code(row), "pair " + lines.size(), "", row.get("text").asString()));
    lines.add(new Line("en", "pair " + lines.size(), "", row.get("en").asString()));
  }

  /// Pieces follow the sentence that they are cut from.
  private void pieces(Path file) {
    String[] group = {""};
    int[] declared = {0};
    each(
        file,
        row -> {
          String kind = row.get("kind").asString();
          String language = code(row);
          String text = row.get("text").asString();
          if (kind.equals("sentence")) {
            String own =
                row.get("source").asString().startsWith("UDHR")
                    ? language + " declaration " + declared[0]++ / DECLARATION_BLOCK_LINES
                    : "line " + language + ' ' + text;
            group[0] = documents.getOrDefault(language + text.strip(), own);
          }
          lines.add(new Line(language, group[0], kind, text));
        });
  }

  private void own(String file) {
    for (String[] row : Tables.rows(file, 2)) {
      String kind = OWN_MEASURED.contains(row[0]) ? "sentence" : "";
      lines.add(new Line(row[0], "own " + lines.size(), kind, row[1]));
    }
  }

  private void nonsense(String letters) {
    var random = new Random(letters.length());
    for (int i = 0; i < NONSENSE_LINES; i++) {
      var text = new StringBuilder();
      for (int words = 1 + random.nextInt(NONSENSE_MOST_WORDS); words > 0; words--) {
        for (int n = 3 + random.nextInt(NONSENSE_MOST_LETTERS - 2); n > 0; n--) {
          text.append(letters.charAt(random.nextInt(letters.length())));
        }
        text.append(' ');
      }
      lines.add(new Line("und", "nonsense " + lines.size(), "", text.toString().strip()));
    }
  }

  private static String code(JsonNode row) {
    String language = row.get("lang").asString();
    return language.equals("prs") ? "fa" : language;
  }
}
