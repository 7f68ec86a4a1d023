package org.tabadla.bench;

import java.io.IOException;
import java.util.List;
import java.util.concurrent.TimeUnit;
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
import org.openjdk.jmh.profile.GCProfiler;
import org.openjdk.jmh.runner.Runner;
import org.openjdk.jmh.runner.RunnerException;
import org.openjdk.jmh.runner.options.OptionsBuilder;
import org.tabadla.ProjectFilesForBench;
import org.tabadla.model.Page;

/// `./tabadla bench jmh`: time and allocation of reading one page, an average one of those at hand,
/// beside parsing it.
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
@Fork(1)
@Warmup(iterations = 4, time = 3)
@Measurement(iterations = 5, time = 3)
public class ReadBenchmark {
  private List<Page> pages = List.of();
  private int next;

  static void run() throws RunnerException {
    var options =
        new OptionsBuilder()
            .include(ReadBenchmark.class.getName())
            .include(UrduBenchmark.class.getName())
            .addProfiler(GCProfiler.class)
            .build();
    new Runner(options).run();
  }

  @Setup
  public void load() throws IOException {
    pages = ProjectFilesForBench.pages();
  }

  @Benchmark
  public Object parse() {
    return PageTool.parse(page());
  }

  @Benchmark
  public Object read() {
    return PageTool.TABADLA.read(page());
  }

  private Page page() {
    return pages.get(next++ % pages.size());
  }
}
