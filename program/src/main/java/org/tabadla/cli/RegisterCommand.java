package org.tabadla.cli;

import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import org.tabadla.model.Refusal;
import org.tabadla.register.Commitment;
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
      "(as JSON, one a line); or confirms, splits and joins: confirm ID, split ID ASSERTION…, join ID OTHER."
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
    split,
    join
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
        case corrections -> all(register, this::corrections);
        case confirm -> told(register.confirm(id(0), OPERATOR, note));
        case split -> told(register.split(id(0), ids.subList(1, ids.size()), OPERATOR, note));
        case join -> told(register.join(id(0), id(1), OPERATOR, note));
      }
    }
  }

  private interface Each {
    void of(Commitment commitment);
  }

  private static void all(Register register, Each each) {
    for (int from = 0; from < register.size(Shelf.ALL); from += AT_ONCE) {
      register.list(Shelf.ALL, from, AT_ONCE).forEach(each::of);
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

  private void corrections(Commitment commitment) {
    for (Commitment.Entry entry : commitment.entries()) {
      for (Commitment.Correction one : entry.corrections()) {
        var out = new LinkedHashMap<String, Object>();
        out.put("commitment", commitment.id());
        out.put("article", entry.assertion().origin().article());
        out.put("lang", entry.assertion().origin().lang());
        out.put("sentence", entry.assertion().sentence().words());
        out.put("field", one.field().name().toLowerCase(Locale.ROOT));
        out.put("value", one.value());
        out.put("note", one.note());
        out.put("actor", one.actor());
        said.json(out);
      }
    }
  }
}
