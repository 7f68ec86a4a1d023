package org.tabadla.search;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.tabadla.model.Article;
import org.tabadla.model.ArticleId;
import org.tabadla.model.Block;
import org.tabadla.model.Lang;
import org.tabadla.model.Notes;
import org.tabadla.model.Placement;
import org.tabadla.model.SourceId;
import org.tabadla.model.StoryId;
import org.tabadla.model.Text;
import org.tabadla.search.Search.Answer;
import org.tabadla.search.Search.Order;
import org.tabadla.store.Store;
import org.tabadla.store.Stores;

class RebuildTest {
  private static final int ARTICLES = 25;

  @TempDir Path folder;

  @Test
  void aDroppedIndexIsFilledAgainFromTheStore() {
    try (Store store = Stores.open("jdbc:sqlite:" + folder.resolve("tabadla.db"));
        LuceneSearch search = LuceneSearch.open(folder.resolve("index"))) {
      for (int n = 0; n < ARTICLES; n++) {
        Article article = article(n);
        var placement = new Placement(article.id(), StoryId.of(article.id()), List.of(), List.of());
        store.save(article, Notes.NONE, placement, null);
      }
      catchUp(store, search);
      Answer before = search.search("treaty", Order.NEWEST, 0, 50);
      search.clear();
      assertThat(search.committedSeq()).isZero();
      catchUp(store, search);
      assertThat(search.search("treaty", Order.NEWEST, 0, 50)).isEqualTo(before);
      assertThat(((Answer.Found) before).total()).isEqualTo(ARTICLES);
      assertThat(search.committedSeq()).isEqualTo(store.newestSeq());
    }
  }

  private static void catchUp(Store store, Search search) {
    long seq = search.committedSeq();
    List<Store.Entry> page = store.since(seq, 10);
    while (!page.isEmpty()) {
      for (Store.Entry entry : page) {
        search.put(entry.article(), entry.notes(), entry.story(), entry.seq());
      }
      page = store.since(page.getLast().seq(), 10);
    }
    search.commit();
    search.refresh();
  }

  private static Article article(int n) {
    String url = "https://dawn.example/" + n;
    return new Article(
        ArticleId.of(url),
        new SourceId("dawn.example"),
        url,
        null,
        new Text("Treaty " + n, Lang.EN),
        null,
        List.of(),
        null,
        null,
        null,
        null,
        List.of(new Block.Paragraph("Words of article " + n)),
        null,
        Lang.EN,
        List.of(),
        false,
        Instant.parse("2025-07-11T12:00:00Z").plusSeconds(n));
  }
}
