package org.tabadla.read;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.tabadla.language.Dates;
import org.tabadla.model.Found;
import org.tabadla.model.Lang;
import org.tabadla.model.Moment;

/// The dates that a page shows its readers between headline and text.
///
/// @param whole those that name day, month and year and are not labelled as a change, in order
/// @param loose the first of a line with many other words: believed where nothing else tells
/// @param partial the first that counts from today or leaves the year out
/// @param updated the first that is labelled as a change
record ShownDate(
    List<Found<Moment>> whole,
    @Nullable Found<Moment> loose,
    @Nullable Found<Moment> partial,
    @Nullable Found<Moment> updated) {
  private static final int LINE_MAX_CHARS = 160;
  private static final int BODY_LINE_MAX_CHARS = 90;
  private static final int BODY_LINES_MAX = 3;
  private static final int LABEL_MAX_CHARS = 30;
  private static final int SENTENCE_MIN_UNITS = 40;
  private static final int PART_MAX_UNITS = 50;
  private static final int LOOSE_MAX_UNITS = 120;
  private static final int PARTIAL_MAX_UNITS = 35;

  /// Where no year can be, no whole date is.
  private static final Pattern YEAR =
      Pattern.compile("\\p{Nd}{4}|\\p{Nd}[./-]\\p{Nd}{1,2}[./-]\\p{Nd}{2}|[’'年]");

  private static final int DATES_MAX = 6;
  private static final String CHINESE_DIGITS = "一二三四五六七八九〇";
  private static final Pattern FIRST_OF_MONTH =
      Pattern.compile("(?<!\\p{Nd})[0०٠۰]?[1१١۱](?!\\p{Nd})|یکم|一日|primero|primeiro");

  /// A count, unless it has the eight digits of 20250711.
  private static final Pattern NUMBER = Pattern.compile("\\s*(?!\\p{Nd}{8}\\s*$)[\\p{Nd}\\s]+");

  private static final Pattern HUMP =
      Pattern.compile("(?<=\\p{Ll})(?=\\p{Lu})|(?<=\\p{Nd}{4})(?=\\p{Lu})");
  private static final Pattern PARTER = Pattern.compile("\\s*[|•·∙/]\\s+|\\s+[-–—]\\s+|\\s{2,}");

  /// Reads dates out of the words of one page.
  ///
  /// @param likely refuses what no page of today can say
  record Reader(@Nullable Lang lang, Instant fetched, java.util.function.Predicate<Moment> likely) {

    /// @param now null refuses dates that count from today
    /// @return the day that the words name, or null when they name none or only a month
    @Nullable Moment read(String text, @Nullable Instant now) {
      if (text.isBlank() || !hasDigit(text) || NUMBER.matcher(text).matches()) {
        return null;
      }
      Moment whole = one(text, now);
      if (whole != null) {
        return whole;
      }
      for (String part : PARTER.split(text, -1)) {
        Moment moment = part.equals(text) ? null : one(part, now);
        if (moment != null) {
          return moment;
        }
      }
      // «Kathryn GiuffridaMar 5, 2025»: two elements without a space between.
      String parted = HUMP.matcher(text).replaceAll(" ");
      return parted.equals(text) ? null : one(parted, now);
    }

    private @Nullable Moment one(String text, @Nullable Instant now) {
      if (!hasDigit(text)) {
        return null;
      }
      Optional<Moment> moment = Dates.parse(text, lang, now).filter(likely);
      if (moment.isEmpty()) {
        return null;
      }
      LocalDate day = moment.get().date();
      boolean named = day.getDayOfMonth() != 1 || FIRST_OF_MONTH.matcher(text).find();
      return named ? moment.get() : null;
    }
  }

  private static boolean hasDigit(String text) {
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (Character.isDigit(c) || (c >= '〇' && CHINESE_DIGITS.indexOf(c) >= 0)) {
        return true;
      }
    }
    return false;
  }

  static ShownDate of(PageTree tree, PageHead head, Reader reader) {
    var search = new Search(tree, reader);
    search.lines(head.from(), head.to(), LINE_MAX_CHARS);
    search.lines(
        Math.max(head.first(), head.from()),
        Math.min(head.first() + BODY_LINES_MAX, head.last() + 1),
        BODY_LINE_MAX_CHARS);
    for (int i = head.headline() - 1; i >= head.over() && head.headline() >= 0; i--) {
      search.lines(i, i + 1, BODY_LINE_MAX_CHARS);
    }
    return new ShownDate(search.whole, search.loose, search.partial, search.updated);
  }

  private static final class Search {
    private final PageTree tree;
    private final Reader reader;
    private final List<Found<Moment>> whole = new ArrayList<>();
    private @Nullable Found<Moment> loose;
    private @Nullable Found<Moment> partial;
    private @Nullable Found<Moment> updated;

    Search(PageTree tree, Reader reader) {
      this.tree = tree;
      this.reader = reader;
    }

    void lines(int from, int to, int most) {
      int end = Math.min(to, tree.lines().size());
      for (int i = Math.max(0, from); i < end && whole.size() < DATES_MAX; i++) {
        Line line = tree.lines().get(i);
        boolean prose = line.units() >= SENTENCE_MIN_UNITS && line.endsSentence();
        // A picture is often older than its article.
        if (line.text().length() <= most
            && !prose
            && hasDigit(line.text())
            && !PageHead.isCaption(tree, line.box())) {
          line(line.text(), i == 0 ? "" : tree.lines().get(i - 1).text());
        }
      }
    }

    private void line(String text, String before) {
      for (DateWords.Part part : DateWords.parts(text)) {
        DateWords.Kind kind = part.kind();
        if (kind == DateWords.Kind.UNSAID && before.length() <= LABEL_MAX_CHARS) {
          List<DateWords.Part> labels = DateWords.parts(before);
          boolean bare = !hasDigit(before);
          kind = bare ? labels.getLast().kind() : kind;
        }
        if (kind != DateWords.Kind.OTHER && Line.units(part.text()) <= LOOSE_MAX_UNITS) {
          part(part.text(), kind, text);
        }
      }
    }

    private void part(String text, DateWords.Kind kind, String line) {
      Moment moment = YEAR.matcher(text).find() ? reader.read(text, null) : null;
      boolean dated = moment != null;
      if (moment == null && Line.units(text) <= PARTIAL_MAX_UNITS) {
        moment = reader.read(text, reader.fetched());
      }
      if (moment == null) {
        return;
      }
      var found = new Found<>(moment, "text:byline", line);
      if (kind == DateWords.Kind.UPDATED) {
        updated = updated == null ? found : updated;
      } else if (dated && Line.units(text) <= PART_MAX_UNITS) {
        whole.add(found);
      } else if (dated) {
        loose = loose == null ? found : loose;
      } else if (partial == null) {
        partial = found;
      }
    }
  }
}
