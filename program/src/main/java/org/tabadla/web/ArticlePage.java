package org.tabadla.web;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.tabadla.model.Block;

/// The page of one article.
///
/// @param published when the outlet says it published; null when the page names no date
/// @param dateFrom the rule that found the date and the words it was read from; null likewise
/// @param fetched when it was fetched
/// @param original the outlet's own page, or null for a saved page that names none
/// @param body cleaned blocks; `title` tells their language and direction
/// @param dated writes the times of a live blog's entries
/// @param picture the main picture at the outlet; linked, never loaded
/// @param turned the mark that was taken out of the headline, or null
/// @param via whom the outlet took the article over from
/// @param topics of the IPTC's list, in the page's language
/// @param quotes who said what, in text order
/// @param versions the address of the versions, or null for an article that never changed
/// @param copyOf the earlier article whose words this one holds, or null
/// @param joined why it stands in its story; empty when it began it
public record ArticlePage(
    Shell shell,
    Said title,
    @Nullable Said standfirst,
    @Nullable When published,
    @Nullable Said dateFrom,
    When fetched,
    @Nullable When modified,
    Chip source,
    @Nullable String original,
    List<Said> authors,
    @Nullable Said agency,
    @Nullable Said dateline,
    @Nullable Said via,
    List<Block> body,
    Dated dated,
    @Nullable Picture picture,
    boolean paywalled,
    @Nullable String turned,
    List<Chip> topics,
    List<QuoteLine> quotes,
    List<Chip> keywords,
    List<Chip> names,
    @Nullable Line copyOf,
    List<Line> copies,
    List<Line> sameStory,
    List<Line> related,
    List<Said> joined,
    String story,
    String storyCount,
    @Nullable String versions,
    int version,
    String views) {

  /// The main picture as a link.
  public record Picture(String href, @Nullable Said caption) {}
}
