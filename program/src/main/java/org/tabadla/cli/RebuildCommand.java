package org.tabadla.cli;

import org.tabadla.flow.Tally;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/// Runs the road again over the archive.
@Command(
    name = "rebuild",
    description = "Drops everything that is derived and reads the archive again.",
    footer = {"", "Example:", "  ./tabadla rebuild", "  ./tabadla rebuild --index"})
final class RebuildCommand implements Runnable {
  @Mixin House house = new House();

  @Option(names = "--index", description = "Only the search index, from the records")
  boolean index;

  private final Rooms.Opener opener;
  private final Said said;

  RebuildCommand(Rooms.Opener opener, Said said) {
    this.opener = opener;
    this.said = said;
  }

  @Override
  public void run() {
    try (Rooms rooms = opener.open(house.settings())) {
      var progress = new ProgressLine(said.err(), index ? "indexing" : "reading the archive");
      if (index) {
        long articles = rooms.rebuild().index(progress);
        progress.done();
        said.line(articles + " articles indexed");
      } else {
        Tally tally = rooms.rebuild().all(progress);
        progress.done();
        said.line(tally.toString());
      }
    }
  }
}
