package org.tabadla.cli;

import java.io.FileNotFoundException;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import picocli.CommandLine.Command;

/// One short life of the program for the JVM to learn from; the build runs it once to make the
/// cache that starts are quick with.
@Command(name = "rehearse", hidden = true, description = "Runs through a start, for the build.")
final class RehearseCommand implements java.util.concurrent.Callable<Integer> {
  private static final List<String> PAGES =
      List.of("", "en/", "search?q=%D8%A7", "api/articles", "health");

  private final Rooms.Opener opener;
  private final Said said;

  RehearseCommand(Rooms.Opener opener, Said said) {
    this.opener = opener;
    this.said = said;
  }

  @Override
  public Integer call() throws IOException {
    Path folder = Files.createTempDirectory("tabadla-rehearsal");
    try {
      var demo = new DemoCommand(opener, said);
      demo.once = true;
      demo.house.data = folder;
      demo.door.port = 0;
      demo.whileServing = RehearseCommand::visit;
      demo.run();
      return 0;
    } finally {
      DemoCommand.delete(folder);
    }
  }

  private static void visit(String address) {
    for (String page : PAGES) {
      try (InputStream in = URI.create(address + page).toURL().openStream()) {
        in.readAllBytes();
      } catch (FileNotFoundException e) {
        // A page that is not there teaches the JVM as much as one that is.
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }
  }
}
