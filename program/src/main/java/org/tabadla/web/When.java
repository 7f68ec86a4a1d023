package org.tabadla.web;

/// A date as a page tells it.
///
/// @param text in the reader's language
/// @param iso for the machine: `2025-07-11` or `2025-07-11T09:05:00Z`
/// @param note in the reader's other calendar and with the zone, for the title attribute
public record When(String text, String iso, String note) {}
