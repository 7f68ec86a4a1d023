package org.tabadla.web;

import java.util.List;
import org.jspecify.annotations.Nullable;

/// What a search found.
///
/// @param asked the form as it was filled in
/// @param count how many were found, in words; null before anything was asked
/// @param save where the form is that lets this search stand
/// @param trouble what is wrong with the query, or null
public record SearchPage(
    Shell shell,
    Asked asked,
    @Nullable String count,
    String save,
    @Nullable Said trouble,
    List<Line> lines,
    List<Choice> languages,
    @Nullable String next) {

  /// The form.
  public record Asked(
      String q, String lang, String source, String after, String before, boolean newest) {}

  /// One language to choose.
  public record Choice(String tag, String name) {}
}
