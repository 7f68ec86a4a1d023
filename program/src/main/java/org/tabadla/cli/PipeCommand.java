package org.tabadla.cli;

import java.io.BufferedReader;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.OutputStreamWriter;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.lang.management.ManagementFactory;
import java.lang.management.MemoryPoolMXBean;
import java.lang.management.MemoryType;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.Locale;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.jspecify.annotations.Nullable;
import org.tabadla.model.Refusal;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/// A Unix filter: one JSON object a line in, one a line out, in the same order.
@Command(
    name = "pipe",
    description =
        "Annotates a corpus: one JSON object a line in, one a line out, in the same order.",
    footer = {
      "",
      "Tasks: @|bold read feed robots sitemap url charset date opml discover reachable language sentences words terms"
          + " numbers keywords copies stories across similar|@",
      "",
      "Example:",
      "  echo '{\"id\":1,\"text\":\"3.5 ٹریلین ڈالر\",\"lang\":\"ur\"}' | ./tabadla pipe numbers"
    })
final class PipeCommand implements Runnable {
  private static final int AHEAD_PER_THREAD = 16;

  @Parameters(index = "0", paramLabel = "TASK", description = "What to do with each line")
  String task = "";

  @Option(
      names = "--base",
      paramLabel = "DIR",
      description = "The folder that *_file paths start from (default: .)")
  Path base = Path.of("");

  @Option(
      names = "--threads",
      paramLabel = "N",
      description = "Threads for tasks without a memory (default: all cores)")
  int threads = Runtime.getRuntime().availableProcessors();

  @Option(
      names = "--stats",
      description = "Print lines, seconds, lines/s and peak heap to standard error at the end")
  boolean stats;

  private final InputStream in;
  private final Said said;

  PipeCommand(InputStream in, Said said) {
    this.in = in;
    this.said = said;
  }

  @Override
  public void run() {
    if (threads < 1) {
      throw new Refusal("--threads: " + threads, "give a number from 1");
    }
    PipeTask chosen = PipeTasks.named(task, base);
    long began = System.nanoTime();
    long lines;
    try (var reader = new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8));
        var writer =
            new BufferedWriter(new OutputStreamWriter(said.out(), StandardCharsets.UTF_8))) {
      lines =
          switch (chosen) {
            case PipeTask.Line each -> lines(reader, writer, each);
            case PipeTask.Stream stream -> stream(reader, writer, stream);
            case PipeTask.Whole whole -> whole(reader, writer, whole);
          };
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    if (stats) {
      double seconds = (System.nanoTime() - began) / 1e9;
      said.note(
          String.format(
              Locale.ROOT,
              "%d lines, %.2f s, %.1f lines/s, peak heap %d MB",
              lines,
              seconds,
              lines / seconds,
              peakHeapBytes() >> 20));
    }
  }

  private long lines(BufferedReader reader, Writer writer, PipeTask.Line task) throws IOException {
    long n = 0;
    try (var workers = Executors.newFixedThreadPool(threads)) {
      var ahead = new ArrayDeque<Future<String>>();
      for (String line = reader.readLine(); line != null; line = reader.readLine()) {
        long number = ++n;
        String text = line;
        ahead.add(workers.submit(() -> answered(text, number, task::answer)));
        while (ahead.size() >= threads * AHEAD_PER_THREAD
            || (!ahead.isEmpty() && ahead.peek().isDone())) {
          write(writer, ahead.remove());
        }
        if (!reader.ready()) {
          while (!ahead.isEmpty()) {
            write(writer, ahead.remove());
          }
          writer.flush();
        }
      }
      while (!ahead.isEmpty()) {
        write(writer, ahead.remove());
      }
    }
    return n;
  }

  private long stream(BufferedReader reader, Writer writer, PipeTask.Stream task)
      throws IOException {
    long n = 0;
    for (String line = reader.readLine(); line != null; line = reader.readLine()) {
      write(writer, answered(line, ++n, task::answer));
      if (!reader.ready()) {
        writer.flush();
      }
    }
    for (ObjectNode last : task.end()) {
      write(writer, last.toString());
    }
    return n;
  }

  private long whole(BufferedReader reader, Writer writer, PipeTask.Whole task) throws IOException {
    long n = 0;
    for (String line = reader.readLine(); line != null; line = reader.readLine()) {
      String wrong =
          answered(
              line,
              ++n,
              object -> {
                task.take(object);
                return JsonNodeFactory.instance.objectNode();
              });
      if (wrong.contains("\"error\"")) {
        write(writer, wrong);
      }
    }
    task.end(answer -> {
      try {
        write(writer, answer.toString());
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    });
    return n;
  }

  private interface Answerer {
    ObjectNode answer(ObjectNode line);
  }

  /// One of the three doors where a bug is caught: a line that breaks a task must not end the run.
  private static String answered(String text, long number, Answerer task) {
    ObjectNode object = parsed(text);
    ObjectNode out = JsonNodeFactory.instance.objectNode();
    if (object == null) {
      return out.put("line", number)
          .put("error", "no JSON object: " + text.substring(0, Math.min(text.length(), 80)))
          .toString();
    }
    JsonNode id = object.get("id");
    out.set("id", id == null ? JsonNodeFactory.instance.nullNode() : id);
    try {
      out.setAll(task.answer(object));
    } catch (RuntimeException | StackOverflowError e) {
      out.put("error", e.getMessage() == null ? e.toString() : e.getMessage());
    }
    return out.toString();
  }

  private static @Nullable ObjectNode parsed(String text) {
    try {
      return Said.JSON.readTree(text) instanceof ObjectNode object ? object : null;
    } catch (JacksonException e) {
      return null;
    }
  }

  private static void write(Writer writer, Future<String> answer) throws IOException {
    try {
      write(writer, answer.get());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IOException("interrupted", e);
    } catch (ExecutionException e) {
      throw new IllegalStateException(e.getCause());
    }
  }

  private static void write(Writer writer, String line) throws IOException {
    writer.write(line);
    writer.write('\n');
  }

  private static long peakHeapBytes() {
    return ManagementFactory.getMemoryPoolMXBeans().stream()
        .filter(pool -> pool.getType() == MemoryType.HEAP)
        .map(MemoryPoolMXBean::getPeakUsage)
        .mapToLong(usage -> usage.getUsed())
        .sum();
  }
}
