package org.tabadla.read;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import org.assertj.core.api.Assertions;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.tabadla.model.Article;
import org.tabadla.model.Block;
import org.tabadla.model.Bytes;
import org.tabadla.model.Found;
import org.tabadla.model.Page;
import org.tabadla.model.Reading;
import org.tabadla.model.SourceId;

class PageReaderTest {
  private static final SourceId FOLDER = new SourceId("folder-test");
  private static final Instant FETCHED = Instant.parse("2025-07-20T00:00:00Z");
  private static final LocalDate DAY = LocalDate.of(2025, 7, 11);

  /// What no body may hold, whatever the template.
  private static final String[] WIDGETS = {
    "Post Views",
    "WhatsApp",
    "واٹس ایپ",
    "کوکیز",
    "رضامندی",
    "میڈیا تعاون",
    "جملہ حقوق",
    "تبصرے",
    "اشتہار",
    "اشاعت کی تاریخ",
    "ای میل",
    "روپے",
    "افتتاحی تقریب",
  };

  private static byte[] file(String name) throws IOException {
    try (InputStream in = PageReaderTest.class.getResourceAsStream(name)) {
      return Objects.requireNonNull(in, name).readAllBytes();
    }
  }

  private static Reading read(byte[] body, @Nullable String url) {
    return PageReader.read(new Page(url, null, new Bytes(body), FETCHED), FOLDER);
  }

  private static Reading read(String html) {
    return read(html.getBytes(StandardCharsets.UTF_8), "https://outlet.example/news/1");
  }

  private static Article article(Reading reading) {
    if (reading instanceof Reading.Read(var article)) {
      return article;
    }
    return Assertions.fail("no article: " + reading);
  }

  private static String why(Reading reading) {
    return switch (reading) {
      case Reading.Read(var a) -> "an article: " + a.title();
      case Reading.NotAnArticle(var why) -> why;
      case Reading.Unreadable(var why) -> "unreadable: " + why;
    };
  }

  private static LocalDate day(Article article) {
    return Objects.requireNonNull(article.published()).value().date();
  }

  @Test
  void theForumStoryComesWholeOutOfABlogTemplate() throws IOException {
    Article a = article(read(file("seed-entry.html"), null));
    assertThat(a.title().value())
        .isEqualTo("شنگھائی تعاون تنظیم کے فورم میں ڈیجیٹل تعاون کے 12 منصوبوں پر دستخط");
    assertThat(day(a)).isEqualTo(DAY);
    assertThat(a.site()).isEqualTo("روزنامہ صبح");
    assertThat(a.url()).isEqualTo("https://subh.example/2025/tianjin-forum/");
    assertThat(a.source()).isEqualTo(new SourceId("subh.example"));
    assertThat(a.body()).hasSize(4).allMatch(b -> b instanceof Block.Paragraph);
    assertThat(a.text()).startsWith("بیجنگ").endsWith("پیمانہ 3.5 ٹریلین ڈالر رہا۔");
    assertThat(a.text()).doesNotContain(WIDGETS);
    assertThat(Objects.requireNonNull(a.dateline()).value()).isEqualTo("بیجنگ");
    assertThat(a.lang().tag()).isEqualTo("ur");
  }

  @Test
  void theForumStoryComesWholeOutOfATableTemplate() throws IOException {
    Article a = article(read(file("seed-table.html"), "https://nawa.example/n/1"));
    assertThat(a.title().value())
        .isEqualTo("تھیئن جن فورم، پاکستان سمیت کئی ملکوں نے 12 منصوبوں پر دستخط کر دیے");
    assertThat(day(a)).isEqualTo(DAY);
    assertThat(a.site()).isEqualTo("نوائے وادی");
    assertThat(a.body()).hasSize(3);
    assertThat(a.text()).contains("پیمانہ 3.5 ٹریلین ڈالر تھا، جو اس سے");
    assertThat(a.text()).contains("طے پا گئے۔ دستخط");
    assertThat(a.text()).doesNotContain(WIDGETS);
    assertThat(Objects.requireNonNull(a.dateline()).value()).isEqualTo("بیجنگ");
  }

  @Test
  void theForumStoryComesWholeOutOfAModernTemplate() throws IOException {
    Article a = article(read(file("seed-modern.html"), "https://khabar.example/12"));
    assertThat(a.title().value()).isEqualTo("ڈیجیٹل معیشت: بارہ منصوبے، کئی دستخط");
    assertThat(day(a)).isEqualTo(DAY);
    assertThat(Objects.requireNonNull(a.published()).rule()).isEqualTo("jsonld:datePublished");
    assertThat(Objects.requireNonNull(a.modified()).value().date()).isEqualTo(DAY.plusDays(1));
    assertThat(a.authors()).extracting(Found::value).containsExactly("نائلہ قریشی");
    assertThat(a.site()).isEqualTo("خبرستان");
    assertThat(a.text()).doesNotContain(WIDGETS);
    assertThat(a.text()).endsWith("کتاب کا بھی خیر مقدم کیا۔");
    assertThat(a.body())
        .extracting(b -> b.getClass().getSimpleName())
        .containsExactly("Paragraph", "Heading", "Paragraph", "Listing", "Quote", "Paragraph");
    Block.Picture image = Objects.requireNonNull(a.image());
    assertThat(image.url()).isEqualTo("https://khabar.example/img/forum-1200.jpg?w=1200");
    assertThat(image.caption()).startsWith("فورم کی افتتاحی تقریب");
    assertThat(a.tags()).contains("ایس سی او");
    assertThat(Objects.requireNonNull(a.standfirst()).value()).startsWith("تھیئن جن میں دستخط");
  }

  @Test
  void whatIsNoArticleSaysWhy() {
    assertThat(why(read("%PDF-1.7\n%xyz"))).isEqualTo("a PDF file, not a page");
    assertThat(why(read("  \n "))).startsWith("an empty page");
    assertThat(
            why(
                read(
                    "<title>Just a moment...</title><p>Checking your browser before you go on."
                        + " This process is automatic, please allow up to five seconds.</p>")))
        .startsWith("a bot wall");
    assertThat(
            why(
                read(
                    "<title>404 Not Found</title><p>The page that you asked for, maybe by an old"
                        + " link, is not here.</p>")))
        .startsWith("an error page");
    byte[] junk = new byte[5000];
    new java.util.Random(7).nextBytes(junk);
    assertThat(why(read(junk, null))).startsWith("unreadable: binary bytes");
  }

  @Test
  void aListOfLinksIsNoArticle() {
    var html = new StringBuilder("<title>Front page of the Valley Post</title><body>");
    for (int i = 0; i < 40; i++) {
      html.append("<div><h3><a href=/n/")
          .append(i)
          .append(">A headline of the day, number ")
          .append(i)
          .append("</a></h3><p>Two words about it, and one more.</p></div>");
    }
    assertThat(why(read(html.toString()))).startsWith("a list of 40 other pages");
  }

  private static final String CARDS =
      """
      <div class="card"><h3><a href="/1">The harbour opens a second pier</a></h3><p>The first ship
      came in on Friday morning, an hour before the mayor did.</p></div>
      <div class="card"><h3><a href="/2">A quiet year for the salt works</a></h3><p>The owners speak
      of rain, the workers of a pump that nobody mended.</p></div>
      <div class="card"><h3><a href="/3">School library wins the reading prize</a></h3><p>Forty
      children read a hundred books each, and one read two hundred.</p></div>
      """;

  @Test
  void headedCardsWithSummariesAreAList() {
    assertThat(why(read("<title>News</title><h1>All our stories</h1><div>" + CARDS + "</div>")))
        .startsWith("a list of 3 other pages");
  }

  @Test
  void anArticleThatEndsInHeadedCardsIsStillOne() {
    String prose =
        """
        <p>The lighthouse keeper of the old pier, who has lived there for thirty years, said on
        Monday that she would stay for another winter, since nobody else had learnt to wind the
        clock that turns the lamp.</p><p>The council, which had voted to sell the tower in spring,
        agreed to put the sale off until the clock had been seen by somebody who knew clocks, and
        to pay her for the coal that she had bought herself.</p>
        """;
    Article article =
        article(read("<title>Keeper</title><h1>The keeper stays</h1>" + prose + CARDS));
    assertThat(article.text()).contains("wind the clock that turns the lamp");
  }

  @Test
  void aShortArticleBesideACookieBannerIsNoWall() {
    String banner = "<div class=cookie-banner><p>We value your privacy. Accept all.</p></div>";
    String brief =
        "<title>Pier opens</title><article><h1>Pier opens</h1><p>The second pier of the harbour was"
            + " opened on Friday, an hour after its first ship had come in and left again.</p>"
            + "</article>";
    assertThat(article(read(banner + brief)).text()).contains("second pier");
  }

  @Test
  void aNameThatBeginsLikeAPrepositionStaysWhole() {
    String data =
        "<script type=application/ld+json>{\"@type\":\"NewsArticle\",\"headline\":\"Pier opens\","
            + "\"author\":[{\"@type\":\"Person\",\"name\":\"Di Wu\"},"
            + "{\"@type\":\"Person\",\"name\":\"اے پی پی\"}]}</script>";
    String brief = "<h1>Pier opens</h1><p>The second pier of the harbour was opened on Friday.</p>";
    assertThat(article(read(data + brief)).authors())
        .extracting(Found::value)
        .containsExactly("Di Wu");
  }

  @Test
  void aNoteOfTheEditorIsNoPlace() {
    String note =
        "<h1>Pier opens</h1><p>EDITOR'S NOTE: This story of the pier was corrected twice.</p>";
    assertThat(article(read(note)).dateline()).isNull();
    String place =
        "<h1>Pier opens</h1><p>ISLAMABAD: The pier was opened by the mayor on Friday.</p>";
    assertThat(Objects.requireNonNull(article(read(place)).dateline()).value())
        .isEqualTo("ISLAMABAD");
  }

  @Test
  void aLongStandfirstEndsWithASentence() {
    String words = "The pier of the harbour is longer than the harbour needs, said the mayor. ";
    String html =
        "<title>Pier</title><meta property=og:description content=\""
            + words.repeat(12)
            + "\">"
            + "<h1>Pier opens</h1><p>It was opened on Friday, an hour after the first ship.</p>";
    assertThat(Objects.requireNonNull(article(read(html)).standfirst()).value())
        .endsWith("said the mayor.")
        .hasSizeLessThanOrEqualTo(500);
  }

  /// Each took time by the square of the page's length.
  @ParameterizedTest
  @MethodSource
  void longPagesOfSmallPartsEndSoon(String html) {
    assertTimeoutPreemptively(Duration.ofSeconds(20), () -> read("<title>Long</title>" + html));
  }

  static List<String> longPagesOfSmallPartsEndSoon() {
    return List.of(
        "<p>" + "a<br>".repeat(1_000_000),
        "<table>" + "<tr><td>Word one, and two.".repeat(60_000) + "</table>");
  }

  @Test
  void aLongBaseDoesNotMultiplyAFeed() {
    String base = "http://outlet.example/" + "b".repeat(60_000) + "/";
    String feed =
        "<rss><channel><link>"
            + base
            + "</link><item><description>"
            + "&lt;a href=x&gt;y&lt;/a&gt;".repeat(5_000)
            + "</description></item></channel></rss>";
    var page = new Page(null, null, new Bytes(feed.getBytes(StandardCharsets.UTF_8)), FETCHED);
    assertThat(FeedReader.read(page, Map.of()))
        .isInstanceOfSatisfying(
            FeedReading.FeedRead.class,
            read ->
                assertThat(String.valueOf(read.content().entries().getFirst()).length())
                    .isLessThan(SafeHtml.MAX_HTML_CHARS * 2));
  }

  @Test
  void twoHundredThousandNestedTagsEndSoon() {
    String html =
        "<title>Deep</title><h1>Deep water</h1><p>The harbour is deep, said the mayor, and so is"
            + " the purse of the harbour's owner, whom nobody in the town has ever seen.</p>"
            + "<div>".repeat(200_000)
            + "<p>words, words</p>";
    Reading reading = assertTimeoutPreemptively(Duration.ofSeconds(10), () -> read(html));
    assertThat(article(reading).text()).contains("so is the purse");
  }

  @Test
  void aBodyIsNeverCut() {
    String sentence = "The market reached 3.5 trillion dollars, officials in the capital said. ";
    String html =
        "<title>Markets grow</title><article><p>" + sentence.repeat(2000) + "</p></article>";
    assertThat(article(read(html)).text()).hasSize(sentence.length() * 2000 - 1);
  }

  @Test
  void theLanguageIsThatOfTheWords() throws IOException {
    String html = new String(file("seed-entry.html"), StandardCharsets.UTF_8);
    assertThat(html.toLowerCase(Locale.ROOT)).contains("lang=\"en-us\"");
    assertThat(article(read(html)).lang().tag()).isEqualTo("ur");
  }
}
