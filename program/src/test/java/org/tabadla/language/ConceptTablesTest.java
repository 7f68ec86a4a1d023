package org.tabadla.language;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.tabadla.model.Lang;

/// What `concepts.tsv` and `lexicon.tsv` promise.
class ConceptTablesTest {
  private static final Set<String> LANGUAGES =
      Set.of("ur", "en", "zh", "ru", "ar", "fa", "hi", "kk");
  private static final int FEWEST_CONCEPTS = 400;
  private static final int FEWEST_WORDS = 500;

  private static Map<String, Set<String>> languages(String file) {
    Map<String, Set<String>> out = new HashMap<>();
    for (ConceptNames.Row row : ConceptNames.rows(file)) {
      out.computeIfAbsent(row.concept(), c -> new HashSet<>()).add(row.lang());
    }
    return out;
  }

  @Test
  void everyConceptHasANameInEightLanguages() {
    Map<String, Set<String>> all = languages("concepts.tsv");
    assertThat(all).hasSizeGreaterThanOrEqualTo(FEWEST_CONCEPTS);
    all.forEach((concept, langs) -> assertThat(langs).as(concept).containsAll(LANGUAGES));
  }

  @Test
  void theLexiconCoversEightLanguages() {
    Map<String, Set<String>> words = languages("lexicon.tsv");
    words.keySet().removeIf(c -> !c.startsWith("word:"));
    assertThat(words).hasSizeGreaterThanOrEqualTo(FEWEST_WORDS);
    var poor = new TreeSet<String>();
    words.forEach((word, langs) -> {
      if (!langs.containsAll(LANGUAGES)) {
        poor.add(word);
      }
    });
    // Where another word of the language has claimed the only form.
    assertThat(poor.size()).isLessThan(words.size() / 20);
  }

  @Test
  void noNameMeansTwoConceptsInOneLanguage() {
    Map<String, String> owner = new HashMap<>();
    List<String> twice = new ArrayList<>();
    for (ConceptNames.Row row : ConceptNames.rows("concepts.tsv")) {
      for (String form : row.forms()) {
        String key = row.lang() + " " + NameKeys.fold(form);
        String first = owner.putIfAbsent(key, row.concept());
        if (first != null && !first.equals(row.concept())) {
          twice.add(form + ": " + first + ", " + row.concept());
        }
      }
    }
    assertThat(twice).isEmpty();
  }

  @Test
  void namesAreWrittenInNormalForm() {
    List<String> odd = new ArrayList<>();
    for (String file : List.of("concepts.tsv", "lexicon.tsv")) {
      for (ConceptNames.Row row : ConceptNames.rows(file)) {
        for (String form : row.forms()) {
          String shown = Letters.display(form, new Lang(row.lang()));
          if (!shown.equals(form) || form.isBlank() || !form.strip().equals(form)) {
            odd.add(row.lang() + " " + form);
          }
        }
      }
    }
    assertThat(odd).isEmpty();
  }

  @Test
  void everyNameIsFoundByItself() {
    List<String> lost = new ArrayList<>();
    for (ConceptNames.Row row : ConceptNames.rows("concepts.tsv")) {
      var lang = new Lang(row.lang());
      for (String form : row.forms()) {
        List<String> found =
            ConceptNames.isName(row.concept())
                ? Concepts.in(form, lang).stream().map(Concepts.Mention::concept).toList()
                : Lexicon.in(form, lang).stream().map(Lexicon.Sense::concept).toList();
        if (!found.equals(List.of(row.concept()))) {
          lost.add(row.lang() + " " + form + " " + row.concept() + " " + found);
        }
      }
    }
    assertThat(lost).isEmpty();
  }
}
