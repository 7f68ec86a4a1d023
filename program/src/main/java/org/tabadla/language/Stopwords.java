package org.tabadla.language;

import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.apache.lucene.analysis.CharArraySet;
import org.apache.lucene.analysis.ar.ArabicAnalyzer;
import org.apache.lucene.analysis.bn.BengaliAnalyzer;
import org.apache.lucene.analysis.cz.CzechAnalyzer;
import org.apache.lucene.analysis.de.GermanAnalyzer;
import org.apache.lucene.analysis.el.GreekAnalyzer;
import org.apache.lucene.analysis.en.EnglishAnalyzer;
import org.apache.lucene.analysis.es.SpanishAnalyzer;
import org.apache.lucene.analysis.fa.PersianAnalyzer;
import org.apache.lucene.analysis.fr.FrenchAnalyzer;
import org.apache.lucene.analysis.hi.HindiAnalyzer;
import org.apache.lucene.analysis.id.IndonesianAnalyzer;
import org.apache.lucene.analysis.it.ItalianAnalyzer;
import org.apache.lucene.analysis.nl.DutchAnalyzer;
import org.apache.lucene.analysis.pt.PortugueseAnalyzer;
import org.apache.lucene.analysis.ru.RussianAnalyzer;
import org.apache.lucene.analysis.tr.TurkishAnalyzer;
import org.tabadla.model.Lang;
import org.tabadla.urdu.UrduAnalyzer;

/// Words that say nothing about what a text is about: our own list for Urdu, Lucene's for others,
/// each with our additions from `stopwords.tsv`.
public final class Stopwords {
  private static final Map<String, Set<String>> WORDS = new ConcurrentHashMap<>();
  private static final int MOST_LANGUAGES = 200;

  private Stopwords() {}

  /// @param folded a word as {@link Letters#fold} gives it
  public static boolean contains(String folded, Lang lang) {
    String tag = lang.primary();
    if (WORDS.size() > MOST_LANGUAGES && !WORDS.containsKey(tag)) {
      return false;
    }
    return WORDS.computeIfAbsent(tag, Stopwords::words).contains(folded);
  }

  private static Set<String> words(String tag) {
    Set<String> out = new HashSet<>();
    if ("ur".equals(tag)) {
      out.addAll(UrduAnalyzer.stopWords());
    }
    var lang = new Lang(tag);
    for (Object word : lucene(tag)) {
      out.add(Letters.fold(new String((char[]) word), lang));
    }
    for (String[] row : Tables.rows("stopwords.tsv", 2)) {
      if (row[0].equals(tag)) {
        out.add(Letters.fold(row[1], lang));
      }
    }
    return Set.copyOf(out);
  }

  private static CharArraySet lucene(String tag) {
    return switch (tag) {
      case "ar" -> ArabicAnalyzer.getDefaultStopSet();
      case "bn" -> BengaliAnalyzer.getDefaultStopSet();
      case "cs" -> CzechAnalyzer.getDefaultStopSet();
      case "de" -> GermanAnalyzer.getDefaultStopSet();
      case "el" -> GreekAnalyzer.getDefaultStopSet();
      case "en" -> EnglishAnalyzer.getDefaultStopSet();
      case "es" -> SpanishAnalyzer.getDefaultStopSet();
      case "fa" -> PersianAnalyzer.getDefaultStopSet();
      case "fr" -> FrenchAnalyzer.getDefaultStopSet();
      case "hi" -> HindiAnalyzer.getDefaultStopSet();
      case "id" -> IndonesianAnalyzer.getDefaultStopSet();
      case "it" -> ItalianAnalyzer.getDefaultStopSet();
      case "nl" -> DutchAnalyzer.getDefaultStopSet();
      case "pt" -> PortugueseAnalyzer.getDefaultStopSet();
      case "ru" -> RussianAnalyzer.getDefaultStopSet();
      case "tr" -> TurkishAnalyzer.getDefaultStopSet();
      default -> CharArraySet.EMPTY_SET;
    };
  }
}
