package org.tabadla.understand.acts;

import java.util.ArrayList;
import java.util.List;
import org.tabadla.model.Span;
import org.tabadla.understand.acts.Lexicon.Hit;

/// Urdu: the doer stands before «نے», companions before «کے ساتھ» or «سے», two sides before «کے
/// درمیان»; of «چین کے سفیر» the party is China, of «چین کی کمپنی الف» it is الف.
final class UrduSyntax implements Syntax {
  private static final String AGENT = "نے";
  private static final String WITH = "ساتھ";
  private static final String BETWEEN = "درمیان";
  private static final String BETWIXT = "مابین";
  private static final int MOST_SUBJECT_WORDS = 7;
  private static final int MOST_GOODS_WORDS = 4;
  private static final String OF = "کا";
  private static final String TO = "کو";
  private static final String COMMA = "،";
  private static final String AT = "پاس";
  private static final String IN = "میں";
  private static final String FROM = "سے";
  private static final String NAMED = "نامی";
  private static final String BEFORE = "سامنے";
  private static final String HANDS = "ہاتھ";
  private static final String JUST = "ہی"; // «کے ساتھ ہی»: at the same time

  @Override
  public int clauseStart(Sentence s, Hit act) {
    for (int i = act.from() - 1; i >= 0; i--) {
      if ((s.is("clause", i) && !isClosed(s, i, act.from())) || s.key(i).equals(":")) {
        return correlative(s, i, act);
      }
    }
    return 0;
  }

  /// «الف اور ب نے جس معاہدے پر دستخط کیے اس میں …»: the doer stands before «جس».
  private int correlative(Sentence s, int at, Hit act) {
    boolean open = s.is("on-which.bare", at) && UrduNames.first(s, AGENT, at, act.from()) < 0;
    int agent = open ? UrduNames.last(s, AGENT, Math.max(0, at - MOST_SUBJECT_WORDS), at) : -1;
    boolean said = agent < 0 || s.has("final", agent, at);
    if (said || UrduNames.contains(s, COMMA, agent, at)) {
      return at + 1;
    }
    for (int i = agent - 1; i >= 0; i--) {
      if (s.is("clause", i) || s.key(i).equals(":")) {
        return i + 1;
      }
    }
    return 0;
  }

  /// Where in a sentence the parties of an act are sought.
  ///
  /// @param agent where «نے» stands, or -1
  private record Around(int clause, int agent, int from, int to) {}

  /// Those who act besides the doer, by what kind of act it is.
  private void others(Sentence s, Hit act, Around at, List<Span> out) {
    companions(s, at.from, at.to, out);
    switch (act.label()) {
      case "act.announced" -> {
        // one side acts; places stand «between» as well
      }
      case "act.delivering" -> {
        fromWhom(s, at.clause, at.to, out);
        firstOf(s, at.clause, act.to(), out);
        toWhom(s, at.clause, s.size(), out);
        if (out.isEmpty()) {
          owners(s, at.clause, act.from(), out);
        }
      }
      case "act.proposed" -> {
        offeredTo(s, at.from, at.to, out);
        toWhom(s, at.from, at.to, out);
      }
      case "act.delivered" -> {
        onBehalf(s, act.from(), out);
        handedTo(s, at.from, act, out);
        if (out.size() == 1) {
          toWhom(s, at.from, at.to, out);
        }
      }
      case "act.denied" -> {
        further(s, at.agent, at.clause, at.from, at.to, out);
        toHands(s, at.from, at.to, out);
      }
      case "act.lapsed", "act.cancelled" -> {
        further(s, at.agent, at.clause, at.from, at.to, out);
        if (out.size() < 2) {
          fromWhom(s, at.clause, at.to, out);
          confirmer(s, at.clause, out);
          named(s, out);
          holder(s, act.from(), out);
          if (out.isEmpty()) {
            owners(s, at.clause, act.to(), out);
          }
          if (out.size() == 1 && at.agent >= 0) {
            owner(s, at.from, act.from(), out);
          }
          if (out.size() == 1) {
            toWhom(s, act.to(), s.size(), out); // «… منسوخ کر دیا جو فرم ب کو دیا گیا تھا»
          }
          if (out.isEmpty()) {
            ofWhich(s, act.to(), out);
          }
        }
      }
      case "act.in-force" -> {
        further(s, at.agent, at.clause, at.from, at.to, out);
        if (out.isEmpty()) {
          ofWhich(s, act.to(), out);
        }
      }
      case "act.discussed" -> {
        further(s, at.agent, at.clause, at.from, at.to, out);
        if (out.size() < 2) {
          talkers(s, at.to, out);
        }
      }
      default -> further(s, at.agent, at.clause, at.from, at.to, out);
    }
  }

  /// «الف، جو تھر میں کام کر رہی ہے، اور ب نے»: what stands between is over before the act.
  private static boolean isClosed(Sentence s, int clause, int to) {
    if (!s.key(clause - 1).equals(COMMA)) {
      return false;
    }
    for (int i = clause + 2; i < to; i++) {
      if (s.key(i).equals(COMMA)) {
        return s.is("final", i - 1);
      }
    }
    return false;
  }

  @Override
  public List<Span> parties(Sentence s, Hit act, boolean denial) {
    int clause = denial ? 0 : clauseStart(s, act);
    List<Span> out = new ArrayList<>();
    int agent =
        denial
            ? UrduNames.first(s, AGENT, 0, act.from())
            : UrduNames.last(s, AGENT, clause, act.from());
    if (agent >= 0) {
      int start = UrduNames.start(s, clause, agent);
      beforeRelative(s, clause, start, out);
      UrduNames.conjuncts(s, start, agent, out);
      if (out.isEmpty() && s.is("speaker", agent - 1)) {
        speaker(s, clause, out);
      }
    }
    boolean both = out.isEmpty() && agent >= 0 && s.has("both", clause, agent);
    int from = agent < 0 || both ? clause : agent + 1;
    int to = denial ? s.size() : act.from();
    if (act.label().equals("act.signed")) {
      List<Span> sides = new ArrayList<>();
      onBehalf(s, act.from(), sides);
      if (sides.size() > 1) {
        return sides;
      }
      if (agent < 0) {
        out.addAll(sides);
      }
      if (agent >= 0 && s.has("role.loan", clause, act.from())) {
        toWhom(s, clause, UrduNames.start(s, clause, agent), out);
      }
    }
    others(s, act, new Around(clause, agent, from, to), out);
    return out;
  }

  private static void beforeRelative(Sentence s, int clause, int start, List<Span> out) {
    boolean joined = s.key(start).equals(COMMA);
    for (int i = start - 1; joined && i > clause; i--) {
      if (s.is("clause", i) && s.key(i - 1).equals(COMMA)) {
        UrduNames.conjuncts(s, UrduNames.start(s, clause, i - 1), i - 1, out);
        return;
      }
    }
  }

  /// «بینک دولت پاکستان کو … کی پیشکش کی»
  private static void toWhom(Sentence s, int from, int to, List<Span> out) {
    int most = Math.max(2, out.size() + (s.has("role.loan", from, to) ? 1 : 0));
    for (int i = from + 1; i < to && out.size() < most; i++) {
      if (s.key(i).equals(TO) || isGenitiveOf(s, i, BEFORE)) {
        List<Span> found = new ArrayList<>();
        UrduNames.conjuncts(s, UrduNames.start(s, from, i), i, found);
        found.stream()
            .filter(span -> UrduNames.isLikelyParty(s, span))
            .forEach(span -> UrduNames.add(out, span));
      }
    }
  }

  /// «بورڈ نے کے الیکٹرک کو تجویز دی»: who stands next to the words is whom it was offered to.
  private static void offeredTo(Sentence s, int from, int to, List<Span> out) {
    if (to > from && s.key(to - 1).equals(TO)) {
      UrduNames.conjuncts(s, UrduNames.start(s, from, to - 1), to - 1, out);
    }
  }

  /// «وہ معاہدہ نافذ ہو گیا جس پر الف اور ب نے مارچ میں دستخط کیے تھے»
  private static void ofWhich(Sentence s, int act, List<Span> out) {
    int which = act;
    while (which < s.size() && !s.is("on-which.bare", which)) {
      which++;
    }
    int agent = UrduNames.first(s, AGENT, which, s.size());
    if (agent > which + 1) {
      UrduNames.conjuncts(s, UrduNames.start(s, which + 1, agent), agent, out);
    }
  }

  /// «فرم گولڈن ہیرن کے ہاتھ بیچنے کی خبر»
  private static void toHands(Sentence s, int from, int to, List<Span> out) {
    for (int i = from + 1; i < to; i++) {
      if (isGenitiveOf(s, i, HANDS)) {
        UrduNames.conjuncts(s, UrduNames.start(s, from, i), i, out);
      }
    }
  }

  /// «کے سامنے», «کے ہاتھ»
  private static boolean isGenitiveOf(Sentence s, int i, String noun) {
    return s.key(i + 1).equals(noun) && UrduNames.GENITIVES.contains(s.key(i));
  }

  /// «الف اور ب کا معاہدہ ختم ہو گیا»
  private static void owners(Sentence s, int from, int to, List<Span> out) {
    for (int i = from + 1; i < to; i++) {
      if (s.is("instrument", i) && UrduNames.GENITIVES.contains(s.key(i - 1))) {
        int start = UrduNames.start(s, from, i - 1);
        if (UrduNames.contains(s, UrduNames.AND, start, i - 1)) {
          UrduNames.conjuncts(s, start, i - 1, out);
        }
        return;
      }
    }
  }

  /// «بلدیہ نے کمپنی الف کا ٹھیکہ منسوخ کر دیا»
  private static void owner(Sentence s, int from, int to, List<Span> out) {
    for (int i = from + 2; i < to; i++) {
      if (s.is("instrument", i) && UrduNames.GENITIVES.contains(s.key(i - 1))) {
        List<Span> found = new ArrayList<>();
        UrduNames.conjuncts(s, UrduNames.start(s, from, i - 1), i - 1, found);
        found.stream()
            .filter(span -> UrduNames.isLikelyParty(s, span))
            .forEach(span -> UrduNames.add(out, span));
        return;
      }
    }
  }

  /// «وزیر صحت سے عالمی ادارے کی نمائندہ نے ملاقات کی جس میں … زیر بحث آئے»
  private void talkers(Sentence s, int to, List<Span> out) {
    int agent = UrduNames.first(s, AGENT, 0, to);
    if (agent > 0) {
      UrduNames.conjuncts(s, UrduNames.start(s, 0, agent), agent, out);
      for (int i = 1; i < to && out.size() < 2; i++) {
        if (s.key(i).equals(FROM)) {
          UrduNames.conjuncts(s, UrduNames.start(s, 0, i), i, out);
        }
      }
    }
  }

  /// «الف نے کہا کہ اس نے … دستخط کیے»: who says so of itself.
  private void speaker(Sentence s, int clause, List<Span> out) {
    int agent = UrduNames.last(s, AGENT, 0, clause);
    if (agent > 0) {
      UrduNames.conjuncts(s, UrduNames.start(s, 0, agent), agent, out);
    }
  }

  private void further(Sentence s, int agent, int clause, int from, int to, List<Span> out) {
    if (agent < 0 || out.size() < 2) {
      between(s, agent < 0 ? 0 : from, Math.min(s.size(), to + 1), out);
    }
    if (agent < 0 && out.isEmpty()) {
      sides(s, clause, to, out);
    }
    if (out.size() < 2) {
      fromWhom(s, from, to, out);
    }
    if (out.size() == 1 && agent < 0) {
      whose(s, clause, to, out);
    }
    if (out.size() == 1 && agent >= 0) {
      toWhom(s, from, to, out);
    }
    if (out.isEmpty()) {
      owners(s, clause, to, out);
    }
    if (out.isEmpty()) {
      subjects(s, clause, to, out);
    }
    if (out.isEmpty()) {
      visited(s, 0, to, out);
    }
  }

  /// «بہاولپور میوزیم کا برٹش لائبریری کے ساتھ معاہدہ ہو گیا»
  private static void whose(Sentence s, int from, int to, List<Span> out) {
    int of = UrduNames.first(s, OF, from + 1, Math.min(to, s.wordAt(out.getFirst().start()) + 1));
    if (of > 0) {
      UrduNames.conjuncts(s, UrduNames.start(s, from, of), of, out);
    }
  }

  /// «الف ایسوسی ایشن اور ب بورڈ کٹوتی گھٹانے پر رضامند ہو گئے»: the second name ends at its last
  /// word for a body.
  private static void subjects(Sentence s, int from, int to, List<Span> out) {
    int and = UrduNames.first(s, UrduNames.AND, from + 1, to);
    if (and < 0 || UrduNames.start(s, from, and) > from + 2) {
      return;
    }
    int end = -1;
    for (int i = and + 1; i < Math.min(to, and + MOST_SUBJECT_WORDS) && !s.is("bound", i); i++) {
      end = s.is("org", i) && !s.is("rep", i) ? i + 1 : end;
    }
    if (end > 0) {
      UrduNames.conjuncts(s, UrduNames.start(s, from, and), end, out);
    }
  }

  /// «چین کی کمپنی الف کی پہلی کھیپ پہنچ گئی»
  private static void firstOf(Sentence s, int from, int to, List<Span> out) {
    for (int i = from + 1; i < to && out.isEmpty(); i++) {
      if (UrduNames.GENITIVES.contains(s.key(i)) && s.is("first", i + 1)) {
        List<Span> found = new ArrayList<>();
        UrduNames.conjuncts(s, UrduNames.start(s, from, i), i, found);
        found.stream()
            .filter(span -> UrduNames.isLikelyParty(s, span))
            .forEach(span -> UrduNames.add(out, span));
      }
    }
  }

  /// «بیلاروس کے دورے میں چھ معاہدوں پر دستخط ہوئے»
  private void visited(Sentence s, int from, int to, List<Span> out) {
    for (int i = from + 2; i < to; i++) {
      if (s.is("visit", i) && UrduNames.GENITIVES.contains(s.key(i - 1))) {
        UrduNames.conjuncts(s, UrduNames.start(s, from, i - 1), i - 1, out);
      }
    }
  }

  /// «الف کے حکام نے تصدیق کی کہ ب کے ساتھ معاہدہ غیر مؤثر ہو گیا»
  private void confirmer(Sentence s, int clause, List<Span> out) {
    int agent = UrduNames.first(s, AGENT, 0, clause);
    if (agent > 0) {
      List<Span> found = new ArrayList<>();
      UrduNames.conjuncts(s, UrduNames.start(s, 0, agent), agent, found);
      found.addAll(out);
      out.clear();
      found.forEach(span -> UrduNames.add(out, span));
    }
  }

  /// «سرحد انفرا نامی کمپنی»
  private void named(Sentence s, List<Span> out) {
    int at = UrduNames.first(s, NAMED, 0, s.size());
    if (at > 0) {
      Span span = UrduHeads.trimmed(s, UrduNames.start(s, 0, at), at);
      if (span != null) {
        UrduNames.add(out, span);
      }
    }
  }

  /// «ٹھیکہ، جو الحمد سروس کے پاس تھا، منسوخ کر دیا»
  private static void holder(Sentence s, int to, List<Span> out) {
    for (int i = 1; i < to; i++) {
      if (s.key(i).equals(AT) && UrduNames.GENITIVES.contains(s.key(i - 1))) {
        UrduNames.conjuncts(s, UrduNames.start(s, 0, i - 1), i - 1, out);
      }
    }
  }

  /// «پاکستان کی جانب سے … نے اور چین کی طرف سے … نے دستخط کیے»
  private void onBehalf(Sentence s, int to, List<Span> out) {
    for (int i = 2; i < to; i++) {
      if (s.is("behalf", i) && UrduNames.GENITIVES.contains(s.key(i - 1))) {
        int start = UrduNames.start(s, 0, i - 1);
        if (s.key(start).equals(UrduNames.AND)) {
          start++;
        }
        boolean bare = start == i - 2 && s.is("rep", start);
        UrduNames.conjuncts(s, bare ? i + 2 : start, bare ? nextCut(s, i + 2, to) : i - 1, out);
      }
    }
  }

  /// «حکومت کی طرف سے اقتصادی امور ڈویژن کے سیکریٹری اور …»: the office that signs for it.
  private static int nextCut(Sentence s, int from, int to) {
    int i = from;
    while (i < to && !s.key(i).equals(UrduNames.AND) && !s.is("bound", i)) {
      i++;
    }
    return i;
  }

  /// «X کے حوالے»
  private void handedTo(Sentence s, int from, Hit act, List<Span> out) {
    int end = UrduNames.GENITIVES.contains(s.key(act.from())) ? act.from() : act.from() - 1;
    if (end > from && UrduNames.GENITIVES.contains(s.key(end))) {
      UrduNames.conjuncts(s, afterGoods(s, UrduNames.start(s, from, end), end), end, out);
    }
  }

  /// «دو ہزار خیمے اور 60 بسیں پنجاب ٹرانسپورٹ کمپنی کے سپرد»: what is handed over is counted
  /// before whom it goes to.
  private static int afterGoods(Sentence s, int from, int end) {
    int start = from;
    for (int i = from; i + 2 < end; i++) {
      if (!s.word(i).isNumber()) {
        continue;
      }
      for (int goods = i + 1; goods + 1 < end && goods - i <= MOST_GOODS_WORDS; goods++) {
        if (s.key(goods).matches(".+(?:یں|یاں|ات|ے)")) {
          start = goods + 1;
          break;
        }
      }
    }
    return start;
  }

  private void companions(Sentence s, int from, int to, List<Span> out) {
    for (int i = from; i < to; i++) {
      boolean companion = s.key(i).equals(WITH) && !s.key(i + 1).equals(JUST);
      if (companion && UrduNames.GENITIVES.contains(s.key(i - 1))) {
        UrduNames.conjuncts(s, UrduNames.start(s, from, i - 1), i - 1, out);
      }
    }
  }

  private void between(Sentence s, int from, int to, List<Span> out) {
    for (int i = from + 1; i < to; i++) {
      boolean here = s.key(i).equals(BETWEEN) || s.key(i).equals(BETWIXT);
      if (here && UrduNames.GENITIVES.contains(s.key(i - 1))) {
        int start = UrduNames.start(s, from, i - 1);
        if (UrduNames.contains(s, UrduNames.AND, start, i - 1)) {
          UrduNames.conjuncts(s, start, i - 1, out);
          return;
        }
      }
    }
  }

  /// «الف اور ب میں اتفاق ہو گیا»
  private void sides(Sentence s, int from, int to, List<Span> out) {
    for (int i = to - 1; i > from; i--) {
      if (s.key(i).equals(IN)) {
        int start = UrduNames.start(s, from, i);
        if (UrduNames.contains(s, UrduNames.AND, start, i)) {
          List<Span> found = new ArrayList<>();
          UrduNames.conjuncts(s, start, i, found);
          if (found.size() > 1
              && found.stream().anyMatch(span -> UrduNames.isLikelyParty(s, span))) {
            out.addAll(found);
          }
          return;
        }
      }
    }
  }

  private void fromWhom(Sentence s, int from, int to, List<Span> out) {
    for (int i = from; i < to; i++) {
      if (s.key(i).equals(FROM)) {
        List<Span> found = new ArrayList<>();
        UrduNames.conjuncts(s, UrduNames.start(s, from, i), i, found);
        for (Span span : found) {
          if (UrduNames.isLikelyParty(s, span) && !s.has("market", s.wordAt(span.start()), i)) {
            UrduNames.add(out, span);
          }
        }
        if (out.size() > 1) {
          return;
        }
      }
    }
  }
}
