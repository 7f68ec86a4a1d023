package org.tabadla.web.register;

import java.time.InstantSource;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
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
import org.tabadla.web.Chip;
import org.tabadla.web.Dated;
import org.tabadla.web.Entries;
import org.tabadla.web.Missing;
import org.tabadla.web.Said;
import org.tabadla.web.Shell;
import org.tabadla.web.Ui;

/// Makes the register's pages.
final class RegisterPages {
  static final int PAGE_ROWS = 30;

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

  Shell shell(Ui ui, String title, String here, boolean fed) {
    return new Shell(
        ui, title, here, "", fed ? Entries.links(ui, here) : List.of(), base + ui.link(here));
  }

  Named name(Shelf shelf, Ui ui) {
    return register
        .name(shelf, ui.lang())
        .orElseGet(() -> new Named(shelf.key(), shelf.key(), Lang.UND));
  }

  List<Commitment> commitments(Shelf shelf) {
    return register.list(shelf, null, PAGE_ROWS);
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
        new Dated(ui, zone).ofRow(newest.origin().said()),
        ui.count("register.sources", commitment.sources()),
        List.of(),
        !Difference.of(commitment).isEmpty());
  }

  /// Who asks, and after what.
  ///
  /// @param writes whether the reader may confirm, correct, split and join
  /// @param stale whether a form of the reader came too late
  /// @param watch null for who cannot watch the page
  record Asked(boolean writes, boolean stale, @Nullable WatchBox watch) {}

  CommitmentPage commitment(Ui ui, Commitment c, Asked asked) {
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
        trail(c, voices, asked.writes()),
        documents(c),
        citations(c, heading.words()),
        asked.writes() ? ui.link(path) : null,
        c.seq(),
        asked.stale(),
        asked.watch());
  }

  private static List<BoardPage.Document> documents(Commitment c) {
    String start = "/register/c/" + c.id() + ".";
    return List.of(
        new BoardPage.Document(start + "json", "JSON"),
        new BoardPage.Document(start + "csv", "CSV"),
        new BoardPage.Document(start + "iati.xml", "IATI 2.03"),
        new BoardPage.Document(start + "oc4ids.json", "OC4IDS 0.9"));
  }

  private List<CommitmentPage.Citation> citations(Commitment c, String heading) {
    var all = Citations.of(c, heading, base);
    return java.util.Arrays.stream(Citations.Form.values())
        .map(form ->
            new CommitmentPage.Citation(
                form.title(), "/register/c/" + c.id() + "." + form.ending(), all.in(form)))
        .toList();
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
