package org.tabadla.bench;

import java.io.IOException;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.apache.lucene.analysis.Analyzer;
import org.apache.lucene.analysis.ar.ArabicAnalyzer;
import org.apache.lucene.analysis.fa.PersianAnalyzer;
import org.apache.lucene.analysis.standard.StandardAnalyzer;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;
import org.tabadla.urdu.UrduAnalyzer;
import org.tabadla.urdu.UrduNormalizer;

/// `./tabadla bench jmh`: time and allocation of normalising and analyzing one Urdu article, beside
/// Lucene's own analyzers.
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
@Fork(1)
@Warmup(iterations = 3, time = 2)
@Measurement(iterations = 4, time = 2)
public class UrduBenchmark {
  private final Analyzer folded = new UrduAnalyzer(true);
  private final Analyzer exact = new UrduAnalyzer(false);
  private final Analyzer standard = new StandardAnalyzer();
  private final Analyzer persian = new PersianAnalyzer();
  private final Analyzer arabic = new ArabicAnalyzer();
  private final Analyzer icu = UrduBench.icu();
  private List<String> texts = List.of();
  private int next;

  @Setup
  public void load() throws IOException {
    texts = UrduBench.texts();
  }

  private String text() {
    return texts.get(next++ % texts.size());
  }

  @Benchmark
  public Object normalizeForDisplay() {
    return UrduNormalizer.display(text());
  }

  @Benchmark
  public Object normalizeForSearch() {
    return UrduNormalizer.fold(text());
  }

  @Benchmark
  public long urduFolded() throws IOException {
    return UrduBench.analyzed(folded, text());
  }

  @Benchmark
  public long urduExact() throws IOException {
    return UrduBench.analyzed(exact, text());
  }

  @Benchmark
  public long standard() throws IOException {
    return UrduBench.analyzed(standard, text());
  }

  @Benchmark
  public long persian() throws IOException {
    return UrduBench.analyzed(persian, text());
  }

  @Benchmark
  public long arabic() throws IOException {
    return UrduBench.analyzed(arabic, text());
  }

  @Benchmark
  public long icuAndFolding() throws IOException {
    return UrduBench.analyzed(icu, text());
  }
}
