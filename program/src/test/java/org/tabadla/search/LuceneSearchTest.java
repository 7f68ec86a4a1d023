package org.tabadla.search;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvFileSource;
import org.tabadla.model.Article;
import org.tabadla.model.ArticleId;
import org.tabadla.model.Block;
import org.tabadla.model.Found;
import org.tabadla.model.Keyword;
import org.tabadla.model.Lang;
import org.tabadla.model.Moment;
import org.tabadla.model.Name;
import org.tabadla.model.Notes;
import org.tabadla.model.Refusal;
import org.tabadla.model.SourceId;
import org.tabadla.model.StoryId;
import org.tabadla.model.Text;
import org.tabadla.search.Search.Answer;
import org.tabadla.search.Search.Hit;
import org.tabadla.search.Search.Order;

class LuceneSearchTest {
  private static final Instant NOON = Instant.parse("2025-07-11T12:00:00Z");

  @TempDir Path folder;

  @SuppressWarnings("NullAway.Init") // set before each test
  LuceneSearch search;

  private long seq;

  @BeforeEach
  void open() {
    search = LuceneSearch.open(folder);
  }

  @AfterEach
  void shut() {
    search.close();
  }

  private static Article article(
      String name, String source, Lang lang, String title, String body, Instant when) {
    String url = "https://" + source + "/" + name;
    return new Article(
        new ArticleId(name),
        new SourceId(source),
        url,
        null,
        new Text(title, lang),
        null,
        List.of(),
        null,
        null,
        new Found<>(Moment.time(when, ZoneOffset.UTC), "test", ""),
        null,
        body.lines().<Block>map(Block.Paragraph::new).toList(),
        null,
        lang,
        List.of(),
        false,
        when);
  }

  private void put(
      String name,
      String source,
      Lang lang,
      String title,
      String body,
      Instant when,
      @Nullable String keyword) {
    Notes notes =
        keyword == null
            ? Notes.NONE
            : new Notes(
                List.of(new Keyword(new Text(keyword, lang), keyword, 1)),
                List.of(
                    new Name(
                        new Text(keyword, lang), Name.Kind.PLACE, "key-" + keyword, "city:x", 1)),
                List.of());
    search.put(
        article(name, source, lang, title, body, when), notes, new StoryId("s" + name), ++seq);
  }

  /// The articles that `queries.tsv` asks for.
  private void fill() {
    for (String[] row : Rows.of("articles.tsv")) {
      put(
          row[0],
          row[1],
          new Lang(row[2]),
          row[5],
          row[6],
          Instant.parse(row[3] + "T08:00:00Z"),
          row[4]);
    }
    search.refresh();
  }

  private List<String> ids(String query) {
    return ids(query, Order.NEWEST);
  }

  private List<String> ids(String query, Order order) {
    return found(query, order).hits().stream().map(hit -> hit.id().value()).toList();
  }

  private Answer.Found found(String query, Order order) {
    return switch (search.search(query, order, 0, 100)) {
      case Answer.Found found -> found;
      case Answer.BadQuery bad -> throw new AssertionError(bad.why());
    };
  }

  @ParameterizedTest(name = "{0}: {1}")
  @CsvFileSource(resources = "queries.tsv", delimiter = '\t', quoteCharacter = '\0')
  void eachOperatorFindsWhatItMeans(String operator, String query, String expected) {
    fill();
    assertThat(ids(query))
        .as(operator)
        .containsExactlyInAnyOrder("-".equals(expected) ? new String[0] : expected.split(" "));
  }

  @ParameterizedTest(name = "{0}")
  @CsvFileSource(resources = "bad-queries.tsv", delimiter = '\t', quoteCharacter = '\0')
  void aBadQueryNamesThePartAndTheRemedy(String query, String part) {
    fill();
    Answer answer = search.search(query, Order.RELEVANCE, 0, 10);
    assertThat(answer).isInstanceOf(Answer.BadQuery.class);
    assertThat(((Answer.BadQuery) answer).why()).contains(part).doesNotContain("\n");
  }

  @Test
  void tooMuchIsRefusedInOneLine() {
    fill();
    for (String query :
        List.of("a".repeat(2_000), "(".repeat(100) + "a" + ")".repeat(100), "a ".repeat(200))) {
      assertThat(search.search(query, Order.RELEVANCE, 0, 10)).isInstanceOf(Answer.BadQuery.class);
    }
    assertThat(search.search("a", Order.RELEVANCE, 10_001, 10)).isInstanceOf(Answer.BadQuery.class);
    assertThat(search.search("a", Order.RELEVANCE, 9_999, 100)).isInstanceOf(Answer.Found.class);
  }

  @Test
  void aHeadlineCountsMoreThanTheBody() {
    put("body", "a.example", Lang.EN, "Weather", "A treaty was mentioned.", NOON, null);
    put("title", "a.example", Lang.EN, "Treaty signed", "The weather was fine.", NOON, null);
    search.refresh();
    assertThat(ids("treaty", Order.RELEVANCE)).containsExactly("title", "body");
  }

  @Test
  void amongEqualsTheNewerComesFirst() {
    put("old", "a.example", Lang.EN, "Treaty", "Same words.", NOON.minusSeconds(9_000_000), null);
    put("new", "a.example", Lang.EN, "Treaty", "Same words.", NOON, null);
    put("older", "a.example", Lang.EN, "Treaty", "Same words.", Instant.EPOCH, null);
    search.refresh();
    assertThat(ids("treaty", Order.RELEVANCE)).containsExactly("new", "old", "older");
    assertThat(ids("source:a.example", Order.RELEVANCE)).containsExactly("new", "old", "older");
  }

  @Test
  void excerptsAreWholeSentencesWithTheHitsMarked() {
    String filler = "Nothing of note happened in the long first sentence of this page. ".repeat(9);
    put("x", "a.example", Lang.EN, "T", filler + "\nThe treaty was signed.\n" + filler, NOON, null);
    search.refresh();
    String excerpt = found("treaty", Order.RELEVANCE).hits().getFirst().excerpt();
    assertThat(excerpt).contains("The \uE000treaty\uE001 was signed.");
    assertThat(excerpt.length()).isLessThan(1_300);
  }

  @Test
  void marksOfThePageAreNoHits() {
    put("x", "a.example", Lang.EN, "T", "A \uE000false\uE001 treaty.", NOON, null);
    search.refresh();
    assertThat(found("treaty", Order.NEWEST).hits().getFirst().excerpt())
        .isEqualTo("A \uFFFDfalse\uFFFD \uE000treaty\uE001.");
  }

  @Test
  void aHitInTheHeadlineShowsTheFirstSentences() {
    put("x", "a.example", Lang.EN, "Treaty", "First sentence.", NOON, null);
    put("y", "a.example", Lang.EN, "Treaty", "", NOON, null);
    search.refresh();
    assertThat(found("treaty", Order.NEWEST).hits())
        .extracting(Hit::excerpt)
        .containsExactlyInAnyOrder("First sentence.", "");
  }

  @Test
  void theSameArticleAgainReplacesTheFirst() {
    put("x", "a.example", Lang.EN, "Before", "b", NOON, null);
    put("x", "a.example", Lang.EN, "After", "b", NOON, null);
    search.refresh();
    assertThat(search.size()).isEqualTo(1);
    assertThat(ids("before")).isEmpty();
    assertThat(ids("after")).containsExactly("x");
  }

  @Test
  void readersSeeWhatIsPutAfterTheNextRefresh() {
    put("x", "a.example", Lang.EN, "Treaty", "b", NOON, null);
    assertThat(ids("treaty")).isEmpty();
    search.refresh();
    assertThat(ids("treaty")).containsExactly("x");
  }

  @Test
  void aCommitKeepsThePositionOfTheLog() {
    put("x", "a.example", Lang.EN, "Treaty", "b", NOON, null);
    assertThat(search.committedSeq()).isZero();
    search.commit();
    assertThat(search.committedSeq()).isEqualTo(1);
    search.close();
    search = LuceneSearch.open(folder);
    assertThat(search.committedSeq()).isEqualTo(1);
    assertThat(search.dropped()).isEmpty();
    assertThat(ids("treaty")).containsExactly("x");
  }

  @Test
  void aClearedIndexIsEmptyAtTheLogsBeginning() {
    fill();
    search.commit();
    search.clear();
    assertThat(search.size()).isZero();
    assertThat(search.committedSeq()).isZero();
    assertThat(ids("anything")).isEmpty();
  }

  @Test
  void aDamagedIndexIsDroppedAndSaysSo() throws IOException {
    fill();
    search.close();
    try (var files = Files.list(folder)) {
      for (Path file : files.filter(f -> !f.endsWith("write.lock")).toList()) {
        Files.write(file, new byte[] {1, 2, 3});
      }
    }
    search = LuceneSearch.open(folder);
    assertThat(search.dropped().orElseThrow()).contains("damaged");
    assertThat(search.committedSeq()).isZero();
    fill();
    assertThat(search.size()).isGreaterThan(3);
  }

  @Test
  void anIndexWithAFileMissingIsDropped() throws IOException {
    fill();
    search.close();
    try (var files = Files.list(folder)) {
      for (Path file : files.filter(f -> f.getFileName().toString().startsWith("_")).toList()) {
        Files.delete(file);
      }
    }
    search = LuceneSearch.open(folder);
    assertThat(search.dropped()).isPresent();
    assertThat(search.committedSeq()).isZero();
  }

  @Test
  void anIndexOfAnotherFormatIsDropped() throws IOException {
    fill();
    search.close();
    try (var directory = org.apache.lucene.store.FSDirectory.open(folder);
        var writer =
            new org.apache.lucene.index.IndexWriter(
                directory, new org.apache.lucene.index.IndexWriterConfig())) {
      writer.setLiveCommitData(java.util.Map.of("format", "0", "seq", "9").entrySet());
      writer.commit();
    }
    search = LuceneSearch.open(folder);
    assertThat(search.dropped().orElseThrow()).contains("«0»");
    assertThat(search.committedSeq()).isZero();
    assertThat(search.size()).isZero();
  }

  @Test
  void twoProgramsMayNotHaveItOpen() {
    assertThatThrownBy(() -> LuceneSearch.open(folder))
        .isInstanceOf(Refusal.class)
        .hasMessageContaining("another program");
  }

  @Test
  void hostileWordsAreIndexedWithoutHarm() {
    String endless = "x".repeat(100_000);
    put("x", "a.example", new Lang("xx-" + "y".repeat(500)), endless, endless, NOON, endless);
    put("y", "a.example", new Lang("qqqqqqqq"), "Treaty", "\0\uD800", Instant.MAX, null);
    search.refresh();
    search.commit();
    assertThat(ids("treaty")).containsExactly("y");
  }

  @Test
  void theTotalIsExactWhereItIsSmall() {
    for (int i = 0; i < 30; i++) {
      put("x" + i, "a.example", Lang.EN, "Treaty", "b", NOON, null);
    }
    search.refresh();
    Answer answer = search.search("treaty", Order.RELEVANCE, 20, 5);
    assertThat(answer).isInstanceOf(Answer.Found.class);
    assertThat(((Answer.Found) answer).total()).isEqualTo(30);
    assertThat(((Answer.Found) answer).hits()).hasSize(5);
  }

  @Test
  void aQueryOfMoreWordsThanCanBeLookedForIsTold() {
    for (String lang : List.of("ur", "en", "zh", "ru", "ar", "fa", "hi", "de")) {
      put(lang, "a.example", new Lang(lang), "Treaty", "Signed.", NOON, null);
    }
    search.commit();
    search.refresh();
    var characters = new StringBuilder();
    for (int i = 0; i < 400; i++) {
      characters.append((char) (0x4E00 + 37 * i));
    }
    assertThat(search.search(characters.toString(), Search.Order.RELEVANCE, 0, 10))
        .isInstanceOf(Search.Answer.BadQuery.class);
  }
}
