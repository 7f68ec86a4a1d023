package org.tabadla.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

class DiffTest {
  private static String shown(String before, String after) {
    return Diff.of(before, after).stream()
        .map(run ->
            switch (run.change()) {
              case KEPT -> run.words();
              case ADDED -> "[+" + run.words().strip() + "]";
              case REMOVED -> "[-" + run.words().strip() + "]";
            })
        .collect(Collectors.joining());
  }

  @Test
  void changedWordsStandBesideEachOther() {
    assertThat(shown("a b c d e", "a x c d y e")).isEqualTo("a [-b][+x]c d [+y]e");
  }

  @Test
  void equalTextsAreOneRun() {
    assertThat(Diff.of("a b\nc", "a b\nc")).hasSize(1);
  }

  @Test
  void paragraphsStayApart() {
    assertThat(shown("one\ntwo", "one\nnew\ntwo")).isEqualTo("one\n[+new]two");
  }

  @Test
  void hostileTextsAreReplacedWhole() {
    String before = "x " + "a b ".repeat(3_000) + "end";
    String after = "x " + "b c a ".repeat(3_000) + "end";
    assertThat(Diff.of(before, after)).hasSize(4);
  }

  @Test
  void nothingBecomesSomething() {
    assertThat(shown("", "a b")).isEqualTo("[+a b]");
    assertThat(Diff.of("", "")).isEmpty();
  }
}
