package org.tabadla.language;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvFileSource;
import org.tabadla.model.Lang;

class ConceptsTest {
  @ParameterizedTest
  @CsvFileSource(resources = "names.tsv", delimiter = '\t')
  void oneNameIsOneConceptInEveryLanguage(String lang, String wanted, String text) {
    String found =
        Concepts.in(text, new Lang(lang)).stream()
            .map(Concepts.Mention::concept)
            .collect(Collectors.joining(" "));
    assertThat(found).as(text).isEqualTo(wanted.replace("-none-", ""));
  }

  @Test
  void aMentionKnowsItsPlaceInTheText() {
    String text = "leaders met in New Delhi.";
    assertThat(Concepts.in(text, Lang.EN).getFirst().span().of(text)).isEqualTo("New Delhi");
  }

  @Test
  void aNameSoundsTheSameInEveryScript() {
    String latin = Concepts.skeleton("Tarar", Lang.EN);
    assertThat(latin).isNotEmpty();
    assertThat(Concepts.skeleton("\u062A\u0627\u0631\u0691", Lang.UR)).isEqualTo(latin);
    assertThat(Concepts.skeleton("Тарар", new Lang("ru"))).isEqualTo(latin);
  }

  @Test
  void aWordOfOneConsonantHasNoSkeleton() {
    assertThat(Concepts.skeleton("oui", new Lang("fr"))).isEmpty();
  }

  @Test
  void urduIsWrittenInLatinLetters() {
    assertThat(Concepts.romanize("\u0644\u0627\u06C1\u0648\u0631", Lang.UR)).isEqualTo("lahor");
    assertThat(Concepts.romanize("北京", new Lang("zh"))).contains("bei");
  }
}
