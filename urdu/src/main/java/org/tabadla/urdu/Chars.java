package org.tabadla.urdu;

import java.util.Arrays;

/// Characters that grow at the end and are used again: a string builder that gives its array away.
final class Chars {
  private static final int FIRST_CHARS = 64;

  char[] array = new char[FIRST_CHARS];
  int length;

  void clear() {
    length = 0;
  }

  void append(char c) {
    if (length == array.length) {
      room(1);
    }
    array[length++] = c;
  }

  void append(String text) {
    room(text.length());
    text.getChars(0, text.length(), array, length);
    length += text.length();
  }

  void append(char[] from, int start, int end) {
    room(end - start);
    System.arraycopy(from, start, array, length, end - start);
    length += end - start;
  }

  void set(CharSequence text) {
    length = 0;
    room(text.length());
    if (text instanceof String string) {
      string.getChars(0, string.length(), array, 0);
    } else {
      for (int i = 0; i < text.length(); i++) {
        array[i] = text.charAt(i);
      }
    }
    length = text.length();
  }

  void set(char[] from, int start, int end) {
    length = 0;
    append(from, start, end);
  }

  /// @return the last character, or NUL where there is none
  char last() {
    return length == 0 ? 0 : array[length - 1];
  }

  /// @return the text itself where it says the same
  String or(String text) {
    int n = length;
    if (n != text.length()) {
      return toString();
    }
    for (int i = 0; i < n; i++) {
      if (array[i] != text.charAt(i)) {
        return toString();
      }
    }
    return text;
  }

  private void room(int more) {
    int needed = Math.addExact(length, more);
    if (needed > array.length) {
      array = Arrays.copyOf(array, Math.max(needed, (int) Math.min(array.length * 2L, 1 << 30)));
    }
  }

  @Override
  public String toString() {
    return new String(array, 0, length);
  }
}
