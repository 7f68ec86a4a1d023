package org.tabadla.search;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.apache.lucene.analysis.TokenStream;
import org.apache.lucene.analysis.tokenattributes.PositionIncrementAttribute;
import org.apache.lucene.analysis.tokenattributes.TermToBytesRefAttribute;
import org.apache.lucene.document.Document;
import org.apache.lucene.index.IndexableField;
import org.apache.lucene.util.BytesRef;
import org.apache.lucene.util.IntsRefBuilder;
import org.jspecify.annotations.Nullable;

/// What of a {@link Vocabulary} stands in one article, and where: as Lucene would index it, with
/// the same fields and analyzers, but without an index.
final class ArticleTerms {
  private final Vocabulary vocabulary;
  private final @Nullable IntsRefBuilder[] positions;
  private final List<Integer> present = new ArrayList<>();
  private final long when;

  /// @param document as {@link IndexFields#document} makes it
  ArticleTerms(Document document, Vocabulary vocabulary) throws IOException {
    this.vocabulary = vocabulary;
    this.positions = new IntsRefBuilder[vocabulary.size()];
    this.when = document.getField(IndexFields.WHEN).numericValue().longValue();
    for (IndexableField field : document) {
      take(field);
    }
  }

  private void take(IndexableField field) throws IOException {
    Map<BytesRef, Integer> numbers = vocabulary.of(field.name());
    if (numbers == null) {
      return;
    }
    try (TokenStream tokens = field.tokenStream(IndexFields.ANALYZER, null)) {
      var term = tokens.addAttribute(TermToBytesRefAttribute.class);
      var step = tokens.addAttribute(PositionIncrementAttribute.class);
      int position = -1;
      tokens.reset();
      while (tokens.incrementToken()) {
        position += step.getPositionIncrement();
        Integer number = numbers.get(term.getBytesRef());
        if (number != null) {
          add(number, position);
        }
      }
      tokens.end();
    }
  }

  private void add(Integer number, int position) {
    IntsRefBuilder places = positions[number];
    if (places == null) {
      places = new IntsRefBuilder();
      positions[number] = places;
      present.add(number);
    }
    places.append(position);
  }

  /// @return the numbers of all terms that stand in it, each once
  List<Integer> present() {
    return present;
  }

  boolean has(int number) {
    return positions[number] != null;
  }

  boolean hasAt(int number, int position) {
    IntsRefBuilder places = positions[number];
    return places != null && Arrays.binarySearch(places.ints(), 0, places.length(), position) >= 0;
  }

  /// @return the positions of a term within its field, ascending; none where it is not
  int[] positions(int number) {
    IntsRefBuilder places = positions[number];
    return places == null ? new int[0] : Arrays.copyOf(places.ints(), places.length());
  }

  /// @return the article's moment, in milliseconds since 1970
  long when() {
    return when;
  }
}
