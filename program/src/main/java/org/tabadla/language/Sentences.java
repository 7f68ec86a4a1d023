package org.tabadla.language;

import com.ibm.icu.text.BreakIterator;
import com.ibm.icu.util.ULocale;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
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
  private static final Pattern INITIAL =
      Pattern.compile(
          "(?:^|[\\s.\\u00A0(\u00AB\u201C\"])(?:\\p{Lu}|[\u0620-\u064A\u066E-\u06D3\u0904-\u0939]\\p{M}?)\\.$");

  /// "U.S.", «т.е.», "T.C.": letters with a point each.
  private static final Pattern DOTTED = Pattern.compile("(?:\\p{L}\\.){2,}");

  /// Languages that write an ordinal as a number with a full stop.
  private static final Set<String> ORDINAL_STOP = Set.of("tr", "de", "az", "fi", "cs", "hu", "sr");

  private static final Pattern ORDINAL = Pattern.compile("\\p{Nd}{1,2}\\.");
  private static final Pattern SPEAKER = Pattern.compile("\\p{IsHan}{1,4}[说道问喊說問][。，：]");
  private static final int LONGEST_SPEAKER_CHARS = 6;
  private static final String CLOSERS = "\u201D\u2019\"'\u00BB)\u300D\u300F";
  private static final String OPENERS = "(\u00AB\u201C\"";
  private static final String MARKS = "?!\uFF1F\uFF01\u061F\u2026";
  private static final Pattern LIST_NUMBER =
      Pattern.compile("\\s*[(\\[]?(?:\\p{Nd}{1,3}|[a-z])[.)]\\s*");

  private Sentences() {}

  private static final class Abbreviations {
    static final Set<String> TITLES = words("title");
    static final Set<String> CLOSING = words("closing");
    static final Set<String> STARTERS = words("starter");

    private static Set<String> words(String kind) {
      return Tables.rows("abbreviations.tsv", 2).stream()
          .filter(row -> row[0].equals(kind))
          .map(row -> row[1])
          .collect(Collectors.toUnmodifiableSet());
    }
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
      line(text, lines.start(), lines.end(), iterator, lang.primary(), out);
    }
    return out;
  }

  private static void line(
      String text, int from, int to, BreakIterator iterator, String lang, List<Span> out) {
    String line = text.substring(from, to);
    iterator.setText(line);
    int start = 0;
    for (int end = iterator.next(); end != BreakIterator.DONE; end = iterator.next()) {
      if (end < line.length() && goesOn(line, start, end, lang)) {
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

  /// @return whether what ICU takes for an end is none: what follows begins with a small letter or
  ///   tells who spoke, or the stop belongs to an abbreviation, an initial, an ordinal or a list
  private static boolean goesOn(String line, int start, int end, String lang) {
    int to = end;
    while (to > start && isBlank(line.charAt(to - 1))) {
      to--;
    }
    if (to == start) {
      return false;
    }
    char last = line.charAt(to - 1);
    if (last != '.') {
      return endsInMark(line, start, to)
          && (Character.isLowerCase(line.charAt(end)) || tellsSpeaker(line, end));
    }
    if (Character.isLowerCase(line.charAt(end))) {
      return true;
    }
    if (to - start <= 5 && LIST_NUMBER.matcher(line.substring(start, to)).matches()) {
      return true;
    }
    String tail = line.substring(Math.max(start, to - LONGEST_ABBREVIATION_CHARS), to);
    String word = tail.substring(afterBlank(tail)).toLowerCase(Locale.ROOT);
    if (Abbreviations.CLOSING.contains(word)
        || DOTTED.matcher(word).matches()
        || (ORDINAL_STOP.contains(lang) && ORDINAL.matcher(word).matches())) {
      return !startsSentence(line, end);
    }
    return INITIAL.matcher(tail).find() || Abbreviations.TITLES.contains(word);
  }

  /// A question or a call, with the quotes that close after it.
  private static boolean endsInMark(String line, int start, int to) {
    int i = to;
    while (i > start && CLOSERS.indexOf(line.charAt(i - 1)) >= 0) {
      i--;
    }
    return i > start && MARKS.indexOf(line.charAt(i - 1)) >= 0;
  }

  /// «“太好了！”他说。»
  private static boolean tellsSpeaker(String line, int end) {
    int most = Math.min(line.length(), end + LONGEST_SPEAKER_CHARS);
    return CLOSERS.indexOf(line.charAt(end - 1)) >= 0
        && SPEAKER.matcher(line.substring(end, most)).lookingAt();
  }

  private static int afterBlank(String tail) {
    int i = tail.length();
    while (i > 0 && !isBlank(tail.charAt(i - 1)) && OPENERS.indexOf(tail.charAt(i - 1)) < 0) {
      i--;
    }
    return i;
  }

  private static boolean startsSentence(String line, int from) {
    int end = from;
    int most = Math.min(line.length(), from + LONGEST_ABBREVIATION_CHARS);
    while (end < most && Character.isLetter(line.charAt(end))) {
      end++;
    }
    return Abbreviations.STARTERS.contains(line.substring(from, end).toLowerCase(Locale.ROOT));
  }
}
