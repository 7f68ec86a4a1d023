package org.tabadla.understand.acts;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.tabadla.language.Concepts;
import org.tabadla.model.Span;
import org.tabadla.understand.acts.Lexicon.Hit;

/// What of an Urdu noun phrase is a party's name: «پاکستان کے سفیر» is Pakistan's, «ترک کمپنی ارس
/// یاپی» is ارس یاپی, «ہائی اسکول کی ہیڈ مسٹریس» the school.
final class UrduHeads {
  private static final int MOST_PARTY_WORDS = 10;
  private static final int MOST_DESCRIBING_WORDS = 5;
  private static final int OFFICE_REACH_WORDS = 3;
  private static final String AND_OF_COMPOUNDS = "و";
  private static final String NAMED = "نامی";
  private static final String FOR = "برائے";

  private static final List<String> WHERE = List.of("country:", "city:", "place:");

  private UrduHeads() {}

  static @Nullable Span head(Sentence s, int start, int to) {
    boolean whole = s.is("org", start + 1) && start + 2 == to; // «وفاقی حکومت»
    int from = s.is("tier", start) && s.is("rep", start + 1) && !whole ? start + 1 : start;
    int last = from;
    for (int i = from + 1; i < to - 1; i++) {
      if (Genitives.URDU.contains(s.key(i)) && !isLetter(s, i)) {
        last = i + 1;
      }
    }
    if (last > from && isMinister(s, from, last, to)) {
      return office(s, last, to);
    }
    if (last > from && (isOffice(s, last, to) || isNobodys(s, from, last, to))) {
      boolean state = to - last == 1 && s.is("state", last) && !isPlace(s, from, last - 1);
      return state ? trimmed(s, from, to) : owner(s, from, last - 1); // «کاتالونیا کی حکومت»
    }
    if (last > from && to - last == 1 && s.is("bare", last)) {
      return membersBody(s, from, last, to);
    }
    if (last > from && s.endAt("house", last) == to) {
      return trimmed(s, from, to); // «کراچی کے عجائب گھر»
    }
    if (last > from && isOrganisation(s, from, last - 1)) {
      return trimmed(s, from, to); // «اقوام متحدہ کے ترقیاتی پروگرام»
    }
    return s.is("rep", last) ? office(s, last, to) : trimmed(s, last, to);
  }

  /// «برآمد کنندگان کی انجمن» is that body, «چین کی کمپنی» is China's, «لاہور کے تاجروں کی تنظیم»
  /// the traders'.
  private static @Nullable Span membersBody(Sentence s, int from, int last, int to) {
    if (isPlaceAlone(s, from, last - 1)) {
      return s.span(from, last - 1);
    }
    int first = from + 1;
    while (first < last - 1 && !Genitives.URDU.contains(s.key(first))) {
      first++;
    }
    boolean where = first < last - 1 && isPlaceAlone(s, from, first);
    int start = where ? first + 1 : isNationality(s, from) ? from + 1 : from;
    return trimmed(s, start, to);
  }

  /// «فوکس تھیٹر کی مہتمم», «ہائی اسکول کی ہیڈ مسٹریس»: after the name of a body, words that name
  /// none.
  private static boolean isNobodys(Sentence s, int from, int last, int to) {
    int before = lastGenitive(s, from, last - 1) + 1;
    return s.has("org", before, last - 1)
        && !s.has("org", last, to)
        && !s.has("type", last, to)
        && !isKnown(s, last, to);
  }

  private static boolean isOrganisation(Sentence s, int from, int to) {
    Span span = s.span(from, to);
    return Concepts.in(span.of(s.text()), s.lang()).stream()
        .anyMatch(m -> m.span().length() == span.length() && m.concept().startsWith("org:"));
  }

  /// «بلوچستان کے وزیر صحت» is that minister, a country's is the country.
  private static boolean isMinister(Sentence s, int from, int last, int to) {
    return s.is("minister", last)
        && last + 1 < to
        && s.is("field", last + 1)
        && !s.hasCountry(s.span(from, last - 1));
  }

  /// «کے ایف ڈبلیو», «کے الیکٹرک»: a letter and no genitive.
  private static boolean isLetter(Sentence s, int i) {
    return s.is("letter", i + 1) && (s.is("org", i - 1) || s.is("type", i - 1));
  }

  /// «وزیر صحت سید مصطفیٰ» is the minister of health, «ترجمان دفتر خارجہ» the foreign office.
  private static @Nullable Span office(Sentence s, int from, int to) {
    int i = from;
    while (i < to && s.is("rep", i)) {
      i++;
    }
    if (s.has("org", i, to)) {
      return trimmed(s, i, to);
    }
    int fields = i;
    if (s.key(i).equals(FOR)) {
      i += 2;
    }
    while (i < to && (s.is("field", i) || s.key(i).equals(AND_OF_COMPOUNDS) || isPlace(s, i, to))) {
      i = isPlace(s, i, to) ? placeEnd(s, i, to) : i + 1;
    }
    return trimmed(s, from, i > fields ? Math.min(i, to) : to);
  }

  private static int placeEnd(Sentence s, int from, int to) {
    Span first = Concepts.in(s.span(from, to).of(s.text()), s.lang()).getFirst().span();
    return Math.max(from + 1, s.wordAt(s.word(from).start() + first.end()));
  }

  private static boolean owned(Sentence s, int i) {
    return Genitives.URDU.contains(s.key(i - 1)) || s.is("kind", i - 1);
  }

  /// A known country or organisation begins here.
  static boolean isBody(Sentence s, int from, int to) {
    return Concepts.in(s.span(from, to).of(s.text()), s.lang()).stream()
        .anyMatch(m ->
            m.span().start() == 0
                && (m.concept().startsWith("country:") || m.concept().startsWith("org:")));
  }

  static boolean isPlaceAlone(Sentence s, int from, int to) {
    return isPlace(s, from, to) && isKnown(s, from, to);
  }

  private static boolean isPlace(Sentence s, int i, int to) {
    return Concepts.in(s.span(i, to).of(s.text()), s.lang()).stream()
        .anyMatch(m -> m.span().start() == 0 && WHERE.stream().anyMatch(m.concept()::startsWith));
  }

  /// «سیکریٹری تجارت», «مقامی سربراہ»
  private static boolean isOffice(Sentence s, int from, int to) {
    if (s.is("town", from) && to - from > 1 && !s.is("rep", from + 1)) {
      return false; // «عمان کی بلدیہ صحار»
    }
    boolean typed = s.is("type", from); // «فرم لائٹ کرافٹ انجینئرز»
    if (s.is("rep", from) || (s.is("rep", to - 1) && !s.is("ministry", from) && !typed)) {
      return true;
    }
    for (int i = from + 1; i < Math.min(to, from + OFFICE_REACH_WORDS); i++) {
      if (s.is("rep", i)) {
        return !s.has("org", from, to);
      }
    }
    return false;
  }

  /// Of «پاکستان کے ہوابازی کے اداروں» the country, of «فرم الف کے ایشیا ریجن کے سربراہ» the firm:
  /// going back from the office, the first that is known or has a word for a body.
  private static @Nullable Span owner(Sentence s, int from, int to) {
    int end = to;
    int nearest = -1;
    while (end > from) {
      int genitive = lastGenitive(s, from, end);
      int start = genitive + 1;
      nearest = nearest < 0 ? start : nearest;
      if (s.has("org", start, end) || !isOfOffice(s, start, end)) {
        return trimmed(s, start, end);
      }
      end = genitive;
      if (genitive < from) {
        break;
      }
    }
    return trimmed(s, nearest, to);
  }

  /// «ہوابازی», «ایشیا ریجن»: fields and further offices, not whose they are
  private static boolean isOfOffice(Sentence s, int from, int to) {
    for (int i = from; i < to; i++) {
      if (s.is("rep", i)) {
        return true;
      }
    }
    return s.is("field", from) && s.is("field", to - 1);
  }

  /// @return where the last genitive stands, or the place before the first word
  private static int lastGenitive(Sentence s, int from, int to) {
    for (int i = to - 2; i > from; i--) {
      if (Genitives.URDU.contains(s.key(i)) && !isLetter(s, i)) {
        return i;
      }
    }
    return from - 1;
  }

  /// @return where the name begins after what only describes it
  private static int named(Sentence s, int start, int to) {
    int from = start;
    boolean foreign = isNationality(s, from) || s.is("kind", from - 1);
    for (int i = from; i < to - 1; i++) {
      if (foreign && i > from && s.is("ministry", i)) {
        return i;
      }
      boolean far = i - from >= MOST_DESCRIBING_WORDS && !s.has("which", from, i);
      boolean noun =
          s.is("type", i)
              || (i == start && i > 0 && s.is("type.first", i) && owned(s, i))
              || (foreign && from == start && i > from && s.is("org", i));
      if (s.is("place-type", i) && !s.is("org", i + 1)) {
        from = i + 1;
        continue;
      }
      int end = Math.max(i + 1, s.endAt("type", i));
      if (!noun || end >= to || far) {
        continue;
      }
      boolean goesOn = s.is("suffix", end) || s.is("type", end) || isPlaceAlone(s, end, to);
      boolean ofPlace = i > from && s.has("org", end, to) && isPlaceAlone(s, from, i);
      if (!goesOn && !ofPlace) {
        from = end; // but «سندھ فیکٹری مزدور یونین» is one name
      }
    }
    return from;
  }

  private static boolean isKnown(Sentence s, int from, int to) {
    Span span = s.span(from, to);
    return Concepts.in(span.of(s.text()), s.lang()).stream()
        .anyMatch(m -> m.span().length() == span.length());
  }

  private static boolean isNationality(Sentence s, int i) {
    return !isKnown(s, i, i + 1)
        && org.tabadla.language.Lexicon.in(s.word(i).written(), s.lang()).stream()
            .anyMatch(sense -> sense.concept().startsWith("country:"));
  }

  /// Without the words that only say what a name is: «ترک کمپنی ارس یاپی» is ارس یاپی.
  static @Nullable Span trimmed(Sentence s, int start, int end) {
    int from = UrduNames.afterSum(s, start, end);
    int to = UrduNames.withoutBracket(s, from, end);
    int named = UrduNames.first(s, NAMED, from, to);
    if (named > from) {
      to = named;
    }
    if ((s.is("tier", from) && s.is("ministry", from + 1))
        || (s.is("one", from) && from + 1 < to)) {
      from++;
    }
    while (from < to - 1 && UrduNames.isEdge(s, from)) {
      from++;
    }
    Hit ministry = s.last("ministry", from + 1, to);
    if (ministry != null && !s.has("org", from, ministry.from())) {
      from = s.is("tier", ministry.from() - 1) ? from : ministry.from();
    }
    if (from >= to) {
      return null;
    }
    if (!isKnown(s, from, to)) {
      from = named(s, from, to);
    }
    while (from < to && UrduNames.EDGES.contains(s.key(from))) {
      from++;
    }
    while (to > from && UrduNames.EDGES.contains(s.key(to - 1))) {
      to--;
    }
    boolean day = to - from == 1 && s.is("weekday", from);
    return day || from >= to || to - from > MOST_PARTY_WORDS ? null : s.span(from, to);
  }
}
