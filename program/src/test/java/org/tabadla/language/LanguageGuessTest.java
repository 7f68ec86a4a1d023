package org.tabadla.language;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvFileSource;
import org.tabadla.model.Lang;

class LanguageGuessTest {
  @ParameterizedTest
  @CsvFileSource(resources = "guesses.tsv", delimiter = '\t')
  void aSentenceOfTheNewsIsToldByItsLetters(String lang, String text) {
    var guess = LanguageGuess.of(text);
    assertThat(guess.lang().tag()).isEqualTo(lang);
  }

  @Test
  void aTextWithoutLettersCannotBeTold() {
    assertThat(LanguageGuess.of("12:30, 50 %!").lang()).isEqualTo(Lang.UND);
    assertThat(LanguageGuess.of("").confidence()).isZero();
  }

  @Test
  void aLongSentenceIsSurerThanAWord() {
    double word = LanguageGuess.of("Haus").confidence();
    double sentence = LanguageGuess.of("Das Haus an der Ecke wurde gestern verkauft").confidence();
    assertThat(sentence).isGreaterThan(word);
  }
}
