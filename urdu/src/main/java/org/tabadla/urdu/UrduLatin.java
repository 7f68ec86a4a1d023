package org.tabadla.urdu;

import java.text.Normalizer;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;

/// Writes Urdu in Latin letters, for addresses and for matching names.
///
/// Common words and names are spelled as English newspapers of Pakistan do, others letter by
/// letter, with the short vowels guessed that the script leaves out.
///
/// ```java
/// UrduLatin.of("شہباز شریف"); // shehbaz sharif
/// UrduLatin.slug("شنگھائی تعاون تنظیم"); // shanghai-taawun-tanzeem
/// ```
public final class UrduLatin {
  /// The longest slug; it ends with a whole word.
  public static final int LONGEST_SLUG_CHARS = 80;

  private static final int LONGEST_WORD_CHARS = 40;

  private UrduLatin() {}

  private static final class Table {
    static final Map<Character, String> LETTERS = new HashMap<>();
    static final Map<String, String> WORDS = new HashMap<>();

    static {
      for (String[] row : Rows.of("latin.tsv", 3)) {
        if (row[0].equals("letter")) {
          LETTERS.put(row[1].charAt(0), row[2]);
        } else {
          WORDS.put(FigureFold.fold(row[1]), row[2]);
        }
      }
    }
  }

  /// @return each letter of Urdu, folded as {@link FigureFold} does, in Latin ones without
  ///   guessing: «و» is o, «ع» a
  public static Map<Character, String> letters() {
    return Map.copyOf(Table.LETTERS);
  }

  /// @return the text in Latin letters; what is of no Urdu letter stays as it is
  public static String of(String text) {
    var out = new StringBuilder(text.length() + 16);
    int i = 0;
    while (i < text.length()) {
      int end = i;
      while (end < text.length() && isWord(text.charAt(end))) {
        end++;
      }
      if (end > i) {
        out.append(word(FigureFold.fold(text.substring(i, end))));
        i = end;
      } else {
        out.append(digit(text.charAt(i)));
        i++;
      }
    }
    return out.toString();
  }

  private static boolean isWord(char c) {
    return UrduLetters.isArabic(c)
        || (c >= '\u064B' && c <= '\u0655')
        || c == '\u0670'
        || c == UrduLetters.TATWEEL;
  }

  private static char digit(char c) {
    return Character.isDigit(c) ? (char) ('0' + Character.digit(c, 10)) : c;
  }

  private static String word(String folded) {
    String known = Table.WORDS.get(folded);
    if (known != null) {
      return known;
    }
    return folded.length() > LONGEST_WORD_CHARS
        ? plain(folded)
        : new GuessedVowels(folded, Table.LETTERS).latin();
  }

  private static String plain(String folded) {
    var out = new StringBuilder();
    for (int i = 0; i < folded.length(); i++) {
      out.append(Table.LETTERS.getOrDefault(folded.charAt(i), ""));
    }
    return out.toString();
  }

  /// @return small ASCII letters and digits with hyphens between words, at most {@value
  ///   #LONGEST_SLUG_CHARS} characters; "" when the text has neither Urdu nor Latin letters
  public static String slug(String text) {
    String head =
        text.length() > 4 * LONGEST_SLUG_CHARS ? text.substring(0, 4 * LONGEST_SLUG_CHARS) : text;
    String latin = Normalizer.normalize(of(head), Normalizer.Form.NFKD).toLowerCase(Locale.ROOT);
    var out = new StringBuilder();
    var word = new StringBuilder();
    for (int i = 0; i <= latin.length(); i++) {
      char c = i < latin.length() ? latin.charAt(i) : ' ';
      if ((c >= 'a' && c <= 'z') || (c >= '0' && c <= '9')) {
        word.append(c);
      } else if (Character.getType(c) != Character.NON_SPACING_MARK && c != '\'') {
        if (!word.isEmpty() && out.length() + word.length() + 1 <= LONGEST_SLUG_CHARS) {
          out.append(out.isEmpty() ? "" : "-").append(word);
        } else if (!word.isEmpty()) {
          break;
        }
        word.setLength(0);
      }
    }
    return out.toString();
  }
}
