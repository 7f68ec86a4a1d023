package org.tabadla.understand.acts;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.tabadla.language.Concepts;
import org.tabadla.model.Span;
import org.tabadla.understand.acts.Lexicon.Hit;

/// Urdu: the doer stands before «نے», companions before «کے ساتھ» or «سے», two sides before «کے
/// درمیان»; of «چین کے سفیر» the party is China, of «چین کی کمپنی الف» it is الف.
final class UrduSyntax implements Syntax {
  private static final int MOST_PARTY_WORDS = 9;

  private static final int DATELINE_WORDS = 3;

  private static final String AGENT = "نے";
  private static final String AND = "اور";
  private static final String WITH = "ساتھ";
  private static final String BETWEEN = "درمیان";
  private static final String BETWIXT = "مابین";
  private static final String IN = "میں";
  private static final String FROM = "سے";
  private static final String DONE = "کر";
  private static final String NAMED = "نامی";
  private static final String INCLUDING = "سمیت";
  private static final String FOR = "برائے";
  private static final String OF_ENGLISH = "آف";
  private static final List<String> GENITIVES = Genitives.URDU;
  private static final String STOPS = ":؛۔";
  private static final String SEPARATORS = "،,";
  private static final String EDGES = "’‘'\"“”«»()؟[]–—-";

  @Override
  public int clauseStart(Sentence s, Hit act) {
    for (int i = act.from() - 1; i >= 0; i--) {
      if (s.is("clause", i) || s.key(i).equals(":")) {
        return i + 1;
      }
    }
    return 0;
  }

  @Override
  public List<Span> parties(Sentence s, Hit act, boolean denial) {
    int clause = denial ? 0 : clauseStart(s, act);
    List<Span> out = new ArrayList<>();
    int agent = denial ? first(s, AGENT, 0, act.from()) : last(s, AGENT, clause, act.from());
    if (agent >= 0) {
      conjuncts(s, start(s, clause, agent), agent, out);
    }
    int from = agent < 0 ? clause : agent + 1;
    int to = denial ? s.size() : act.from();
    if (act.label().equals("act.signed")) {
      List<Span> sides = new ArrayList<>();
      onBehalf(s, act.from(), sides);
      if (sides.size() > 1) {
        return sides;
      }
    }
    companions(s, from, to, out);
    switch (act.label()) {
      case "act.announced", "act.proposed", "act.delivering" -> {
        // one side acts; places stand «between» as well
      }
      case "act.delivered" -> handedTo(s, from, act, out);
      case "act.lapsed", "act.cancelled" -> {
        further(s, agent, clause, from, to, out);
        if (out.size() < 2) {
          confirmer(s, clause, out);
          named(s, out);
        }
      }
      default -> further(s, agent, clause, from, to, out);
    }
    return out;
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
    if (out.isEmpty()) {
      visited(s, 0, to, out);
    }
  }

  /// «بیلاروس کے دورے میں چھ معاہدوں پر دستخط ہوئے»
  private void visited(Sentence s, int from, int to, List<Span> out) {
    for (int i = from + 2; i < to; i++) {
      if (s.is("visit", i) && GENITIVES.contains(s.key(i - 1))) {
        conjuncts(s, start(s, from, i - 1), i - 1, out);
      }
    }
  }

  /// «الف کے حکام نے تصدیق کی کہ ب کے ساتھ معاہدہ غیر مؤثر ہو گیا»
  private void confirmer(Sentence s, int clause, List<Span> out) {
    int agent = first(s, AGENT, 0, clause);
    if (agent > 0) {
      List<Span> found = new ArrayList<>();
      conjuncts(s, start(s, 0, agent), agent, found);
      found.addAll(out);
      out.clear();
      found.forEach(span -> add(out, span));
    }
  }

  /// «سرحد انفرا نامی کمپنی»
  private void named(Sentence s, List<Span> out) {
    int at = first(s, NAMED, 0, s.size());
    if (at > 0) {
      Span span = trimmed(s, start(s, 0, at), at);
      if (span != null) {
        add(out, span);
      }
    }
  }

  /// «پاکستان کی جانب سے … نے اور چین کی طرف سے … نے دستخط کیے»
  private void onBehalf(Sentence s, int to, List<Span> out) {
    for (int i = 2; i < to; i++) {
      if (s.is("behalf", i) && GENITIVES.contains(s.key(i - 1))) {
        int start = start(s, 0, i - 1);
        if (s.key(start).equals(AND)) {
          start++;
        }
        conjuncts(s, start, i - 1, out);
      }
    }
  }

  /// «X کے حوالے»
  private void handedTo(Sentence s, int from, Hit act, List<Span> out) {
    int end = act.from() - 1;
    if (end > from && GENITIVES.contains(s.key(end))) {
      conjuncts(s, start(s, from, end), end, out);
    }
  }

  private void companions(Sentence s, int from, int to, List<Span> out) {
    for (int i = from; i < to; i++) {
      if (s.key(i).equals(WITH) && GENITIVES.contains(s.key(i - 1))) {
        conjuncts(s, start(s, from, i - 1), i - 1, out);
      }
    }
  }

  private void between(Sentence s, int from, int to, List<Span> out) {
    for (int i = from + 1; i < to; i++) {
      boolean here = s.key(i).equals(BETWEEN) || s.key(i).equals(BETWIXT);
      if (here && GENITIVES.contains(s.key(i - 1))) {
        int start = start(s, from, i - 1);
        if (contains(s, AND, start, i - 1)) {
          conjuncts(s, start, i - 1, out);
          return;
        }
      }
    }
  }

  /// «الف اور ب میں اتفاق ہو گیا»
  private void sides(Sentence s, int from, int to, List<Span> out) {
    for (int i = to - 1; i > from; i--) {
      if (s.key(i).equals(IN)) {
        int start = start(s, from, i);
        if (contains(s, AND, start, i)) {
          List<Span> found = new ArrayList<>();
          conjuncts(s, start, i, found);
          if (found.size() > 1 && found.stream().anyMatch(span -> isLikelyParty(s, span))) {
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
        conjuncts(s, start(s, from, i), i, found);
        for (Span span : found) {
          if (isLikelyParty(s, span) && !s.has("market", s.wordAt(span.start()), i)) {
            add(out, span);
          }
        }
        if (out.size() > 1) {
          return;
        }
      }
    }
  }

  /// A country, an organisation of the tables, or a stretch with a word for one.
  private boolean isLikelyParty(Sentence s, Span span) {
    int from = s.wordAt(span.start());
    int to = s.wordAt(span.end());
    if (s.has("org", from, to) || (from > 0 && s.is("type", from - 1))) {
      return true;
    }
    return Concepts.in(span.of(s.text()), s.lang()).stream()
        .anyMatch(m ->
            m.span().length() == span.length()
                && (m.concept().startsWith("country:") || m.concept().startsWith("org:")));
  }

  private static int first(Sentence s, String key, int from, int to) {
    for (int i = from; i < to; i++) {
      if (s.key(i).equals(key)) {
        return i;
      }
    }
    return -1;
  }

  private static int last(Sentence s, String key, int from, int to) {
    for (int i = to - 1; i >= from; i--) {
      if (s.key(i).equals(key)) {
        return i;
      }
    }
    return -1;
  }

  private static boolean contains(Sentence s, String key, int from, int to) {
    return first(s, key, from, to) >= 0;
  }

  /// @return where the noun phrase begins that ends before a word
  private static int start(Sentence s, int from, int end) {
    int i = end;
    while (i > from && !s.is("bound", i - 1) && !isStop(s.key(i - 1))) {
      int open = s.key(i - 1).equals(")") ? opened(s, i - 1) : i - 1;
      if (open < 0) {
        return i;
      }
      i = Math.max(from, open);
    }
    return i;
  }

  /// «(NRTA)» belongs to the name before it, «بیجنگ (نیوز ڈیسک)» to nobody.
  private static int opened(Sentence s, int close) {
    for (int i = close; i > Math.max(DATELINE_WORDS, close - MOST_PARTY_WORDS); i--) {
      if (s.key(i).equals("(")) {
        return i;
      }
    }
    return -1;
  }

  private static boolean isStop(String key) {
    return STOPS.contains(key);
  }

  private void conjuncts(Sentence s, int from, int to, List<Span> out) {
    int start = from;
    for (int i = from; i <= to; i++) {
      boolean cut = i == to || s.key(i).equals(AND) || SEPARATORS.contains(s.key(i));
      if (cut) {
        Span name = i > start ? name(s, start, i) : null;
        if (name != null) {
          add(out, name);
        }
        start = i + 1;
      }
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

  private @Nullable Span name(Sentence s, int start, int end) {
    int from = start;
    int to = end;
    int including = first(s, INCLUDING, from, to);
    to = including > from ? including : to;
    while (from < to && isEdge(s, from)) {
      from++;
    }
    if (GENITIVES.contains(s.key(from)) && s.key(from - 1).equals(DONE)) {
      from++; // «مکمل کر کے», but «کے الیکٹرک»
    }
    while (to > from && EDGES.contains(s.key(to - 1))) {
      to--;
    }
    if (from >= to || s.is("others", from) || s.is("pronoun", from)) {
      return null;
    }
    return head(s, from, to);
  }

  private static boolean isEdge(Sentence s, int i) {
    return EDGES.contains(s.key(i)) || (s.is("day", i) && !s.is("org", i + 1));
  }

  private @Nullable Span head(Sentence s, int from, int to) {
    int last = from;
    for (int i = from + 1; i < to - 1; i++) {
      if (GENITIVES.contains(s.key(i))) {
        last = i + 1;
      }
    }
    if (last > from && isOffice(s, last, to)) {
      return owner(s, from, last - 1);
    }
    return trimmed(s, last, to);
  }

  /// «سیکریٹری تجارت», «مقامی سربراہ»
  private static boolean isOffice(Sentence s, int from, int to) {
    if (s.is("rep", from)) {
      return true;
    }
    return from + 1 < to && s.is("rep", from + 1) && !s.has("org", from, to);
  }

  /// Of «پاکستان کے ہوابازی کے اداروں» the country, else what stands next to the office.
  private @Nullable Span owner(Sentence s, int from, int to) {
    int first = first(s, GENITIVES.get(0), from + 1, to);
    if (first < 0) {
      first = first(s, GENITIVES.get(1), from + 1, to);
    }
    if (first > from && !s.has("org", first + 1, to)) {
      Span span = s.span(from, first);
      boolean known =
          Concepts.in(span.of(s.text()), s.lang()).stream()
              .anyMatch(m -> m.span().length() == span.length());
      return known
          ? span
          : trimmed(
              s,
              Math.max(last(s, GENITIVES.get(0), from, to), last(s, GENITIVES.get(1), from, to))
                  + 1,
              to);
    }
    return trimmed(s, Math.max(from, first + 1), to);
  }

  /// Without the words that only say what a name is: «ترک کمپنی ارس یاپی» is ارس یاپی.
  private static @Nullable Span trimmed(Sentence s, int start, int end) {
    int from = start;
    int to = s.key(end - 1).equals(")") ? Math.max(start, last(s, "(", start, end)) : end;
    int named = first(s, NAMED, from, to);
    if (named > from) {
      to = named;
    }
    if (s.is("tier", from) && s.is("ministry", from + 1)) {
      from++;
    }
    for (int i = from; i < to - 1; i++) {
      boolean apposed =
          s.is("type", i) && !s.key(i + 1).equals(FOR) && !s.key(i + 1).equals(OF_ENGLISH);
      if (apposed && i - from < 4 && !s.is("type", i + 1)) {
        from = i + 1;
      }
    }
    while (from < to && EDGES.contains(s.key(from))) {
      from++;
    }
    while (to > from && EDGES.contains(s.key(to - 1))) {
      to--;
    }
    return from >= to || to - from > MOST_PARTY_WORDS ? null : s.span(from, to);
  }
}
