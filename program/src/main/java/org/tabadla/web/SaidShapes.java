package org.tabadla.web;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.tabadla.language.Topics;
import org.tabadla.model.About;
import org.tabadla.model.Quote;
import org.tabadla.model.Span;
import org.tabadla.store.QuoteRecords.Spoken;
import org.tabadla.store.Store;

/// The API's shapes of topics and quotes. Spans are pairs of UTF-16 indices into the article's
/// blocks joined by line feeds, end exclusive.
final class SaidShapes {
  private SaidShapes() {}

  static Map<String, @Nullable Object> about(About about) {
    var out = new LinkedHashMap<String, @Nullable Object>();
    out.put("code", about.code());
    out.put("above", about.above());
    out.put("labels", labels(about.code()));
    out.put("weight", about.weight());
    out.put("reasons", about.reasons().stream().map(Safe::text).toList());
    return out;
  }

  private static Map<String, String> labels(String code) {
    Topics.Topic topic = Topics.IPTC.byCode(code);
    return topic == null ? Map.of() : new TreeMap<>(topic.labels());
  }

  static Map<String, Object> topic(Store.Count count) {
    var out = new LinkedHashMap<String, Object>();
    out.put("code", count.key());
    out.put("labels", labels(count.key()));
    out.put("articles", count.articles());
    return out;
  }

  /// A story's topics with how many of its articles are about each, the most first.
  static List<Map<String, Object>> topics(List<Store.Telling> told) {
    Map<String, Long> counts = new TreeMap<>();
    told.forEach(telling ->
        telling.notes().topics().forEach(about -> counts.merge(about.code(), 1L, Long::sum)));
    return counts.entrySet().stream()
        .sorted(Map.Entry.<String, Long>comparingByValue().reversed())
        .map(e ->
            Map.<String, Object>of(
                "code", e.getKey(), "labels", labels(e.getKey()), "articles", e.getValue()))
        .toList();
  }

  static Map<String, @Nullable Object> quote(Quote quote) {
    var out = new LinkedHashMap<String, @Nullable Object>();
    out.put("speaker", Safe.text(quote.speaker()));
    out.put("name", quote.name());
    out.put("words", Safe.text(quote.words()));
    out.put("direct", quote.isDirect());
    out.put("speakerSpan", span(quote.speakerSpan()));
    out.put("wordsSpan", span(quote.span()));
    out.put("verbSpan", span(quote.verbSpan()));
    return out;
  }

  private static List<Integer> span(Span span) {
    return List.of(span.start(), span.end());
  }

  static Stream<Map<String, @Nullable Object>> quotes(Store.Telling telling) {
    return telling.notes().quotes().stream()
        .map(quote -> {
          var out = quote(quote);
          out.put("article", telling.id().value());
          return out;
        });
  }

  static Stream<Map<String, @Nullable Object>> spoken(Spoken spoken) {
    return spoken.quotes().stream()
        .map(quote -> {
          var out = quote(quote);
          out.put("article", Shapes.row(spoken.row()));
          return out;
        });
  }
}
