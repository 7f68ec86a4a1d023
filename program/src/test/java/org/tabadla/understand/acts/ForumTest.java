package org.tabadla.understand.acts;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.tabadla.model.Act;
import org.tabadla.model.Lang;

/// A forum at which a dozen projects are signed, as outlets of four languages tell it: four
/// countries are named, there are more, and a market's size stands near.
class ForumTest {
  private static final Instant WHEN = Instant.parse("2025-07-11T12:00:00Z");

  private static List<Act> acts(String text, String lang) {
    return ActReader.of("", text, new Lang(lang), WHEN);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "ur|چین، پاکستان، قازقستان اور مصر سمیت دیگر ممالک نے کل 12 تعاون کے منصوبوں پر دستخط کیے۔",
        "ur|چین، پاکستان، قازقستان، مصر اور دیگر ممالک کے درمیان 12 منصوبوں پر دستخط ہوئے۔",
        "en|China, Pakistan, Kazakhstan, Egypt and other countries signed 12 projects on Thursday.",
        "en|Twelve projects were signed by China, Pakistan, Kazakhstan and Egypt, among others.",
        "zh|中国、巴基斯坦、哈萨克斯坦、埃及等国在论坛上共签署12个合作项目。",
        "ru|Китай, Пакистан, Казахстан, Египет и ряд других стран подписали на форуме 12 проектов.",
        "ur|فورم کے دوران 12 منصوبوں پر دستخط کیے گئے۔ دستخط کرنے والوں میں چین، پاکستان، قازقستان، مصر "
            + "اور دیگر ممالک شامل ہیں۔",
        "en|Twelve projects were signed at the forum on Friday. Signatories included China, Pakistan, "
            + "Kazakhstan, Egypt and several other countries.",
        "zh|论坛期间共签署12个合作项目。签约方包括中国、巴基斯坦、哈萨克斯坦、埃及等国。",
        "ru|На форуме Шанхайской организации сотрудничества подписаны 12 проектов. Свои подписи поставили "
            + "представители Китая, Пакистана, Казахстана, Египта и ряда других стран."
      })
  void fourAreNamedAndTheRestIsTold(String lang, String text) {
    Act act = acts(text, lang).getFirst();
    assertThat(act.act()).isEqualTo(Act.Kind.SIGNED);
    assertThat(act.parties())
        .extracting(Act.Party::concept)
        .containsExactly("country:CN", "country:PK", "country:KZ", "country:EG");
    assertThat(act.isPartiesComplete()).isFalse();
    Act.Worded others = Objects.requireNonNull(act.others());
    assertThat(others.span().of(text)).isEqualTo(others.words());
    assertThat(Objects.requireNonNull(act.count()).value()).isEqualTo("12");
    assertThat(act.amounts()).isEmpty();
  }

  @Test
  void whereNobodyElseIsToldThePartiesAreComplete() {
    String text = "Pakistan and Egypt signed two projects on Thursday.";
    assertThat(acts(text, "en").getFirst().isPartiesComplete()).isTrue();
  }

  @Test
  void anotherSigningWithItsInvestmentIsAnActOfItsOwn() {
    Act act = acts("论坛首日，21个数字经济项目集中签约，总投资达13.5亿元。", "zh").getFirst();
    assertThat(act.act()).isEqualTo(Act.Kind.SIGNED);
    assertThat(act.parties()).isEmpty();
    assertThat(Objects.requireNonNull(act.count()).value()).isEqualTo("21");
    assertThat(act.amounts())
        .singleElement()
        .satisfies(sum -> {
          assertThat(sum.value()).isEqualTo("1350000000");
          assertThat(sum.currency()).isEqualTo("CNY");
          assertThat(sum.of()).isEqualTo("总投资");
        });
  }

  @Test
  void theFieldsOfWorkAreToldInOneList() {
    String text = "中国与埃及签署12个合作项目，涉及跨境电商、智慧城市等领域。";
    assertThat(acts(text, "zh").getFirst().sectors())
        .extracting(Act.Sector::code)
        .containsExactly("sector:trade", "sector:digital");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "ur|پنجاب ٹرانزٹ اتھارٹی نے گرین وہیل کمپنی کے ساتھ بسوں کے معاہدے پر دستخط کیے۔ "
            + "کمپنی دسمبر 2026 تک 40 بسیں فراہم کرے گی۔|40 بسیں|2026-12",
        "en|Multan Transit Authority and Green Wheel signed an agreement on Monday. The company will "
            + "supply forty buses by the end of March.|forty buses|2026-03",
        "en|Multan Transit Authority and Green Wheel signed an agreement on Monday. The company will "
            + "supply forty buses within six months.|forty buses|2026-01",
        "zh|绿轮客车公司与木尔坦公交局签署协议。公司将于2026年12月前交付40辆客车。|40辆客车|2026-12",
        "ru|Компания «Зелёное колесо» и мэрия Мултана подписали контракт. До конца года город "
            + "получит сорок автобусов.|сорок автобусов|2025-12"
      })
  void whatIsToComeHasItsDay(String lang, String text, String what, String due) {
    assertThat(acts(text, lang).getFirst().deliverables())
        .singleElement()
        .satisfies(one -> {
          assertThat(one.what().words()).isEqualTo(what);
          assertThat(one.what().span().of(text)).isEqualTo(what);
          assertThat(Objects.requireNonNull(one.due()).value()).isEqualTo(due);
        });
  }

  @Test
  void whoStoodByIsNoParty() {
    String text =
        "وزیر اعظم کی موجودگی میں پاکستان ریلوے اور ترک فرم یاپی مرکزی نے معاہدے پر دستخط کیے۔";
    assertThat(acts(text, "ur").getFirst().parties())
        .extracting(Act.Party::name)
        .containsExactly("پاکستان ریلوے", "یاپی مرکزی");
  }

  @Test
  void ofALoanTheBankIsTheLender() {
    String text = "The World Bank and Balochistan signed a $200 million loan agreement on Monday.";
    assertThat(acts(text, "en").getFirst().parties())
        .extracting(Act.Party::role)
        .containsExactly("lender", "borrower");
  }
}
