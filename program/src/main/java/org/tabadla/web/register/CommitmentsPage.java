package org.tabadla.web.register;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.tabadla.web.Said;
import org.tabadla.web.Shell;

/// A list of commitments: of a party, a pair of countries, a sector, a place, a status; or what is
/// due and silent.
///
/// @param kind what the list goes by, a key of the interface's words
/// @param note what is to be known of the list, or null
/// @param next the next page's address, or null
public record CommitmentsPage(
    Shell shell,
    String kind,
    Said heading,
    String count,
    @Nullable String note,
    List<CommitmentLine> lines,
    @Nullable String next) {}
