package org.tabadla.language;

import java.lang.Character.UnicodeScript;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// Counts the letters of a text by script.
final class Scripts {
  /// Scripts that one language of the news writes in.
  private static final Map<UnicodeScript, String> LANGUAGE =
      Map.ofEntries(
          Map.entry(UnicodeScript.HANGUL, "ko"),
          Map.entry(UnicodeScript.THAI, "th"),
          Map.entry(UnicodeScript.HEBREW, "he"),
          Map.entry(UnicodeScript.GREEK, "el"),
          Map.entry(UnicodeScript.BENGALI, "bn"),
          Map.entry(UnicodeScript.GURMUKHI, "pa"),
          Map.entry(UnicodeScript.GUJARATI, "gu"),
          Map.entry(UnicodeScript.TAMIL, "ta"),
          Map.entry(UnicodeScript.TELUGU, "te"),
          Map.entry(UnicodeScript.KANNADA, "kn"),
          Map.entry(UnicodeScript.MALAYALAM, "ml"),
          Map.entry(UnicodeScript.SINHALA, "si"),
          Map.entry(UnicodeScript.ORIYA, "or"),
          Map.entry(UnicodeScript.GEORGIAN, "ka"),
          Map.entry(UnicodeScript.ARMENIAN, "hy"),
          Map.entry(UnicodeScript.ETHIOPIC, "am"),
          Map.entry(UnicodeScript.KHMER, "km"),
          Map.entry(UnicodeScript.LAO, "lo"),
          Map.entry(UnicodeScript.MYANMAR, "my"),
          Map.entry(UnicodeScript.TIBETAN, "bo"),
          Map.entry(UnicodeScript.THAANA, "dv"));

  /// A text mixes few scripts; letters of further ones are counted as letters only.
  private static final int MOST_SCRIPTS = 16;

  private final UnicodeScript[] scripts = new UnicodeScript[MOST_SCRIPTS];
  private final int[] counts = new int[MOST_SCRIPTS];
  private int met;
  private int letters;

  private Scripts() {}

  /// Addresses are passed over.
  static Scripts of(String text) {
    var out = new Scripts();
    int i = 0;
    while (i < text.length()) {
      char c = text.charAt(i);
      int end = c > ' ' && c < 0x7F ? Addresses.end(text, i) : i;
      if (end > i) {
        i = end;
      } else if (Character.isHighSurrogate(c)) {
        int point = text.codePointAt(i);
        out.count(point);
        i += Character.charCount(point);
      } else {
        out.count(c);
        i++;
      }
    }
    return out;
  }

  private void count(int point) {
    if (Character.isLetter(point)) {
      letters++;
      int at = place(of(point));
      if (at == met && met < MOST_SCRIPTS) {
        scripts[met++] = of(point);
      }
      if (at < met) {
        counts[at]++;
      }
    }
  }

  /// @return the place of a script, or the number of those met where it is not among them
  private int place(UnicodeScript script) {
    int at = 0;
    while (at < met && scripts[at] != script) {
      at++;
    }
    return at;
  }

  /// @return the script of a letter; the blocks that are met most without a search
  static UnicodeScript of(int point) {
    if (point < 0x250) {
      return UnicodeScript.LATIN;
    } else if (point >= 0x0600 && point < 0x0700) {
      return UnicodeScript.ARABIC;
    } else if (point >= 0x0400 && point < 0x0530) {
      return UnicodeScript.CYRILLIC;
    } else if (point >= 0x4E00 && point < 0xA000) {
      return UnicodeScript.HAN;
    }
    return UnicodeScript.of(point);
  }

  int letters() {
    return letters;
  }

  int count(UnicodeScript script) {
    int at = place(script);
    return at < met ? counts[at] : 0;
  }

  /// The script of most letters; a Chinese letter counts for two of an alphabet.
  @Nullable UnicodeScript main() {
    UnicodeScript best = null;
    int most = 0;
    for (int i = 0; i < met; i++) {
      int weight = counts[i] * (scripts[i] == UnicodeScript.HAN ? 2 : 1);
      if (weight > most) {
        most = weight;
        best = scripts[i];
      }
    }
    return best;
  }

  /// @return the one language of a script, or null when letters must decide
  static @Nullable String only(UnicodeScript script) {
    return LANGUAGE.get(script);
  }
}
