package org.tabadla.understand.quotes;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// How one language says who said what: a part of `quotes.tsv`.
record QuotePatterns(
    List<Pattern> direct, List<Pattern> indirect, List<Pattern> cuts, List<Pattern> pronouns) {
  private static final int COLUMNS = 3;
  private static final Map<String, QuotePatterns> ALL =
      Stream.of("ur", "en", "zh", "ru")
          .collect(Collectors.toMap(Function.identity(), QuotePatterns::read));

  /// @return the patterns of a language; none for one that quotes are not read in
  static QuotePatterns of(String lang) {
    return ALL.getOrDefault(lang, new QuotePatterns(List.of(), List.of(), List.of(), List.of()));
  }

  private static QuotePatterns read(String lang) {
    return new QuotePatterns(
        rows(lang, "direct"), rows(lang, "indirect"), rows(lang, "cut"), rows(lang, "pronoun"));
  }

  private static List<Pattern> rows(String lang, String kind) {
    List<Pattern> out = new ArrayList<>();
    try (InputStream in = QuotePatterns.class.getResourceAsStream("quotes.tsv")) {
      String all = new String(Objects.requireNonNull(in).readAllBytes(), StandardCharsets.UTF_8);
      for (String line : all.lines().filter(l -> !l.startsWith("#")).toList()) {
        String[] cells = line.split("\t", COLUMNS);
        if (cells.length == COLUMNS && cells[0].equals(lang) && cells[1].equals(kind)) {
          out.add(Pattern.compile(cells[2]));
        }
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return List.copyOf(out);
  }
}
