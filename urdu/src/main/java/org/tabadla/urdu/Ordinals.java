package org.tabadla.urdu;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.tabadla.urdu.Cardinals.Cardinal;
import org.tabadla.urdu.Numerals.Kind;
import org.tabadla.urdu.Numerals.Numeral;

/// What makes an ordinal of a number: an ending («11ویں», «21 ویں», "11th") or a last word that is
/// one («ایک سو پچیسواں»).
final class Ordinals {
  private static final BigDecimal HUNDRED = BigDecimal.valueOf(100);
  private static final char FIRST_ARABIC = '\u0600';

  /// The endings that Urdu writes onto a numeral.
  private static final List<String> ENDINGS = List.of("\u0648\u0627\u06BA", "\u0648\u06CC\u06BA");

  private Ordinals() {}

  /// @return the value when the token after a number makes it an ordinal, else null
  static @Nullable BigDecimal at(Numerals numerals, List<NumberToken> tokens, Cardinal cardinal) {
    int next = last(numerals, tokens, cardinal);
    Numeral n = next < tokens.size() ? numerals.get(tokens.get(next).text()) : null;
    if (n == null) {
      return null;
    }
    int gap = tokens.get(next).start() - tokens.get(next - 1).end();
    if (n.kind() == Kind.ORDINAL) {
      boolean arabic = tokens.get(next).text().charAt(0) >= FIRST_ARABIC;
      return gap == 0 || (gap == 1 && arabic) ? cardinal.value() : null;
    }
    if (n.kind() != Kind.ORDINAL_WORD || gap > 1 || !cardinal.worded()) {
      return null;
    }
    if (n.number().compareTo(HUNDRED) >= 0) {
      return cardinal.value().multiply(n.number());
    }
    boolean round = cardinal.value().remainder(HUNDRED).signum() == 0;
    return round ? cardinal.value().add(n.number()) : null;
  }

  /// @return the token that makes an ordinal of the number, over the hyphen of «2-го»
  static int last(Numerals numerals, List<NumberToken> tokens, Cardinal cardinal) {
    int next = cardinal.next();
    boolean hyphen =
        next + 1 < tokens.size()
            && tokens.get(next).text().equals("-")
            && tokens.get(next).start() == tokens.get(next - 1).end()
            && tokens.get(next + 1).start() == tokens.get(next).end()
            && numerals.kind(tokens.get(next + 1).text()) == Kind.ORDINAL;
    return hyphen ? next + 1 : next;
  }

  /// @param rows of kind, word and value
  /// @return the rows and those of the ordinals that endings make of their numerals
  static List<String[]> withRegular(List<String[]> rows) {
    List<String[]> out = new ArrayList<>(rows);
    for (String[] row : rows) {
      boolean numeral =
          switch (row[0]) {
            case "unit", "shy", "hundred", "scale" -> row[2].indexOf('.') < 0;
            default -> false;
          };
      if (numeral && new BigDecimal(row[2]).signum() > 0) {
        ENDINGS.forEach(e -> out.add(new String[] {"ordinal-word", row[1] + e, row[2]}));
      }
    }
    return List.copyOf(out);
  }
}
