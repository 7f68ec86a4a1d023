package org.tabadla.cli;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.tabadla.exchange.market.Audience;
import org.tabadla.exchange.market.Core;
import org.tabadla.exchange.market.Kind;
import org.tabadla.exchange.market.Side;
import org.tabadla.formats.Concept;
import org.tabadla.formats.Coverage;
import org.tabadla.formats.NewsItem;
import org.tabadla.formats.Words;
import org.tabadla.model.Lang;
import org.tabadla.model.Text;

/// A news item as an offer: a plan becomes one of coverage, all else one of a news item.
final class ItemListing {
  private static final int LONGEST_TITLE_CHARS = 300;
  private static final int LONGEST_SUMMARY_CHARS = 2_000;
  private static final int LONGEST_WORD_CHARS = 100;
  private static final int LONGEST_FACET_CHARS = 200;
  private static final int MOST_WORDS = 20;
  private static final int MOST_TEXTS = 8;

  private ItemListing() {}

  /// @param rights usage terms as they are understood
  /// @param note the sender's own words on the use, where they are not
  static Core of(
      NewsItem item, String rights, String note, Audience audience, List<Core.Asset> files) {
    boolean plan = item.kind() == NewsItem.Kind.PLANNING || !item.coverage().isEmpty();
    Lang lang = lang(item.language());
    String title = cut(Objects.requireNonNullElse(item.headline(), ""), LONGEST_TITLE_CHARS);
    Concept provider = item.provider();
    return new Core(
        Side.OFFER,
        plan ? Kind.COVERAGE : Kind.NEWS_ITEM,
        audience,
        new Core.About(
            titles(item, lang, title),
            summaries(item, lang),
            item.languages().stream().filter(ItemListing::isTag).limit(MOST_WORDS).toList(),
            List.of(),
            words(
                Stream.concat(
                    item.concepts(Concept.Kind.SUBJECT).map(Concept::shown),
                    item.words(Words.Use.KEYWORD).map(Words::text))),
            words(item.concepts(Concept.Kind.PLACE).map(Concept::shown))),
        new Core.Supply(medium(item), 0, "", plan ? Core.Stage.PLANNED : Core.Stage.READY),
        new Core.Times(
            null,
            instant(item.times().embargoed()),
            plan ? event(item) : null,
            null,
            instant(item.times().expires())),
        new Core.Bargain(Core.Consideration.EXCHANGE, cut(note, LONGEST_SUMMARY_CHARS), rights),
        plan ? Map.of("event", cut(title, LONGEST_FACET_CHARS)) : Map.of(),
        files,
        new Core.Origin("", item.uri(), provider == null ? "" : provider.shown()));
  }

  private static List<Text> titles(NewsItem item, Lang lang, String title) {
    var out = new ArrayList<Text>();
    out.add(new Text(title, lang));
    item.words(Words.Use.HEADLINE)
        .filter(words -> words.lang() != null && !words.lang().equals(lang))
        .limit(MOST_TEXTS - 1)
        .forEach(words ->
            out.add(
                new Text(
                    cut(words.text(), LONGEST_TITLE_CHARS),
                    Objects.requireNonNullElse(words.lang(), lang))));
    return out;
  }

  private static List<Text> summaries(NewsItem item, Lang lang) {
    String summary = item.first(Words.Use.DESCRIPTION);
    String said = summary == null ? item.first(Words.Use.BODY) : summary;
    return said == null || said.isBlank()
        ? List.of()
        : List.of(new Text(cut(said, LONGEST_SUMMARY_CHARS), lang));
  }

  private static List<String> words(Stream<String> all) {
    return all.filter(word -> !word.isBlank() && word.length() <= LONGEST_WORD_CHARS)
        .distinct()
        .limit(MOST_WORDS)
        .toList();
  }

  private static Core.@Nullable Medium medium(NewsItem item) {
    NewsItem.Kind kind =
        item.coverage().stream()
            .map(Coverage::kind)
            .filter(Objects::nonNull)
            .findFirst()
            .orElse(item.kind());
    return switch (kind) {
      case TEXT -> Core.Medium.TEXT;
      case AUDIO -> Core.Medium.AUDIO;
      case VIDEO -> Core.Medium.VIDEO;
      case PICTURE, GRAPHIC -> Core.Medium.PICTURE;
      case COMPOSITE, COMPONENT, EVENT, PLANNING, CONCEPT, CATALOG, UNKNOWN -> null;
    };
  }

  private static @Nullable Instant event(NewsItem item) {
    if (item.event() != null && item.event().start() != null) {
      return instant(item.event().start());
    }
    return item.coverage().stream()
        .map(each -> instant(each.scheduled()))
        .filter(Objects::nonNull)
        .findFirst()
        .orElse(null);
  }

  /// @return null where it is no date with a day
  private static @Nullable Instant instant(@Nullable String written) {
    if (written == null) {
      return null;
    }
    try {
      return written.length() <= "2025-07-12Z".length() && written.length() >= 10
          ? LocalDate.parse(written.substring(0, 10)).atStartOfDay(ZoneOffset.UTC).toInstant()
          : OffsetDateTime.parse(written).toInstant();
    } catch (DateTimeException e) {
      return null;
    }
  }

  private static boolean isTag(String tag) {
    return tag.matches("[A-Za-z]{2,3}(-[A-Za-z0-9]{1,8})*");
  }

  private static Lang lang(@Nullable String tag) {
    return tag != null && isTag(tag) ? new Lang(tag) : Lang.UND;
  }

  /// Cut at the end of a word.
  private static String cut(String text, int most) {
    String plain = text.strip();
    if (plain.length() <= most) {
      return plain;
    }
    int end = plain.lastIndexOf(' ', most - 1);
    int at = end <= 0 ? plain.offsetByCodePoints(0, plain.codePointCount(0, most - 2)) : end;
    return plain.substring(0, at) + "…";
  }
}
