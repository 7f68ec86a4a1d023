package org.tabadla.read;

import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/// The words of bylines, `byline-words.tsv`.
final class BylineWords {
  /// What part of a byline a string is.
  enum Kind {
    PERSON,
    DESK,
    ROLE,
    NOBODY
  }

  private static final String LETTERS = "\\p{L}\\p{M}";
  private static final int FLAGS = Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE;

  /// «By», «Text:» at the start.
  static final Pattern BY = start("by");

  /// «von», «par» at the start too.
  static final Pattern BY_OR_NAME = start("by", "name");

  /// «Photos by», «Edited by» anywhere.
  static final Pattern HELP =
      Pattern.compile(
          "(?<![" + LETTERS + "])(?:" + either("help") + ")(?:\\s*[:：]\\s*|\\s+)", FLAGS);

  /// «updated», «is a» anywhere.
  static final Pattern STOP =
      Pattern.compile(
          "(?<![" + LETTERS + "])(?:" + either("stop") + ")(?![" + LETTERS + "])", FLAGS);

  private static final Set<String> ROLES = set("role");
  private static final Set<String> DESKS = set("desk");
  private static final Set<String> NOBODY = set("nobody");
  private static final Set<String> TITLES = set("title");

  private BylineWords() {}

  private static Pattern start(String... kinds) {
    String either =
        List.of(kinds).stream().map(BylineWords::either).collect(Collectors.joining("|"));
    return Pattern.compile(
        "^[\\s—–\\-|•·~]*(?:(?:"
            + either
            + ")(?:\\s*[:：]\\s*|\\s+(?=\\S)|\\s*$)|(?:"
            + either("label")
            + ")\\s*(?:[:：]\\s*|$))",
        FLAGS);
  }

  private static List<String> words(String kind) {
    return CharsetLabels.rows("byline-words.tsv").stream()
        .filter(row -> row.startsWith(kind + "\t"))
        .flatMap(row -> List.of(row.substring(kind.length() + 1).split("\\|", -1)).stream())
        .toList();
  }

  private static String either(String kind) {
    return words(kind).stream()
        .sorted((a, b) -> b.length() - a.length())
        .map(Pattern::quote)
        .collect(Collectors.joining("|"));
  }

  private static Set<String> set(String kind) {
    return new HashSet<>(words(kind));
  }

  static boolean isRole(String word) {
    return ROLES.contains(plain(word));
  }

  static boolean isTitle(String word) {
    return TITLES.contains(plain(word));
  }

  static boolean isNobody(String words) {
    return NOBODY.contains(words.toLowerCase(Locale.ROOT));
  }

  /// @return whether a name is of a group: one of its words says so, or it is a host name
  static boolean isDesk(String name) {
    String lower = name.toLowerCase(Locale.ROOT);
    if (DESKS.contains(lower) || Dateline.isAgency(name)) {
      return true;
    }
    for (String word : lower.split("[\\s/]+", -1)) {
      if (DESKS.contains(plain(word)) || Dateline.isAgency(word)) {
        return true;
      }
      int dot = word.lastIndexOf('.');
      if (dot > 0 && DESKS.contains(word.substring(dot))) {
        return true;
      }
    }
    return false;
  }

  private static String plain(String word) {
    int end = word.length();
    while (end > 0 && ".,;:)".indexOf(word.charAt(end - 1)) >= 0) {
      end--;
    }
    return word.substring(0, end).toLowerCase(Locale.ROOT);
  }
}
