package org.tabadla.read;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.tabadla.model.Article;

/// Articles that their outlet spreads over several pages.
class SeveralPagesTest {
  private static String paged(String links) {
    return "<title>The long walk</title><article><h1>The long walk</h1>"
        + "<p>The walk from the harbour to the lighthouse takes two days, the keeper says, and one day back.</p>"
        + links
        + "</article>";
  }

  private static List<String> further(String links, String url) {
    return SeveralPages.further(OtherPagesTest.article(paged(links), url));
  }

  @Test
  void furtherPagesAreFoundByNumberAndWord() {
    assertThat(
            further(
                "<div class=pg><b>1</b> <a href='?page=2'>2</a> <a href='?page=3'>3</a></div>",
                "https://o.example/walk"))
        .containsExactly("https://o.example/walk?page=2", "https://o.example/walk?page=3");
    assertThat(further("<a href='/walk/2/'>اگلا صفحہ</a>", "https://o.example/walk/"))
        .containsExactly("https://o.example/walk/2/");
    assertThat(further("<a href='walk_2.html'>下一页</a>", "https://o.example/walk.html"))
        .containsExactly("https://o.example/walk_2.html");
    assertThat(further("<a href='/walk?page=2'>Следующая страница</a>", "https://o.example/walk"))
        .containsExactly("https://o.example/walk?page=2");
    assertThat(
            further(
                "<a href='walk-seite-2.html'>Auf der nächsten Seite</a>",
                "https://o.example/walk.html"))
        .hasSize(1);
  }

  @Test
  void pagesThatThePagerLeavesOutAreFilledIn() {
    assertThat(
            further(
                "<p>Page 1 of 5</p><a href='?page=2'>2</a> … <a href='?page=5'>5</a>",
                "https://o.example/walk"))
        .hasSize(4)
        .endsWith("https://o.example/walk?page=4", "https://o.example/walk?page=5");
  }

  @Test
  void theNextArticleIsNoFurtherPage() {
    assertThat(
            further(
                "<link rel=next href=https://o.example/another-walk><a rel=next href=/another-walk>Next</a>",
                "https://o.example/walk"))
        .isEmpty();
    assertThat(further("<a href='?page=2#comments'>2</a>", "https://o.example/walk")).isEmpty();
    assertThat(
            further("<a href='https://else.example/walk?page=2'>2</a>", "https://o.example/walk"))
        .isEmpty();
    assertThat(
            further(
                "<a href='/walk-2.html'>The second walk, a year later</a>",
                "https://o.example/walk.html"))
        .isEmpty();
  }

  @Test
  void aLinkToAllOfItIsPreferred() {
    assertThat(
            further(
                "<a href='?page=2'>2</a> <a href='?page=all'>View all</a>",
                "https://o.example/walk"))
        .containsExactly("https://o.example/walk?page=all");
  }

  @Test
  void whatTheDataHasIsNotFetched() {
    String first =
        "The walk from the harbour to the lighthouse takes two days, the keeper says, and one day back.";
    String html =
        "<script type=application/ld+json>{\"@type\":\"NewsArticle\",\"headline\":\"The long walk\",\"articleBody\":\""
            + first
            + "\\n\\nOn the second day there is a well, and a bench beside it.\"}</script>"
            + paged("<a href='?page=2'>2</a>");
    Article a = OtherPagesTest.article(html, "https://o.example/walk");
    assertThat(SeveralPages.further(a)).isEmpty();
    assertThat(a.text()).endsWith("a bench beside it.");
  }

  @Test
  void joinedPagesSayNothingTwiceAndTellWhatIsMissing() {
    Article one =
        OtherPagesTest.article(
            paged("<a href='?page=2'>2</a> <a href='?page=3'>3</a>"), "https://o.example/walk");
    Article two =
        OtherPagesTest.article(
            paged(
                "<p>On the second day there is a well, and a bench beside it, and nothing else.</p>"),
            "https://o.example/walk?page=2");
    Article whole =
        SeveralPages.joined(one, List.of(two), List.of("https://o.example/walk?page=3"));
    assertThat(whole.text().lines()).hasSize(2);
    assertThat(SeveralPages.further(whole)).containsExactly("https://o.example/walk?page=3");
    assertThat(SeveralPages.joined(one, List.of(two), List.of("https://o.example/walk?page=3")))
        .isEqualTo(whole);
  }
}
