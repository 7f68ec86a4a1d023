package org.tabadla.read;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/// What a date is the date of, by the words beside it: «Published …», «Updated …», «Joined …».
final class DateWords {
  /// What the words say.
  enum Kind {
    PUBLISHED,
    UPDATED,
    OTHER,
    UNSAID
  }

  /// One date's worth of a line: the words from a label to the next one.
  record Part(Kind kind, String text) {}

  private static final String LETTERS = "\\p{L}\\p{M}";

  private static final class Table {
    static final Pattern LABEL;
    static final List<String> PUBLISHED = words("published");
    static final List<String> UPDATED = words("updated");

    static {
      List<String> all = new ArrayList<>(PUBLISHED);
      all.addAll(UPDATED);
      all.addAll(words("other"));
      String either =
          all.stream()
              .sorted((a, b) -> b.length() - a.length())
              .map(Table::bounded)
              .collect(Collectors.joining("|"));
      LABEL = Pattern.compile("(?:" + either + ")");
    }

    private static List<String> words(String kind) {
      return CharsetLabels.rows("date-words.tsv").stream()
          .filter(row -> row.startsWith(kind + "\t"))
          .flatMap(row -> List.of(row.substring(kind.length() + 1).split("\\|", -1)).stream())
          .toList();
    }

    private static String bounded(String word) {
      boolean spaced = Line.unit(word.charAt(0)) <= 1;
      String quoted = Pattern.quote(word);
      return spaced ? "(?<![" + LETTERS + "])" + quoted + "(?![" + LETTERS + "])" : quoted;
    }
  }

  private DateWords() {}

  /// @param text a short line
  /// @return its parts, cut before each label; one part when it has none
  static List<Part> parts(String text) {
    String lower = text.toLowerCase(Locale.ROOT);
    if (lower.length() != text.length()) {
      return List.of(new Part(Kind.UNSAID, text));
    }
    List<Part> parts = new ArrayList<>();
    Matcher m = Table.LABEL.matcher(lower);
    Kind kind = Kind.UNSAID;
    int from = 0;
    while (m.find()) {
      if (m.start() > from) {
        parts.add(new Part(kind, text.substring(from, m.start())));
      }
      kind = kind(m.group());
      from = m.end();
    }
    parts.add(new Part(kind, text.substring(from)));
    return parts;
  }

  /// @return what a line that may be only a label says
  static Kind kind(String label) {
    return Table.UPDATED.contains(label)
        ? Kind.UPDATED
        : Table.PUBLISHED.contains(label) ? Kind.PUBLISHED : Kind.OTHER;
  }
}
