package org.tabadla.urdu;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.lucene.analysis.Analyzer;
import org.apache.lucene.analysis.CharFilterFactory;
import org.apache.lucene.analysis.TokenFilterFactory;
import org.apache.lucene.analysis.TokenizerFactory;
import org.apache.lucene.analysis.custom.CustomAnalyzer;
import org.apache.lucene.analysis.tokenattributes.CharTermAttribute;
import org.apache.lucene.document.Document;
import org.apache.lucene.document.Field;
import org.apache.lucene.document.TextField;
import org.apache.lucene.index.DirectoryReader;
import org.apache.lucene.index.IndexWriter;
import org.apache.lucene.index.IndexWriterConfig;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.TopDocs;
import org.apache.lucene.search.uhighlight.UnifiedHighlighter;
import org.apache.lucene.store.ByteBuffersDirectory;
import org.apache.lucene.util.QueryBuilder;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// What Solr and OpenSearch do with this module: find its factories by name and index with them.
/// Nothing else of Tabadla is on the class path here.
class FactoriesTest {
  private static final String TEXT = "لاہور: ایس۔سی۔او کے وزرا نے كتابوں پر بات کی";

  private static Analyzer byName() throws IOException {
    return CustomAnalyzer.builder()
        .addCharFilter("urduNormalization")
        .withTokenizer("urdu")
        .addTokenFilter("urduNormalization", "level", "search")
        .addTokenFilter("urduCompound")
        .addTokenFilter("urduAcronym")
        .addTokenFilter("urduStop")
        .addTokenFilter("urduStem")
        .build();
  }

  @Test
  void factoriesAreFoundByName() {
    assertThat(TokenizerFactory.forName("urdu", new HashMap<>()))
        .isInstanceOf(UrduTokenizerFactory.class);
    assertThat(CharFilterFactory.availableCharFilters()).contains("urduNormalization");
    assertThat(TokenFilterFactory.availableTokenFilters())
        .contains("urduNormalization", "urduCompound", "urduAcronym", "urduStop", "urduStem");
    assertThatThrownBy(
            () -> TokenFilterFactory.forName("urduStem", new HashMap<>(Map.of("levle", "x"))))
        .hasStackTraceContaining("levle");
  }

  @ParameterizedTest
  @ValueSource(strings = {"کتاب", "SCO", "S.C.O.", "ایس سی او", "وزرا"})
  void anIndexedTextIsFoundAndHighlighted(String words) throws IOException {
    assertThat(highlighted(byName(), words)).contains("<b>");
  }

  @Test
  void aHitIsMarkedInTheTextAsItWas() throws IOException {
    assertThat(highlighted(byName(), "کتاب")).contains("<b>كتابوں</b>");
  }

  @Test
  void thePartsInOneAnalyzerDoAsTheAnalyzerDoes() throws IOException {
    try (Analyzer named = byName();
        var whole = new UrduAnalyzer(true, UrduAnalyzer.stopWords())) {
      assertThat(terms(named)).contains("کتاب", "sco").isEqualTo(terms(whole));
    }
  }

  private static List<String> terms(Analyzer analyzer) throws IOException {
    List<String> out = new ArrayList<>();
    try (var stream = analyzer.tokenStream("f", TEXT)) {
      var term = stream.addAttribute(CharTermAttribute.class);
      stream.reset();
      while (stream.incrementToken()) {
        out.add(term.toString());
      }
      stream.end();
    }
    return out;
  }

  private static String highlighted(Analyzer analyzer, String words) throws IOException {
    try (var directory = new ByteBuffersDirectory()) {
      try (var writer = new IndexWriter(directory, new IndexWriterConfig(analyzer))) {
        var document = new Document();
        document.add(new TextField("body", TEXT, Field.Store.YES));
        writer.addDocument(document);
      }
      try (var reader = DirectoryReader.open(directory)) {
        var searcher = new IndexSearcher(reader);
        Query query = new QueryBuilder(analyzer).createPhraseQuery("body", words);
        TopDocs found = searcher.search(query, 1);
        assertThat(found.scoreDocs).as(words).hasSize(1);
        String[] passages =
            UnifiedHighlighter.builder(searcher, analyzer).build().highlight("body", query, found);
        return passages[0];
      }
    }
  }
}
