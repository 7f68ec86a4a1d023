package org.tabadla.flow;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.tabadla.model.Article;
import org.tabadla.model.ArticleId;
import org.tabadla.model.Block;
import org.tabadla.model.Found;
import org.tabadla.model.Lang;
import org.tabadla.model.Moment;
import org.tabadla.model.Reading;
import org.tabadla.model.SourceId;
import org.tabadla.model.Text;

class ToldTest {
  private static final String TEN = "2025-07-11T10:00:00Z";
  private static final String FIVE = "2025-07-11T05:00:00Z";

  private static Reading page(@Nullable Found<Moment> published) {
    String url = "https://outlet.example/1";
    return new Reading.Read(
        new Article(
            ArticleId.of(url),
            new SourceId("outlet.example"),
            url,
            null,
            new Text("خبر", Lang.UR),
            null,
            List.of(),
            null,
            null,
            published,
            null,
            List.of(new Block.Paragraph("متن")),
            null,
            Lang.UR,
            List.of(),
            false,
            Instant.parse(TEN)));
  }

  private static @Nullable Found<Moment> settled(@Nullable Found<Moment> own, String told) {
    var feed = new Told(null, null, Instant.parse(told));
    return feed.dated(page(own)) instanceof Reading.Read(var article) ? article.published() : null;
  }

  private static Found<Moment> time(String at, String words) {
    return new Found<>(
        Moment.time(Instant.parse(at), ZoneOffset.UTC), "meta:article:published_time", words);
  }

  @Test
  void aPageWithoutADateTakesTheFeedsAndSaysSo() {
    Found<Moment> found = settled(null, FIVE);
    assertThat(found)
        .isEqualTo(
            new Found<>(Moment.time(Instant.parse(FIVE), ZoneOffset.UTC), "feed:published", FIVE));
  }

  @Test
  void aTimeWithoutAZoneIsMeantInTheFeedsZone() {
    Found<Moment> found = settled(time(TEN, "2025-07-11 10:00"), FIVE);
    assertThat(found)
        .isEqualTo(
            new Found<>(
                Moment.time(Instant.parse(FIVE), ZoneOffset.ofHours(5)),
                "meta:article:published_time, the feed's zone",
                "2025-07-11 10:00"));
  }

  @Test
  void aSecondMoreOrLessIsStillTheSameTime() {
    Found<Moment> found = settled(time(TEN, "2025-07-11 10:00"), "2025-07-11T04:59:31Z");
    assertThat(found).extracting(one -> one.value().at()).isEqualTo(Instant.parse(FIVE));
  }

  @Test
  void whatThePageSaysOfItsZoneStands() {
    for (String words : List.of(TEN, "Fri, 11 Jul 2025 10:00 GMT", "2025-07-11T10:00+00:00")) {
      Found<Moment> own = time(TEN, words);
      assertThat(settled(own, FIVE)).isEqualTo(own);
    }
  }

  @Test
  void anotherTimeIsNotAZone() {
    Found<Moment> own = time(TEN, "2025-07-11 10:00");
    assertThat(settled(own, "2025-07-11T05:07:00Z")).isEqualTo(own);
    assertThat(settled(own, "2025-07-09T10:00:00Z")).isEqualTo(own);
    assertThat(settled(own, TEN)).isEqualTo(own);
  }

  @Test
  void aDayHasNoZone() {
    var own = new Found<>(Moment.day(LocalDate.of(2025, 7, 11)), "visible", "11 جولائی 2025");
    assertThat(settled(own, FIVE)).isEqualTo(own);
  }
}
