package org.tabadla.web;

import org.tabadla.model.StoryId;

/// The articles of a story that is asked for are in another one now. Caught at the web's door
/// alone, where it becomes a redirect.
final class MovedStory extends RuntimeException {
  private static final long serialVersionUID = 1L;

  private final transient StoryId from;
  private final transient StoryId to;

  MovedStory(StoryId from, StoryId to) {
    super("story " + from + " is in " + to);
    this.from = from;
    this.to = to;
  }

  StoryId from() {
    return from;
  }

  StoryId to() {
    return to;
  }
}
