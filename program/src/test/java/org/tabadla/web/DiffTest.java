package org.tabadla.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import java.time.Duration;
import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.tabadla.model.Lang;
import org.tabadla.web.Diff.Change;

class DiffTest {
  private static String shown(String before, String after, String lang) {
    return Diff.of(before, after, new Lang(lang)).stream()
        .map(run ->
            switch (run.change()) {
              case KEPT -> run.words();
              case ADDED -> "[+" + run.words().strip() + "]";
              case REMOVED -> "[-" + run.words().strip() + "]";
            })
        .collect(Collectors.joining());
  }

  @ParameterizedTest
  @CsvSource({
    "en, 98 millimetres fell by noon, 131 millimetres fell by noon, '[-98][+131]millimetres fell by noon'",
    "ur, بارش سے سات افراد زخمی ہوئے, بارش سے گیارہ افراد زخمی ہوئے, 'بارش سے [-سات][+گیارہ]افراد زخمی ہوئے'",
    "zh, 大桥昨天通车了, 大桥今天通车了, '大桥[-昨天][+今天]通车了'",
    "ja, 昨日橋が開通した, 今日橋が開通した, '[-昨日][+今日]橋が開通した'",
    "th, สะพานเปิดเมื่อวาน, สะพานเปิดวันนี้, 'สะพานเปิด[-เมื่อวาน][+วันนี้]'",
    "en, 'It was 3.5 percent.', 'It was 3.7 percent.', 'It was [-3.5][+3.7]percent.'",
  })
  void changedWordsStandBesideEachOther(String lang, String before, String after, String want) {
    assertThat(shown(before, after, lang)).isEqualTo(want);
  }

  @Test
  void whiteSpaceAloneChangesNothing() {
    assertThat(Diff.of("a b  c", "a  b c", new Lang("en")))
        .extracting(Diff.Run::change)
        .containsExactly(Change.KEPT);
    assertThat(Diff.of("", "", new Lang("en"))).isEmpty();
    assertThat(shown("", "a b", "en")).isEqualTo("[+a b]");
  }

  @Test
  void aChanceWordBetweenChangesIsPartOfThem() {
    assertThat(shown("the mayor of Ravi spoke", "the keeper of Indus spoke", "en"))
        .isEqualTo("the [-mayor of Ravi][+keeper of Indus]spoke");
  }

  /// For any two texts: without the added words it is the one before, without the removed the one
  /// after.
  @Test
  void theRunsGiveBothTextsBack() {
    var random = new Random(7);
    for (int round = 0; round < 300; round++) {
      String before = text(random);
      String after = text(random);
      var runs = Diff.of(before, after, new Lang("en"));
      assertThat(without(runs, Change.ADDED)).isEqualTo(before.replace(" ", ""));
      assertThat(without(runs, Change.REMOVED)).isEqualTo(after.replace(" ", ""));
    }
  }

  private static String text(Random random) {
    return IntStream.range(0, random.nextInt(40))
        .mapToObj(i -> "w" + random.nextInt(8))
        .collect(Collectors.joining(" "));
  }

  private static String without(java.util.List<Diff.Run> runs, Change change) {
    return runs.stream()
        .filter(run -> run.change() != change)
        .map(run -> run.words().replace(" ", ""))
        .collect(Collectors.joining());
  }

  @Test
  void hostileTextsAreReplacedWholeInTime() {
    String before = "x " + "a b ".repeat(100_000) + "end";
    String after = "x " + "b c a ".repeat(100_000) + "end";
    assertTimeoutPreemptively(
        Duration.ofSeconds(20),
        () -> assertThat(Diff.of(before, after, new Lang("en"))).hasSizeGreaterThan(2));
  }
}
