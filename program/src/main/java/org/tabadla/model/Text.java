package org.tabadla.model;

/// Words that know their language. The value is plain text, never markup; it may be empty.
public record Text(String value, Lang lang) {
  public boolean isBlank() {
    return value.isBlank();
  }

  @Override
  public String toString() {
    return value;
  }
}
