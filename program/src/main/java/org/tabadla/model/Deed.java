package org.tabadla.model;

import java.nio.charset.StandardCharsets;
import java.time.Instant;

/// Something that a person or a partner did, as it goes into the {@link Journal}.
///
/// @param room the room whose deed it is: `people`, `exchange`, `register`, `verify`
/// @param subject the id of the thing that it was done to: a listing, a claim, an account
/// @param kind what was done, in the room's own words: `offered`, `signed`, `withdrawn`
/// @param at when, to the millisecond
/// @param actor who: the id of an organisation or an account
/// @param body a JSON object with what else there is to say; signatures stand in it
public record Deed(
    String room, String subject, String kind, Instant at, String actor, String body) {
  private static final int LONGEST_NAME_CHARS = 200;

  /// The largest body, in UTF-16 code units.
  public static final int LARGEST_BODY_CHARS = 1_000_000;

  public Deed {
    within("room", room);
    within("subject", subject);
    within("kind", kind);
    within("actor", actor);
    if (!isWhole(body)) {
      throw new IllegalArgumentException("deed with half characters or U+0000: " + subject);
    }
    if (body.length() > LARGEST_BODY_CHARS) {
      throw new IllegalArgumentException("deed of " + body.length() + " characters: " + subject);
    }
    at = Instant.ofEpochMilli(at.toEpochMilli());
  }

  /// What is hashed: each part with its length before it, so that no two deeds look the same.
  String plain() {
    var out = new StringBuilder();
    for (String part :
        new String[] {room, subject, kind, Long.toString(at.toEpochMilli()), actor, body}) {
      out.append(part.length()).append(':').append(part);
    }
    return out.toString();
  }

  /// What a database would give back changed could not be hashed.
  private static boolean isWhole(String text) {
    return text.indexOf('\0') < 0
        && new String(text.getBytes(StandardCharsets.UTF_8), StandardCharsets.UTF_8).equals(text);
  }

  private static void within(String what, String value) {
    Checks.notBlank(what, value);
    if (value.length() > LONGEST_NAME_CHARS
        || !isWhole(value)
        || value.chars().anyMatch(Character::isISOControl)) {
      throw new IllegalArgumentException("deed's " + what + " cannot be: " + value);
    }
  }
}
