package org.tabadla.cli;

import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import org.tabadla.model.Refusal;
import tools.jackson.databind.node.ObjectNode;

/// The table of pipe tasks.
final class PipeTasks {
  private PipeTasks() {}

  private static final Map<String, Function<Path, PipeTask>> TASKS = new TreeMap<>();

  static {
    line("language", TextTasks::language);
    line("sentences", TextTasks::sentences);
    line("words", TextTasks::words);
    line("terms", TextTasks::terms);
    line("numbers", TextTasks::numbers);
    line("date", TextTasks::date);
    line("url", PageTasks::url);
    line("robots", PageTasks::robots);
    line("reachable", PageTasks::reachable);
    line("keywords", LinkTasks::keywords);
    line("acts", ActTasks::acts);
    TASKS.put("read", base -> (PipeTask.Line) line -> PageTasks.read(line, base));
    TASKS.put("feed", base -> (PipeTask.Line) line -> FeedTasks.feed(line, base));
    TASKS.put("sitemap", base -> (PipeTask.Line) line -> FeedTasks.sitemap(line, base));
    TASKS.put("opml", base -> (PipeTask.Line) line -> FeedTasks.opml(line, base));
    TASKS.put("discover", base -> (PipeTask.Line) line -> FeedTasks.discover(line, base));
    TASKS.put("charset", _ -> (PipeTask.Line) PageTasks::charset);
    TASKS.put("copies", _ -> LinkTasks.copies());
    TASKS.put("stories", _ -> LinkTasks.stories());
    TASKS.put("across", _ -> LinkTasks.across());
    TASKS.put("similar", _ -> LinkTasks.similar());
    TASKS.put("claims", _ -> new ClaimTasks());
  }

  private static void line(String name, UnaryOperator<ObjectNode> answer) {
    TASKS.put(name, _ -> (PipeTask.Line) answer::apply);
  }

  /// @param base the folder that `*_file` paths start from
  /// @throws Refusal when there is no such task
  static PipeTask named(String name, Path base) {
    Function<Path, PipeTask> task = TASKS.get(name);
    if (task == null) {
      throw new Refusal("no such task: " + name, "tasks are " + String.join(" ", TASKS.keySet()));
    }
    return task.apply(base);
  }
}
