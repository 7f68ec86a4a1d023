package org.tabadla.read;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import java.util.Objects;
import org.jsoup.parser.Parser;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.tabadla.model.Article;
import org.tabadla.model.Bytes;
import org.tabadla.model.Page;
import org.tabadla.model.Reading;
import org.tabadla.model.SourceId;

class PageBodyTest {
  private static final List<String> URDU =
      List.of(
          "دریا کے کنارے بسے گاؤں میں آج صبح نئی کشتی سروس کا آغاز ہوا، جس سے ہزاروں طلبہ کا سفر آدھا رہ جائے گا۔",
          "محکمۂ آبپاشی کے مطابق منصوبے پر 3.5 کروڑ روپے لاگت آئی اور اس میں مقامی نوجوانوں کو ملاحی کی تربیت بھی دی گئی۔",
          "گاؤں کے بزرگوں نے کہا کہ وہ چالیس برس سے اس دن کے منتظر تھے، اور بچوں نے پہلی سواری پر تالیاں بجائیں۔");

  private static final List<String> CHINESE =
      List.of(
          "河边的村庄今天上午开通了新的渡船服务，数千名学生上学的路程因此缩短一半，家长们早早来到码头迎接第一班船。",
          "水利部门表示，项目总投资三千五百万元，并为当地青年提供了驾驶培训，明年还将增加两条新的航线和夜间班次。",
          "村里的老人说，他们为这一天等了四十年，孩子们在第一次乘船时鼓起掌来，笑声一直传到对岸的学校里。");

  private static final List<String> ENGLISH =
      List.of(
          "A new ferry began to cross the river this morning, halving the way to school for thousands"
              + " of children who had walked to the far bridge until now.",
          "The irrigation office said the project cost 35 million rupees and that young people of the"
              + " village had been trained as pilots, with two more lines to come.",
          "Old people said they had waited forty years for the day, and the children clapped all the"
              + " way across on the first ride of the morning.");

  private static PageTree tree(String html) {
    return PageTree.of(Parser.htmlParser().setMaxDepth(512).parseInput(html, ""));
  }

  private static String body(String html) {
    return PageBody.of(tree(html), "", "", SiteMemory.NONE).written();
  }

  private static List<String> paragraphs(String lang) {
    return switch (lang) {
      case "ur" -> URDU;
      case "zh" -> CHINESE;
      default -> ENGLISH;
    };
  }

  @ParameterizedTest
  @ValueSource(strings = {"ur", "zh", "en"})
  void aPageWithoutASingleNameIsReadInEveryScript(String lang) {
    var html = new StringBuilder("<body><div><a href=/1>A b</a><a href=/2>C d</a></div><div>");
    paragraphs(lang).forEach(p -> html.append("<div>").append(p).append("</div>"));
    html.append("</div><div><a href=/3>E f g</a> <a href=/4>H i j</a></div>");
    assertThat(body(html.toString())).isEqualTo(String.join("\n", paragraphs(lang)));
  }

  @ParameterizedTest
  @CsvSource({"ur,تبصرے", "zh,评论", "en,Comments"})
  void commentsAreNoBodyThoughTheyAreLonger(String lang, String heading) {
    var html = new StringBuilder("<body><h1>x</h1><article><div class=entry-content>");
    paragraphs(lang).forEach(p -> html.append("<p>").append(p).append("</p>"));
    html.append("</div></article><section id=comments><h2>").append(heading).append("</h2><ol>");
    for (int i = 0; i < 12; i++) {
      html.append("<li class=comment><div class=comment-content><p>")
          .append(paragraphs(lang).get(i % 3).replace(i % 2 == 0 ? "," : "،", " "))
          .append(i)
          .append(" !</p></div><a href=/r")
          .append(i)
          .append(">↩</a></li>");
    }
    html.append("</ol></section>");
    assertThat(body(html.toString())).isEqualTo(String.join("\n", paragraphs(lang)));
  }

  @Test
  void whatIsSaidTwiceStandsOnce() {
    String twice = ENGLISH.get(1);
    String html =
        "<body><article><p>"
            + ENGLISH.get(0)
            + "</p><p>"
            + twice
            + "</p><p>"
            + twice
            + "</p><p>"
            + ENGLISH.get(2)
            + "</p></article>";
    PageTree tree = tree(html);
    PageBody body = PageBody.of(tree, "", "", SiteMemory.NONE);
    assertThat(body.written()).isEqualTo(String.join("\n", ENGLISH));
    assertThat(body.why(2)).isEqualTo("said before");
  }

  @Test
  void eachLineSaysWhyInPlainWords() {
    String html =
        "<body><nav><a href=/1>Home page</a> <a href=/2>News</a></nav><article><p>"
            + String.join("</p><p>", ENGLISH)
            + "</p><p>Post Views: 12</p></article>";
    PageTree tree = tree(html);
    PageBody body = PageBody.of(tree, "", "", SiteMemory.NONE);
    assertThat(body.why(1))
        .matches("0\\.\\d\\d: at first by .+ \\([+−]\\d+\\.\\d\\).*; then by .+");
    int last = tree.lines().size() - 1;
    assertThat(body.lines().get(last)).isFalse();
  }

  @Test
  void aPageOfVeryManyLinesIsReadByTheRules() {
    var html = new StringBuilder("<body><article>");
    for (int i = 0; i < 21_000; i++) {
      html.append("<p>").append(ENGLISH.get(0)).append(i).append("</p>");
    }
    PageTree tree = tree(html.append("</article>").toString());
    PageBody body = PageBody.of(tree, "", "", SiteMemory.NONE);
    assertThat(body.lines().cardinality()).isGreaterThan(20_000);
    assertThat(body.why(3)).contains("plain rules alone");
  }

  private static Article article(String html) {
    var page = new Page(null, null, new Bytes(html.getBytes(UTF_8)), Instant.EPOCH);
    return ((Reading.Read) PageReader.read(page, new SourceId("x"))).article();
  }

  @Test
  void aSummaryInAPlaceOfItsOwnIsTheStandfirstAndAFirstParagraphIsNot() {
    String summary = "<meta name=description content=\"" + ENGLISH.get(0) + "\">";
    String rest = "<p>" + ENGLISH.get(1) + "</p><p>" + ENGLISH.get(2) + "</p></div></article>";
    String lead = "<p>" + ENGLISH.get(0) + "</p>";
    Article apart =
        article(
            summary + "<article><h1>x</h1><header>" + lead + "</header><div class=body>" + rest);
    assertThat(apart.text()).isEqualTo(ENGLISH.get(1) + "\n" + ENGLISH.get(2));
    assertThat(Objects.requireNonNull(apart.standfirst()).value()).isEqualTo(ENGLISH.get(0));
    Article within = article(summary + "<article><h1>x</h1><div class=body>" + lead + rest);
    assertThat(within.text()).isEqualTo(String.join("\n", ENGLISH));
    assertThat(within.standfirst()).isNull();
  }

  @Test
  void aBylineBeforeTheBodyIsNoPartOfIt() {
    String html =
        "<h1>x</h1><p>By Ada Brook</p><p>Edited by Ben Stone</p><p>"
            + String.join("</p><p>", ENGLISH)
            + "</p>";
    assertThat(body(html)).isEqualTo(String.join("\n", ENGLISH));
  }

  @ParameterizedTest
  @CsvSource({
    "Post Views: 1,true",
    "1،234 مرتبہ دیکھا گیا,true",
    "阅读量：3567,true",
    "Просмотров: 15,true",
    "5 min read,true",
    "Post Views: 1 پچھلی خبر | اگلی خبر,true",
    "Views 12 said no.,false",
    "Views differ: 12 said no,false",
    "12 people were hurt,false",
    "views,false",
    "2 comments on the plan came in,false"
  })
  void countersAreToldFromSentences(String text, boolean isCounter) {
    var line = new Line(text, 0, Line.units(text), 0, 0, false);
    assertThat(LineVetoes.isCounter(line)).isEqualTo(isCounter);
  }

  @Test
  void goldWordsAreFoundInTheirOrder() {
    boolean[] in =
        BodyGold.labels(
            List.of("Home News Ferry", "A ferry began", "Related", "The ferry began to cross", "A"),
            "A ferry began\nThe ferry began to cross");
    assertThat(in).containsExactly(false, true, false, true, false);
  }

  @Test
  void pairsOfWordsKnowTextsAgainWhateverStandsBetween() {
    var pairs = new WordPairs();
    pairs.add("The ferry, at last, crosses. 河边的村庄");
    assertThat(pairs.shareOf("the FERRY at last crosses")).isEqualTo(1);
    assertThat(pairs.shareOf("村庄")).isEqualTo(1);
    assertThat(pairs.shareOf("庄村")).isZero();
    assertThat(pairs.shareOf("last ferry")).isZero();
  }
}
