package org.tabadla.web.register;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.tabadla.register.Assertion;
import org.tabadla.register.Commitment;
import org.tabadla.register.Place;
import org.tabadla.register.Register;
import org.tabadla.register.Shelf;
import org.tabadla.register.Status;
import org.tabadla.web.Chip;
import org.tabadla.web.Countries;
import org.tabadla.web.Missing;
import org.tabadla.web.Said;
import org.tabadla.web.Ui;

/// Makes the pages of parties, pairs of countries, sectors, places and statuses, and of what is due
/// and silent.
final class ListPages {
  static final int PAGE_ROWS = 30;
  private static final int SECTION_ROWS = 5;
  private static final int MOST_SILENT = 200;
  private static final int LOOKED_AT = 200;
  private static final int MOST_PARTNERS = 16;

  private final Register register;
  private final RegisterPages pages;

  ListPages(Register register, RegisterPages pages) {
    this.register = register;
    this.pages = pages;
  }

  /// @param after where the reader has come to, or null
  CommitmentsPage list(Ui ui, Shelf shelf, @Nullable Place after, @Nullable WatchBox watch) {
    Shelf whole = shelf.at(null);
    if (register.size(whole) == 0 && shelf.kind() != Shelf.Kind.ALL) {
      throw new Missing("list " + shelf);
    }
    int size = register.size(shelf);
    List<Commitment> all = register.list(shelf, after, PAGE_ROWS + 1);
    List<Commitment> shown = all.subList(0, Math.min(PAGE_ROWS, all.size()));
    boolean first = after == null && shelf.status() == null;
    Said heading = heading(ui, shelf);
    String path = Tongue.path(whole);
    return new CommitmentsPage(
        pages.shell(ui, heading.words(), path, true),
        "register.by-" + shelf.kind().step(),
        heading,
        codes(shelf),
        ui.count("register.commitments", size),
        null,
        statuses(ui, shelf),
        first ? roles(ui, shelf) : List.of(),
        first ? partners(ui, shelf) : List.of(),
        first ? sections(ui, shelf) : List.of(),
        shown.stream().map(c -> pages.line(c, ui)).toList(),
        all.size() > PAGE_ROWS ? next(ui, shelf, shown.getLast()) : null,
        watch);
  }

  private static String next(Ui ui, Shelf shelf, Commitment last) {
    Status status = shelf.status();
    return ui.link(Tongue.path(shelf.at(null)))
        + "?"
        + (status == null ? "" : "status=" + status.word() + "&")
        + "after="
        + Register.place(last).token();
  }

  private Said heading(Ui ui, Shelf shelf) {
    return shelf.kind() == Shelf.Kind.ALL
        ? Said.of(ui.say("register.all"), ui.lang())
        : new Tongue(ui).called(shelf, pages.name(shelf, ui));
  }

  private static List<String> codes(Shelf shelf) {
    return switch (shelf.kind()) {
      case PAIR -> List.of(shelf.key().split("-", -1));
      case PARTY, PLACE ->
          Countries.isOne(shelf.key())
              ? List.of(shelf.key().substring(shelf.key().indexOf(':') + 1))
              : List.of();
      case ALL, SECTOR, STATUS, ARTICLE -> List.of();
    };
  }

  private List<CommitmentsPage.Chosen> statuses(Ui ui, Shelf shelf) {
    var out = new ArrayList<CommitmentsPage.Chosen>();
    if (shelf.kind() == Shelf.Kind.STATUS) {
      return out;
    }
    String path = ui.link(Tongue.path(shelf.at(null)));
    for (Status status : Status.values()) {
      int size = register.size(shelf.at(status));
      if (size > 0) {
        var chip =
            new Chip(
                path + "?status=" + status.word(),
                Said.of(ui.say("status." + status.word()), ui.lang()),
                ui.number(size));
        out.add(new CommitmentsPage.Chosen(chip, status == shelf.status()));
      }
    }
    return out;
  }

  /// As what a party acts, in the newest of its commitments.
  private List<String> roles(Ui ui, Shelf shelf) {
    if (shelf.kind() != Shelf.Kind.PARTY) {
      return List.of();
    }
    Map<String, Integer> counts = new LinkedHashMap<>();
    for (Commitment c : register.list(shelf, null, LOOKED_AT)) {
      c.assertions().stream()
          .flatMap(a -> rolesIn(a, shelf.key()).stream())
          .distinct()
          .forEach(role -> counts.merge(role, 1, Integer::sum));
    }
    return counts.entrySet().stream()
        .sorted(Map.Entry.<String, Integer>comparingByValue().reversed())
        .map(e -> Tongue.role(ui, e.getKey()) + " " + ui.number(e.getValue()))
        .toList();
  }

  private static List<String> rolesIn(Assertion a, String key) {
    return a.parties().stream()
        .filter(p -> Register.key(a, p).equals(key))
        .map(Assertion.Party::role)
        .toList();
  }

  /// With whom a party has to do, in the newest of its commitments.
  private List<Chip> partners(Ui ui, Shelf shelf) {
    if (shelf.kind() != Shelf.Kind.PARTY) {
      return List.of();
    }
    Map<String, Integer> counts = new LinkedHashMap<>();
    for (Commitment c : register.list(shelf, null, LOOKED_AT)) {
      c.assertions().stream()
          .flatMap(a -> a.parties().stream().map(p -> Register.key(a, p)))
          .distinct()
          .filter(key -> !key.equals(shelf.key()))
          .forEach(key -> counts.merge(key, 1, Integer::sum));
    }
    var tongue = new Tongue(ui);
    return counts.entrySet().stream()
        .sorted(
            Map.Entry.<String, Integer>comparingByValue(Comparator.reverseOrder())
                .thenComparing(Map.Entry.comparingByKey()))
        .limit(MOST_PARTNERS)
        .map(e -> {
          var other = new Shelf(Shelf.Kind.PARTY, e.getKey());
          return tongue.chip(other, pages.name(other, ui), ui.number(e.getValue()));
        })
        .toList();
  }

  private List<CommitmentsPage.Section> sections(Ui ui, Shelf shelf) {
    if (shelf.kind() == Shelf.Kind.ALL) {
      return List.of();
    }
    var out = new ArrayList<CommitmentsPage.Section>();
    section(out, ui, "register.silent", register.silent(shelf, pages.today(), SECTION_ROWS));
    section(out, ui, "register.coming", register.coming(shelf, pages.today(), SECTION_ROWS));
    section(out, ui, "register.differences", register.contested(shelf, SECTION_ROWS));
    return out;
  }

  private void section(
      List<CommitmentsPage.Section> out, Ui ui, String title, List<Commitment> all) {
    if (!all.isEmpty()) {
      out.add(
          new CommitmentsPage.Section(title, all.stream().map(c -> pages.line(c, ui)).toList()));
    }
  }

  CommitmentsPage silent(Ui ui, @Nullable WatchBox watch) {
    List<Commitment> all = register.silent(pages.today(), MOST_SILENT + 1);
    List<Commitment> shown = all.subList(0, Math.min(MOST_SILENT, all.size()));
    String count = ui.count("register.commitments", shown.size());
    return new CommitmentsPage(
        pages.shell(ui, ui.say("register.silent"), "/register/silent", true),
        "register",
        Said.of(ui.say("register.silent"), ui.lang()),
        List.of(),
        all.size() > MOST_SILENT ? ui.say("register.first", count) : count,
        ui.say("register.silent.note"),
        List.of(),
        List.of(),
        List.of(),
        List.of(),
        shown.stream().map(c -> pages.line(c, ui)).toList(),
        null,
        watch);
  }
}
