package org.tabadla.gold;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URISyntaxException;
import java.net.URL;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// The project's own gold is whole: well formed, every span holds its words, no half leaks into the
/// other, and there is as much of it as `docs/gold.md` promises.
class GoldTest {
  private static final JsonMapper JSON = JsonMapper.builder().build();
  private static final Set<String> LANGUAGES = Set.of("ur", "en", "zh", "ru");
  private static final Set<String> KINDS =
      Set.of("report", "copy", "rewrite", "follow-up", "look-alike", "bulletin");

  @Test
  void everyLineIsWellFormedAndNoIdComesTwice() throws Exception {
    for (String part : List.of("stories", "acts", "keywords", "names")) {
      var seen = new HashSet<String>();
      for (JsonNode line : lines(part)) {
        assertThat(seen.add(line.path("id").asString())).as("%s", line.path("id")).isTrue();
        assertThat(line.path("lang").asString()).isIn(LANGUAGES);
        assertThat(line.path("half").asString()).isIn("tuned", "scored");
      }
    }
    for (String part : List.of("stories", "acts")) {
      for (JsonNode line : lines(part)) {
        Instant.parse(line.path("date").asString());
        for (String field : List.of("source", "title", "text")) {
          assertThat(line.path(field).asString()).as("%s of %s", field, line).isNotBlank();
        }
      }
    }
  }

  @Test
  void storiesStayInOneHalfAndCopiesNameAnEarlierArticleOfTheirStory() throws Exception {
    Map<String, JsonNode> articles = byId("stories");
    var halves = new HashMap<String, String>();
    for (JsonNode article : articles.values()) {
      assertThat(article.path("kind").asString()).isIn(KINDS);
      String half = article.path("half").asString();
      String before = halves.putIfAbsent(article.path("story").asString(), half);
      assertThat(before == null || before.equals(half)).isTrue();
      boolean copy = article.path("kind").asString().equals("copy");
      assertThat(article.path("copy_of").isNull()).isNotEqualTo(copy);
      if (copy) {
        JsonNode origin = Objects.requireNonNull(articles.get(article.path("copy_of").asString()));
        assertThat(origin.path("story")).isEqualTo(article.path("story"));
        assertThat(origin.path("lang")).isEqualTo(article.path("lang"));
        assertThat(instant(origin)).isBeforeOrEqualTo(instant(article));
      }
      if (article.hasNonNull("resembles")) {
        assertThat(article.path("resembles")).isNotEqualTo(article.path("story"));
      }
    }
  }

  @Test
  void thereAreAsManyStoriesAsPromised() throws Exception {
    List<JsonNode> articles = lines("stories");
    var languages = new HashMap<String, Set<String>>();
    var sizes = new HashMap<String, Integer>();
    for (JsonNode article : articles) {
      String story = article.path("story").asString();
      languages.computeIfAbsent(story, s -> new HashSet<>()).add(article.path("lang").asString());
      sizes.merge(story, 1, Integer::sum);
    }
    assertThat(articles).hasSizeGreaterThanOrEqualTo(300);
    assertThat(sizes.values().stream().filter(size -> size > 1).count()).isGreaterThanOrEqualTo(60);
    assertThat(languages.values().stream().filter(set -> set.size() > 1).count())
        .isGreaterThanOrEqualTo(20);
    assertThat(languages.values().stream().filter(set -> set.size() > 2).count())
        .isGreaterThanOrEqualTo(10);
    assertLanguages(articles, 170, 70, 30, 30);
    for (String half : List.of("tuned", "scored")) {
      for (String kind : KINDS) {
        long count = count(articles, a -> is(a, "half", half) && is(a, "kind", kind));
        assertThat(count).as("%s, %s", half, kind).isGreaterThanOrEqualTo(8);
      }
    }
  }

  @Test
  void keywordsStandInTheirArticles() throws Exception {
    Map<String, JsonNode> articles = byId("stories");
    List<JsonNode> lines = lines("keywords");
    assertThat(lines).hasSizeGreaterThanOrEqualTo(100);
    assertThat(count(lines, line -> is(line, "lang", "ur"))).isGreaterThanOrEqualTo(60);
    for (JsonNode line : lines) {
      JsonNode article = article(articles, line);
      String all = article.path("title").asString() + "\n" + article.path("text").asString();
      List<JsonNode> keywords = each(line, "keywords");
      assertThat(keywords).hasSizeBetween(5, 12).doesNotHaveDuplicates();
      for (JsonNode keyword : keywords) {
        assertThat(all.toLowerCase(Locale.ROOT))
            .as("%s", line.path("id"))
            .contains(keyword.asString().toLowerCase(Locale.ROOT));
      }
    }
  }

  @Test
  void namesAndFiguresHoldTheirWords() throws Exception {
    Map<String, JsonNode> articles = byId("stories");
    List<JsonNode> lines = lines("names");
    assertThat(lines).hasSizeGreaterThanOrEqualTo(60);
    assertThat(count(lines, line -> is(line, "lang", "ur"))).isGreaterThanOrEqualTo(45);
    for (JsonNode line : lines) {
      String text = article(articles, line).path("text").asString();
      for (JsonNode name : each(line, "names")) {
        assertThat(name.path("kind").asString()).isIn("person", "place", "organisation");
        assertThat(words(text, name.path("start"), name.path("end")))
            .isEqualTo(name.path("text").asString());
      }
      for (JsonNode figure : each(line, "figures")) {
        assertThat(figure.path("kind").asString()).isIn("number", "percent", "money", "date");
        assertThat(words(text, figure.path("start"), figure.path("end")))
            .isEqualTo(figure.path("words").asString());
      }
    }
  }

  @Test
  void actsHoldTheirWords() throws Exception {
    lines("acts").forEach(ActsChecks::check);
  }

  @Test
  void thereAreAsManyActsAsPromised() throws Exception {
    List<JsonNode> lines = lines("acts");
    assertThat(lines).hasSizeGreaterThanOrEqualTo(300);
    assertLanguages(lines, 200, 70, 10, 10);
    assertThat(count(lines, line -> is(line, "lang", "zh") || is(line, "lang", "ru")))
        .isGreaterThanOrEqualTo(30);
    assertThat(count(lines, line -> line.hasNonNull("hard"))).isGreaterThanOrEqualTo(150);
    assertThat(count(lines, line -> each(line, "acts").isEmpty())).isGreaterThanOrEqualTo(100);
    var sizes = new HashMap<String, Integer>();
    var halves = new HashMap<String, String>();
    for (JsonNode line : lines) {
      if (line.hasNonNull("commitment")) {
        String commitment = line.path("commitment").asString();
        sizes.merge(commitment, 1, Integer::sum);
        String half = line.path("half").asString();
        assertThat(Objects.requireNonNullElse(halves.putIfAbsent(commitment, half), half))
            .isEqualTo(half);
      }
    }
    assertThat(sizes.values().stream().filter(size -> size > 1).count()).isGreaterThanOrEqualTo(60);
  }

  private static void assertLanguages(List<JsonNode> lines, int ur, int en, int zh, int ru) {
    Map.of("ur", ur, "en", en, "zh", zh, "ru", ru)
        .forEach((lang, least) ->
            assertThat(count(lines, line -> is(line, "lang", lang)))
                .as(lang)
                .isGreaterThanOrEqualTo(least));
  }

  private static String words(String text, JsonNode start, JsonNode end) {
    return text.substring(start.asInt(), end.asInt());
  }

  private static boolean is(JsonNode node, String field, String value) {
    return node.path(field).asString().equals(value);
  }

  private static long count(List<JsonNode> lines, Predicate<JsonNode> wanted) {
    return lines.stream().filter(wanted).count();
  }

  private static Instant instant(JsonNode article) {
    return Instant.parse(article.path("date").asString());
  }

  private static JsonNode article(Map<String, JsonNode> articles, JsonNode line) {
    JsonNode article = Objects.requireNonNull(articles.get(line.path("id").asString()));
    assertThat(line.path("half")).isEqualTo(article.path("half"));
    return article;
  }

  private static List<JsonNode> each(JsonNode node, String field) {
    var out = new ArrayList<JsonNode>();
    node.path(field).forEach(out::add);
    return out;
  }

  private static Map<String, JsonNode> byId(String part) throws IOException, URISyntaxException {
    var out = new HashMap<String, JsonNode>();
    for (JsonNode line : lines(part)) {
      out.put(line.path("id").asString(), line);
    }
    return out;
  }

  private static List<JsonNode> lines(String part) throws IOException, URISyntaxException {
    URL folder = Objects.requireNonNull(GoldTest.class.getResource("/gold/" + part));
    var out = new ArrayList<JsonNode>();
    try (Stream<Path> files = Files.list(Path.of(folder.toURI()))) {
      for (Path file : files.sorted().toList()) {
        assertThat(file.toString()).endsWith(".jsonl");
        for (String line : Files.readAllLines(file)) {
          out.add(JSON.readTree(line));
        }
      }
    }
    return out;
  }
}
