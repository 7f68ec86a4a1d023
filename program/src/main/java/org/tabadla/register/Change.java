package org.tabadla.register;

import java.time.Instant;
import java.util.Comparator;

/// When a commitment was changed last; in the order in which changes were written down.
///
/// @param at never before that of an earlier change, though clocks be put back
/// @param seq of the deed in the journal
/// @param commitment its id, or one that was joined to another
public record Change(Instant at, long seq, String commitment) implements Comparable<Change> {
  private static final Comparator<Change> ORDER =
      Comparator.comparing(Change::at)
          .thenComparingLong(Change::seq)
          .thenComparing(Change::commitment);
  private static final int PARTS = 3;

  @Override
  public int compareTo(Change other) {
    return ORDER.compare(this, other);
  }

  /// @return what stands before all changes at or after a moment
  public static Change before(Instant moment) {
    return new Change(moment, 0, "");
  }

  /// @return as a word, to go on from here
  public String token() {
    return at.toEpochMilli() + "." + seq + "." + commitment;
  }

  /// @throws IllegalArgumentException when it is no token of ours
  public static Change of(String token) {
    String[] parts = token.split("\\.", PARTS);
    if (parts.length < PARTS) {
      throw new IllegalArgumentException("no change: " + token);
    }
    return new Change(
        Instant.ofEpochMilli(Long.parseLong(parts[0])), Long.parseLong(parts[1]), parts[2]);
  }
}
