package org.tabadla.language;

import java.util.List;
import org.tabadla.model.Figure;
import org.tabadla.model.Lang;
import org.tabadla.urdu.FigureReader;
import org.tabadla.urdu.Numerals;
import org.tabadla.urdu.WrittenFigure;

/// Finds numbers, amounts, percentages, ordinals, years and dates in a text.
///
/// Scale words are multiplied out («3.5 ٹریلین», «ڈیڑھ کروڑ», 3.5万亿), spelled numbers read in Urdu
/// and the basics of English, Russian, Arabic, Persian and Hindi. Clock times and telephone numbers
/// are passed over.
public final class Numbers {
  private Numbers() {}

  /// @return figures in text order, none within another
  public static List<Figure> of(String text, Lang lang) {
    Numerals numerals = NumeralTables.of(lang);
    var dates = new DateFigures(text, numerals, lang);
    return FigureReader.read(text, numerals, NumeralTables.isDecimalComma(lang), dates).stream()
        .map(Numbers::figure)
        .toList();
  }

  private static Figure figure(WrittenFigure f) {
    Figure.Kind kind =
        switch (f.kind()) {
          case NUMBER -> Figure.Kind.NUMBER;
          case PERCENT -> Figure.Kind.PERCENT;
          case MONEY -> Figure.Kind.MONEY;
          case DATE -> Figure.Kind.DATE;
          case YEAR -> Figure.Kind.YEAR;
          case ORDINAL -> Figure.Kind.ORDINAL;
        };
    return new Figure(f.start(), f.end(), kind, f.value(), null, f.currency());
  }
}
