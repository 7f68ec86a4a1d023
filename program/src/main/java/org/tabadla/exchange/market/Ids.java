package org.tabadla.exchange.market;

import java.util.regex.Pattern;
import org.tabadla.model.Digest;

/// What ids look like: a letter and 16 hex digits.
final class Ids {
  private static final Pattern SHAPE = Pattern.compile("[a-z][0-9a-f]{16}");

  private Ids() {}

  static void check(String what, String value) {
    if (!SHAPE.matcher(value).matches()) {
      throw new IllegalArgumentException(what + " id: " + value);
    }
  }

  static boolean isOne(String value) {
    return SHAPE.matcher(value).matches();
  }

  static String of(char letter, Object... parts) {
    var text = new StringBuilder();
    for (Object part : parts) {
      String plain = part.toString();
      text.append(plain.length()).append(':').append(plain);
    }
    return letter + Digest.brief(text.toString());
  }
}
