package org.tabadla.web.verify;

import java.util.List;
import org.tabadla.web.Chip;
import org.tabadla.web.Said;
import org.tabadla.web.Shell;
import org.tabadla.web.When;

/// Quotes that nobody has put down as a claim yet and that may be worth looking into. Why each is
/// here is said; nothing is said of whether it is so.
public record SuggestedPage(Shell shell, List<One> quotes) {
  /// One quote.
  ///
  /// @param why in words: by how many outlets it was told, which figures it holds
  /// @param outlets the articles that have it, each under its outlet's name
  /// @param href where it is made a claim
  public record One(
      Said words, Said speaker, When at, List<Said> why, List<Chip> outlets, String href) {}
}
