package org.tabadla.read;

import static org.assertj.core.api.Assertions.assertThat;
import static org.tabadla.read.SitePages.body;
import static org.tabadla.read.SitePages.html;
import static org.tabadla.read.SitePages.learn;
import static org.tabadla.read.SitePages.page;
import static org.tabadla.read.SitePages.paragraphs;

import java.util.ArrayList;
import java.util.List;
import java.util.function.IntFunction;
import org.junit.jupiter.api.Test;
import org.tabadla.model.Page;
import org.tabadla.model.SourceId;

class SiteFurnitureTest {
  private static final String APPEAL =
      "Good reporting costs money, so please think of becoming a friend of the Harbour today.";
  private static final String NOTE =
      "The writer covers ports and ships, and can be reached by the desk of this paper.";

  private static SiteMemory after(int pages, IntFunction<Page> page) {
    SiteMemory memory = SiteMemory.NONE;
    for (int i = 1; i <= pages; i++) {
      memory = learn(memory, page.apply(i));
    }
    return memory;
  }

  private static List<String> with(List<String> paragraphs, int at, String more) {
    var all = new ArrayList<>(paragraphs);
    all.add(at, more);
    return all;
  }

  @Test
  void theFirstPageIsReadAsWithoutAMemory() {
    Page first = page("a1", html(with(paragraphs(1, 6), 6, APPEAL)));
    assertThat(SitePages.report(first, SiteMemory.NONE).reading())
        .isEqualTo(PageReader.read(first, new SourceId("folder")));
    assertThat(body(first, SiteMemory.NONE)).hasSize(7);
  }

  @Test
  void wordsAtTheEndThatStoodOnTwoOtherPagesAreFurniture() {
    IntFunction<Page> pages = n -> page("a" + n, html(with(paragraphs(n, 6), 6, APPEAL)));
    assertThat(body(pages.apply(3), after(1, pages))).contains(APPEAL);
    assertThat(body(pages.apply(3), after(2, pages))).isEqualTo(paragraphs(3, 6));
  }

  @Test
  void wordsInTheMiddleMustStandOnMostPages() {
    IntFunction<Page> pages = n -> page("a" + n, html(with(paragraphs(n, 6), 3, APPEAL)));
    assertThat(body(pages.apply(4), after(3, pages))).contains(APPEAL);
    assertThat(body(pages.apply(5), after(4, pages))).isEqualTo(paragraphs(5, 6));
  }

  @Test
  void oneOtherPageIsEnoughInAPlaceOfItsOwn() {
    IntFunction<Page> pages =
        n -> {
          String box = "<p class=appeal>" + APPEAL + "</p>";
          List<String> own = paragraphs(n, 6);
          return page("a" + n, html(own.subList(0, 3)) + box + html(own.subList(3, 6)));
        };
    assertThat(body(pages.apply(1), SiteMemory.NONE)).contains(APPEAL);
    assertThat(body(pages.apply(2), after(1, pages))).isEqualTo(paragraphs(2, 6));
  }

  @Test
  void theSameArticleAgainTeachesNothing() {
    Page page = page("a1", html(paragraphs(1, 6)));
    SiteMemory once = learn(SiteMemory.NONE, page);
    assertThat(learn(learn(once, page), page)).isSameAs(once);
    assertThat(body(page, once)).isEqualTo(paragraphs(1, 6));
  }

  @Test
  void anArticleThatTaughtIsReadBesideTheOthersAlone() {
    IntFunction<Page> pages = n -> page("a" + n, html(with(paragraphs(n, 6), 6, APPEAL)));
    SiteMemory two = after(2, pages);
    assertThat(body(pages.apply(1), two)).contains(APPEAL);
    assertThat(body(pages.apply(1), after(3, pages))).isEqualTo(paragraphs(1, 6));
  }

  @Test
  void oneTextUnderManyAddressesIsNotEaten() {
    List<String> wire = paragraphs(1, 8);
    IntFunction<Page> pages = n -> page("wire-" + n, html(wire));
    SiteMemory memory = after(9, pages);
    assertThat(memory.pages()).isEqualTo(1);
    assertThat(body(pages.apply(10), memory)).isEqualTo(wire);
  }

  @Test
  void aCorrectedCopyUnderAnotherAddressIsNotEaten() {
    List<String> wire = paragraphs(1, 6);
    IntFunction<Page> pages =
        n -> page("wire-" + n, html(with(wire, 6, paragraphs(n, 1).getFirst())));
    assertThat(body(pages.apply(5), after(4, pages))).hasSize(7);
  }

  @Test
  void theBackgroundOfARunningStoryIsNotEaten() {
    List<String> background = paragraphs(500, 2);
    IntFunction<Page> followUps =
        n -> {
          List<String> own = paragraphs(n, 6);
          own.addAll(3, background);
          return page("talks-" + n, html(own));
        };
    SiteMemory memory = after(3, followUps);
    for (int i = 20; i < 30; i++) {
      memory = learn(memory, page("other-" + i, html(paragraphs(i, 6))));
    }
    assertThat(body(followUps.apply(4), memory)).containsAll(background);
  }

  @Test
  void aDailyBulletinKeepsItsPhrases() {
    IntFunction<Page> bulletins =
        n ->
            page(
                "rates-" + n,
                html(
                    List.of(
                        "The dollar closed at " + (280 + n) + ".5 rupees in the interbank market.",
                        "Gold was sold at "
                            + (3000 + n)
                            + " rupees a gram in the bazaar of Karachi.",
                        "A litre of petrol costs "
                            + (260 + n)
                            + " rupees until the end of the week.",
                        "The rates are those of the banks' association, taken at five o'clock.",
                        "Shares gained "
                            + n
                            + " points, and the volume was that of the day before.")));
    SiteMemory memory = after(2, bulletins);
    for (int i = 20; i < 24; i++) {
      memory = learn(memory, page("other-" + i, html(paragraphs(i, 6))));
    }
    memory = learn(memory, bulletins.apply(3));
    assertThat(body(bulletins.apply(4), memory)).hasSize(5);
    // Where the site is nothing else, what never varies goes, and what has other figures stays.
    assertThat(body(bulletins.apply(9), after(8, bulletins)))
        .hasSizeGreaterThanOrEqualTo(4)
        .anyMatch(line -> line.contains("289.5"));
  }

  @Test
  void aPageOfNothingButRecurringWordsIsNotEaten() {
    IntFunction<Page> pages = n -> page("a" + n, html(with(paragraphs(n, 6), 6, APPEAL)));
    Page bare = page("bare", html(List.of(APPEAL)));
    assertThat(body(bare, after(9, pages))).containsExactly(APPEAL);
  }

  @Test
  void aShortReportBesideALongAppealKeepsItsOwnWords() {
    String appeal = String.join(" ", paragraphs(900, 2));
    IntFunction<Page> pages = n -> page("a" + n, html(with(paragraphs(n, 1), 1, appeal)));
    assertThat(body(pages.apply(7), after(6, pages))).isEqualTo(paragraphs(7, 1));
  }

  @Test
  void aNewNoteInThePlaceOfNotesIsFurniture() {
    IntFunction<Page> pages =
        n -> page("a" + n, html(paragraphs(n, 6)) + "<p class=writer>" + NOTE + "</p>");
    Page other =
        page(
            "b",
            html(paragraphs(99, 6))
                + "<p class=writer>Another writer, who is new at the desk and likes ships.</p>");
    assertThat(body(other, after(4, pages))).hasSize(7);
    assertThat(body(other, after(11, pages))).isEqualTo(paragraphs(99, 6));
  }

  @Test
  void aHeadingGoesWithWhatItHeads() {
    IntFunction<Page> pages =
        n ->
            page(
                "a" + n,
                html(paragraphs(n, 6)) + "<h2>Support us</h2><p class=appeal>" + APPEAL + "</p>");
    assertThat(body(pages.apply(3), SiteMemory.NONE)).contains("Support us");
    assertThat(body(pages.apply(3), after(2, pages))).isEqualTo(paragraphs(3, 6));
  }

  @Test
  void headingsAndLabelsThatRecurAreTheArticlesOwn() {
    IntFunction<Page> pages =
        n -> {
          List<String> own = paragraphs(n, 6);
          return page(
              "a" + n,
              html(own.subList(0, 3)) + "<h2>What comes next</h2>" + html(own.subList(3, 6)));
        };
    assertThat(body(pages.apply(9), after(8, pages))).contains("What comes next").hasSize(7);
  }

  @Test
  void nearlyTheSameWordsCountInAPlaceOfTheirOwn() {
    IntFunction<Page> pages =
        n ->
            page(
                "a" + n,
                html(paragraphs(n, 6))
                    + "<p class=readers>This story was read by "
                    + (214 + 7 * n)
                    + " people since it was put on the pages of the Harbour.</p>"
                    + "<p class=readers>"
                    + NOTE
                    + "</p>");
    assertThat(body(pages.apply(1), SiteMemory.NONE)).hasSize(8);
    assertThat(body(pages.apply(9), after(8, pages))).isEqualTo(paragraphs(9, 6));
  }

  @Test
  void everyLineSaysWhy() {
    IntFunction<Page> pages = n -> page("a" + n, html(with(paragraphs(n, 6), 6, APPEAL)));
    SiteMemory memory = after(3, pages);
    List<PageLine> lines = PageReader.explain(pages.apply(4), new SourceId("folder"), _ -> memory);
    assertThat(lines).allSatisfy(line -> assertThat(line.why()).isNotBlank());
    assertThat(lines)
        .contains(
            new PageLine(
                APPEAL,
                false,
                "furniture: the same words stood on 3 of 3 other pages of this site,"
                    + " and nothing of the article is beyond them"))
        .anySatisfy(line -> {
          assertThat(line.text()).isEqualTo(paragraphs(4, 6).getFirst());
          assertThat(line.kept()).isTrue();
          assertThat(line.why()).startsWith("0.9").contains("at first by");
        });
  }

  @Test
  void anArticlesBeginningIsItsOwnThoughTeasersRepeatItOnEveryPage() {
    String beginning = paragraphs(50, 1).getFirst();
    IntFunction<Page> pages =
        n -> page("a" + n, html(paragraphs(n, 6)) + "<div class=x7><p>" + beginning + "</p></div>");
    SiteMemory memory = after(9, pages);
    assertThat(body(pages.apply(10), SiteMemory.NONE)).contains(beginning);
    assertThat(body(pages.apply(10), memory)).isEqualTo(paragraphs(10, 6));
    assertThat(body(page("a50", html(paragraphs(50, 6))), memory)).isEqualTo(paragraphs(50, 6));
  }
}
