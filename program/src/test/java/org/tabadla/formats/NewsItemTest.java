package org.tabadla.formats;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.tabadla.formats.Conversion.Target;
import org.tabadla.model.Article;
import org.tabadla.model.ArticleId;
import org.tabadla.model.Block;
import org.tabadla.model.Found;
import org.tabadla.model.Lang;
import org.tabadla.model.Moment;
import org.tabadla.model.SourceId;
import org.tabadla.model.Text;

class NewsItemTest {
  private static final Checker CHECKER = new Checker(Instant.parse("2026-01-01T00:00:00Z"));

  private static final Article ARTICLE =
      new Article(
          ArticleId.of("https://news.example/1"),
          new SourceId("news.example"),
          "https://news.example/1",
          "روزنامہ مثال",
          new Text("فورم میں منصوبوں پر دستخط", Lang.UR),
          new Text("خلاصہ", Lang.UR),
          List.of(new Found<>("سارہ خان", "byline", "سارہ خان")),
          new Found<>("APP", "credit", "(اے پی پی)"),
          new Found<>("بیجنگ", "dateline", "بیجنگ"),
          new Found<>(
              Moment.time(Instant.parse("2025-07-11T06:00:00Z"), java.time.ZoneOffset.UTC),
              "meta",
              ""),
          null,
          List.of(
              new Block.Paragraph("حجم 3.5 ٹریلین <ڈالر> & مزید۔"),
              new Block.Listing(false, List.of("الف", "ب"))),
          new Block.Picture("https://news.example/1.jpg", "تصویر", null),
          Lang.UR,
          List.of("ایس سی او"),
          false,
          Instant.parse("2025-07-11T07:00:00Z"));

  private static final String PLAN =
      """
      {"uri":"urn:tabadla:plan:1","type":"planning","versionCreated":"2025-07-11T06:00:00Z","language":"ur",
       "headlines":[{"value":"فورم کی کوریج"}],
       "plannedCoverage":[{"uri":"urn:tabadla:plan:1:1","title":"تصویریں","type":"picture",
         "dates":{"startDate":"2025-07-12T09:00:00+05:00"},"edNote":"افتتاح; صبح"}]}\
      """;

  @Test
  void anArticleIsValidInEveryFormat() {
    NewsItem item = NewsItem.of(ARTICLE);
    for (Target target : List.of(Target.ninjs_3_1, Target.ninjs_2_1, Target.newsml_g2)) {
      String document = Conversion.write(List.of(item), target).getFirst();
      assertThat(check(document))
          .as(document)
          .isInstanceOfSatisfying(Checked.Valid.class, v -> assertThat(v.advice()).isEmpty());
      NewsItem back = read(document).getFirst();
      assertThat(back.headline()).isEqualTo(item.headline());
      assertThat(back.language()).isEqualTo("ur");
      assertThat(back.first(Words.Use.BODY)).contains("3.5 ٹریلین <ڈالر> & مزید۔");
      assertThat(back.renditions())
          .singleElement()
          .extracting(Rendition::href)
          .isEqualTo("https://news.example/1.jpg");
    }
  }

  @Test
  void aPlanGoesToNewsMlAndToTheCalendar() {
    List<NewsItem> plan = read(PLAN);
    String newsml = Conversion.write(plan, Target.newsml_g2).getFirst();
    assertThat(newsml).contains("<planningItem");
    assertThat(check(newsml)).as(newsml).isInstanceOf(Checked.Valid.class);
    assertThat(read(newsml).getFirst().coverage())
        .singleElement()
        .extracting(Coverage::title)
        .isEqualTo("تصویریں");
    String calendar = Conversion.write(plan, Target.ical).getFirst();
    assertThat(calendar)
        .contains("DTSTART:20250712T040000Z\r\n")
        .contains("SUMMARY:تصویریں")
        .contains("افتتاح\\; صبح");
    assertThat(calendar.lines())
        .allMatch(line -> line.getBytes(StandardCharsets.UTF_8).length <= 75);
  }

  @Test
  void aKillAndASignalSurvive() {
    String newsml =
        """
        <newsItem xmlns="http://iptc.org/std/nar/2006-10-01/" guid="urn:x:1" version="4" standard="NewsML-G2" standardversion="2.35" conformance="power">
          <catalogRef href="http://www.iptc.org/std/catalog/catalog.IPTC-G2-Standards_40.xml"/>
          <itemMeta><itemClass qcode="ninat:text"/><provider qcode="nprov:X"/><versionCreated>2025-07-11T06:00:00Z</versionCreated>
            <embargoed/><pubStatus qcode="stat:canceled"/><signal qcode="sig:correction"/></itemMeta>
          <contentMeta><headline>x</headline></contentMeta></newsItem>\
        """;
    NewsItem item = read(newsml).getFirst();
    assertThat(item.handling().isKill()).isTrue();
    assertThat(item.times().embargoed()).isEmpty();
    NewsItem back = read(Conversion.write(List.of(item), Target.newsml_g2).getFirst()).getFirst();
    assertThat(back.handling()).isEqualTo(item.handling());
    assertThat(back.version()).isEqualTo("4");
    assertThat(back.times().embargoed()).isEmpty();
  }

  @Test
  void aCellIsNoFormula() {
    List<NewsItem> items = read("{\"uri\":\"a:b\",\"title\":\"=cmd|' /C calc'!A0\"}");
    assertThat(Conversion.write(items, Target.csv).getFirst()).contains("\"'=cmd|");
  }

  private static List<NewsItem> read(String document) {
    return ((Conversion.Items.Read) Conversion.read(document.getBytes(StandardCharsets.UTF_8)))
        .items();
  }

  private static Checked check(String document) {
    return CHECKER.check(document.getBytes(StandardCharsets.UTF_8));
  }
}
