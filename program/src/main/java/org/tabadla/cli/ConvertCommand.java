package org.tabadla.cli;

import java.io.InputStream;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.tabadla.formats.Conversion;
import org.tabadla.formats.NewsItem;
import org.tabadla.formats.Project;
import org.tabadla.model.Refusal;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/// Turns news items of one format into another.
@Command(
    name = "convert",
    description = {
      "Reads ninjs (1.6 to 3.1) or NewsML-G2 and writes another format to standard output. NewsML-G2 comes",
      "out as a news item, a package or a planning item, as its content is. Activities of IATI come out as",
      "csv (one row an activity) or json."
    },
    footer = {"", "Example:", "  ./tabadla convert --to ninjs-3.1 item.xml"})
final class ConvertCommand implements Runnable {
  @Parameters(paramLabel = "FILE", arity = "1..*", description = "documents; - is standard input")
  List<Path> files = List.of();

  @Option(
      names = "--to",
      required = true,
      paramLabel = "FORMAT",
      description = "${COMPLETION-CANDIDATES}")
  Conversion.Target target = Conversion.Target.ninjs_3_1;

  private final InputStream in;
  private final Said said;

  ConvertCommand(InputStream in, Said said) {
    this.in = in;
    this.said = said;
  }

  @Override
  public void run() {
    var items = new ArrayList<NewsItem>();
    var projects = new ArrayList<Project>();
    for (Path file : files) {
      switch (Conversion.read(ValidateCommand.bytes(file, in))) {
        case Conversion.Items.Read(List<NewsItem> read) -> items.addAll(read);
        case Conversion.Items.Projects(List<Project> read) -> projects.addAll(read);
        case Conversion.Items.Unreadable(var reason) ->
            throw new Refusal(
                "[" + file + "] " + reason, "./tabadla validate FILE says what a document is");
      }
    }
    if (!projects.isEmpty()) {
      table(items, projects);
      return;
    }
    Conversion.write(items, target).forEach(document -> said.out().print(document));
    said.out().flush();
  }

  private void table(List<NewsItem> items, List<Project> projects) {
    if (!items.isEmpty()) {
      throw new Refusal("news and activities do not go into one document", "convert them apart");
    }
    String table =
        Conversion.table(projects, target)
            .orElseThrow(() ->
                new Refusal(
                    "[" + target + "] activities of IATI are no news", "--to csv or --to json"));
    said.out().print(table);
    said.out().flush();
  }
}
