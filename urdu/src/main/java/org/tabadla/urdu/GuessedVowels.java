package org.tabadla.urdu;

import java.util.Map;

/// One Urdu word in Latin letters: «و» and «ی» told as vowel or consonant by their neighbours, and
/// an a put where the syllable needs a vowel that is not written («مرکز» markaz, «بند» band, «خبر»
/// khabar).
final class GuessedVowels {
  private static final char ALEF = '\u0627';
  private static final char ALEF_MADDA = '\u0622';
  private static final char WAW = '\u0648';
  private static final char AIN = '\u0639';
  private static final char HEH = '\u06C1';
  private static final char ASPIRATE = '\u06BE';
  private static final char NASAL = '\u06BA';
  private static final String SONORANTS = "lmnr";

  private final String word;
  private final Map<Character, String> letters;
  private final StringBuilder out = new StringBuilder();

  GuessedVowels(String word, Map<Character, String> letters) {
    this.word = word;
    this.letters = letters;
  }

  String latin() {
    for (int i = 0; i < word.length(); i++) {
      switch (word.charAt(i)) {
        case ALEF, ALEF_MADDA -> alef(i);
        case WAW -> waw(i);
        case UrduLetters.YEH -> yeh(i);
        case UrduLetters.YEH_BARREE -> out.append('e');
        case UrduLetters.YEH_HAMZA -> hamza(i);
        case AIN -> ain(i);
        case HEH -> heh(i);
        case ASPIRATE -> aspirate(i);
        default -> consonant(i, letters.getOrDefault(word.charAt(i), ""));
      }
    }
    return out.toString();
  }

  private boolean isLast(int i) {
    return i + 1 == word.length();
  }

  private boolean afterVowel() {
    return !out.isEmpty() && "aeiou".indexOf(out.charAt(out.length() - 1)) >= 0;
  }

  /// @return whether a letter is read as a vowel in its place
  private boolean isVowel(int i) {
    if (i >= word.length()) {
      return false;
    }
    char c = word.charAt(i);
    boolean glide = c == WAW || c == UrduLetters.YEH;
    return c == ALEF
        || c == ALEF_MADDA
        || c == UrduLetters.YEH_BARREE
        || c == UrduLetters.YEH_HAMZA
        || c == AIN
        || (c == HEH && isLast(i))
        || (glide && !opensSyllable(i));
  }

  private boolean opensSyllable(int i) {
    char next = isLast(i) ? ' ' : word.charAt(i + 1);
    return i == 0
        || next == ALEF
        || next == UrduLetters.YEH_BARREE
        || (word.charAt(i) == WAW && next == UrduLetters.YEH)
        || (word.charAt(i) == UrduLetters.YEH && next == WAW);
  }

  /// An alef that carries a written vowel is silent: «ایران», «اوپر».
  private void alef(int i) {
    boolean carries =
        i == 0
            && word.charAt(i) == ALEF
            && !isLast(i)
            && (word.charAt(1) == UrduLetters.YEH || word.charAt(1) == WAW)
            && !opensSyllable(1);
    if (!carries) {
      out.append('a');
    }
  }

  private void waw(int i) {
    boolean consonant = opensSyllable(i) || (afterVowel() && !isLast(i));
    if (consonant) {
      consonant(i, "w");
    } else {
      out.append('o');
    }
  }

  private void yeh(int i) {
    if (opensSyllable(i)) {
      consonant(i, "y");
    } else {
      out.append('i');
    }
  }

  private void hamza(int i) {
    if (!isVowel(i + 1)) {
      out.append('i');
    }
  }

  private void ain(int i) {
    if (!afterVowel() && !(i == 0 && isVowel(1))) {
      out.append('a');
    }
  }

  private void heh(int i) {
    if (isLast(i) && !afterVowel()) {
      out.append(i == 0 ? "h" : "a");
    } else {
      consonant(i, "h");
    }
  }

  /// The vowel that the letter before was given comes after its breath: «بھر» is bhar.
  private void aspirate(int i) {
    out.append('h');
    vowel(i, "h", !startsSyllable(i - 1));
  }

  private boolean startsSyllable(int i) {
    return i <= 0 || out.length() < 3 || "aeiou".indexOf(out.charAt(out.length() - 3)) < 0;
  }

  private void consonant(int i, String latin) {
    boolean coda = afterVowel();
    out.append(latin);
    boolean breath = !isLast(i) && word.charAt(i + 1) == ASPIRATE;
    if (!latin.isEmpty() && !breath) {
      vowel(i, latin, coda);
    }
  }

  /// @param coda whether a vowel stands before, so that the consonant may close its syllable
  private void vowel(int i, String latin, boolean coda) {
    if (isLast(i) || isVowel(i + 1)) {
      return;
    }
    boolean nextLast = i + 2 >= word.length();
    if (!coda) {
      if (i == 0 || !nextLast || word.length() > 2) {
        out.append('a');
      }
    } else if (nextLast) {
      char next = word.charAt(i + 1);
      String sound = letters.getOrDefault(next, "");
      boolean rises = SONORANTS.contains(sound) && !sound.isEmpty() && next != NASAL;
      boolean breath = latin.equals("h") || SONORANTS.contains(latin);
      if (rises && !breath) {
        out.append('a');
      }
    }
  }
}
