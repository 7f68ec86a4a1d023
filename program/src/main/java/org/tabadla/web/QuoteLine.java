package org.tabadla.web;

import java.util.List;
import org.jspecify.annotations.Nullable;

/// Something said, as pages show it.
///
/// @param speaker as the article names them, with the address of their page; "" where they have
///   none
/// @param words with the language's quotation marks where the outlet has them between some
/// @param article where it was said; null on the article's own page
/// @param also other outlets that have the same words, each with its article
/// @param claim where it is put down as a claim
public record QuoteLine(
    Chip speaker, Said words, @Nullable Origin article, List<Chip> also, String claim) {

  /// The article that quotes it.
  ///
  /// @param language the name of its language where that is not the page's, else null
  public record Origin(
      String href, String title, Chip outlet, When when, @Nullable String language) {}
}
