package org.tabadla.formats;

/// One thing that a check found.
///
/// @param place where: `line:column` in XML, a JSON pointer in JSON; "" is the whole document
/// @param message what, with the value seen
public record Finding(String place, String message) {
  @Override
  public String toString() {
    return (place.isEmpty() ? "whole document" : place) + ": " + message;
  }
}
