package org.tabadla.understand.acts;

import java.util.ArrayList;
import java.util.List;
import org.tabadla.model.Span;
import org.tabadla.understand.acts.Lexicon.Hit;

/// Whom something goes to in an Urdu sentence: before «کو», «کے حوالے», «کے سامنے», «کے کھاتے میں».
/// Each finder adds to the list it is given, no name twice.
final class UrduTakers {
  private static final int MOST_GOODS_WORDS = 4;
  private static final String TO = "کو";
  private static final String HANDS = "ہاتھ";

  private UrduTakers() {}

  /// «بینک دولت پاکستان کو … کی پیشکش کی»
  static void toWhom(Sentence s, int from, int to, List<Span> out) {
    int most = Math.max(2, out.size() + (s.has("role.loan", from, to) ? 1 : 0));
    for (int i = from + 1; i < to && out.size() < most; i++) {
      if (s.key(i).equals(TO) || isFacing(s, i) || isAccount(s, i)) {
        List<Span> found = new ArrayList<>();
        UrduNames.conjuncts(s, UrduNames.start(s, from, i), i, found);
        found.stream()
            .filter(span -> UrduNames.isLikelyParty(s, span))
            .forEach(span -> UrduNames.add(out, span));
      }
    }
  }

  /// «بورڈ نے کے الیکٹرک کو تجویز دی»: who stands next to the words is whom it was offered to.
  static void offeredTo(Sentence s, int from, int to, List<Span> out) {
    int near = to - 1;
    int first = UrduNames.first(s, TO, from, near);
    if (first > from && UrduNames.start(s, from, first) == from) {
      near = first; // «نے پیسکو کو»
    }
    if (near > from && s.key(near).equals(TO)) {
      UrduNames.conjuncts(s, UrduNames.start(s, from, near), near, out);
    }
  }

  /// «سفیر نے محکمہ آثار قدیمہ کو … دینے کا اعلان کیا»: whom it is for stands next to the doer.
  static void givenTo(Sentence s, int from, int to, List<Span> out) {
    int first = UrduNames.first(s, TO, from, to);
    if (first > from && UrduNames.start(s, from, first) == from) {
      toWhom(s, from - 1, first + 1, out);
    }
  }

  /// «فرم گولڈن ہیرن کے ہاتھ بیچنے کی خبر»
  static void toHands(Sentence s, int from, int to, List<Span> out) {
    for (int i = from + 1; i < to; i++) {
      if (isGenitiveOf(s, i, HANDS)) {
        UrduNames.conjuncts(s, UrduNames.start(s, from, i), i, out);
      }
    }
  }

  /// «بورڈ کے سامنے تجویز رکھی»
  private static boolean isFacing(Sentence s, int i) {
    return UrduNames.GENITIVES.contains(s.key(i)) && s.is("facing", i + 1);
  }

  /// «قسط بورڈ کے کھاتے میں منتقل کر دی»
  static boolean isAccount(Sentence s, int i) {
    return UrduNames.GENITIVES.contains(s.key(i)) && s.is("account", i + 1);
  }

  /// «کے سامنے», «کے ہاتھ»
  static boolean isGenitiveOf(Sentence s, int i, String noun) {
    return s.key(i + 1).equals(noun) && UrduNames.GENITIVES.contains(s.key(i));
  }

  /// «X کے حوالے»
  static void handedTo(Sentence s, int from, Hit act, List<Span> out) {
    for (int i = act.to() - 1; i > from + 1 && i >= act.from() - 1; i--) {
      int end = i - 1;
      if (s.is("handing", i) && UrduNames.GENITIVES.contains(s.key(end))) {
        UrduNames.conjuncts(s, afterGoods(s, UrduNames.start(s, from, end), end), end, out);
        return;
      }
    }
  }

  /// «پہلی دس گاڑیاں پی ٹی نوسا کو بھجوا دی گئیں»: whom it goes to stands within the words of the
  /// act.
  static void sentTo(Sentence s, Hit act, List<Span> out) {
    int to = UrduNames.last(s, TO, act.from(), act.to());
    if (to > act.from() + 1) {
      int start = Math.max(act.from() + 1, UrduNames.start(s, act.from(), to));
      List<Span> found = new ArrayList<>();
      UrduNames.conjuncts(s, afterGoods(s, start, to), to, found);
      found.stream()
          .filter(span -> UrduNames.isLikelyParty(s, span))
          .forEach(span -> UrduNames.add(out, span));
    }
  }

  /// «دو ہزار خیمے اور 60 بسیں پنجاب ٹرانسپورٹ کمپنی کے سپرد»: what is handed over is counted
  /// before whom it goes to.
  static int afterGoods(Sentence s, int from, int end) {
    int start = from;
    for (int i = from; i + 2 < end; i++) {
      if (s.is("batch", i)) {
        start = i + 1; // «46 بوگیوں کی آخری کھیپ پاکستان ریلویز کے حوالے»
      }
      if (!isNumber(s, i)) {
        continue;
      }
      for (int goods = i + 1; goods + 1 < end && goods - i <= MOST_GOODS_WORDS; goods++) {
        if (s.key(goods).matches(".+(?:یں|یاں|ات|ے)") || UrduHeads.isBody(s, goods + 1, end)) {
          start = goods + 1;
          break;
        }
      }
    }
    return start;
  }

  /// In digits or in words.
  private static boolean isNumber(Sentence s, int i) {
    int offset = s.word(i).start() - s.span().start();
    return s.word(i).isNumber() || s.numbers().stream().anyMatch(f -> f.start() == offset);
  }
}
