package org.tabadla.understand;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.tabadla.language.Numbers;
import org.tabadla.model.Figure;
import org.tabadla.model.Lang;
import org.tabadla.model.Span;

/// Finds the figures of an article, what each counts and the date told beside it.
///
/// Numbers within a name («ریسکیو 1122») are none, nor is the day of a Chinese date.
public final class Figures {
  private static final int MOST_TOKENS = 6_000;
  private static final int MOST_FIGURES = 1_000;

  /// How many figures away a date is looked for.
  private static final int NEAR = 6;

  private static final int LONGEST_OF_WORDS = 3;
  private static final char HAN_DAY = '\u65E5';

  /// 兆 is a trillion, but a million before a unit of electricity, frequency or storage.
  private static final char HAN_MEGA = '\u5146';

  private static final String AFTER_MEGA = "\u74E6\u8D6B\u5B57\u4F4F";
  private static final String SENTENCE_ENDS = ".!?\u06D4\u061F\u3002\uFF01\uFF1F\n";
  private static final Set<String> UNSPACED = Set.of("zh", "ja");

  private final String text;
  private final boolean spaced;
  private final List<Token> tokens;

  private Figures(String text, Lang lang, List<Token> tokens) {
    this.text = text;
    this.spaced = !UNSPACED.contains(lang.primary());
    this.tokens = tokens;
  }

  /// @return figures in text order, none within another
  public static List<Figure> of(String text, Lang lang) {
    return of(text, lang, Names.mentions(text, lang, true));
  }

  static List<Figure> of(String text, Lang lang, List<Named> names) {
    List<Figure> found = new ArrayList<>();
    for (Figure figure : Numbers.of(text, lang)) {
      if (found.size() == MOST_FIGURES) {
        break;
      }
      if (!isWithin(figure, names) && !isHanDay(text, figure)) {
        found.add(mega(text, figure));
      }
    }
    if (found.isEmpty()) {
      return found;
    }
    var reader = new Figures(text, lang, Token.of(text, lang, MOST_TOKENS));
    List<Figure> out = new ArrayList<>(found.size());
    for (int i = 0; i < found.size(); i++) {
      out.add(reader.told(found, i));
    }
    return out;
  }

  private static boolean isWithin(Figure figure, List<Named> names) {
    for (Named named : names) {
      Span span = named.span();
      if (span.start() <= figure.start() && figure.end() <= span.end()) {
        return true;
      }
    }
    return false;
  }

  private static boolean isHanDay(String text, Figure figure) {
    return figure.kind() == Figure.Kind.NUMBER
        && figure.end() < text.length()
        && text.charAt(figure.end()) == HAN_DAY;
  }

  private static Figure mega(String text, Figure f) {
    if (text.charAt(f.end() - 1) != HAN_MEGA
        || f.end() >= text.length()
        || AFTER_MEGA.indexOf(text.charAt(f.end())) < 0) {
      return f;
    }
    BigDecimal value = new BigDecimal(f.value()).movePointLeft(12);
    String plain = value.stripTrailingZeros().toPlainString();
    return new Figure(f.start(), f.end() - 1, f.kind(), plain, f.unit(), f.currency());
  }

  private Figure told(List<Figure> all, int at) {
    Figure f = all.get(at);
    boolean dated = f.kind() == Figure.Kind.DATE || f.kind() == Figure.Kind.YEAR;
    if (dated || f.kind() == Figure.Kind.ORDINAL) {
      return f;
    }
    int after = firstAfter(f.end());
    String unit = f.unit();
    if (f.kind() == Figure.Kind.NUMBER && isContent(after)) {
      unit = words(after, after + 1);
    }
    return new Figure(
        f.start(), f.end(), f.kind(), f.value(), unit, f.currency(), of(f, after), when(all, at));
  }

  /// A number counts what follows it; money and shares are of what follows, else of what was said
  /// just before.
  private @Nullable String of(Figure f, int after) {
    int from = after;
    if (f.kind() != Figure.Kind.NUMBER) {
      while (from < tokens.size() && from - after < 2 && tokens.get(from).stop()) {
        from++;
      }
    }
    int to = from;
    while (to - from < LONGEST_OF_WORDS && isContent(to)) {
      to++;
    }
    return to > from ? words(from, to) : before(f);
  }

  private @Nullable String before(Figure f) {
    int to = firstAfter(f.start());
    int skipped = 0;
    while (to > 0 && skipped < 2 && tokens.get(to - 1).stop()) {
      to--;
      skipped++;
    }
    int from = to;
    while (to - from < LONGEST_OF_WORDS && from > 0 && isContent(from - 1)) {
      from--;
    }
    return to > from ? words(from, to) : null;
  }

  /// @return the date in the same sentence, the nearest before, else the first after
  private @Nullable String when(List<Figure> all, int at) {
    for (int i = at - 1; i >= Math.max(0, at - NEAR); i--) {
      if (isSameSentence(all.get(i).end(), all.get(at).start())) {
        if (isDate(all.get(i))) {
          return all.get(i).value();
        }
      } else {
        break;
      }
    }
    for (int i = at + 1; i < Math.min(all.size(), at + NEAR); i++) {
      if (!isSameSentence(all.get(at).end(), all.get(i).start())) {
        break;
      }
      if (isDate(all.get(i))) {
        return all.get(i).value();
      }
    }
    return null;
  }

  private static boolean isDate(Figure f) {
    return f.kind() == Figure.Kind.DATE || f.kind() == Figure.Kind.YEAR;
  }

  private boolean isSameSentence(int from, int to) {
    for (int i = from; i < to; i++) {
      if (SENTENCE_ENDS.indexOf(text.charAt(i)) >= 0) {
        return false;
      }
    }
    return true;
  }

  private int firstAfter(int place) {
    int low = 0;
    int high = tokens.size();
    while (low < high) {
      int middle = (low + high) >>> 1;
      if (tokens.get(middle).start() < place) {
        low = middle + 1;
      } else {
        high = middle;
      }
    }
    return low;
  }

  private boolean isContent(int i) {
    if (i < 0 || i >= tokens.size()) {
      return false;
    }
    Token token = tokens.get(i);
    return !token.isMark() && token.hasLetter() && (!token.stop() || !spaced);
  }

  private String words(int from, int to) {
    return text.substring(tokens.get(from).start(), tokens.get(to - 1).end());
  }
}
