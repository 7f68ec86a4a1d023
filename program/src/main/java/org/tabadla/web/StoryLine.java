package org.tabadla.web;

import java.util.List;
import org.jspecify.annotations.Nullable;

/// One story as a line of the front page.
///
/// @param lead the article whose headline speaks for it, in the reader's language where there is
///   one
/// @param also «also in N other outlets», or null when one outlet has it
/// @param languages names of the languages in which it is told
/// @param woke when it was told again after it had rested, or null
/// @param others the other articles, one an outlet, copies folded under their originals
public record StoryLine(
    Line lead,
    String href,
    @Nullable String also,
    List<String> languages,
    @Nullable When woke,
    List<Line> others) {}
