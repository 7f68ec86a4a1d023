package org.tabadla.register;

import java.time.Instant;

/// Where a commitment stands in a list, the newest first.
///
/// @param at when a source spoke of it last
public record Place(Instant at, String commitment) implements Comparable<Place> {
  private static final String PARTED = ".";

  @Override
  public int compareTo(Place other) {
    int newer = other.at.compareTo(at);
    return newer == 0 ? commitment.compareTo(other.commitment) : newer;
  }

  /// @return as a step of an address, to go on from here
  public String token() {
    return at.toEpochMilli() + PARTED + commitment;
  }

  /// @throws IllegalArgumentException when it is no token of ours
  public static Place of(String token) {
    int dot = token.indexOf(PARTED);
    if (dot < 0) {
      throw new IllegalArgumentException("no place in a list: " + token);
    }
    return new Place(
        Instant.ofEpochMilli(Long.parseLong(token.substring(0, dot))), token.substring(dot + 1));
  }
}
