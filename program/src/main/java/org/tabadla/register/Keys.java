package org.tabadla.register;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import org.tabadla.language.Concepts;
import org.tabadla.language.Letters;
import org.tabadla.language.Lexicon;
import org.tabadla.model.Lang;

/// What a commitment is found under: its parties, pairs of countries, sectors, places, articles.
///
/// @param countries ISO 3166 codes
/// @param sectors concepts, or the folded words
record Keys(
    Set<String> parties,
    Set<String> countries,
    Set<String> sectors,
    Set<String> places,
    Set<String> articles) {
  private static final String COUNTRY = "country:";
  private static final int MOST_PAIRED = 12;
  private static final int MOST_OF_A_KIND = 200;

  static final Keys NONE = new Keys(Set.of(), Set.of(), Set.of(), Set.of(), Set.of());

  /// A name of a party, sector or place in one language.
  record Called(Shelf.Kind kind, Named named) {}

  /// What one assertion is found under.
  record Found(Keys keys, List<Called> names) {}

  static Keys of(List<Assertion> all) {
    Keys out = NONE;
    for (Assertion a : all) {
      out = out.and(of(a).keys());
    }
    return out;
  }

  static Found of(Assertion a) {
    var names = names(a);
    var countries = new TreeSet<String>();
    var lang = new Lang(a.origin().lang());
    a.parties().forEach(p -> countriesIn(p, lang, countries));
    return new Found(
        new Keys(
            keys(names, Shelf.Kind.PARTY),
            Set.copyOf(countries),
            keys(names, Shelf.Kind.SECTOR),
            keys(names, Shelf.Kind.PLACE),
            Set.of(a.origin().article())),
        names);
  }

  private static Set<String> keys(List<Called> names, Shelf.Kind kind) {
    var out = new TreeSet<String>();
    names.stream().filter(c -> c.kind() == kind).forEach(c -> out.add(c.named().key()));
    return Set.copyOf(out);
  }

  /// @return the parties, sectors and places of an assertion as it words them
  static List<Called> names(Assertion a) {
    var out = new ArrayList<Called>();
    var lang = new Lang(a.origin().lang());
    for (Assertion.Party party : a.parties()) {
      out.add(
          new Called(Shelf.Kind.PARTY, new Named(key(party, lang), party.name().words(), lang)));
    }
    for (Assertion.Worded sector : a.sectors()) {
      String key = sector(sector.words(), lang);
      out.add(new Called(Shelf.Kind.SECTOR, new Named(key, sector.words(), lang)));
    }
    Assertion.Worded place = a.place();
    if (place != null) {
      String key = key(place.words(), lang);
      out.add(new Called(Shelf.Kind.PLACE, new Named(key, place.words(), lang)));
    }
    return out;
  }

  /// @return the key that a party stands under
  static String key(Assertion.Party party, Lang lang) {
    return party.concept() == null ? key(party.name().words(), lang) : party.concept();
  }

  /// @return these and those
  Keys and(Keys others) {
    return new Keys(
        both(parties, others.parties),
        both(countries, others.countries),
        both(sectors, others.sectors),
        both(places, others.places),
        both(articles, others.articles));
  }

  private static Set<String> both(Set<String> some, Set<String> others) {
    if (some.containsAll(others) || some.size() >= MOST_OF_A_KIND) {
      return some;
    }
    var out = new TreeSet<>(some);
    out.addAll(others);
    return Set.copyOf(out);
  }

  /// @return the same with each word taken from a pool, so that none is kept twice
  Keys pooled(UnaryOperator<String> pool) {
    return new Keys(
        pooled(parties, pool),
        pooled(countries, pool),
        pooled(sectors, pool),
        pooled(places, pool),
        pooled(articles, pool));
  }

  private static Set<String> pooled(Set<String> all, UnaryOperator<String> pool) {
    return Set.copyOf(all.stream().map(pool).toList());
  }

  /// @return `CN-PK` in the order of the alphabet
  List<String> pairs() {
    var out = new ArrayList<String>();
    var few = countries.stream().sorted().limit(MOST_PAIRED).toList();
    for (int i = 0; i < few.size(); i++) {
      for (int j = i + 1; j < few.size(); j++) {
        out.add(few.get(i) + "-" + few.get(j));
      }
    }
    return out;
  }

  /// @return the lists that it stands in, but for articles and statuses
  List<String> paths() {
    var out = new ArrayList<String>();
    parties.forEach(k -> out.add("party/" + k));
    pairs().forEach(k -> out.add("pair/" + k));
    sectors.forEach(k -> out.add("sector/" + k));
    places.forEach(k -> out.add("place/" + k));
    return out;
  }

  private static void countriesIn(Assertion.Party party, Lang lang, Set<String> out) {
    if (party.concept() != null && party.concept().startsWith(COUNTRY)) {
      out.add(party.concept().substring(COUNTRY.length()));
      return;
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

  /// @return the concept that the words are, or the words folded
  static String key(String words, Lang lang) {
    String concept = concept(words, lang);
    return concept == null ? Letters.fold(words.strip(), lang) : concept;
  }

  /// @return the concept that all of the words are, or null
  static @Nullable String concept(String words, Lang lang) {
    return Concepts.in(words, lang).stream()
        .filter(m -> m.span().length() == words.strip().length())
        .map(Concepts.Mention::concept)
        .findFirst()
        .orElse(null);
  }

  private static String sector(String words, Lang lang) {
    return Lexicon.in(words, lang).stream()
        .filter(s -> s.concept().startsWith("word:"))
        .map(Lexicon.Sense::concept)
        .findFirst()
        .orElseGet(() -> key(words, lang));
  }
}
