package org.tabadla.urdu;

/// Numbers as searching writes them: 12,500 and 1,50,000 without their signs, 3۔5 with a point.
final class PlainNumber {
  private static final int LONGEST_HEAD_DIGITS = 3;

  private PlainNumber() {}

  /// @param start where digits begin
  /// @return the end of all digits and signs that hang together there; one that starts inside of
  ///   those is none of its own
  static int end(char[] text, int start, int n) {
    int i = start + 1;
    while (i < n && (isDigit(text[i]) || (isSign(text[i]) && i + 1 < n && isDigit(text[i + 1])))) {
      i++;
    }
    return i;
  }

  /// Writes a number without its thousands signs further ahead in the same array.
  ///
  /// @return the end of what was written
  static int copy(char[] text, int start, int end, int to) {
    int whole = wholeEnd(text, start, end);
    boolean grouped = isGrouped(text, start, whole);
    int at = to;
    for (int i = start; i < end; i++) {
      char c = text[i];
      if (grouped && i < whole && isThousands(c)) {
        continue;
      }
      text[at++] = c == UrduLetters.FULL_STOP ? '.' : c;
    }
    return at;
  }

  /// @return the end of the digits and thousands signs before a decimal point
  private static int wholeEnd(char[] text, int start, int end) {
    int i = start;
    while (i < end && text[i] != '.' && text[i] != UrduLetters.FULL_STOP) {
      i++;
    }
    for (int k = i + 1; k < end; k++) {
      if (!isDigit(text[k])) {
        return start; // 1,234.567,8 is no number
      }
    }
    return i;
  }

  /// One sign throughout, the first group of one to three digits, the last of three, those between
  /// of two or of three.
  private static boolean isGrouped(char[] text, int start, int end) {
    char sign = 0;
    int digits = 0;
    boolean first = true;
    for (int i = start; i < end; i++) {
      char c = text[i];
      if (isDigit(c)) {
        digits++;
        continue;
      }
      boolean fits = first ? digits <= LONGEST_HEAD_DIGITS : digits == 2 || digits == 3;
      if (!fits || (sign != 0 && sign != c)) {
        return false;
      }
      sign = c;
      first = false;
      digits = 0;
    }
    return sign != 0 && digits == 3;
  }

  private static boolean isSign(char c) {
    return isThousands(c) || c == '.' || c == UrduLetters.FULL_STOP;
  }

  private static boolean isThousands(char c) {
    return c == ',' || c == UrduLetters.THOUSANDS || c == UrduLetters.COMMA;
  }

  private static boolean isDigit(char c) {
    return c >= '0' && c <= '9';
  }
}
