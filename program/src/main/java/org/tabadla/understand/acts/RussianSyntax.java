package org.tabadla.understand.acts;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.tabadla.language.Concepts;
import org.tabadla.model.Span;
import org.tabadla.understand.acts.Lexicon.Hit;

/// Russian: those who act stand before the verb, their companions after «с» or «между»; what stands
/// in «…» is a name.
final class RussianSyntax implements Syntax {
  private static final Set<String> PREPOSITIONS =
      Set.of(
          "в", "во", "на", "из", "к", "по", "для", "от", "до", "при", "о", "об", "за", "под",
          "через");
  private static final String AND = "и";
  private static final int MOST_BODY_WORDS = 6;
  private static final int MOST_QUOTED_WORDS = 4;
  private static final int MOST_ADJECTIVES = 3;

  private static final List<String> ENDINGS =
      List.of(
          "ая", "ии", "ыи", "ое", "ые", "ие", "ои", "ого", "его", "ых", "их", "ым", "им", "ыми",
          "ими", "ому", "ему", "ую", "ом", "ем");

  private record Chunk(int from, int to, int next) {}

  @Override
  public int clauseStart(Sentence s, Hit act) {
    for (int i = act.from() - 1; i >= 0; i--) {
      if (s.is("clause", i)) {
        return i + 1;
      }
    }
    return 0;
  }

  @Override
  public List<Span> parties(Sentence s, Hit act, boolean denial) {
    List<Span> out = new ArrayList<>();
    doers(s, clauseStart(s, act), act.from(), out);
    if (out.isEmpty()) {
      doers(s, 0, act.from(), out);
    }
    if (out.isEmpty()) {
      representatives(s, act.to(), out);
    }
    if (out.isEmpty()) {
      subject(s, act.to(), out);
    }
    if (out.size() == 1 && act.label().equals("act.signed")) {
      forWhom(s, act.to(), out);
    }
    if (act.label().equals("act.delivered")) {
      chain(s, act.from() + 1, out); // «поставил Управлению водоснабжения»
    }
    if (act.label().equals("act.proposed") && act.to() < s.size() && s.word(act.to()).isCapital()) {
      chain(s, act.to(), out);
    }
    for (int i = 0; i < s.size(); i++) {
      if (s.key(i).equals("между") && out.size() < 2) {
        chain(s, i + 1, out);
      } else if (i > act.from() && s.is("with", i)) {
        chain(s, i + 1, out);
      } else if (denial && out.size() < 2 && i > act.to() && s.key(i).equals("«")) {
        quoted(s, i, out);
      }
    }
    return out;
  }

  @Override
  public List<Span> listed(Sentence s, Hit signers) {
    List<Span> out = new ArrayList<>();
    chain(s, signers.to(), out);
    return out;
  }

  /// «обсудили представители мэрии Казани и делегация Лахора»: after the verb, by their offices.
  private static void representatives(Sentence s, int from, List<Span> out) {
    for (int i = from; i + 1 < s.size(); i++) {
      if (s.is("rep", i) && !s.is("rep", i + 1)) {
        Chunk chunk = at(s, i + 1);
        if (chunk != null) {
          add(out, s.span(chunk.from, chunk.to));
        }
      }
    }
  }

  /// «пообещал в среду Словацкий фонд развития»: the verb may stand before who acts.
  private static void subject(Sentence s, int from, List<Span> out) {
    for (int i = from; i < s.size(); i++) {
      Chunk chunk = PREPOSITIONS.contains(s.key(i - 1)) ? null : at(s, i);
      if (chunk != null && (s.has("org", chunk.from, chunk.to) || s.key(chunk.to).equals("»"))) {
        add(out, s.span(chunk.from, chunk.to));
        return;
      }
    }
  }

  /// «контракт на поставку машин для Службы спасения»
  private static void forWhom(Sentence s, int from, List<Span> out) {
    for (int i = from; i + 1 < s.size(); i++) {
      Chunk chunk = s.is("for-whom", i) ? at(s, i + 1) : null;
      if (chunk != null && s.has("org", chunk.from, chunk.to)) {
        add(out, s.span(chunk.from, chunk.to));
      }
    }
  }

  /// «опровергла сообщения о продаже причала группе «Синд Марин»»: a name is short.
  private static void quoted(Sentence s, int open, List<Span> out) {
    Chunk chunk = at(s, open);
    if (chunk != null
        && chunk.to - chunk.from <= MOST_QUOTED_WORDS
        && s.word(chunk.from).isCapital()) {
      add(out, s.span(chunk.from, chunk.to));
    }
  }

  private static void doers(Sentence s, int from, int to, List<Span> out) {
    int i = from;
    boolean listed = false;
    while (i < to) {
      if (s.key(i).equals("(")) {
        i = closed(s, i);
        continue;
      }
      Chunk chunk = at(s, i);
      if (chunk == null || chunk.to > to) {
        i++;
        continue;
      }
      String before = s.key(i - 1);
      if ((listed && (before.equals(AND) || before.equals(","))) || !isPreposed(s, i)) {
        add(out, s.span(chunk.from, chunk.to));
        listed = true;
      } else {
        listed = false;
      }
      i = chunk.next;
    }
  }

  /// «в Тяньцзине», «в китайском Тяньцзине»
  private static boolean isPreposed(Sentence s, int i) {
    int before = beforeAdjectives(s, i - 1);
    if (PREPOSITIONS.contains(s.key(before))) {
      return true;
    }
    String key = s.key(i);
    boolean owner = key.endsWith("ои") || isGenitive(key); // «на форуме Шанхайской организации»
    boolean plain = before == i - 1 && before > 0 && !s.word(before).isMark();
    return owner
        && plain
        && !s.word(before).isCapital()
        && !s.is("rep", before)
        && PREPOSITIONS.contains(s.key(beforeAdjectives(s, before - 1)));
  }

  private static int beforeAdjectives(Sentence s, int from) {
    int before = from;
    while (before > 0 && isAdjective(s.key(before)) && !s.word(before).isCapital()) {
      before--;
    }
    return before;
  }

  private static int closed(Sentence s, int open) {
    for (int i = open + 1; i < s.size(); i++) {
      if (s.key(i).equals(")")) {
        return i + 1;
      }
    }
    return open + 1;
  }

  private static void chain(Sentence s, int from, List<Span> out) {
    int i = from;
    while (i < s.size()) {
      Chunk chunk = at(s, i);
      for (int skip = 1;
          chunk == null && skip <= 2 && !s.word(Math.min(i + skip - 1, s.size() - 1)).isMark();
          skip++) {
        chunk = at(s, i + skip);
      }
      if (chunk == null) {
        return;
      }
      add(out, s.span(chunk.from, chunk.to));
      if (!s.key(chunk.next).equals(AND) && !s.key(chunk.next).equals(",")) {
        return;
      }
      i = chunk.next + 1;
    }
  }

  private static @Nullable Chunk at(Sentence s, int i) {
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

  private static boolean isAdjective(String key) {
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

  private static boolean isGenitive(String key) {
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

  private static void add(List<Span> out, Span span) {
    for (Span known : out) {
      if (known.start() < span.end() && span.start() < known.end()) {
        return;
      }
    }
    out.add(span);
  }
}
