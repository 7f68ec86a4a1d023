package org.tabadla.cli;

import org.tabadla.config.Settings;
import org.tabadla.people.People;
import org.tabadla.people.Role;
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
    try (var stop = new Stop();
        Rooms rooms = opener.open(settings);
        Serving serving = opener.serve(rooms)) {
      said.line("Tabadla is at " + serving.address());
      if (rooms.desks().get().people().hasNoOperator()) {
        String secret =
            rooms.desks().get().invitations().invite(People.HOUSE, null, Role.OPERATOR).orRefuse();
        said.line("Nobody runs it yet. The first operator comes in once, within 72 hours, by:");
        said.line("  " + PeopleCommand.link(serving.address(), secret));
      }
      if (rooms.store().feeds().isEmpty()) {
        said.line("Nothing is read yet: ./tabadla add URL" + dataOption(settings));
      }
      rooms.start();
      stop.await();
    }
  }

  private String dataOption(Settings settings) {
    return house.data == null ? "" : " --data " + settings.data();
  }
}
