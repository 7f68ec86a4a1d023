package org.tabadla.web;

import org.jspecify.annotations.Nullable;
import org.tabadla.model.Lang;
import org.tabadla.model.Text;

/// Words from outside as they go on a page: cleaned, with their language and direction.
///
/// @param lang BCP 47, or null where it is not known
/// @param dir `rtl`, `ltr`, or `auto` where the language is not known
public record Said(String words, @Nullable String lang, String dir) {

  public static Said of(String words, Lang lang) {
    String clean = Safe.text(words);
    return lang.isKnown() ? new Said(clean, lang.tag(), lang.dir()) : new Said(clean, null, "auto");
  }

  public static Said of(Text text) {
    return of(text.value(), text.lang());
  }

  /// Words whose language nobody told: an outlet's name, an address.
  public static Said unknown(String words) {
    return of(words, Lang.UND);
  }
}
