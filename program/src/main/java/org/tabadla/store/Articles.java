package org.tabadla.store;

import static org.tabadla.store.Columns.ms;
import static org.tabadla.store.Columns.text;
import static org.tabadla.store.Columns.textOrNull;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.tabadla.model.Article;
import org.tabadla.model.ArticleId;
import org.tabadla.model.Link;
import org.tabadla.model.Notes;
import org.tabadla.model.Placement;
import org.tabadla.model.StoryId;
import org.tabadla.model.Version;
import org.tabadla.store.Store.Change;
import org.tabadla.store.Store.Entry;
import org.tabadla.store.Store.Kept;
import org.tabadla.store.Store.Saved;

/// Rows of articles, their versions and their links. Everything that hangs on an article (its
/// story's counts, its keywords, its outlet's count) changes in the same transaction.
final class Articles {
  private static final String ENTRIES =
      "select a.story, a.why, a.notes, a.version, a.seq, v.doc from article a"
          + " join version v on v.article = a.id and v.number = a.version ";

  private static final int COPIES_SHOWN = 1_000;

  private Articles() {}

  /// What the rows say of an article that is there already.
  private record Known(
      long seq,
      String source,
      String story,
      String lang,
      long when,
      int version,
      @Nullable String copyOf,
      String fingerprint,
      String notes) {}

  /// What is to be written.
  private record Wanted(
      Article article,
      Notes notes,
      Placement placement,
      String excerpt,
      String fingerprint,
      @Nullable String copyOf) {
    String id() {
      return article.id().value();
    }

    String story() {
      return placement.story().value();
    }

    long when() {
      return ms(article.when());
    }

    /// Nothing behind a paywall is a full report, however long its teaser.
    int sizeChars() {
      return article.paywalled() ? 0 : article.text().length();
    }
  }

  /// @param record where the page's bytes lie in the archive; null when there is no page
  static Saved save(
      Sql sql,
      Article article,
      Notes notes,
      Placement placement,
      Excerpter excerpter,
      @Nullable String record)
      throws SQLException {
    Outlets.ensure(sql, article.source(), article.site(), article.lang());
    Optional<Known> known = known(sql, article.id());
    if (known.isPresent() && isSame(sql, article.id(), known.get(), article.fingerprint())) {
      return same(sql, article.id(), placement, known.get());
    }
    Wanted wanted = wanted(article, notes, placement, excerpter);
    int version = known.map(k -> k.version() + 1).orElse(1);
    Saved saved = known.isPresent() ? change(sql, wanted, known.get(), version) : add(sql, wanted);
    sql.update(
        "insert into version (article, number, doc, record) values (?, ?, ?, ?)",
        wanted.id(),
        version,
        ArticleJson.write(article),
        record);
    return saved;
  }

  private static Wanted wanted(
      Article article, Notes notes, Placement placement, Excerpter excerpter) {
    return new Wanted(
        article,
        notes,
        placement,
        excerpter.excerpt(article),
        article.fingerprint(),
        copyOf(placement.links()));
  }

  /// Puts another reading of the same bytes in the place of a version. Of the current version, all
  /// that hangs on the article follows; of an older one nothing does.
  static Saved correct(
      Sql sql, Version reading, Notes notes, Placement placement, Excerpter excerpter)
      throws SQLException {
    Article article = reading.article();
    Known known = known(sql, article.id()).orElse(null);
    if (known == null || known.version() < reading.number()) {
      return new Saved(Change.SAME, 0, 0);
    }
    boolean isCurrent = known.version() == reading.number();
    if (isCurrent && known.fingerprint().equals(article.fingerprint())) {
      return same(sql, article.id(), placement, known);
    }
    sql.update(
        "update version set doc = ? where article = ? and number = ?",
        ArticleJson.write(article),
        article.id().value(),
        reading.number());
    if (!isCurrent) {
      return new Saved(Change.CORRECTED, known.version(), known.seq());
    }
    Wanted wanted = wanted(article, notes, placement, excerpter);
    Saved changed = change(sql, wanted, known, known.version());
    return new Saved(Change.CORRECTED, known.version(), changed.seq());
  }

  /// @return where the bytes of an article's versions lie, those of which it is known
  static List<Kept> kept(Sql sql, ArticleId id) throws SQLException {
    return sql.list(
        "select number, record from version where article = ? and record is not null"
            + " order by number",
        row -> new Kept(row.getInt("number"), text(row, "record")),
        id.value());
  }

  private static Optional<Known> known(Sql sql, ArticleId id) throws SQLException {
    return sql.first(
        "select seq, source, story, lang, when_ms, version, copy_of, fingerprint, notes"
            + " from article where id = ?",
        row ->
            new Known(
                row.getLong("seq"),
                text(row, "source"),
                text(row, "story"),
                text(row, "lang"),
                row.getLong("when_ms"),
                row.getInt("version"),
                textOrNull(row, "copy_of"),
                text(row, "fingerprint"),
                text(row, "notes")),
        id.value());
  }

  /// A row of an older program may hold another kind of digest: then the words themselves are
  /// asked.
  private static boolean isSame(Sql sql, ArticleId id, Known known, String fingerprint)
      throws SQLException {
    if (known.fingerprint().equals(fingerprint)) {
      return true;
    }
    boolean same =
        sql.first(
                "select doc from version where article = ? and number = ?",
                row -> ArticleJson.read(text(row, "doc")).fingerprint(),
                id.value(),
                known.version())
            .filter(fingerprint::equals)
            .isPresent();
    if (same) {
      sql.update("update article set fingerprint = ? where id = ?", fingerprint, id.value());
    }
    return same;
  }

  private static Saved add(Sql sql, Wanted wanted) throws SQLException {
    long seq = Counters.next(sql, Counters.LOG);
    sql.update(
        """
        insert into article (seq, source, story, lang, when_ms, version, size_chars, copy_of,
          fingerprint, title, image, excerpt, why, notes, id)
        values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
        """,
        columns(wanted, seq, 1));
    hang(sql, wanted);
    Counters.add(sql, Counters.ARTICLES, 1);
    Stories.refresh(sql, wanted.story());
    return new Saved(Change.NEW, 1, seq);
  }

  private static Saved change(Sql sql, Wanted wanted, Known known, int version)
      throws SQLException {
    long seq = Counters.next(sql, Counters.LOG);
    String id = wanted.id();
    Terms.remove(sql, NotesJson.read(known.notes()), known.when(), id);
    Stories.count(sql, known.story(), known.source(), known.lang(), -1);
    Outlets.countArticles(sql, known.source(), -1);
    sql.update(
        """
        update article set seq = ?, source = ?, story = ?, lang = ?, when_ms = ?, version = ?,
          size_chars = ?, copy_of = ?, fingerprint = ?, title = ?, image = ?, excerpt = ?, why = ?,
          notes = ? where id = ?
        """,
        columns(wanted, seq, version));
    hang(sql, wanted);
    Stories.refresh(sql, wanted.story());
    if (!known.story().equals(wanted.story())) {
      Stories.refresh(sql, known.story());
    }
    return new Saved(Change.CHANGED, version, seq);
  }

  private static @Nullable Object[] columns(Wanted wanted, long seq, int version) {
    Article article = wanted.article();
    var image = article.image();
    return new @Nullable Object[] {
      seq,
      article.source().value(),
      wanted.story(),
      article.lang().tag(),
      wanted.when(),
      version,
      wanted.sizeChars(),
      wanted.copyOf(),
      wanted.fingerprint(),
      article.title().value(),
      image == null ? null : image.url(),
      wanted.excerpt(),
      Json.write(Json.strings(wanted.placement().why())),
      NotesJson.write(wanted.notes()),
      wanted.id()
    };
  }

  /// Writes what hangs on the article's row.
  private static void hang(Sql sql, Wanted wanted) throws SQLException {
    Article article = wanted.article();
    Outlets.countArticles(sql, article.source().value(), 1);
    Terms.add(sql, wanted.notes(), wanted.when(), wanted.id());
    Stories.count(sql, wanted.story(), article.source().value(), article.lang().tag(), 1);
    saveLinks(sql, article.id(), wanted.placement().links());
  }

  /// The words are known; the story or the links may have changed. A new story gives a new place in
  /// the log, since the index holds the story.
  private static Saved same(Sql sql, ArticleId id, Placement placement, Known known)
      throws SQLException {
    String story = placement.story().value();
    boolean moved = !story.equals(known.story());
    List<Link> links = placement.links();
    boolean relinked = !links.isEmpty() && !links.equals(links(sql, id));
    long seq = moved ? Counters.next(sql, Counters.LOG) : known.seq();
    if (relinked) {
      saveLinks(sql, id, links);
    }
    if (moved || relinked) {
      sql.update(
          "update article set seq = ?, story = ?, why = ?, copy_of = ? where id = ?",
          seq,
          story,
          Json.write(Json.strings(placement.why())),
          relinked ? copyOf(links) : known.copyOf(),
          id.value());
      if (moved) {
        Stories.count(sql, known.story(), known.source(), known.lang(), -1);
        Stories.count(sql, story, known.source(), known.lang(), 1);
        Stories.refresh(sql, known.story());
      }
      Stories.refresh(sql, story);
    }
    return new Saved(Change.SAME, known.version(), seq);
  }

  private static @Nullable String copyOf(List<Link> links) {
    for (Link link : links) {
      if (link.kind() == Link.Kind.COPY_OF) {
        return link.to().value();
      }
    }
    return null;
  }

  private static void saveLinks(Sql sql, ArticleId from, List<Link> links) throws SQLException {
    sql.update("delete from link where article = ?", from.value());
    int place = 0;
    for (Link link : links) {
      sql.update(
          "insert into link (article, place, target, kind, weight, reasons)"
              + " values (?, ?, ?, ?, ?, ?)",
          from.value(),
          place++,
          link.to().value(),
          link.kind().name(),
          link.weight(),
          Json.write(Json.strings(link.reasons())));
    }
  }

  static List<Link> links(Sql sql, ArticleId from) throws SQLException {
    return sql.list(
        "select * from link where article = ? order by place", Articles::toLink, from.value());
  }

  /// Links that end at the article, best first.
  static List<Link> linksTo(Sql sql, ArticleId to, int limit) throws SQLException {
    return sql.list(
        "select * from link where target = ? order by weight desc, article limit ?",
        Articles::toLink,
        to.value(),
        limit);
  }

  private static Link toLink(ResultSet row) throws SQLException {
    return new Link(
        new ArticleId(text(row, "article")),
        new ArticleId(text(row, "target")),
        Link.Kind.valueOf(text(row, "kind")),
        row.getDouble("weight"),
        Json.strings(Json.read(text(row, "reasons"))));
  }

  static List<ArticleId> copiesOf(Sql sql, ArticleId original) throws SQLException {
    return sql.list(
        "select a.id from link l join article a on a.id = l.article"
            + " where l.target = ? and l.kind = ? order by a.when_ms, a.id limit ?",
        row -> new ArticleId(text(row, "id")),
        original.value(),
        Link.Kind.COPY_OF.name(),
        COPIES_SHOWN);
  }

  static Optional<Entry> entry(Sql sql, ArticleId id) throws SQLException {
    return sql.first(ENTRIES + "where a.id = ?", Articles::toEntry, id.value());
  }

  static List<Entry> since(Sql sql, long seq, int limit) throws SQLException {
    return sql.list(
        ENTRIES + "where a.seq > ? order by a.seq limit ?", Articles::toEntry, seq, limit);
  }

  private static Entry toEntry(ResultSet row) throws SQLException {
    return new Entry(
        ArticleJson.read(text(row, "doc")),
        NotesJson.read(text(row, "notes")),
        new StoryId(text(row, "story")),
        Json.strings(Json.read(text(row, "why"))),
        row.getInt("version"),
        row.getLong("seq"));
  }

  static List<Version> versions(Sql sql, ArticleId id) throws SQLException {
    return sql.list(
        "select number, doc from version where article = ? order by number",
        row -> new Version(row.getInt("number"), ArticleJson.read(text(row, "doc"))),
        id.value());
  }
}
