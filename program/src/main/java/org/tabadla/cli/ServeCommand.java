package org.tabadla.cli;

import java.util.concurrent.CountDownLatch;
import org.tabadla.config.Settings;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/// Serves what was added, and goes on reading it.
@Command(
    name = "serve",
    description = "Serves the pages and goes on reading the sources that were added.",
    footer = {"", "Example:", "  ./tabadla serve --data /srv/tabadla --port 8747"})
final class ServeCommand implements Runnable {
  @Mixin House house = new House();
  @Mixin House.Door door = new House.Door();

  private final Rooms.Opener opener;
  private final Said said;

  ServeCommand(Rooms.Opener opener, Said said) {
    this.opener = opener;
    this.said = said;
  }

  @Override
  public void run() {
    Settings settings = house.settings(door.options());
    try (Rooms rooms = opener.open(settings);
        Serving serving = opener.serve(rooms)) {
      said.line("Tabadla is at " + serving.address());
      if (rooms.store().feeds().isEmpty()) {
        said.line("Nothing is read yet: ./tabadla add URL" + dataOption(settings));
      }
      rooms.indexing().start();
      rooms.rounds().start();
      untilStopped();
    }
  }

  private String dataOption(Settings settings) {
    return house.data == null ? "" : " --data " + settings.data();
  }

  /// Waits for Ctrl-C or `kill`; the caller's `try` then closes everything in order.
  static void untilStopped() {
    var stop = new CountDownLatch(1);
    var closed = new CountDownLatch(1);
    Runtime.getRuntime()
        .addShutdownHook(
            new Thread(() -> {
              stop.countDown();
              awaitQuietly(closed);
            }));
    awaitQuietly(stop);
    closed.countDown();
  }

  private static void awaitQuietly(CountDownLatch latch) {
    try {
      latch.await();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
