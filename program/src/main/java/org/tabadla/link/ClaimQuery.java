package org.tabadla.link;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// A post as people write it, made into words that a claim could hold: addresses dropped, the names
/// behind `@` and `#` parted at their capitals, the date line of a quoted post left out.
final class ClaimQuery {
  private static final int MOST_CHARS = 4_000;
  private static final Pattern ADDRESS =
      Pattern.compile("(?:https?://|www\\.|pic\\.twitter\\.com/|t\\.co/)\\S+");
  private static final Pattern POST_DATE =
      Pattern.compile("(\\(@\\w{1,30}\\))\\s+\\p{L}{3,12}\\.? \\d{1,2},? \\d{4}\\s*$");
  private static final Pattern TAG = Pattern.compile("[@#＃]([\\p{L}\\p{M}\\p{N}_]{2,60})");
  private static final Pattern CAPITALS =
      Pattern.compile(
          "(?<=\\p{Ll})(?=\\p{Lu})|(?<=\\p{L})(?=\\p{N})|(?<=\\p{N})(?=\\p{L})"
              + "|(?<=\\p{Lu})(?=\\p{Lu}\\p{Ll})|_");
  private static final Pattern REPOST = Pattern.compile("^\\s*RT\\s+(?=@)");

  private ClaimQuery() {}

  /// @return the words, at most 4,000 characters of the post
  static String plain(String post) {
    String text = post.length() <= MOST_CHARS ? post : post.substring(0, MOST_CHARS);
    text = ADDRESS.matcher(text).replaceAll(" ");
    text = REPOST.matcher(text).replaceFirst("");
    text = POST_DATE.matcher(text).replaceFirst("$1");
    return TAG.matcher(text).replaceAll(ClaimQuery::parted);
  }

  private static String parted(java.util.regex.MatchResult tag) {
    String parts = String.join(" ", CAPITALS.split(tag.group(1)));
    return Matcher.quoteReplacement(" " + parts + " ");
  }
}
