package org.tabadla.read;

/// One line of a page, and why it is in the article's body or not.
///
/// @param text as the page writes it
/// @param kept it is in the body
/// @param why in a few plain words
public record PageLine(String text, boolean kept, String why) {}
