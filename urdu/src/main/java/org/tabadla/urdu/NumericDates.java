package org.tabadla.urdu;

import java.time.LocalDate;
import java.util.List;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// Finds dates of numbers with separators: «11/07/2025», «2025-07-11», «11.7.25».
public final class NumericDates implements DateReader {
  private static final Pattern NUMERIC =
      Pattern.compile("\\d{1,4}([./-])\\d{1,2}\\1(?:\\d{4}|\\d{2})(?![\\d./-]\\d)");
  private static final int LONGEST_CHARS = 24;
  private static final int MOST_DIGITS = 4;

  private final String text;
  private final Function<String, @Nullable LocalDate> parser;

  /// @param text what the tokens were cut from
  /// @param parser what reads the folded date by the language's order, null when there is no such
  ///   day
  public NumericDates(String text, Function<String, @Nullable LocalDate> parser) {
    this.text = text;
    this.parser = parser;
  }

  @Override
  public @Nullable Found at(List<NumberToken> tokens, int i) {
    NumberToken token = tokens.get(i);
    if (!token.isNumber() || token.text().length() > MOST_DIGITS || !isSeparated(token.end())) {
      return null;
    }
    int start = token.start();
    String near = text.substring(start, Math.min(text.length(), start + LONGEST_CHARS));
    String digits = FigureFold.fold(near).replace(UrduLetters.FULL_STOP, '.');
    Matcher m = NUMERIC.matcher(digits);
    if (!m.lookingAt() || digits.length() != near.stripTrailing().length()) {
      return null;
    }
    LocalDate date = parser.apply(m.group());
    if (date == null) {
      return null;
    }
    int end = start + m.end();
    var figure = new WrittenFigure(start, end, WrittenFigure.Kind.DATE, date.toString(), null);
    int next = i;
    while (next < tokens.size() && tokens.get(next).start() < end) {
      next++;
    }
    return new Found(figure, next);
  }

  private boolean isSeparated(int i) {
    if (i >= text.length() || Character.isLetterOrDigit(text.charAt(i)) || text.charAt(i) == ' ') {
      return false;
    }
    String sign = FigureFold.fold(text.substring(i, i + 1));
    return sign.equals(".")
        || text.charAt(i) == UrduLetters.FULL_STOP
        || sign.equals("/")
        || sign.equals("-");
  }
}
