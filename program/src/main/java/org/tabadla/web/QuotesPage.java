package org.tabadla.web;

import java.util.List;
import org.jspecify.annotations.Nullable;

/// All that somebody was quoted as saying, newest first.
///
/// @param person their page
/// @param count how many articles quote them, in words
public record QuotesPage(
    Shell shell, Chip person, String count, List<QuoteLine> quotes, @Nullable String next) {}
