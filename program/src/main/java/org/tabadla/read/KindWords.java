package org.tabadla.read;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/// The words by which live blogs, galleries, video pages and pages of one article name themselves,
/// in many languages: `page-kinds.tsv`.
final class KindWords {
  static final String LIVE = "live";
  static final String GALLERY = "gallery";
  static final String VIDEO = "video";
  static final String NEXT = "next";
  static final String WHOLE = "whole";
  static final String CREDIT = "credit";
  static final String CLOCK = "clock";
  static final String PAGE = "page";
  static final String OF = "of";

  private static final Pattern EDGES = Pattern.compile("^[^\\p{L}\\p{N}]+|[^\\p{L}\\p{N}:：]+$");

  /// Longer texts are looked at no further: names are short.
  private static final int TEXT_MAX_CHARS = 600;

  private KindWords() {}

  private static final class Table {
    static final Map<String, List<String>> WORDS = new HashMap<>();

    static {
      for (String row : CharsetLabels.rows("page-kinds.tsv")) {
        int tab = row.indexOf('\t');
        WORDS
            .computeIfAbsent(row.substring(0, tab), _ -> new ArrayList<>())
            .add(row.substring(tab + 1));
      }
    }

    static List<String> of(String kind) {
      return WORDS.getOrDefault(kind, List.of());
    }
  }

  /// @return the first word of the kind that the text has, or null; a word in letters with spaces
  ///   between words must stand alone
  static @Nullable String in(String kind, String text) {
    String all = lower(text);
    for (String word : Table.of(kind)) {
      for (int at = all.indexOf(word); at >= 0; at = all.indexOf(word, at + 1)) {
        if (isApart(all, at, word)) {
          return word;
        }
      }
    }
    return null;
  }

  /// @return a regular expression for any of the kind's words
  static String pattern(String kind) {
    return Table.of(kind).stream().map(Pattern::quote).collect(Collectors.joining("|"));
  }

  /// @return whether the text is one of the kind's words and nothing else but marks
  static boolean is(String kind, String text) {
    String bare = EDGES.matcher(lower(text)).replaceAll("");
    return Table.of(kind).contains(bare);
  }

  /// @return the word of the kind with which the text begins, or null
  static @Nullable String start(String kind, String text) {
    String all = lower(text).stripLeading();
    String longest = null;
    for (String word : Table.of(kind)) {
      if (all.startsWith(word)
          && isApart(all, 0, word)
          && (longest == null || word.length() > longest.length())) {
        longest = word;
      }
    }
    return longest;
  }

  private static String lower(String text) {
    return text.substring(0, Math.min(text.length(), TEXT_MAX_CHARS)).toLowerCase(Locale.ROOT);
  }

  private static boolean isApart(String all, int at, String word) {
    int end = at + word.length();
    if (Line.unit(word.charAt(0)) > 1) {
      return true;
    }
    boolean before = at == 0 || !Character.isLetterOrDigit(all.charAt(at - 1));
    boolean after =
        end >= all.length()
            || !Character.isLetterOrDigit(all.charAt(end))
            || !Character.isLetterOrDigit(word.charAt(word.length() - 1));
    return before && after;
  }
}
