package org.tabadla.understand;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.tabadla.model.Lang;

class NamesTest {
  private static List<String> names(String text, String lang) {
    return Names.of("", text, new Lang(lang)).stream()
        .map(n -> n.text().value() + "/" + n.kind())
        .toList();
  }

  @Test
  void aForeignPlaceThatNoTableKnowsIsToldByItsCharacters() {
    assertThat(names("医疗队从达尔班丁出发，前往莫尔塔扎运河。", "zh")).contains("达尔班丁/PLACE", "莫尔塔扎运河/PLACE");
  }

  @Test
  void aChineseWireBeginsWithItsPlace() {
    assertThat(names("格尔木电 当地将修建一座仓库。", "zh")).contains("格尔木/PLACE");
  }

  @Test
  void aNameOfThreePartsIsOnePerson() {
    assertThat(names("队长萨利姆·纳迪尔·巴尔玛说，船已靠岸。", "zh")).contains("萨利姆·纳迪尔·巴尔玛/PERSON");
  }

  @Test
  void theNorthOfACountryIsNoMinistry() {
    assertThat(names("巴基斯坦北部下了大雪。", "zh")).containsExactly("巴基斯坦/PLACE");
  }

  @Test
  void aCompanyInQuotationMarksIsAnOrganisation() {
    assertThat(names("Об этом заявила компания «Белый маяк» в среду.", "ru"))
        .containsExactly("Белый маяк/ORGANISATION");
    assertThat(names("На экраны вышел фильм «Белый маяк» об острове.", "ru"))
        .doesNotContain("Белый маяк/ORGANISATION");
  }

  @Test
  void twoUnknownWordsWithCapitalsAreAPersonInRussian() {
    assertThat(names("Как считает мастер по парусам Зарина Тулеген, ветер стихнет.", "ru"))
        .containsExactly("Зарина Тулеген/PERSON");
  }

  @Test
  void aPlaceIsToldByTheWordBeforeIt() {
    assertThat(names("Дорога соединит посёлки и станцию Кумдара и Ушкент.", "ru"))
        .contains("Кумдара/PLACE", "Ушкент/PLACE");
  }
}
