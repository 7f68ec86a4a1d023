package org.tabadla.read;

import java.util.BitSet;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.tabadla.language.Dates;

/// What is certain of single lines whatever a model makes of them: what was said before, counters
/// («Post Views: 1»), and at the edges of the body bylines and dates.
final class LineVetoes {
  /// A shorter line may well be said twice.
  private static final float AGAIN_MIN_UNITS = 25;

  private static final float COUNTER_MAX_UNITS = 40;
  private static final float DATE_MAX_UNITS = 45;
  private static final float BYLINE_MAX_UNITS = 45;
  private static final int SIGNED = 1 << PagePhrases.KINDS.indexOf("signed");

  private static final class Counters {
    static final Set<String> WORDS = new HashSet<>();

    static {
      for (String row : CharsetLabels.rows("page-counters.tsv")) {
        WORDS.addAll(List.of(row.substring(row.indexOf('\t') + 1).split("\\|", -1)));
      }
    }
  }

  private LineVetoes() {}

  /// Takes lines out of a body.
  ///
  /// @param why is given the reason of each line that is taken out
  static void apply(PageTree tree, BitSet kept, String title, Map<Integer, String> why) {
    Set<String> said = new HashSet<>();
    for (int i = kept.nextSetBit(0); i >= 0; i = kept.nextSetBit(i + 1)) {
      Line line = tree.lines().get(i);
      String reason = null;
      if (line.text().equals(title)) {
        reason = "the headline";
      } else if (line.units() > AGAIN_MIN_UNITS && !said.add(line.text())) {
        reason = "said before";
      } else if (isCounter(line)) {
        reason = "a counter";
      }
      drop(kept, i, reason, why);
    }
    trim(tree, kept, why);
  }

  private static void drop(
      BitSet kept, int line, @Nullable String reason, Map<Integer, String> why) {
    if (reason != null) {
      kept.clear(line);
      why.put(line, reason);
    }
  }

  private static void trim(PageTree tree, BitSet kept, Map<Integer, String> why) {
    int first = kept.nextSetBit(0);
    for (String reason = beforeBody(tree, first);
        reason != null;
        reason = beforeBody(tree, first)) {
      drop(kept, first, reason, why);
      first = kept.nextSetBit(first + 1);
    }
    int last = kept.length() - 1;
    while (last > first && isDate(tree.lines().get(last))) {
      drop(kept, last, "a date after the body", why);
      last = kept.length() - 1;
    }
  }

  /// @return what a line is that stands before the body and not in it, or null
  private static @Nullable String beforeBody(PageTree tree, int line) {
    if (line < 0) {
      return null;
    }
    Line first = tree.lines().get(line);
    if (isDate(first)) {
      return "a date before the body";
    }
    boolean signed =
        first.units() <= BYLINE_MAX_UNITS
            && !first.endsSentence()
            && !Prose.isHeading(LineTraits.boxOf(tree, line))
            && (PagePhrases.kinds(first.text()) & SIGNED) != 0;
    return signed ? "a byline before the body" : null;
  }

  private static boolean isDate(Line line) {
    return line.units() <= DATE_MAX_UNITS
        && line.text().codePoints().anyMatch(Character::isDigit)
        && Dates.parse(line.text(), null, null).isPresent();
  }

  /// @return the line is figures and the words of a counter and nothing else, or begins so and ends
  ///   no sentence: «Post Views: 1 Next story»
  static boolean isCounter(Line line) {
    if (line.units() > COUNTER_MAX_UNITS || line.endsSentence()) {
      return false;
    }
    String text = line.text();
    int figure = 0;
    while (figure < text.length() && !Character.isDigit(text.charAt(figure))) {
      figure++;
    }
    return figure < text.length()
        && (isCounted(letters(text)) || isCounted(letters(text.substring(0, figure))));
  }

  private static boolean isCounted(String words) {
    return Counters.WORDS.contains(words);
  }

  /// @return the words in lower case with single spaces, without figures and marks
  private static String letters(String text) {
    var words = new StringBuilder();
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (Character.isLetter(c) || isVowelSign(c)) {
        words.append(c);
      } else if (!words.isEmpty() && words.charAt(words.length() - 1) != ' ') {
        words.append(' ');
      }
    }
    return words.toString().strip().toLowerCase(Locale.ROOT);
  }

  private static boolean isVowelSign(char c) {
    int type = Character.getType(c);
    return type == Character.NON_SPACING_MARK || type == Character.COMBINING_SPACING_MARK;
  }
}
