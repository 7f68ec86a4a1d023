package org.tabadla.understand;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.tabadla.model.Lang;
import org.tabadla.model.Name;
import org.tabadla.model.Notes;
import org.tabadla.model.Quote;

class SpeakersTest {
  private static List<String> speakers(String text, String lang) {
    Notes notes = Understanding.notes("", text, new Lang(lang));
    List<String> names = notes.names().stream().map(Name::key).toList();
    List<String> keys =
        notes.quotes().stream().map(Quote::name).map(key -> key == null ? "-" : key).toList();
    assertThat(keys).allMatch(key -> key.equals("-") || names.contains(key));
    return keys;
  }

  @Test
  void anOfficeAndANameAreThePerson() {
    assertThat(speakers("وزیر خزانہ عثمان بنگش نے کہا کہ قرض واپس کر دیا گیا ہے۔", "ur"))
        .singleElement()
        .asString()
        .startsWith("person:");
  }

  @Test
  void aFamilyNameMeansThePersonNamedBefore() {
    List<String> keys =
        speakers(
            "Usman Bangash said that the debt had been paid back. Nobody doubted it."
                + " “We paid it all in June,” Bangash said.",
            "en");
    assertThat(keys).hasSize(2).doesNotContain("-");
    assertThat(keys.getFirst()).isEqualTo(keys.getLast());
  }

  @Test
  void aSpokesmanIsNoName() {
    assertThat(speakers("ترجمان نے کہا کہ قرض واپس کر دیا گیا ہے۔", "ur")).containsExactly("-");
  }

  @Test
  void aTranscriptsQuotesAreLimited() {
    String many = "ترجمان نے کہا کہ قرض واپس کر دیا گیا ہے۔ ".repeat(50);
    assertThat(Understanding.notes("", many, Lang.UR).quotes()).hasSize(24);
  }
}
