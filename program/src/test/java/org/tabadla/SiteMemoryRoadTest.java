package org.tabadla;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.tabadla.cli.Commands;
import org.tabadla.cli.Rooms;
import org.tabadla.cli.Said;
import org.tabadla.config.Settings;
import org.tabadla.config.SettingsFile;
import org.tabadla.flow.Arrival;
import org.tabadla.flow.Progress;
import org.tabadla.flow.Road.Carried;
import org.tabadla.model.ArticleId;
import org.tabadla.model.Page;
import org.tabadla.model.SourceId;
import org.tabadla.read.SiteMemory;
import org.tabadla.read.SitePages;
import org.tabadla.search.Search;
import org.tabadla.store.Store.Change;
import org.tabadla.store.Store.Entry;

/// The memory of a site on the real road, with the real store, archive and index.
class SiteMemoryRoadTest {
  private static final String APPEAL =
      "Good lighthouses cost money, so please think of becoming a friend of the Harbour today.";
  private static final SourceId HARBOUR = new SourceId("harbour.example");

  @TempDir Path data;
  private @Nullable Rooms open;

  @BeforeEach
  void open() {
    open = Tabadla.rooms().open(settings());
  }

  @AfterEach
  void close() {
    rooms().close();
  }

  private void reopen() {
    close();
    open();
  }

  private Rooms rooms() {
    if (open == null) {
      throw new IllegalStateException("not open");
    }
    return open;
  }

  private Settings settings() {
    return SettingsFile.load(data, Map.of(), Map.of());
  }

  private static Page page(int number, String... more) {
    var words = new ArrayList<>(SitePages.paragraphs(number, 5));
    words.addAll(List.of(more));
    words.add(APPEAL);
    return SitePages.page("a" + number, SitePages.html(words));
  }

  private Carried carry(Page page) {
    return rooms()
        .road()
        .carry(new Arrival(page, String.valueOf(page.url()), HARBOUR, null, null, null));
  }

  private void carry(int from, int to) {
    for (int i = from; i <= to; i++) {
      carry(page(i));
    }
  }

  private void rereadWhatIsDue() {
    rooms().rounds().visit(List.of(), Progress.SILENT);
    rooms().indexing().settle();
  }

  private static ArticleId id(int number) {
    return ArticleId.of(SitePages.SITE + "/a" + number);
  }

  private Entry entry(int number) {
    return rooms().store().entry(id(number)).orElseThrow();
  }

  private static String own(int number) {
    return String.join("\n", SitePages.paragraphs(number, 5));
  }

  private int found(String words) {
    Search.Answer answer = rooms().search().search(words, Search.Order.NEWEST, 0, 50);
    return answer instanceof Search.Answer.Found(var hits, var _) ? hits.size() : -1;
  }

  @Test
  void theThirdPageIsReadBesideTheOthersAndTheFirstCorrectedInItsPlace() {
    carry(1, 4);
    rereadWhatIsDue();
    assertThat(entry(1).article().text()).endsWith(APPEAL);
    assertThat(entry(3).article().text()).isEqualTo(own(3));
    assertThat(found("lighthouses")).isEqualTo(2);
    long log = rooms().store().newestSeq();

    carry(5, 5);
    rereadWhatIsDue();

    for (int i = 1; i <= 5; i++) {
      assertThat(entry(i).article().text()).isEqualTo(own(i));
      assertThat(entry(i).version()).isEqualTo(1);
      assertThat(rooms().store().versions(id(i))).hasSize(1);
    }
    assertThat(found("lighthouses")).isZero();
    assertThat(rooms().store().newestSeq()).as("two corrections and a new one").isEqualTo(log + 3);
    assertThat(rooms().store().rereadings(9)).isEmpty();
    assertThat(rooms().store().check()).isEmpty();
  }

  @Test
  void whatWasLearntAndWhatIsDueAreThereAfterAStop() {
    carry(1, 5);
    try (var beside = Tabadla.rooms().look(settings())) {
      // Written while the pages were, not at the end: a kill would not have lost it.
      assertThat(beside.store().rereadings(9)).hasSize(1);
      byte[] stored = beside.store().siteMemory(HARBOUR).orElseThrow().array();
      assertThat(SiteMemory.of(stored).pages()).isEqualTo(5);
    }
    reopen();
    carry(6, 6);
    assertThat(entry(6).article().text()).isEqualTo(own(6));
    assertThat(entry(1).article().text()).endsWith(APPEAL);
    rereadWhatIsDue();
    assertThat(entry(1).article().text()).isEqualTo(own(1));
  }

  @Test
  void theSamePageBetterReadIsNoNewVersion() {
    carry(1, 3);
    Page again = page(1);
    byte[] bytes =
        (new String(again.body().array(), StandardCharsets.UTF_8) + "<!-- served by b -->")
            .getBytes(StandardCharsets.UTF_8);
    Carried carried =
        carry(new Page(again.url(), null, new org.tabadla.model.Bytes(bytes), again.fetched()));
    assertThat(carried.change()).isEqualTo(Change.CORRECTED);
    assertThat(carried.isNews()).isFalse();
    assertThat(entry(1).version()).isEqualTo(1);
    assertThat(entry(1).article().text()).isEqualTo(own(1));
    assertThat(carry(again).change()).isEqualTo(Change.SAME);
  }

  @Test
  void otherWordsAreANewVersionAndTheOldOneIsCorrectedToo() {
    carry(1, 2);
    String added =
        "The keeper said on Friday that the lamp had been mended, and that it was bright.";
    assertThat(carry(page(1, added)).change()).isEqualTo(Change.CHANGED);
    carry(3, 5);
    rereadWhatIsDue();
    assertThat(rooms().store().versions(id(1)))
        .extracting(version -> version.article().text())
        .containsExactly(own(1), own(1) + "\n" + added);
  }

  @Test
  void rebuildingGivesWhatReadingAndRereadingGave() {
    carry(1, 3);
    carry(page(1, "The keeper said on Friday that the lamp had been mended, and it was bright."));
    carry(4, 5);
    rereadWhatIsDue();
    Map<String, String> live = texts();

    rooms().rebuild().all(Progress.SILENT);

    assertThat(texts()).isEqualTo(live).hasSize(6);
    assertThat(rooms().store().rereadings(9)).isEmpty();
    assertThat(rooms().store().check()).isEmpty();
  }

  private Map<String, String> texts() {
    Map<String, String> texts = new TreeMap<>();
    for (Entry entry : rooms().store().since(0, 100)) {
      rooms()
          .store()
          .versions(entry.article().id())
          .forEach(version ->
              texts.put(entry.article().url() + " " + version.number(), version.article().text()));
    }
    return texts;
  }

  @Test
  void showTellsOfEachLineWhyItIsThere() throws Exception {
    carry(1, 5);
    rereadWhatIsDue();
    List<String> said = command("show", id(4).value(), "--why");
    assertThat(said.get(said.indexOf("dropped  " + APPEAL.substring(0, 72) + "…") + 1))
        .contains("furniture: the same words stood on 4 of 4 other pages of this site");
    assertThat(said).anyMatch(line -> line.startsWith("kept     " + own(4).substring(0, 20)));
    assertThat(said)
        .anyMatch(line -> line.startsWith("         0.9") && line.contains("at first by"));

    Path saved = Files.write(data.resolve("saved.html"), page(77).body().array());
    assertThat(command("show", saved.toString(), "--why"))
        .as("a page that names no site is read as the first of one")
        .anyMatch(line -> line.startsWith("kept     " + APPEAL.substring(0, 20)));
  }

  private List<String> command(String... words) {
    var out = new ByteArrayOutputStream();
    var print = new PrintStream(out, true, StandardCharsets.UTF_8);
    var args = new ArrayList<>(List.of(words));
    args.addAll(List.of("--data", data.toString()));
    int status =
        Commands.execute(
            Tabadla.rooms(),
            new ByteArrayInputStream(new byte[0]),
            new Said(print, print),
            args.toArray(String[]::new));
    assertThat(status).as(out.toString(StandardCharsets.UTF_8)).isZero();
    return out.toString(StandardCharsets.UTF_8).lines().toList();
  }
}
