package org.tabadla.urdu;

import java.util.Set;
import java.util.stream.Collectors;
import org.apache.lucene.analysis.Analyzer;
import org.apache.lucene.analysis.CharArraySet;
import org.apache.lucene.analysis.StopFilter;
import org.apache.lucene.analysis.TokenStream;
import org.apache.lucene.analysis.Tokenizer;

/// A Lucene analyzer for Urdu: one form for each letter, compounds written apart, a guarded
/// stemmer.
///
/// It removes no stop words unless it is told to, so that phrases stay findable.
public final class UrduAnalyzer extends Analyzer {
  private final boolean folded;
  private final CharArraySet stop;

  private static final class Stop {
    static final Set<String> WORDS =
        Rows.of("stopwords.tsv", 1).stream()
            .map(row -> UrduNormalizer.fold(row[0]))
            .collect(Collectors.toUnmodifiableSet());
  }

  /// @param folded whether spellings and forms of a word meet, or only its letters have one form
  public UrduAnalyzer(boolean folded) {
    this(folded, Set.of());
  }

  /// @param stop words to leave out, such as {@link #stopWords}; of the folded kind in all their
  ///   spellings and forms
  public UrduAnalyzer(boolean folded, Set<String> stop) {
    this.folded = folded;
    this.stop =
        new CharArraySet(
            folded
                ? stop.stream().flatMap(word -> UrduTokenizer.folded(word).stream()).toList()
                : stop,
            false);
  }

  /// @return words that say nothing about a text's subject, as {@link UrduNormalizer#fold} gives
  ///   them
  public static Set<String> stopWords() {
    return Stop.WORDS;
  }

  @Override
  protected TokenStreamComponents createComponents(String field) {
    Tokenizer source = new UrduTokenizer(folded);
    TokenStream result = stop.isEmpty() ? source : new StopFilter(source, stop);
    return new TokenStreamComponents(source, result);
  }
}
