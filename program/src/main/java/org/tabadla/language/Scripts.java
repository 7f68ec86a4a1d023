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
          Map.entry(UnicodeScript.THAANA, "dv"),
          Map.entry(UnicodeScript.DEVANAGARI, "hi"));

  private static final UnicodeScript[] ALL = UnicodeScript.values();

  /// In the order of {@link #ALL}.
  private final int[] counts = new int[ALL.length];

  private final int letters;

  private Scripts(CharSequence text) {
    int n = 0;
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (Character.isLetter(c)) {
        n++;
        add(script(c));
      } else if (i + 1 < text.length() && Character.isSurrogatePair(c, text.charAt(i + 1))) {
        int point = Character.toCodePoint(c, text.charAt(++i));
        if (Character.isLetter(point)) {
          n++;
          add(UnicodeScript.of(point));
        }
      }
    }
    letters = n;
  }

  static Scripts of(CharSequence text) {
    return new Scripts(text);
  }

  private static UnicodeScript script(char c) {
    if (c < 0x250) {
      return UnicodeScript.LATIN;
    } else if (c >= 0x0600 && c < 0x0700) {
      return UnicodeScript.ARABIC;
    } else if (c >= 0x0400 && c < 0x0530) {
      return UnicodeScript.CYRILLIC;
    } else if (c >= 0x4E00 && c < 0xA000) {
      return UnicodeScript.HAN;
    }
    return UnicodeScript.of(c);
  }

  int letters() {
    return letters;
  }

  @SuppressWarnings("EnumOrdinal")
  private void add(UnicodeScript script) {
    counts[script.ordinal()]++;
  }

  @SuppressWarnings("EnumOrdinal")
  int count(UnicodeScript script) {
    return counts[script.ordinal()];
  }

  /// The script of most letters; a Chinese or kana letter counts for two of an alphabet.
  @Nullable UnicodeScript main() {
    UnicodeScript best = null;
    int most = 0;
    for (UnicodeScript script : ALL) {
      int weight = count(script) * (script == UnicodeScript.HAN ? 2 : 1);
      if (weight > most) {
        most = weight;
        best = script;
      }
    }
    return best;
  }

  /// @return the one language of a script, or null when letters must decide
  static @Nullable String only(UnicodeScript script) {
    return LANGUAGE.get(script);
  }
}
