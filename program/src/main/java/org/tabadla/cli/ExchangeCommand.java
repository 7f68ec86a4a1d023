package org.tabadla.cli;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.tabadla.exchange.market.Audience;
import org.tabadla.model.Refusal;
import org.tabadla.people.Account;
import org.tabadla.people.AccountId;
import org.tabadla.people.OrganisationId;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/// Puts other systems' documents on the exchange.
@Command(
    name = "exchange",
    description = {
      "Makes offers of documents in ninjs or NewsML-G2: news items and packages, and coverage of what is",
      "planned, each with its document and the files that lie beside it. The same documents again change only",
      "what differs; a killed item kills its offer. Nothing is fetched from elsewhere."
    },
    footer = {
      "",
      "Example:",
      "  ./tabadla exchange import wire/ --as sahil.desk --terms 'news only, 48 hours' --for yundu"
    })
final class ExchangeCommand implements Runnable {
  private static final int DEEPEST = 8;
  private static final int MOST_FILES = 100_000;

  @Mixin House house = new House();

  @Parameters(index = "0", paramLabel = "import", description = "What to do")
  String verb = "";

  @Parameters(index = "1..*", arity = "1..*", paramLabel = "FILE|FOLDER", description = "Documents")
  List<Path> from = List.of();

  @Option(
      names = "--as",
      required = true,
      paramLabel = "ACCOUNT",
      description = "In whose name, an editor's account at least")
  String as = "";

  @Option(
      names = "--terms",
      paramLabel = "WORDS",
      description =
          "Usage terms for items whose own are not understood; without it those are refused")
  @Nullable String terms;

  @Option(
      names = "--for",
      paramLabel = "ID",
      description = "The organisations that may see the offers; without it everybody may")
  List<String> parties = List.of();

  private final Rooms.Opener opener;
  private final Said said;

  ExchangeCommand(Rooms.Opener opener, Said said) {
    this.opener = opener;
    this.said = said;
  }

  @Override
  public void run() {
    if (!verb.equals("import")) {
      throw new Refusal("exchange " + verb, "say: exchange import FILE… --as ACCOUNT");
    }
    try (Rooms rooms = opener.open(house.settings())) {
      Desks desks = rooms.desks().get();
      var importing = new Importing(desks, account(desks), terms, audience());
      for (Path path : documents()) {
        for (Importing.Came came : importing.take(path)) {
          said.line(
              came.what().name().toLowerCase(Locale.ROOT)
                  + "  "
                  + came.listing()
                  + "  "
                  + path
                  + (came.why().isEmpty() ? "" : "  " + came.why()));
        }
      }
      said.note(importing.summary());
      if (importing.refused() > 0) {
        throw new Refusal(
            importing.refused() + " items were not taken in",
            "the lines above say why; what was taken in stays, and a second run changes nothing");
      }
    }
  }

  private Account account(Desks desks) {
    if (!AccountId.isOne(as)) {
      throw new Refusal("--as " + as, "./tabadla people list shows accounts");
    }
    return desks
        .people()
        .account(new AccountId(as))
        .filter(account -> !account.closed())
        .orElseThrow(() -> new Refusal("--as " + as, "./tabadla people list shows accounts"));
  }

  private Audience audience() {
    var ids = new ArrayList<OrganisationId>();
    for (String id : parties) {
      if (!OrganisationId.isOne(id)) {
        throw new Refusal("--for " + id, "./tabadla people list shows organisations");
      }
      ids.add(new OrganisationId(id));
    }
    return ids.isEmpty() ? Audience.PUBLIC : new Audience(Audience.Reach.PARTIES, List.of(), ids);
  }

  /// The files, and of folders all that could be a document, by name.
  private List<Path> documents() {
    var out = new ArrayList<Path>();
    for (Path path : from) {
      if (!Files.exists(path)) {
        throw new Refusal("[" + path + "] is not there", "name a file or a folder");
      }
      if (Files.isRegularFile(path)) {
        out.add(path);
        continue;
      }
      try (Stream<Path> all = Files.walk(path, DEEPEST)) {
        all.filter(Files::isRegularFile)
            .filter(each -> each.toString().matches("(?i).*\\.(json|xml)"))
            .sorted()
            .limit(MOST_FILES)
            .forEach(out::add);
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }
    return out;
  }
}
