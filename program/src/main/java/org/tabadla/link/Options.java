package org.tabadla.link;

/// How far linking looks and how sure it wants to be. Whether two tellings are one story is not
/// here: that is learnt, see {@link Merge}.
///
/// @param mostArticles the most articles held; the oldest arrival leaves first
/// @param related the cosine, 0 to 1, from which an article is shown as related
/// @param copy the share of the shorter text that makes a near copy
public record Options(int mostArticles, double related, double copy) {
  /// What the program runs with.
  public static final Options STANDARD = new Options(20_000, 0.05, 0.4);

  /// @return the same with room for `count` articles
  public Options withMostArticles(int count) {
    return new Options(count, related, copy);
  }
}
