package org.tabadla.web;

import java.util.List;
import org.jspecify.annotations.Nullable;

/// A story from all outlets in all languages.
///
/// @param days its articles by day, oldest first, copies folded under their originals
/// @param outlets who tells it
/// @param topics of the IPTC's list, in the page's language
/// @param quotes distinct ones, copies folded
/// @param woke when it was told again after it had rested, or null
/// @param adds what each outlet has that no other has
/// @param near related stories, each with its reasons
/// @param chart its articles by day, or null where it was told on one day
/// @param languages in which languages, each with how many articles
public record StoryPage(
    Shell shell,
    Said title,
    String count,
    String outletCount,
    List<Day> days,
    List<Chip> outlets,
    List<String> languages,
    List<Chip> topics,
    List<QuoteLine> quotes,
    List<Chip> keywords,
    @Nullable When woke,
    List<Addition> adds,
    List<Line> near,
    @Nullable Chart chart) {

  /// What one outlet has that no other has.
  ///
  /// @param sentence the sentence that holds some of it, or null
  public record Addition(
      Chip outlet,
      List<Said> names,
      List<Said> figures,
      List<Said> keywords,
      @Nullable Said sentence) {
    boolean isSome() {
      return !names.isEmpty() || !figures.isEmpty() || !keywords.isEmpty();
    }
  }

  /// The articles of one day.
  public record Day(When when, List<Line> lines) {}
}
