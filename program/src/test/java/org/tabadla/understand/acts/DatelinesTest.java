package org.tabadla.understand.acts;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.tabadla.model.Act;
import org.tabadla.model.Lang;

/// Where an article was written, and by whom, is no party to what it tells.
class DatelinesTest {
  private static final Instant WHEN = Instant.parse("2025-07-11T12:00:00Z");

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "en|BEIJING, Aug. 3 (Xinhua) -- Representatives from China and Egypt signed an agreement.",
        "en|BEIJING (Reuters) - China and Egypt signed an agreement on Monday.",
        "en|CAIRO: China and Egypt signed an agreement on Monday.",
        "en|Cairo, 3 Aug — China and Egypt signed an agreement on Monday.",
        "ur|بیجنگ: چین اور مصر نے معاہدے پر دستخط کر دیے۔",
        "ur|بیجنگ(نیوز ڈیسک) چین اور مصر نے معاہدے پر دستخط کر دیے۔",
        "ur|اسلام آباد (نمائندہ خصوصی) چین اور مصر نے معاہدے پر دستخط کر دیے۔",
        "ru|ТЯНЬЦЗИНЬ, 3 авг. /Синьхуа/ -- Китай и Египет подписали соглашение.",
        "ru|Каир, 3 августа. Китай и Египет подписали соглашение.",
        "zh|新华社天津7月11日电（记者张三）中国与埃及签署协议。",
        "zh|本报讯 中国与埃及签署协议。"
      })
  void theDatelineIsNoParty(String lang, String text) {
    assertThat(ActReader.of("", text, new Lang(lang), WHEN))
        .singleElement()
        .satisfies(act ->
            assertThat(act.parties())
                .extracting(Act.Party::concept)
                .containsExactly("country:CN", "country:EG"));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "en|UNICEF and Egypt signed an agreement on Monday.",
        "ur|یونیسف اور مصر نے معاہدے پر دستخط کر دیے۔",
        "ru|ЮНИСЕФ и Египет подписали соглашение.",
        "zh|联合国儿童基金会与埃及签署协议。"
      })
  void anArticleWithoutADatelineBeginsAtOnce(String lang, String text) {
    assertThat(Datelines.end(text, new Lang(lang))).isZero();
  }

  @Test
  void whoActsAfterAPlaceIsKept() {
    String text = "На форуме в Чунцине Китай, Белоруссия и Лаос подписали 14 проектов.";
    assertThat(ActReader.of("", text, new Lang("ru"), WHEN).getFirst().parties())
        .extracting(Act.Party::concept)
        .containsExactly("country:CN", "country:BY", "country:LA");
  }

  /// Of two talks in one article, «both sides agreed» belongs to neither for certain.
  @Test
  void whatTwoBroadcastersTalkedAboutIsNeitherAgreedNorSigned() {
    String text =
        "بیجنگ(نیوز ڈیسک) وزیر اطلاعات اور چین کی ریڈیو اتھارٹی (ABC) کے سربراہ کے درمیان ملاقات میں "
            + "تعاون پر تبادلہ خیال کیا گیا۔ ملاقات میں شراکت کو فروغ دینے پر اتفاق کیا گیا۔ "
            + "پاکستان ٹیلی ویژن (PTV) اور چائنا سینٹرل ٹیلی ویژن (CCTV) کے درمیان مواد کے تبادلے کے "
            + "معاہدے پر بھی گفتگو ہوئی۔ دونوں فریقین نے تعاون بڑھانے پر اتفاق کیا۔";
    var broadcasters =
        ActReader.of("", text, Lang.UR, WHEN).stream()
            .filter(act -> act.parties().stream().anyMatch(p -> p.name().contains("ٹیلی ویژن")))
            .toList();
    assertThat(broadcasters)
        .singleElement()
        .satisfies(act -> {
          assertThat(act.act()).isEqualTo(Act.Kind.DISCUSSED);
          assertThat(act.parties())
              .extracting(Act.Party::concept)
              .containsExactly("org:ptv", "org:cctv");
        });
  }

  @ParameterizedTest
  @CsvSource({"各方在论坛上签约数字经济项目34个。,34", "中国与埃及签署协议共12份。,12"})
  void aChineseCountMayFollowItsNoun(String text, String count) {
    assertThat(ActReader.of("", text, new Lang("zh"), WHEN).getFirst().count())
        .isNotNull()
        .extracting(Act.Valued::value)
        .isEqualTo(count);
  }

  @Test
  void aShortNameInBracketsIsTheSameParty() {
    String text =
        "BEIJING: Northern Rail Authority (NRA) and Nordheim signed a contract on Monday. "
            + "NRA has cancelled its contract with Falcon Steel.";
    var acts = ActReader.of("", text, Lang.EN, WHEN);
    assertThat(acts).hasSize(2);
    assertThat(acts.getLast().parties())
        .extracting(Act.Party::name)
        .containsExactly("Northern Rail Authority", "Falcon Steel");
    assertThat(acts.getLast().parties().getFirst().span().of(text))
        .isEqualTo("Northern Rail Authority");
  }
}
