package org.tabadla.read;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import org.assertj.core.api.Assertions;
import org.junit.jupiter.api.Test;
import org.tabadla.model.Article;
import org.tabadla.model.Bytes;
import org.tabadla.model.Found;
import org.tabadla.model.Imprint;
import org.tabadla.model.Page;
import org.tabadla.model.Reading;
import org.tabadla.model.SourceId;

/// Headline, dates, authors and imprint of small pages.
class PageMetadataTest {
  private static final String URL = "https://outlet.example/news/1";
  private static final String TEXT =
      """
      <p>The council met in the old hall on Friday and spoke about the new bridge for three hours.</p>
      <p>Several members asked who would pay for it, and the mayor answered that the plan was ready.</p>
      <p>The next meeting is in two weeks, and the public may come, the clerk said after the session.</p>
      """;

  private static Article read(String head, String body) {
    String html = "<html lang=en><head>" + head + "</head><body>" + body + "</body></html>";
    var page =
        new Page(
            URL,
            null,
            new Bytes(html.getBytes(StandardCharsets.UTF_8)),
            Instant.parse("2025-09-01T00:00:00Z"));
    if (PageReader.read(page, new SourceId("folder-x")) instanceof Reading.Read(var article)) {
      return article;
    }
    return Assertions.fail("no article");
  }

  private static Article shown(String head, String line) {
    return read(head, "<h1>The council speaks about a bridge</h1><div>" + line + "</div>" + TEXT);
  }

  private static LocalDate day(Article article) {
    return Objects.requireNonNull(article.published()).value().date();
  }

  private static List<String> authors(Article article) {
    return article.authors().stream().map(Found::value).toList();
  }

  @Test
  void theHeadingThatIsShownIsTheHeadline() {
    Article article =
        read(
            "<title>Bridge: what to know | Outlet</title><meta property=og:title content='Bridge'>",
            "<h1>Outlet</h1><article><h1 class=headline>A long talk about the new bridge</h1>"
                + TEXT
                + "</article>");

    assertThat(article.title().value()).isEqualTo("A long talk about the new bridge");
  }

  @Test
  void aKickerWithinTheHeadingIsLeftOut() {
    Article article =
        read(
            "<meta property=og:title content='Opinion | A long talk about the new bridge'>"
                + "<meta name=twitter:title content='A long talk about the new bridge'>",
            "<h1><span>Opinion</span> <span>A long talk about the new bridge</span></h1>" + TEXT);

    assertThat(article.title().value()).isEqualTo("A long talk about the new bridge");
  }

  @Test
  void aBreadcrumbIsNoHeadline() {
    Article article =
        read(
            "<meta property=og:title content='The new bridge costs more than the old one'>",
            "<ul><li><h1>Bridge costs overview page</h1></li></ul>"
                + "<h2>The new bridge costs more than the old one</h2>"
                + TEXT);

    assertThat(article.title().value()).isEqualTo("The new bridge costs more than the old one");
  }

  @Test
  void theDayIsThatOfTheOutletsReaders() {
    Article article =
        shown(
            "<meta property=article:published_time content=2025-07-12T01:06:51Z>",
            "July 11, 2025 6:06 pm");

    assertThat(day(article)).isEqualTo(LocalDate.of(2025, 7, 11));
    assertThat(article.when()).isEqualTo(Instant.parse("2025-07-12T01:06:51Z"));
  }

  @Test
  void anotherDayThatIsShownIsWhatTheOutletStandsBy() {
    Article article =
        shown(
            "<meta property=article:published_time content=2024-01-05T10:00:00Z>",
            "By Ada Brook July 11, 2025");

    assertThat(day(article)).isEqualTo(LocalDate.of(2025, 7, 11));
  }

  @Test
  void aDateThatIsLabelledAsAChangeIsNotThatOfPublication() {
    Article article =
        shown(
            "<meta property=article:published_time content=2025-01-05T10:00:00Z>",
            "Last updated: July 11, 2025");

    assertThat(day(article)).isEqualTo(LocalDate.of(2025, 1, 5));
    assertThat(Objects.requireNonNull(article.modified()).value().date())
        .isEqualTo(LocalDate.of(2025, 7, 11));
  }

  @Test
  void aTimeWithoutAZoneIsOfTheZoneThatThePageTellsElsewhere() {
    Article article =
        shown(
            "<meta name=pubdate content='2025-07-11 14:05:00'>"
                + "<meta property=article:modified_time content=2025-07-11T15:00:00+05:00>",
            "Ada Brook");

    assertThat(article.when()).isEqualTo(Instant.parse("2025-07-11T09:05:00Z"));
    assertThat(Objects.requireNonNull(article.published()).rule())
        .isEqualTo("meta:pubdate, the page's zone");
  }

  @Test
  void aTimeWithoutAnyZoneIsTakenForUtcAndSaysSo() {
    Article article = shown("<meta name=pubdate content='2025-07-11 14:05:00'>", "Ada Brook");

    assertThat(article.when()).isEqualTo(Instant.parse("2025-07-11T14:05:00Z"));
    assertThat(Objects.requireNonNull(article.published()).rule())
        .isEqualTo("meta:pubdate, no zone");
  }

  @Test
  void aPageThatTellsNoDateHasNone() {
    assertThat(shown("", "Ada Brook").published()).isNull();
  }

  @Test
  void aBrokenScriptStillTellsItsDates() {
    String script =
        "<script type=application/ld+json>{'@type':'NewsArticle','description':'a 'quote' within',"
            + "'datePublished':'2025-07-11T14:05:00+05:00'}</script>";

    Article article = shown(script.replace('\'', '"'), "Ada Brook");

    assertThat(article.when()).isEqualTo(Instant.parse("2025-07-11T09:05:00Z"));
  }

  @Test
  void theBylineThatIsShownWinsOverANameNobodySees() {
    Article article = shown("<meta name=author content=KatieS>", "By Ada Brook");

    assertThat(authors(article)).containsExactly("Ada Brook");
  }

  @Test
  void commentsNameNoAuthors() {
    Article article =
        read(
            "",
            "<h1>The council speaks about a bridge</h1>"
                + TEXT
                + "<div class=comments><span class=author>Troll</span> <p>Hm.</p></div>");

    assertThat(authors(article)).isEmpty();
  }

  @Test
  void whereNobodyIsNamedTheAgencyThatStandsThereIs() {
    Article article = shown("<meta name=author content=AFP>", "11 July 2025");

    assertThat(authors(article)).containsExactly("AFP");
    assertThat(Objects.requireNonNull(article.agency()).value()).isEqualTo("AFP");
  }

  @Test
  void aMarkThatTurnsTheHeadlineIsTakenOutAndNoted() {
    Article article =
        read("<title>Bridge</title>", "<h1>The council \u202Esees\u202C a bridge</h1>" + TEXT);
    assertThat(article.title().value()).isEqualTo("The council sees a bridge");
    assertThat(article.imprint().turned())
        .isEqualTo(new Found<>("U+202E", "h1", "The council sees a bridge"));
  }

  @Test
  void anIsolateAroundALatinNameIsNoTurning() {
    Article article =
        read("<title>Bridge</title>", "<h1>The council \u2068sees\u2069 a bridge</h1>" + TEXT);
    assertThat(article.imprint().turned()).isNull();
  }

  @Test
  void theImprintTellsSectionContributorsSourceAndPictureSize() {
    Article article =
        read(
            "<meta property=article:section content=City>"
                + "<meta property=og:image content=/b.jpg><meta property=og:image:width content=1200>"
                + "<meta property=og:image:height content=630>"
                + "<link rel=amphtml href=/news/1.amp>",
            "<h1>The council speaks about a bridge</h1><p>By Ada Brook</p><p>Edited by Ben Stone</p>"
                + TEXT
                + "<p>This story was first published by Northern Wire.</p>");

    Imprint imprint = article.imprint();
    assertThat(Objects.requireNonNull(imprint.section()).value()).isEqualTo("City");
    assertThat(imprint.contributors())
        .singleElement()
        .satisfies(one -> {
          assertThat(one.role()).isEqualTo("edited by");
          assertThat(one.name().value()).isEqualTo("Ben Stone");
        });
    assertThat(Objects.requireNonNull(imprint.via()).value()).isEqualTo("Northern Wire");
    assertThat(imprint.amp()).isEqualTo("https://outlet.example/news/1.amp");
    assertThat(imprint.pictureSize()).isEqualTo(new Imprint.Size(1200, 630));
  }

  @Test
  void aCanonicalAddressAtAnotherOutletTellsWhoPublishedFirst() {
    Article article = shown("<link rel=canonical href=https://first.example/news/9>", "Ada Brook");

    assertThat(article.url()).isEqualTo(URL);
    assertThat(Objects.requireNonNull(article.imprint().via()).value())
        .isEqualTo("https://first.example/news/9");
  }

  @Test
  void aCaptionAndItsCreditAreApart() {
    Article article =
        read(
            "<meta property=og:image content=https://outlet.example/b.jpg>",
            "<h1>The council speaks about a bridge</h1><figure><img src=/b.jpg>"
                + "<figcaption>The old bridge. Photo: Cem Kaya</figcaption></figure>"
                + TEXT);

    var image = Objects.requireNonNull(article.image());
    assertThat(image.caption()).isEqualTo("The old bridge.");
    assertThat(image.credit()).isEqualTo("Cem Kaya");
  }
}
