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
    for (int i = 0; i < s.size(); i++) {
      if (s.key(i).equals("между") && out.size() < 2) {
        chain(s, i + 1, out);
      } else if (i >= act.to() && s.is("with", i)) {
        chain(s, i + 1, out);
      }
    }
    return out;
  }

  private static void doers(Sentence s, int from, int to, List<Span> out) {
    int i = from;
    boolean listed = false;
    while (i < to) {
      Chunk chunk = at(s, i);
      if (chunk == null || chunk.to > to) {
        i++;
        continue;
      }
      String before = s.key(i - 1);
      if ((listed && (before.equals(AND) || before.equals(",")))
          || !PREPOSITIONS.contains(before)) {
        add(out, s.span(chunk.from, chunk.to));
        listed = true;
      } else {
        listed = false;
      }
      i = chunk.next;
    }
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
    if (end > i + 1 && isAdjective(s.key(i)) && !s.is("org", end)) {
      return new Chunk(i + 1, end, end); // «Китайская CNPC»
    }
    boolean first = i == 0 || s.key(i - 1).equals(".");
    while (end < s.size() && isCapital(s, end)) {
      end++;
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

  /// A capital that only opens the sentence: «Авиационные власти», «Компания «Хайбер»».
  private static boolean isDescribing(Sentence s, int i, int end) {
    String key = s.key(i);
    boolean plural = key.endsWith("ые") || key.endsWith("ие");
    boolean body = s.is("org", end) && !s.is("type", end);
    return plural || (isAdjective(key) && !body && !s.key(end).equals(AND));
  }

  private static boolean isAdjective(String key) {
    return key.endsWith("ая") || key.endsWith("ии") || key.endsWith("ыи") || key.endsWith("ское");
  }

  /// «Министерство энергетики Казахстана»; a name in quotes is the name.
  private static @Nullable Chunk body(Sentence s, int from, int to) {
    int end = to;
    while (end < s.size() && end - to < 4) {
      if (s.key(end).equals("«")) {
        return at(s, end);
      }
      if (s.word(end).isMark() || s.is("stop", end) || s.is("act", end) || s.is("day", end)) {
        break;
      }
      end++;
      if (isCapital(s, end - 1) && !isCapital(s, end)) {
        break;
      }
    }
    return new Chunk(from, end, end);
  }

  private static boolean isKnown(Sentence s, Span span) {
    return !Concepts.in(span.of(s.text()), s.lang()).isEmpty();
  }

  private static boolean isCapital(Sentence s, int i) {
    return i < s.size() && s.word(i).isCapital() && !s.is("day", i);
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
