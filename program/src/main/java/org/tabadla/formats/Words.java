package org.tabadla.formats;

import org.jspecify.annotations.Nullable;
import org.tabadla.model.Lang;

/// A piece of an item's text.
///
/// @param use what the text is to the item
/// @param role which of several: `main`, `summary`, `drol:caption`; as the format has it
/// @param contentType the media type of `value`; null is plain text
/// @param lang the text's own language where it differs from the item's or is said again
/// @param value plain text or markup, as `contentType` says; white space as prose has it
public record Words(
    Use use,
    @Nullable String role,
    @Nullable String contentType,
    @Nullable Lang lang,
    String value) {
  /// What a text is to its item.
  public enum Use {
    TITLE,
    HEADLINE,
    SLUGLINE,
    BYLINE,
    DATELINE,
    CREDIT,
    DESCRIPTION,
    BODY,
    KEYWORD,
    NOTE
  }

  static Words plain(Use use, String value) {
    return new Words(use, null, null, null, value);
  }

  /// @return whether the value is markup
  public boolean isMarkup() {
    return contentType != null && (contentType.contains("html") || contentType.contains("xml"));
  }

  /// @return the value without markup; the ends of paragraphs become line breaks
  public String text() {
    if (!isMarkup()) {
      return value;
    }
    return value
        .replaceAll("(?s)<(script|style|head)\\b.*?</\\1>", "")
        .replaceAll("(?i)<(br\\b[^>]*|/(p|h[1-6]|li|div|hl[12]|tr|block))>", "\n")
        .replaceAll("<[^>]*>", "")
        .replace("&lt;", "<")
        .replace("&gt;", ">")
        .replace("&quot;", "\"")
        .replace("&#39;", "'")
        .replace("&nbsp;", " ")
        .replace("&amp;", "&")
        .replaceAll("[ \\t\\r]+", " ")
        .replaceAll(" ?\\n[ \\n]*", "\n")
        .strip();
  }
}
