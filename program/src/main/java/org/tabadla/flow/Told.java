package org.tabadla.flow;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.tabadla.model.Digest;
import org.tabadla.model.Found;
import org.tabadla.model.Moment;
import org.tabadla.model.Reading;
import org.tabadla.read.FeedEntry;
import org.tabadla.read.SitemapReader;

/// What a feed or sitemap tells of a page.
///
/// @param digest of all that it tells: when that differs from the last visit, the page is visited
///   again; null when it is not known any more
/// @param at when the page was published or last changed, null when the feed does not say
/// @param published when it was published; stands in where the page itself has no date
public record Told(@Nullable String digest, @Nullable Instant at, @Nullable Instant published) {
  private static final Pattern TOLD_UTC = Pattern.compile("\\dZ|\\b(?:UTC|GMT)\\b|[+-]00:?00");
  private static final int QUARTER_S = 900;
  private static final int OFFSET_MAX_S = 14 * 3600;
  private static final int SLACK_S = 120;

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

  /// Where the page itself has no date, what the feed tells stands in, and says so; where the page
  /// tells a time without a zone and the feed the same time with one, the zone is the feed's.
  Reading dated(Reading reading) {
    if (published == null || !(reading instanceof Reading.Read(var article))) {
      return reading;
    }
    Found<Moment> own = article.published();
    Found<Moment> settled =
        own == null
            ? new Found<>(
                Moment.time(published, ZoneOffset.UTC), "feed:published", published.toString())
            : zoned(own, published);
    return settled.equals(own) ? reading : new Reading.Read(article.withPublished(settled));
  }

  private static Found<Moment> zoned(Found<Moment> own, Instant told) {
    Moment moment = own.value();
    if (moment.precision() != Moment.Precision.TIME
        || !moment.zone().equals(ZoneOffset.UTC)
        || TOLD_UTC.matcher(own.words()).find()) {
      return own;
    }
    long apart = Duration.between(told, moment.at()).toSeconds();
    long offset = Math.round((double) apart / QUARTER_S) * QUARTER_S;
    if (offset == 0 || Math.abs(offset) > OFFSET_MAX_S || Math.abs(apart - offset) > SLACK_S) {
      return own;
    }
    ZoneOffset zone = ZoneOffset.ofTotalSeconds((int) offset);
    Moment meant = Moment.time(moment.at().minusSeconds(offset), zone);
    return new Found<>(meant, own.rule() + ", the feed's zone", own.words());
  }
}
