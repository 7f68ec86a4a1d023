package org.tabadla.register;

import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

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
    add(out, Kind.COUNT, all, a -> a.count() == null ? null : a.count().value());
    add(out, Kind.PARTIES, all, Difference::parties);
    add(out, Kind.AMOUNT, all, Difference::sums);
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
    return all.stream()
        .filter(a ->
            all.stream()
                .anyMatch(b ->
                    a.status() != b.status()
                        && !a.origin().source().equals(b.origin().source())
                        && (atOneTime(a, b)
                            || a.status() == Status.DENIED
                            || b.status() == Status.DENIED)))
        .toList();
  }

  private static boolean atOneTime(Assertion a, Assertion b) {
    return Duration.between(a.origin().said(), b.origin().said()).abs().toDays() <= SAME_TIME_DAYS;
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

  private static @Nullable String sums(Assertion a) {
    return a.amounts().isEmpty()
        ? null
        : a.amounts().stream()
            .map(s -> s.value().stripTrailingZeros().toPlainString() + " " + s.currency())
            .distinct()
            .sorted()
            .collect(Collectors.joining(", "));
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
