package org.tabadla.urdu;

import java.util.List;
import java.util.stream.Stream;
import org.apache.lucene.analysis.TokenStream;
import org.jspecify.annotations.Nullable;

/// {@link UrduNormalizer} for terms: one form for each letter, and for searching one spelling for
/// each word. What is several words after that («ﷺ», «کےلیے») becomes several terms.
///
/// ```
/// TokenStream terms = new UrduNormalizationFilter(new UrduTokenizer(), Level.SEARCH);
/// ```
public final class UrduNormalizationFilter extends PartsFilter {
  /// How far spellings are brought together.
  public enum Level {
    /// One form for each letter; nothing that a reader sees as spelling is changed.
    DISPLAY,
    /// Spellings of one word meet.
    SEARCH
  }

  private final Level level;
  private final LetterRepair repair = new LetterRepair();
  private final SearchFold fold = new SearchFold();

  public UrduNormalizationFilter(TokenStream input, Level level) {
    super(input);
    this.level = level;
  }

  @Override
  @Nullable List<String> parts() {
    char[] text = term.buffer();
    int n = term.length();
    if (level == Level.DISPLAY && !LetterRepair.looksBroken(text, 0, n)) {
      return null;
    }
    if (level == Level.SEARCH && SearchFold.isFolded(text, n)) {
      return null;
    }
    Chars made =
        switch (level) {
          case DISPLAY -> {
            repair.repair(text, 0, n);
            yield repair.out;
          }
          case SEARCH -> fold.fold(text, 0, n);
        };
    for (int i = 0; i < made.length; i++) {
      if (made.array[i] == ' ') {
        return Stream.of(made.toString().split(" +", -1)).filter(part -> !part.isEmpty()).toList();
      }
    }
    term.copyBuffer(made.array, 0, made.length);
    return made.length == 0 ? List.of() : null;
  }
}
