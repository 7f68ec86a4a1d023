package org.tabadla.exchange.odrl;

import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.format.TextStyle;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.tabadla.exchange.rdf.Names;
import org.tabadla.exchange.rdf.Node;

/// Compares values as ODRL's operators mean it. A time without a zone is taken as UTC.
final class Comparison {
  private static final int DATE_LENGTH = 10;
  private static final int LONGEST_NUMBER = 64;

  private Comparison() {}

  /// Stretches of time: an instant is one of no length, a date one of a day.
  private record Stretch(Instant from, Instant until) {}

  static boolean holds(List<Node> left, String operator, List<Node> right, World world) {
    if (left.isEmpty() || right.isEmpty()) {
      return false;
    }
    return switch (operator) {
      case "isNoneOf" -> left.stream().noneMatch(value -> anyEqual(value, right));
      case "isAllOf" -> right.stream().allMatch(value -> anyEqual(value, left));
      case "isAnyOf" -> left.stream().anyMatch(value -> anyEqual(value, right));
      // The context of ODRL 2.2 itself spells neq as neg.
      case "neq", "neg" -> left.stream().noneMatch(value -> anyEqual(value, right));
      case "isPartOf" ->
          left.stream()
              .anyMatch(
                  v -> right.stream().anyMatch(w -> equal(v, w) || world.belongs(v, w, null)));
      case "hasPart" ->
          left.stream()
              .anyMatch(
                  v -> right.stream().anyMatch(w -> equal(v, w) || world.belongs(w, v, null)));
      default -> left.stream().anyMatch(v -> right.stream().anyMatch(w -> one(v, operator, w)));
    };
  }

  private static boolean anyEqual(Node value, List<Node> values) {
    return values.stream().anyMatch(each -> equal(value, each));
  }

  private static boolean equal(Node left, Node right) {
    return one(left, "eq", right);
  }

  private static boolean one(Node left, String operator, Node right) {
    Stretch leftTime = time(left);
    Stretch rightTime = time(right);
    if (leftTime != null && rightTime != null) {
      return times(leftTime, operator, rightTime);
    }
    BigDecimal leftNumber = number(left);
    BigDecimal rightNumber = number(right);
    if (leftNumber != null && rightNumber != null) {
      int order = leftNumber.compareTo(rightNumber);
      return switch (operator) {
        case "lt" -> order < 0;
        case "lteq" -> order <= 0;
        case "gt" -> order > 0;
        case "gteq" -> order >= 0;
        case "eq", "isA" -> order == 0;
        default -> false;
      };
    }
    return switch (operator) {
      case "eq", "isA" -> sameName(left, right);
      default -> false;
    };
  }

  private static boolean times(Stretch left, String operator, Stretch right) {
    return switch (operator) {
      case "lt" -> left.from().isBefore(right.from());
      case "lteq" -> left.from().equals(right.from()) || left.from().isBefore(right.until());
      case "gt" ->
          right.from().equals(right.until())
              ? left.from().isAfter(right.from())
              : !left.from().isBefore(right.until());
      case "gteq" -> !left.from().isBefore(right.from());
      case "eq", "isA" ->
          left.from().equals(right.from())
              || (!left.from().isBefore(right.from()) && left.from().isBefore(right.until()));
      default -> false;
    };
  }

  /// Addresses and their values in text mean the same; `http` and `https` name the same thing.
  private static boolean sameName(Node left, Node right) {
    return plain(left).equals(plain(right));
  }

  private static String plain(Node node) {
    String plain = node.plain();
    return plain.startsWith("https://") ? "http" + plain.substring("https".length()) : plain;
  }

  /// Whether two units are the same; an unknown one on the left is taken for the right one's.
  static boolean sameUnit(String left, String right) {
    return left.isEmpty()
        || right.isEmpty()
        || plain(new Node.Iri(left)).equals(plain(new Node.Iri(right)));
  }

  static Optional<String> dayOfWeek(Node time) {
    Stretch stretch = time(time);
    return stretch == null
        ? Optional.empty()
        : Optional.of(
            stretch
                .from()
                .atOffset(offset(time))
                .getDayOfWeek()
                .getDisplayName(TextStyle.FULL, Locale.ENGLISH));
  }

  private static ZoneOffset offset(Node time) {
    try {
      return OffsetDateTime.parse(time.plain()).getOffset();
    } catch (DateTimeException e) {
      return ZoneOffset.UTC;
    }
  }

  private static @Nullable Stretch time(Node node) {
    if (!(node instanceof Node.Literal(String value, String type, var _))
        || !(type.equals(Names.XSD + "dateTime")
            || type.equals(Names.XSD + "date")
            || type.equals(Names.XSD + "dateTimeStamp"))) {
      return null;
    }
    try {
      if (value.length() == DATE_LENGTH) {
        LocalDate date = LocalDate.parse(value);
        return new Stretch(
            date.atStartOfDay().toInstant(ZoneOffset.UTC),
            date.plusDays(1).atStartOfDay().toInstant(ZoneOffset.UTC));
      }
      boolean zoned =
          value.endsWith("Z")
              || value.lastIndexOf('+') > DATE_LENGTH
              || value.lastIndexOf('-') > DATE_LENGTH;
      Instant instant = OffsetDateTime.parse(zoned ? value : value + "Z").toInstant();
      return new Stretch(instant, instant);
    } catch (DateTimeException e) {
      return null;
    }
  }

  private static @Nullable BigDecimal number(Node node) {
    if (!(node instanceof Node.Literal(String value, var _, var _))
        || value.length() > LONGEST_NUMBER) {
      return null;
    }
    try {
      return new BigDecimal(value.strip());
    } catch (NumberFormatException e) {
      return null;
    }
  }
}
