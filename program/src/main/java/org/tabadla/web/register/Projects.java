package org.tabadla.web.register;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.tabadla.formats.Project;
import org.tabadla.model.Lang;
import org.tabadla.model.Text;
import org.tabadla.register.Assertion;
import org.tabadla.register.Commitment;
import org.tabadla.register.Named;
import org.tabadla.register.Promise;
import org.tabadla.register.Register;
import org.tabadla.register.Shelf;
import org.tabadla.register.Status;
import org.tabadla.web.Safe;

/// A commitment as IATI and OC4IDS can say it. What they cannot keep apart (announced, agreed,
/// signed; who says so) stands in the description, in the sources' words.
final class Projects {
  private static final int DAY_CHARS = "2025-01-01".length();
  private static final Set<String> FUNDING =
      Set.of("lender", "donor", "funder", "investor", "provider");
  private static final Set<String> IMPLEMENTING =
      Set.of("contractor", "seller", "carrier", "agent");

  private final Register register;
  private final String base;

  Projects(Register register, String base) {
    this.register = register;
    this.base = base;
  }

  /// @return empty for a commitment of which no source names a party or asserts anything
  Optional<Project> of(Commitment c) {
    List<Project.Party> parties = parties(c);
    // Of what people found to assert nothing, no project is told.
    boolean asserted = c.assertions().stream().anyMatch(one -> one.status() != Status.UNKNOWN);
    if (parties.isEmpty() || !asserted) {
      return Optional.empty();
    }
    String start = start(c);
    return Optional.of(
        new Project(
            "x-tabadla-" + c.id(),
            titles(c),
            descriptions(c),
            status(c),
            parties,
            start,
            end(c, start),
            register.shelves(c, Shelf.Kind.SECTOR).stream()
                .map(Named::words)
                .distinct()
                .map(words -> new Project.Sector(null, Safe.text(words)))
                .toList(),
            amounts(c),
            documents(c),
            milestones(c),
            register.countries(c),
            updated(c).toString()));
  }

  static Instant updated(Commitment c) {
    return c.trail().isEmpty() ? c.last() : c.trail().getLast().at();
  }

  private static List<Text> titles(Commitment c) {
    Map<String, Text> out = new LinkedHashMap<>();
    for (Assertion a : c.assertions()) {
      out.putIfAbsent(
          a.origin().lang(), new Text(Tongue.heading(a).words(), new Lang(a.origin().lang())));
    }
    return List.copyOf(out.values());
  }

  private static List<Text> descriptions(Commitment c) {
    Map<String, List<String>> out = new LinkedHashMap<>();
    for (Assertion a : c.assertions()) {
      out.computeIfAbsent(a.origin().lang(), k -> new ArrayList<>())
          .add(
              Safe.text(
                  a.origin().name()
                      + ", "
                      + day(a)
                      + ", "
                      + a.status().word()
                      + ": “"
                      + a.sentence().words()
                      + "”"));
    }
    return out.entrySet().stream()
        .map(e -> new Text(String.join("\n", e.getValue()), new Lang(e.getKey())))
        .toList();
  }

  private static String day(Assertion a) {
    return a.origin().said().atOffset(ZoneOffset.UTC).toLocalDate().toString();
  }

  /// The newest word of a source that is no denial: a denial stands in the description.
  private static Project.Status status(Commitment c) {
    Status newest = Status.UNKNOWN;
    for (Assertion a : c.assertions()) {
      newest = a.status() == Status.DENIED ? newest : a.status();
    }
    return switch (newest) {
      case DISCUSSED, PROPOSED, ANNOUNCED, AGREED, SIGNED, UNKNOWN, DENIED ->
          Project.Status.PLANNED;
      case IN_FORCE, DELIVERING -> Project.Status.UNDER_WAY;
      case DELIVERED -> Project.Status.CLOSED;
      case LAPSED, CANCELLED -> Project.Status.CANCELLED;
    };
  }

  private static List<Project.Party> parties(Commitment c) {
    Map<String, Project.Party> out = new LinkedHashMap<>();
    for (Assertion a : c.assertions()) {
      for (Assertion.Party party : a.parties()) {
        String name = Safe.text(party.name().words());
        Project.Role role =
            FUNDING.contains(party.role())
                ? Project.Role.FUNDING
                : IMPLEMENTING.contains(party.role())
                    ? Project.Role.IMPLEMENTING
                    : Project.Role.ACCOUNTABLE;
        String key = party.concept() == null ? name : party.concept();
        if (!name.isBlank()) {
          out.putIfAbsent(key + role, new Project.Party(null, name, role));
        }
      }
    }
    return List.copyOf(out.values());
  }

  /// IATI demands a day. Where no source tells that of a signing, that of the first report stands;
  /// the description says which source spoke when.
  private static String start(Commitment c) {
    return c.assertions().stream()
        .filter(a -> a.status() == Status.SIGNED && a.date() != null)
        .map(a -> a.date() == null ? "" : a.date().value())
        .filter(d -> d.length() == DAY_CHARS)
        .sorted()
        .findFirst()
        .orElseGet(() -> day(c.assertions().getFirst()));
  }

  /// @return the last day on which anything is due
  private static @Nullable String end(Commitment c, String start) {
    return c.promises().stream()
        .flatMap(p -> Stream.ofNullable(p.lastDay()))
        .map(LocalDate::toString)
        .filter(d -> d.compareTo(start) > 0)
        .max(Comparator.naturalOrder())
        .orElse(null);
  }

  /// A sum that two sources name is written once; other sums stand beside it.
  private static List<Project.Amount> amounts(Commitment c) {
    Map<String, Project.Amount> out = new LinkedHashMap<>();
    for (Assertion a : c.assertions()) {
      for (Assertion.Amount amount : a.amounts()) {
        out.putIfAbsent(
            amount.value().stripTrailingZeros() + amount.currency(),
            new Project.Amount(
                amount.value(),
                amount.currency(),
                Safe.text(amount.of() + " (" + a.origin().name() + ")"),
                day(a)));
      }
    }
    return List.copyOf(out.values());
  }

  private List<Project.Document> documents(Commitment c) {
    var out = new ArrayList<Project.Document>();
    out.add(new Project.Document(base + "/register/c/" + c.id(), c.id(), "text/html"));
    var seen = new LinkedHashSet<String>();
    for (Assertion a : c.assertions()) {
      String url = Safe.href(a.origin().url());
      if (url != null && seen.add(url)) {
        out.add(new Project.Document(url, Safe.text(a.origin().title()), "text/html"));
      }
    }
    return out;
  }

  private static List<Project.Milestone> milestones(Commitment c) {
    var out = new ArrayList<Project.Milestone>();
    for (Promise promise : c.promises()) {
      LocalDate day = promise.lastDay();
      if (day != null) {
        String what =
            promise.wordings().stream()
                .map(w -> w.deliverable().what().words())
                .distinct()
                .collect(Collectors.joining(" / "));
        out.add(
            new Project.Milestone(
                Safe.text(what),
                day.toString(),
                promise.evidence().isEmpty() ? null : promise.evidence().getFirst().day()));
      }
    }
    return out;
  }
}
