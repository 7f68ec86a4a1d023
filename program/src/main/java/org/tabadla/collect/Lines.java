package org.tabadla.collect;

/// The one-line texts in which outcomes are told: `[source] what: value seen; remedy`.
final class Lines {
  private static final int VALUE_LIMIT_CHARS = 200;

  private Lines() {}

  /// @return a value from outside on one line, without control characters, cut to a readable length
  static String brief(String value) {
    String cut =
        value.length() <= VALUE_LIMIT_CHARS ? value : value.substring(0, VALUE_LIMIT_CHARS) + "…";
    var out = new StringBuilder(cut.length());
    cut.codePoints()
        .map(c -> Character.isISOControl(c) || Character.getType(c) == Character.FORMAT ? ' ' : c)
        .forEach(out::appendCodePoint);
    return out.toString().strip();
  }

  /// @return a size for people: `2.0 GB`, `10 MB`, `512 bytes`
  static String size(long bytes) {
    if (bytes >= 1_000_000_000L) {
      return tenths(bytes, 1_000_000_000L) + " GB";
    }
    if (bytes >= 1_000_000L) {
      return tenths(bytes, 1_000_000L) + " MB";
    }
    return bytes + " bytes";
  }

  private static String tenths(long bytes, long unit) {
    long tenths = bytes / (unit / 10);
    return tenths / 10 + "." + tenths % 10;
  }
}
