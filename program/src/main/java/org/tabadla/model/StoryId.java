package org.tabadla.model;

/// Names one story: the id of the article that began it, after an `s`, so that a replay gives the
/// same name.
public record StoryId(String value) {
  public StoryId {
    Checks.notBlank("story id", value);
  }

  /// @param first the article that began the story
  public static StoryId of(ArticleId first) {
    return new StoryId("s" + first.value());
  }

  /// Gives back the article that began the story.
  public ArticleId first() {
    return new ArticleId(value.substring(1));
  }

  @Override
  public String toString() {
    return value;
  }
}
