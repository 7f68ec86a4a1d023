package org.tabadla.understand.acts;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.tabadla.language.Concepts;
import org.tabadla.model.Figure;
import org.tabadla.model.Span;
import org.tabadla.understand.acts.Lexicon.Hit;

/// Urdu noun phrases that name parties: where one begins, where a list is parted, what of it is the
/// name and what only says what it is.
final class UrduNames {
  private static final int MOST_PARTY_WORDS = 10;
  private static final String NAMED = "نامی";
  private static final String BALL = "بال";
  private static final String OBLIQUE_PLURAL = "وں";

  static final String AND = "اور";
  private static final String AND_OF_COMPOUNDS = "و";
  private static final String DONE = "کر";
  private static final String INCLUDING = "سمیت";
  private static final String FOR = "برائے";
  private static final String IN = "میں";
  private static final String FROM = "سے";
  static final List<String> GENITIVES = Genitives.URDU;
  private static final String STOPS = ":؛۔";
  private static final String SEPARATORS = "،,";
  private static final String OPENING = "‘’“\"«";
  private static final String CLOSING = "’‘”\"»";
  static final String EDGES = "’‘'\"“”«»()؟[]–—-";

  private UrduNames() {}

  /// A country, an organisation of the tables, or a stretch with a word for one.
  static boolean isLikelyParty(Sentence s, Span span) {
    int from = s.wordAt(span.start());
    int to = s.wordAt(span.end());
    if (s.has("org", from, to) || (from > 0 && s.is("type", from - 1))) {
      return true;
    }
    if (from > 1
        && GENITIVES.contains(s.key(from - 1))
        && UrduHeads.isPlaceAlone(s, from - 2, from - 1)) {
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
    int quoted = opened(s, from, end);
    int i = quoted < 0 ? end : quoted;
    while (i > from && !isBound(s, i, end) && !isStop(s.key(i - 1))) {
      int open = s.key(i - 1).equals(")") ? opened(s, i - 1) : i - 1;
      if (CLOSING.contains(s.key(i - 1)) && opened(s, from, i) >= 0) {
        open = opened(s, from, i); // «’صحت سب کے لیے‘ نامی تنظیم»
      }
      if (open < 0) {
        return i;
      }
      i = Math.max(from, open);
    }
    return i;
  }

  /// «’ہاتھ سے ہاتھ‘ نے»: what stands in quotation marks is one name.
  private static int opened(Sentence s, int from, int end) {
    if (end <= from || !CLOSING.contains(s.key(end - 1))) {
      return -1;
    }
    for (int i = end - 2; i >= Math.max(from, end - MOST_PARTY_WORDS); i--) {
      if (OPENING.contains(s.key(i))) {
        return i;
      }
    }
    return -1;
  }

  /// A finite verb ends what was said before only where a mark or a small word follows: «ہانگ ہے
  /// ہیوی» is a name.
  private static boolean isBound(Sentence s, int i, int end) {
    if (!s.is("bound", i - 1) || isPassed(s, i)) {
      return false;
    }
    boolean inName = i < end && s.is("final", i - 1) && !s.word(i).isMark();
    return !inName || s.is("clause", i) || s.key(i).equals(AND) || s.is("type", i);
  }

  /// «کازان میں واقع ادارے»: the place only describes.
  private static boolean isPassed(Sentence s, int i) {
    String key = s.key(i - 1);
    return (key.equals(IN) || key.equals(FROM)) && s.is("located", i);
  }

  /// «ہالینڈ سے تعلق رکھنے والے کوچ روئیل فان ہوفن» is somebody of that name.
  private static boolean isNamed(Sentence s, Hit located, int to) {
    return located.label().equals("which") && !s.is("rep", to - 1);
  }

  /// «(NRTA)» belongs to the name before it.
  private static int opened(Sentence s, int close) {
    for (int i = close; i > Math.max(0, close - MOST_PARTY_WORDS); i--) {
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
      if (i == to || (isCut(s, i) && !goesOn(s, start, i, to))) {
        Span name = i > start ? name(s, start, i) : null;
        if (name != null) {
          add(out, start > from ? closed(s, name) : name);
        }
        start = i + 1;
      }
    }
  }

  /// «سپین زئی اور ماندل خیل قبائل»: one word for all of them stands last, but «چین کے ادارے».
  private static Span closed(Sentence s, Span name) {
    int from = s.wordAt(name.start());
    int last = s.wordAt(name.end()) - 1;
    boolean all = last > from && s.is("all-of", last);
    for (int i = from; all && i < last; i++) {
      all = !GENITIVES.contains(s.key(i));
    }
    return all ? s.span(from, last) : name;
  }

  private static boolean isCut(Sentence s, int i) {
    return s.key(i).equals(AND) || SEPARATORS.contains(s.key(i));
  }

  /// «وزارت منصوبہ بندی، ترقی و خصوصی اقدامات» is one ministry: what follows are fields of work.
  private static boolean goesOn(Sentence s, int start, int cut, int to) {
    if (!s.has("ministry", start, cut) && !contains(s, FOR, start, cut)) {
      return false;
    }
    int end = cut + 1;
    boolean fields = true;
    while (end < to && !isCut(s, end)) {
      fields &= s.is("field", end) || s.key(end).equals(AND_OF_COMPOUNDS);
      end++;
    }
    if (end == cut + 1 || s.has("org", cut + 1, end) || s.has("ministry", cut + 1, end)) {
      return false;
    }
    return fields || (!s.key(cut).equals(AND) && contains(s, AND_OF_COMPOUNDS, cut + 1, end));
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
    Hit located = located(s, from, to);
    if (located != null) {
      boolean rep = s.is("rep", located.to()) && !isNamed(s, located, to);
      boolean bare = located.to() >= to || rep;
      to = bare ? located.from() - 1 : to;
      from = bare ? from : located.to();
    }
    to = withoutBracket(s, from, to);
    int titled = first(s, NAMED, from, to);
    Span quoted = quoted(s, from, titled > from ? titled : to); // «’صحت سب کے لیے‘ نامی تنظیم»
    if (quoted != null) {
      return quoted;
    }
    from = begin(s, from, to);
    to = finish(s, from, to);
    if (from >= to || isNoName(s, from, to)) {
      return null;
    }
    return UrduHeads.head(s, from, to);
  }

  /// After what only leads to the name: «یعنی», a sum, a paper, «60 رکنی», «وہ».
  private static int begin(Sentence s, int start, int to) {
    Hit that = s.last("that-is", start, to);
    int from = afterSum(s, that == null ? start : that.to(), to);
    while (from < to && isEdge(s, from)) {
      from = Math.max(from + 1, Math.max(s.endAt("instrument", from), s.endAt("lead", from)));
    }
    if (s.is("members", from + 1)) {
      from += 2; // «60 رکنی گرینڈ جرگے»
    }
    if (GENITIVES.contains(s.key(from)) && s.key(from - 1).equals(DONE)) {
      from++; // «مکمل کر کے», but «کے الیکٹرک»
    }
    if (s.is("speaker.bare", from) && to - from > 1) {
      from++; // «کہ وہ اسکرین ون کے ساتھ …»
    }
    return from;
  }

  /// Before a day, before one of many («کراچی پورٹ ایک نجی کمپنی کو …»), before closing marks.
  ///
  /// @return `from` where no name is left
  private static int finish(Sentence s, int from, int end) {
    int to = beforeDay(s, from, end);
    Hit one = s.first("one", Math.min(from + 1, to), to);
    if (one != null) {
      to = GENITIVES.contains(s.key(one.from() - 1)) ? from : one.from();
    }
    while (to > from && EDGES.contains(s.key(to - 1))) {
      to--;
    }
    return to;
  }

  /// «نو کروڑ ڈالر پختونخوا انرجی آرگنائزیشن کے کھاتے میں»
  static int afterSum(Sentence s, int from, int to) {
    int offset = from < to ? s.word(from).start() - s.span().start() : -1;
    for (Figure figure : s.numbers()) {
      if (figure.start() == offset && figure.kind() == Figure.Kind.MONEY) {
        return Math.min(to, s.wordAt(s.span().start() + figure.end()));
      }
    }
    return from;
  }

  /// «سندھی لینگویج اتھارٹی جمعرات کے اجلاس میں»
  private static int beforeDay(Sentence s, int from, int to) {
    for (int i = from + 2; i < to; i++) {
      if (s.is("weekday", i) && GENITIVES.contains(s.key(i + 1))) {
        return i;
      }
    }
    return to;
  }

  private static boolean isNoName(Sentence s, int from, int to) {
    boolean bare = to - from == 1 && s.is("bare", from);
    boolean others = s.is("others", from) || (isPlural(s, to) && s.has("others", from, to));
    boolean people = s.is("people", to - 1) && !s.has("org", from, to);
    boolean plan = s.is("plan", to - 1);
    return bare || others || people || plan || s.is("pronoun", from) || isCounted(s, from, to);
  }

  /// «80 کمپنیوں نے»: how many, and no name.
  private static boolean isCounted(Sentence s, int from, int to) {
    int offset = s.word(from).start() - s.span().start();
    return isPlural(s, to) && s.numbers().stream().anyMatch(figure -> figure.start() == offset);
  }

  private static boolean isPlural(Sentence s, int to) {
    return s.key(to - 1).endsWith(OBLIQUE_PLURAL);
  }

  static boolean isEdge(Sentence s, int i) {
    boolean paper = s.is("instrument", i) || (s.is("one", i) && s.is("instrument", i + 1));
    return EDGES.contains(s.key(i))
        || s.is("lead", i)
        || s.is("kind", i)
        || paper
        || (s.is("day", i) && !s.is("org", i + 1));
  }

  /// «بندرگاہ کی انتظامیہ ’آکتاؤ مارین‘»
  private static @Nullable Span quoted(Sentence s, int from, int to) {
    if (!CLOSING.contains(s.key(to - 1))) {
      return null;
    }
    for (int i = to - 2; i > from; i--) {
      if (OPENING.contains(s.key(i))) {
        return i + 1 < to - 1 ? s.span(i + 1, to - 1) : null;
      }
    }
    return null;
  }

  /// «کازان میں واقع», «روس سے آئے», «برآمد کرنے والی»: what stands before the name itself.
  private static @Nullable Hit located(Sentence s, int from, int to) {
    Hit which = s.last("which", from, to);
    if (which != null && s.key(which.to()).equals(BALL)) {
      return null; // «والی بال فیڈریشن»
    }
    Hit located = s.last("located", from, to);
    if (which != null && which.from() > from) {
      return which;
    }
    return located != null && located.from() > from && isPassed(s, located.from()) ? located : null;
  }

  static int withoutBracket(Sentence s, int from, int to) {
    int open = s.key(to - 1).equals(")") ? last(s, "(", from, to) : -1;
    return open > from ? open : to;
  }
}
