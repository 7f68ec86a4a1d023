package org.tabadla.cli;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.tabadla.model.ArticleId;
import org.tabadla.model.Refusal;
import org.tabadla.search.Search;
import org.tabadla.store.Store.Row;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/// Searches from the command line, with the same query language as the page.
@Command(
    name = "search",
    description = "Searches the articles.",
    footer = {
      "",
      "Words are joined by AND; also \"a phrase\", OR, NOT, ( ), source: lang: keyword: name: topic: after: before:",
      "",
      "Example:",
      "  ./tabadla search '\"ایس سی او\" lang:ur after:2025-07-01'"
    })
final class SearchCommand implements Runnable {
  private static final int MOST_HITS = 1_000;

  @Mixin House house = new House();

  @Parameters(arity = "1..*", paramLabel = "QUERY", description = "What to look for")
  List<String> query = List.of();

  @Option(
      names = "--limit",
      paramLabel = "N",
      description = "At most N hits (default: ${DEFAULT-VALUE})")
  int limit = 10;

  @Option(names = "--newest", description = "Newest first instead of best first")
  boolean newest;

  @Option(names = "--json", description = "One JSON object a line")
  boolean json;

  private final Rooms.Opener opener;
  private final Said said;

  SearchCommand(Rooms.Opener opener, Said said) {
    this.opener = opener;
    this.said = said;
  }

  @Override
  public void run() {
    if (limit < 1 || limit > MOST_HITS) {
      throw new Refusal("--limit: " + limit, "give a number from 1 to " + MOST_HITS);
    }
    try (var shelves = opener.look(house.settings())) {
      var order = newest ? Search.Order.NEWEST : Search.Order.RELEVANCE;
      switch (shelves.search().search(String.join(" ", query), order, 0, limit)) {
        case Search.Answer.BadQuery(var why) ->
            throw new Refusal("query: " + why, "./tabadla search --help shows the syntax");
        case Search.Answer.Found(var hits, var total) -> {
          Map<ArticleId, Row> rows =
              shelves.store().rows(hits.stream().map(Search.Hit::id).toList()).stream()
                  .collect(Collectors.toMap(Row::id, Function.identity()));
          for (Search.Hit hit : hits) {
            Row row = rows.get(hit.id());
            if (row != null) {
              print(row, hit);
            }
          }
          if (!json) {
            said.note(total + " found");
          }
        }
      }
    }
  }

  private void print(Row row, Search.Hit hit) {
    if (json) {
      var out = new LinkedHashMap<String, Object>();
      out.put("id", row.id().value());
      out.put("title", row.title());
      out.put("source", row.source().value());
      out.put("lang", row.lang().tag());
      out.put("when", row.when().toString());
      out.put("story", row.story().value());
      out.put("score", hit.score());
      said.json(out);
    } else {
      said.line(
          row.id()
              + "  "
              + row.when().toString().substring(0, 10)
              + "  "
              + row.title()
              + "  ("
              + row.sourceName()
              + ")");
    }
  }
}
