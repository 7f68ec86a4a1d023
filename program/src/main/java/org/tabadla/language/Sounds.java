package org.tabadla.language;

import com.ibm.icu.text.Transliterator;
import java.util.HashMap;
import java.util.Map;
import org.tabadla.urdu.ConsonantSkeleton;
import org.tabadla.urdu.UrduLatin;

/// Latin letters and coarse consonant classes for words of any script.
///
/// Urdu's letters are told by {@link UrduLatin}, those of its sisters and of Cyrillic script by
/// `sounds.tsv`; others go through ICU's `Any-Latin`.
final class Sounds {
  private static final int LONGEST_TEXT_CHARS = 400;

  private Sounds() {}

  private static final class Table {
    static final Map<Character, String> LATIN = new HashMap<>(UrduLatin.letters());
    static final Transliterator ANY =
        Transliterator.getInstance("Any-Latin; NFD; [:Nonspacing Mark:] Remove; NFC; Lower");

    static {
      for (String[] row : Tables.rows("sounds.tsv", 2)) {
        LATIN.put(row[0].charAt(0), row[1]);
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
    return ConsonantSkeleton.coarse(romanize(word));
  }
}
