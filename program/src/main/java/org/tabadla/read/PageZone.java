package org.tabadla.read;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.tabadla.model.Found;
import org.tabadla.model.Moment;
import org.tabadla.model.Moment.Precision;

/// The zone of an outlet, as the times on its page tell it: a time that tells none is of that zone,
/// and a time in UTC is shown to readers in it.
final class PageZone {
  private static final Pattern OFFSET =
      Pattern.compile("\\d:\\d\\d(?::\\d\\d)?(?:\\.\\d+)?\\s?([+-]\\d\\d:?\\d\\d)$");
  private static final Pattern TOLD =
      Pattern.compile("(?:[zZ]|[+-]\\d\\d:?\\d\\d|\\p{L}{2,5})\\)?$");
  private static final String[] JSON = {"datePublished", "dateModified", "dateCreated"};
  private static final String[] METAS = {
    "article:published_time", "article:modified_time", "og:updated_time", "pubdate", "date"
  };
  private static final int QUARTER_S = 900;
  private static final int SLACK_S = 120;
  private static final int OFFSET_MAX_S = 14 * 3600;
  private static final int TIMES_MAX = 20;

  private final List<ZoneOffset> offsets = new ArrayList<>();

  private PageZone() {}

  static PageZone of(PageClues clues, JsonLd data) {
    var zone = new PageZone();
    for (String key : JSON) {
      zone.add(data.ofArticle(key));
    }
    for (String meta : METAS) {
      zone.add(clues.meta(meta));
    }
    clues.times().stream().limit(TIMES_MAX).forEach(t -> zone.add(t.element().attr("datetime")));
    return zone;
  }

  private void add(@Nullable String time) {
    if (time == null) {
      return;
    }
    Matcher m = OFFSET.matcher(time.strip());
    if (m.find()) {
      String offset = m.group(1);
      int minutes =
          Integer.parseInt(offset.substring(1, 3)) * 60
              + Integer.parseInt(offset.substring(offset.length() - 2));
      if (minutes != 0 && minutes * 60 <= OFFSET_MAX_S) {
        int seconds = minutes * 60 * (offset.charAt(0) == '-' ? -1 : 1);
        offsets.add(ZoneOffset.ofTotalSeconds(seconds));
      }
    }
  }

  /// A machine's time as it is meant: one without a zone is taken for the outlet's own.
  ///
  /// @param text as the page has it
  /// @return with the rule saying which zone was put in
  Found<Moment> settled(Moment moment, String rule, String text) {
    if (moment.precision() == Precision.DAY || TOLD.matcher(text).find()) {
      return new Found<>(moment, rule, text);
    }
    if (offsets.isEmpty() || !moment.zone().equals(ZoneOffset.UTC)) {
      return new Found<>(moment, rule + ", no zone", text);
    }
    LocalDateTime local = LocalDateTime.ofInstant(moment.at(), ZoneOffset.UTC);
    ZoneOffset own = offsets.getFirst();
    return new Found<>(Moment.time(local.toInstant(own), own), rule + ", the page's zone", text);
  }

  /// @return whether the time was told in a zone other than UTC
  static boolean isOwn(Moment moment) {
    return moment.precision() == Precision.TIME && !moment.zone().equals(ZoneOffset.UTC);
  }

  /// @param stated the instant of publication
  /// @param shown the same as readers see it: a day, maybe with a time
  /// @return the instant in the zone in which it falls on that day, or null when nothing tells it
  @Nullable Moment local(Moment stated, Moment shown) {
    if (stated.precision() == Precision.DAY) {
      return null;
    }
    if (shown.precision() == Precision.TIME) {
      ZoneId zone = shown.zone();
      if (!zone.equals(ZoneOffset.UTC)) {
        return fits(stated, shown, zone);
      }
      return between(stated.at(), shown);
    }
    for (ZoneOffset offset : offsets) {
      Moment local = fits(stated, shown, offset);
      if (local != null) {
        return local;
      }
    }
    return null;
  }

  private static @Nullable Moment fits(Moment stated, Moment shown, ZoneId zone) {
    Moment local = Moment.time(stated.at(), zone);
    return local.date().equals(shown.date()) ? local : null;
  }

  /// The zone by which a shown time of day differs from the instant: a number of quarters of an
  /// hour.
  private static @Nullable Moment between(Instant at, Moment shown) {
    long apart = Duration.between(at, shown.at()).toSeconds();
    long quarters = Math.round(apart / (double) QUARTER_S);
    boolean even = Math.abs(apart - quarters * QUARTER_S) <= SLACK_S;
    if (!even || Math.abs(quarters * QUARTER_S) > OFFSET_MAX_S) {
      return null;
    }
    Moment local = Moment.time(at, ZoneOffset.ofTotalSeconds((int) (quarters * QUARTER_S)));
    return local.date().equals(shown.date()) ? local : null;
  }
}
