package org.tabadla.cli;

import java.io.FileNotFoundException;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URI;
import java.util.List;
import java.util.Map;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/// One short life of the program for the JVM to learn from; the build runs it once to make the
/// cache that starts are quick with.
@Command(name = "rehearse", hidden = true, description = "Runs through a start, for the build.")
final class RehearseCommand implements Runnable {
  private static final List<String> PAGES =
      List.of("", "en/", "search?q=%D8%A7", "api/articles", "health");

  @Mixin House house = new House();

  private final Rooms.Opener opener;

  RehearseCommand(Rooms.Opener opener) {
    this.opener = opener;
  }

  @Override
  public void run() {
    try (Rooms rooms = opener.open(house.settings(Map.of("port", "0")));
        Serving serving = opener.serve(rooms)) {
      visit(serving.address());
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
