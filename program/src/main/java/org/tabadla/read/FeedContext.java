package org.tabadla.read;

import java.time.Instant;
import java.util.Locale;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.tabadla.address.Address;
import org.tabadla.language.Dates;
import org.tabadla.model.Lang;
import org.tabadla.model.Moment;

/// What the values of one feed are read against.
///
/// @param document where the feed came from: `Content-Location`, else its URL; null when not known
/// @param fetched what relative dates count from
/// @param lang of the whole feed, null when it does not say
record FeedContext(@Nullable String document, Instant fetched, @Nullable Lang lang) {
  private static final Pattern WEB = Pattern.compile("(?i)https?://.*+", Pattern.DOTALL);
  private static final Pattern SCHEME =
      Pattern.compile("(?i)[a-z][a-z0-9+.-]*+:.*+", Pattern.DOTALL);
  private static final int MAX_BASE_CHARS = 2_000;
  private static final Pattern YEAR = Pattern.compile("\\d{4}");
  private static final Pattern LINE_ENDS = Pattern.compile("[\\r\\n\\t]++");

  FeedContext with(@Nullable String language) {
    return new FeedContext(document, fetched, language == null ? null : new Lang(language));
  }

  /// @return a base that links may be resolved against, or null: a short link against a long base
  ///   would make a small feed a large one
  static @Nullable String usableBase(@Nullable String base) {
    return base == null || base.length() > MAX_BASE_CHARS ? null : base;
  }

  /// @param base what a relative address is relative to; null: the document
  /// @return an address that a reader may follow, as the feed wrote it when it was absolute; null
  ///   for anything else
  @Nullable String link(@Nullable String written, @Nullable String base) {
    if (written == null) {
      return null;
    }
    String text = written.strip();
    if (isPlainWeb(text)) {
      return text;
    }
    text = LINE_ENDS.matcher(text).replaceAll("");
    if (text.isEmpty()) {
      return null;
    }
    if (WEB.matcher(text).matches()) {
      return Address.web(text, null) == null ? null : text.replace(" ", "%20");
    }
    String against = usableBase(base == null ? document : base);
    return against == null ? null : Address.web(text, against);
  }

  /// @return whether it is an absolute address as nearly all are: nothing in it is escaped,
  ///   resolved or refused by anybody
  private static boolean isPlainWeb(String text) {
    int at = text.startsWith("https://") ? 8 : text.startsWith("http://") ? 7 : text.length();
    int host = at;
    boolean letter = false;
    for (; at < text.length() && text.charAt(at) != '/'; at++) {
      char c = text.charAt(at);
      boolean small = c >= 'a' && c <= 'z';
      boolean inside = (c == '.' || c == '-') && at > host && text.charAt(at - 1) != c;
      if (!small && !(c >= '0' && c <= '9') && !inside) {
        return false;
      }
      // A host that ends in figures may be an IP address, and such are read anew.
      letter = small || (letter && c != '.');
    }
    if (!letter || at == text.length() || text.startsWith("xn--", host) || text.contains(".xn--")) {
      return false;
    }
    for (; at < text.length(); at++) {
      char c = text.charAt(at);
      boolean word = (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9');
      if (!word && "/-_.~=&?+,;:@%!".indexOf(c) < 0) {
        return false;
      }
    }
    return true;
  }

  /// An id is a name, not a link: it stays as it is, unless it is a relative address.
  @Nullable String id(@Nullable String written, @Nullable String base) {
    if (written == null || written.isBlank()) {
      return null;
    }
    String text = written.strip();
    if (base == null || SCHEME.matcher(text).matches()) {
      return text;
    }
    String resolved = Address.parse(text, base);
    return resolved == null ? text : resolved;
  }

  @Nullable Instant instant(@Nullable String text) {
    if (text == null) {
      return null;
    }
    String written = text.strip();
    Instant plain = FeedDate.instant(written);
    if (plain != null) {
      return plain;
    }
    // Looking for «2 گھنٹے پہلے» takes time, and a date with its year is none.
    Instant from = YEAR.matcher(written).find() ? null : fetched;
    return Dates.parse(written, lang, from).map(Moment::at).orElse(null);
  }

  /// @return the BCP 47 tag, or null when `text` is no tag
  static @Nullable String language(@Nullable String text) {
    if (text == null || text.isBlank()) {
      return null;
    }
    String tag = text.strip().replace('_', '-');
    boolean sane =
        tag.length() <= 35 && tag.chars().allMatch(c -> c == '-' || Character.isLetterOrDigit(c));
    return sane && !tag.toLowerCase(Locale.ROOT).equals("und") ? tag : null;
  }
}
