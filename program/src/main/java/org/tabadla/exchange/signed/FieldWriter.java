package org.tabadla.exchange.signed;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.SequencedMap;
import java.util.regex.Pattern;

/// Writes structured fields in their one canonical form (RFC 9651 §4.1).
///
/// Every method throws [MalformedField] for a value that the form cannot carry.
public final class FieldWriter {
  private static final long LARGEST = 999_999_999_999_999L;
  private static final BigDecimal DECIMAL_BOUND = BigDecimal.TEN.pow(12);
  private static final int FRACTION_DIGITS = 3;
  private static final Pattern KEY = Pattern.compile("[a-z*][a-z0-9_.*-]*");
  private static final Pattern TOKEN = Pattern.compile("[A-Za-z*][A-Za-z0-9:/!#$%&'*+.^_`|~-]*");
  private static final Pattern QUOTED = Pattern.compile("[ -~]*");

  private FieldWriter() {}

  /// A list as one field; an empty list is no field at all and gives an empty string.
  public static String list(List<? extends Member> members) throws MalformedField {
    var out = new StringBuilder();
    for (Member member : members) {
      out.append(out.isEmpty() ? "" : ", ").append(member(member));
    }
    return out.toString();
  }

  /// A dictionary as one field.
  public static String dictionary(SequencedMap<String, ? extends Member> members)
      throws MalformedField {
    var out = new StringBuilder();
    for (Map.Entry<String, ? extends Member> each : members.entrySet()) {
      out.append(out.isEmpty() ? "" : ", ").append(key(each.getKey()));
      if (each.getValue() instanceof Member.Item(Bare.Flag(boolean yes), var parameters) && yes) {
        out.append(parameters(parameters));
      } else {
        out.append('=').append(member(each.getValue()));
      }
    }
    return out.toString();
  }

  /// An item or an inner list with its parameters.
  public static String member(Member member) throws MalformedField {
    return switch (member) {
      case Member.Item item -> bare(item.value()) + parameters(item.parameters());
      case Member.Inner inner -> {
        var out = new StringBuilder("(");
        for (Member.Item item : inner.items()) {
          out.append(out.length() == 1 ? "" : " ").append(member(item));
        }
        yield out.append(')').append(parameters(inner.parameters())).toString();
      }
    };
  }

  static String parameters(SequencedMap<String, Bare> parameters) throws MalformedField {
    var out = new StringBuilder();
    for (Map.Entry<String, Bare> each : parameters.entrySet()) {
      out.append(';').append(key(each.getKey()));
      if (!each.getValue().equals(new Bare.Flag(true))) {
        out.append('=').append(bare(each.getValue()));
      }
    }
    return out.toString();
  }

  static String bare(Bare value) throws MalformedField {
    return switch (value) {
      case Bare.Whole(long whole) -> whole(whole);
      case Bare.Decimal(BigDecimal decimal) -> decimal(decimal);
      case Bare.Quoted(String quoted) -> quoted(quoted);
      case Bare.Token(String token) -> matching(TOKEN, token, "token");
      case Bare.Bytes bytes -> ":" + Base64.getEncoder().encodeToString(bytes.value()) + ":";
      case Bare.Flag(boolean yes) -> yes ? "?1" : "?0";
      case Bare.Moment(long seconds) -> "@" + whole(seconds);
      case Bare.Display(String display) -> display(display);
    };
  }

  private static String key(String key) throws MalformedField {
    return matching(KEY, key, "key");
  }

  private static String whole(long value) throws MalformedField {
    if (Math.abs(value) > LARGEST) {
      throw new MalformedField("a whole number of more than fifteen digits: " + value);
    }
    return Long.toString(value);
  }

  private static String decimal(BigDecimal value) throws MalformedField {
    BigDecimal rounded = value.setScale(FRACTION_DIGITS, RoundingMode.HALF_EVEN);
    if (rounded.abs().compareTo(DECIMAL_BOUND) >= 0) {
      throw new MalformedField("a decimal of more than twelve digits before the point: " + value);
    }
    return new Bare.Decimal(rounded).value().toPlainString();
  }

  private static String quoted(String value) throws MalformedField {
    return '"'
        + matching(QUOTED, value, "string").replace("\\", "\\\\").replace("\"", "\\\"")
        + '"';
  }

  private static String display(String value) throws MalformedField {
    var out = new StringBuilder("%\"");
    for (byte b : value.getBytes(StandardCharsets.UTF_8)) {
      if (b == '%' || b == '"' || b < ' ' || b > '~') {
        out.append(String.format("%%%02x", b & 0xFF));
      } else {
        out.append((char) b);
      }
    }
    return out.append('"').toString();
  }

  private static String matching(Pattern form, String value, String what) throws MalformedField {
    if (!form.matcher(value).matches()) {
      throw new MalformedField("no " + what + " of a structured field: " + value);
    }
    return value;
  }
}
