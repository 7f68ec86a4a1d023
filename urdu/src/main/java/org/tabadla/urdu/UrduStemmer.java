package org.tabadla.urdu;

import java.util.List;
import org.apache.lucene.analysis.CharArrayMap;
import org.apache.lucene.analysis.CharArraySet;
import org.jspecify.annotations.Nullable;

/// Brings the plain and oblique forms of a noun together, where that is safe: «خبریں», «خبروں» to
/// «خبر»; «لڑکا», «لڑکے», «لڑکوں» and the forms of common verbs by closed lists. Never touches a
/// short word or a name's last letters: «پاکستان», «چین», «زمین» stay whole.
final class UrduStemmer {
  private static final int SHORTEST_STEM_CHARS = 3;
  private static final char ALEF = '\u0627';
  private static final char TEH = '\u062A';
  private static final char WAW = '\u0648';
  private static final char NOON_GHUNNA = '\u06BA';
  private static final char HEH = '\u06C1';

  private static final int SHORTEST_FORM_CHARS = 3;

  /// The letters that a verb's form in the list can end in.
  private static final String ENDS =
      "" + ALEF + NOON_GHUNNA + UrduLetters.YEH + UrduLetters.YEH_BARREE;

  private UrduStemmer() {}

  private static final class Nouns {
    static final CharArraySet STEMS = words("noun");
    static final CharArraySet PLURALS = words("plural");
    static final CharArraySet SHORT = words("short");
    static final CharArraySet GUARDS = words("guard");
    static final WordGate GUARDED = new WordGate();

    static {
      for (Object guard : GUARDS) {
        GUARDED.add(new String((char[]) guard));
      }
    }

    static boolean isGuarded(char[] word, int n) {
      return GUARDED.mayHave(word, 0, n) && GUARDS.contains(word, 0, n);
    }

    static CharArraySet words(String kind) {
      return new CharArraySet(
          Rows.words(Rows.of("nouns.tsv", 2), kind).stream().map(UrduNormalizer::fold).toList(),
          false);
    }
  }

  private static final class Lemmas {
    static final CharArrayMap<char[]> OF = new CharArrayMap<>(4096, false);
    static final WordGate GATE = new WordGate();

    static {
      List<String[]> rows = Rows.of("verbs.tsv", 3);
      for (String[] root : rows) {
        for (String[] ending : rows) {
          if (ending[0].equals("ending") && root[0].equals("root")) {
            put(root[1] + ending[1], root[1]);
          }
        }
      }
      for (String[] row : rows) {
        if (row[0].equals("form")) {
          put(row[1], row[2]);
        }
      }
    }

    static void put(String form, String lemma) {
      if (form.length() < SHORTEST_FORM_CHARS || ENDS.indexOf(form.charAt(form.length() - 1)) < 0) {
        throw new IllegalStateException("verbs.tsv: ends otherwise than looked for: " + form);
      }
      String folded = UrduNormalizer.fold(form);
      GATE.add(folded);
      OF.put(folded, UrduNormalizer.fold(lemma).toCharArray());
    }
  }

  /// @return the root of a verb's form that the list has, or null
  static char @Nullable [] lemma(char[] word, int n) {
    boolean maybe =
        n >= SHORTEST_FORM_CHARS
            && ENDS.indexOf(word[n - 1]) >= 0
            && Lemmas.GATE.mayHave(word, 0, n);
    return maybe ? Lemmas.OF.get(word, 0, n) : null;
  }

  /// @param word as {@link UrduNormalizer#fold} gives it
  /// @return how many of its characters the stem has
  static int stem(char[] word, int n) {
    if (n < SHORTEST_STEM_CHARS) {
      return n;
    }
    char last = word[n - 1];
    boolean maybe =
        last == NOON_GHUNNA || last == ALEF || last == HEH || last == UrduLetters.YEH_BARREE;
    if (!(maybe || last == TEH) || Nouns.isGuarded(word, n)) {
      return n;
    }
    if (last == TEH) {
      return word[n - 2] == ALEF && Nouns.PLURALS.contains(word, 0, n - 2) ? n - 2 : n;
    }
    if (last != NOON_GHUNNA) {
      return Nouns.STEMS.contains(word, 0, n - 1) ? n - 1 : n;
    }
    return plural(word, n);
  }

  /// «یں», «وں», and «یاں», «یوں» of words in «ی», which they keep.
  private static int plural(char[] word, int n) {
    char before = word[n - 2];
    boolean afterYeh = word[n - 3] == UrduLetters.YEH;
    if (afterYeh && (before == ALEF || before == WAW)) {
      return n - 2 >= SHORTEST_STEM_CHARS ? n - 2 : n;
    }
    if (before != WAW && before != UrduLetters.YEH) {
      return n;
    }
    boolean safe =
        n - 2 >= SHORTEST_STEM_CHARS
            || Nouns.STEMS.contains(word, 0, n - 2)
            || Nouns.SHORT.contains(word, 0, n - 2);
    return safe ? n - 2 : n;
  }
}
