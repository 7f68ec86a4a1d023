package org.tabadla.web;

import java.net.URI;
import java.net.URISyntaxException;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/// Last cleaning of words and addresses from outside, before they go on a page or into a feed.
public final class Safe {
  private static final int HREF_LIMIT_CHARS = 2_000;

  private static final char ARABIC_LETTER_MARK = '\u061C';
  private static final char FIRST_MARK = '\u200E';
  private static final char LAST_MARK = '\u200F';
  private static final char FIRST_EMBEDDING = '\u202A';
  private static final char LAST_EMBEDDING = '\u202E';
  private static final char FIRST_ISOLATE = '\u2066';
  private static final char LAST_ISOLATE = '\u2069';
  private static final char REPLACEMENT = '\uFFFD';

  private Safe() {}

  /// Takes out what could turn the page around it (bidi controls) or break XML (control characters,
  /// lone surrogates, U+FFFE and U+FFFF); tabs and newlines stay.
  public static String text(String raw) {
    for (int i = 0; i < raw.length(); i++) {
      if (isSuspect(raw.charAt(i))) {
        return cleaned(raw);
      }
    }
    return raw;
  }

  private static String cleaned(String raw) {
    var out = new StringBuilder(raw.length());
    for (int i = 0; i < raw.length(); i++) {
      char c = raw.charAt(i);
      if (Character.isHighSurrogate(c)
          && i + 1 < raw.length()
          && Character.isLowSurrogate(raw.charAt(i + 1))) {
        out.append(c).append(raw.charAt(++i));
      } else if (Character.isSurrogate(c)) {
        out.append(REPLACEMENT);
      } else if (!isSuspect(c)) {
        out.append(c);
      }
    }
    return out.toString();
  }

  private static boolean isSuspect(char c) {
    if (c < ' ') {
      return c != '\t' && c != '\n' && c != '\r';
    }
    return (c >= '\u007F' && c <= '\u009F')
        || c == ARABIC_LETTER_MARK
        || (c >= FIRST_MARK && c <= LAST_MARK)
        || (c >= FIRST_EMBEDDING && c <= LAST_EMBEDDING)
        || (c >= FIRST_ISOLATE && c <= LAST_ISOLATE)
        || Character.isSurrogate(c)
        || c >= '\uFFFE';
  }

  /// @return the address if a reader may be sent there (absolute http or https with a host), else
  ///   null
  public static @Nullable String href(@Nullable String url) {
    if (url == null || url.length() > HREF_LIMIT_CHARS) {
      return null;
    }
    String lower = url.toLowerCase(Locale.ROOT);
    if (!lower.startsWith("http://") && !lower.startsWith("https://")) {
      return null;
    }
    try {
      // The ASCII form: a letter outside ASCII is escaped, what cannot be escaped is refused.
      String ascii = new URI(url).toASCIIString();
      return new URI(ascii).getRawAuthority() == null ? null : ascii;
    } catch (URISyntaxException e) {
      return null;
    }
  }
}
