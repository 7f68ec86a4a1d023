package org.tabadla.language;

/// Web and mail addresses and handles within a text: they are of no language.
final class Addresses {
  private Addresses() {}

  /// @return the end of the address that begins at an index, or the index where none does
  static int end(String text, int from) {
    char before = from == 0 ? ' ' : text.charAt(from - 1);
    if (isGraphic(before)) {
      return from;
    }
    int end = from;
    boolean found = text.startsWith("www.", from);
    while (end < text.length() && isGraphic(text.charAt(end))) {
      char c = text.charAt(end);
      found |= c == '@' || (c == ':' && text.startsWith("://", end));
      end++;
    }
    return found ? end : from;
  }

  private static boolean isGraphic(char c) {
    return c > ' ' && c < 0x7F;
  }
}
