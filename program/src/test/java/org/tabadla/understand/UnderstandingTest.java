package org.tabadla.understand;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.api.Test;
import org.tabadla.model.About;
import org.tabadla.model.Figure;
import org.tabadla.model.Lang;
import org.tabadla.model.Name;

class UnderstandingTest {
  private static final Lang RU = new Lang("ru");
  private static final Lang ZH = new Lang("zh");

  private static List<String> names(String text, Lang lang) {
    return Names.of("", text, lang).stream()
        .map(n -> n.text().value() + "/" + n.kind().name().toLowerCase(java.util.Locale.ROOT))
        .toList();
  }

  @Test
  void aTitleOrAVerbOfSayingTellsAPersonAndIsNoPartOfTheName() {
    assertThat(names("محکمہ زراعت کے ترجمان ڈاکٹر ندیم کھوکھر نے بتایا کہ فصل اچھی ہے۔", Lang.UR))
        .contains("ندیم کھوکھر/person", "محکمہ زراعت/organisation");
  }

  @Test
  void aHeadWordTellsAnOrganisationOrAPlace() {
    assertThat(names("لاہور: سمندر ماہی گیر ایسوسی ایشن نے دریائے سندھ کا دورہ کیا۔", Lang.UR))
        .contains("لاہور/place", "سمندر ماہی گیر ایسوسی ایشن/organisation", "دریائے سندھ/place");
    assertThat(names("一名技术人员说，瓜达尔港务局主席巴贾尔·扎赫里表示欢迎。", ZH)).contains("巴贾尔·扎赫里/person");
    assertThat(names("Министр Талантбек Осмонов сказал об этом.", RU))
        .contains("Талантбек Осмонов/person");
  }

  @Test
  void aCountedNounAndAnAdjectiveAreNoPartOfAName() {
    assertThat(names("اس نے نجی کمپنی سے بات کی۔", Lang.UR)).isEmpty();
  }

  @Test
  void onePersonHasOneKeyInTwoScripts() {
    Name urdu = Names.of("", "ڈاکٹر عثمان بنگش نے کہا کہ وہ آئیں گے۔", Lang.UR).getFirst();
    Name english = Names.of("", "Captain Usman Bangash said so.", Lang.EN).getFirst();
    assertThat(urdu.key()).isEqualTo(english.key());
  }

  @Test
  void aFigureTellsWhatItCountsAndWhen() {
    Figure figure =
        Figures.of("جنوری 2026 میں 40 کنٹینر جل گئے۔", Lang.UR).stream()
            .filter(f -> f.kind() == Figure.Kind.NUMBER)
            .findFirst()
            .orElseThrow();
    assertThat(figure.value()).isEqualTo("40");
    assertThat(figure.unit()).isEqualTo("کنٹینر");
    assertThat(figure.of()).startsWith("کنٹینر");
    assertThat(figure.when()).isEqualTo("2026-01");
  }

  @Test
  void aNumberWithinANameIsNoFigure() {
    assertThat(Figures.of("ریسکیو 1122 کی ٹیم پہنچ گئی۔", Lang.UR)).isEmpty();
  }

  @Test
  void topicsComeWithTheWordsThatSaySo() {
    About about =
        TopicReader.of("Earthquake shakes the coast", "The earthquake was strong.", Lang.EN)
            .getFirst();
    assertThat(about.code()).isEqualTo("medtop:20000148");
    assertThat(about.reasons()).contains("Earthquake");
    assertThat(TopicReader.of("", "Nothing at all.", Lang.EN)).isEmpty();
  }

  @Test
  void whateverComesIsUnderstoodWithinBounds() {
    List<String> texts =
        List.of(
            "",
            "a".repeat(1 << 20),
            "\u0000\u0001\u202e\ud800 \u0007·:".repeat(1000),
            "محمد خان کمیٹی آف ".repeat(5_000),
            "12 ".repeat(20_000),
            "Aa ".repeat(50_000),
            "王主席·".repeat(20_000));
    for (String text : texts) {
      for (String lang : List.of("ur", "en", "zh", "ru", "fr")) {
        Assertions.assertTimeoutPreemptively(
            Duration.ofSeconds(20), () -> Understanding.notes("", text, new Lang(lang)));
      }
    }
  }
}
