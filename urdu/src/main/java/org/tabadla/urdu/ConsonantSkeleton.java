package org.tabadla.urdu;

import java.util.HashMap;
import java.util.Map;

/// What is left of a word in Latin letters when its vowels go: a key under which one name meets
/// itself in other spellings and scripts.
///
/// ```java
/// ConsonantSkeleton.fine(UrduLatin.of("شہباز")); // Sbz
/// ConsonantSkeleton.fine("Shehbaz"); // Sbz
/// ConsonantSkeleton.coarse("Shahbas"); // the same as of Shehbaz
/// ```
public final class ConsonantSkeleton {
  private static final int SHORTEST = 2;
  private static final int LONGEST = 12;
  private static final String VOWELS = "aeiou";
  private static final Map<Character, Character> CLASS = new HashMap<>();

  static {
    // One class for what scripts confuse: voiced and voiceless, b p f v w, s z, r, l, m, n, k g q.
    String[] classes = {"pbfvw", "td\u00FE", "kgqcxh", "szj\u00E7", "r", "l", "m", "n"};
    char name = 'A';
    for (String letters : classes) {
      for (int i = 0; i < letters.length(); i++) {
        CLASS.put(letters.charAt(i), name);
      }
      name++;
    }
  }

  private ConsonantSkeleton() {}

  /// @param latin a word in small Latin letters
  /// @return a class of sounds for each consonant, A to H; "" when too few to mean anything
  public static String coarse(String latin) {
    var out = new StringBuilder();
    char last = 0;
    for (int i = 0; i < latin.length() && out.length() < LONGEST; i++) {
      char c = latin.charAt(i);
      if (c == 'h' && i > 0 && VOWELS.indexOf(latin.charAt(i - 1)) < 0) {
        continue;
      }
      // Hushing sounds are one class however they are spelt: sh, ch, zh; kh of «خ» stays a
      // guttural.
      boolean hushing = isBefore(latin, i, 'h') && (c == 's' || c == 'c' || c == 'z');
      char is = hushing ? 'D' : CLASS.getOrDefault(c, ' ');
      if (is == ' ') {
        // Arabic script writes no short vowels, so a vowel parts no doubled sound.
        continue;
      }
      if (is != last) {
        out.append(is);
      }
      last = is;
    }
    return out.length() < SHORTEST ? "" : out.toString();
  }

  /// @param latin a word in Latin letters
  /// @return the consonants with voice and place kept apart: S for sh, C for ch, h and the glides
  ///   only where they begin the word; "" when too few to mean anything
  public static String fine(String latin) {
    var out = new StringBuilder();
    for (int i = 0; i < latin.length() && out.length() < LONGEST; i++) {
      char is = fine(latin, i);
      if (is != ' ' && (out.isEmpty() || out.charAt(out.length() - 1) != is)) {
        out.append(is);
      }
    }
    return out.length() < SHORTEST ? "" : out.toString();
  }

  private static char fine(String latin, int i) {
    char c = Character.toLowerCase(latin.charAt(i));
    boolean breath = isBefore(latin, i, 'h');
    return switch (c) {
      case 's' -> breath ? 'S' : 's';
      case 'c' ->
          breath
              ? 'C'
              : isBefore(latin, i, 'e') || isBefore(latin, i, 'i') || isBefore(latin, i, 'y')
                  ? 's'
                  : 'k';
      case 'p' -> breath ? 'f' : 'p';
      case 'q', 'x' -> 'k';
      case 'v', 'w' -> i == 0 ? 'w' : ' ';
      case 'y', 'h' -> i == 0 ? c : ' ';
      case 'b', 'd', 'f', 'g', 'j', 'k', 'l', 'm', 'n', 'r', 't', 'z' -> c;
      default -> ' ';
    };
  }

  private static boolean isBefore(String latin, int i, char next) {
    return i + 1 < latin.length() && Character.toLowerCase(latin.charAt(i + 1)) == next;
  }
}
