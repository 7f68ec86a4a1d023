package org.tabadla.register;

import java.time.Duration;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.tabadla.model.Lang;

/// A value on which sources do not agree, each version with who says it. None is preferred, and
/// nothing is averaged.
///
/// @param versions at least two
public record Difference(Kind kind, List<Version> versions) {
  private static final long SAME_TIME_DAYS = 7;

  /// What they differ in.
  public enum Kind {
    STATUS,
    COUNT,
    PARTIES,
    AMOUNT,
    DATE,
    DUE
  }

  /// One version.
  ///
  /// @param value a number, a day, a status; for the reader beside the words of the sources
  public record Version(String value, List<Assertion> sayers) {}

  /// @return where the sources of a commitment contradict one another
  public static List<Difference> of(Commitment commitment) {
    List<Assertion> all = commitment.assertions();
    var out = new ArrayList<Difference>();
    add(out, Kind.STATUS, contested(all), a -> a.status().word());
    for (Scope scope : Scope.of(all, Scope::ofCount)) {
      add(
          out,
          Kind.COUNT,
          all,
          a -> a.count() == null || !scope.holds(Scope.ofCount(a)) ? null : a.count().value());
    }
    add(out, Kind.PARTIES, all, Difference::parties);
    for (Scope scope : Scope.of(all, Scope::ofAmounts)) {
      add(out, Kind.AMOUNT, all, a -> sums(a, scope));
    }
    add(
        out,
        Kind.DATE,
        all.stream().filter(a -> a.status() == Status.SIGNED).toList(),
        a -> a.date() == null ? null : a.date().value());
    add(out, Kind.DUE, all, Difference::due);
    return List.copyOf(out);
  }

  /// To go from announced to signed in half a year is no contradiction; two words within a week are
  /// one, and so is a denial.
  private static List<Assertion> contested(List<Assertion> all) {
    var denials = new Spoken();
    all.stream().filter(a -> a.status() == Status.DENIED).forEach(denials::add);
    var everybody = new Spoken();
    all.forEach(everybody::add);
    var week = new Spoken();
    var out = new ArrayList<Assertion>();
    int from = 0;
    int to = 0;
    for (Assertion a : all) {
      while (to < all.size() && days(a, all.get(to)) <= SAME_TIME_DAYS) {
        week.add(all.get(to++));
      }
      while (days(all.get(from), a) > SAME_TIME_DAYS) {
        week.remove(all.get(from++));
      }
      if (week.differs(a)
          || denials.differs(a)
          || (a.status() == Status.DENIED && everybody.differs(a))) {
        out.add(a);
      }
    }
    return out;
  }

  private static long days(Assertion earlier, Assertion later) {
    return Duration.between(earlier.origin().said(), later.origin().said()).toDays();
  }

  /// Which source said which status, and how often.
  private static final class Spoken {
    private final Map<Status, Map<String, Integer>> sources = new EnumMap<>(Status.class);

    void add(Assertion a) {
      count(a, 1);
    }

    void remove(Assertion a) {
      count(a, -1);
    }

    private void count(Assertion a, int by) {
      sources
          .computeIfAbsent(a.status(), s -> new HashMap<>())
          .merge(a.origin().source(), by, (x, y) -> x + y == 0 ? null : x + y);
    }

    /// @return whether another source said another status
    boolean differs(Assertion a) {
      for (var one : sources.entrySet()) {
        boolean others =
            one.getValue().size() > 1
                || (!one.getValue().isEmpty() && !one.getValue().containsKey(a.origin().source()));
        if (one.getKey() != a.status() && others) {
          return true;
        }
      }
      return false;
    }
  }

  /// Countries and bodies that have an id: other names cannot be told to differ across languages.
  private static @Nullable String parties(Assertion a) {
    var known = new TreeSet<String>();
    for (Assertion.Party party : a.parties()) {
      if (party.concept() == null) {
        return null;
      }
      known.add(party.concept());
    }
    return known.isEmpty() ? null : String.join(" ", known);
  }

  private static @Nullable String sums(Assertion a, Scope scope) {
    var lang = new Lang(a.origin().lang());
    String sums =
        a.amounts().stream()
            .filter(s -> scope.holds(List.of(Scope.of(s.of(), lang))))
            .map(s -> s.value().stripTrailingZeros().toPlainString() + " " + s.currency())
            .distinct()
            .sorted()
            .collect(Collectors.joining(", "));
    return sums.isEmpty() ? null : sums;
  }

  private static @Nullable String due(Assertion a) {
    String days =
        a.deliverables().stream()
            .map(Assertion.Deliverable::due)
            .filter(d -> d != null)
            .map(d -> d.substring(0, Math.min(d.length(), "2025-01".length())))
            .distinct()
            .sorted()
            .collect(Collectors.joining(", "));
    return days.isEmpty() ? null : days;
  }

  private static void add(
      List<Difference> out,
      Kind kind,
      List<Assertion> all,
      Function<Assertion, @Nullable String> value) {
    Map<String, List<Assertion>> versions = new LinkedHashMap<>();
    for (Assertion a : all) {
      String own = value.apply(a);
      if (own != null) {
        versions.computeIfAbsent(own, k -> new ArrayList<>()).add(a);
      }
    }
    if (versions.size() > 1) {
      out.add(
          new Difference(
              kind,
              versions.entrySet().stream()
                  .map(v -> new Version(v.getKey(), List.copyOf(v.getValue())))
                  .toList()));
    }
  }
}
