package org.tabadla.web.verify;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.tabadla.web.Said;
import org.tabadla.web.Shell;

/// An organisation that reviews: who owns it, who pays for it, whether it reviews its own
/// government, what it has reviewed.
///
/// @param name what it is called
/// @param reviewer null for one that has not told of itself here
/// @param elsewhere its page on a server of its own, where it tells of itself; null for others
/// @param action where its people send what they tell; null for everybody else
public record ReviewerPage(
    Shell shell,
    Said name,
    @Nullable String elsewhere,
    ClaimsPage.@Nullable ReviewerLine reviewer,
    List<ClaimLine> reviewed,
    @Nullable String action) {}
