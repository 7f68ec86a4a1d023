package org.tabadla;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.tabadla.language.Letters;
import org.tabadla.model.Lang;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// One text on an Urdu keyboard, on an Arabic one and as old publishing software leaves it: index,
/// copies, keywords, dates, numbers and the language know it as one.
class OneNormaliserTest {
  private static final JsonMapper JSON = new JsonMapper();
  private static final String TITLE = "کراچی میں پانی کی فراہمی بحال ہو گئی";
  private static final String TEXT =
      "کراچی کے ضلع کیماڑی میں پانی کی فراہمی تین روز بعد بحال ہو گئی ہے۔ واٹر کارپوریشن کے ترجمان نے کہا کہ پمپنگ"
          + " اسٹیشن کی مرمت پر 2.5 کروڑ روپے خرچ ہوئے اور 14 جولائی 2025 کو کام مکمل ہوا۔ شہریوں کا کہنا ہے کہ پانی کی"
          + " کمی سے بہت مشکل پیش آئی۔";

  static String typed(String keyboard, String text) {
    return switch (keyboard) {
      case "arabic" -> text.replace('ی', 'ي').replace('ک', 'ك').replace('ہ', 'ه');
      case "inpage" -> text.replace("میں", "مےں").replace("کیا", "کےا");
      default -> Letters.whole("\u202B" + text.replace("پانی", "پـانی") + "\u202C");
    };
  }

  private static List<JsonNode> pipe(String task, List<String> titles, List<String> texts) {
    var in = new StringBuilder();
    for (int i = 0; i < texts.size(); i++) {
      var line = JSON.createObjectNode();
      line.put("id", "n" + i).put("title", titles.get(i)).put("text", texts.get(i));
      if (!task.equals("language")) {
        line.put("lang", "ur");
      }
      in.append(line).append('\n');
    }
    Ran ran = Ran.of(in.toString(), "pipe", task);
    assertThat(ran.status()).isZero();
    List<JsonNode> out = new ArrayList<>();
    ran.out().lines().forEach(each -> out.add(JSON.readTree(each)));
    assertThat(out).hasSize(texts.size());
    return out;
  }

  private static List<JsonNode> both(String task, String keyboard, String text) {
    return pipe(task, List.of(TITLE, typed(keyboard, TITLE)), List.of(text, typed(keyboard, text)));
  }

  @ParameterizedTest
  @CsvSource({"arabic", "inpage", "steered"})
  void indexAndQueryHaveTheSameTerms(String keyboard) {
    List<JsonNode> out = both("terms", keyboard, TEXT);
    assertThat(out.getFirst().path("folded").size()).isGreaterThan(20);
    assertThat(out.get(1).path("folded")).isEqualTo(out.getFirst().path("folded"));
    assertThat(out.get(1).path("exact")).isEqualTo(out.getFirst().path("exact"));
  }

  @ParameterizedTest
  @CsvSource({"arabic", "inpage", "steered"})
  void theOneIsACopyOfTheOther(String keyboard) {
    List<JsonNode> out = both("copies", keyboard, TEXT);
    assertThat(out.getFirst().path("copy_of").isNull()).isTrue();
    assertThat(out.get(1).path("copy_of").asString()).isEqualTo("n0");
    assertThat(out.get(1).path("overlap").asDouble()).isGreaterThan(0.99);
  }

  @ParameterizedTest
  @CsvSource({"arabic", "inpage", "steered"})
  void keywordsAreTheSameOnes(String keyboard) {
    List<JsonNode> out = both("keywords", keyboard, TEXT);
    assertThat(folded(out.getFirst())).isNotEmpty().isEqualTo(folded(out.get(1)));
  }

  private static List<String> folded(JsonNode answer) {
    List<String> out = new ArrayList<>();
    answer.path("keywords").forEach(each -> out.add(Letters.fold(each.asString(), Lang.UR)));
    return out;
  }

  @ParameterizedTest
  @CsvSource({"arabic", "inpage", "steered"})
  void numbersAndDatesHaveTheSameValues(String keyboard) {
    List<JsonNode> out = both("numbers", keyboard, TEXT);
    assertThat(values(out.getFirst())).contains("25000000", "2025-07-14");
    assertThat(values(out.get(1))).isEqualTo(values(out.getFirst()));
  }

  private static List<String> values(JsonNode answer) {
    List<String> out = new ArrayList<>();
    answer.path("values").forEach(each -> out.add(each.path("value").asString()));
    return out;
  }

  @ParameterizedTest
  @CsvSource({"arabic", "inpage", "steered"})
  void theLanguageIsUrdu(String keyboard) {
    for (JsonNode answer : both("language", keyboard, TEXT)) {
      assertThat(answer.path("lang").asString()).isEqualTo("ur");
    }
  }

  @Test
  void aDateIsOneDay() {
    List<String> written =
        List.of("۱۴ جولائی ۲۰۲۵", typed("arabic", "14 جولائی 2025ء"), "\u200F14 جولائ 2025");
    for (JsonNode answer : pipe("date", written, written)) {
      assertThat(answer.path("day").asString()).isEqualTo("2025-07-14");
    }
  }
}
