package org.tabadla.web;

import java.util.List;
import org.jspecify.annotations.Nullable;

/// The front page: stories, the most recently told first.
///
/// @param next the address of the older stories, or null
public record FrontPage(
    Shell shell,
    List<StoryLine> stories,
    List<Chip> keywords,
    List<Chip> names,
    @Nullable String next) {}
