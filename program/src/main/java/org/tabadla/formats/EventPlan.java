package org.tabadla.formats;

import org.jspecify.annotations.Nullable;

/// When and where an event takes place. Times are in ISO 8601 and may be as short as a year.
///
/// @param start when it begins, exactly or as expected
/// @param end when it ends; where it is only a date that day is the last
/// @param duration in ISO 8601 (`P2D`), where no end is given
/// @param status an address or code of the event's status
/// @param place where
/// @param organiser who holds it
public record EventPlan(
    @Nullable String start,
    @Nullable String end,
    @Nullable String duration,
    @Nullable String status,
    @Nullable String place,
    @Nullable Concept organiser) {}
