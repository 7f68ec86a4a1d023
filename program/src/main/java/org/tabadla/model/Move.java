package org.tabadla.model;

/// One article's way from one story to another, when stories were joined or split.
///
/// @param why one line, for the log
public record Move(ArticleId article, StoryId from, StoryId to, String why) {}
