package org.tabadla;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.tabadla.cli.Rooms;
import org.tabadla.config.SettingsFile;
import org.tabadla.flow.Progress;
import org.tabadla.flow.Tally;
import org.tabadla.language.Letters;
import org.tabadla.model.ArticleId;
import org.tabadla.model.Block;
import org.tabadla.model.Feed;
import org.tabadla.model.Found;
import org.tabadla.model.Lang;
import org.tabadla.model.Link;
import org.tabadla.model.Moment;
import org.tabadla.press.Gold;
import org.tabadla.press.Outlet;
import org.tabadla.press.Press;
import org.tabadla.store.Store.Change;
import org.tabadla.store.Store.Entry;
import org.tabadla.store.Store.Outcome;

/// The whole road on the whole sample press, over real HTTP, held against what the press's own
/// files say.
class PressRoadTest {
  private static final int FEWEST_ARTICLES = 80;
  // What is put together wrongly today is one look-alike: the semi-final and the final of one cup.
  private static final double LEAST_PRECISION = 0.75;
  private static final double LEAST_RECALL = 0.5;

  // The zone of every outlet of the press that tells times without a zone.
  private static final Duration KARACHI_FROM_UTC = Duration.ofHours(5);

  @TempDir static Path data;
  private static Press press;
  private static Rooms rooms;
  private static Tally first;
  private static Tally second;
  private static Map<Gold.Place, Entry> entries;

  @BeforeAll
  static void read() {
    press = Press.open(0);
    String hosts =
        press.outlets().stream().map(o -> "127.0.0.1:" + o.port()).collect(Collectors.joining(","));
    rooms =
        Tabadla.rooms()
            .open(
                SettingsFile.load(
                    data,
                    Map.of(),
                    Map.of("fetch.allowed-hosts", hosts, "fetch.host-pause", "0ms")));
    List<Feed> feeds = new ArrayList<>();
    for (Outlet outlet : press.outlets()) {
      feeds.addAll(rooms.intake().add(outlet.address()));
    }
    // One outlet after the other, so that every run sees the same order of arrival.
    first = new Tally();
    feeds.forEach(feed -> first.add(rooms.rounds().visit(List.of(feed), Progress.SILENT)));
    press.nextEdition();
    second = rooms.rounds().visit(rooms.store().feeds(), Progress.SILENT);
    rooms.indexing().settle();
    entries = entries();
  }

  @AfterAll
  static void close() {
    rooms.close();
    press.close();
  }

  private static Map<Gold.Place, Entry> entries() {
    Map<Gold.Place, Entry> out = new HashMap<>();
    for (Outlet outlet : press.outlets()) {
      String origin = "http://127.0.0.1:" + outlet.port();
      for (Entry entry : rooms.store().since(0, 1_000)) {
        if (entry.article().url().startsWith(origin + "/")) {
          out.put(
              new Gold.Place(outlet.host(), entry.article().url().substring(origin.length())),
              entry);
        }
      }
    }
    return out;
  }

  @Test
  void everyArticleArrivesOnceAndEveryTroubleHasAReason() {
    assertThat(first.of(Change.NEW)).isGreaterThanOrEqualTo(FEWEST_ARTICLES);
    assertThat(first.of(Outcome.REFUSED) + first.of(Outcome.FAILED)).isGreaterThanOrEqualTo(3);
    assertThat(rooms.store().troubles(50))
        .allSatisfy(visit -> assertThat(visit.detail()).startsWith("[").contains("; "));
    assertThat(rooms.store().articleCount()).isEqualTo(first.of(Change.NEW));
  }

  @Test
  void theNextEditionBringsOneChangeAndNothingTwice() {
    assertThat(second.of(Change.CHANGED)).isEqualTo(1);
    assertThat(second.of(Change.NEW)).isZero();
    assertThat(entries.values().stream().filter(e -> e.version() == 2)).hasSize(1);
  }

  @Test
  void articlesThatTellOneEventStandInOneStory() {
    int both = 0;
    int told = 0;
    int put = 0;
    List<String> wrong = new ArrayList<>();
    List<Gold.Place> places = new ArrayList<>(entries.keySet());
    Map<Gold.Place, String> events = new HashMap<>();
    Map<String, String> followUps = Gold.followUps();
    Gold.byEvent().forEach((event, all) -> all.forEach(place -> events.put(place, event)));
    for (int i = 0; i < places.size(); i++) {
      for (int j = i + 1; j < places.size(); j++) {
        String event = events.get(places.get(i));
        boolean isOne = event != null && event.equals(events.get(places.get(j)));
        boolean isNear = event != null && isFollowUp(followUps, event, events.get(places.get(j)));
        boolean isPut = story(places.get(i)).equals(story(places.get(j)));
        told += isOne ? 1 : 0;
        // A follow-up may stand in the story that it follows or begin its own.
        put += isPut && !isNear ? 1 : 0;
        both += isOne && isPut ? 1 : 0;
        if (isPut && !isOne && !isNear) {
          wrong.add(title(places.get(i)) + " ≠ " + title(places.get(j)));
        }
      }
    }
    assertThat(both / (double) put)
        .as("precision: " + both + " of " + put + " " + wrong)
        .isGreaterThanOrEqualTo(LEAST_PRECISION);
    assertThat(both / (double) told)
        .as("recall: " + both + " of " + told + ", precision " + both + " of " + put)
        .isGreaterThanOrEqualTo(LEAST_RECALL);
  }

  private static String story(Gold.Place place) {
    Entry entry = entries.get(place);
    return entry == null ? place.path() : entry.story().value();
  }

  private static boolean isFollowUp(
      Map<String, String> followUps, String one, @Nullable String other) {
    return other != null && (other.equals(followUps.get(one)) || one.equals(followUps.get(other)));
  }

  private static String title(Gold.Place place) {
    Entry entry = entries.get(place);
    return entry == null ? place.path() : entry.article().title().value() + entry.why();
  }

  @Test
  void theForumIsOneStoryInManyLanguages() {
    Map<String, Set<String>> languages = new HashMap<>();
    Set<Gold.Place> forum = new HashSet<>();
    Gold.byEvent()
        .forEach((event, all) -> {
          if (event.contains("forum") && all.size() > forum.size()) {
            forum.clear();
            forum.addAll(all);
          }
        });
    for (Gold.Place place : forum) {
      Entry entry = entries.get(place);
      if (entry != null) {
        languages
            .computeIfAbsent(entry.story().value(), _ -> new TreeSet<>())
            .add(entry.article().lang().tag());
      }
    }
    assertThat(languages.values())
        .anySatisfy(tags -> assertThat(tags).hasSizeGreaterThanOrEqualTo(4));
  }

  private static Set<String> storiesOf(String event) {
    Set<String> out = new TreeSet<>();
    Gold.byEvent().getOrDefault(event, Set.of()).forEach(place -> out.add(story(place)));
    return out;
  }

  @Test
  void theMeetingAboutMediaIsAStoryOfItsOwnAndRelatedToTheForum() {
    Set<String> meeting = storiesOf("media-meeting");
    assertThat(meeting).hasSize(1).doesNotContainAnyElementsOf(storiesOf("sco-forum"));
    Set<ArticleId> forum = articlesOf("sco-forum");
    Set<ArticleId> media = articlesOf("media-meeting");
    List<Link> between = new ArrayList<>();
    for (ArticleId id :
        rooms.store().since(0, 1_000).stream().map(e -> e.article().id()).toList()) {
      for (Link link : rooms.store().links(id)) {
        if ((forum.contains(id) && media.contains(link.to()))
            || (media.contains(id) && forum.contains(link.to()))) {
          between.add(link);
        }
      }
    }
    assertThat(between)
        .isNotEmpty()
        .allSatisfy(link -> assertThat(link.kind()).isEqualTo(Link.Kind.RELATED))
        .allSatisfy(link -> assertThat(link.reasons()).hasSizeGreaterThanOrEqualTo(2));
  }

  private static Set<ArticleId> articlesOf(String event) {
    return articles(Gold.byEvent().getOrDefault(event, Set.of()));
  }

  private static Set<ArticleId> articles(Set<Gold.Place> places) {
    Set<ArticleId> out = new HashSet<>();
    for (Gold.Place place : places) {
      Entry entry = entries.get(place);
      if (entry != null) {
        out.add(entry.article().id());
      }
    }
    return out;
  }

  @Test
  void eachDaysRatesAndTheClosingRateStandByThemselves() {
    Set<String> all = new TreeSet<>();
    for (String bulletin : List.of("rates-10", "rates-11", "fx-note")) {
      assertThat(storiesOf(bulletin)).as(bulletin).hasSize(1);
      all.addAll(storiesOf(bulletin));
    }
    assertThat(all).hasSize(3);
  }

  @Test
  void aWireCopyIsFoldedUnderItsOrigin() {
    assertThat(Gold.copies()).isNotEmpty();
    for (Set<Gold.Place> group : Gold.copies()) {
      Set<ArticleId> same = articles(group);
      List<Link> copies =
          same.stream()
              .flatMap(id -> rooms.store().links(id).stream())
              .filter(link -> link.kind() == Link.Kind.COPY_OF)
              .toList();
      assertThat(copies).as("all but the origin").hasSize(same.size() - 1);
      assertThat(copies).extracting(Link::to).containsOnly(copies.getFirst().to());
      assertThat(same).contains(copies.getFirst().to());
    }
  }

  /// Each outlet of the press puts words of its own into every story, as real ones do.
  @Test
  void noWordsOfAnOutletStandInAllItsArticles() {
    Map<String, Integer> lines = new HashMap<>();
    for (var entry : entries.entrySet()) {
      entry.getValue().article().body().stream()
          .map(Block::plain)
          .filter(words -> !words.isEmpty())
          .map(words -> entry.getKey().host() + ": " + words)
          .distinct()
          .forEach(line -> lines.merge(line, 1, Integer::sum));
    }
    assertThat(lines).hasSizeGreaterThan(FEWEST_ARTICLES);
    assertThat(lines.entrySet().stream().filter(line -> line.getValue() > 2)).isEmpty();
    assertThat(rooms.store().rereadings(99)).isEmpty();
  }

  @Test
  void headlinesAndDatesAreTheOnesThatWereWritten() {
    List<String> wrongTitles = new ArrayList<>();
    List<String> wrongDates = new ArrayList<>();
    int all = 0;
    for (Gold.Written written : Gold.articles()) {
      Entry entry = entries.get(written.place());
      if (entry == null || entry.version() > 1) {
        continue;
      }
      all++;
      String title = entry.article().title().value();
      if (!letters(title).equals(letters(written.headline()))) {
        wrongTitles.add("«" + title + "» for «" + written.headline() + "»");
      }
      Found<Moment> published = entry.article().published();
      if (published == null || !isSame(published.value(), written.published())) {
        wrongDates.add(written.place() + ": " + published + " for " + written.published());
      }
    }
    assertThat(all).isGreaterThanOrEqualTo(FEWEST_ARTICLES - 1);
    assertThat(wrongTitles).isEmpty();
    assertThat(wrongDates).isEmpty();
  }

  @Test
  void aLiveBlogArrivesAsItsEntries() {
    List<Block.Entry> entries = blocks("براہ راست: راول جھیل", Block.Entry.class);
    assertThat(entries)
        .extracting(
            entry -> entry.title() + " " + java.util.Objects.requireNonNull(entry.at()).words())
        .containsExactly(
            "آخری پیمائش، جھیل پرسکون 18:40",
            "کشتیاں واپس بلا لی گئیں 15:10",
            "پیمانہ دو انچ نیچے 12:30",
            "دن کی پہلی پیمائش 09:05");
    assertThat(written("براہ راست: راول جھیل").blocks())
        .zipSatisfy(
            entries,
            (block, entry) ->
                assertThat(letters(block)).endsWith(letters(entry.blocks().getFirst().plain())));
    assertThat(java.util.Objects.requireNonNull(entries.getFirst().at()).value().at())
        .isEqualTo(Instant.parse("2025-07-12T13:40:00Z"));
    assertThat(article("براہ راست: راول جھیل").text()).doesNotContain("واٹس ایپ", "دیکھ رہے");
  }

  @Test
  void aGalleryArrivesWithCaptionsAndCreditsInOrder() {
    List<Block.Gallery> galleries = blocks("تصویری جھلکیاں", Block.Gallery.class);
    assertThat(galleries).hasSize(1);
    List<Block.Picture> pictures = galleries.getFirst().pictures();
    assertThat(pictures)
        .extracting(picture -> letters(String.valueOf(picture.caption())))
        .isEqualTo(
            written("تصویری جھلکیاں").blocks().stream().map(PressRoadTest::letters).toList());
    assertThat(pictures).extracting(Block.Picture::credit).contains("تصویر: کامران لغاری");
    assertThat(pictures.getFirst().url()).endsWith("/img/peak.svg");
  }

  @Test
  void aVideoArrivesWithItsLengthAndPlayer() {
    Block.Video video = blocks("Watch: the organ", Block.Video.class).getFirst();
    assertThat(String.valueOf(video.url())).endsWith("/embed/tide-organ");
    assertThat(java.util.Objects.requireNonNull(video.duration()).value())
        .isEqualTo(Duration.ofSeconds(125));
    assertThat(article("Watch: the organ").text()).contains("as long as the loudest wave lasts.");
  }

  @Test
  void anArticleOfTwoPagesArrivesWhole() {
    String text = article("Two days on the old salt road").text();
    for (String block : written("Two days on the old salt road").blocks()) {
      assertThat(letters(text)).contains(letters(block));
    }
    assertThat(blocks("Two days on the old salt road", Block.Continued.class)).isEmpty();
    assertThat(text).doesNotContain("Next page").doesNotContain("Page 1");
  }

  @Test
  void whatIsNoArticleIsNamed() {
    List<String> details =
        rooms.store().troubles(200).stream()
            .filter(visit -> visit.outcome() == Outcome.NOT_AN_ARTICLE)
            .map(visit -> visit.detail())
            .toList();
    assertThat(details)
        .hasSize(4)
        .anyMatch(detail -> detail.contains("an error page («صفحہ نہیں ملا»)"))
        .anyMatch(detail -> detail.contains("a consent wall («We value your privacy»)"))
        .anyMatch(detail -> detail.contains("/tag/Sport] a list of"))
        .anyMatch(detail ->
            detail.contains("/tag/%D9%BE%D8%A7%DA%A9%D8%B3%D8%AA%D8%A7%D9%86] a list of"));
  }

  private static org.tabadla.model.Article article(String headline) {
    return entries.values().stream()
        .map(Entry::article)
        .filter(article -> article.title().value().startsWith(headline))
        .findFirst()
        .orElseThrow(() -> new AssertionError("no article " + headline));
  }

  private static Gold.Written written(String headline) {
    return Gold.articles().stream()
        .filter(w -> w.headline().startsWith(headline))
        .findFirst()
        .orElseThrow();
  }

  private static <T extends Block> List<T> blocks(String headline, Class<T> kind) {
    return article(headline).body().stream().filter(kind::isInstance).map(kind::cast).toList();
  }

  /// Templates have their own typing: what is compared is letters and digits.
  private static String letters(String text) {
    return Letters.fold(text, Lang.UND).replaceAll("[^\\p{L}\\p{Nd}]+", " ").strip();
  }

  /// A page may tell no more than the day, or a time without its zone, and seldom tells seconds.
  private static boolean isSame(Moment read, Instant written) {
    Duration apart = Duration.between(read.at(), written).abs();
    if (read.precision() == Moment.Precision.DAY) {
      return apart.compareTo(Duration.ofHours(36)) < 0;
    }
    boolean isZoneUntold = read.zone().equals(ZoneOffset.UTC);
    return apart.toMinutes() == 0 || (isZoneUntold && apart.equals(KARACHI_FROM_UTC));
  }
}
