package org.tabadla.formats;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;

/// Reads news items out of one format and writes them in another; activities of IATI become tables.
public final class Conversion {
  /// What can be written.
  public enum Target {
    ninjs_3_1("ninjs-3.1"),
    ninjs_2_1("ninjs-2.1"),
    newsml_g2("newsml-g2"),
    atom("atom"),
    json_feed("json-feed"),
    ical("ical"),
    csv("csv"),
    json("json");

    private final String typed;

    Target(String typed) {
      this.typed = typed;
    }

    @Override
    public String toString() {
      return typed;
    }
  }

  /// What came of reading a document.
  public sealed interface Items {
    /// The items, at least one.
    record Read(List<NewsItem> items) implements Items {}

    /// What is no news: activities of IATI, as projects, at least one.
    record Projects(List<Project> projects) implements Items {}

    /// No news could be read; the reason names the value seen.
    record Unreadable(Finding reason) implements Items {}
  }

  private Conversion() {}

  /// @return the news items of a document in ninjs or NewsML-G2, the projects of one in IATI
  public static Items read(byte[] bytes) {
    return switch (Parsed.of(bytes)) {
      case Parsed.Unreadable(Finding reason) -> new Items.Unreadable(reason);
      case Parsed.Xml xml when IatiReader.isOne(xml.root()) ->
          switch (IatiReader.read(xml.root())) {
            case IatiReader.Activities.Read(List<Project> projects) -> new Items.Projects(projects);
            case IatiReader.Activities.Unreadable(Finding reason) -> new Items.Unreadable(reason);
          };
      case Parsed.Xml xml -> {
        List<NewsItem> items = NewsMlDocument.read(xml.root());
        yield items.isEmpty()
            ? new Items.Unreadable(
                new Finding(
                    xml.root().place(),
                    "no item of NewsML-G2: the root element is " + xml.root().name()))
            : new Items.Read(items);
      }
      case Parsed.Json(JsonNode root) -> {
        var items = new ArrayList<NewsItem>();
        for (JsonNode each : root.isArray() ? root : List.of(root)) {
          if (each.isObject() && Sniffed.isNews(each)) {
            items.add(NinjsReader.read(each));
          }
        }
        yield items.isEmpty()
            ? new Items.Unreadable(new Finding("", "no item of ninjs: no uri, no headline"))
            : new Items.Read(items);
      }
    };
  }

  /// @return each item as one document, or all in one where the target is a list
  public static List<String> write(List<NewsItem> items, Target target) {
    return switch (target) {
      case ninjs_3_1 -> each(items, i -> pretty(new NinjsWriter(Format.NINJS_3_1).write(i)));
      case ninjs_2_1 -> each(items, i -> pretty(new NinjsWriter(Format.NINJS_2_1).write(i)));
      case newsml_g2 -> each(items, NewsMlWriter::write);
      case atom -> List.of(NewsFeeds.atom(items));
      case json_feed -> List.of(pretty(NewsFeeds.json(items)));
      case ical -> List.of(NewsFeeds.calendar(items));
      case csv -> List.of(NewsFeeds.csv(items));
      case json -> {
        ArrayNode array = StrictJson.MAPPER.createArrayNode();
        items.forEach(i -> array.add(StrictJson.MAPPER.<JsonNode>valueToTree(i)));
        yield List.of(pretty(array));
      }
    };
  }

  /// @return projects as one table or array; empty for a target that only news can be written as
  public static Optional<String> table(List<Project> projects, Target target) {
    return switch (target) {
      case csv -> Optional.of(ProjectTables.csv(projects));
      case json -> Optional.of(ProjectTables.json(projects));
      case ninjs_3_1, ninjs_2_1, newsml_g2, atom, json_feed, ical -> Optional.empty();
    };
  }

  /// @return one item as a line of ninjs 3.1
  public static String line(NewsItem item) {
    return StrictJson.MAPPER.writeValueAsString(new NinjsWriter(Format.NINJS_3_1).write(item));
  }

  private static List<String> each(List<NewsItem> items, Function<NewsItem, String> writer) {
    return items.stream().map(writer).toList();
  }

  static String pretty(JsonNode node) {
    return StrictJson.MAPPER.writerWithDefaultPrettyPrinter().writeValueAsString(node) + "\n";
  }
}
