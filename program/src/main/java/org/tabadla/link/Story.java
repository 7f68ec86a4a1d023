package org.tabadla.link;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// One story as far as it is remembered: the sum of its articles, per language and in marks.
final class Story {
  private static final int MOST_RECENT = 12;

  final int place;
  final String name;
  final Map<String, Centroid> sides = new HashMap<>();
  final Centroid marks = new Centroid();
  final Deque<Integer> recent = new ArrayDeque<>();
  int live;
  @Nullable Instant first;
  @Nullable Instant last;

  Story(int place, String name) {
    this.place = place;
    this.name = name;
  }

  void add(int article, Weighed weighed) {
    live++;
    sides.computeIfAbsent(weighed.profile().lang(), l -> new Centroid()).add(weighed.words());
    marks.add(weighed.marks());
    recent.addLast(article);
    if (recent.size() > MOST_RECENT) {
      recent.removeFirst();
    }
    Instant date = weighed.profile().date();
    if (date != null) {
      first = first == null || date.isBefore(first) ? date : first;
      last = last == null || date.isAfter(last) ? date : last;
    }
  }

  void remove(int article, Weighed weighed) {
    Centroid side = sides.get(weighed.profile().lang());
    if (side != null) {
      side.subtract(weighed.words());
      if (side.size() <= 0) {
        sides.remove(weighed.profile().lang());
      }
    }
    marks.subtract(weighed.marks());
    recent.remove(article);
    live--;
  }

  /// @return how far a date lies from the story's articles; zero within them or when not known
  Duration distance(@Nullable Instant date) {
    if (date == null || first == null || last == null) {
      return Duration.ZERO;
    }
    if (date.isBefore(first)) {
      return Duration.between(date, first);
    }
    return date.isAfter(last) ? Duration.between(last, date) : Duration.ZERO;
  }
}
