package org.tabadla.web;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.tabadla.model.About;
import org.tabadla.model.Article;
import org.tabadla.model.ArticleId;
import org.tabadla.model.Block;
import org.tabadla.model.Feed;
import org.tabadla.model.FeedId;
import org.tabadla.model.Found;
import org.tabadla.model.Keyword;
import org.tabadla.model.Lang;
import org.tabadla.model.Link;
import org.tabadla.model.Moment;
import org.tabadla.model.Name;
import org.tabadla.model.Notes;
import org.tabadla.model.Placement;
import org.tabadla.model.Quote;
import org.tabadla.model.Source;
import org.tabadla.model.SourceId;
import org.tabadla.model.Span;
import org.tabadla.model.StoryId;
import org.tabadla.model.Text;
import org.tabadla.search.LuceneSearch;
import org.tabadla.search.Search;
import org.tabadla.store.Store;
import org.tabadla.store.Stores;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// A small made-up press in a real store: `fixture.json`, own making.
public final class Fixture {
  public static final Instant NOW = Instant.parse("2025-07-12T10:00:00Z");
  public static final InstantSource CLOCK = InstantSource.fixed(NOW);

  private Fixture() {}

  /// @param folder where the database is made
  public static Store store(Path folder) {
    Store store = Stores.open("jdbc:sqlite:" + folder.resolve("fixture.db"));
    fill(store);
    return store;
  }

  /// @param folder where the index is made
  /// @return an index of all that is in the store
  public static Search search(Path folder, Store store) {
    Search search = LuceneSearch.open(folder.resolve("index"));
    for (Store.Entry entry : store.since(0, 1_000)) {
      search.put(entry.article(), entry.notes(), entry.story(), entry.seq());
    }
    search.commit();
    search.refresh();
    return search;
  }

  private static void fill(Store store) {
    Map<String, StoryId> stories = new HashMap<>();
    for (JsonNode node : read()) {
      String key = node.get("key").asString();
      Article article = article(node, "body");
      StoryId story = stories.getOrDefault(text(node, "story", ""), StoryId.of(article.id()));
      stories.put(key, story);
      store.saveSource(
          new Source(
              article.source(),
              node.get("name").asString(),
              "https://" + article.source() + "/",
              article.lang()));
      var placement = new Placement(article.id(), story, why(node), links(node, article.id()));
      store.save(article, notes(node), placement, null);
      if (node.has("update")) {
        store.save(article(node, "update"), notes(node), placement, null);
      }
    }
    store.saveFeed(brokenFeed());
  }

  private static Feed brokenFeed() {
    String url = "https://sahil.example/feed.xml";
    return new Feed(
        FeedId.of(url),
        new SourceId("sahil.example"),
        Feed.Kind.FEED,
        url,
        null,
        null,
        null,
        NOW,
        900,
        3,
        "[sahil.example] feed: HTTP 503 seen; it is asked again in 15 minutes");
  }

  /// @return the id of the article that the fixture calls `key`
  public static ArticleId id(String key) {
    for (JsonNode node : read()) {
      if (node.get("key").asString().equals(key)) {
        return ArticleId.of(url(node));
      }
    }
    throw new IllegalArgumentException("no " + key + " in fixture.json");
  }

  public static StoryId story(String key) {
    return StoryId.of(id(key));
  }

  private static String url(JsonNode node) {
    return "https://" + node.get("source").asString() + "/" + node.get("key").asString();
  }

  private static Article article(JsonNode node, String body) {
    Lang lang = new Lang(node.get("lang").asString());
    String standfirst = text(node, "standfirst", "");
    return new Article(
        ArticleId.of(url(node)),
        new SourceId(node.get("source").asString()),
        url(node),
        node.get("name").asString(),
        new Text(node.get("title").asString(), lang),
        standfirst.isEmpty() ? null : new Text(standfirst, lang),
        node.has("author") ? List.of(found(node, "author")) : List.of(),
        node.has("agency") ? found(node, "agency") : null,
        node.has("dateline") ? found(node, "dateline") : null,
        new Found<>(moment(node), node.get("rule").asString(), node.get("words").asString()),
        null,
        blocks(node.get(body)),
        new Block.Picture(url(node) + ".jpg", null, null),
        lang,
        List.of(),
        false,
        NOW);
  }

  private static Moment moment(JsonNode node) {
    String published = node.get("published").asString();
    return published.contains("T")
        ? Moment.time(Instant.parse(published), ZoneOffset.UTC)
        : Moment.day(LocalDate.parse(published));
  }

  private static Found<String> found(JsonNode node, String field) {
    String value = node.get(field).asString();
    return new Found<>(value, "text", value);
  }

  private static List<Block> blocks(JsonNode lines) {
    var blocks = new ArrayList<Block>();
    var items = new ArrayList<String>();
    for (JsonNode line : lines) {
      String text = line.asString();
      if (!text.startsWith("- ") && !items.isEmpty()) {
        blocks.add(new Block.Listing(false, List.copyOf(items)));
        items.clear();
      }
      if (text.startsWith("- ")) {
        items.add(text.substring(2));
      } else if (text.startsWith("## ")) {
        blocks.add(new Block.Heading(2, text.substring(3)));
      } else if (text.startsWith("> ")) {
        blocks.add(new Block.Quote(text.substring(2)));
      } else {
        blocks.add(new Block.Paragraph(text));
      }
    }
    return blocks;
  }

  private static Notes notes(JsonNode node) {
    Lang lang = new Lang(node.get("lang").asString());
    var keywords = new ArrayList<Keyword>();
    node.path("keywords")
        .forEach(k -> {
          String word = k.asString();
          keywords.add(new Keyword(new Text(word, lang), word.toLowerCase(Locale.ROOT), 0.5));
        });
    var names = new ArrayList<Name>();
    node.path("names")
        .forEach(n -> {
          String[] parts = n.asString().split("\\|", 3);
          var kind = Name.Kind.valueOf(parts[0]);
          names.add(new Name(new Text(parts[1], lang), kind, parts[2], parts[2], 1));
        });
    var topics = new ArrayList<About>();
    node.path("topics")
        .forEach(t -> {
          String[] codes = t.asString().split("\\|", 2);
          topics.add(new About(codes[0], codes.length > 1 ? codes[1] : null, 1, List.of(codes[0])));
        });
    var quotes = new ArrayList<Quote>();
    node.path("quotes").forEach(q -> quotes.add(quote(q.asString().split("\\|", 4))));
    return new Notes(keywords, names, List.of(), topics, quotes);
  }

  /// @param parts speaker, key of the name or "", words, `direct` or `told`
  private static Quote quote(String[] parts) {
    return new Quote(
        parts[0],
        new Span(0, parts[0].length()),
        parts[1].isEmpty() ? null : parts[1],
        parts[2],
        new Span(0, parts[2].length()),
        new Span(0, 1),
        parts[3].equals("direct"));
  }

  private static List<String> why(JsonNode node) {
    return node.has("story") ? List.of("12") : List.of();
  }

  private static List<Link> links(JsonNode node, ArticleId from) {
    var links = new ArrayList<Link>();
    if (node.has("copyOf")) {
      var original = id(node.get("copyOf").asString());
      links.add(new Link(from, original, Link.Kind.COPY_OF, 0.9, List.of("0.9")));
    }
    if (node.has("related")) {
      String[] parts = node.get("related").asString().split("\\|");
      List<String> reasons = List.of(parts).subList(1, parts.length);
      links.add(new Link(from, id(parts[0]), Link.Kind.RELATED, 0.4, reasons));
    }
    return links;
  }

  private static String text(JsonNode node, String field, String otherwise) {
    return node.has(field) ? node.get(field).asString() : otherwise;
  }

  private static @Nullable JsonNode cached;

  private static synchronized JsonNode read() {
    if (cached == null) {
      try (var in = Fixture.class.getResourceAsStream("fixture.json")) {
        cached = new JsonMapper().readTree(Objects.requireNonNull(in).readAllBytes());
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }
    return cached;
  }
}
