package org.tabadla.search;

/// What is wrong with a query, in one line with the part seen and the remedy. Never leaves the
/// room: {@link Search#search} turns it into a {@link Search.Answer.BadQuery}.
final class QueryTrouble extends Exception {
  private static final long serialVersionUID = 1L;
  private static final int LONGEST_SHOWN_CHARS = 60;

  /// @param seen the part of the query that it is about
  QueryTrouble(String what, String seen, String remedy) {
    super(what + ": " + brief(seen) + ". " + remedy);
  }

  String line() {
    return String.valueOf(getMessage());
  }

  private static String brief(String seen) {
    return seen.length() <= LONGEST_SHOWN_CHARS
        ? seen
        : seen.substring(0, LONGEST_SHOWN_CHARS) + "…";
  }
}
