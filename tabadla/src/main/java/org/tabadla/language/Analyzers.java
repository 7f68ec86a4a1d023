package org.tabadla.language;

import org.apache.lucene.analysis.Analyzer;
import org.apache.lucene.analysis.standard.StandardAnalyzer;
import org.tabadla.model.Lang;

/// Lucene analyzers, one a language.
public final class Analyzers {
  private static final Analyzer STANDARD = new StandardAnalyzer();

  private Analyzers() {}

  /// @return the analyzer of the folded field: spellings of one word meet, different words stay
  ///   apart; shared, thread-safe
  public static Analyzer folded(Lang lang) {
    return STANDARD;
  }

  /// @return the analyzer of the exact field: only letters in one form, no stemming
  public static Analyzer exact(Lang lang) {
    return STANDARD;
  }
}
