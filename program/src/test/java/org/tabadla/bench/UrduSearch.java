package org.tabadla.bench;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.lucene.analysis.Analyzer;
import org.apache.lucene.analysis.TokenStream;
import org.apache.lucene.analysis.ar.ArabicAnalyzer;
import org.apache.lucene.analysis.fa.PersianAnalyzer;
import org.apache.lucene.analysis.icu.ICUFoldingFilter;
import org.apache.lucene.analysis.icu.segmentation.ICUTokenizer;
import org.apache.lucene.analysis.standard.StandardAnalyzer;
import org.apache.lucene.document.Document;
import org.apache.lucene.document.Field;
import org.apache.lucene.document.StringField;
import org.apache.lucene.document.TextField;
import org.apache.lucene.index.DirectoryReader;
import org.apache.lucene.index.IndexWriter;
import org.apache.lucene.index.IndexWriterConfig;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.ScoreDoc;
import org.apache.lucene.store.ByteBuffersDirectory;
import org.apache.lucene.util.QueryBuilder;
import org.jspecify.annotations.Nullable;
import org.tabadla.ProjectFilesForBench;
import org.tabadla.urdu.UrduAnalyzer;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// How well Urdu is found by plain Lucene with the Urdu analyzer and with those that others take
/// for Urdu today, on queries with judged answers (`urdu-queries.tsv`).
///
/// The texts are the Urdu articles of the project's gold and, where the language pack is at hand,
/// its Urdu news texts. `./tabadla bench urdu-search` prints the table.
final class UrduSearch {
  private static final String TEXT = "text";
  private static final String ID = "id";
  private static final int FIRST_PAGE = 10;
  private static final Path GOLD = Path.of("program/src/test/resources/gold/stories");
  private static final Path QUERIES =
      Path.of("program/src/test/resources/org/tabadla/bench/urdu-queries.tsv");

  /// What was asked, and the texts that answer it.
  record Asked(String kind, String query, Set<String> answers) {}

  /// @param id unique
  /// @param group what `urdu-queries.tsv` names: the article's story, or the text's event
  record Written(String id, String group, String text) {}

  /// Of one analyzer.
  ///
  /// @param map mean average precision over all queries
  /// @param recall mean share of the answers that stand among the first ten
  /// @param byKind mean average precision, by kind of query
  record Result(double map, double recall, Map<String, Double> byKind) {}

  private UrduSearch() {}

  /// @return the analyzers by name, the project's first
  static Map<String, Analyzer> contenders() {
    var all = new LinkedHashMap<String, Analyzer>();
    all.put("UrduAnalyzer", new UrduAnalyzer(true));
    all.put("UrduAnalyzer, exact", new UrduAnalyzer(false));
    all.put("StandardAnalyzer", new StandardAnalyzer());
    all.put(
        "ICU tokenizer and folding",
        new Analyzer() {
          @Override
          protected TokenStreamComponents createComponents(String field) {
            var words = new ICUTokenizer();
            TokenStream folded = new ICUFoldingFilter(words);
            return new TokenStreamComponents(words, folded);
          }
        });
    all.put("PersianAnalyzer", new PersianAnalyzer());
    all.put("ArabicAnalyzer", new ArabicAnalyzer());
    return all;
  }

  static void print() throws IOException {
    List<Written> texts = texts(true);
    List<Asked> queries = queries(texts);
    System.out.printf("%d queries, %d texts%n%n", queries.size(), texts.size());
    Set<String> kinds =
        queries.stream().map(Asked::kind).collect(Collectors.toCollection(TreeSet::new));
    System.out.printf("| analyzer | MAP | recall at 10 | %s |%n", String.join(" | ", kinds));
    System.out.printf("| --- | --- | --- |%s%n", " --- |".repeat(kinds.size()));
    for (var contender : contenders().entrySet()) {
      Result result = measure(contender.getValue(), texts, queries);
      String each =
          kinds.stream()
              .map(kind -> String.format(Locale.ROOT, "%.3f", result.byKind.get(kind)))
              .collect(Collectors.joining(" | "));
      System.out.printf(
          Locale.ROOT,
          "| %s | %.3f | %.3f | %s |%n",
          contender.getKey(),
          result.map,
          result.recall,
          each);
    }
  }

  static Result measure(Analyzer analyzer, List<Written> texts, List<Asked> queries)
      throws IOException {
    try (var folder = new ByteBuffersDirectory()) {
      try (var writer = new IndexWriter(folder, new IndexWriterConfig(analyzer))) {
        for (Written text : texts) {
          var document = new Document();
          document.add(new StringField(ID, text.id, Field.Store.YES));
          document.add(new TextField(TEXT, text.text, Field.Store.NO));
          writer.addDocument(document);
        }
      }
      try (var reader = DirectoryReader.open(folder)) {
        return measure(new IndexSearcher(reader), new QueryBuilder(analyzer), queries);
      }
    }
  }

  private static Result measure(IndexSearcher searcher, QueryBuilder builder, List<Asked> queries)
      throws IOException {
    var precisions = new TreeMap<String, List<Double>>();
    var recalls = new ArrayList<Double>();
    for (Asked asked : queries) {
      List<String> found = found(searcher, builder.createBooleanQuery(TEXT, asked.query));
      precisions
          .computeIfAbsent(asked.kind, _ -> new ArrayList<>())
          .add(averagePrecision(found, asked.answers));
      long first = found.stream().limit(FIRST_PAGE).filter(asked.answers::contains).count();
      recalls.add((double) first / Math.min(FIRST_PAGE, asked.answers.size()));
    }
    var byKind = new TreeMap<String, Double>();
    precisions.forEach((kind, values) -> byKind.put(kind, mean(values)));
    List<Double> all = precisions.values().stream().flatMap(List::stream).toList();
    return new Result(mean(all), mean(recalls), byKind);
  }

  private static List<String> found(IndexSearcher searcher, @Nullable Query query)
      throws IOException {
    var ids = new ArrayList<String>();
    if (query != null) {
      for (ScoreDoc hit : searcher.search(query, searcher.getIndexReader().maxDoc()).scoreDocs) {
        ids.add(searcher.storedFields().document(hit.doc).get(ID));
      }
    }
    return ids;
  }

  private static double averagePrecision(List<String> found, Set<String> answers) {
    double sum = 0;
    int right = 0;
    for (int i = 0; i < found.size(); i++) {
      if (answers.contains(found.get(i))) {
        sum += (double) ++right / (i + 1);
      }
    }
    return sum / answers.size();
  }

  private static double mean(List<Double> values) {
    return values.stream().mapToDouble(Double::doubleValue).average().orElse(0);
  }

  /// @return the queries that some of the texts answer
  static List<Asked> queries(List<Written> texts) throws IOException {
    Map<String, Set<String>> groups =
        texts.stream()
            .collect(
                Collectors.groupingBy(
                    Written::group, Collectors.mapping(Written::id, Collectors.toSet())));
    var queries = new ArrayList<Asked>();
    for (String line : Files.readAllLines(ProjectFilesForBench.root().resolve(QUERIES))) {
      if (line.startsWith("#")) {
        continue;
      }
      String[] cells = line.split("\t", -1);
      Set<String> answers =
          Stream.of(cells[2].split(" ", -1))
              .flatMap(group -> groups.getOrDefault(group, Set.of()).stream())
              .collect(Collectors.toSet());
      if (!answers.isEmpty()) {
        queries.add(new Asked(cells[0], cells[1], answers));
      }
    }
    return queries;
  }

  /// @param packs with those of the language pack, where it is at hand
  static List<Written> texts(boolean packs) throws IOException {
    var texts = new ArrayList<Written>();
    Path gold = ProjectFilesForBench.root().resolve(GOLD);
    try (Stream<Path> files = Files.list(gold)) {
      for (Path file : files.sorted().toList()) {
        for (JsonNode article : lines(file)) {
          if (is(article, "ur")) {
            texts.add(
                new Written(
                    article.get("id").asString(),
                    "gold:" + article.get("story").asString(),
                    article.get("title").asString() + "\n" + article.get("text").asString()));
          }
        }
      }
    }
    Path pack = packs ? ProjectFilesForBench.packs() : null;
    if (pack != null) {
      for (JsonNode news : lines(pack.resolve("language/crosslingual_news.jsonl"))) {
        if (is(news, "ur")) {
          String event = "ntrex:" + news.get("event").asString();
          String text =
              news.get("sentences")
                  .valueStream()
                  .map(JsonNode::asString)
                  .collect(Collectors.joining("\n"));
          texts.add(new Written(event, event, text));
        }
      }
    }
    return texts;
  }

  private static boolean is(JsonNode article, String lang) {
    return article.get("lang").asString().equals(lang);
  }

  private static List<JsonNode> lines(Path file) {
    try (Stream<String> lines = Files.lines(file)) {
      return lines.filter(line -> !line.isBlank()).map(JsonMapper.shared()::readTree).toList();
    } catch (IOException e) {
      throw new UncheckedIOException(file.toString(), e);
    }
  }
}
