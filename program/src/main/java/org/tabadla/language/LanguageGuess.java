package org.tabadla.language;

import java.lang.Character.UnicodeScript;
import java.text.Normalizer;
import java.util.List;
import java.util.Locale;
import org.tabadla.model.Lang;

/// Tells the language of a text by its letters and words.
///
/// Where a script belongs to one language of the news, the script decides; among the languages of
/// Arabic, Cyrillic and Latin script, the runs of letters do. Dari is given as `fa`.
public final class LanguageGuess {
  /// How much of a text is looked at; more does not change the answer.
  private static final int MOST_CHARS = 3000;

  private static final double NATS_FOR_EVEN_CHANCE = 4;
  private static final double KANA_SHARE = 0.08;
  private static final char FIRST_PRESENTATION_FORM = '\uFB50';

  private LanguageGuess() {}

  private static final class Models {
    static final List<LanguageModel> ALL = LanguageModel.load("languages.model");
  }

  /// @param confidence 0 to 1
  public record Guess(Lang lang, double confidence) {}

  /// @return the language, or {@link Lang#UND} when it cannot be told
  public static Guess of(String text) {
    String head = text.length() <= MOST_CHARS ? text : text.substring(0, MOST_CHARS);
    Scripts scripts = Scripts.of(head);
    UnicodeScript main = scripts.main();
    if (main == null) {
      return new Guess(Lang.UND, 0);
    }
    int kana = scripts.count(UnicodeScript.HIRAGANA) + scripts.count(UnicodeScript.KATAKANA);
    int han = scripts.count(UnicodeScript.HAN);
    if (kana > KANA_SHARE * (kana + han) && kana + han > scripts.letters() / 3) {
      return sure("ja", kana + han, scripts);
    }
    if (main == UnicodeScript.HAN) {
      return sure("zh", han * 2, scripts);
    }
    String only = Scripts.only(main);
    if (only != null) {
      return sure(only, scripts.count(main), scripts);
    }
    for (LanguageModel model : Models.ALL) {
      if (model.script().equals(main.name())) {
        return guess(model, head);
      }
    }
    return new Guess(Lang.UND, 0);
  }

  private static Guess sure(String tag, int letters, Scripts scripts) {
    double share = Math.min(1, (double) letters / Math.max(1, scripts.letters()));
    return new Guess(new Lang(tag), 0.5 + share / 2 * (1 - 1.0 / (1 + letters)));
  }

  private static Guess guess(LanguageModel model, String text) {
    String lower = plain(text);
    LanguageModel.Best best = model.best(lower);
    double even = NATS_FOR_EVEN_CHANCE + Math.sqrt(best.runs());
    return new Guess(new Lang(best.language()), 1 - 0.5 * Math.exp(-best.lead() / even));
  }

  /// Lower case; presentation forms as letters.
  static String plain(String text) {
    String letters = hasForms(text) ? Normalizer.normalize(text, Normalizer.Form.NFKC) : text;
    return letters.toLowerCase(Locale.ROOT);
  }

  private static boolean hasForms(String text) {
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (c >= FIRST_PRESENTATION_FORM && c <= 0xFEFC) {
        return true;
      }
    }
    return false;
  }
}
