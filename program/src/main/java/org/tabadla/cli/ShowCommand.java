package org.tabadla.cli;

import java.io.File;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.tabadla.address.Address;
import org.tabadla.model.Article;
import org.tabadla.model.ArticleId;
import org.tabadla.model.Block;
import org.tabadla.model.Found;
import org.tabadla.model.Imprint;
import org.tabadla.model.Keyword;
import org.tabadla.model.Link;
import org.tabadla.model.Moment;
import org.tabadla.model.Name;
import org.tabadla.model.Refusal;
import org.tabadla.store.Store;
import org.tabadla.store.Store.Entry;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/// Shows one article with all that is known of it and where each value was found.
@Command(
    name = "show",
    description = "Shows one article: its words, and where each value was found.",
    footer = {
      "",
      "Example:",
      "  ./tabadla show 5d41402abc4b2a76",
      "  ./tabadla show 5d41402abc4b2a76 --why",
      "  ./tabadla show saved-page.html --why",
      "  ./tabadla show --versions 5d41402abc4b2a76",
      "  ./tabadla show https://news.example/2025/07/11/forum"
    })
final class ShowCommand implements Runnable {
  @Mixin House house = new House();

  @Parameters(
      paramLabel = "ID",
      description = "An article's id, or its address; with --why also a saved page")
  String id = "";

  @Option(names = "--json", description = "One JSON object")
  boolean json;

  @Option(names = "--versions", description = "What the outlet changed, version by version")
  boolean versions;

  @Option(
      names = "--why",
      description =
          "Reads the page again and says of each line of it why it is in the article or not")
  boolean why;

  private final Rooms.Opener opener;
  private final Said said;

  ShowCommand(Rooms.Opener opener, Said said) {
    this.opener = opener;
    this.said = said;
  }

  @Override
  public void run() {
    try (var shelves = opener.look(house.settings())) {
      File file = new File(id);
      if (why && file.isFile()) {
        new ShownReading(shelves, said, json).ofFile(file.toPath());
        return;
      }
      Entry entry = find(shelves.store());
      if (why) {
        new ShownReading(shelves, said, json).of(entry);
      } else if (versions) {
        new VersionText(said, json).print(shelves.store().versions(entry.article().id()));
      } else if (json) {
        said.json(ArticleJson.of(entry));
      } else {
        print(entry, shelves.store());
      }
    }
  }

  private Entry find(Store store) {
    var ids = new ArrayList<ArticleId>();
    if (!id.isBlank()) {
      ids.add(new ArticleId(id));
      String canonical = Address.canonical(id);
      if (canonical != null) {
        ids.add(ArticleId.of(canonical));
      }
      store.visit(id).map(Store.VisitRow::article).ifPresent(ids::add);
    }
    return ids.stream()
        .flatMap(one -> store.entry(one).stream())
        .findFirst()
        .orElseThrow(() -> new Refusal("no article: " + id, "./tabadla search WORDS finds ids"));
  }

  private void print(Entry entry, Store store) {
    Article a = entry.article();
    said.line(a.title().value());
    said.line("");
    line("source", a.source() + (a.site() == null ? "" : " · " + a.site()));
    line("original", a.url());
    moment("published", a.published());
    moment("modified", a.modified());
    for (Found<String> author : a.authors()) {
      found("author", author);
    }
    if (a.agency() != null) {
      found("agency", a.agency());
    }
    if (a.dateline() != null) {
      found("dateline", a.dateline());
    }
    for (Imprint.Contributor contributor : a.imprint().contributors()) {
      found(contributor.role(), contributor.name());
    }
    if (a.imprint().via() != null) {
      found("via", a.imprint().via());
    }
    if (a.imprint().section() != null) {
      found("section", a.imprint().section());
    }
    if (a.imprint().turned() != null) {
      found("taken out of the headline", a.imprint().turned());
    }
    line("language", a.lang().tag() + (a.paywalled() ? " · paywalled" : ""));
    line("version", Integer.toString(entry.version()));
    line(
        "story",
        entry.story()
            + (entry.why().isEmpty() ? "" : " because of " + String.join(", ", entry.why())));
    line(
        "keywords",
        entry.notes().keywords().stream()
            .map(Keyword::text)
            .map(Object::toString)
            .collect(Collectors.joining(" · ")));
    line(
        "names",
        entry.notes().names().stream()
            .map(Name::text)
            .map(Object::toString)
            .collect(Collectors.joining(" · ")));
    for (Link link : store.links(a.id())) {
      line(
          link.kind() == Link.Kind.COPY_OF ? "copy of" : "related",
          link.to() + " because of " + String.join(", ", link.reasons()));
    }
    said.line("");
    for (Block block : a.body()) {
      BlockText.lines(block).forEach(said::line);
    }
  }

  private void moment(String what, @Nullable Found<Moment> moment) {
    if (moment != null) {
      Moment m = moment.value();
      String value =
          m.precision() == Moment.Precision.DAY
              ? m.date().toString()
              : m.at().atZone(m.zone()).toString();
      line(what, value + " (" + moment.rule() + ": " + moment.words() + ")");
    }
  }

  private void found(String what, Found<String> found) {
    line(what, found.value() + " (" + found.rule() + ": " + found.words() + ")");
  }

  private void line(String what, String value) {
    if (!value.isEmpty()) {
      said.line(String.format(Locale.ROOT, "%-10s %s", what, value));
    }
  }

  /// An article as JSON for programs: `show --json` and `export`.
  static final class ArticleJson {
    private ArticleJson() {}

    static Map<String, Object> of(Entry entry) {
      Article a = entry.article();
      var out = new LinkedHashMap<String, Object>();
      out.put("id", a.id().value());
      out.put("source", a.source().value());
      out.put("site", a.site());
      out.put("url", a.url());
      out.put("title", a.title().value());
      out.put("standfirst", a.standfirst() == null ? null : a.standfirst().value());
      out.put("lang", a.lang().tag());
      out.put("published", moment(a.published()));
      out.put("modified", moment(a.modified()));
      out.put("authors", a.authors().stream().map(Found::value).toList());
      out.put("agency", a.agency() == null ? null : a.agency().value());
      out.put("dateline", a.dateline() == null ? null : a.dateline().value());
      out.put("contributors", a.imprint().contributors().stream().map(ArticleJson::name).toList());
      out.put("via", a.imprint().via() == null ? null : a.imprint().via().value());
      out.put("section", a.imprint().section() == null ? null : a.imprint().section().value());
      out.put("turned", a.imprint().turned() == null ? null : a.imprint().turned().value());
      out.put("tags", a.tags());
      out.put("body", paragraphs(a));
      out.put("keywords", entry.notes().keywords().stream().map(k -> k.text().value()).toList());
      out.put("names", entry.notes().names().stream().map(ArticleJson::name).toList());
      out.put("story", entry.story().value());
      out.put("why", entry.why());
      out.put("version", entry.version());
      out.put("paywalled", a.paywalled());
      out.put("fetched", a.fetched().toString());
      return out;
    }

    private static List<String> paragraphs(Article article) {
      return article.body().stream().map(Block::plain).filter(s -> !s.isEmpty()).toList();
    }

    private static Map<String, Object> name(Imprint.Contributor contributor) {
      var out = new LinkedHashMap<String, Object>();
      out.put("name", contributor.name().value());
      out.put("role", contributor.role());
      return out;
    }

    private static Map<String, Object> name(Name name) {
      var out = new LinkedHashMap<String, Object>();
      out.put("text", name.text().value());
      out.put("kind", name.kind().name().toLowerCase(Locale.ROOT));
      out.put("concept", name.concept());
      return out;
    }

    private static @Nullable Map<String, Object> moment(@Nullable Found<Moment> found) {
      if (found == null) {
        return null;
      }
      var out = new LinkedHashMap<String, Object>();
      Moment m = found.value();
      out.put(
          "value", m.precision() == Moment.Precision.DAY ? m.date().toString() : m.at().toString());
      out.put("rule", found.rule());
      out.put("words", found.words());
      return out;
    }
  }
}
