package org.tabadla.cli;

import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import org.tabadla.model.Refusal;
import org.tabadla.register.Commitment;
import org.tabadla.register.Field;
import org.tabadla.register.Register;
import org.tabadla.register.Shelf;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/// Looks into the register, and puts right what stands together wrongly.
@Command(
    name = "register",
    description = {
      "Looks into the register of commitments: list, silent (due, and nobody has told of it), corrections",
      "(as lines of the gold); or changes it: confirm ID, split ID ASSERTION…, join ID OTHER, undo ID DEED,",
      "correct ID ASSERTION FIELD VALUE (docs/register.md has the fields)."
    },
    footer = {
      "",
      "Example:",
      "  ./tabadla register list",
      "  ./tabadla register split c-5d41402abc4b2a76 a-7d793037a0760186 --note 'another signing'"
    })
final class RegisterCommand implements Runnable {
  private static final String OPERATOR = "operator";
  private static final int AT_ONCE = 500;

  /// What can be done.
  enum Verb {
    list,
    silent,
    corrections,
    confirm,
    correct,
    split,
    join,
    undo
  }

  @Mixin House house = new House();

  @Parameters(index = "0", paramLabel = "WHAT", description = "${COMPLETION-CANDIDATES}")
  Verb verb = Verb.list;

  @Parameters(index = "1..*", paramLabel = "ID", description = "A commitment, then assertions")
  List<String> ids = List.of();

  @Option(names = "--note", paramLabel = "WORDS", description = "Why, for the audit trail")
  String note = "";

  private final Rooms.Opener opener;
  private final Said said;

  RegisterCommand(Rooms.Opener opener, Said said) {
    this.opener = opener;
    this.said = said;
  }

  @Override
  public void run() {
    try (var shelves = opener.look(house.settings())) {
      var register = new Register(shelves.store().journal(), InstantSource.system());
      switch (verb) {
        case list -> all(register, this::line);
        case silent ->
            register
                .silent(LocalDate.ofInstant(Instant.now(), ZoneOffset.UTC), AT_ONCE)
                .forEach(this::line);
        case corrections -> {
          var gold = new CorrectedGold(register, shelves.store());
          var told = new HashSet<String>();
          all(register, c -> gold.lines(c, told).forEach(said::json));
        }
        case confirm -> told(register.confirm(id(0), OPERATOR, note));
        case split -> told(register.split(id(0), ids.subList(1, ids.size()), OPERATOR, note));
        case join -> told(register.join(id(0), id(1), OPERATOR, note));
        case undo -> told(register.undo(id(0), number(id(1)), OPERATOR, note));
        case correct -> told(correct(register));
      }
    }
  }

  private Register.Outcome correct(Register register) {
    String name = id(2).toUpperCase(Locale.ROOT);
    Field field =
        Arrays.stream(Field.values())
            .filter(f -> f.name().equals(name))
            .findFirst()
            .orElseThrow(() ->
                new Refusal(
                    "no field " + id(2),
                    "one of " + Arrays.toString(Field.values()).toLowerCase(Locale.ROOT)));
    String value = ids.size() > 3 ? id(3) : "";
    return register.correct(id(0), id(1), field, value.isBlank() ? null : value, OPERATOR, note);
  }

  private static long number(String written) {
    try {
      return Long.parseLong(written);
    } catch (NumberFormatException e) {
      throw new Refusal("no number of a deed: " + written, "the page's audit trail numbers them");
    }
  }

  private interface Each {
    void of(Commitment commitment);
  }

  private static void all(Register register, Each each) {
    List<String> ids = register.ids(Shelf.ALL);
    for (int from = 0; from < ids.size(); from += AT_ONCE) {
      List<String> part = ids.subList(from, Math.min(from + AT_ONCE, ids.size()));
      register.commitments(part).forEach(each::of);
    }
  }

  private String id(int at) {
    if (at >= ids.size()) {
      throw new Refusal(
          verb + " needs " + (at + 1) + " ids, there are " + ids.size(),
          "./tabadla register list shows them");
    }
    return ids.get(at);
  }

  private void told(Register.Outcome outcome) {
    switch (outcome) {
      case Register.Outcome.Done done -> line(done.commitment());
      case Register.Outcome.NotDone not ->
          throw new Refusal(not.why(), "./tabadla register list shows what there is");
      case Register.Outcome.Stale stale -> line(stale.now());
    }
  }

  private void line(Commitment commitment) {
    said.line(
        String.format(
            Locale.ROOT,
            "%s  %d from %d",
            commitment.id(),
            commitment.entries().size(),
            commitment.sources()));
    commitment
        .assertions()
        .forEach(a ->
            said.line(
                "  "
                    + a.id()
                    + "  "
                    + a.status().word()
                    + "  "
                    + a.origin().said()
                    + "  "
                    + a.origin().name()));
  }
}
