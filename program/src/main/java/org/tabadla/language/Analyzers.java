package org.tabadla.language;

import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.apache.lucene.analysis.Analyzer;
import org.apache.lucene.analysis.TokenStream;
import org.apache.lucene.analysis.Tokenizer;
import org.apache.lucene.analysis.ar.ArabicStemFilter;
import org.apache.lucene.analysis.cjk.CJKBigramFilter;
import org.apache.lucene.analysis.cjk.CJKWidthFilter;
import org.apache.lucene.analysis.de.GermanLightStemFilter;
import org.apache.lucene.analysis.en.EnglishPossessiveFilter;
import org.apache.lucene.analysis.en.KStemFilter;
import org.apache.lucene.analysis.es.SpanishLightStemFilter;
import org.apache.lucene.analysis.fr.FrenchLightStemFilter;
import org.apache.lucene.analysis.hi.HindiNormalizationFilter;
import org.apache.lucene.analysis.hi.HindiStemFilter;
import org.apache.lucene.analysis.icu.segmentation.ICUTokenizer;
import org.apache.lucene.analysis.in.IndicNormalizationFilter;
import org.apache.lucene.analysis.it.ItalianLightStemFilter;
import org.apache.lucene.analysis.pt.PortugueseLightStemFilter;
import org.apache.lucene.analysis.ru.RussianLightStemFilter;
import org.apache.lucene.analysis.standard.StandardTokenizer;
import org.tabadla.model.Lang;
import org.tabadla.urdu.UrduAnalyzer;

/// Lucene analyzers, one a language. None removes stop words: phrases stay findable.
public final class Analyzers {
  private static final Set<String> CJK = Set.of("zh", "ja", "ko");
  private static final Map<String, Analyzer> FOLDED = new ConcurrentHashMap<>();
  private static final Map<String, Analyzer> EXACT = new ConcurrentHashMap<>();

  /// The most languages that are kept; a page may claim to be in any.
  private static final int MOST_LANGUAGES = 200;

  private Analyzers() {}

  /// @return the analyzer of the folded field: spellings of one word meet, different words stay
  ///   apart; shared, thread-safe
  public static Analyzer folded(Lang lang) {
    return kept(FOLDED, lang, true);
  }

  /// @return the analyzer of the exact field: only letters in one form, no stemming
  public static Analyzer exact(Lang lang) {
    return kept(EXACT, lang, false);
  }

  private static Analyzer kept(Map<String, Analyzer> known, Lang lang, boolean folded) {
    String tag = lang.primary();
    String key = known.size() < MOST_LANGUAGES || known.containsKey(tag) ? tag : Lang.UND.tag();
    return known.computeIfAbsent(
        key, k -> "ur".equals(k) ? new UrduAnalyzer(folded) : new ForLanguage(k, folded));
  }

  private static final class ForLanguage extends Analyzer {
    private final Lang lang;
    private final boolean folded;

    ForLanguage(String tag, boolean folded) {
      this.lang = new Lang(tag);
      this.folded = folded;
    }

    @Override
    protected TokenStreamComponents createComponents(String field) {
      if (CJK.contains(lang.primary())) {
        Tokenizer source = new StandardTokenizer();
        TokenStream letters = new FoldFilter(new CJKWidthFilter(source), lang);
        return new TokenStreamComponents(source, new CJKBigramFilter(letters));
      }
      Tokenizer source = new ICUTokenizer();
      boolean possessive = folded && lang.primary().equals("en");
      TokenStream words = possessive ? new EnglishPossessiveFilter(source) : source;
      TokenStream letters = new FoldFilter(words, lang);
      return new TokenStreamComponents(source, folded ? stemmed(letters) : letters);
    }

    private TokenStream stemmed(TokenStream letters) {
      return switch (lang.primary()) {
        case "en" -> new KStemFilter(letters);
        case "ar" -> new ArabicStemFilter(letters);
        case "ru" -> new RussianLightStemFilter(letters);
        case "hi" ->
            new HindiStemFilter(
                new HindiNormalizationFilter(new IndicNormalizationFilter(letters)));
        case "de" -> new GermanLightStemFilter(letters);
        case "fr" -> new FrenchLightStemFilter(letters);
        case "es" -> new SpanishLightStemFilter(letters);
        case "it" -> new ItalianLightStemFilter(letters);
        case "pt" -> new PortugueseLightStemFilter(letters);
        default -> letters;
      };
    }
  }
}
