package org.tabadla.language;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.tabadla.model.Lang;

/// What one language calls things: its names (countries, places, organisations, persons) and its
/// words (offices, months, what the news is about). From `concepts.tsv`, `lexicon.tsv` and CLDR,
/// read at the first text of that language.
///
/// @param names what {@link Concepts} gives
/// @param words what {@link Lexicon} gives
record ConceptNames(NameTrie names, NameTrie words) {
  /// Kinds of concept that are names; all others are words.
  private static final Set<String> NAMES = Set.of("country", "city", "place", "org", "person");

  /// Languages without names of their own here go by those of a sister.
  private static final Map<String, String> SISTERS =
      Map.of("pnb", "ur", "skr", "ur", "prs", "fa", "sd", "ur", "ks", "ur", "ckb", "fa");

  /// Languages with few rows here borrow those of languages that they share words with.
  private static final Map<String, List<String>> LENDERS =
      Map.of(
          "ky", List.of("kk", "ru"),
          "ps", List.of("fa", "ur"),
          "uk", List.of("ru"),
          "be", List.of("ru"),
          "pa", List.of("hi"),
          "bn", List.of("hi"),
          "gu", List.of("hi"));

  private static final String ENGLISH = "en";
  private static final int MOST_LANGUAGES = 64;
  private static final String FORMS = "\\|";
  private static final Map<String, ConceptNames> KNOWN = new ConcurrentHashMap<>();

  /// A row of a table: what a concept is called in a language.
  record Row(String concept, String lang, List<String> forms) {}

  private static final class Known {
    static final Map<String, List<Row>> CONCEPTS = byLang("concepts.tsv");
    static final Map<String, List<Row>> LEXICON = byLang("lexicon.tsv");
    static final Set<String> EXCLUDED = new HashSet<>();

    static {
      for (String[] row : Tables.rows("concept-exclusions.tsv", 1)) {
        EXCLUDED.add(NameKeys.fold(row[0]));
      }
    }

    private static Map<String, List<Row>> byLang(String file) {
      Map<String, List<Row>> out = new HashMap<>();
      for (Row row : rows(file)) {
        out.computeIfAbsent(row.lang, l -> new ArrayList<>()).add(row);
      }
      return out;
    }
  }

  static List<Row> rows(String file) {
    List<Row> out = new ArrayList<>();
    for (String[] row : Tables.rows(file, 3)) {
      out.add(new Row(row[0], row[1], List.of(row[2].split(FORMS, -1))));
    }
    return out;
  }

  static ConceptNames of(Lang lang) {
    String tag = lang.primary();
    ConceptNames known = KNOWN.get(tag);
    if (known != null) {
      return known;
    }
    if (!tag.equals(ENGLISH)) {
      of(Lang.EN); // the others need it while they are made, when the map must not be asked
    }
    return KNOWN.size() >= MOST_LANGUAGES
        ? of(Lang.EN)
        : KNOWN.computeIfAbsent(tag, ConceptNames::read);
  }

  private static ConceptNames read(String tag) {
    var lang = new Lang(tag);
    var out =
        new ConceptNames(
            new NameTrie(lang, NameKeys.Key::name), new NameTrie(lang, NameKeys.Key::word));
    String own = SISTERS.getOrDefault(tag, tag);
    for (String from : own.equals(tag) ? List.of(tag) : List.of(tag, own)) {
      Known.CONCEPTS.getOrDefault(from, List.of()).forEach(out::add);
      Known.LEXICON.getOrDefault(from, List.of()).forEach(out::addWord);
    }
    addCldr(own, out);
    for (String lender : LENDERS.getOrDefault(tag, List.of())) {
      Known.CONCEPTS.getOrDefault(lender, List.of()).forEach(out::add);
      Known.LEXICON.getOrDefault(lender, List.of()).forEach(out::addWord);
    }
    if (!own.equals(ENGLISH)) {
      // News in any script writes «WHO» or "Google" in Latin letters.
      Known.CONCEPTS.getOrDefault(ENGLISH, List.of()).forEach(out::add);
    }
    return out;
  }

  private static void addCldr(String tag, ConceptNames to) {
    NameTrie english = tag.equals(ENGLISH) ? to.names : of(Lang.EN).names;
    new CldrNames(tag)
        .each((concept, name, always) -> {
          if (always || !Known.EXCLUDED.contains(NameKeys.fold(name))) {
            to.add(known(english, concept), name);
          }
        });
  }

  /// @return the id that concepts.tsv has for a city of CLDR
  private static String known(NameTrie english, String concept) {
    String city = CldrNames.englishCity(concept);
    String found = city == null ? null : english.find(city);
    return found == null ? concept : found;
  }

  private void add(Row row) {
    row.forms.forEach(form -> add(row.concept, form));
  }

  /// The lexicon gives words, also where they speak of a country: «Pakistani».
  private void addWord(Row row) {
    row.forms.forEach(form -> words.add(row.concept, form, needsCapitals(form)));
  }

  private void add(String concept, String form) {
    (isName(concept) ? names : words).add(concept, form, needsCapitals(form));
  }

  private static boolean needsCapitals(String form) {
    boolean hasCase = form.chars().anyMatch(Character::isUpperCase);
    return hasCase && form.chars().noneMatch(Character::isLowerCase);
  }

  /// @return whether a concept is a place, an organisation or a person
  static boolean isName(String concept) {
    int colon = concept.indexOf(':');
    return colon > 0 && NAMES.contains(concept.substring(0, colon));
  }
}
