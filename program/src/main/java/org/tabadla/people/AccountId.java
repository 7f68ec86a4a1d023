package org.tabadla.people;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.regex.Pattern;

/// Names one account; it is also what its owner signs in with: 2 to 40 small Latin letters, digits,
/// dots, hyphens and underscores.
public record AccountId(@JsonValue String value) {
  private static final Pattern SHAPE = Pattern.compile("[a-z0-9][a-z0-9._-]{1,39}");

  @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
  public AccountId {
    if (!SHAPE.matcher(value).matches()) {
      throw new IllegalArgumentException("account id: " + value);
    }
  }

  /// Tells whether a text can name an account.
  public static boolean isOne(String text) {
    return SHAPE.matcher(text).matches();
  }

  @Override
  public String toString() {
    return value;
  }
}
