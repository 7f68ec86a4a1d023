package org.tabadla.cli;

import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.tabadla.register.Commitment;
import org.tabadla.register.Field;
import org.tabadla.register.Register;
import org.tabadla.register.Shelf;

/// Lets an editor of the demo put right what the register read from the press: join, correct, show
/// evidence. What is not there is left alone, and nothing is done twice.
final class DemoRegister {
  private static final String EDITOR = "margalla";
  private static final String NOTHING = "-";

  private final Register register;

  DemoRegister(Register register) {
    this.register = register;
  }

  private record Found(Commitment commitment, String assertion) {}

  void edit() {
    List<Commitment> all = register.commitments(register.ids(Shelf.ALL));
    boolean edited =
        all.stream().flatMap(c -> c.trail().stream()).anyMatch(s -> s.actor().equals(EDITOR));
    if (!edited) {
      DemoDesk.rows("demo-register.tsv").forEach(this::act);
    }
  }

  private void act(String[] row) {
    Found found = with(row[1]).orElse(null);
    if (found == null) {
      return;
    }
    String id = found.commitment().id();
    switch (row[0]) {
      case "correct" ->
          register.correct(
              id,
              found.assertion(),
              Field.valueOf(row[2].toUpperCase(Locale.ROOT)),
              row[3].equals(NOTHING) ? null : row[3],
              EDITOR,
              row[4]);
      case "evidence" ->
          register.evidence(id, row[5], row[2], row[3], LocalDate.parse(row[4]), EDITOR);
      default ->
          with(row[2])
              .filter(other -> !other.commitment().id().equals(id))
              .ifPresent(other -> register.join(id, other.commitment().id(), EDITOR, row[3]));
    }
  }

  private Optional<Found> with(String words) {
    for (Commitment c : register.commitments(register.ids(Shelf.ALL))) {
      for (Commitment.Entry entry : c.entries()) {
        if (entry.assertion().sentence().words().contains(words)) {
          return Optional.of(new Found(c, entry.assertion().id()));
        }
      }
    }
    return Optional.empty();
  }
}
