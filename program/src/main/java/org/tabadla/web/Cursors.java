package org.tabadla.web;

import java.time.Instant;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.tabadla.store.Store.Cursor;

/// A listing's place of continuation as a parameter of an address: `milliseconds.id`.
final class Cursors {
  private static final Pattern FORM = Pattern.compile("(-?\\d{1,15})\\.([\\w.:-]{1,100})");

  private Cursors() {}

  static String write(Instant when, String id) {
    return when.toEpochMilli() + "." + id;
  }

  /// @return null for the beginning
  /// @throws BadRequest when it is no cursor of ours
  static @Nullable Cursor read(@Nullable String after) {
    if (after == null || after.isEmpty()) {
      return null;
    }
    var m = FORM.matcher(after);
    if (!m.matches()) {
      throw new BadRequest("after", after);
    }
    return new Cursor(Instant.ofEpochMilli(Long.parseLong(m.group(1))), m.group(2));
  }
}
