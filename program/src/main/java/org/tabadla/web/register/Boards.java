package org.tabadla.web.register;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.tabadla.register.Named;
import org.tabadla.register.Register;
import org.tabadla.register.Shelf;
import org.tabadla.register.Status;
import org.tabadla.web.Chip;
import org.tabadla.web.Ui;

/// Makes the register's front page.
final class Boards {
  private static final int COLUMN_ROWS = 4;
  private static final int MOST_CHIPS = 24;
  private static final int MOST_SECTORS = 16;

  private final Register register;
  private final RegisterPages pages;

  Boards(Register register, RegisterPages pages) {
    this.register = register;
    this.pages = pages;
  }

  BoardPage board(Ui ui, @Nullable WatchBox watch) {
    var tongue = new Tongue(ui);
    var columns = new ArrayList<BoardPage.Column>();
    for (Register.Count count : statuses()) {
      var lines =
          register.list(count.shelf(), null, COLUMN_ROWS).stream()
              .map(c -> pages.line(c, ui))
              .toList();
      Named name = new Named(count.shelf().key(), count.shelf().key(), ui.lang());
      columns.add(
          new BoardPage.Column(
              "status." + count.shelf().key(),
              tongue.chip(count.shelf(), name, ui.number(count.commitments())),
              lines));
    }
    List<Status> statuses = statuses().stream().map(c -> Status.of(c.shelf().key())).toList();
    return new BoardPage(
        pages.shell(ui, ui.say("register"), "/register", true),
        ui.count("register.commitments", register.size(Shelf.ALL)),
        columns,
        statuses.stream().map(s -> "status." + s.word()).toList(),
        rows(ui, tongue, statuses),
        groups(ui, tongue),
        ui.link("/register/silent"),
        documents(),
        watch);
  }

  /// @return the statuses that a commitment stands at, in the order of a commitment's life
  private List<Register.Count> statuses() {
    List<Register.Count> all = register.lists(Shelf.Kind.STATUS, MOST_CHIPS);
    return Arrays.stream(Status.values())
        .flatMap(s -> all.stream().filter(c -> c.shelf().key().equals(s.word())))
        .toList();
  }

  private List<BoardPage.Row> rows(Ui ui, Tongue tongue, List<Status> statuses) {
    var out = new ArrayList<BoardPage.Row>();
    for (Register.Count sector : register.lists(Shelf.Kind.SECTOR, MOST_SECTORS)) {
      Chip chip = tongue.chip(sector.shelf(), pages.name(sector.shelf(), ui), "");
      out.add(
          new BoardPage.Row(
              chip, statuses.stream().map(s -> cell(ui, sector.shelf(), chip, s)).toList()));
    }
    return out;
  }

  private BoardPage.Cell cell(Ui ui, Shelf sector, Chip chip, Status status) {
    int count = register.size(sector.at(status));
    return count == 0
        ? new BoardPage.Cell("·", null)
        : new BoardPage.Cell(ui.number(count), chip.href() + "?status=" + status.word());
  }

  private List<BoardPage.Group> groups(Ui ui, Tongue tongue) {
    var out = new ArrayList<BoardPage.Group>();
    for (Shelf.Kind kind : List.of(Shelf.Kind.PARTY, Shelf.Kind.PAIR, Shelf.Kind.PLACE)) {
      List<Chip> chips =
          register.lists(kind, MOST_CHIPS).stream()
              .map(c ->
                  tongue.chip(c.shelf(), pages.name(c.shelf(), ui), ui.number(c.commitments())))
              .toList();
      if (!chips.isEmpty()) {
        out.add(new BoardPage.Group(ui.say("register.by-" + kind.step()), chips));
      }
    }
    return out;
  }

  private static List<BoardPage.Document> documents() {
    var out = new ArrayList<BoardPage.Document>();
    Map<String, String> all = new LinkedHashMap<>();
    all.put("/register.csv", "CSV");
    all.put("/register.json", "JSON");
    all.put("/register.iati.xml", "IATI 2.03");
    all.put("/register.oc4ids.json", "OC4IDS 0.9");
    all.put("/oai?verb=Identify", "OAI-PMH 2.0");
    all.forEach((href, name) -> out.add(new BoardPage.Document(href, name)));
    return out;
  }
}
