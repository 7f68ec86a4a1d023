package org.tabadla.language;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.tabadla.model.Lang;

class LexiconTest {
  @ParameterizedTest
  @CsvSource({
    "en, The court heard the case, word:court",
    "hi, अदालत में पुलिस, word:court",
    "pa, ਅਦਾਲਤ ਵਿੱਚ ਪੁਲਿਸ, word:court",
    "pa, ਅਦਾਲਤ ਵਿੱਚ ਪੁਲਿਸ, word:police",
    "gu, અદાલત, word:court"
  })
  void aWordOfTheNewsIsKnownInItsOwnScript(String lang, String text, String concept) {
    assertThat(Lexicon.in(text, new Lang(lang)))
        .extracting(Lexicon.Sense::concept)
        .contains(concept);
  }

  @ParameterizedTest
  @CsvSource({
    "ਸੰਸਦ, संसद",
    "ਹਸਪਤਾਲ, हसपताल",
    "দল, दल",
    "દિલ્હી, दिल्ही",
    "ਸ਼ਹਿਰ, शहिर",
    "\u0A36ਹਿਰ, शहिर",
    "abc, abc"
  })
  void lettersOfSisterScriptsAreAsInDevanagari(String written, String expected) {
    assertThat(IndicLetters.asDevanagari(written)).isEqualTo(expected);
  }
}
