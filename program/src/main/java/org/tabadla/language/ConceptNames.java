package org.tabadla.language;

import com.ibm.icu.text.LocaleDisplayNames;
import com.ibm.icu.text.TimeZoneNames;
import com.ibm.icu.util.TimeZone;
import com.ibm.icu.util.ULocale;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// A trie of known names by their keys: countries and the cities of time zones from CLDR, and
/// `concepts.tsv`. Made once, at first use.
final class ConceptNames {
  private static final String[] LANGUAGES = {
    "ur", "en", "zh", "ru", "ar", "fa", "hi", "kk", "ky", "tr", "ps", "uz"
  };
  private static final Set<String> LETTERS_ALONE = Set.of("us");

  /// A place in the trie.
  static final class Node {
    private final Map<String, Node> next = new HashMap<>(4);
    private @Nullable String concept;
    private boolean caps;

    @Nullable Node next(String key) {
      return next.get(key);
    }

    @Nullable String concept() {
      return concept;
    }

    /// @return whether the name is an abbreviation that counts only in capitals
    boolean needsCapitals() {
      return caps;
    }
  }

  private static final class Known {
    static final Node ROOT = build();
  }

  private ConceptNames() {}

  static Node root() {
    return Known.ROOT;
  }

  private static Node build() {
    Node root = new Node();
    for (String[] row : Tables.rows("concepts.tsv", 3)) {
      add(root, row[0], row[2]);
    }
    Set<String> excluded = new HashSet<>();
    for (String[] row : Tables.rows("concept-exclusions.tsv", 1)) {
      excluded.add(DateFold.fold(row[0]));
    }
    Map<String, String> cities = cities(root);
    for (String language : LANGUAGES) {
      ULocale locale = new ULocale(language);
      LocaleDisplayNames names = LocaleDisplayNames.getInstance(locale);
      for (String country : Locale.getISOCountries()) {
        String name = names.regionDisplayName(country);
        if (!name.equals(country) && !excluded.contains(DateFold.fold(name))) {
          add(root, "country:" + country, name);
        }
      }
      TimeZoneNames zones = TimeZoneNames.getInstance(locale);
      cities.forEach((zone, concept) -> {
        String name = zones.getExemplarLocationName(zone);
        if (name != null && !excluded.contains(DateFold.fold(name))) {
          add(root, concept, name);
        }
      });
    }
    return root;
  }

  /// @return concept by time zone; a city that concepts.tsv knows keeps its id from there
  private static Map<String, String> cities(Node root) {
    Map<String, String> out = new HashMap<>();
    TimeZoneNames english = TimeZoneNames.getInstance(ULocale.ENGLISH);
    var zones =
        TimeZone.getAvailableIDs(TimeZone.SystemTimeZoneType.CANONICAL_LOCATION, null, null);
    for (String zone : zones) {
      String name = english.getExemplarLocationName(zone);
      if (name == null || zone.startsWith("Antarctica/") || zone.split("/", -1).length > 2) {
        continue;
      }
      String known = find(root, name);
      String slug = DateFold.fold(name).replaceAll("[^a-z0-9]+", "-");
      out.put(zone, known == null ? "city:" + slug : known);
    }
    return out;
  }

  private static @Nullable String find(Node root, String name) {
    Node at = root;
    for (ConceptKeys.Key key : ConceptKeys.of(name)) {
      Node next = at.next(key.key());
      if (next == null) {
        return null;
      }
      at = next;
    }
    return at.concept();
  }

  /// The first that claims a name keeps it.
  private static void add(Node root, String concept, String name) {
    List<ConceptKeys.Key> keys = ConceptKeys.of(name);
    int letters = keys.stream().mapToInt(k -> k.key().length()).sum();
    if (letters < 2) {
      return;
    }
    Node at = root;
    for (ConceptKeys.Key key : keys) {
      at = at.next.computeIfAbsent(key.key(), k -> new Node());
    }
    if (at.concept == null) {
      at.concept = concept;
      boolean hasCase = name.chars().anyMatch(Character::isUpperCase);
      boolean caps = name.chars().noneMatch(Character::isLowerCase);
      at.caps = (hasCase && caps) || LETTERS_ALONE.contains(keys.getFirst().key());
    }
  }
}
