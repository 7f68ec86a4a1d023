package org.tabadla.urdu;

import java.util.List;

/// Digits that count nothing: telephone and identity numbers («021-35678901», «35202-1234567-1»,
/// "+92 300 1234567").
final class TelephoneNumbers {
  private static final int SHORTEST_PREFIX = 3;
  private static final int SHORTEST_PLAIN = 4;
  private static final int SHORTEST_REST = 5;
  private static final int MOST_GROUPS = 6;

  private TelephoneNumbers() {}

  /// @return the token after such a number, or `i`
  static int after(String text, List<NumberToken> tokens, int i) {
    NumberToken first = tokens.get(i);
    if (!first.isNumber() || !isPlain(first)) {
      return i;
    }
    int next = i + 1;
    int parts = 1;
    while (next + 1 < tokens.size()
        && tokens.get(next).text().equals("-")
        && isGlued(tokens, next)
        && isGlued(tokens, next + 1)
        && tokens.get(next + 1).isNumber()) {
      next += 2;
      parts++;
    }
    boolean plus = i > 0 && tokens.get(i - 1).text().equals("+") && isGlued(tokens, i);
    if (plus && first.text().length() <= SHORTEST_PREFIX) {
      int end = groups(text, tokens, next);
      return end > i + 1 ? end : i;
    }
    boolean zero = first.text().charAt(0) == '0' && first.text().length() >= SHORTEST_PREFIX;
    boolean grouped = zero && next < tokens.size() && isGroup(text, tokens, next);
    if (grouped) {
      return groups(text, tokens, next);
    }
    boolean plain = zero && first.text().length() >= SHORTEST_PLAIN;
    return parts > 2 || plain || (zero && parts == 2) ? next : i;
  }

  private static int groups(String text, List<NumberToken> tokens, int from) {
    int i = from;
    while (i < tokens.size() && i - from < MOST_GROUPS) {
      boolean follows =
          isSpaced(text, tokens, i) && tokens.get(i).isNumber() && isPlain(tokens.get(i));
      boolean hyphen = tokens.get(i).text().equals("-") && isGlued(tokens, i);
      boolean after = i > from && tokens.get(i).isNumber() && tokens.get(i - 1).text().equals("-");
      if (!follows && !hyphen && !after) {
        break;
      }
      i++;
    }
    return i;
  }

  private static boolean isGroup(String text, List<NumberToken> tokens, int i) {
    NumberToken token = tokens.get(i);
    return token.isNumber()
        && isPlain(token)
        && token.text().length() >= SHORTEST_REST
        && isSpaced(text, tokens, i);
  }

  private static boolean isSpaced(String text, List<NumberToken> tokens, int i) {
    int from = tokens.get(i - 1).end();
    return tokens.get(i).start() - from == 1 && text.charAt(from) == ' ';
  }

  private static boolean isPlain(NumberToken token) {
    return !token.text().isEmpty() && token.text().chars().allMatch(c -> c >= '0' && c <= '9');
  }

  private static boolean isGlued(List<NumberToken> tokens, int i) {
    return tokens.get(i).start() == tokens.get(i - 1).end();
  }
}
