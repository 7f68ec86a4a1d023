package org.tabadla.flow;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.tabadla.model.Digest;
import org.tabadla.read.FeedEntry;
import org.tabadla.read.SitemapReader;

/// What a feed or sitemap tells of a page.
///
/// @param digest of all that it tells: when that differs from the last visit, the page is visited
///   again; null when it is not known any more
/// @param at when the page was published or last changed, null when the feed does not say
/// @param published when it was published; stands in where the page itself has no date
public record Told(@Nullable String digest, @Nullable Instant at, @Nullable Instant published) {
  static Told of(FeedEntry entry) {
    Instant at = entry.updated() == null ? entry.published() : entry.updated();
    String all = entry.title() + "\n" + at + "\n" + entry.summary() + "\n" + entry.content();
    return new Told(Digest.brief(all), at, entry.published());
  }

  static Told of(SitemapReader.Location location) {
    SitemapReader.News news = location.news();
    Instant published = news == null ? null : news.published();
    return new Told(
        Digest.brief(location.lastModified() + "\n" + published),
        location.lastModified(),
        published);
  }
}
