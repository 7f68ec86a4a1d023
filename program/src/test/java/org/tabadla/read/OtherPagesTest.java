package org.tabadla.read;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.assertj.core.api.Assertions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.tabadla.model.Article;
import org.tabadla.model.Block;
import org.tabadla.model.Bytes;
import org.tabadla.model.Found;
import org.tabadla.model.Page;
import org.tabadla.model.Reading;
import org.tabadla.model.SourceId;

/// Live blogs, galleries and videos.
class OtherPagesTest {
  private static final SourceId FOLDER = new SourceId("folder-test");
  private static final Instant FETCHED = Instant.parse("2025-07-20T00:00:00Z");

  static Reading read(String html, String url) {
    var bytes = new Bytes(html.getBytes(StandardCharsets.UTF_8));
    return PageReader.read(new Page(url, "text/html; charset=utf-8", bytes, FETCHED), FOLDER);
  }

  static Article article(String html, String url) {
    Reading reading = read(html, url);
    return reading instanceof Reading.Read(var article)
        ? article
        : Assertions.fail("no article: " + reading);
  }

  static <T extends Block> List<T> all(Article article, Class<T> kind) {
    return article.body().stream().filter(kind::isInstance).map(kind::cast).toList();
  }

  // Live blogs.

  private static final String LIVE_UR =
      """
      <html lang="ur" dir="rtl"><head><title>براہ راست: دریا میں پانی کی سطح، لمحہ بہ لمحہ</title>
      <meta property="article:published_time" content="2025-07-11T21:00:00+05:00"></head><body>
      <nav><a href="/">سرورق</a> <a href="/live">لائیو</a></nav><main><h1>براہ راست: دریا میں پانی کی سطح</h1>
      <p>شہر کے پل پر پانی ناپا جا رہا ہے، تازہ اطلاع یہاں لکھی جاتی ہے اور پرانی نیچے رہتی ہے۔</p>
      <div class="updates">
      <div class="post"><div class="head"><span>00:20</span></div><h3>پانی اترنے لگا</h3>
      <p>پل کے نگران نے بتایا کہ سطح ایک گھنٹے میں چار انچ گری ہے۔</p></div>
      <div class="ad"><p>اشتہار</p></div>
      <div class="post"><div class="head"><span>23:10</span></div><h3>سطح ٹھہر گئی</h3>
      <p>آدھے گھنٹے سے پیمانہ ایک ہی نشان پر ہے۔</p><figure><img src="/img/gauge.jpg" width="640"><figcaption>پیمانہ</figcaption></figure></div>
      <div class="post"><div class="head"><span>22:05</span></div><p>پل بند کر دیا گیا، گاڑیاں دوسرے راستے سے جا رہی ہیں۔</p></div>
      </div></main><footer>جملہ حقوق محفوظ</footer></body></html>
      """;

  @Test
  void aLiveBlogIsToldInEntriesWithTheirTimes() {
    Article a = article(LIVE_UR, "https://outlet.example/live/river");
    List<Block.Entry> entries = all(a, Block.Entry.class);
    assertThat(entries)
        .extracting(Block.Entry::title)
        .containsExactly("پانی اترنے لگا", "سطح ٹھہر گئی", null);
    assertThat(a.body().getFirst()).isInstanceOf(Block.Paragraph.class);
    assertThat(a.text())
        .contains("چار انچ")
        .contains("گاڑیاں دوسرے راستے")
        .doesNotContain("اشتہار");
    assertThat(all(entries.get(1))).hasSize(1);
  }

  private static List<Block.Picture> all(Block.Entry entry) {
    return entry.blocks().stream()
        .filter(Block.Picture.class::isInstance)
        .map(Block.Picture.class::cast)
        .toList();
  }

  @Test
  void hoursThatPassMidnightBelongToTheNextDay() {
    List<Block.Entry> entries =
        all(article(LIVE_UR, "https://outlet.example/live/river"), Block.Entry.class);
    assertThat(entries)
        .extracting(e -> Objects.requireNonNull(e.at()).value().at().toString())
        .containsExactly("2025-07-11T19:20:00Z", "2025-07-11T18:10:00Z", "2025-07-11T17:05:00Z");
    Found<?> at = Objects.requireNonNull(entries.getFirst().at());
    assertThat(at.rule()).isEqualTo("line:clock");
    assertThat(at.words()).isEqualTo("00:20");
  }

  @Test
  void entriesThatOnlyTheDataHasAreRead() {
    String html =
        """
        <html lang="en"><title>Harbour vote: live updates</title><script type="application/ld+json">
        {"@type":"LiveBlogPosting","headline":"Harbour vote","datePublished":"2025-07-11T08:00:00Z","liveBlogUpdate":[
        {"@type":"BlogPosting","headline":"Polls close","datePublished":"2025-07-11T18:00:00+02:00",
         "articleBody":"<p>The last ballot box was carried out at six.</p><p>Counting has begun.</p>"},
        {"@type":"BlogPosting","headline":"A slow morning","datePublished":"2025-07-11T09:30:00+02:00",
         "articleBody":"Fewer than a hundred people came before ten."}]}</script>
        <body><h1>Harbour vote</h1><p>The harbour votes on its new pier today, and we are there.</p>
        <div id="live-app"></div></body></html>
        """;
    Article a = article(html, "https://outlet.example/harbour");
    List<Block.Entry> entries = all(a, Block.Entry.class);
    assertThat(entries)
        .extracting(Block.Entry::title)
        .containsExactly("Polls close", "A slow morning");
    assertThat(entries.getFirst().blocks()).hasSize(2);
    assertThat(Objects.requireNonNull(entries.getFirst().at()).rule())
        .isEqualTo("jsonld:liveBlogUpdate");
    assertThat(Objects.requireNonNull(entries.getFirst().at()).value().at())
        .isEqualTo(Instant.parse("2025-07-11T16:00:00Z"));
    assertThat(a.text()).contains("votes on its new pier");
  }

  @ParameterizedTest
  @CsvSource({
    "zh, 直播：大桥通车, 桥上来了第一辆车，司机是修桥的人。, 上午的风很大，剪彩推迟了一刻钟。, 桥头已经排起了长队，大家都在等。",
    "ru, Открытие моста — онлайн-трансляция, 'По мосту прошла первая машина, за рулём строитель.', 'Из-за ветра ленточку перерезали позже.', 'У моста с утра стоит очередь, все ждут.'",
    "de, Liveticker: Die neue Brücke, 'Der erste Wagen fährt, am Steuer sitzt ein Arbeiter.', 'Der Wind war stark, das Band fiel später.', 'Vor der Brücke steht eine lange Schlange.'",
  })
  void flatEntriesAreReadInOtherLanguages(String lang, String title, String a, String b, String c) {
    String html =
        "<html lang="
            + lang
            + "><title>"
            + title
            + "</title><article><h1>"
            + title
            + "</h1>"
            + "<h4><time datetime='2025-07-11T10:30:00Z'>10:30</time></h4><p>"
            + a
            + "</p>"
            + "<h4><time datetime='2025-07-11T10:00:00Z'>10:00</time></h4><p>"
            + b
            + "</p>"
            + "<h4><time datetime='2025-07-11T09:45:00Z'>09:45</time></h4><p>"
            + c
            + "</p></article>";
    Article article = article(html, "https://outlet.example/a1");
    List<Block.Entry> entries = all(article, Block.Entry.class);
    assertThat(entries).extracting(Block.Entry::plain).containsExactly(a, b, c);
    assertThat(Objects.requireNonNull(entries.getFirst().at()).rule()).isEqualTo("time:datetime");
  }

  @Test
  void aTimetableInAnArticleIsNoLiveBlog() {
    String html =
        """
        <title>The day of the regatta</title><article><h1>The day of the regatta</h1>
        <p>The regatta begins on Saturday, the harbour master said, and lasts as long as the wind does.</p>
        <p>10:00 The small boats start from the old pier, as they have done for eighty years.</p>
        <p>12:30 The large boats start, if there is wind, and wait for it if there is none.</p>
        <p>15:00 The prizes are given in the net loft, to those who have come back by then.</p></article>
        """;
    Article a = article(html, "https://outlet.example/regatta");
    assertThat(all(a, Block.Entry.class)).isEmpty();
    assertThat(a.text()).contains("12:30 The large boats");
  }

  // Galleries.

  static Stream<String> galleries() {
    return Stream.of(
        """
        <html lang="ur" dir="rtl"><title>تصویری جھلکیاں: پل کا افتتاح</title><body><h1>تصویری جھلکیاں: پل کا افتتاح</h1>
        <figure><img src="/1.jpg" width="800"><figcaption>پل کا پہلا دن، صبح سویرے کا منظر۔ <span class="credit">تصویر: نذیر</span></figcaption></figure>
        <figure><img src="/2.jpg" width="800"><figcaption>پہلی گاڑی پل سے گزر رہی ہے۔ <span class="credit">تصویر: نذیر</span></figcaption></figure>
        <figure><img src="/3.jpg" width="800"><figcaption>بچے دریا کے کنارے کھڑے ہیں۔ <span class="credit">تصویر: صائمہ</span></figcaption></figure>
        </body></html>
        """,
        """
        <html lang="en"><title>In pictures: the bridge opens</title><body><h1>In pictures: the bridge opens</h1>
        <div class="s"><img data-src="/1.jpg" width="800"><p class="t">The first day of the bridge, early in the morning.</p><p class="c">Photo: N. Ahmad</p></div>
        <div class="s"><img data-src="/2.jpg" width="800"><p class="t">The first car goes over, with the builder in it.</p><p class="c">Photo: N. Ahmad</p></div>
        <div class="s"><img data-src="/3.jpg" width="800"><p class="t">Children stand by the river and count the cars.</p><p class="c">Photo: S. Khan</p></div>
        <aside><img src="/x.jpg" width="300"><p>Something else to read</p></aside></body></html>
        """,
        """
        <html lang="zh"><title>组图：大桥通车</title><body><h1>组图：大桥通车</h1>
        <figure><img src="/1.jpg" width="800"><figcaption>通车第一天的清晨，桥上还没有车。（摄影：李明）</figcaption></figure>
        <figure><img src="/2.jpg" width="800"><figcaption>第一辆车驶过大桥，司机是修桥的人。（摄影：李明）</figcaption></figure>
        <figure><img src="/3.jpg" width="800"><figcaption>孩子们站在河边数车。（摄影：王芳）</figcaption></figure></body></html>
        """);
  }

  @ParameterizedTest
  @MethodSource("galleries")
  void picturesKeepTheirOrderCaptionsAndCredits(String html) {
    Article a = article(html, "https://outlet.example/a1");
    assertThat(all(a, Block.Gallery.class)).hasSize(1);
    List<Block.Picture> pictures = all(a, Block.Gallery.class).getFirst().pictures();
    assertThat(pictures)
        .extracting(Block.Picture::url)
        .containsExactly(
            "https://outlet.example/1.jpg",
            "https://outlet.example/2.jpg",
            "https://outlet.example/3.jpg");
    assertThat(pictures)
        .allSatisfy(p -> {
          assertThat(Objects.requireNonNull(p.credit())).containsAnyOf("تصویر", "Photo", "摄影");
          assertThat(Objects.requireNonNull(p.caption())).doesNotContain("تصویر:", "Photo", "摄影");
        });
    assertThat(a.text().lines()).hasSize(3);
    assertThat(a.lang().tag()).isIn("ur", "en", "zh");
  }

  @Test
  void anArticleWithPicturesStaysAnArticle() {
    String figures =
        "<figure><img src=/%d.jpg width=800><figcaption>The pier, seen from the sea.</figcaption></figure>";
    String prose =
        "<p>The pier of the harbour was opened on Friday, an hour after the first ship had come in,"
            + " and the mayor, who had been against it, cut the ribbon with a borrowed knife.</p>";
    Article a =
        article(
            "<title>Pier opens</title><article><h1>Pier opens</h1>"
                + (prose + figures.formatted(1))
                + prose.replace("Friday", "Sunday")
                + figures.formatted(2)
                + figures.formatted(3)
                + "</article>",
            "https://outlet.example/pier");
    assertThat(all(a, Block.Gallery.class)).isEmpty();
    assertThat(a.text()).doesNotContain("seen from the sea");
  }

  // Videos.

  @Test
  void aVideoPageTellsItsPlayerAndLength() {
    String html =
        """
        <html lang="ur" dir="rtl"><title>ویڈیو: پل پر پہلی گاڑی</title><script type="application/ld+json">
        {"@type":"VideoObject","name":"پل پر پہلی گاڑی","description":"نئے پل سے گزرنے والی پہلی گاڑی میں وہ معمار بیٹھا تھا جس نے اسے بنایا۔",
        "duration":"PT4M13S","uploadDate":"2025-07-11T09:00:00+05:00","embedUrl":"https://player.example/e/7","thumbnailUrl":"https://outlet.example/7.jpg"}
        </script><body><h1>پل پر پہلی گاڑی</h1><div class="player"></div></body></html>
        """;
    Article a = article(html, "https://outlet.example/v/7");
    Block.Video video = all(a, Block.Video.class).getFirst();
    assertThat(video.url()).isEqualTo("https://player.example/e/7");
    assertThat(Objects.requireNonNull(video.duration()).value()).isEqualTo(Duration.ofSeconds(253));
    assertThat(video.duration().rule()).isEqualTo("jsonld:duration");
    assertThat(a.text()).startsWith("نئے پل سے گزرنے");
    assertThat(a.lang().tag()).isEqualTo("ur");
    assertThat(Objects.requireNonNull(a.published()).value().at())
        .isEqualTo(Instant.parse("2025-07-11T04:00:00Z"));
  }

  @ParameterizedTest
  @MethodSource
  void videosAreToldInOtherWaysToo(String head, String body) {
    Article a =
        article(
            "<title>The ferry comes in</title>" + head + "<h1>The ferry comes in</h1>" + body,
            "https://outlet.example/ferry");
    Block.Video video = all(a, Block.Video.class).getFirst();
    assertThat(Objects.requireNonNull(video.url())).startsWith("https://player.example/");
    assertThat(Objects.requireNonNull(video.duration()).value()).isEqualTo(Duration.ofMinutes(2));
  }

  static Stream<org.junit.jupiter.params.provider.Arguments> videosAreToldInOtherWaysToo() {
    return Stream.of(
        org.junit.jupiter.params.provider.Arguments.of(
            "<meta property=og:type content=video.other><meta property=og:video:secure_url content=https://player.example/9>"
                + "<meta property=video:duration content=120><meta property=og:description content='The ferry of the evening comes in.'>",
            ""),
        org.junit.jupiter.params.provider.Arguments.of(
            "",
            "<div itemscope itemtype=https://schema.org/VideoObject><meta itemprop=duration content=PT2M>"
                + "<link itemprop=embedUrl href=https://player.example/9><p itemprop=description>The ferry of the evening comes in.</p></div>"));
  }

  @ParameterizedTest
  @CsvSource({
    "PT4M13S, 253",
    "PT0H4M13S, 253",
    "P0DT4M13.5S, 253",
    "4:13, 253",
    "1:04:13, 3853",
    "253, 253",
    "P, 0",
    "PT0S, 0",
    "soon, 0",
    "99999999, 0",
    "P999W, 0",
  })
  void durationsAreRead(String words, long seconds) {
    Duration duration = VideoPage.duration(words);
    assertThat(duration == null ? 0 : duration.toSeconds()).isEqualTo(seconds);
  }

  @Test
  void aVideoBesideAnArticleIsNotItsMatter() {
    String html =
        "<title>Pier opens</title><script type=application/ld+json>[{\"@type\":\"NewsArticle\",\"headline\":\"Pier opens\"},"
            + "{\"@type\":\"VideoObject\",\"name\":\"Another thing\",\"embedUrl\":\"https://player.example/1\"}]</script><h1>Pier opens</h1>"
            + "<p>The pier of the harbour was opened on Friday, an hour after the first ship had come in.</p>"
                .repeat(1);
    assertThat(all(article(html, "https://outlet.example/p"), Block.Video.class)).isEmpty();
  }

  @ParameterizedTest
  @MethodSource
  void hostilePagesEndSoon(String html) {
    assertTimeoutPreemptively(
        Duration.ofSeconds(20),
        () ->
            read("<title>Live blog: photos, video</title>" + html, "https://o.example/live-blog"));
  }

  static List<String> hostilePagesEndSoon() {
    return List.of(
        "<div><time>10:10</time><p>Something was said here, and not much.</p></div>".repeat(60_000),
        "<p>10:10<br><br>".repeat(100_000),
        "<div>".repeat(100_000) + "<time>10:10</time>",
        "<figure><img src=/a.jpg width=400><figcaption>Words, words</figcaption>".repeat(30_000),
        "<a href='?page=2'>2</a>".repeat(60_000)
            + "<p>Words of an article, and some more of them.</p>",
        "<div itemtype=x/VideoObject itemprop=video>".repeat(50_000));
  }
}
