package org.tabadla.understand;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.tabadla.language.Letters;
import org.tabadla.model.Lang;

/// The words of a language that tell a name: `name-words.tsv`, which says what each kind is.
final class NameWords {
  /// What a word tells; see the heading of `name-words.tsv`.
  enum Role {
    GIVEN,
    FAMILY,
    TITLE,
    SAY,
    SPEAK,
    ORG,
    ORG_FIRST,
    ORG_ALONE,
    PLACE,
    PLACE_FIRST,
    PLACE_BEFORE,
    PLACE_AFTER,
    PLACES,
    JOIN,
    GENERIC,
    SUFFIX
  }

  private static final Map<String, NameWords> KNOWN = new ConcurrentHashMap<>();
  private static final int MOST_LANGUAGES = 200;
  private static final int LONGEST_PHRASE = 4;

  private final Map<Role, Set<String>> words = new EnumMap<>(Role.class);
  private final Set<String> openings = new HashSet<>();

  private NameWords(String tag) {
    var lang = new Lang(tag);
    for (Role role : Role.values()) {
      words.put(role, new HashSet<>());
    }
    for (String[] row : Rows.ALL) {
      if (row[0].equals(tag)) {
        Role role = Role.valueOf(row[1].toUpperCase(Locale.ROOT).replace('-', '_'));
        for (String word : row[2].split(" ", -1)) {
          add(role, word.replace('_', ' '), lang);
        }
      }
    }
  }

  private static final class Rows {
    static final List<String[]> ALL = Table.rows("name-words.tsv", 3);
  }

  private void add(Role role, String phrase, Lang lang) {
    List<String> keys = new ArrayList<>();
    for (String part : phrase.split(" ", -1)) {
      keys.add(Letters.fold(part, lang));
    }
    Objects.requireNonNull(words.get(role)).add(String.join(" ", keys));
    openings.add(keys.getFirst());
  }

  static NameWords of(Lang lang) {
    String tag = lang.primary();
    NameWords known = KNOWN.get(tag);
    if (known != null) {
      return known;
    }
    return KNOWN.size() > MOST_LANGUAGES ? of(Lang.EN) : KNOWN.computeIfAbsent(tag, NameWords::new);
  }

  boolean is(Role role, Token token) {
    return Objects.requireNonNull(words.get(role)).contains(token.key());
  }

  Set<String> all(Role role) {
    return Objects.requireNonNull(words.get(role));
  }

  /// @return how many tokens from `at` a phrase of that role has, the longest; 0 when none
  int length(Role role, List<Token> tokens, int at) {
    if (!openings.contains(tokens.get(at).key())) {
      return 0;
    }
    Set<String> phrases = Objects.requireNonNull(words.get(role));
    var key = new StringBuilder();
    int longest = 0;
    for (int n = 1; n <= LONGEST_PHRASE && at + n <= tokens.size(); n++) {
      Token token = tokens.get(at + n - 1);
      if (token.isMark()) {
        break;
      }
      key.append(n == 1 ? "" : " ").append(token.key());
      if (phrases.contains(key.toString())) {
        longest = n;
      }
    }
    return longest;
  }
}
