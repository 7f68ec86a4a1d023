package org.tabadla.language;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvFileSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.tabadla.model.Lang;

class LanguageGuessTest {
  /// Of the Roman Urdu sentences that were kept back from training, so many must be told.
  private static final double ROMAN_URDU_SHARE = 0.95;

  @ParameterizedTest
  @CsvFileSource(resources = "guesses.tsv", delimiter = '\t')
  void aSentenceOfTheNewsIsToldByItsLetters(String lang, String text) {
    var guess = LanguageGuess.of(text);
    assertThat(guess.lang().tag()).isEqualTo(lang);
  }

  @Test
  void romanUrduIsToldFromEnglishTurkishAndIndonesian() {
    List<String[]> rows = Tables.rows("roman-urdu.tsv", 1);
    List<String> missed =
        rows.stream()
            .map(row -> row[0])
            .filter(text -> !LanguageGuess.of(text).lang().tag().equals("ur-Latn"))
            .toList();
    assertThat(missed).hasSizeLessThanOrEqualTo((int) (rows.size() * (1 - ROMAN_URDU_SHARE)));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "12:30, 50 %!",
        "",
        " \n\t",
        "😀🎉👍",
        "https://news.example/2025/07/the-prime-minister-said",
        "editor@news.example @newsdesk",
        "for (int j = 1; j <= max; j++) { total -= b[j]; }",
        "{\"name\": 1, \"src\": \"b.jpg\", \"h\": 20}",
        "sdfjkh wertoiu xcvmnb qwpoeri zxmcv",
        "ⴰⵣⵓⵍ ⴼⵍⵍⴰⵡⵏ",
        "\u202E\u202D\u2066\u2069\u200F",
        "\uD800\uDC00\uD800",
        "\0\0\0"
      })
  void whatIsOfNoLanguageCannotBeTold(String text) {
    var guess = LanguageGuess.of(text);
    assertThat(guess.lang()).isEqualTo(Lang.UND);
    assertThat(guess.confidence()).isZero();
  }

  @Test
  void addressesAndHandlesSayNothing() {
    String link = " https://news.example/the-government-said-today-that-the-price-of-bread ";
    assertThat(LanguageGuess.of("حکومت نے کہا" + link + link).lang()).isEqualTo(Lang.UR);
  }

  @Test
  void aLongSentenceIsSurerThanAWord() {
    double word = LanguageGuess.of("Haus").confidence();
    double sentence = LanguageGuess.of("Das Haus an der Ecke wurde gestern verkauft").confidence();
    assertThat(sentence).isGreaterThan(word);
  }

  @Test
  void urduWithEnglishNamesIsUrdu() {
    assertThat(LanguageGuess.of("کمپنی Microsoft نے Windows کا نیا ورژن جاری کر دیا ہے").lang())
        .isEqualTo(Lang.UR);
  }

  @Test
  void marksOfDirectionHalfCharactersAndNulChangeNothing() {
    String urdu = "\u202Eحکومت\0 نے \uD83D کہا\u2069 کہ قیمتیں \uDC00کم ہوں گی";
    assertThat(LanguageGuess.of(urdu).lang()).isEqualTo(Lang.UR);
  }

  @Test
  void tenMegabytesAreToldByTheirBeginning() {
    int chars = 10_000_000;
    assertThat(LanguageGuess.of("a".repeat(chars)).confidence()).isLessThanOrEqualTo(1);
    assertThat(LanguageGuess.of("ے".repeat(chars)).confidence()).isLessThanOrEqualTo(1);
    assertThat(LanguageGuess.of("\u0301".repeat(chars)).lang()).isEqualTo(Lang.UND);
    assertThat(LanguageGuess.of("The price of bread will not change. ".repeat(280_000)).lang())
        .isEqualTo(Lang.EN);
  }
}
