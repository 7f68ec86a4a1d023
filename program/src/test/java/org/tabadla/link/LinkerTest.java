package org.tabadla.link;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.tabadla.model.Article;
import org.tabadla.model.ArticleId;
import org.tabadla.model.Block;
import org.tabadla.model.Found;
import org.tabadla.model.Lang;
import org.tabadla.model.Link;
import org.tabadla.model.Moment;
import org.tabadla.model.Placement;
import org.tabadla.model.SourceId;
import org.tabadla.model.StoryId;
import org.tabadla.model.Text;

class LinkerTest {
  private static final Instant MONDAY = Instant.parse("2025-07-14T08:00:00Z");
  private static final String FLOOD_TITLE = "River Swat floods bridge near Mingora";
  private static final String FLOOD =
      "The river Swat swept away the old bridge near Mingora on Monday morning, rescue workers"
          + " said. Some 40 families were taken to a school on higher ground.";
  private static final String FLOOD_AGAIN =
      "Rescue workers in Mingora moved families to a school after the Swat took the old bridge."
          + " The river rose through the night.";
  private static final String CRICKET =
      "The captain scored a century in Multan and his bowlers took the last wickets before tea.";

  private static final String FORUM_TITLE = "ایس سی او کے ڈیجیٹل فورم میں بارہ منصوبوں پر دستخط";
  private static final String FORUM =
      "شنگھائی تعاون تنظیم کا ڈیجیٹل فورم چین کے شہر تھیئن جن میں ہوا۔ پاکستان، چین اور مصر نے"
          + " سرحد پار ای کامرس اور سمارٹ شہروں کے 12 منصوبوں پر دستخط کیے۔";
  private static final String MEDIA_TITLE = "پاکستان اور چین میڈیا تعاون بڑھانے پر متفق";
  private static final String MEDIA =
      "بیجنگ میں وزیر اطلاعات کی چینی حکام سے ملاقات ہوئی۔ پاکستان اور چین نے فیک نیوز کے خلاف"
          + " مشترکہ کام، ثقافتی تبادلے اور ڈیجیٹل میڈیا میں تعاون پر اتفاق کیا۔";

  private final Linker linker = new Linker();

  private static Article article(String path, String lang, String title, String text, Instant at) {
    String url = "https://example.org/" + path;
    var language = new Lang(lang);
    return new Article(
        ArticleId.of(url),
        new SourceId("example"),
        url,
        null,
        new Text(title, language),
        null,
        List.of(),
        null,
        null,
        new Found<>(Moment.time(at, java.time.ZoneOffset.UTC), "test", ""),
        null,
        List.of(new Block.Paragraph(text)),
        null,
        language,
        List.of(),
        false,
        at);
  }

  private Placement place(String path, String title, String text, Duration later) {
    return place(article(path, "en", title, text, MONDAY.plus(later)));
  }

  private Placement place(Article article) {
    return linker.place(article);
  }

  @Test
  void tellingsOfOneEventAreOneStoryAndSayWhy() {
    Placement first = place("1", FLOOD_TITLE, FLOOD, Duration.ZERO);
    place("2", "Captain's century lifts side", CRICKET, Duration.ofHours(1));
    Placement second = place("3", "Swat takes bridge", FLOOD_AGAIN, Duration.ofHours(2));
    assertThat(first.why()).isEmpty();
    assertThat(second.story()).isEqualTo(first.story());
    assertThat(second.why()).contains("Swat");
  }

  @Test
  void differentEventsAreDifferentStories() {
    Placement first = place("1", FLOOD_TITLE, FLOOD, Duration.ZERO);
    Placement second = place("2", "Captain's century lifts side", CRICKET, Duration.ofHours(1));
    assertThat(second.story()).isNotEqualTo(first.story());
    assertThat(second.links()).isEmpty();
  }

  @Test
  void theForumAndTheMediaTalksAreRelatedButNotOneStory() {
    Placement forum = place(article("forum", "ur", FORUM_TITLE, FORUM, MONDAY));
    Placement media = place(article("media", "ur", MEDIA_TITLE, MEDIA, MONDAY));
    assertThat(media.story()).isNotEqualTo(forum.story());
    assertThat(media.links()).hasSize(1);
    Link related = media.links().getFirst();
    assertThat(related.kind()).isEqualTo(Link.Kind.RELATED);
    assertThat(related.to()).isEqualTo(forum.article());
    assertThat(related.reasons()).hasSizeGreaterThan(1).contains("پاکستان");
  }

  @Test
  void aCopyPointsToTheEarliest() {
    Placement first = place("1", FLOOD_TITLE, FLOOD, Duration.ZERO);
    place("2", FLOOD_TITLE, "MINGORA (APP) - " + FLOOD, Duration.ofHours(1));
    Placement third = place("3", "Bridge gone", FLOOD + " More to follow.", Duration.ofHours(2));
    assertThat(third.story()).isEqualTo(first.story());
    assertThat(third.links())
        .filteredOn(l -> l.kind() == Link.Kind.COPY_OF)
        .extracting(Link::to)
        .containsExactly(first.article());
  }

  @Test
  void aCopyPointsToTheOriginalThoughThatWasChanged() {
    Placement first = place("1", FLOOD_TITLE, FLOOD, Duration.ZERO);
    place("2", FLOOD_TITLE, "MINGORA (APP) - " + FLOOD, Duration.ofHours(1));
    place("1", FLOOD_TITLE, FLOOD + " The mayor came.", Duration.ofHours(2));
    Placement copy = place("3", "Bridge gone", FLOOD + " More to follow.", Duration.ofHours(3));
    assertThat(copy.links())
        .filteredOn(l -> l.kind() == Link.Kind.COPY_OF)
        .extracting(Link::to)
        .containsExactly(first.article());
  }

  @Test
  void aStoryThatGoesOnDoesNotKeepTheEndedOnesInTheIndex() {
    var postings = new Postings(8);
    for (int place = 0; place < 5; place++) {
      postings.add(7, place);
    }
    postings.keepOnly(place -> place == 0 || place == 4);
    List<Integer> left = new ArrayList<>();
    postings.forEach(7, left::add);
    assertThat(left).containsExactly(0, 4);
  }

  @Test
  void aStoryOfTwoEventsIsPartedAndEachMoveIsTold() {
    var stream = new StoryBench.MadeUp();
    var busy = new Engine(Options.STANDARD);
    for (int i = 0; i < 400; i++) {
      Item item = stream.next();
      busy.place(item, item.id(), null);
    }
    busy.reviewAll();
    busy.moved();
    Instant when = Instant.parse("2025-01-01T12:00:00Z");
    for (int i = 0; i < 6; i++) {
      String more = " Report " + i + " came at noon.";
      busy.place(
          new Item("flood" + i, Lang.EN, FLOOD_TITLE, FLOOD + more, when), "flood0", "flood0");
      if (i < 4) {
        var cup = new Item("cup" + i, Lang.EN, "Century", CRICKET + more, when);
        busy.place(cup, cup.id(), "flood0");
      }
    }
    busy.reviewAll();
    assertThat(storyOf(busy, "flood0", "flood1", "flood5")).containsOnly("flood0");
    assertThat(storyOf(busy, "cup0", "cup1", "cup3")).containsOnly("cup0");
    assertThat(busy.moved())
        .allSatisfy(move -> assertThat(move.from() + " " + move.to()).isEqualTo("flood0 cup0"))
        .extracting(move -> move.article().id)
        .containsExactlyInAnyOrder("cup0", "cup1", "cup2", "cup3");
  }

  private static List<String> storyOf(Engine engine, String... ids) {
    return Arrays.stream(ids).map(id -> Objects.requireNonNull(engine.of(id)).story.name).toList();
  }

  @Test
  void aChangedArticleKeepsItsStoryAndNeverLinksToItself() {
    Placement first = place("1", FLOOD_TITLE, FLOOD, Duration.ZERO);
    Placement joined = place("2", "Swat takes bridge", FLOOD_AGAIN, Duration.ofHours(2));
    assertThat(joined.story()).isEqualTo(first.story());
    Placement changed = place("2", "Captain's century lifts side", CRICKET, Duration.ofHours(5));
    assertThat(changed.story()).isEqualTo(first.story());
    assertThat(changed.links()).extracting(Link::to).doesNotContain(changed.article());
  }

  @Test
  void afterARestartARememberedStoryTakesArticles() {
    Article first = article("0", "en", "Night of rain", "It rained in Mingora.", MONDAY);
    StoryId story = StoryId.of(first.id());
    Article known = article("1", "en", FLOOD_TITLE, FLOOD, MONDAY);
    var restarted = new Linker();
    restarted.remember(known, story);
    Article late = article("2", "en", "Swat takes bridge", FLOOD_AGAIN, MONDAY.plusSeconds(60));
    assertThat(restarted.place(late).story()).isEqualTo(story);
  }

  @Test
  void aShortCommonTitleJoinsNothing() {
    Placement first = place("1", "Business highlights", "", Duration.ZERO);
    Placement second = place("2", "Highlights", "", Duration.ofMinutes(1));
    assertThat(second.story()).isNotEqualTo(first.story());
  }

  @Test
  void theOldestArticleIsForgottenWhenThereIsNoRoom() {
    var small = new Linker(Options.STANDARD.withMostArticles(1));
    Placement first = small.place(article("1", "en", FLOOD_TITLE, FLOOD, MONDAY));
    small.place(article("2", "en", "Century", CRICKET, MONDAY));
    Placement again = small.place(article("3", "en", FLOOD_TITLE, FLOOD, MONDAY));
    assertThat(again.story()).isNotEqualTo(first.story());
  }
}
