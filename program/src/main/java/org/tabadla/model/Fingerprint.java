package org.tabadla.model;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.text.Normalizer;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/// What of an article decides whether it is a new version: its letters and numbers.
///
/// White space, the choice among marks of punctuation, letters written as one or as two code points
/// and what a counter or a clock leaves in the text are none of it. A minus, a decimal point or a
/// colon between digits is: 3.5 is not 35.
final class Fingerprint {
  private static final int PASSING_MAX_CHARS = 60;

  /// Beside the European signs the Arabic ones: percent, decimal, thousands.
  private static final String PERCENT = "%\u066A";

  private static final String SIGNS = "+-\u2212";
  private static final String POINTS = ".,:/\u066B\u066C";

  private Fingerprint() {}

  private static final class Passing {
    static final Set<String> WORDS = new HashSet<>();

    static {
      try (InputStream in = Fingerprint.class.getResourceAsStream("passing-words.tsv")) {
        if (in == null) {
          throw new IllegalStateException("no resource passing-words.tsv");
        }
        new String(in.readAllBytes(), StandardCharsets.UTF_8)
            .lines()
            .filter(line -> !line.isBlank() && !line.startsWith("#"))
            .forEach(line ->
                WORDS.addAll(List.of(line.substring(line.indexOf('\t') + 1).split(" ", -1))));
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }
  }

  static String of(Article article) {
    var words = new StringBuilder();
    add(words, article.title().value());
    add(words, article.standfirst() == null ? "" : article.standfirst().value());
    article.authors().forEach(author -> add(words, author.value()));
    for (String line : article.text().split("\n", -1)) {
      if (!isPassing(line)) {
        add(words, line);
      }
    }
    return Digest.brief(words.toString());
  }

  private static void add(StringBuilder out, String text) {
    String plain = Normalizer.normalize(text, Normalizer.Form.NFKC);
    boolean gap = false;
    char last = ' ';
    for (int i = 0; i < plain.length(); i++) {
      char c = plain.charAt(i);
      if (isSaid(c) || isOfNumber(plain, i)) {
        // A space counts only where it parts words of Latin letters: «کیے گئے۔فورم» and its mended
        // form are the same words.
        out.append(gap && isLatin(last) && isLatin(c) ? " " : "").append(c);
        gap = false;
        last = c;
      } else {
        gap |= Character.isWhitespace(c);
      }
    }
    out.append('\n');
  }

  private static boolean isSaid(char c) {
    int type = Character.getType(c);
    return Character.isLetterOrDigit(c)
        || Character.isSurrogate(c)
        || type == Character.NON_SPACING_MARK
        || type == Character.COMBINING_SPACING_MARK;
  }

  private static boolean isLatin(char c) {
    return c < 0x250 && Character.isLetter(c);
  }

  private static boolean isOfNumber(String text, int i) {
    char c = text.charAt(i);
    boolean after = i + 1 < text.length() && Character.isDigit(text.charAt(i + 1));
    boolean before = i > 0 && Character.isDigit(text.charAt(i - 1));
    if (PERCENT.indexOf(c) >= 0) {
      return before;
    }
    if (SIGNS.indexOf(c) >= 0) {
      return after && !before;
    }
    return before && after && POINTS.indexOf(c) >= 0;
  }

  /// Tells whether a line is what a counter or a clock wrote: numbers and passing words alone, at
  /// least one number.
  static boolean isPassing(String line) {
    if (line.isEmpty() || line.length() > PASSING_MAX_CHARS) {
      return false;
    }
    boolean number = false;
    int start = -1;
    for (int i = 0; i <= line.length(); i++) {
      boolean letter =
          i < line.length()
              && (Character.isLetter(line.charAt(i))
                  || Character.getType(line.charAt(i)) == Character.NON_SPACING_MARK
                  || Character.getType(line.charAt(i)) == Character.COMBINING_SPACING_MARK
                  || line.charAt(i) == '\u200C');
      number |= i < line.length() && Character.isDigit(line.charAt(i));
      if (letter && start < 0) {
        start = i;
      } else if (!letter && start >= 0) {
        if (!Passing.WORDS.contains(line.substring(start, i).toLowerCase(Locale.ROOT))) {
          return false;
        }
        start = -1;
      }
    }
    return number;
  }
}
