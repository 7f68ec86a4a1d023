package org.tabadla.cli;

import org.tabadla.model.Refusal;
import picocli.CommandLine.Command;

/// Verbs that the script `./tabadla` does itself, since they need the sources; here for their help.
final class ScriptVerbs {
  private ScriptVerbs() {}

  /// A verb that only the script can do.
  abstract static class ScriptVerb implements Runnable {
    @Override
    public void run() {
      throw new Refusal(
          "this verb needs the sources", "run it as ./tabadla in the project's folder");
    }
  }

  @Command(
      name = "dev",
      description = "Serves the sample press and starts again whenever a source file changes.",
      footer = {"", "Example:", "  ./tabadla dev --port 8080"})
  static final class Dev extends ScriptVerb {}

  @Command(
      name = "test",
      description = "Runs all tests and checks; what follows is handed to Maven.",
      footer = {
        "",
        "Example:",
        "  ./tabadla test -Dtest=SeedTest -Dsurefire.failIfNoSpecifiedTests=false"
      })
  static final class Test extends ScriptVerb {}

  @Command(
      name = "fmt",
      description = "Formats all Java sources.",
      footer = {"", "Example:", "  ./tabadla fmt"})
  static final class Fmt extends ScriptVerb {}

  @Command(
      name = "check",
      description =
          "Compiles with all checkers, checks the format and runs the tests about the code itself.",
      footer = {"", "Example:", "  ./tabadla check"})
  static final class Check extends ScriptVerb {}

  @Command(
      name = "bench",
      description = "Measures speed as ratios against a comparator in the same run.",
      footer = {"", "Example:", "  ./tabadla bench feeds"})
  static final class Bench extends ScriptVerb {}
}
