package org.tabadla.understand;

import java.util.List;
import java.util.Set;
import org.tabadla.language.CalendarWords;
import org.tabadla.model.Lang;
import org.tabadla.model.Name.Kind;
import org.tabadla.understand.NameWords.Role;

/// Proposes names in a language that writes no capitals and puts its words of grammar after the
/// noun: Urdu and its sisters.
///
/// A run of words between words of grammar and marks is looked at as a whole. It is an organisation
/// by its last or first word, a person by a title before it, by given and family names in it or by
/// a verb of saying after it, and a place by the words beside it.
final class UrduNames {
  private static final int LONGEST_ORGANISATION = 8;
  private static final int LONGEST_PERSON = 4;
  private static final int LONGEST_PLACE_HEAD = 3;
  private static final int LONGEST_DATELINE = 3;
  private static final String DIVISION = "\u0688\u0648\u06CC\u0698\u0646";
  private static final Set<String> SCALES =
      Set.of("\u06C1\u0632\u0627\u0631", "\u0644\u0627\u06A9\u06BE");
  private static final String AND = "\u0627\u0648\u0631";
  private static final double COMMON = 0.3;
  private static final int SHORTEST_SUFFIXED_CHARS = 5;

  private final Lang lang;
  private final List<Token> tokens;
  private final NameWords words;
  private final Proposals out;
  private final boolean body;

  private UrduNames(Lang lang, List<Token> tokens, boolean body, Proposals out) {
    this.lang = lang;
    this.tokens = tokens;
    this.words = NameWords.of(lang.primary().equals("ur") ? lang : Lang.UR);
    this.out = out;
    this.body = body;
  }

  /// @param body whether the text is an article's, which may begin with a dateline
  static void propose(Lang lang, List<Token> tokens, boolean body, Proposals out) {
    out.addConcepts(kind ->
        switch (kind) {
          case PERSON -> 6;
          case ORGANISATION -> 5.8;
          case PLACE -> 4;
        });
    new UrduNames(lang, tokens, body, out).all();
  }

  private void all() {
    if (body) {
      dateline();
    }
    for (int i = 0; i < tokens.size(); i++) {
      if (tokens.get(i).isMark()) {
        continue;
      }
      alone(i);
      organisationBefore(i);
      organisationAfter(i);
      placeNames(i);
      person(i);
    }
  }

  /// Whether a word may be part of a name: no mark and no word of grammar.
  private boolean isPart(int i) {
    return i >= 0 && i < tokens.size() && !tokens.get(i).isMark() && !tokens.get(i).stop();
  }

  private boolean isRare(int i) {
    return CommonWords.commonness(tokens.get(i).key(), lang) < COMMON;
  }

  private boolean is(Role role, int i) {
    return i >= 0 && i < tokens.size() && words.is(role, tokens.get(i));
  }

  private int length(Role role, int i) {
    return i < tokens.size() && !tokens.get(i).isMark() ? words.length(role, tokens, i) : 0;
  }

  /// «کراچی: …» and «لاہور (نمائندہ خصوصی) …» open an article.
  private void dateline() {
    int to = 0;
    while (to < LONGEST_DATELINE && isPart(to) && tokens.get(to).hasLetter()) {
      to++;
    }
    if (to > 0 && to < tokens.size() && tokens.get(to).isMark() && isDatelineEnd(to)) {
      out.add(0, to, Kind.PLACE, 7.5);
    }
  }

  private boolean isDatelineEnd(int i) {
    return tokens.get(i).end() - tokens.get(i).start() == 1 && out.isOneOf(i, ":(/");
  }

  private void alone(int i) {
    int organisation = length(Role.ORG_ALONE, i);
    if (organisation > 0) {
      out.add(i, i + organisation, Kind.ORGANISATION, 8);
    }
    int place = length(Role.PLACES, i);
    if (place > 0) {
      out.add(i, i + place, Kind.PLACE, 4 + place);
    }
  }

  /// «گوادر پورٹ اتھارٹی», «اسٹیٹ بینک آف پاکستان»: the head word ends it, or «آف» goes on.
  private void organisationBefore(int i) {
    int head = length(Role.ORG, i);
    if (head == 0) {
      return;
    }
    int from = i;
    while (from > 0
        && i - from < LONGEST_ORGANISATION
        && (isPart(from - 1) || is(Role.JOIN, from - 1))
        && !is(Role.TITLE, from - 1)
        && !endsOrganisation(from - 1)) {
      from--;
    }
    while (from < i && isNoOpening(from)) {
      from++;
    }
    int to = joined(i + head);
    if (to > i + head && !is(Role.JOIN, i + head)) {
      to = i + head;
    }
    boolean named = from < i && !isAllCommon(from, i);
    if (named && i - from == 1 && isPlace(from) && tokens.get(i).key().equals(DIVISION)) {
      out.add(from, i + 1, Kind.PLACE, 7);
    } else if (named || to > i + head) {
      out.add(from, to, Kind.ORGANISATION, 7 + 0.1 * (to - from));
    }
  }

  /// «نئی کمپنی», «کمپنی الف سروس», and what is counted: «41 مریض …».
  private boolean isNoOpening(int i) {
    return is(Role.GENERIC, i)
        || is(Role.JOIN, i)
        || is(Role.ORG, i)
        || isFigure(i)
        || isCounted(i);
  }

  private boolean isCounted(int i) {
    return i > 0
        && !tokens.get(i - 1).isMark()
        && (isFigure(i - 1) || SCALES.contains(tokens.get(i - 1).key()));
  }

  private boolean endsOrganisation(int i) {
    return is(Role.ORG, i) && isPart(i - 1);
  }

  private boolean isFigure(int i) {
    return !tokens.get(i).hasLetter();
  }

  private boolean isAllCommon(int from, int to) {
    for (int i = from; i < to; i++) {
      if (isRare(i)) {
        return false;
      }
    }
    return true;
  }

  /// @return the token after what «آف», «اینڈ» tie on, and the city that may follow
  private int joined(int from) {
    int to = from;
    while (to < tokens.size() && to - from < LONGEST_ORGANISATION) {
      if (is(Role.JOIN, to) && isPart(to + 1)) {
        to += 2;
      } else if (to > from && isPart(to) && !is(Role.TITLE, to) && !is(Role.GIVEN, to)) {
        to++;
      } else {
        break;
      }
    }
    return to;
  }

  /// «وزارت مواصلات», «محکمہ جنگلی حیات», «یونیورسٹی آف …»: the head word opens it.
  private void organisationAfter(int i) {
    int head = length(Role.ORG_FIRST, i);
    if (head == 0) {
      return;
    }
    int to = i + head;
    if (is(Role.JOIN, to)) {
      out.add(i, joined(to), Kind.ORGANISATION, 7.4);
      return;
    }
    if (is(Role.ORG, i) && !tokens.get(i).key().equals("جامعہ")) {
      return;
    }
    while (to < tokens.size()
        && to - i < LONGEST_PERSON
        && isPart(to)
        && length(Role.TITLE, to) == 0
        && !is(Role.GIVEN, to)) {
      to++;
    }
    if (to > i + head) {
      out.add(i, to, Kind.ORGANISATION, 7.2);
    }
  }

  private void placeNames(int i) {
    int first = length(Role.PLACE_FIRST, i);
    if (first > 0 && isPart(i + first) && isPlaceLike(i, i + first)) {
      int place = Math.max(1, length(Role.PLACES, i + first));
      out.add(i, i + first + place, Kind.PLACE, 6.4);
    }
    int head = length(Role.PLACE, i);
    if (head > 0) {
      int from = i;
      while (i - from < LONGEST_PLACE_HEAD && isPart(from - 1) && isNameLike(from - 1)) {
        from--;
      }
      if (from < i) {
        out.add(from, i + head, Kind.PLACE, 5.6 + 0.1 * (i - from));
      }
    }
    int beside = length(Role.PLACE_BEFORE, i);
    if (beside > 0 && isPart(i + beside) && isNameLike(i + beside) && !isHead(i + beside)) {
      int to = i + beside + Math.max(1, length(Role.PLACES, i + beside));
      out.add(i + beside, to, Kind.PLACE, 4.4);
    }
    if (isPart(i) && isNameLike(i)) {
      besidePlaces(i);
    }
  }

  private boolean isPlaceLike(int at, int next) {
    boolean compass = !is(Role.PLACE, at) && tokens.get(at).key().endsWith("ی");
    return compass ? out.isKnown(next) || length(Role.PLACES, next) > 0 : isNameLike(next);
  }

  private boolean isNameLike(int i) {
    return tokens.get(i).hasLetter()
        && isRare(i)
        && !is(Role.GENERIC, i)
        && !is(Role.TITLE, i)
        && !is(Role.ORG, i)
        && !isCounted(i)
        && !CalendarWords.contains(tokens.get(i).key(), lang);
  }

  private boolean isHead(int i) {
    return is(Role.PLACE, i) || is(Role.PLACE_BEFORE, i);
  }

  /// «سنجدی کے علاقے میں», names in a list with places, and «…آباد».
  private void besidePlaces(int i) {
    String key = tokens.get(i).key();
    boolean area =
        i + 2 < tokens.size() && is(Role.PLACE_BEFORE, i + 2) && tokens.get(i + 1).stop();
    if (area && !isPart(i - 1)) {
      out.add(i, i + 1, Kind.PLACE, 4.2);
    }
    if (key.length() >= SHORTEST_SUFFIXED_CHARS
        && words.all(Role.SUFFIX).stream().anyMatch(s -> key.endsWith(s) && !key.equals(s))) {
      out.add(i, i + 1, Kind.PLACE, 3.5);
    }
    if (isListed(i - 1) && isPlace(i - 2) && (isListed(i + 1) || closes(i + 1))) {
      out.add(i, i + 1, Kind.PLACE, 3.3);
    } else if (isListed(i + 1) && isPlace(i + 2) && !isPart(i - 1)) {
      out.add(i, i + 1, Kind.PLACE, 3.3);
    }
  }

  private boolean isListed(int i) {
    return i >= 0
        && i < tokens.size()
        && (tokens.get(i).key().equals(AND) || out.isOneOf(i, "\u060C,"));
  }

  private boolean closes(int i) {
    return i < tokens.size() && tokens.get(i).stop();
  }

  private boolean isPlace(int i) {
    return i >= 0 && i < tokens.size() && (out.isKnownPlace(i) || is(Role.PLACES, i));
  }

  private void person(int i) {
    int title = length(Role.TITLE, i);
    if (title > 0) {
      titled(i + title);
    }
    if (length(Role.GIVEN, i) > 0 && !is(Role.GIVEN, i - 1)) {
      int to = personEnd(i);
      boolean family = to - i > 1 && (isNameWord(to - 1) || isNameWord(i + 1));
      if (family || (to - i > 1 && speaks(to))) {
        out.add(i, to, Kind.PERSON, 5.3 + 0.1 * (to - i));
      }
    } else if (is(Role.FAMILY, i) && isPart(i - 1) && !is(Role.GIVEN, i - 1)) {
      if (isNameLike(i - 1) && !isPart(i - 2) && !isPart(i + 1)) {
        out.add(i - 1, i + 1, Kind.PERSON, 4.9);
      }
    }
  }

  private void titled(int from) {
    int at = from;
    while (at < tokens.size() && length(Role.TITLE, at) > 0) {
      at += length(Role.TITLE, at);
    }
    int end = at;
    while (isPart(end) && end - at < LONGEST_ORGANISATION) {
      end++;
    }
    for (int given = at; given < end; given++) {
      if (length(Role.GIVEN, given) > 0) {
        int to = personEnd(given);
        if (to - given > 1) {
          out.add(given, to, Kind.PERSON, 6.6);
          return;
        }
      }
    }
    int length = end - at;
    if (length >= 2 && length <= LONGEST_PERSON && isAllNameLike(at, end)) {
      out.add(at, end, Kind.PERSON, 5.4 + (speaks(end) ? 0.8 : 0));
    }
  }

  private boolean isAllNameLike(int from, int to) {
    for (int i = from; i < to; i++) {
      if (!isNameLike(i) || isHead(i) || is(Role.PLACES, i)) {
        return false;
      }
    }
    return true;
  }

  private boolean isNameWord(int i) {
    return is(Role.GIVEN, i) || is(Role.FAMILY, i);
  }

  private int personEnd(int from) {
    int to = from + Math.max(1, length(Role.GIVEN, from));
    while (to - from < LONGEST_PERSON && isPart(to) && (isNameWord(to) || isNameLike(to))) {
      to++;
    }
    return to;
  }

  /// «… نے کہا», «… کے مطابق», «… کا کہنا».
  private boolean speaks(int i) {
    return is(Role.SAY, i) || is(Role.SPEAK, i + 1) || is(Role.SPEAK, i);
  }
}
