package org.tabadla.urdu;

/// A part of a text: UTF-16 indices, end exclusive.
public record Stretch(int start, int end) {
  public String of(String text) {
    return text.substring(start, end);
  }
}
