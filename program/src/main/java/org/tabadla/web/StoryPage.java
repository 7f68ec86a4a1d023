package org.tabadla.web;

import java.util.List;

/// A story from all outlets in all languages.
///
/// @param days its articles by day, oldest first, copies folded under their originals
/// @param outlets who tells it
/// @param languages in which languages, each with how many articles
public record StoryPage(
    Shell shell,
    Said title,
    String count,
    String outletCount,
    List<Day> days,
    List<Chip> outlets,
    List<String> languages,
    List<Chip> keywords) {

  /// The articles of one day.
  public record Day(When when, List<Line> lines) {}
}
