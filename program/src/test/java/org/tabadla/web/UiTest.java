package org.tabadla.web;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

class UiTest {
  @Test
  void everyLanguageHasEveryWord() {
    Set<String> urdu = phrases(Ui.UR);
    for (Ui ui : Ui.ALL) {
      assertThat(phrases(ui)).as(ui.tag()).isEqualTo(urdu);
    }
  }

  /// The later would stand for the earlier, and nobody would see it.
  @Test
  void noKeyStandsTwice() throws IOException {
    for (Ui ui : Ui.ALL) {
      try (var in = Ui.class.getResourceAsStream("ui-" + ui.tag() + ".tsv")) {
        var text = new String(requireNonNull(in).readAllBytes(), StandardCharsets.UTF_8);
        assertThat(text.lines().filter(line -> line.indexOf('\t') > 0 && !line.startsWith("#")))
            .extracting(line -> line.substring(0, line.indexOf('\t')))
            .as(ui.tag())
            .doesNotHaveDuplicates()
            .hasSize(ui.words().size());
      }
    }
  }

  /// Keys without the plural forms, which differ from language to language.
  private static Set<String> phrases(Ui ui) {
    return ui.words().keySet().stream()
        .map(key -> key.replaceFirst("\\.(one|few|other)$", ""))
        .collect(Collectors.toSet());
  }

  @Test
  void phrasesAreCountedByTheLanguagesRules() {
    assertThat(Ui.EN.count("outlets", 1)).isEqualTo("one outlet");
    assertThat(Ui.EN.count("outlets", 1_234)).isEqualTo("1,234 outlets");
    assertThat(Ui.RU.count("outlets", 21))
        .isEqualTo("21 \u0438\u0437\u0434\u0430\u043d\u0438\u0435");
    assertThat(Ui.RU.count("outlets", 12)).endsWith("\u0438\u0439");
    assertThat(Ui.ZH.count("outlets", 1)).startsWith("1 ");
    assertThat(Ui.EN.count("also", 0)).isEqualTo("also in 0 other outlets");
  }

  @Test
  void keysSurviveAPath() {
    for (String key :
        new String[] {"a/b", "..", "50%", "a;b", "~x", "~002f", "org:sco", "a b+c", "x?#"}) {
      String step = Steps.of(key);
      assertThat(step).doesNotContain("/", ";", "?", "#", "%2F", "%25");
      String decoded = java.net.URLDecoder.decode(step, java.nio.charset.StandardCharsets.UTF_8);
      assertThat(Steps.key(decoded)).isEqualTo(key);
    }
  }

  @Test
  void onlyWebAddressesAreLinked() {
    assertThat(Safe.href("https://a.example/x?y=1")).isEqualTo("https://a.example/x?y=1");
    assertThat(Safe.href("javascript:alert(1)")).isNull();
    assertThat(Safe.href("data:text/html,x")).isNull();
    assertThat(Safe.href("http:x")).isNull();
    assertThat(Safe.href("https://a.example/\"onclick=x")).isNull();
    assertThat(Safe.href("file:///etc/passwd")).isNull();
  }
}
