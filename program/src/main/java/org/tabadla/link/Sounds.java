package org.tabadla.link;

import org.jspecify.annotations.Nullable;
import org.tabadla.language.Concepts;
import org.tabadla.language.Transcription;
import org.tabadla.model.Lang;

/// How a word sounds, as other scripts would write it: three looks of growing care.
record Sounds(String coarse, String fine, String syllables) {
  /// News uses the same names again and again.
  private static final @Nullable Known[] KNOWN = new Known[1 << 14];

  private static final int MOST_CHARS = 40;

  private record Known(String surface, String lang, Sounds sounds) {}

  /// Looks among those made lately. Threads may race for a slot: each finds a whole entry or none.
  static Sounds of(String surface, Lang lang) {
    String tag = lang.primary();
    int slot = (surface.hashCode() * 31 + tag.hashCode()) & (KNOWN.length - 1);
    Known known = KNOWN[slot];
    if (known != null && known.surface.equals(surface) && known.lang.equals(tag)) {
      return known.sounds;
    }
    var made =
        new Sounds(
            Concepts.skeleton(surface, lang),
            Transcription.fine(surface),
            Transcription.asChineseHears(surface));
    if (surface.length() <= MOST_CHARS) {
      KNOWN[slot] = new Known(surface, tag, made);
    }
    return made;
  }
}
