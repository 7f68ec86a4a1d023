package org.tabadla.link;

import java.time.Duration;

/// How far linking looks and how sure it wants to be. Similarities are cosines, 0 to 1.
///
/// @param joinWithin a story takes articles this long after its last one
/// @param strongWithin and this long when the match is strong
/// @param mostArticles the most articles held; the oldest arrival leaves first
/// @param join the similarity that joins a story of the same language
/// @param strong how much more it takes after `joinWithin`
/// @param across the similarity of numbers, names and sounds that joins a story of another language
/// @param related the similarity from which an article is shown as related
/// @param copy the share of the shorter text that makes a near copy
public record Options(
    Duration joinWithin,
    Duration strongWithin,
    int mostArticles,
    double join,
    double strong,
    double across,
    double related,
    double copy) {
  /// What the program runs with.
  public static final Options STANDARD =
      new Options(Duration.ofDays(3), Duration.ofDays(14), 20_000, 0.22, 0.12, 0.17, 0.05, 0.4);

  /// @return the same with room for `count` articles
  public Options withMostArticles(int count) {
    return new Options(joinWithin, strongWithin, count, join, strong, across, related, copy);
  }
}
