package org.tabadla.model;

import java.time.Instant;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.tabadla.model.Block.Picture;

/// One article as an outlet published it, clean, attributed and dated.
///
/// @param id digest of `url`
/// @param source the outlet
/// @param url the canonical URL, where a reader finds the original; `file:` for saved pages that
///   name none
/// @param site the outlet's name as the page writes it
/// @param title the headline, without the outlet's name
/// @param standfirst the summary that the outlet set under its headline
/// @param authors people as the byline names them, roles and agencies left out; where it names
///   nobody, the desk, outlet or agency that it names instead
/// @param agency the news agency credited (`APP`, `新华社`), apart from outlet and author
/// @param dateline where the report was filed (`بیجنگ`)
/// @param published when the outlet says it published
/// @param modified when the outlet says it changed the page
/// @param body the blocks in reading order; never cut
/// @param image the main picture
/// @param lang the language of the text, by its letters and words rather than by the page's claim
/// @param tags the outlet's own tags and section names
/// @param paywalled the page says, or shows, that the rest is for subscribers
/// @param fetched when the bytes were fetched
/// @param imprint what else the outlet says of it
public record Article(
    ArticleId id,
    SourceId source,
    String url,
    @Nullable String site,
    Text title,
    @Nullable Text standfirst,
    List<Found<String>> authors,
    @Nullable Found<String> agency,
    @Nullable Found<String> dateline,
    @Nullable Found<Moment> published,
    @Nullable Found<Moment> modified,
    List<Block> body,
    @Nullable Picture image,
    Lang lang,
    List<String> tags,
    boolean paywalled,
    Instant fetched,
    Imprint imprint) {
  /// An article of which the outlet says no more.
  public Article(
      ArticleId id,
      SourceId source,
      String url,
      @Nullable String site,
      Text title,
      @Nullable Text standfirst,
      List<Found<String>> authors,
      @Nullable Found<String> agency,
      @Nullable Found<String> dateline,
      @Nullable Found<Moment> published,
      @Nullable Found<Moment> modified,
      List<Block> body,
      @Nullable Picture image,
      Lang lang,
      List<String> tags,
      boolean paywalled,
      Instant fetched) {
    this(
        id,
        source,
        url,
        site,
        title,
        standfirst,
        authors,
        agency,
        dateline,
        published,
        modified,
        body,
        image,
        lang,
        tags,
        paywalled,
        fetched,
        Imprint.NONE);
  }

  public Article {
    Checks.notBlank("article url", url);
    authors = List.copyOf(authors);
    body = List.copyOf(body);
    tags = List.copyOf(tags);
  }

  /// @return the body as plain text, blocks parted by newlines, pictures left out
  public String text() {
    return body.stream()
        .map(Block::plain)
        .filter(s -> !s.isEmpty())
        .collect(Collectors.joining("\n"));
  }

  /// @return the same with a date of publication
  public Article withPublished(Found<Moment> date) {
    return new Article(
        id,
        source,
        url,
        site,
        title,
        standfirst,
        authors,
        agency,
        dateline,
        date,
        modified,
        body,
        image,
        lang,
        tags,
        paywalled,
        fetched,
        imprint);
  }

  /// @return the same with another body
  public Article withBody(List<Block> blocks) {
    return new Article(
        id,
        source,
        url,
        site,
        title,
        standfirst,
        authors,
        agency,
        dateline,
        published,
        modified,
        blocks,
        image,
        lang,
        tags,
        paywalled,
        fetched);
  }

  /// @return when it was published, or when it was fetched if the page does not say
  public Instant when() {
    return published == null ? fetched : published.value().at();
  }

  /// @return a digest of what the article says; two visits with the same one are the same version,
  ///   see {@link Fingerprint}
  public String fingerprint() {
    return Fingerprint.of(this);
  }
}
