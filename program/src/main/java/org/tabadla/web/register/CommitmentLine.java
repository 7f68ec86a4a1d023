package org.tabadla.web.register;

import java.util.List;
import org.tabadla.web.Chip;
import org.tabadla.web.Said;
import org.tabadla.web.When;

/// A commitment in a list.
///
/// @param status the newest word of a source, as a key of the interface's words
/// @param source whose word it is
/// @param sources how many outlets tell of it, in words
public record CommitmentLine(
    String href,
    Said heading,
    String status,
    Said source,
    When when,
    String sources,
    List<Chip> parties,
    boolean contested) {}
