package org.tabadla.web;

import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.tabadla.model.Moment;
import org.tabadla.model.StoryId;
import org.tabadla.store.Store;
import org.tabadla.store.Store.DayCount;
import org.tabadla.store.Store.Row;

/// A small chart of articles by day, drawn as the page is made: no script is needed to see it. Time
/// runs as the reader's language is written.
///
/// @param bars one a day that had an article
/// @param label what it shows, in words, for whoever does not see it
public record Chart(int width, int height, List<Bar> bars, String label, When from, When until) {
  private static final int STEP = 8;
  private static final int BAR = 6;
  private static final int HEIGHT = 48;
  private static final int LOWEST = 2;
  private static final int MOST_DAYS = 62;

  /// One day.
  ///
  /// @param title the day and its count
  public record Bar(int x, int y, int width, int height, String title) {}

  /// @param from the first day, days since 1970-01-01
  /// @param until the last
  static Chart of(Reader reader, List<DayCount> counts, long from, long until) {
    long first = Math.max(from, until - MOST_DAYS + 1);
    int days = (int) (until - first + 1);
    Map<Long, Long> byDay = new HashMap<>();
    counts.forEach(count -> byDay.merge(count.day(), count.articles(), Long::sum));
    long most = 1;
    for (long day = first; day <= until; day++) {
      most = Math.max(most, byDay.getOrDefault(day, 0L));
    }
    boolean mirrored = reader.ui().dir().equals("rtl");
    List<Bar> bars = new ArrayList<>();
    for (int i = 0; i < days; i++) {
      long articles = byDay.getOrDefault(first + i, 0L);
      if (articles > 0) {
        int height = Math.max(LOWEST, (int) (articles * HEIGHT / most));
        int x = (mirrored ? days - 1 - i : i) * STEP + (STEP - BAR) / 2;
        String title = when(reader, first + i).text() + ": " + reader.ui().number(articles);
        bars.add(new Bar(x, HEIGHT - height, BAR, height, title));
      }
    }
    return new Chart(
        days * STEP,
        HEIGHT,
        List.copyOf(bars),
        reader.ui().say("chart.label", reader.ui().number(most)),
        when(reader, first),
        when(reader, until));
  }

  /// @return null for a story that was told on one day
  static @Nullable Chart ofStory(Reader reader, Store store, StoryId id, List<Row> newestFirst) {
    if (newestFirst.isEmpty()) {
      return null;
    }
    long until = day(newestFirst.getFirst().when());
    long from = day(newestFirst.getLast().when());
    return from == until
        ? null
        : of(reader, store.storyDays(id, Math.max(from, until - MOST_DAYS + 1)), from, until);
  }

  static long day(Instant when) {
    return Math.floorDiv(when.getEpochSecond(), ChronoUnit.DAYS.getDuration().toSeconds());
  }

  private static When when(Reader reader, long day) {
    return reader.dated().of(Moment.day(LocalDate.ofEpochDay(day)));
  }
}
