package org.tabadla.understand.quotes;

/// What stands between quotation marks, hidden: the same text at the same indices, with every
/// outermost quotation as `“`, then U+E000 for each character within, then `”`.
///
/// So one pattern reads all marks («», “”, „“, "", ‘’, Urdu's ’‘, 「」), and marks within marks
/// cannot mislead it. A quotation that ends as a sentence does has U+E001 for its last character:
/// what comes after it is a sentence of its own. A mark that is never closed stays as it is.
final class QuoteMarks {
  static final char INSIDE = '\uE000';
  static final char SENTENCE_END = '\uE001';

  private static final int LONGEST_CHARS = 1_200;
  private static final String ENDS = ".۔。";

  private final String text;
  private final char[] masked;

  private QuoteMarks(String text) {
    this.text = text;
    this.masked = text.toCharArray();
  }

  /// @return of the same length
  static String masked(String text) {
    var marks = new QuoteMarks(text);
    int at = 0;
    while (at < text.length()) {
      int close = marks.close(at);
      if (close < 0) {
        at++;
      } else {
        marks.hide(at, close);
        at = close + 1;
      }
    }
    return new String(marks.masked);
  }

  private void hide(int open, int close) {
    masked[open] = '“';
    masked[close] = '”';
    for (int i = open + 1; i < close; i++) {
      masked[i] = INSIDE;
    }
    if (ENDS.indexOf(text.charAt(close - 1)) >= 0) {
      masked[close - 1] = SENTENCE_END;
    }
  }

  /// @return where the quotation that opens here closes; -1 when none opens here
  private int close(int open) {
    return switch (text.charAt(open)) {
      case '“' -> nested(open, '“', '”');
      case '«' -> nested(open, '«', '»');
      case '「' -> nested(open, '「', '」');
      case '『' -> nested(open, '『', '』');
      case '„' -> next(open, "“”");
      // Some Urdu desks open with what others close with.
      case '”' -> next(open, "“");
      case '"' -> next(open, "\"");
      case '‘' -> single(open, '’');
      case '’' -> single(open, '‘');
      default -> -1;
    };
  }

  private int limit(int open) {
    int line = text.indexOf('\n', open);
    return Math.min(line < 0 ? text.length() : line, open + LONGEST_CHARS);
  }

  private int nested(int open, char opens, char closes) {
    int depth = 0;
    int limit = limit(open);
    for (int i = open; i < limit; i++) {
      char c = text.charAt(i);
      depth += c == opens ? 1 : c == closes ? -1 : 0;
      if (depth == 0) {
        return i > open + 1 ? i : -1;
      }
    }
    return -1;
  }

  private int next(int open, String closes) {
    int limit = limit(open);
    for (int i = open + 1; i < limit; i++) {
      if (closes.indexOf(text.charAt(i)) >= 0) {
        return i > open + 1 ? i : -1;
      }
    }
    return -1;
  }

  /// Single marks are apostrophes too: one opens only after a gap and closes only before one.
  private int single(int open, char closes) {
    if (!isGap(open - 1) || isGap(open + 1)) {
      return -1;
    }
    int limit = limit(open);
    for (int i = open + 2; i < limit; i++) {
      if (text.charAt(i) == closes && isGap(i + 1) && !Character.isWhitespace(text.charAt(i - 1))) {
        return i;
      }
    }
    return -1;
  }

  private boolean isGap(int at) {
    return at < 0 || at >= text.length() || !Character.isLetterOrDigit(text.charAt(at));
  }
}
