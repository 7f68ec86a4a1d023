package org.tabadla.read;

import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.tabadla.model.Found;

/// Marks that override the direction of letters (U+202D and U+202E), so that what is read is not
/// what is written: «gpj.exe» for «exe.jpg». No honest headline needs one, unlike embeddings and
/// isolates, which right-to-left pages put around Latin names.
final class Overrides {
  private static final char LEFT_TO_RIGHT = '\u202D';
  private static final char RIGHT_TO_LEFT = '\u202E';

  private Overrides() {}

  /// @param data what the page says of itself
  /// @return the first such mark in what the page has for a headline, or null
  static @Nullable Found<String> inHeadline(PageClues clues, JsonLd data) {
    for (PageClues.Clue heading : clues.headings()) {
      if (heading.element().normalName().equals("h1")) {
        Found<String> found = in("h1", heading.element().text());
        if (found != null) {
          return found;
        }
      }
    }
    Found<String> found = in("meta:og:title", clues.meta("og:title"));
    found = found == null ? in("jsonld:headline", data.ofArticle("headline")) : found;
    return found == null ? in("title", clues.title()) : found;
  }

  /// @param rule where the text was found
  static @Nullable Found<String> in(String rule, @Nullable String text) {
    for (int i = 0; text != null && i < text.length(); i++) {
      char c = text.charAt(i);
      if (c == LEFT_TO_RIGHT || c == RIGHT_TO_LEFT) {
        String mark = String.format(Locale.ROOT, "U+%04X", (int) c);
        return new Found<>(mark, rule, PageTitle.squeeze(text));
      }
    }
    return null;
  }
}
