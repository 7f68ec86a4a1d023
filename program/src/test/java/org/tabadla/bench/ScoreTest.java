package org.tabadla.bench;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.tabadla.model.Bytes;
import org.tabadla.model.Page;

class ScoreTest {
  private static final double EXACT = 1e-9;

  private static Score score(String body, @Nullable String title, PageTool.Answer answer) {
    var page = new Page(null, null, Bytes.EMPTY, Instant.EPOCH);
    var gold = new PackSet.Case("1", page, body, title, List.of("b c"), List.of("x y"));
    return Score.of(new PackSet("made", List.of(gold)), List.of(answer));
  }

  @Test
  void aBodyIsComparedByRunsOfFourWords() {
    // Runs of the gold: abcd bcde cdef; of the answer: abcd bcde cdex dexy.
    Score score = score("a b c d e f", "T", new PageTool.Answer("T", "a, b c\nd e x y."));
    assertThat(score.f1())
        .isCloseTo(2 * (2 / 4.0) * (2 / 3.0) / (2 / 4.0 + 2 / 3.0), within(EXACT));
    assertThat(score.exact()).isZero();
    assertThat(score.snippets()).isCloseTo(2 / 3.0, within(EXACT));
  }

  @Test
  void theSameWordsAreExactWhateverParts() {
    assertThat(score("One, two.\nThree", "T", new PageTool.Answer("", "One two – three")).exact())
        .isZero();
    assertThat(score("One, two.\nThree", "T", new PageTool.Answer("", "One two – Three")).exact())
        .isOne();
  }

  @Test
  void unitsAreFairToEveryScript() {
    assertThat(Overlap.units("新闻 Ａb")).containsExactly("新", "闻", "ab");
    assertThat(Overlap.units("کِتـاب")).isEqualTo(Overlap.units("کتاب"));
    assertThat(Overlap.words("عمر_1 کے، 2½")).containsExactly("عمر_1", "کے", "2½");
  }

  @Test
  void theOutletsTailOfATitleIsForgiven() {
    assertThat(score("a", "Pier opens", new PageTool.Answer("PIER opens", "")).title()).isOne();
    assertThat(score("a", "Pier opens", new PageTool.Answer("Pier opens | Post", "")).title())
        .isOne();
    assertThat(score("a", "Pier opens", new PageTool.Answer("Pier opens soon", "")).title())
        .isZero();
  }

  @Test
  void whatASetDoesNotTellIsNoNumber() {
    assertThat(score("a", null, PageTool.Answer.NONE).title()).isNaN();
    assertThat(score("a", null, PageTool.Answer.NONE).f1()).isZero();
  }

  @Test
  void thePageThatIsHalfReadScoresByRunsOfFourWords() {
    assertThat(overlap("one two three four five six", "One two, three four five").f1())
        .isCloseTo(0.8, within(1e-9));
    assertThat(overlap("\u4e2d\u6587\u4e5f\u4e00\u6837", "\u4e2d\u6587\u4e5f\u4e00").f1())
        .isCloseTo(2 / 3.0, within(1e-9));
    assertThat(overlap("two words", "two words").f1()).isEqualTo(1);
    assertThat(overlap("two words", "").f1()).isZero();
  }

  private static Overlap overlap(String gold, String answer) {
    return Overlap.of(Overlap.units(gold), Overlap.units(answer));
  }
}
