package org.tabadla.language;

import com.ibm.icu.text.Transliterator;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.tabadla.model.Span;

/// Names by their sound, beside {@link Concepts#skeleton}: without the sounds that Arabic script
/// writes as vowels, and as Chinese hears them.
public final class Transcription {
  private static final int FEWEST_CHARACTERS = 2;
  private static final int LONGEST_NAME_CHARACTERS = 10;
  private static final String NO_SOUND = "";

  private Transcription() {}

  /// A name in Chinese characters.
  ///
  /// @param syllables its consonants, a class each
  public record Heard(Span span, String syllables) {}

  private static final class Han {
    static final Map<Character, String> SOUNDS = new HashMap<>();

    static {
      var pinyin = Transliterator.getInstance("Han-Latin; NFD; [:Nonspacing Mark:] Remove; Lower");
      for (String[] row : Tables.rows("han-names.tsv", 1)) {
        for (int i = 0; i < row[0].length(); i++) {
          char c = row[0].charAt(i);
          SOUNDS.put(c, syllable(pinyin.transliterate(String.valueOf(c)).strip()));
        }
      }
    }

    /// An opening consonant, and an n or ng that closes.
    private static String syllable(String pinyin) {
      if (pinyin.equals("er")) {
        return "L";
      }
      String open = sounds(pinyin.substring(0, pinyin.length() > 1 ? 2 : 1), true);
      boolean nasal = pinyin.endsWith("n") || pinyin.endsWith("ng");
      return (open.isEmpty() ? open : open.substring(0, 1)) + (nasal ? "N" : "");
    }
  }

  /// @return whether Chinese writes foreign names with this character
  public static boolean isHeard(char c) {
    return Han.SOUNDS.containsKey(c);
  }

  /// @return names written in characters that are used for foreign ones, in text order
  public static List<Heard> in(String text) {
    List<Heard> out = new ArrayList<>();
    int i = 0;
    while (i < text.length()) {
      if (!Han.SOUNDS.containsKey(text.charAt(i))) {
        i++;
        continue;
      }
      int end = i;
      var sounds = new StringBuilder();
      while (end < text.length() && Han.SOUNDS.containsKey(text.charAt(end))) {
        sounds.append(Han.SOUNDS.get(text.charAt(end)));
        end++;
      }
      if (end - i >= FEWEST_CHARACTERS && end - i <= LONGEST_NAME_CHARACTERS) {
        out.add(new Heard(new Span(i, end), single(sounds)));
      }
      i = end;
    }
    return out;
  }

  /// @param latin as {@link Sounds#romanize} writes a word
  /// @return the consonants of a word, without h, v and w, which scripts leave out or write as
  ///   vowels: the same for «واشنگٹن» and "Washington"
  static String fine(String latin) {
    var out = new StringBuilder();
    for (int i = 0; i < latin.length(); i++) {
      char next = i + 1 < latin.length() ? latin.charAt(i + 1) : ' ';
      String sound =
          switch (latin.charAt(i)) {
            case 'p', 'b' -> "P";
            case 'f' -> "F";
            case 't', 'd' -> "T";
            case 'k', 'g', 'q', 'x' -> "K";
            case 'c' -> next == 'h' || next == 'e' || next == 'i' ? "S" : "K";
            case 's', 'z', 'j' -> "S";
            case 'r' -> "R";
            case 'l' -> "L";
            case 'm' -> "M";
            case 'n' -> "N";
            default -> NO_SOUND;
          };
      out.append(sound);
    }
    return single(out);
  }

  /// @return the consonants of a word of another script as Chinese would hear them
  public static String asChineseHears(String word) {
    return hears(Sounds.romanize(word));
  }

  /// @param latin as {@link Sounds#romanize} writes a word
  static String hears(String latin) {
    return single(new StringBuilder(sounds(latin, false)));
  }

  /// @param pinyin whether q and x are hushing sounds
  private static String sounds(String latin, boolean pinyin) {
    var out = new StringBuilder();
    for (int i = 0; i < latin.length(); i++) {
      out.append(
          switch (latin.charAt(i)) {
            case 'p', 'b', 'f' -> "P";
            case 't', 'd' -> "T";
            case 'k', 'g' -> "K";
            case 'c' -> pinyin ? "S" : "K";
            case 'q', 'x' -> pinyin ? "S" : "K";
            case 's', 'z', 'j' -> "S";
            case 'r', 'l' -> "L";
            case 'm' -> "M";
            case 'n' -> "N";
            default -> NO_SOUND;
          });
    }
    return out.toString();
  }

  /// One of each run of the same sound.
  private static String single(StringBuilder sounds) {
    var out = new StringBuilder();
    for (int i = 0; i < sounds.length(); i++) {
      if (i == 0 || sounds.charAt(i) != sounds.charAt(i - 1)) {
        out.append(sounds.charAt(i));
      }
    }
    return out.toString();
  }
}
