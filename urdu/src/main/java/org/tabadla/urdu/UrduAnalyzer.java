package org.tabadla.urdu;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.apache.lucene.analysis.Analyzer;
import org.apache.lucene.analysis.CharArraySet;
import org.apache.lucene.analysis.LowerCaseFilter;
import org.apache.lucene.analysis.StopFilter;
import org.apache.lucene.analysis.TokenStream;
import org.apache.lucene.analysis.Tokenizer;
import org.apache.lucene.analysis.tokenattributes.CharTermAttribute;
import org.tabadla.urdu.UrduNormalizationFilter.Level;

/// A Lucene analyzer for Urdu. The folded kind is {@link UrduTokenizer}, {@link
/// UrduNormalizationFilter}, {@link UrduCompoundFilter}, {@link UrduAcronymFilter} and {@link
/// UrduStemFilter}; the exact kind only brings letters to one form and to lower case.
///
/// It removes no stop words unless it is told to, so that phrases stay findable.
///
/// ```
/// try (var analyzer = new UrduAnalyzer(true)) {
///   analyzer.tokenStream("body", "وزیرِاعظم کی كتابیں");  // وزیر, اعظم, کی, کتاب
/// }
/// ```
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
    this.stop = new CharArraySet(folded ? terms(stop) : stop, false);
  }

  private static List<String> terms(Set<String> words) {
    List<String> terms = new ArrayList<>();
    if (words.isEmpty()) {
      return terms;
    }
    try (var analyzer = new UrduAnalyzer(true);
        TokenStream stream = analyzer.tokenStream("stop", String.join(" \u06D4 ", words))) {
      var term = stream.addAttribute(CharTermAttribute.class);
      stream.reset();
      while (stream.incrementToken()) {
        terms.add(term.toString());
      }
      stream.end();
    } catch (IOException e) {
      throw new UncheckedIOException("a string reader failed", e);
    }
    return terms;
  }

  /// @return words that say nothing about a text's subject, as {@link UrduNormalizer#fold} gives
  ///   them
  public static Set<String> stopWords() {
    return Stop.WORDS;
  }

  @Override
  protected TokenStreamComponents createComponents(String field) {
    Tokenizer source = new UrduTokenizer();
    TokenStream words = folded ? folded(source) : exact(source);
    TokenStream result = stop.isEmpty() ? words : new StopFilter(words, stop);
    return new TokenStreamComponents(source, result);
  }

  private static TokenStream folded(TokenStream words) {
    TokenStream folded = new UrduNormalizationFilter(words, Level.SEARCH);
    return new UrduStemFilter(new UrduAcronymFilter(new UrduCompoundFilter(folded)));
  }

  private static TokenStream exact(TokenStream words) {
    return new LowerCaseFilter(new UrduNormalizationFilter(words, Level.DISPLAY));
  }
}
