package org.tabadla.web.verify;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.tabadla.web.Shell;

/// An organisation that reviews: who owns it, who pays for it, whether it reviews its own
/// government, what it has reviewed.
///
/// @param reviewer null for one that has not told of itself yet, which only its own people see
/// @param action where its people send what they tell; null for everybody else
public record ReviewerPage(
    Shell shell,
    String id,
    ClaimsPage.@Nullable ReviewerLine reviewer,
    List<ClaimLine> reviewed,
    @Nullable String action) {}
