package org.tabadla.flow;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.tabadla.Tabadla;
import org.tabadla.cli.Rooms;
import org.tabadla.config.SettingsFile;
import org.tabadla.link.Linker;
import org.tabadla.link.Options;
import org.tabadla.model.ArticleId;
import org.tabadla.model.SourceId;
import org.tabadla.model.StoryId;
import org.tabadla.read.SitePages;
import org.tabadla.store.Store;
import org.tabadla.store.Store.Entry;

/// That the file is truly read, and that what came after it is truly told again.
class RememberingTest {
  private static final int ARTICLES = 40;
  private static final SourceId HARBOUR = new SourceId("harbour.example");

  @TempDir Path folder;

  private Rooms house() {
    Rooms rooms =
        Tabadla.rooms().open(SettingsFile.load(folder.resolve("house"), Map.of(), Map.of()));
    for (int i = 0; i < ARTICLES; i++) {
      var page = SitePages.page("a" + i, SitePages.html(SitePages.paragraphs(i, 3)));
      rooms.road().carry(new Arrival(page, String.valueOf(page.url()), HARBOUR, null, null, null));
    }
    return rooms;
  }

  /// A linker that was told the first `count` articles, the very first in a story that no record
  /// knows.
  private static Linker toldOtherwise(List<Entry> entries, int count) {
    var linker = new Linker(Options.STANDARD);
    for (Entry entry : entries.subList(0, count)) {
      StoryId story = entry.equals(entries.getFirst()) ? elsewhere() : entry.story();
      linker.remember(entry.article(), story);
    }
    linker.moved();
    return linker;
  }

  private static StoryId elsewhere() {
    return StoryId.of(ArticleId.of("https://elsewhere.example/"));
  }

  @Test
  void theFileIsTakenAndWhatCameLaterIsToldAgain() {
    try (Rooms rooms = house()) {
      Store store = rooms.store();
      List<Entry> entries = store.since(0, ARTICLES);
      var file = new Recollection(folder.resolve("linker.state"), Options.STANDARD);
      file.save(toldOtherwise(entries, ARTICLES - 5), entries.get(ARTICLES - 6).seq());
      var memory = new Remembering(store, file);
      memory.remember();
      Map<ArticleId, StoryId> held = memory.linker().latest(2 * ARTICLES);
      assertThat(held).hasSize(ARTICLES);
      assertThat(held).containsEntry(entries.getFirst().article().id(), elsewhere());
      assertThat(held).containsEntry(entries.getLast().article().id(), entries.getLast().story());
      assertThat(memory.isAhead()).isTrue();
    }
  }

  @Test
  void aFileThatKnowsMoreThanTheRecordsIsNotTaken() {
    try (Rooms rooms = house()) {
      Store store = rooms.store();
      List<Entry> entries = store.since(0, ARTICLES);
      var file = new Recollection(folder.resolve("linker.state"), Options.STANDARD);
      file.save(toldOtherwise(entries, ARTICLES), store.newestSeq() + 1);
      var memory = new Remembering(store, file);
      memory.remember();
      assertThat(memory.linker().latest(2 * ARTICLES))
          .containsEntry(entries.getFirst().article().id(), entries.getFirst().story());
    }
  }
}
