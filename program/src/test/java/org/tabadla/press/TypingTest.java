package org.tabadla.press;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class TypingTest {
  @Test
  void yehInsideAWordBecomesYehBarree() {
    assertThat(Typing.old("میں")).isEqualTo("م\u06D2ں");
  }

  @Test
  void yehAtTheEndAndKehehBecomeArabicLetters() {
    assertThat(Typing.old("کی")).isEqualTo("\u0643\u064A");
    assertThat(Typing.old("ہی۔")).isEqualTo("ہ\u064A۔");
  }
}
