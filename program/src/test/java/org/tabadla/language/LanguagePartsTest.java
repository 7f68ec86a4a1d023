package org.tabadla.language;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.tabadla.model.Lang;

class LanguagePartsTest {
  private static final String URDU = "وزیر خارجہ نے کہا کہ دونوں ملکوں کے تعلقات مضبوط ہیں۔";
  private static final String ENGLISH = "The two countries will sign the agreement next week.";

  @Test
  void eachSentenceHasItsOwnLanguage() {
    String text = URDU + "\n" + ENGLISH + "\n" + URDU;
    LanguageParts parts = LanguageParts.of(text);
    assertThat(languages(parts)).containsExactly("ur", "en", "ur");
    assertThat(parts.parts().get(1).span().of(text)).isEqualTo(ENGLISH);
    assertThat(parts.main()).isEqualTo(Lang.UR);
  }

  @Test
  void neighboursOfOneLanguageAreOnePart() {
    LanguageParts parts = LanguageParts.of(ENGLISH + " " + ENGLISH + " " + ENGLISH);
    assertThat(languages(parts)).containsExactly("en");
    assertThat(parts.parts().getFirst().span().length()).isEqualTo(3 * ENGLISH.length() + 2);
  }

  @Test
  void aNumberOrANameGoesWithWhatStandsBeforeIt() {
    LanguageParts parts = LanguageParts.of("12:30\n" + URDU + "\n+92 51 1234\nReuters\n" + URDU);
    assertThat(languages(parts)).containsExactly("ur");
  }

  @Test
  void aTextWithoutLettersIsOneUnknownPart() {
    assertThat(languages(LanguageParts.of("12 + 30 = 42"))).containsExactly("und");
    assertThat(LanguageParts.of("  ").parts()).isEmpty();
    assertThat(LanguageParts.of("").main()).isEqualTo(Lang.UND);
  }

  @Test
  void aLongTextIsLookedAtNoFurtherThanItsLimit() {
    LanguageParts parts = LanguageParts.of((ENGLISH + "\n").repeat(100_000));
    assertThat(parts.parts().getLast().span().end()).isLessThanOrEqualTo(200_000);
  }

  private static List<String> languages(LanguageParts parts) {
    return parts.parts().stream().map(part -> part.lang().tag()).toList();
  }
}
