package org.tabadla.people;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.regex.Pattern;

/// Names one organisation: 2 to 40 small Latin letters, digits and hyphens, such as `sahil-news`.
public record OrganisationId(@JsonValue String value) {
  private static final Pattern SHAPE = Pattern.compile("[a-z0-9][a-z0-9-]{1,39}");

  @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
  public OrganisationId {
    if (!SHAPE.matcher(value).matches()) {
      throw new IllegalArgumentException("organisation id: " + value);
    }
  }

  /// Tells whether a text can name an organisation.
  public static boolean isOne(String text) {
    return SHAPE.matcher(text).matches();
  }

  @Override
  public String toString() {
    return value;
  }
}
