package org.tabadla.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.tabadla.store.Samples.MUMTAZ;
import static org.tabadla.store.Samples.NOON;
import static org.tabadla.store.Samples.alone;
import static org.tabadla.store.Samples.numbered;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.tabadla.model.ArticleId;
import org.tabadla.model.StoryId;
import org.tabadla.store.Store.Cursor;

/// Every listing is a range of an index: SQLite's own plan says so.
class ListingPlanTest {
  private static final ArticleId ARTICLE = new ArticleId("a");
  private static final Cursor CURSOR = new Cursor(NOON, "a");

  @TempDir Path folder;

  @Test
  void noListingReadsOrSortsAWholeTable() throws Exception {
    String url = "jdbc:sqlite:" + folder.resolve("tabadla.db");
    try (Store store = Stores.open(url)) {
      store.save(numbered(1), Samples.notes("sco"), alone(numbered(1)), null);
    }
    List<String> statements = new ArrayList<>();
    try (Connection connection = DriverManager.getConnection(url);
        Sql sql = new Sql(recording(connection, statements))) {
      listings(sql);
      assertThat(statements).hasSizeGreaterThan(18);
      for (String statement : statements) {
        String plan = plan(connection, statement);
        assertThat(plan).as(statement).doesNotContain("TEMP B-TREE");
        assertThat(scans(plan)).as(statement + "\n" + plan).isEmpty();
      }
    }
  }

  /// A scan that follows an index in the wanted order, stopped by the limit, reads no more than it
  /// shows.
  private static List<String> scans(String plan) {
    return plan.lines()
        .filter(line -> line.startsWith("SCAN"))
        .filter(line -> !line.contains("USING INDEX") && !line.contains("USING COVERING INDEX"))
        .toList();
  }

  private static void listings(Sql sql) throws Exception {
    Listings.newest(sql, null, 5);
    Listings.newest(sql, CURSOR, 5);
    Listings.newestOf(sql, MUMTAZ, null, 5);
    Listings.newestOf(sql, MUMTAZ, CURSOR, 5);
    Listings.withTerm(sql, Terms.KEYWORD, "sco", null, 5);
    Listings.withTerm(sql, Terms.NAME, "sco", CURSOR, 5);
    Listings.ofStory(sql, new StoryId("s"));
    Listings.rows(sql, List.of(ARTICLE));
    Stories.stories(sql, null, 5);
    Stories.stories(sql, CURSOR, 5);
    Stories.story(sql, new StoryId("s"));
    Articles.since(sql, 0, 5);
    Articles.entry(sql, ARTICLE);
    Articles.versions(sql, ARTICLE);
    Articles.links(sql, ARTICLE);
    Terms.term(sql, Terms.NAME, "sco");
    Outlets.due(sql, NOON, 5);
    Outlets.visit(sql, "https://mumtaz.example/");
    Outlets.troubles(sql, MUMTAZ, 5);
    Outlets.troubles(sql, 5);
    Outlets.source(sql, MUMTAZ);
    Outlets.feedsOf(sql, MUMTAZ);
  }

  private static String plan(Connection connection, String statement) throws Exception {
    var plan = new StringBuilder();
    try (var explain = connection.prepareStatement("explain query plan " + statement);
        var rows = explain.executeQuery()) {
      while (rows.next()) {
        plan.append(rows.getString("detail")).append('\n');
      }
    }
    return plan.toString();
  }

  private static Connection recording(Connection connection, List<String> statements) {
    return (Connection)
        Proxy.newProxyInstance(
            ListingPlanTest.class.getClassLoader(),
            new Class<?>[] {Connection.class},
            (proxy, method, arguments) -> {
              if (method.getName().equals("prepareStatement")) {
                statements.add(String.valueOf(arguments[0]));
              }
              try {
                return method.invoke(connection, arguments);
              } catch (InvocationTargetException e) {
                throw e.getCause();
              }
            });
  }
}
