package org.tabadla.read;

import org.jspecify.annotations.Nullable;
import org.tabadla.model.Reading;

/// Bounds what a page may ask of the parser, before it is parsed. Time and memory of parsing go
/// with the tags, not with the bytes: 10 MB of `<p><b><i>` would be three million elements.
///
/// No page of an outlet comes near: of 1,184 pages at hand the richest has 19,422 tags.
final class PageLimits {
  static final int ELEMENTS_MAX = 250_000;

  /// Closing tags, too: one that closes nothing may make an element, and each makes the parser
  /// look.
  static final int TAGS_MAX = 2 * ELEMENTS_MAX;

  private PageLimits() {}

  /// @return why this page is not parsed, or null when it may be
  static @Nullable Reading exceeded(String html) {
    int opened = 0;
    int closed = 0;
    int last = html.length() - 1;
    for (int i = html.indexOf('<'); i >= 0 && i < last; i = html.indexOf('<', i + 1)) {
      char c = html.charAt(i + 1);
      if (c == '/') {
        closed++;
      } else if ((c | 0x20) >= 'a' && (c | 0x20) <= 'z') {
        opened++;
      }
    }
    if (opened > ELEMENTS_MAX) {
      return over(opened, "elements", ELEMENTS_MAX);
    }
    return opened + closed > TAGS_MAX ? over(opened + closed, "tags", TAGS_MAX) : null;
  }

  private static Reading over(int seen, String what, int limit) {
    return new Reading.Unreadable("page of " + seen + " " + what + ": the limit is " + limit);
  }
}
