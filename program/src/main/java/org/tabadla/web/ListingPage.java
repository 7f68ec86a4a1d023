package org.tabadla.web;

import java.util.List;
import org.jspecify.annotations.Nullable;

/// A list of articles under a heading: of a keyword, a name, a topic.
///
/// @param kind what the heading is, in the reader's language
/// @param labels how it is written in other languages and scripts; empty where nobody asks
/// @param around topics above and below; empty for what is no topic
/// @param quotes the newest of a name's quotes
/// @param allQuotes the address of all of them, or null where there is none
/// @param chart its articles by day, or null
/// @param count how many articles there are, in words
public record ListingPage(
    Shell shell,
    String kind,
    Said heading,
    String count,
    List<Chip> labels,
    List<Chip> around,
    List<QuoteLine> quotes,
    @Nullable String allQuotes,
    @Nullable Chart chart,
    List<Line> lines,
    @Nullable String next) {

  /// @return the same with what a name was quoted as saying
  ListingPage saying(List<QuoteLine> newest, String all) {
    return new ListingPage(
        shell, kind, heading, count, labels, around, newest, all, chart, lines, next);
  }
}
