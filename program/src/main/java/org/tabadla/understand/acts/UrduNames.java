package org.tabadla.understand.acts;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.tabadla.language.Concepts;
import org.tabadla.model.Span;

/// Urdu noun phrases that name parties: where one begins, where a list is parted, what of it is the
/// name and what only says what it is.
final class UrduNames {
  private static final int MOST_PARTY_WORDS = 10;
  private static final int DATELINE_WORDS = 3;
  private static final int MOST_DESCRIBING_WORDS = 4;

  static final String AND = "اور";
  private static final String AND_OF_COMPOUNDS = "و";
  private static final String DONE = "کر";
  private static final String NAMED = "نامی";
  private static final String INCLUDING = "سمیت";
  private static final String FOR = "برائے";
  private static final String OF_ENGLISH = "آف";
  static final List<String> GENITIVES = Genitives.URDU;
  private static final String STOPS = ":؛۔";
  private static final String SEPARATORS = "،,";
  private static final String EDGES = "’‘'\"“”«»()؟[]–—-";

  private UrduNames() {}

  /// A country, an organisation of the tables, or a stretch with a word for one.
  static boolean isLikelyParty(Sentence s, Span span) {
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

  static int first(Sentence s, String key, int from, int to) {
    for (int i = from; i < to; i++) {
      if (s.key(i).equals(key)) {
        return i;
      }
    }
    return -1;
  }

  static int last(Sentence s, String key, int from, int to) {
    for (int i = to - 1; i >= from; i--) {
      if (s.key(i).equals(key)) {
        return i;
      }
    }
    return -1;
  }

  static boolean contains(Sentence s, String key, int from, int to) {
    return first(s, key, from, to) >= 0;
  }

  /// @return where the noun phrase begins that ends before a word
  static int start(Sentence s, int from, int end) {
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

  static void conjuncts(Sentence s, int from, int to, List<Span> out) {
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

  static void add(List<Span> out, Span span) {
    for (Span known : out) {
      if (known.start() < span.end() && span.start() < known.end()) {
        return;
      }
    }
    out.add(span);
  }

  private static @Nullable Span name(Sentence s, int start, int end) {
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

  private static @Nullable Span head(Sentence s, int from, int to) {
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
  private static @Nullable Span owner(Sentence s, int from, int to) {
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
  static @Nullable Span trimmed(Sentence s, int start, int end) {
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
