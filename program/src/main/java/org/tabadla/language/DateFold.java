package org.tabadla.language;

import org.tabadla.urdu.FigureFold;

/// The one form in which this room compares words of dates, numbers and names: that of the figures.
final class DateFold {
  private DateFold() {}

  static String fold(String text) {
    return FigureFold.fold(text);
  }
}
