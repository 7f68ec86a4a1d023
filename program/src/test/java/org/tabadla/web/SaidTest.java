package org.tabadla.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.tabadla.model.ArticleId;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// Topics and quotes as a person and a program get them.
class SaidTest {
  @TempDir static Path folder;

  private static Served served;
  private static Visitor visitor;

  @BeforeAll
  static void open() {
    served = Served.in(folder);
    visitor = new Visitor(served.base());
  }

  @AfterAll
  static void close() {
    served.close();
  }

  private static String page(String path) {
    var answer = visitor.get(path);
    assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
    return answer.body();
  }

  private static JsonNode json(String path) {
    return new JsonMapper().readTree(page(path));
  }

  private static String article(String key) {
    ArticleId id = Fixture.id(key);
    return "/article/" + id;
  }

  @Test
  void anArticleShowsItsTopicsInTheReadersLanguage() {
    assertThat(page("/ur" + article("fajr-forum")))
        .contains("href=\"/ur/topic/medtop:20000344\"", ">معیشت</bdi>");
    assertThat(page("/en" + article("fajr-forum"))).contains(">economy</bdi>");
    assertThat(page("/zh" + article("fajr-forum"))).contains(">经济</bdi>");
    assertThat(page("/ru" + article("fajr-forum"))).contains(">экономика</bdi>");
  }

  @Test
  void anArticleShowsWhoSaidWhat() {
    String shown = page("/ur" + article("fajr-forum"));
    assertThat(shown)
        .contains("href=\"/ur/name/org:sco\"", "dir=\"rtl\">”ہم چاہتے ہیں")
        .contains("dir=\"rtl\">رکن ملکوں کی");
    assertThat(page("/ur" + article("harbor-forum"))).contains("dir=\"ltr\">“Twelve projects");
  }

  @Test
  void aStoryFoldsTheCopiesOfAQuote() {
    String story = page("/en/story/" + Fixture.story("fajr-forum"));
    assertThat(story).containsOnlyOnce("“Twelve projects will start before the year is out”");
    assertThat(story).contains("Also in: <a class=\"outlet\"", "River Daily", "”ہم چاہتے ہیں");
    assertThat(story).contains("/en/topic/medtop:20000344", "/en/topic/medtop:20000385");
  }

  @Test
  void aTopicsPageHasTheArticlesOfThoseBelowIt() {
    String economy = page("/ur/topic/medtop:04000000");
    assertThat(economy)
        .contains("3 خبریں", "/ur" + article("fajr-forum"), "/ur" + article("harbor-forum"))
        .contains("/ur/topic/medtop:20000385", "economy, business and finance");
    assertThat(page("/en/topic/20000385"))
        .contains(article("harbor-forum"), "/en/topic/medtop:04000000")
        .doesNotContain(article("fajr-forum"));
    assertThat(visitor.get("/ur/topic/medtop:99999999").statusCode()).isEqualTo(404);
    assertThat(page("/ur/topic/medtop:15000000")).contains("کھیل");
  }

  @Test
  void aTopicsFeedIsInTheReadersLanguage() {
    assertThat(page("/ur/topic/medtop:04000000/feed.rss")).contains("معیشت، کاروبار اور مالیات");
    assertThat(page("/en/topic/medtop:04000000/feed.atom"))
        .contains("economy, business and finance");
  }

  @Test
  void aNamesPageListsWhatTheyWereQuotedAsSaying() {
    String name = page("/en/name/org:sco");
    assertThat(name).contains("“twelve projects", "”ہم چاہتے ہیں", "/en/name/org:sco/quotes");
    String all = page("/en/name/org:sco/quotes");
    assertThat(all.indexOf("twelve projects")).isLessThan(all.indexOf("ہم چاہتے"));
    assertThat(visitor.get("/en/name/country:PK/quotes").statusCode()).isEqualTo(404);
    assertThat(page("/en/name/country:PK")).doesNotContain("/quotes");
  }

  @Test
  void theSearchKnowsTopicsByCodeAndLabel() {
    for (String query :
        new String[] {
          "topic:medtop:04000000", "topic:04000000", "topic:%22economy,+business+and+finance%22"
        }) {
      assertThat(json("/api/search?q=" + query).get("total").asInt()).as(query).isEqualTo(3);
    }
    assertThat(json("/api/search?q=topic:%D9%85%D8%B9%DB%8C%D8%B4%D8%AA").get("total").asInt())
        .isEqualTo(1);
    assertThat(json("/api/search?q=digital+-topic:20000385").get("total").asInt()).isPositive();
    assertThat(visitor.get("/api/search?q=topic:nothing").body()).contains("This is no topic");
  }

  @Test
  void programsGetTopicsAndQuotesToo() {
    JsonNode entry = json("/api/articles/" + Fixture.id("fajr-forum"));
    assertThat(entry.at("/topics/0/above").asString()).isEqualTo("medtop:04000000");
    assertThat(entry.at("/topics/0/labels/ur").asString()).isEqualTo("معیشت");
    assertThat(entry.at("/quotes/0/name").asString()).isEqualTo("org:sco");
    assertThat(entry.at("/quotes/1/direct").asBoolean()).isFalse();
    JsonNode story = json("/api/stories/" + Fixture.story("fajr-forum"));
    assertThat(story.get("quotes").size()).isEqualTo(4);
    JsonNode first = json("/api/names/org:sco/quotes?limit=1");
    assertThat(first.at("/quotes/0/article/source").asString()).isEqualTo("riverdaily.example");
    JsonNode second = json("/api/names/org:sco/quotes?limit=1&" + first.get("next").asString());
    assertThat(second.at("/quotes/0/article/source").asString()).isEqualTo("harborpost.example");
  }
}
