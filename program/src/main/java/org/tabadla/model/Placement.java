package org.tabadla.model;

import java.util.List;

/// Where linking put one article.
///
/// @param story the story that it tells
/// @param why the reasons for joining that story; empty when the article began it
/// @param links copies and related articles, best first
public record Placement(ArticleId article, StoryId story, List<String> why, List<Link> links) {
  public Placement {
    why = List.copyOf(why);
    links = List.copyOf(links);
  }
}
