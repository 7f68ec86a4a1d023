package org.tabadla.web.register;

/// A form by which a person asks to be told of a page's news.
///
/// @param action where it is sent to
/// @param page the page's path, as {@link org.tabadla.register.Alerts} knows it
/// @param watched whether this person watches it already
/// @param mine where all that this person watches is listed
/// @param note a key of the interface's words: of what one is told, and how
public record WatchBox(String action, String page, boolean watched, String mine, String note) {}
