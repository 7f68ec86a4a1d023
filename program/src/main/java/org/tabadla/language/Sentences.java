package org.tabadla.language;

import com.ibm.icu.text.BreakIterator;
import com.ibm.icu.util.ULocale;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Pattern;
import org.tabadla.model.Lang;
import org.tabadla.model.Span;
import org.tabadla.urdu.UrduSentenceBreaker;

/// Cuts a text into sentences; a decimal point, an initial or an abbreviation ends none.
public final class Sentences {
  /// Languages that close a sentence with ۔ as Urdu does.
  private static final Set<String> URDU_STOP = Set.of("ur", "pnb", "skr", "ks");

  private static final char URDU_FULL_STOP = '\u06D4';
  private static final Map<String, BreakIterator> ITERATORS = new ConcurrentHashMap<>();
  private static final int LONGEST_ABBREVIATION_CHARS = 12;
  private static final Pattern LINES = Pattern.compile("[^\\r\\n\\u2028\\u2029]+");
  private static final Pattern INITIAL = Pattern.compile("(?:^|[\\s.\\u00A0(])\\p{Lu}\\.$");
  private static final Pattern LIST_NUMBER =
      Pattern.compile("\\s*[(\\[]?(?:\\p{Nd}{1,3}|[a-z])[.)]\\s*");

  private Sentences() {}

  private static final class Abbreviations {
    static final Set<String> WORDS =
        Tables.rows("abbreviations.tsv", 1).stream()
            .map(row -> row[0])
            .collect(java.util.stream.Collectors.toUnmodifiableSet());
  }

  /// @return spans in order, without the white space around them; a newline always parts
  public static List<Span> of(String text, Lang lang) {
    if (URDU_STOP.contains(lang.primary()) || (text.indexOf(URDU_FULL_STOP) >= 0)) {
      return UrduSentenceBreaker.of(text).stream().map(s -> new Span(s.start(), s.end())).toList();
    }
    List<Span> out = new ArrayList<>();
    var iterator =
        (BreakIterator)
            ITERATORS
                .computeIfAbsent(
                    lang.primary(), tag -> BreakIterator.getSentenceInstance(new ULocale(tag)))
                .clone();
    var lines = LINES.matcher(text);
    while (lines.find()) {
      line(text, lines.start(), lines.end(), iterator, out);
    }
    return out;
  }

  private static void line(String text, int from, int to, BreakIterator iterator, List<Span> out) {
    String line = text.substring(from, to);
    iterator.setText(line);
    int start = 0;
    for (int end = iterator.next(); end != BreakIterator.DONE; end = iterator.next()) {
      if (end < line.length() && goesOn(line, start, end)) {
        continue;
      }
      add(line, start, end, from, out);
      start = end;
    }
    add(line, start, line.length(), from, out);
  }

  private static void add(String line, int start, int end, int offset, List<Span> out) {
    int from = start;
    int to = end;
    while (from < to && isBlank(line.charAt(from))) {
      from++;
    }
    while (to > from && isBlank(line.charAt(to - 1))) {
      to--;
    }
    if (to > from) {
      out.add(new Span(offset + from, offset + to));
    }
  }

  private static boolean isBlank(char c) {
    return Character.isWhitespace(c) || Character.isSpaceChar(c);
  }

  /// @return whether what ICU takes for an end is an abbreviation, an initial, a list number or is
  ///   followed by a small letter
  private static boolean goesOn(String line, int start, int end) {
    int to = end;
    while (to > start && isBlank(line.charAt(to - 1))) {
      to--;
    }
    if (to == start || line.charAt(to - 1) != '.') {
      return false;
    }
    if (Character.isLowerCase(line.charAt(end))) {
      return true;
    }
    if (to - start <= 5 && LIST_NUMBER.matcher(line.substring(start, to)).matches()) {
      return true;
    }
    String tail = line.substring(Math.max(start, to - LONGEST_ABBREVIATION_CHARS), to);
    if (INITIAL.matcher(tail).find()) {
      return true;
    }
    int word = Math.max(tail.lastIndexOf(' '), tail.lastIndexOf('(')) + 1;
    return Abbreviations.WORDS.contains(tail.substring(word).toLowerCase(java.util.Locale.ROOT));
  }
}
