package org.tabadla.understand.acts;

import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.tabadla.language.Concepts;
import org.tabadla.model.Span;

/// Russian noun phrases that name parties: a capital begins one, what stands in «…» is a name.
final class RussianNames {
  static final Set<String> PREPOSITIONS =
      Set.of(
          "в", "во", "на", "из", "к", "по", "для", "от", "до", "при", "о", "об", "за", "под",
          "через");
  private static final String AND = "и";
  private static final int MOST_BODY_WORDS = 6;
  private static final int MOST_ADJECTIVES = 3;

  private static final List<String> ENDINGS =
      List.of(
          "ая", "ии", "ыи", "ое", "ые", "ие", "ои", "ого", "его", "ых", "их", "ым", "им", "ыми",
          "ими", "ому", "ему", "ую", "ом", "ем");

  /// A name: its words, and the word after it.
  record Chunk(int from, int to, int next) {}

  private RussianNames() {}

  static @Nullable Chunk at(Sentence s, int i) {
    if (i >= s.size()) {
      return null;
    }
    if (s.key(i).equals("«")) {
      int end = i + 1;
      while (end < s.size() && !s.key(end).equals("»")) {
        end++;
      }
      return end > i + 1 && end < s.size() ? new Chunk(i + 1, end, end + 1) : null;
    }
    if (s.is("instrument", i)
        || isNumber(s, i)
        || isDateline(s, i)
        || s.is("day", i)
        || s.is("stop", i)
        || s.is("act", i)) {
      return null;
    }
    if (s.is("rep", i)) {
      return null;
    }
    boolean body = s.is("org", i);
    if (!body && !s.word(i).isCapital()) {
      return null;
    }
    int end = i + 1;
    if (!body
        && isCapital(s, end)
        && !s.is("org", end)
        && !isKnown(s, s.span(i, end + 1)) // but «Саудовская Аравия»
        && (isNationality(s, i) || (isAdjective(s.key(i)) && isLatin(s, end)))) {
      return at(s, end); // «Азербайджанская SOCAR»
    }
    int noun = body ? -1 : nounAfterAdjectives(s, i);
    if (noun > 0) {
      return body(s, i, noun + 1);
    }
    boolean first = i == 0 || s.key(i - 1).equals(".");
    boolean inPlace = PREPOSITIONS.contains(s.key(i - 1));
    while (isCapital(s, end) && !(inPlace && s.hasCountry(s.span(end, end + 1)))) {
      end++; // «В Чунцине Китай и Лаос»: the place ends before who acts
    }
    if (s.is("type", i) && end > i + 1) {
      return new Chunk(i + 1, end, end); // «компания CNPC»
    }
    if (s.is("rep", i - 1) && end - i > 1 && isKnown(s, s.span(i, i + 1))) {
      return new Chunk(i, i + 1, end); // «хоким Бухары Жамол Носиров»
    }
    if (s.is("pronoun", i)
        || s.is("rep", end)
        || (first && !body && end == i + 1 && isDescribing(s, i, end))) {
      return null;
    }
    if (s.is("org", end)) {
      body = true;
      end++;
    }
    return body ? body(s, i, end) : new Chunk(i, end, end);
  }

  /// «Пакистанские железные дороги», «Томский институт углехимии»: an adjective with a capital and
  /// more adjectives before a word for a body.
  private static int nounAfterAdjectives(Sentence s, int i) {
    if (!isAdjective(s.key(i)) && !s.key(i).contains("-")) {
      return -1;
    }
    for (int k = i + 1; k <= Math.min(s.size() - 1, i + MOST_ADJECTIVES); k++) {
      if (s.is("org", k) && !isDescribedBy(s, k)) {
        return k;
      }
      if (!isAdjective(s.key(k)) || s.word(k).isMark()) {
        return -1;
      }
    }
    return -1;
  }

  /// «Пакистанская компания «Хайбер»»: the name is what follows.
  private static boolean isDescribedBy(Sentence s, int k) {
    return s.is("type", k) && (s.key(k + 1).equals("«") || isLatin(s, k + 1));
  }

  private static boolean isLatin(Sentence s, int i) {
    return i < s.size() && s.word(i).isCapital() && s.word(i).written().charAt(0) < 'À';
  }

  private static boolean isNationality(Sentence s, int i) {
    return isAdjective(s.key(i))
        && org.tabadla.language.Lexicon.in(s.word(i).written(), s.lang()).stream()
            .anyMatch(sense -> sense.concept().startsWith("country:"));
  }

  /// A capital that only opens the sentence: «Авиационные власти», «Компания «Хайбер»».
  private static boolean isDescribing(Sentence s, int i, int end) {
    String key = s.key(i);
    boolean plural = key.endsWith("ые") || key.endsWith("ие");
    boolean body = s.is("org", end) && !s.is("type", end);
    return plural || (isAdjective(key) && !body && !s.key(end).equals(AND));
  }

  static boolean isAdjective(String key) {
    for (String ending : ENDINGS) {
      if (key.endsWith(ending)) {
        return true;
      }
    }
    return false;
  }

  /// «Министерство энергетики Казахстана»; a name in quotes is the name.
  private static @Nullable Chunk body(Sentence s, int from, int to) {
    int end = to;
    while (end < s.size() && end - to < MOST_BODY_WORDS) {
      if (s.key(end).equals("«")) {
        return at(s, end);
      }
      if (s.key(end).equals(AND) && isFurtherField(s, end)) {
        end++;
        continue;
      }
      if (s.key(end).equals("по") && end + 1 < s.size() && !s.word(end + 1).isCapital()) {
        end++;
        continue;
      }
      if (s.word(end).isMark() || s.is("stop", end) || isVerb(s, end) || s.is("day", end)) {
        break;
      }
      end++;
      if (isCapital(s, end - 1) && !isCapital(s, end) && !describes(s.key(end - 1))) {
        break;
      }
    }
    return new Chunk(from, end, end);
  }

  /// «Министерство образования и науки»: a noun in the genitive after a noun in the genitive.
  private static boolean isFurtherField(Sentence s, int and) {
    int next = and + 1;
    return next < s.size()
        && !s.word(next).isCapital()
        && !s.word(next).isMark()
        && !s.is("org", next)
        && !s.is("rep", next)
        && isGenitive(s.key(and - 1))
        && (isGenitive(s.key(next)) || isAdjective(s.key(next)));
  }

  /// «Независимых профсоюзов»: after these the name goes on.
  private static boolean describes(String key) {
    return key.endsWith("ых") || key.endsWith("их") || key.endsWith("ого") || key.endsWith("ои");
  }

  static boolean isGenitive(String key) {
    return key.endsWith("а")
        || key.endsWith("я")
        || key.endsWith("и")
        || key.endsWith("ы")
        || key.endsWith("в")
        || key.endsWith("го")
        || key.endsWith("х");
  }

  private static boolean isVerb(Sentence s, int i) {
    return s.is("act", i)
        || s.hits().stream().anyMatch(h -> h.from() == i && h.label().startsWith("act."));
  }

  private static boolean isKnown(Sentence s, Span span) {
    return !Concepts.in(span.of(s.text()), s.lang()).isEmpty();
  }

  private static boolean isCapital(Sentence s, int i) {
    return i < s.size() && s.word(i).isCapital() && !s.is("day", i);
  }

  /// «Двенадцать миллионов евро»
  private static boolean isNumber(Sentence s, int i) {
    int offset = s.word(i).start() - s.span().start();
    return s.numbers().stream().anyMatch(figure -> figure.start() == offset);
  }

  private static boolean isDateline(Sentence s, int i) {
    return i < 3
        && s.word(i).written().length() > 2
        && s.word(i).written().equals(s.word(i).written().toUpperCase(java.util.Locale.ROOT))
        && (s.key(i + 1).equals(".") || s.key(i + 2).equals("."));
  }
}
