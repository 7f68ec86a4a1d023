package org.tabadla.web;

import java.util.List;
import org.jspecify.annotations.Nullable;

/// One article as a line of a list.
///
/// @param language the name of its language where that is not the page's, else null
/// @param why the reasons why it is listed here; empty in plain lists
/// @param copies later articles that hold its words, folded under it
/// @param version 1 for an article that never changed
public record Line(
    String href,
    Said title,
    List<Run> excerpt,
    @Nullable String excerptLang,
    String excerptDir,
    Chip source,
    When when,
    @Nullable String language,
    List<Said> why,
    List<Line> copies,
    int version) {

  /// A stretch of an excerpt.
  ///
  /// @param hit what was searched for
  public record Run(String words, boolean hit) {}

  /// @return the same leading elsewhere
  Line leading(String to) {
    return new Line(
        to, title, excerpt, excerptLang, excerptDir, source, when, language, why, copies, version);
  }

  Line because(List<Said> reasons) {
    return new Line(
        href,
        title,
        excerpt,
        excerptLang,
        excerptDir,
        source,
        when,
        language,
        reasons,
        copies,
        version);
  }

  Line with(List<Line> folded) {
    return new Line(
        href,
        title,
        excerpt,
        excerptLang,
        excerptDir,
        source,
        when,
        language,
        why,
        folded,
        version);
  }
}
