package org.tabadla.urdu;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.math.BigDecimal;
import java.util.List;
import java.util.Random;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

class UrduNumbersTest {
  static List<String[]> figures() {
    return Rows.of("figures.tsv", 2);
  }

  @ParameterizedTest
  @MethodSource("figures")
  void figuresAreReadWithTheirScaleKindAndCurrency(String wanted, String text) {
    String found =
        UrduNumbers.of(text).stream()
            .map(UrduNumbersTest::written)
            .collect(Collectors.joining(", "));
    assertThat(found.isEmpty() ? "-" : found).as(text).isEqualTo(wanted);
  }

  private static String written(WrittenFigure f) {
    return f.kind() + " " + f.value() + (f.currency() == null ? "" : " " + f.currency());
  }

  @Test
  void everyNumberBelowAHundredComesBackFromItsWord() {
    for (int n = 0; n < 100; n++) {
      assertThat(UrduNumbers.value(UrduNumbers.words(n))).hasValue(BigDecimal.valueOf(n));
    }
  }

  @Test
  void anyNumberComesBackFromItsWords() {
    var random = new Random(20250711);
    for (int i = 0; i < 2_000; i++) {
      long n = random.nextLong(1L << (1 + random.nextInt(45)));
      assertThat(UrduNumbers.value(UrduNumbers.words(n)))
          .as(UrduNumbers.words(n))
          .hasValueSatisfying(v -> assertThat(v).isEqualByComparingTo(BigDecimal.valueOf(n)));
    }
  }

  @Test
  void spellingsOfOneNumberAreOneValue() {
    for (String[] row : Numerals.urduRows()) {
      if (row[0].equals("unit") || row[0].equals("shy")) {
        assertThat(UrduNumbers.value(row[1]))
            .as(row[1])
            .hasValueSatisfying(v -> assertThat(v).isEqualByComparingTo(row[2]));
      }
    }
  }

  @ParameterizedTest
  @CsvSource({
    "3500000000000, پینتیس کھرب",
    "123456, ایک لاکھ تئیس ہزار چار سو چھپن",
    "100, ایک سو",
    "10000000, ایک کروڑ",
    "-5, منفی پانچ",
    "3.5, تین اعشاریہ پانچ",
    "0, صفر"
  })
  void aNumberIsWrittenInWords(BigDecimal value, String words) {
    assertThat(UrduNumbers.words(value)).isEqualTo(words);
  }

  @Test
  void ordinalsAreWritten() {
    assertThat(List.of(1L, 2L, 3L, 4L, 5L, 6L, 11L).stream().map(UrduNumbers::ordinal))
        .containsExactly("پہلا", "دوسرا", "تیسرا", "چوتھا", "پانچواں", "چھٹا", "گیارہواں");
    assertThatIllegalArgumentException().isThrownBy(() -> UrduNumbers.ordinal(0));
  }

  @Test
  void ordinalsAreReadInEachGender() {
    for (String word : List.of("گیارہواں", "گیارہویں")) {
      assertThat(UrduNumbers.value(word)).hasValue(BigDecimal.valueOf(11));
    }
    assertThat(UrduNumbers.value("دوسری")).hasValue(BigDecimal.TWO);
  }

  @Test
  void anyOrdinalComesBackFromItsWords() {
    for (long n : new long[] {1, 4, 6, 7, 10, 21, 99, 100, 101, 125, 300, 1947, 100_000}) {
      assertThat(UrduNumbers.value(UrduNumbers.ordinal(n)))
          .as(UrduNumbers.ordinal(n))
          .hasValueSatisfying(v -> assertThat(v).isEqualByComparingTo(BigDecimal.valueOf(n)));
    }
  }

  @Test
  void aTextThatIsMoreThanANumberHasNoValue() {
    assertThat(UrduNumbers.value("پانچ گھر")).isEmpty();
    assertThat(UrduNumbers.value("")).isEmpty();
  }

  @Test
  void anyTextGivesFiguresInOrder() {
    String signs = "019\u06F3.,-+/: \n\u0000\uD800\uDC00$%\u066A\u066B\u066C\u0621\u06BEa";
    List<String> words = Numerals.urduRows().stream().map(row -> row[1]).toList();
    var random = new Random(20250711);
    for (int n = 0; n < 3_000; n++) {
      var text = new StringBuilder();
      for (int i = random.nextInt(30); i > 0; i--) {
        text.append(signs.charAt(random.nextInt(signs.length())));
        if (random.nextBoolean()) {
          text.append(words.get(random.nextInt(words.size())));
        }
      }
      int end = 0;
      for (WrittenFigure f : UrduNumbers.of(text.toString())) {
        assertThat(f.start()).as(text.toString()).isGreaterThanOrEqualTo(end);
        assertThat(f.end()).isGreaterThan(f.start()).isLessThanOrEqualTo(text.length());
        end = f.end();
      }
    }
  }

  @Test
  @Timeout(30)
  void manyLettersTakeLinearTime() {
    for (String part : List.of("9", "a", "1 ", "1-", "1.", "1,", "0-", "-", " ", "\u0633\u0648 ")) {
      String text = part.repeat(200_000 / part.length());
      assertThat(UrduNumbers.of(text).size()).isLessThan(text.length());
    }
  }
}
