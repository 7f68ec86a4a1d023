package org.tabadla.understand;

import java.util.List;
import java.util.Set;
import org.tabadla.language.CalendarWords;
import org.tabadla.language.Concepts;
import org.tabadla.model.Lang;
import org.tabadla.model.Name.Kind;
import org.tabadla.understand.NameWords.Role;

/// Proposes names in a language that writes them with capitals: runs of capitalised words, told
/// apart by their head word, by a title before, by given names and by the words beside.
final class CasedNames {
  private static final int LONGEST = 8;
  private static final int LONGEST_PERSON = 4;
  private static final int LONGEST_DATELINE = 3;
  private static final int LONGEST_ACRONYM = 6;

  /// Heads that open an organisation's name and are followed by small letters: «Министерство
  /// транспорта».
  private static final int LONGEST_TAIL = 2;

  private static final String OPENING_QUOTES = "«\"“„";
  private static final String CLOSING_QUOTES = "»\"”“";
  private static final int LONGEST_QUOTED = 6;
  private static final List<String> NATION_ENDINGS =
      List.of("ский", "ская", "ской", "ского", "ским");

  /// What the nominative of a place may end in, once its case ending is cut.
  private static final List<String> NOMINATIVES = List.of("", "а", "я", "й", "ь", "ия");

  private static final Set<String> CYRILLIC = Set.of("ru", "uk", "be", "bg", "kk", "ky");

  /// Endings of family names and patronymics of Russian, in any case.
  private static final List<String> FAMILY_ENDINGS =
      List.of(
          "ов", "ова", "ову", "овым", "овой", "ове", "ев", "ева", "еву", "евым", "евой", "ин",
          "ина", "иным", "иной", "ский", "ского", "ская", "ской", "ским", "енко", "ович", "овича",
          "евич", "евича", "овна", "овны", "евна", "евны", "ян");

  private final String text;
  private final Lang lang;
  private final List<Token> tokens;
  private final NameWords words;
  private final Proposals out;
  private final boolean body;

  private CasedNames(String text, Lang lang, List<Token> tokens, boolean body, Proposals out) {
    this.text = text;
    this.lang = lang;
    this.tokens = tokens;
    this.words = NameWords.of(lang);
    this.body = body;
    this.out = out;
  }

  static void propose(String text, Lang lang, List<Token> tokens, boolean body, Proposals out) {
    out.addConcepts(kind -> kind == Kind.PLACE ? 4 : 6.4);
    new CasedNames(text, lang, tokens, body, out).all();
  }

  private void all() {
    int i = 0;
    if (body) {
      i = dateline();
    }
    while (i < tokens.size()) {
      if (!isCapital(i)
          || (opens(i) && !opensName(i))
          || CalendarWords.contains(tokens.get(i).key(), lang)) {
        i++;
        continue;
      }
      int to = runEnd(i);
      if (isQuotedOrganisation(i)) {
        int end = quoteEnd(i);
        out.add(i, end, Kind.ORGANISATION, 7.5);
        i = end;
        continue;
      }
      run(i, to);
      i = to;
    }
  }

  /// «KARACHI: …», «БИШКЕК. …»
  private int dateline() {
    int to = 0;
    while (to < Math.min(LONGEST_DATELINE, tokens.size()) && isShouted(to)) {
      to++;
    }
    if (to > 0 && to < tokens.size() && out.isOneOf(to, ":.,(/—-–")) {
      out.add(0, to, Kind.PLACE, 8);
      return to;
    }
    return 0;
  }

  private boolean isShouted(int i) {
    Token token = tokens.get(i);
    return !token.isMark()
        && token.hasLetter()
        && token.end() - token.start() > 2
        && text.substring(token.start(), token.end()).chars().noneMatch(Character::isLowerCase);
  }

  private boolean isCapital(int i) {
    return i < tokens.size() && tokens.get(i).upper() && !tokens.get(i).isMark();
  }

  private boolean opens(int i) {
    return i == 0 || (tokens.get(i - 1).isMark() && !out.isOneOf(i - 1, ",(-"));
  }

  /// The first word of a sentence is a name when general news hardly has it, or when its kind is
  /// known.
  private boolean opensName(int i) {
    Token token = tokens.get(i);
    return words.is(Role.GIVEN, token)
        || words.is(Role.ORG_FIRST, token)
        || (!token.stop()
            && !words.is(Role.TITLE, token)
            && (CommonWords.commonness(token.key(), lang) == 0 || isCapital(i + 1)));
  }

  /// «компания «Южный сад»», «узбекская «Азия Газ Транс»»
  private boolean isQuotedOrganisation(int i) {
    if (i < 2 || !CYRILLIC.contains(lang.primary()) || !out.isOneOf(i - 1, OPENING_QUOTES)) {
      return false;
    }
    Token before = tokens.get(i - 2);
    return quoteEnd(i) > i
        && !before.isMark()
        && (words.is(Role.GENERIC, before)
            || words.is(Role.ORG, before)
            || NATION_ENDINGS.stream().anyMatch(before.key()::endsWith));
  }

  /// @return the closing quotation mark of a short quotation, or `from`
  private int quoteEnd(int from) {
    for (int i = from + 1; i < Math.min(tokens.size(), from + LONGEST_QUOTED); i++) {
      if (out.isOneOf(i, CLOSING_QUOTES)) {
        return i;
      }
    }
    return from;
  }

  private int runEnd(int from) {
    int to = from + 1;
    while (to < tokens.size() && to - from < LONGEST) {
      if (isCapital(to)) {
        to++;
      } else if (isJoin(to) && joinedTo(to) > 0) {
        to = joinedTo(to);
      } else {
        break;
      }
    }
    return to;
  }

  private boolean isJoin(int i) {
    return words.is(Role.JOIN, tokens.get(i)) && !CYRILLIC.contains(lang.primary());
  }

  /// @return the token after the capitalised word that one or two small words tie on, or 0
  private int joinedTo(int join) {
    int at = join;
    while (at < tokens.size() && at - join < 2 && isJoin(at)) {
      at++;
    }
    return isCapital(at) ? at + 1 : 0;
  }

  private void run(int start, int end) {
    int from = start;
    while (from < end && (words.is(Role.GENERIC, tokens.get(from)) || tokens.get(from).stop())) {
      from++;
    }
    boolean titled = from > 0 && words.is(Role.TITLE, tokens.get(from - 1));
    while (from < end && words.is(Role.TITLE, tokens.get(from))) {
      from++;
      titled = true;
    }
    if (from == end) {
      return;
    }
    int head = headOf(Role.ORG, from, end);
    boolean joined = hasJoin(from, end);
    if (head >= 0 && (end - from > 1 || words.is(Role.ORG_FIRST, tokens.get(from)))) {
      organisation(from, end);
    } else if (words.is(Role.PLACE, tokens.get(end - 1)) && end - from > 1) {
      out.add(from, end, Kind.PLACE, 6.3);
    } else {
      other(from, end, titled, joined);
    }
  }

  private void organisation(int from, int end) {
    int to = end;
    if (words.is(Role.ORG_FIRST, tokens.get(from)) && end - from == 1) {
      while (to < tokens.size()
          && to - end < LONGEST_TAIL
          && !tokens.get(to).isMark()
          && !tokens.get(to).stop()
          && CYRILLIC.contains(lang.primary())) {
        to++;
      }
    }
    if (to - from > 1) {
      out.add(from, to, Kind.ORGANISATION, 7);
    }
  }

  private int headOf(Role role, int from, int to) {
    for (int i = to - 1; i >= from; i--) {
      if (words.is(role, tokens.get(i))) {
        return i;
      }
    }
    return -1;
  }

  private boolean hasJoin(int from, int to) {
    for (int i = from; i < to; i++) {
      if (!isCapital(i)) {
        return true;
      }
    }
    return false;
  }

  private void other(int start, int end, boolean titled, boolean joined) {
    int from = start;
    if (joined) {
      for (int i = start; i < end; i++) {
        if (!isCapital(i)) {
          other(from, i, titled && from == start, false);
          from = i + 1;
        }
      }
    }
    if (from >= end || !isCapital(from)) {
      return;
    }
    if (CYRILLIC.contains(lang.primary())) {
      // «администратор Лахора Муса Раза»: the town is known, the person stands behind it.
      while (end - from > 2 && out.isKnownPlace(from)) {
        from++;
      }
    }
    int length = end - from;
    boolean unknown = length > 1 && length <= 3 && isUnknownPair(from, end);
    boolean person =
        length > 1
            && length <= LONGEST_PERSON
            && (titled || isGiven(from) || isFamily(end - 1) || says(end) || unknown);
    if (person) {
      out.add(from, end, Kind.PERSON, 6);
    } else if ((length == 1 && words.is(Role.ORG_ALONE, tokens.get(from)))
        || isAcronym(from, end)) {
      out.add(from, end, Kind.ORGANISATION, 3);
    } else if (isPlaced(from)) {
      out.add(from, end, Kind.PLACE, 3.5);
    } else if (length == 1 && (isToldPlace(from) || isListed(from))) {
      out.add(from, end, Kind.PLACE, 3.6);
    }
  }

  private boolean isGiven(int i) {
    if (words.is(Role.GIVEN, tokens.get(i))) {
      return true;
    }
    String key = tokens.get(i).key();
    if (!CYRILLIC.contains(lang.primary())) {
      return false;
    }
    // «Талантбека», «Марии»: the name without its ending.
    for (int cut = 1; cut <= 2 && key.length() - cut > 2; cut++) {
      String stem = key.substring(0, key.length() - cut);
      if (words.all(Role.GIVEN).contains(stem)
          || words.all(Role.GIVEN).contains(stem + "а")
          || words.all(Role.GIVEN).contains(stem + "и")) {
        return true;
      }
    }
    return false;
  }

  private boolean isFamily(int i) {
    String key = tokens.get(i).key();
    return words.is(Role.FAMILY, tokens.get(i))
        || (CYRILLIC.contains(lang.primary())
            && key.length() > 4
            && FAMILY_ENDINGS.stream().anyMatch(key::endsWith));
  }

  private boolean says(int i) {
    return i < tokens.size() && words.is(Role.SAY, tokens.get(i));
  }

  private boolean isAcronym(int from, int end) {
    Token token = tokens.get(from);
    int length = token.end() - token.start();
    return end - from == 1
        && length > 1
        && length <= LONGEST_ACRONYM
        && text.substring(token.start(), token.end()).chars().allMatch(Character::isUpperCase);
  }

  /// Russian writes only the first word of an organisation with a capital, so two in a row within a
  /// sentence are a person, if nothing is known of them.
  private boolean isUnknownPair(int from, int end) {
    if (!CYRILLIC.contains(lang.primary()) || from == 0 || opens(from)) {
      return false;
    }
    for (int i = from; i < end; i++) {
      if (!isCapital(i) || out.isKnown(i) || isAcronym(i, i + 1)) {
        return false;
      }
    }
    return true;
  }

  /// «пункты Торугарт и Суст», «Термез — Харлачи», «территорию Китая»
  private boolean isToldPlace(int i) {
    if (!CYRILLIC.contains(lang.primary()) || i == 0 || tokens.get(i).stop()) {
      return false;
    }
    if (words.is(Role.PLACE_FIRST, tokens.get(i - 1)) || isKnownInNominative(i)) {
      return true;
    }
    boolean listed = i > 1 && (words.is(Role.JOIN, tokens.get(i - 1)) || out.isOneOf(i - 1, ",—–"));
    return listed
        && isCapital(i - 2)
        && (out.isKnownPlace(i - 2)
            || (i > 2 && words.is(Role.PLACE_FIRST, tokens.get(i - 3)))
            || isPlaced(i - 2));
  }

  private boolean isListed(int i) {
    return CYRILLIC.contains(lang.primary()) && words.is(Role.PLACES, tokens.get(i));
  }

  private boolean isKnownInNominative(int i) {
    String key = tokens.get(i).key();
    for (int cut = 1; cut <= 2 && key.length() - cut > 2; cut++) {
      String stem = key.substring(0, key.length() - cut);
      for (String ending : NOMINATIVES) {
        String whole = stem + ending;
        boolean place =
            Concepts.in(whole, lang).stream()
                .anyMatch(m -> m.kind() == Kind.PLACE && m.span().end() == whole.length());
        if (place) {
          return true;
        }
      }
    }
    return false;
  }

  /// «near Rohri»
  private boolean isPlaced(int i) {
    return i > 0 && words.is(Role.PLACE_BEFORE, tokens.get(i - 1)) && !tokens.get(i).stop();
  }
}
