package org.tabadla.press;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;

class TemplateTest {
  @Test
  void placesAreEscapedAsTheyAsk() {
    var fields = new Fields().put("x", "a<\"b\"&\n");
    assertThat(Template.parse("t", "{{x}}|{{&x}}|{{json:x}}").fill(fields))
        .isEqualTo("a&lt;&quot;b&quot;&amp;\n|a<\"b\"&\n|a<\\\"b\\\"&\\n");
  }

  @Test
  void listsRepeatAndSeeWhatIsOutside() {
    var fields =
        new Fields()
            .put("sep", "-")
            .list("all", List.of(new Fields().put("n", "1"), new Fields().put("n", "2")))
            .when("none", false);
    assertThat(Template.parse("t", "{{#all}}{{n}}{{sep}}{{/all}}{{#none}}x{{/none}}").fill(fields))
        .isEqualTo("1-2-");
  }

  @Test
  void aWrongTemplateIsToldByName() {
    assertThatThrownBy(() -> Template.parse("p.html", "{{#a}}x")).hasMessageContaining("p.html");
    assertThatThrownBy(() -> Template.parse("p.html", "{{/a}}")).hasMessageContaining("stray");
    Template lacking = Template.parse("p.html", "{{y}}");
    assertThatThrownBy(() -> lacking.fill(new Fields())).hasMessageContaining("{{y}}");
  }
}
