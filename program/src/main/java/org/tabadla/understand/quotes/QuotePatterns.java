package org.tabadla.understand.quotes;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// How one language says who said what: a part of `quotes.tsv`.
///
/// @param direct between quotation marks; sought in the text as {@link QuoteMarks} hides it
/// @param inside between marks too, with the speaker told amid the words; sought in the plain text
/// @param indirect in the outlet's words, a sentence at a time
/// @param cues parts of words, one of which stands in each sentence that is worth the patterns
/// @param cuts what stands before or after a speaker's name and is no part of it
/// @param pronouns speakers that mean the one before
/// @param documents verbs whose speakers no pronoun means
/// @param rejects speakers that are none
/// @param noWords words that nobody said
record QuotePatterns(
    List<Pattern> direct,
    List<Pattern> inside,
    List<Pattern> indirect,
    List<String> cues,
    List<Pattern> cuts,
    List<Pattern> pronouns,
    List<Pattern> documents,
    List<Pattern> rejects,
    List<Pattern> noWords) {
  private static final int COLUMNS = 3;
  private static final String OPEN_QUOTE = "“(?<words>\uE000{4,900})”";
  private static final String ANY_QUOTE = "“(?<words>\uE000{4,900}\uE001?)”";

  private static final List<String[]> ROWS = table();
  private static final Map<String, QuotePatterns> ALL =
      Stream.of("ur", "en", "zh", "ru")
          .collect(Collectors.toMap(Function.identity(), QuotePatterns::read));

  private static final QuotePatterns NONE = read("");

  /// @return the patterns of a language; none for one that quotes are not read in
  static QuotePatterns of(String lang) {
    return ALL.getOrDefault(lang, NONE);
  }

  private static QuotePatterns read(String lang) {
    return new QuotePatterns(
        rows(lang, "direct"),
        rows(lang, "inside"),
        rows(lang, "indirect"),
        cells(lang, "cue").flatMap(cell -> Stream.of(cell.split(" ", -1))).toList(),
        rows(lang, "cut"),
        rows(lang, "pronoun"),
        rows(lang, "document"),
        rows(lang, "reject"),
        rows(lang, "nowords"));
  }

  private static List<Pattern> rows(String lang, String kind) {
    return cells(lang, kind)
        .map(cell -> cell.replace("ANYQUOTE", ANY_QUOTE).replace("OPENQUOTE", OPEN_QUOTE))
        .map(Pattern::compile)
        .toList();
  }

  private static Stream<String> cells(String lang, String kind) {
    return ROWS.stream()
        .filter(cells -> cells[0].equals(lang) && cells[1].equals(kind))
        .map(cells -> cells[2]);
  }

  private static List<String[]> table() {
    try (InputStream in = QuotePatterns.class.getResourceAsStream("quotes.tsv")) {
      String all = new String(Objects.requireNonNull(in).readAllBytes(), StandardCharsets.UTF_8);
      return all.lines()
          .filter(line -> !line.startsWith("#"))
          .map(line -> line.split("\t", COLUMNS))
          .filter(cells -> cells.length == COLUMNS)
          .toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  boolean hasCue(String sentence) {
    return cues.stream().anyMatch(sentence::contains);
  }

  boolean isPronoun(String speaker) {
    return pronouns.stream().anyMatch(p -> p.matcher(speaker).matches());
  }

  boolean isDocument(String verb) {
    return documents.stream().anyMatch(p -> p.matcher(verb).matches());
  }

  boolean isNobody(String speaker) {
    return rejects.stream().anyMatch(p -> p.matcher(speaker).find());
  }

  boolean isNothingSaid(String words) {
    return noWords.stream().anyMatch(p -> p.matcher(words).lookingAt());
  }
}
