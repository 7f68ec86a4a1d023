package org.tabadla.understand.acts;

import java.util.ArrayList;
import java.util.List;
import org.tabadla.model.Span;
import org.tabadla.understand.acts.Lexicon.Hit;

/// Where an Urdu sentence names those who act besides the doer: before «کے ساتھ», «سے», «کے
/// درمیان», «کی جانب سے», «کا معاہدہ». Each finder adds to the list it is given, no name twice.
final class UrduSides {
  private static final String AGENT = "نے";
  private static final String WITH = "ساتھ";
  private static final String BETWEEN = "درمیان";
  private static final String BETWIXT = "مابین";
  private static final int MOST_SUBJECT_WORDS = 7;
  private static final int MOST_BETWEEN_WORDS = 4;
  private static final String OF = "کا";
  private static final String THAT = "کہ";
  private static final String AT = "پاس";
  private static final String IN = "میں";
  private static final String FROM = "سے";
  private static final String NAMED = "نامی";
  private static final String JUST = "ہی"; // «کے ساتھ ہی»: at the same time

  private UrduSides() {}

  /// «… خبروں کی تردید کر دی ہے کہ افغانستان نے معاہدے پر دستخط کیے ہیں»
  static void alleged(Sentence s, int denial, List<Span> out) {
    int that = UrduNames.first(s, THAT, denial, s.size());
    int agent = that < 0 ? -1 : UrduNames.first(s, AGENT, that, s.size());
    if (agent > that + 1 && that >= 0 && UrduNames.start(s, that + 1, agent) == that + 1) {
      UrduNames.conjuncts(s, that + 1, agent, out);
    }
  }

  /// «وہ معاہدہ نافذ ہو گیا جس پر الف اور ب نے مارچ میں دستخط کیے تھے»
  static void ofWhich(Sentence s, int act, List<Span> out) {
    int which = act;
    while (which < s.size() && !s.is("on-which.bare", which)) {
      which++;
    }
    int agent = UrduNames.first(s, AGENT, which, s.size());
    if (agent > which + 1) {
      UrduNames.conjuncts(s, UrduNames.start(s, which + 1, agent), agent, out);
    }
  }

  /// «الف اور ب کا معاہدہ ختم ہو گیا»
  static void owners(Sentence s, int from, int to, List<Span> out) {
    for (int i = from + 1; i < to; i++) {
      int genitive = s.is("instrument", i) ? genitiveBefore(s, i, from) : -1;
      if (genitive > 0) {
        int start = UrduNames.start(s, from, genitive);
        if (UrduNames.contains(s, UrduNames.AND, start, genitive)) {
          UrduNames.conjuncts(s, start, genitive, out);
        }
        return;
      }
    }
  }

  /// «پاکستان اور کرغزستان کا حوالگی ملزمان معاہدہ»: a few words may stand between.
  static int genitiveBefore(Sentence s, int paper, int from) {
    for (int i = paper - 1; i > Math.max(from, paper - MOST_BETWEEN_WORDS); i--) {
      if (UrduNames.GENITIVES.contains(s.key(i))) {
        return i;
      }
    }
    return -1;
  }

  /// «بلدیہ نے کمپنی الف کا ٹھیکہ منسوخ کر دیا»
  static void owner(Sentence s, int from, int to, List<Span> out) {
    for (int i = from + 2; i < to; i++) {
      int genitive = s.is("instrument", i) ? genitiveBefore(s, i, from) : -1;
      if (genitive > 0) {
        List<Span> found = new ArrayList<>();
        UrduNames.conjuncts(s, UrduNames.start(s, from, genitive), genitive, found);
        found.stream()
            .filter(span -> UrduNames.isLikelyParty(s, span))
            .forEach(span -> UrduNames.add(out, span));
        return;
      }
    }
  }

  /// «آغا خان فاؤنڈیشن کے تعمیر کردہ بجلی گھر», «بینک کے تعاون سے»
  static void makers(Sentence s, int to, List<Span> out) {
    for (int i = 2; i < to; i++) {
      if (s.is("made-by", i) && UrduNames.GENITIVES.contains(s.key(i - 1))) {
        UrduNames.conjuncts(s, UrduNames.start(s, 0, i - 1), i - 1, out);
      }
    }
  }

  /// «… کی مدت ختم ہو گئی اور محکمہ ٹرانسپورٹ نے توسیع نہیں کی»
  static void whoLetItGo(Sentence s, int from, List<Span> out) {
    int agent = UrduNames.first(s, AGENT, from, s.size());
    if (agent > from) {
      UrduNames.conjuncts(s, UrduNames.start(s, from, agent), agent, out);
    }
  }

  /// «وزیر صحت سے عالمی ادارے کی نمائندہ نے ملاقات کی جس میں … زیر بحث آئے»
  static void talkers(Sentence s, int to, List<Span> out) {
    int agent = UrduNames.first(s, AGENT, 0, to);
    if (agent > 0) {
      UrduNames.conjuncts(s, UrduNames.start(s, 0, agent), agent, out);
      for (int i = 1; i < to && out.size() < 2; i++) {
        if (s.key(i).equals(FROM) && !s.is("about", i + 1)) {
          UrduNames.conjuncts(s, UrduNames.start(s, 0, i), i, out);
        }
      }
    }
  }

  /// «الف نے کہا کہ اس نے … دستخط کیے»: who says so of itself.
  static void speaker(Sentence s, int clause, List<Span> out) {
    int agent = UrduNames.last(s, AGENT, 0, clause);
    if (agent > 0) {
      UrduNames.conjuncts(s, UrduNames.start(s, 0, agent), agent, out);
    }
  }

  /// «بہاولپور میوزیم کا برٹش لائبریری کے ساتھ معاہدہ ہو گیا»
  static void whose(Sentence s, int from, int to, List<Span> out) {
    int of = UrduNames.first(s, OF, from + 1, Math.min(to, s.wordAt(out.getFirst().start()) + 1));
    if (of > 0) {
      UrduNames.conjuncts(s, UrduNames.start(s, from, of), of, out);
    }
  }

  /// «الف ایسوسی ایشن اور ب بورڈ کٹوتی گھٹانے پر رضامند ہو گئے»: the second name ends at its last
  /// word for a body.
  static void subjects(Sentence s, Hit act, int from, int to, List<Span> out) {
    int and = UrduNames.first(s, UrduNames.AND, from + 1, to);
    if (and < 0) {
      return;
    }
    int start = UrduNames.start(s, from, and);
    int end = -1;
    int i = and + 1;
    for (; i < Math.min(to, and + MOST_SUBJECT_WORDS) && !s.is("bound", i); i++) {
      end = s.is("org", i) && !s.is("rep", i) ? i + 1 : end;
    }
    boolean agreed = act.label().equals("act.agreed") && i == to && to > and + 1;
    if (agreed && !UrduNames.GENITIVES.contains(s.key(to - 1))) {
      UrduNames.conjuncts(s, start, to, out); // «… کے فارمولے پر سندھ اور پنجاب متفق ہو گئے»
    } else if (end > 0 && start <= from + 2) {
      UrduNames.conjuncts(s, start, end, out);
    }
  }

  /// «چین کی کمپنی الف کی پہلی کھیپ پہنچ گئی»
  static void firstOf(Sentence s, int from, int to, List<Span> out) {
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
  static void visited(Sentence s, int from, int to, List<Span> out) {
    for (int i = from + 2; i < to; i++) {
      if (s.is("visit", i) && UrduNames.GENITIVES.contains(s.key(i - 1))) {
        List<Span> found = new ArrayList<>();
        UrduNames.conjuncts(s, UrduNames.start(s, from, i - 1), i - 1, found);
        // One talks with a country on a tour of it, but not with the hospital that one tours.
        boolean tour = found.size() == 1 && s.is("tour", i) && !s.hasCountry(found.getFirst());
        found.stream().filter(span -> !tour).forEach(span -> UrduNames.add(out, span));
      }
    }
  }

  /// «الف کے حکام نے تصدیق کی کہ ب کے ساتھ معاہدہ غیر مؤثر ہو گیا»
  static void confirmer(Sentence s, int clause, List<Span> out) {
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
  static void named(Sentence s, List<Span> out) {
    int at = UrduNames.first(s, NAMED, 0, s.size());
    if (at > 0) {
      Span span = UrduHeads.trimmed(s, UrduNames.start(s, 0, at), at);
      if (span != null) {
        UrduNames.add(out, span);
      }
    }
  }

  /// «ٹھیکہ، جو الحمد سروس کے پاس تھا، منسوخ کر دیا»
  static void holder(Sentence s, int to, List<Span> out) {
    for (int i = 1; i < to; i++) {
      if (s.key(i).equals(AT) && UrduNames.GENITIVES.contains(s.key(i - 1))) {
        UrduNames.conjuncts(s, UrduNames.start(s, 0, i - 1), i - 1, out);
      }
    }
  }

  /// «پاکستان کی جانب سے … نے اور چین کی طرف سے … نے دستخط کیے»
  static void onBehalf(Sentence s, int to, List<Span> out) {
    for (int i = 2; i < to; i++) {
      if (s.is("behalf", i) && UrduNames.GENITIVES.contains(s.key(i - 1))) {
        int start = UrduNames.start(s, 0, i - 1);
        int and = out.isEmpty() ? -1 : UrduNames.last(s, UrduNames.AND, start, i - 1);
        start = and >= start ? and + 1 : start; // «… جانب سے گورنر اور الف کی جانب سے»
        boolean bare = start == i - 2 && s.is("rep", start);
        UrduNames.conjuncts(s, bare ? i + 2 : start, bare ? nextCut(s, i + 2, to) : i - 1, out);
      }
    }
  }

  /// «حکومت کی طرف سے اقتصادی امور ڈویژن کے سیکریٹری اور …»: the office that signs for it.
  static int nextCut(Sentence s, int from, int to) {
    int i = from;
    while (i < to && !s.key(i).equals(UrduNames.AND) && !s.is("bound", i)) {
      i++;
    }
    return i;
  }

  /// «ضلعی انتظامیہ سے مذاکرات کے بعد ماہی گیر اتحاد نے …»
  static void fromTalks(Sentence s, int from, int to, List<Span> out) {
    for (int i = from + 1; i < to; i++) {
      if (s.key(i).equals(FROM) && isNextToPact(s, i)) {
        UrduNames.conjuncts(s, UrduNames.start(s, from, i), i, out);
      }
    }
  }

  static void companions(Sentence s, int from, int to, List<Span> out) {
    for (int i = from; i < to; i++) {
      boolean with = s.key(i).equals(WITH) && !s.key(i + 1).equals(JUST);
      boolean companion = with || s.is("invited", i); // «الف کی دعوت پر»
      if (companion && UrduNames.GENITIVES.contains(s.key(i - 1))) {
        UrduNames.conjuncts(s, UrduNames.start(s, from, i - 1), i - 1, out);
      }
    }
  }

  static void between(Sentence s, int from, int to, List<Span> out) {
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
  static void sides(Sentence s, Hit act, int from, int to, List<Span> out) {
    for (int i = to - 1; i > from; i--) {
      if (s.key(i).equals(IN)) {
        int start = UrduNames.start(s, from, i);
        if (UrduNames.contains(s, UrduNames.AND, start, i)) {
          List<Span> found = new ArrayList<>();
          UrduNames.conjuncts(s, start, i, found);
          long likely = found.stream().filter(span -> UrduNames.isLikelyParty(s, span)).count();
          // What is talked of stands so as well: «غزہ کی صورتحال اور خطے میں امن پر تبادلہ خیال»
          boolean all = !act.label().equals("act.discussed") || likely == found.size();
          if (found.size() > 1 && likely > 0 && all) {
            out.addAll(found);
          }
          return;
        }
      }
    }
  }

  static void fromWhom(Sentence s, int from, int to, List<Span> out) {
    for (int i = from; i < to; i++) {
      if (s.key(i).equals(FROM)) {
        List<Span> found = new ArrayList<>();
        UrduNames.conjuncts(s, UrduNames.start(s, from, i), i, found);
        boolean pact = isNextToPact(s, i);
        for (Span span : found) {
          boolean likely = pact || UrduNames.isLikelyParty(s, span);
          if (likely && !s.has("market", s.wordAt(span.start()), i)) {
            UrduNames.add(out, span);
          }
        }
        if (out.size() > 1) {
          return;
        }
      }
    }
  }

  /// «الف سے معاہدہ کر لیا», «الف سے کیا گیا معاہدہ»
  static boolean isNextToPact(Sentence s, int from) {
    int i = from + 1;
    while (i < from + MOST_BETWEEN_WORDS - 1 && s.is("made", i)) {
      i++;
    }
    return s.is("pact", i);
  }
}
