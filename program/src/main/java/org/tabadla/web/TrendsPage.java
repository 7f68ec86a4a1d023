package org.tabadla.web;

import java.util.List;

/// What rises above its own usual level, the strongest first.
public record TrendsPage(
    Shell shell, String intro, List<Entry> keywords, List<Entry> names, List<Entry> stories) {

  /// One thing that rises.
  ///
  /// @param recent how many articles in the last days, in words
  /// @param usual how many were to be expected, in words
  public record Entry(Chip what, String recent, String usual, String score, Chart chart) {}
}
