package org.tabadla.web;

import java.util.List;
import org.jspecify.annotations.Nullable;

/// A list of articles under a heading: of a keyword, a name.
///
/// @param kind what the heading is, in the reader's language
/// @param labels how it is written in other languages and scripts; empty where nobody asks
/// @param chart its articles by day, or null
/// @param count how many articles there are, in words
public record ListingPage(
    Shell shell,
    String kind,
    Said heading,
    String count,
    List<Chip> labels,
    @Nullable Chart chart,
    List<Line> lines,
    @Nullable String next) {}
