package org.tabadla.understand;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.tabadla.language.Concepts;
import org.tabadla.language.Letters;
import org.tabadla.model.Lang;
import org.tabadla.model.Name;

/// The key that the spellings of one name share across scripts, when no table knows it.
///
/// A person of two names or more goes by the sounds of their consonants: «عثمان بنگش» and "Usman
/// Bangash" are one. Where that says too little, and for places and organisations, whose words are
/// translated rather than spelt, it is the folded words.
final class NameKey {
  private static final int FEWEST_SOUNDS = 6;

  private NameKey() {}

  static String of(String words, Name.Kind kind, Lang lang) {
    String folded = Letters.fold(words, lang);
    String prefix = kind.name().toLowerCase(Locale.ROOT) + ":";
    if (kind != Name.Kind.PERSON) {
      return prefix + folded.replace(' ', '-');
    }
    List<String> sounds = new ArrayList<>();
    int all = 0;
    for (String word : folded.split("[ ·‧・-]+", -1)) {
      String sound = Concepts.sounds(word);
      all += sound.length();
      sounds.add(sound);
    }
    boolean safe = sounds.size() > 1 && all >= FEWEST_SOUNDS && !sounds.contains("");
    return prefix + (safe ? "~" + String.join("-", sounds) : folded.replace(' ', '-'));
  }
}
