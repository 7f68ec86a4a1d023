package org.tabadla.urdu;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class UrduLatinTest {
  @ParameterizedTest
  @CsvSource({
    "شنگھائی تعاون تنظیم, shanghai-taawun-tanzeem",
    "وزیراعظم کا دورہ چین, wazir-e-azam-ka-daura-cheen",
    "CPEC کا نیا مرحلہ 2025, cpec-ka-naya-marhala-2025",
    "۱۵ منصوبے, 15-mansube",
    "中国, ''",
    "؟!, ''"
  })
  void aSlugIsReadableAscii(String text, String slug) {
    assertThat(UrduLatin.slug(text)).isEqualTo(slug);
  }

  @ParameterizedTest
  @CsvSource({
    "مرکز, markaz",
    "بند, band",
    "نظر, nazar",
    "وقت, waqt",
    "کرنا, karna",
    "زندہ, zinda|zanda",
    "بازار, bazar",
    "دریا, darya",
    "گھر, ghar",
    "ایوان, aywan",
    "نوید, nawid|nawed",
    "شاہ, shah",
    "ہاتھ, hath",
    "لڑکا, larka"
  })
  void vowelsThatAreNotWrittenAreGuessed(String urdu, String latin) {
    assertThat(UrduLatin.of(urdu)).isIn((Object[]) latin.split("\\|"));
  }

  @ParameterizedTest
  @CsvSource({
    "شہباز, Shehbaz",
    "شہباز, Shahbaz",
    "شریف, Sharif",
    "شریف, Shareef",
    "نواز, Nawaz",
    "محمد, Muhammad",
    "محمد, Mohammed",
    "بھٹو, Bhutto",
    "زرداری, Zardari",
    "پرویز, Pervaiz",
    "خواجہ, Khawaja",
    "چوہدری, Chaudhry",
    "قریشی, Qureshi",
    "رحمٰن, Rehman",
    "سکندر, Sikandar",
    "گوتریس, Guterres",
    "فضل, Fazal",
    "بلوچ, Baloch"
  })
  void aNameMeetsItselfInEnglish(String urdu, String english) {
    String latin = UrduLatin.of(urdu);
    assertThat(ConsonantSkeleton.fine(latin))
        .isNotEmpty()
        .isEqualTo(ConsonantSkeleton.fine(english));
  }

  @ParameterizedTest
  @CsvSource({"شہباز, Shahid", "نواز, Niaz Baig", "بلوچ, Balaj", "کریم, Grim"})
  void theFineSkeletonKeepsOtherNamesApart(String urdu, String english) {
    String latin = UrduLatin.of(urdu);
    assertThat(ConsonantSkeleton.fine(latin)).isNotEqualTo(ConsonantSkeleton.fine(english));
  }

  @Test
  void theCoarseSkeletonForgetsVoice() {
    assertThat(ConsonantSkeleton.coarse("peking")).isEqualTo(ConsonantSkeleton.coarse("begink"));
    assertThat(ConsonantSkeleton.coarse("a")).isEmpty();
  }

  @Test
  void aLongTextGivesAShortSlugOfWholeWords() {
    assertThat(UrduLatin.slug("پاکستان ".repeat(100)))
        .hasSizeLessThanOrEqualTo(UrduLatin.LONGEST_SLUG_CHARS)
        .endsWith("pakistan");
  }

  @Test
  void anyTextGivesAnAddressableSlug() {
    var random = new Random(20250711);
    for (int n = 0; n < 3_000; n++) {
      var text = new StringBuilder();
      for (int i = random.nextInt(40); i > 0; i--) {
        text.append(
            (char) (random.nextBoolean() ? 0x600 + random.nextInt(256) : random.nextInt(0x10000)));
      }
      assertThat(UrduLatin.slug(text.toString())).matches("(?:[a-z0-9]+(?:-[a-z0-9]+)*)?");
    }
  }
}
