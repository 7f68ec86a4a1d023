package org.tabadla.language;

import java.lang.Character.UnicodeScript;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.tabadla.model.Lang;

/// Tells the language of a text by its letters and words.
///
/// Where a script belongs to one language of the news, the script decides; among the languages of
/// Arabic, Cyrillic, Devanagari and Latin script, the runs of letters do. Dari is given as `fa`,
/// Urdu and Hindi in Latin letters as `ur-Latn`. Numbers, code, addresses and letters without sense
/// are `und`.
public final class LanguageGuess {
  /// How much of a text is looked at; more does not change the answer.
  private static final int MOST_CHARS = 3000;

  private static final double KANA_SHARE = 0.08;

  /// A text in Latin letters is code when so many signs and such a share of it are those of code.
  private static final String CODE_SIGNS = "{}[]<>=;_$#|\\*+&^~";

  private static final int CODE_MIN_SIGNS = 3;
  private static final double CODE_MIN_SHARE = 0.07;

  private LanguageGuess() {}

  private static final class Models {
    static final List<LanguageModel> ALL = LanguageModel.load("languages.model");
  }

  /// @param confidence 0 to 1: how likely the language is right; 0 where it cannot be told
  public record Guess(Lang lang, double confidence) {
    static final Guess NONE = new Guess(Lang.UND, 0);
  }

  /// @return the language, or {@link Lang#UND} when it cannot be told
  public static Guess of(String text) {
    return of(text, null);
  }

  /// @param models null for those that are shipped, which are loaded where letters must decide
  static Guess of(String text, @Nullable List<LanguageModel> models) {
    String head =
        Letters.display(
            text.length() <= MOST_CHARS ? text : text.substring(0, MOST_CHARS), Lang.UND);
    Scripts scripts = Scripts.of(head);
    UnicodeScript main = scripts.main();
    if (main == null) {
      return Guess.NONE;
    }
    int kana = scripts.count(UnicodeScript.HIRAGANA) + scripts.count(UnicodeScript.KATAKANA);
    int han = scripts.count(UnicodeScript.HAN);
    if (kana > KANA_SHARE * (kana + han) && kana + han > scripts.letters() / 3) {
      return sure("ja", kana + han, scripts);
    }
    if (main == UnicodeScript.HAN) {
      return sure("zh", han * 2, scripts);
    }
    if (main == UnicodeScript.LATIN && isCode(head)) {
      return Guess.NONE;
    }
    String only = Scripts.only(main);
    if (only != null) {
      return sure(only, scripts.count(main), scripts);
    }
    for (LanguageModel model : models == null ? Models.ALL : models) {
      if (model.script().equals(main.name())) {
        LanguageModel.Best best = model.best(PlainWords.of(head, main));
        Lang lang = new Lang(best.language());
        return lang.isKnown() ? new Guess(lang, best.chance()) : Guess.NONE;
      }
    }
    return Guess.NONE;
  }

  private static boolean isCode(String text) {
    int signs = 0;
    int visible = 0;
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (c > ' ') {
        visible++;
        if (c < 0x80 && !isLetterOrDigit(c) && CODE_SIGNS.indexOf(c) >= 0) {
          signs++;
        }
      }
    }
    return signs >= CODE_MIN_SIGNS && signs >= CODE_MIN_SHARE * visible;
  }

  private static boolean isLetterOrDigit(char c) {
    return ((c | 0x20) >= 'a' && (c | 0x20) <= 'z') || (c >= '0' && c <= '9');
  }

  private static Guess sure(String tag, int letters, Scripts scripts) {
    double share = Math.min(1, (double) letters / Math.max(1, scripts.letters()));
    return new Guess(new Lang(tag), 0.5 + share / 2 * (1 - 1.0 / (1 + letters)));
  }
}
