package org.tabadla.register;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.tabadla.language.Concepts;
import org.tabadla.language.Letters;
import org.tabadla.language.Lexicon;
import org.tabadla.model.Lang;

/// What a commitment is found under: its parties, pairs of countries, sectors, places, articles.
///
/// @param parties key to the name as the first source words it
/// @param countries ISO 3166 codes
/// @param pairs `CN-PK`, in order of the alphabet
/// @param sectors key to words
/// @param places key to words
record Keys(
    Map<String, Named> parties,
    Set<String> countries,
    Set<String> pairs,
    Map<String, Named> sectors,
    Map<String, Named> places,
    Set<String> articles,
    List<Called> names) {
  /// A name of a party, sector or place in one language.
  ///
  /// @param shelf the list that stands under it
  record Called(String shelf, Named named) {}

  private static final String COUNTRY = "country:";
  private static final int MOST_PAIRED = 12;

  static Keys of(Commitment commitment) {
    Map<String, Named> parties = new LinkedHashMap<>();
    Map<String, Named> sectors = new LinkedHashMap<>();
    Map<String, Named> places = new LinkedHashMap<>();
    var names = new ArrayList<Called>();
    var countries = new TreeSet<String>();
    var articles = new TreeSet<String>();
    for (Assertion a : commitment.assertions()) {
      var lang = new Lang(a.origin().lang());
      articles.add(a.origin().article());
      for (Assertion.Party party : a.parties()) {
        String name = party.name().words();
        String key = party.concept() == null ? key(name, lang) : party.concept();
        add(parties, "party/", new Named(key, name, lang), names);
        countriesIn(party, lang, countries);
      }
      for (Assertion.Worded sector : a.sectors()) {
        String key = sector(sector.words(), lang);
        add(sectors, "sector/", new Named(key, sector.words(), lang), names);
      }
      Assertion.Worded place = a.place();
      if (place != null) {
        String key = key(place.words(), lang);
        add(places, "place/", new Named(key, place.words(), lang), names);
      }
    }
    return new Keys(parties, countries, pairs(countries), sectors, places, articles, names);
  }

  private static void add(Map<String, Named> all, String shelf, Named named, List<Called> names) {
    all.putIfAbsent(named.key(), named);
    names.add(new Called(shelf + named.key(), named));
  }

  private static void countriesIn(Assertion.Party party, Lang lang, Set<String> out) {
    if (party.concept() != null && party.concept().startsWith(COUNTRY)) {
      out.add(party.concept().substring(COUNTRY.length()));
    }
    Lexicon.Known known = Lexicon.all(party.name().words(), lang);
    known.names().stream()
        .map(Concepts.Mention::concept)
        .filter(c -> c.startsWith(COUNTRY))
        .forEach(c -> out.add(c.substring(COUNTRY.length())));
    known.words().stream()
        .map(Lexicon.Sense::concept)
        .filter(c -> c.startsWith(COUNTRY))
        .forEach(c -> out.add(c.substring(COUNTRY.length())));
  }

  private static Set<String> pairs(TreeSet<String> countries) {
    var out = new TreeSet<String>();
    var few = countries.stream().limit(MOST_PAIRED).toList();
    for (int i = 0; i < few.size(); i++) {
      for (int j = i + 1; j < few.size(); j++) {
        out.add(few.get(i) + "-" + few.get(j));
      }
    }
    return out;
  }

  /// @return the concept that the words are, or the words folded
  static String key(String words, Lang lang) {
    return Concepts.in(words, lang).stream()
        .filter(m -> m.span().length() == words.strip().length())
        .map(Concepts.Mention::concept)
        .findFirst()
        .orElseGet(() -> Letters.fold(words.strip(), lang));
  }

  private static String sector(String words, Lang lang) {
    return Lexicon.in(words, lang).stream()
        .filter(s -> s.concept().startsWith("word:"))
        .map(Lexicon.Sense::concept)
        .findFirst()
        .orElseGet(() -> key(words, lang));
  }
}
