package org.tabadla.cli;

import java.time.InstantSource;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.tabadla.config.Settings;
import org.tabadla.model.Refusal;
import org.tabadla.people.Account;
import org.tabadla.people.Invitations;
import org.tabadla.people.Organisation;
import org.tabadla.people.OrganisationId;
import org.tabadla.people.People;
import org.tabadla.people.Role;
import org.tabadla.people.SpokenPrint;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/// Who works here; and links by which somebody comes in. A server may be at work beside it.
@Command(
    name = "people",
    description = {
      "Lists organisations and accounts, or makes a one-time link by which somebody comes in:",
      "the first operator, or a colleague of an organisation."
    },
    footer = {
      "",
      "Example:",
      "  ./tabadla people invite",
      "  ./tabadla people invite --organisation sahil-news --role desk",
      "  ./tabadla people list"
    })
final class PeopleCommand implements Runnable {
  @Mixin House house = new House();

  @Parameters(
      arity = "0..1",
      paramLabel = "invite|list",
      description = "What to do (default: list)")
  String what = "list";

  @Option(
      names = "--organisation",
      paramLabel = "ID",
      description =
          "Whose colleague is invited; without it, an operator who founds an organisation")
  @Nullable String organisation;

  @Option(
      names = "--role",
      paramLabel = "R",
      description = "reader, editor, desk or operator (default: ${DEFAULT-VALUE})")
  String role = "desk";

  private final Rooms.Opener opener;
  private final Said said;

  PeopleCommand(Rooms.Opener opener, Said said) {
    this.opener = opener;
    this.said = said;
  }

  @Override
  public void run() {
    Settings settings = house.settings();
    try (var shelves = opener.look(settings)) {
      var store = shelves.store();
      var people = new People(store.journal(), store.shelf(), InstantSource.system());
      switch (what) {
        case "list" -> list(people);
        case "invite" ->
            said.line(
                link(
                    "http://" + settings.host() + ":" + settings.port() + "/",
                    invite(
                        people, new Invitations(people, store.shelf(), InstantSource.system()))));
        default -> throw new Refusal("people " + what, "say invite or list");
      }
    }
  }

  private void list(People people) {
    for (Organisation one : people.organisations()) {
      String print = one.key().map(key -> SpokenPrint.of(key.raw())).orElse("no key");
      said.line(one.id() + "  " + one.country() + "  " + one.names().getFirst() + "  " + print);
      List<Account> accounts = people.accounts(one.id());
      accounts.forEach(each ->
          said.line(
              "  "
                  + each.id()
                  + "  "
                  + each.role().name().toLowerCase(java.util.Locale.ROOT)
                  + (each.closed() ? "  closed" : "")));
    }
  }

  private String invite(People people, Invitations invitations) {
    if (organisation == null) {
      return invitations.invite(People.HOUSE, null, Role.OPERATOR).orRefuse();
    }
    if (!OrganisationId.isOne(organisation)
        || people.organisation(new OrganisationId(organisation)).isEmpty()) {
      throw new Refusal("--organisation: " + organisation, "./tabadla people list shows them");
    }
    for (Role each : Role.values()) {
      if (each.name().equalsIgnoreCase(role)) {
        return invitations.invite(People.HOUSE, new OrganisationId(organisation), each).orRefuse();
      }
    }
    throw new Refusal("--role: " + role, "say reader, editor, desk or operator");
  }

  /// @param address the server's, with a slash at the end
  static String link(String address, String secret) {
    return address + "people/invite/" + secret;
  }
}
