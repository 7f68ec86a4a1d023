package org.tabadla.understand.acts;

import java.math.BigDecimal;
import java.util.Map;
import org.tabadla.model.Figure;
import org.tabadla.model.Span;

/// A sum of money with the short scale that papers write onto it: "$14m", "Rs4.6bn".
///
/// @param value the plain number
/// @param span in the article
record Sum(String value, Span span) {
  private static final Map<String, Integer> SCALES =
      Map.of("k", 3, "m", 6, "mn", 6, "b", 9, "tn", 12, "trn", 12);

  /// @param offset where the text that the figure was found in begins
  static Sum of(String text, Figure figure, int offset) {
    int start = figure.start() + offset;
    int end = figure.end() + offset;
    int letters = end;
    while (letters < text.length() && Character.isLetter(text.charAt(letters))) {
      letters++;
    }
    Integer zeros =
        end > 0 && Character.isDigit(text.charAt(end - 1))
            ? SCALES.get(text.substring(end, letters))
            : null;
    return zeros == null
        ? new Sum(figure.value(), new Span(start, end))
        : new Sum(
            new BigDecimal(figure.value())
                .movePointRight(zeros)
                .stripTrailingZeros()
                .toPlainString(),
            new Span(start, letters));
  }
}
