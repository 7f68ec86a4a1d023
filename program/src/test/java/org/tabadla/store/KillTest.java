package org.tabadla.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.tabadla.store.Samples.numbered;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.tabadla.model.ArticleId;
import org.tabadla.store.Store.Entry;

class KillTest {
  private static final int KILLS = 2;
  private static final int ENOUGH = 40;

  @TempDir Path folder;

  @Test
  void whatWasAcknowledgedSurvivesAKillAndIsThereOnce() throws Exception {
    String url = "jdbc:sqlite:" + folder.resolve("tabadla.db");
    int acknowledged = 0;
    for (int kill = 0; kill < KILLS; kill++) {
      acknowledged = Math.max(acknowledged, saveUntilKilled(url));
      try (Store store = Stores.open(url)) {
        Set<ArticleId> there = everything(store);
        for (int n = 1; n <= acknowledged; n++) {
          assertThat(there).as("article " + n).contains(numbered(n).id());
          assertThat(store.visit(numbered(n).url())).isPresent();
        }
        // The one after may have been saved without the news of it having come through.
        assertThat(store.articleCount()).isBetween((long) acknowledged, acknowledged + 1L);
        assertThat(store.check()).isEmpty();
      }
    }
  }

  private static Set<ArticleId> everything(Store store) {
    Set<ArticleId> there = new HashSet<>();
    long seq = 0;
    List<Entry> page = store.since(seq, 100);
    while (!page.isEmpty()) {
      for (Entry entry : page) {
        assertThat(there.add(entry.article().id())).as("once").isTrue();
        seq = entry.seq();
      }
      page = store.since(seq, 100);
    }
    return there;
  }

  /// @return the number of the last article that was acknowledged
  private static int saveUntilKilled(String url) throws IOException, InterruptedException {
    Process child =
        new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "--enable-native-access=ALL-UNNAMED",
                "-cp",
                System.getProperty(
                    "surefire.test.class.path", System.getProperty("java.class.path")),
                SavingForever.class.getName(),
                url)
            .redirectError(ProcessBuilder.Redirect.DISCARD)
            .start();
    int last = 0;
    try (BufferedReader out = child.inputReader()) {
      String line;
      while (last < ENOUGH && (line = out.readLine()) != null) {
        if (line.startsWith("saved ")) {
          last = Integer.parseInt(line.substring("saved ".length()));
        }
      }
      // By its handle: the other way closes what is still to be read.
      child.toHandle().destroyForcibly();
      // What it said before it died was acknowledged too.
      while ((line = out.readLine()) != null) {
        if (line.startsWith("saved ")) {
          last = Math.max(last, Integer.parseInt(line.substring("saved ".length())));
        }
      }
    } finally {
      child.destroyForcibly();
      child.waitFor();
    }
    return last;
  }
}
