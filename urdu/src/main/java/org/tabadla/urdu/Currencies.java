package org.tabadla.urdu;

import java.util.List;
import org.tabadla.urdu.Numerals.Kind;
import org.tabadla.urdu.Numerals.Numeral;

/// The currency that stands before or after a number: «500 روپے», «20 بھارتی روپے», "Rs. 500",
/// "US$3".
final class Currencies {
  private static final int WIDEST_GAP_CHARS = 2;

  private Currencies() {}

  /// @param next the token after the number
  /// @return the token of the currency, over one word such as «امریکی», or -1
  static int after(Numerals numerals, List<NumberToken> tokens, int next) {
    // Over the full stop of «120 тыс. рублей».
    boolean dotted =
        next + 1 < tokens.size()
            && kind(numerals, tokens, next - 1) == Kind.SCALE
            && tokens.get(next).text().equals(".")
            && tokens.get(next).start() == tokens.get(next - 1).end();
    if (dotted) {
      int currency = after(numerals, tokens, next + 1);
      if (currency >= 0) {
        return currency;
      }
    }
    int at = kind(numerals, tokens, next) == Kind.SKIP ? next + 1 : next;
    if (isCurrency(numerals, tokens, at)) {
      return isNear(tokens, at) ? at : -1;
    }
    // «کینیڈین ڈالر», «ہانگ کانگ ڈالر»
    if (next >= tokens.size() || !numerals.opensPhrase(tokens.get(next).text())) {
      return -1;
    }
    for (int last = next + 1; last <= next + 2 && last < tokens.size(); last++) {
      Numeral named = numerals.get(words(tokens, next, last));
      if (named != null && named.kind() == Kind.CURRENCY) {
        return last;
      }
    }
    return -1;
  }

  /// @return the code of the currency that {@link #after} found, told by the word before too
  static String code(Numerals numerals, List<NumberToken> tokens, int last) {
    for (int first = Math.max(0, last - 2); first <= last; first++) {
      Numeral n = numerals.get(words(tokens, first, last));
      if (n != null && n.kind() == Kind.CURRENCY) {
        return n.code();
      }
    }
    return "";
  }

  /// @param from the first token of the number
  /// @return the first token of the currency that stands before it, or -1
  static int before(Numerals numerals, List<NumberToken> tokens, int from) {
    int last = lastBefore(numerals, tokens, from);
    return last > 0 && isNamedWithSign(numerals, tokens, last) ? last - 1 : last;
  }

  static String codeBefore(Numerals numerals, List<NumberToken> tokens, int from) {
    int last = lastBefore(numerals, tokens, from);
    int first = before(numerals, tokens, from);
    Numeral n = numerals.get(words(tokens, first, last));
    return n == null ? "" : n.code();
  }

  /// Over the full stop of "Rs. 500".
  private static int lastBefore(Numerals numerals, List<NumberToken> tokens, int from) {
    if (isCurrency(numerals, tokens, from - 1) && isNear(tokens, from)) {
      return from - 1;
    }
    boolean dotted =
        from >= 2
            && tokens.get(from - 1).text().equals(".")
            && tokens.get(from - 1).start() == tokens.get(from - 2).end()
            && isNear(tokens, from);
    return dotted && isCurrency(numerals, tokens, from - 2) && isLatin(tokens.get(from - 2))
        ? from - 2
        : -1;
  }

  private static boolean isLatin(NumberToken token) {
    return !token.text().isEmpty() && token.text().charAt(0) < 0x80;
  }

  /// "US$", "HK$".
  private static boolean isNamedWithSign(Numerals numerals, List<NumberToken> tokens, int sign) {
    return tokens.get(sign).start() == tokens.get(sign - 1).end()
        && numerals.kind(words(tokens, sign - 1, sign)) == Kind.CURRENCY;
  }

  private static String words(List<NumberToken> tokens, int first, int last) {
    var out = new StringBuilder();
    for (int i = first; i <= last; i++) {
      out.append(i == first ? "" : " ").append(tokens.get(i).text());
    }
    return out.toString();
  }

  private static boolean isCurrency(Numerals numerals, List<NumberToken> tokens, int i) {
    return kind(numerals, tokens, i) == Kind.CURRENCY;
  }

  private static @org.jspecify.annotations.Nullable Kind kind(
      Numerals numerals, List<NumberToken> tokens, int i) {
    return i >= 0 && i < tokens.size() ? numerals.kind(tokens.get(i).text()) : null;
  }

  private static boolean isNear(List<NumberToken> tokens, int i) {
    return i == 0 || tokens.get(i).start() - tokens.get(i - 1).end() <= WIDEST_GAP_CHARS;
  }
}
