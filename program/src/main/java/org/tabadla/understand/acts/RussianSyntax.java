package org.tabadla.understand.acts;

import java.util.ArrayList;
import java.util.List;
import org.tabadla.model.Span;
import org.tabadla.understand.acts.Lexicon.Hit;

/// Russian: those who act stand before the verb, their companions after «с» or «между»; what stands
/// in «…» is a name.
final class RussianSyntax implements Syntax {
  private static final String AND = "и";
  private static final int MOST_QUOTED_WORDS = 4;

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
      } else if (denial && out.size() < 2 && i > act.to() && s.key(i).equals("что")) {
        chain(s, i + 1, out); // «опровергла сообщения о том, что корпорация расторгла контракт»
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
        RussianNames.Chunk chunk = RussianNames.at(s, i + 1);
        if (chunk != null) {
          add(out, s.span(chunk.from(), chunk.to()));
        }
      }
    }
  }

  /// «пообещал в среду Словацкий фонд развития»: the verb may stand before who acts.
  private static void subject(Sentence s, int from, List<Span> out) {
    for (int i = from; i < s.size(); i++) {
      RussianNames.Chunk chunk =
          RussianNames.PREPOSITIONS.contains(s.key(i - 1)) ? null : RussianNames.at(s, i);
      if (chunk != null
          && (s.has("org", chunk.from(), chunk.to()) || s.key(chunk.to()).equals("»"))) {
        add(out, s.span(chunk.from(), chunk.to()));
        return;
      }
    }
  }

  /// «контракт на поставку машин для Службы спасения»
  private static void forWhom(Sentence s, int from, List<Span> out) {
    for (int i = from; i + 1 < s.size(); i++) {
      RussianNames.Chunk chunk = s.is("for-whom", i) ? RussianNames.at(s, i + 1) : null;
      if (chunk != null && s.has("org", chunk.from(), chunk.to())) {
        add(out, s.span(chunk.from(), chunk.to()));
      }
    }
  }

  /// «опровергла сообщения о продаже причала группе «Синд Марин»»: a name is short.
  private static void quoted(Sentence s, int open, List<Span> out) {
    RussianNames.Chunk chunk = RussianNames.at(s, open);
    if (chunk != null
        && chunk.to() - chunk.from() <= MOST_QUOTED_WORDS
        && s.word(chunk.from()).isCapital()) {
      add(out, s.span(chunk.from(), chunk.to()));
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
      RussianNames.Chunk chunk = RussianNames.at(s, i);
      if (chunk == null || chunk.to() > to) {
        i++;
        continue;
      }
      String before = s.key(i - 1);
      if ((listed && (before.equals(AND) || before.equals(","))) || !isPreposed(s, i)) {
        add(out, s.span(chunk.from(), chunk.to()));
        listed = true;
      } else {
        listed = false;
      }
      i = chunk.next();
    }
  }

  /// «в Тяньцзине», «в китайском Тяньцзине»
  private static boolean isPreposed(Sentence s, int i) {
    int before = beforeAdjectives(s, i - 1);
    if (RussianNames.PREPOSITIONS.contains(s.key(before))) {
      return true;
    }
    String key = s.key(i);
    boolean owner =
        key.endsWith("ои") || RussianNames.isGenitive(key); // «на форуме Шанхайской организации»
    boolean plain = before == i - 1 && before > 0 && !s.word(before).isMark();
    return owner
        && plain
        && !s.word(before).isCapital()
        && !s.is("rep", before)
        && RussianNames.PREPOSITIONS.contains(s.key(beforeAdjectives(s, before - 1)));
  }

  private static int beforeAdjectives(Sentence s, int from) {
    int before = from;
    while (before > 0 && RussianNames.isAdjective(s.key(before)) && !s.word(before).isCapital()) {
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
      RussianNames.Chunk chunk = RussianNames.at(s, i);
      for (int skip = 1;
          chunk == null && skip <= 2 && !s.word(Math.min(i + skip - 1, s.size() - 1)).isMark();
          skip++) {
        chunk = RussianNames.at(s, i + skip);
      }
      if (chunk == null) {
        return;
      }
      add(out, s.span(chunk.from(), chunk.to()));
      if (!s.key(chunk.next()).equals(AND) && !s.key(chunk.next()).equals(",")) {
        return;
      }
      i = chunk.next() + 1;
    }
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
