package org.tabadla.exchange.signed;

import java.io.ByteArrayOutputStream;
import java.math.BigDecimal;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.Base64;

/// Reads bare items (RFC 9651 §4.2.3.1 to §4.2.10).
final class BareReader {
  private static final int MOST_DIGITS = 15;
  private static final int MOST_DIGITS_BEFORE_POINT = 12;
  private static final int MOST_DIGITS_AFTER_POINT = 3;
  private static final String TOKEN_MARKS = ":/!#$%&'*+-.^_`|~";

  private BareReader() {}

  static Bare read(FieldText text) throws MalformedField {
    char c = text.peek();
    return switch (c) {
      case '"' -> new Bare.Quoted(quoted(text));
      case ':' -> bytes(text);
      case '?' -> flag(text);
      case '@' -> moment(text);
      case '%' -> display(text);
      default -> {
        if (c == '-' || FieldText.isDigit(c)) {
          yield number(text);
        }
        if (c == '*' || FieldText.isLetter(c)) {
          yield token(text);
        }
        throw text.wrong("an item");
      }
    };
  }

  private static Bare number(FieldText text) throws MalformedField {
    String sign = text.take('-') ? "-" : "";
    String whole = digits(text);
    if (whole.isEmpty()) {
      throw text.wrong("a digit");
    }
    if (!text.take('.')) {
      if (whole.length() > MOST_DIGITS) {
        throw new MalformedField("a whole number of " + whole.length() + " digits");
      }
      return new Bare.Whole(Long.parseLong(sign + whole));
    }
    String fraction = digits(text);
    if (whole.length() > MOST_DIGITS_BEFORE_POINT
        || fraction.isEmpty()
        || fraction.length() > MOST_DIGITS_AFTER_POINT) {
      throw new MalformedField("a decimal of " + whole.length() + "." + fraction.length());
    }
    return new Bare.Decimal(new BigDecimal(sign + whole + "." + fraction));
  }

  private static String digits(FieldText text) throws MalformedField {
    var digits = new StringBuilder();
    while (FieldText.isDigit(text.peek())) {
      digits.append(text.next());
    }
    return digits.toString();
  }

  private static String quoted(FieldText text) throws MalformedField {
    text.expect('"');
    var value = new StringBuilder();
    while (true) {
      char c = text.next();
      if (c == '"') {
        return value.toString();
      }
      if (c == '\\') {
        c = text.next();
        if (c != '"' && c != '\\') {
          throw new MalformedField("an escape that is none: \\" + c);
        }
      } else if (c < ' ' || c > '~') {
        throw new MalformedField("a character that no string may hold: " + (int) c);
      }
      value.append(c);
    }
  }

  private static Bare token(FieldText text) throws MalformedField {
    var value = new StringBuilder();
    while (FieldText.isLetter(text.peek())
        || FieldText.isDigit(text.peek())
        || TOKEN_MARKS.indexOf(text.peek()) >= 0) {
      value.append(text.next());
    }
    return new Bare.Token(value.toString());
  }

  private static Bare bytes(FieldText text) throws MalformedField {
    text.expect(':');
    var value = new StringBuilder();
    for (char c = text.next(); c != ':'; c = text.next()) {
      value.append(c);
    }
    try {
      return new Bare.Bytes(Base64.getDecoder().decode(value.toString()));
    } catch (IllegalArgumentException e) {
      throw new MalformedField("bytes that are no Base64: " + e.getMessage());
    }
  }

  private static Bare flag(FieldText text) throws MalformedField {
    text.expect('?');
    if (text.take('1')) {
      return new Bare.Flag(true);
    }
    text.expect('0');
    return new Bare.Flag(false);
  }

  private static Bare moment(FieldText text) throws MalformedField {
    text.expect('@');
    if (number(text) instanceof Bare.Whole whole) {
      return new Bare.Moment(whole.value());
    }
    throw new MalformedField("a date with a fraction");
  }

  private static Bare display(FieldText text) throws MalformedField {
    text.expect('%');
    text.expect('"');
    var bytes = new ByteArrayOutputStream();
    for (char c = text.next(); c != '"'; c = text.next()) {
      if (c < ' ' || c > '~') {
        throw new MalformedField("a character that must be written as %xx: " + (int) c);
      }
      bytes.write(c == '%' ? 16 * hex(text.next()) + hex(text.next()) : c);
    }
    try {
      return new Bare.Display(
          StandardCharsets.UTF_8
              .newDecoder()
              .decode(ByteBuffer.wrap(bytes.toByteArray()))
              .toString());
    } catch (CharacterCodingException e) {
      throw new MalformedField("a display string that is no UTF-8");
    }
  }

  /// Only small letters are hexadecimal digits here (RFC 9651 §4.2.10).
  private static int hex(char c) throws MalformedField {
    if (FieldText.isDigit(c)) {
      return c - '0';
    }
    if (c >= 'a' && c <= 'f') {
      return c - 'a' + 10;
    }
    throw new MalformedField("no small hexadecimal digit: " + c);
  }
}
