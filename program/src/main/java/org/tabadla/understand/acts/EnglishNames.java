package org.tabadla.understand.acts;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.tabadla.language.Concepts;
import org.tabadla.model.Span;

/// English noun phrases that may name a party: words with capitals, and bodies such as «the climate
/// change ministry».
final class EnglishNames {
  private static final Set<String> LINKS = Set.of("of", "for", "&", "de", "al", "and");
  private static final Set<String> OF = Set.of("of", "for");
  private static final Set<String> OFFICE_OF = Set.of("of", "from");
  private static final Set<String> PARTS = Set.of("ministry", "department");
  private static final Set<String> ARTICLES = Set.of("the", "a", "an", "its", "their");
  private static final Set<String> FIRMS = Set.of("pvt", "private", "smc");
  private static final Set<String> PEOPLE =
      Set.of("women", "men", "children", "people", "workers", "king", "queen", "girls", "boys");
  private static final int MOST_LOWER_WORDS = 4;

  private EnglishNames() {}

  /// A name: words from `from`, `to` exclusive.
  ///
  /// @param before the word that stands before it, articles aside
  /// @param next the word after it and what belongs to it: «Bernas (of Malaysia)»
  record Chunk(int from, int to, int before, int next) {
    Span span(Sentence s) {
      return s.span(from, to);
    }

    Chunk before(int word) {
      return new Chunk(from, to, word, next);
    }
  }

  static List<Chunk> in(Sentence s, int from, int to) {
    List<Chunk> out = new ArrayList<>();
    int i = from;
    while (i < to) {
      if (s.key(i).equals("(")) {
        i = closed(s, i);
        continue;
      }
      Chunk chunk = at(s, i);
      if (chunk == null || chunk.to() > to) {
        i = isOneOfMany(s, i) ? Math.max(i + 1, capitals(s, i)) : i + 1;
      } else {
        out.add(chunk);
        i = Math.max(chunk.next(), i + 1);
      }
    }
    return out;
  }

  private static int closed(Sentence s, int open) {
    for (int i = open + 1; i < s.size(); i++) {
      if (s.key(i).equals(")")) {
        return i + 1;
      }
    }
    return open + 1;
  }

  /// «a Lahore company», «a centre»: one of many is no name.
  private static boolean isOneOfMany(Sentence s, int start) {
    String before = s.key(start - 1);
    return before.equals("a") || before.equals("an");
  }

  /// @return the name that begins at a word, or null
  static @Nullable Chunk at(Sentence s, int start) {
    boolean office = start < s.size() && s.is("rep", start) && OFFICE_OF.contains(s.key(start + 1));
    if (start >= s.size() || office || isDateline(s, start)) {
      return null;
    }
    int minister = minister(s, start);
    if (minister > 0) {
      return chunk(s, start, minister, capitals(s, minister));
    }
    int to = capitals(s, start);
    int named = apposition(s, to);
    if (named <= 0 && isOneOfMany(s, start) && (to == start || !isKnown(s, start, to))) {
      return null;
    }
    if (named > 0 && (to > start || s.is("type", start) || s.is("type", start + 1))) {
      Chunk name = at(s, named);
      return name == null ? null : name.before(beforeArticles(s, start));
    }
    int body = body(s, to);
    to = Math.max(to, body);
    if (to == start || isNationality(s, start, to) || isBare(s, start, to)) {
      return null;
    }
    int next = to;
    if (body > start || isBody(s, to - 1)) {
      to = withOf(s, PARTS.contains(s.key(to - 1)) ? withPart(s, to) : to);
      next = to;
    } else if (OF.contains(s.key(to)) && capitals(s, article(s, to + 1)) > article(s, to + 1)) {
      next = capitals(s, article(s, to + 1));
    }
    if (isGenitive(s, to)) {
      return owner(s, start, to);
    }
    return chunk(s, start, to, next);
  }

  /// «the company said»: which one the words alone do not tell.
  private static boolean isBare(Sentence s, int start, int to) {
    boolean alone = to == start + 1 && !OF.contains(s.key(to));
    return alone && !s.word(start).isCapital() && s.is("bare", start);
  }

  /// «Minister for Defence Production Asim Durrani»: where the office ends, or -1.
  private static int minister(Sentence s, int start) {
    if (!isCapital(s, start) || !s.is("minister", start) || !OF.contains(s.key(start + 1))) {
      return -1;
    }
    int i = start + 2;
    while (isCapital(s, i) && (s.is("field", i) || s.key(i).equals("and"))) {
      i++;
    }
    return i > start + 2 ? i : -1;
  }

  private static Chunk chunk(Sentence s, int start, int to, int next) {
    int from = start;
    while (from < to - 1 && isOnlyDescribing(s, from, to)) {
      from++;
    }
    return new Chunk(from, to, beforeArticles(s, start), next);
  }

  /// «Dubai-based», «the provincial health department»
  private static boolean isOnlyDescribing(Sentence s, int i, int to) {
    if (s.is("title", i) && to - i > 2 && !s.has("org", i, to)) {
      return true; // «Director Mahin Rastgar»
    }
    boolean tier = s.is("tier", i) && !s.word(i).isCapital() && PARTS.contains(s.key(to - 1));
    boolean nationality = i + 1 < to && !s.word(i + 1).isCapital() && isNationality(s, i, i + 1);
    return tier || nationality || s.key(i).endsWith("-based") || s.key(i).endsWith("-owned");
  }

  private static int beforeArticles(Sentence s, int from) {
    int before = from - 1;
    while (before >= 0 && ARTICLES.contains(s.key(before))) {
      before--;
    }
    return before;
  }

  /// «China's Longyuan group» is that group, «China's ambassador» is China.
  private static @Nullable Chunk owner(Sentence s, int start, int to) {
    int i = to + 1;
    for (int k = i; k < Math.min(s.size(), i + MOST_LOWER_WORDS); k++) {
      if (s.is("rep", k)) {
        boolean office = k > i && s.is("minister", k) && !s.hasCountry(s.span(start, to));
        if (office) {
          return chunk(s, i, k + 1, capitals(s, k + 1))
              .before(start - 1); // «Punjab's energy minister»
        }
        return chunk(s, start, to, capitals(s, k + 1)); // «Poland's Ambassador Krystyna Wolska»
      }
      if (s.is("stop", k)) {
        break;
      }
    }
    Chunk owned = at(s, i);
    if (owned == null) {
      return bodyBeforeVerb(s, i, start);
    }
    return chunk(s, owned.from(), owned.to(), owned.next()).before(start - 1);
  }

  /// «Pakistan's film archive signed»: a body by its noun, however it is called.
  private static @Nullable Chunk bodyBeforeVerb(Sentence s, int from, int owner) {
    int i = from;
    while (i < Math.min(s.size(), from + MOST_LOWER_WORDS) && isInside(s, i)) {
      i++;
    }
    boolean acts = s.is("verb", i) || s.key(i).equals("has") || s.key(i).equals("have");
    return acts && i > from + 1 ? chunk(s, from, i, i).before(owner - 1) : null;
  }

  private static int article(Sentence s, int i) {
    return s.key(i).equals("the") ? i + 1 : i;
  }

  private static boolean isGenitive(Sentence s, int i) {
    return (s.key(i).equals("'s") || s.key(i).equals("’s")) && !PEOPLE.contains(s.key(i - 1));
  }

  /// «ISLAMABAD:», «LAHORE (Reuters) -»
  private static boolean isDateline(Sentence s, int i) {
    return i < 3 && (s.key(i + 1).equals(":") || s.key(i + 1).equals("(")) && isCapital(s, i);
  }

  private static boolean isCapital(Sentence s, int i) {
    return i < s.size()
        && s.word(i).isCapital()
        && !s.is("day", i)
        && !s.is("stop", i)
        && !isSum(s.word(i).written());
  }

  /// «Rs8.5»
  private static boolean isSum(String word) {
    return word.length() > 2 && word.startsWith("Rs") && Character.isDigit(word.charAt(2));
  }

  private static int capitals(Sentence s, int start) {
    int i = start;
    while (isCapital(s, i)
        || isInnerMark(s, start, i)
        || isShortForm(s, i)
        || isJoinedName(s, start, i)
        || (i > start && (s.is("legal", i) || (s.is("particle", i) && isCapital(s, i + 1))))
        || (i > start
            && i < s.size()
            && s.word(i).isNumber()
            && isCapital(s, i - 1)
            && !s.hasCountry(s.span(i - 1, i))
            && s.word(i - 1).written().length() > 2
            && s.word(i).written().length() > 2)) {
      i++;
    }
    return i;
  }

  /// «A» of «A/S», which is no article
  private static boolean isShortForm(Sentence s, int i) {
    return i > 0
        && i + 1 < s.size()
        && s.word(i).isCapital()
        && (s.key(i + 1).equals("/") || s.key(i - 1).equals("/"));
  }

  /// «Vestkraft A/S», «Green Wheel (Pvt) Ltd», «Women's Cooperative»
  private static boolean isInnerMark(Sentence s, int start, int i) {
    String key = s.key(i);
    if (i <= start) {
      return false;
    }
    if (key.equals("/")) {
      return s.word(i - 1).isCapital() && i + 1 < s.size() && s.word(i + 1).isCapital();
    }
    if (key.equals("&")) {
      return isCapital(s, i + 1); // «Merwede & Zoon»
    }
    if (isPlural(s, i)) {
      return isCapital(s, i - 1) && isCapital(s, i + 1); // «Growers' Union»
    }
    boolean firm = FIRMS.contains(s.key(key.equals("(") ? i + 1 : i - 1));
    return (firm && (key.equals("(") || key.equals(")")))
        || ((key.equals("'s") || key.equals("’s")) && PEOPLE.contains(s.key(i - 1)));
  }

  /// «Oil and Gas Development Company»
  private static boolean isJoinedName(Sentence s, int start, int i) {
    if (i <= start || !s.key(i).equals("and") || !isCapital(s, i + 1)) {
      return false;
    }
    return (s.is("field", i - 1) && s.is("field", i + 1)) || isKnown(s, start, i + 2);
  }

  private static boolean isKnown(Sentence s, int from, int to) {
    Span span = s.span(from, to);
    return Concepts.in(span.of(s.text()), s.lang()).stream()
        .anyMatch(m -> m.span().length() == span.length());
  }

  /// «three Pakistani companies»: a nationality names nobody.
  private static boolean isNationality(Sentence s, int from, int to) {
    return to == from + 1
        && to < s.size()
        && !s.word(to).isMark()
        && !s.is("verb", to)
        && !isKnown(s, from, to)
        && org.tabadla.language.Lexicon.in(s.word(from).written(), s.lang()).stream()
            .anyMatch(sense -> sense.concept().startsWith("country:"));
  }

  /// @return the end of a body named in small letters, «Punjab agricultural research board»; -1
  private static int body(Sentence s, int capitals) {
    int end = -1;
    int most = Math.min(s.size(), capitals + MOST_LOWER_WORDS);
    for (int i = capitals; i < most && (isInside(s, i) || isPlural(s, i)); i++) {
      if (s.is("org", i) && !s.is("rep", i)) {
        end = i + 1;
      }
    }
    return end;
  }

  /// «Wakhi herders' council»
  private static boolean isPlural(Sentence s, int i) {
    boolean mark = s.key(i).equals("'") || s.key(i).equals("’");
    return mark && s.key(i - 1).endsWith("s") && s.word(i).start() == s.word(i - 1).end();
  }

  private static boolean isInside(Sentence s, int i) {
    return !s.word(i).isMark()
        && !s.is("stop", i)
        && !s.word(i).isNumber()
        && !isGenitive(s, i)
        && !s.word(i).isCapital()
        && !s.is("verb", i);
  }

  /// «German agency GIZ» is GIZ: where its name begins, or -1.
  private static int apposition(Sentence s, int capitals) {
    for (int i = capitals; i < Math.min(s.size(), capitals + 3) && isInside(s, i); i++) {
      if (s.is("type", i) && isCapital(s, i + 1)) {
        return i + 1;
      }
    }
    return -1;
  }

  private static boolean isBody(Sentence s, int i) {
    return i >= 0 && s.is("org", i);
  }

  /// «ministry of transport»
  private static int withPart(Sentence s, int to) {
    int i = to + 1;
    if (!s.key(to).equals("of")) {
      return to;
    }
    while (i < s.size() && i - to < MOST_LOWER_WORDS && isInside(s, i)) {
      i++;
    }
    return i > to + 1 ? i : to;
  }

  /// «Trading Corporation of Pakistan», «government of Balochistan»
  private static int withOf(Sentence s, int to) {
    int i = to;
    if (s.is("firm", to - 1) && s.key(to).equals("of")) {
      return to; // «Muscat Marine Holdings of Oman»: where it is at home
    }
    while (LINKS.contains(s.key(i)) && !s.key(i).equals("and")) {
      int end = capitals(s, article(s, i + 1));
      if (end == article(s, i + 1)) {
        break;
      }
      i = end;
      if (isJoinedName(s, to, i)) {
        i = capitals(s, i + 1);
      }
    }
    return i;
  }
}
