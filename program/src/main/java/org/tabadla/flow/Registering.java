package org.tabadla.flow;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.locks.ReentrantLock;
import org.tabadla.model.Act;
import org.tabadla.model.Article;
import org.tabadla.model.Shelf;
import org.tabadla.model.SourceId;
import org.tabadla.store.Store;
import org.tabadla.store.Store.Entry;
import org.tabadla.understand.acts.ActReader;
import tools.jackson.databind.json.JsonMapper;

/// Reads in each article that arrives who agreed, signed or denied what with whom, and has it
/// filed.
///
/// It follows the store's log on a thread of its own, so the road never waits for it. Its place in
/// the log is written after what it stands for: `kill -9` costs a second look, and what is filed
/// twice is filed once.
public final class Registering implements AutoCloseable {
  /// Where acts go.
  @FunctionalInterface
  public interface Filing {
    /// @param source how the outlet calls itself
    void file(Article article, String source, List<Act> acts);
  }

  private static final Duration LOOK = Duration.ofSeconds(2);
  private static final int PAGE_OF_LOG = 200;
  private static final String KIND = "flow/place";
  private static final String KEY = "register";
  private static final JsonMapper JSON = new JsonMapper();

  private final Store store;
  private final Filing filing;
  private final ReentrantLock turn = new ReentrantLock();
  private final Beat beat = new Beat("register", LOOK, this::all);

  public Registering(Store store, Filing filing) {
    this.store = store;
    this.filing = filing;
  }

  /// Starts following the log; does nothing when it has been started.
  public void start() {
    beat.start();
  }

  /// Reads all that is in the log now.
  public void all() {
    turn.lock();
    try {
      for (var page = store.since(place(), PAGE_OF_LOG);
          !page.isEmpty();
          page = store.since(page.getLast().seq(), PAGE_OF_LOG)) {
        page.forEach(this::file);
        String body = JSON.writeValueAsString(JSON.createObjectNode().put("seq", last(page)));
        store.shelf().put(new Shelf.Paper(KIND, KEY, body));
      }
    } finally {
      turn.unlock();
    }
  }

  private static long last(List<Entry> page) {
    return page.getLast().seq();
  }

  private long place() {
    return store
        .shelf()
        .get(KIND, KEY)
        .map(paper -> JSON.readTree(paper.body()).path("seq").asLong())
        .orElse(0L);
  }

  private void file(Entry entry) {
    Article article = entry.article();
    Instant when = article.published() == null ? null : article.published().value().at();
    List<Act> acts = ActReader.of(article.title().value(), article.text(), article.lang(), when);
    if (!acts.isEmpty()) {
      filing.file(article, name(article.source()), acts);
    }
  }

  private String name(SourceId id) {
    return store.source(id).map(row -> row.source().name()).orElse(id.value());
  }

  @Override
  public void close() {
    beat.close();
  }
}
