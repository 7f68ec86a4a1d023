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
      description = {
        "Measures speed as ratios against comparators in the same run, or quality: road (the default),",
        "pages, feeds, urdu, languages, stories, claims, matching, register, jmh, memory, watches;",
        "reading, beside other readers, which writes docs/reading.md; urdu-search, how well Urdu is found beside other",
        "analyzers; gold, gold-understand and gold-acts, what is reached on the project's own gold.",
        "`./tabadla bench ?` names them all. Folders of saved pages may follow."
      },
      footer = {"", "Example:", "  ./tabadla bench pages"})
  static final class Bench extends ScriptVerb {}

  @Command(
      name = "fuzz",
      description = {
        "Throws made bytes at one reader (read, feed, date, charset or urdu), by default for ten minutes,",
        "and stops at the first that breaks a promise.",
        "With a file instead of seconds it reads that file once; with the word keep it writes the",
        "small inputs that reached something new to the test resources."
      },
      footer = {"", "Example:", "  ./tabadla fuzz read 600"})
  static final class Fuzz extends ScriptVerb {}

  @Command(
      name = "train",
      description = {
        "Makes the model by which bodies are told from furniture again, from pages whose body is",
        "known, and prints how well it does on sites that it has not seen. The read packs are taken",
        "from DATA, the model goes to FILE. With a word before: languages, by which languages are told,",
        "from the lines of the data packs in DATA; stories, by which tellings are joined to stories, from",
        "the tuned half of the gold and the packs in DATA; frequencies and keywords, by which keywords",
        "are weighed."
      },
      footer = {
        "",
        "Example:",
        "  ./tabadla train ../shared/data/read",
        "  ./tabadla train languages ../shared/data"
      })
  static final class Train extends ScriptVerb {}
}
