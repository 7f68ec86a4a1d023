package org.tabadla.link;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.tabadla.model.Lang;
import org.tabadla.press.Gold;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// Articles in the order of their dates, of which the stories are known.
record LabelledStream(String name, List<Row> rows) {
  private static final JsonMapper JSON = JsonMapper.builder().build();
  private static final String GOLD = "program/src/test/resources/gold/stories";

  /// @param story the true story
  /// @param copied the id of the origin of its group of copies; its own when it is no copy
  record Row(Item item, String story, String kind, String copied) {
    String lang() {
      return item.lang().primary();
    }
  }

  /// The project's own gold.
  ///
  /// @param half `tuned` or `scored`
  static LabelledStream gold(String half) throws IOException {
    Path folder = Files.isDirectory(Path.of(GOLD)) ? Path.of(GOLD) : Path.of("..", GOLD);
    List<Row> rows = new ArrayList<>();
    Map<String, String> origins = new HashMap<>();
    try (Stream<Path> files = Files.list(folder)) {
      for (Path file : files.sorted().toList()) {
        if (file.getFileName().toString().startsWith(half)) {
          for (JsonNode line : lines(file)) {
            String id = line.path("id").asString();
            String of = line.path("copy_of").isNull() ? id : line.path("copy_of").asString();
            origins.put(id, of);
            rows.add(row(line, line.path("story").asString(), of));
          }
        }
      }
    }
    rows.replaceAll(row -> new Row(row.item, row.story, row.kind, origin(origins, row.copied)));
    return new LabelledStream("gold " + half, sorted(rows));
  }

  private static String origin(Map<String, String> origins, String id) {
    String at = id;
    for (String next = origins.get(at); next != null && !next.equals(at); next = origins.get(at)) {
      at = next;
    }
    return at;
  }

  /// The sample press, as its files have it, without those that only carry an earlier event on:
  /// whether they belong to it is a matter of taste.
  static LabelledStream press() {
    List<Row> rows = new ArrayList<>();
    for (Gold.Written piece : Gold.articles()) {
      if (!Gold.followUps().containsKey(piece.event())) {
        String id = piece.place().host() + piece.place().path();
        var item =
            new Item(
                id,
                new Lang(piece.lang()),
                piece.headline(),
                String.join("\n", piece.blocks()),
                piece.published());
        rows.add(new Row(item, piece.event(), "", id));
      }
    }
    return new LabelledStream("press", sorted(rows));
  }

  /// Lines of a pack with `cluster`.
  static LabelledStream pack(Path file) throws IOException {
    List<Row> rows = new ArrayList<>();
    for (JsonNode line : lines(file)) {
      rows.add(row(line, line.path("cluster").asString(), line.path("id").asString()));
    }
    return new LabelledStream(file.getFileName().toString().replace(".jsonl", ""), sorted(rows));
  }

  private static Row row(JsonNode line, String story, String copied) {
    JsonNode date = line.path("date");
    var item =
        new Item(
            line.path("id").asString(),
            new Lang(line.path("lang").asString()),
            line.path("title").asString(""),
            line.path("text").asString(""),
            date.isString() ? Instant.parse(date.asString()) : null);
    return new Row(item, story, line.path("kind").asString(""), copied);
  }

  /// The sort is stable: what has no date keeps its order.
  private static List<Row> sorted(List<Row> rows) {
    List<Row> out = new ArrayList<>(rows);
    out.sort(Comparator.comparing(row -> when(row.item().date())));
    return out;
  }

  private static Instant when(@Nullable Instant date) {
    return date == null ? Instant.EPOCH : date;
  }

  private static List<JsonNode> lines(Path file) throws IOException {
    List<JsonNode> out = new ArrayList<>();
    for (String line : Files.readAllLines(file)) {
      if (!line.isBlank()) {
        out.add(JSON.readTree(line));
      }
    }
    return out;
  }

  /// @param seed the same for the same order
  /// @return the same articles in an order by chance, each without its date: what a reader is given
  ///   who adds many outlets at once
  LabelledStream shuffled(long seed) {
    List<Row> rows = new ArrayList<>(this.rows);
    Collections.shuffle(rows, new Random(seed));
    return new LabelledStream(name + ", order " + seed, rows);
  }

  /// @param seed the same for the same order
  /// @return the same articles, one language after the other: what a new reader is given who adds
  ///   some outlets at once
  LabelledStream byLanguage(long seed) {
    List<String> langs = new ArrayList<>(rows.stream().map(Row::lang).distinct().sorted().toList());
    Collections.shuffle(langs, new Random(seed));
    List<Row> rows = new ArrayList<>(this.rows);
    rows.sort(Comparator.comparingInt(row -> langs.indexOf(row.lang())));
    return new LabelledStream(name + ", languages " + seed, rows);
  }

  /// @return the same events told in several languages, each telling with another half of the
  ///   sentences and a made-up date: an event a day, its tellings within hours
  static LabelledStream tellings(Path file) throws IOException {
    List<Row> rows = new ArrayList<>();
    Map<String, Integer> events = new HashMap<>();
    for (JsonNode line : lines(file)) {
      boolean whole = line.path("text").isString();
      String event = line.path(whole ? "cluster" : "event").asString();
      List<String> sentences = new ArrayList<>();
      if (whole) {
        sentences.addAll(List.of(line.path("text").asString().split("\n", -1)));
      } else {
        line.path("sentences").forEach(one -> sentences.add(one.asString()));
      }
      int n = events.computeIfAbsent(event, e -> events.size());
      int turn = line.path("id").asString().hashCode() >>> 1;
      var text = new StringBuilder();
      for (int i = 0; i < sentences.size(); i++) {
        if (turn % 3 == 0 || i % 2 == turn % 2) {
          text.append(sentences.get(i)).append('\n');
        }
      }
      Instant date = Instant.parse("2025-01-01T06:00:00Z").plusSeconds(86_400L * (n % 20));
      var item =
          new Item(
              line.path("id").asString(),
              new Lang(line.path("lang").asString()),
              "",
              text.toString(),
              date.plusSeconds(turn % 60_000));
      rows.add(new Row(item, event, "", line.path("id").asString()));
    }
    return new LabelledStream(file.getFileName().toString().replace(".jsonl", ""), sorted(rows));
  }

  /// @return the same as if no outlet had dated its articles or parted titles from texts
  LabelledStream bare() {
    return new LabelledStream(
        name + " bare",
        rows.stream()
            .map(row -> {
              Item item = row.item();
              String text = (item.title() + "\n" + item.text()).strip();
              var bare = new Item(item.id(), item.lang(), "", text, null);
              return new Row(bare, row.story(), row.kind(), row.copied());
            })
            .toList());
  }

  /// @return the same in `parts` streams, each with stories of its own: what an engine meets that
  ///   has just been started
  List<LabelledStream> parts(int parts, int mostOfAStory) {
    List<LabelledStream> out = new ArrayList<>();
    for (int part = 0; part < parts; part++) {
      List<Row> some = new ArrayList<>();
      Map<String, Integer> told = new HashMap<>();
      for (Row row : rows) {
        boolean here = Math.floorMod((row.story().hashCode() * 31) >>> 2, parts) == part;
        if (here && told.merge(row.story(), 1, Integer::sum) <= mostOfAStory) {
          some.add(row);
        }
      }
      out.add(new LabelledStream(name + " part", some));
    }
    return out;
  }

  /// @return for each story a stream of it and of the one that is told in the likest words: what a
  ///   fresh engine takes for one most easily
  List<LabelledStream> lookAlikes(int mostOfAStory) {
    Map<String, List<Row>> stories = new LinkedHashMap<>();
    for (Row row : rows) {
      List<Row> story = stories.computeIfAbsent(row.story(), s -> new ArrayList<>());
      if (story.size() < mostOfAStory) {
        story.add(row);
      }
    }
    Map<String, Set<String>> words = new LinkedHashMap<>();
    stories.forEach((story, some) -> words.put(story, words(some)));
    List<LabelledStream> out = new ArrayList<>();
    stories.forEach((story, some) -> {
      String like = likest(story, words);
      if (like != null) {
        List<Row> both = new ArrayList<>(some);
        both.addAll(stories.getOrDefault(like, List.of()));
        out.add(new LabelledStream(name + " look-alikes", sorted(both)));
      }
    });
    return out;
  }

  private static Set<String> words(List<Row> rows) {
    Set<String> out = new HashSet<>();
    for (Row row : rows) {
      Item item = row.item();
      for (Terms.Word word : Terms.of(item.title() + " " + item.text(), item.lang())) {
        if (!word.stop()) {
          out.add(word.stem());
        }
      }
    }
    return out;
  }

  private static @Nullable String likest(String story, Map<String, Set<String>> words) {
    Set<String> own = words.getOrDefault(story, Set.of());
    String best = null;
    double most = 0;
    for (var other : words.entrySet()) {
      if (!other.getKey().equals(story)) {
        double both = other.getValue().stream().filter(own::contains).count();
        double like = both / Math.sqrt(1.0 + other.getValue().size());
        if (like > most) {
          most = like;
          best = other.getKey();
        }
      }
    }
    return best;
  }
}
