package org.tabadla.language;

import com.ibm.icu.text.Transliterator;
import java.util.HashMap;
import java.util.Map;

/// Latin letters and coarse consonant classes for words of any script.
///
/// The letters of Arabic and Cyrillic script are in `sounds.tsv`; others go through ICU's
/// `Any-Latin`.
final class Sounds {
  private static final int SHORTEST_SKELETON = 2;
  private static final int LONGEST_SKELETON = 12;
  private static final int LONGEST_TEXT_CHARS = 400;

  private Sounds() {}

  private static final class Table {
    static final Map<Character, String> LATIN = new HashMap<>();
    static final Map<Character, Character> CLASS = new HashMap<>();
    static final Transliterator ANY =
        Transliterator.getInstance("Any-Latin; NFD; [:Nonspacing Mark:] Remove; NFC; Lower");

    static {
      for (String[] row : Tables.rows("sounds.tsv", 2)) {
        LATIN.put(row[0].charAt(0), row[1]);
      }
      // One class for what scripts confuse: voiced and voiceless, b p f v w, s z, r, l, m, n, k g
      // q.
      String[] classes = {"pbfvw", "tdþ", "kgqcxh", "szjç", "r", "l", "m", "n"};
      char name = 'A';
      for (String letters : classes) {
        for (int i = 0; i < letters.length(); i++) {
          CLASS.put(letters.charAt(i), name);
        }
        name++;
      }
    }
  }

  static String romanize(String text) {
    String head =
        text.length() <= LONGEST_TEXT_CHARS ? text : text.substring(0, LONGEST_TEXT_CHARS);
    String folded = DateFold.fold(head);
    var out = new StringBuilder(folded.length() + 8);
    boolean strange = false;
    for (int i = 0; i < folded.length(); i++) {
      char c = folded.charAt(i);
      String latin = Table.LATIN.get(c);
      if (latin != null) {
        out.append(latin);
      } else {
        strange |= c > 0x24F && Character.isLetter(c);
        out.append(c);
      }
    }
    if (!strange) {
      return out.toString();
    }
    // A transliterator keeps no state between calls but is not documented as thread-safe.
    synchronized (Table.ANY) {
      return Table.ANY.transliterate(out.toString());
    }
  }

  static String skeleton(String word) {
    String latin = romanize(word);
    var out = new StringBuilder();
    char last = 0;
    for (int i = 0; i < latin.length() && out.length() < LONGEST_SKELETON; i++) {
      char c = latin.charAt(i);
      char next = i + 1 < latin.length() ? latin.charAt(i + 1) : ' ';
      if (c == 'h' && i > 0 && "aeiou".indexOf(latin.charAt(i - 1)) < 0) {
        continue;
      }
      // Hushing sounds are one class however they are spelt: sh, ch, zh, kh of «خ» stays a
      // guttural.
      boolean hushing = next == 'h' && (c == 's' || c == 'c' || c == 'z');
      char is = hushing ? 'D' : Table.CLASS.getOrDefault(c, ' ');
      if (is == ' ') {
        // Arabic script writes no short vowels, so a vowel parts no doubled sound.
        continue;
      }
      if (is != last) {
        out.append(is);
      }
      last = is;
    }
    return out.length() < SHORTEST_SKELETON ? "" : out.toString();
  }
}
