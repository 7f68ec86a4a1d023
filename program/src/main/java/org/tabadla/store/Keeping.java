package org.tabadla.store;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import org.tabadla.model.ArticleId;
import org.tabadla.model.Refusal;

/// Backup, check and rebuild: what keeps the records for years.
final class Keeping {
  /// Leaves before roots, as the foreign keys want it.
  private static final List<String> DERIVED =
      List.of(
          "link", "version", "article_term", "term_day", "term", "story_tally", "story", "article");

  /// How many lines of one complaint `doctor` is shown.
  private static final int LINES_SHOWN = 10;

  private Keeping() {}

  static void countView(Sql sql, ArticleId id) throws SQLException {
    sql.update(
        "insert into view_count (article, views) values (?, 1)"
            + " on conflict (article) do update set views = view_count.views + 1",
        id.value());
  }

  /// The log's position stays: an index that has followed it further must not think itself current.
  static void forgetDerived(Sql sql) throws SQLException {
    for (String table : DERIVED) {
      sql.update("delete from " + table);
    }
    sql.update("delete from site_memory");
    sql.update("update source set articles = 0");
    sql.update(
        "update counter set value = 0 where name in (?, ?)", Counters.ARTICLES, Counters.STORIES);
  }

  /// Writes beside the target first, so that a copy under its name is always whole.
  static void backup(Database database, Path to) {
    if (!database.isSqlite()) {
      throw new Refusal(
          "[store] backup: PostgreSQL has its own tools", "Use pg_dump, and keep its file.");
    }
    Path target = to.toAbsolutePath();
    if (Files.exists(target)) {
      throw new Refusal("[store] backup: there is already " + target, "Give another name.");
    }
    Path part = target.resolveSibling(target.getFileName() + ".part");
    try {
      Files.deleteIfExists(part);
      database.read(sql -> sql.update("vacuum into ?", part.toString()));
      try (FileChannel channel = FileChannel.open(part, StandardOpenOption.WRITE)) {
        channel.force(true);
      }
      Files.move(part, target, StandardCopyOption.ATOMIC_MOVE);
    } catch (IOException e) {
      throw new Refusal(
          "[store] backup: cannot write " + target + ": " + e.getMessage(),
          "See that the folder is there, may be written and has room.");
    }
  }

  static List<String> check(Database database) {
    List<String> lines = new ArrayList<>();
    int schema = Migrations.applied(database).orElse(0);
    if (schema != Migrations.NEWEST) {
      lines.add("[store] schema " + schema + ", expected " + Migrations.NEWEST + ": start serve.");
    }
    lines.addAll(
        database.read(sql -> {
          List<String> found = new ArrayList<>();
          if (database.isSqlite()) {
            found.addAll(integrity(sql));
          }
          found.addAll(counts(sql));
          return found;
        }));
    new SqlJournal(database)
        .firstFault()
        .ifPresent(entry ->
            lines.add(
                "[store] the log of deeds does not hold from entry "
                    + entry.seq()
                    + " on: restore a backup."));
    return List.copyOf(lines);
  }

  private static List<String> integrity(Sql sql) throws SQLException {
    List<String> lines =
        new ArrayList<>(
            sql.list("pragma integrity_check(" + LINES_SHOWN + ")", row -> row.getString(1)));
    lines.remove("ok");
    lines.replaceAll(line -> "[store] integrity: " + line + ": restore a backup or run rebuild.");
    long orphans = sql.list("pragma foreign_key_check", row -> row.getString(1)).size();
    if (orphans > 0) {
      lines.add("[store] " + orphans + " rows without the row they hang on: run rebuild.");
    }
    return lines;
  }

  private static List<String> counts(Sql sql) throws SQLException {
    List<String> lines = new ArrayList<>();
    compare(
        lines,
        "articles counted",
        Counters.value(sql, Counters.ARTICLES),
        sql.number("select count(*) from article"));
    compare(
        lines,
        "stories counted",
        Counters.value(sql, Counters.STORIES),
        sql.number("select count(*) from story"));
    compare(
        lines,
        "articles of sources",
        sql.number("select sum(articles) from source"),
        sql.number("select count(*) from article"));
    compare(
        lines,
        "articles of stories",
        sql.number("select sum(articles) from story"),
        sql.number("select count(*) from article"));
    compare(
        lines,
        "articles without words",
        0,
        sql.number(
            "select count(*) from article a where not exists (select 1 from version v"
                + " where v.article = a.id and v.number = a.version)"));
    return lines;
  }

  private static void compare(List<String> lines, String what, long said, long found) {
    if (said != found) {
      lines.add("[store] " + what + ": " + said + " said, " + found + " found: run rebuild.");
    }
  }
}
