package org.tabadla.web.register;

import java.time.InstantSource;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.tabadla.model.Lang;
import org.tabadla.register.Assertion;
import org.tabadla.register.Commitment;
import org.tabadla.register.Difference;
import org.tabadla.register.Named;
import org.tabadla.register.Question;
import org.tabadla.register.Register;
import org.tabadla.register.Shelf;
import org.tabadla.register.Status;
import org.tabadla.web.Chip;
import org.tabadla.web.Entries;
import org.tabadla.web.Missing;
import org.tabadla.web.Said;
import org.tabadla.web.Shell;
import org.tabadla.web.Ui;

/// Makes the register's pages.
final class RegisterPages {
  static final int PAGE_ROWS = 30;
  private static final int COLUMN_ROWS = 4;
  private static final int MOST_CHIPS = 24;
  private static final int MOST_SECTORS = 12;
  private static final int COUNTED = 500;
  private static final int MOST_SILENT = 200;

  private final Register register;
  private final ZoneId zone;
  private final InstantSource clock;
  private final String base;

  RegisterPages(Register register, ZoneId zone, InstantSource clock, String base) {
    this.register = register;
    this.zone = zone;
    this.clock = clock;
    this.base = base;
  }

  LocalDate today() {
    return clock.instant().atZone(zone).toLocalDate();
  }

  private Shell shell(Ui ui, String title, String here, boolean fed) {
    return new Shell(
        ui, title, here, "", fed ? Entries.links(ui, here) : List.of(), base + ui.link(here));
  }

  BoardPage board(Ui ui) {
    var tongue = new Tongue(ui);
    var columns = new ArrayList<BoardPage.Column>();
    for (Register.Count count : statuses()) {
      var lines =
          register.list(count.shelf(), 0, COLUMN_ROWS).stream().map(c -> line(c, ui)).toList();
      Named name = new Named(count.shelf().key(), count.shelf().key(), ui.lang());
      columns.add(
          new BoardPage.Column(
              "status." + count.shelf().key(),
              tongue.chip(count.shelf(), name, ui.number(count.commitments())),
              lines));
    }
    List<String> statuses = statuses().stream().map(c -> c.shelf().key()).toList();
    return new BoardPage(
        shell(ui, ui.say("register"), "/register", true),
        ui.count("register.commitments", register.size(Shelf.ALL)),
        columns,
        statuses.stream().map(s -> "status." + s).toList(),
        rows(ui, tongue, statuses),
        groups(ui, tongue),
        ui.link("/register/silent"),
        documents());
  }

  /// @return the statuses that a commitment stands at, in the order of a commitment's life
  private List<Register.Count> statuses() {
    List<Register.Count> all = register.lists(Shelf.Kind.STATUS, MOST_CHIPS);
    return Arrays.stream(Status.values())
        .flatMap(s -> all.stream().filter(c -> c.shelf().key().equals(s.word())))
        .toList();
  }

  private List<BoardPage.Row> rows(Ui ui, Tongue tongue, List<String> statuses) {
    var out = new ArrayList<BoardPage.Row>();
    for (Register.Count sector : register.lists(Shelf.Kind.SECTOR, MOST_SECTORS)) {
      Map<String, Integer> counts = new HashMap<>();
      for (Commitment c : register.list(sector.shelf(), 0, COUNTED)) {
        counts.merge(c.newest().status().word(), 1, Integer::sum);
      }
      out.add(
          new BoardPage.Row(
              tongue.chip(sector.shelf(), name(sector.shelf(), ui), ""),
              statuses.stream().map(s -> counts.getOrDefault(s, 0)).toList()));
    }
    return out;
  }

  private List<BoardPage.Group> groups(Ui ui, Tongue tongue) {
    var out = new ArrayList<BoardPage.Group>();
    for (Shelf.Kind kind : List.of(Shelf.Kind.PARTY, Shelf.Kind.PAIR, Shelf.Kind.PLACE)) {
      List<Chip> chips =
          register.lists(kind, MOST_CHIPS).stream()
              .map(c -> tongue.chip(c.shelf(), name(c.shelf(), ui), ui.number(c.commitments())))
              .toList();
      if (!chips.isEmpty()) {
        out.add(new BoardPage.Group(ui.say("register.by-" + kind.step()), chips));
      }
    }
    return out;
  }

  private Named name(Shelf shelf, Ui ui) {
    return register
        .name(shelf, ui.lang())
        .orElseGet(() -> new Named(shelf.key(), shelf.key(), Lang.UND));
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

  /// @param from how many are left out
  CommitmentsPage list(Ui ui, Shelf shelf, int from) {
    int size = register.size(shelf);
    if (size == 0 && shelf.kind() != Shelf.Kind.ALL) {
      throw new Missing("list " + shelf);
    }
    List<Commitment> all = register.list(shelf, from, PAGE_ROWS);
    Said heading =
        shelf.kind() == Shelf.Kind.ALL
            ? Said.of(ui.say("register"), ui.lang())
            : new Tongue(ui).called(shelf, name(shelf, ui));
    String path = Tongue.path(shelf);
    return new CommitmentsPage(
        shell(ui, heading.words(), path, true),
        "register.by-" + shelf.kind().step(),
        heading,
        ui.count("register.commitments", size),
        null,
        all.stream().map(c -> line(c, ui)).toList(),
        from + PAGE_ROWS < size ? ui.link(path) + "?from=" + (from + PAGE_ROWS) : null);
  }

  CommitmentsPage silent(Ui ui) {
    List<Commitment> all = register.silent(today(), MOST_SILENT);
    return new CommitmentsPage(
        shell(ui, ui.say("register.silent"), "/register/silent", true),
        "register",
        Said.of(ui.say("register.silent"), ui.lang()),
        ui.count("register.commitments", all.size()),
        ui.say("register.silent.note"),
        all.stream().map(c -> line(c, ui)).toList(),
        null);
  }

  List<Commitment> commitments(Shelf shelf) {
    return register.list(shelf, 0, PAGE_ROWS);
  }

  List<Commitment> silentOnes() {
    return register.silent(today(), PAGE_ROWS);
  }

  CommitmentLine line(Commitment commitment, Ui ui) {
    var tongue = new Tongue(ui);
    Assertion newest = commitment.newest();
    return new CommitmentLine(
        ui.link(Tongue.path(commitment)),
        tongue.heading(commitment),
        "status." + newest.status().word(),
        Said.unknown(newest.origin().name()),
        new Voices(ui, zone, register).when(newest.origin().said()),
        ui.count("register.sources", commitment.sources()),
        List.of(),
        !Difference.of(commitment).isEmpty());
  }

  CommitmentPage commitment(Ui ui, Commitment c, boolean writes, boolean stale) {
    var tongue = new Tongue(ui);
    var voices = new Voices(ui, zone, register);
    String path = Tongue.path(c);
    Said heading = tongue.heading(c);
    Map<String, Commitment.Entry> byId = new LinkedHashMap<>();
    c.entries().forEach(e -> byId.put(e.assertion().id(), e));
    var standings = new ArrayList<CommitmentPage.Voice>();
    for (Assertion a : c.standings()) {
      Commitment.Entry entry = byId.get(a.id());
      if (entry != null) {
        standings.add(voices.of(entry));
      }
    }
    return new CommitmentPage(
        shell(ui, heading.words(), path, true),
        c.id(),
        heading,
        ui.count("register.sources", c.sources()),
        chips(ui, tongue, Shelf.Kind.PARTY, c),
        chips(ui, tongue, Shelf.Kind.PAIR, c),
        chips(ui, tongue, Shelf.Kind.SECTOR, c),
        chips(ui, tongue, Shelf.Kind.PLACE, c),
        standings,
        voices.differences(c),
        c.entries().stream().map(voices::of).toList(),
        voices.promises(c, today()),
        Question.of(c, today()).stream()
            .map(q -> "question." + q.name().toLowerCase(Locale.ROOT).replace('_', '-'))
            .toList(),
        trail(c, voices, writes),
        List.of(
            new BoardPage.Document("/register/c/" + c.id() + ".json", "JSON"),
            new BoardPage.Document("/register/c/" + c.id() + ".iati.xml", "IATI 2.03")),
        Citations.of(c, heading.words(), base + "/register/c/" + c.id()),
        writes ? ui.link(path) : null,
        c.seq(),
        stale);
  }

  private List<Chip> chips(Ui ui, Tongue tongue, Shelf.Kind kind, Commitment commitment) {
    return register.shelves(commitment, kind).stream()
        .map(n -> {
          var shelf = new Shelf(kind, n.key());
          return tongue.chip(shelf, register.name(shelf, ui.lang()).orElse(n), "");
        })
        .toList();
  }

  private List<CommitmentPage.TrailLine> trail(Commitment c, Voices voices, boolean writes) {
    return c.trail().stream()
        .map(s ->
            new CommitmentPage.TrailLine(
                s.seq(),
                voices.when(s.at()),
                s.actor(),
                "register.did." + s.kind(),
                Said.unknown(s.note()),
                writes && register.canUndo(c, s)))
        .toList();
  }

  /// @return the commitment that an address means
  Commitment found(@Nullable String id) {
    return register
        .commitment(id == null ? "" : id)
        .orElseThrow(() -> new Missing("commitment " + id));
  }
}
