package org.tabadla.search;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.Year;
import java.time.YearMonth;
import java.time.ZoneOffset;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.apache.lucene.document.LongField;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.TermInSetQuery;
import org.apache.lucene.util.BytesRef;
import org.tabadla.language.Dates;
import org.tabadla.language.LanguageGuess;
import org.tabadla.language.Letters;
import org.tabadla.language.Topics;
import org.tabadla.model.Lang;
import org.tabadla.search.Expression.Field;

/// Makes a Lucene query of a filter such as `after:2025-07-01`.
final class Filters {
  private static final Pattern YEAR = Pattern.compile("\\d{4}");
  private static final Pattern MONTH = Pattern.compile("\\d{4}-\\d{2}");
  private static final Pattern DAY = Pattern.compile("\\d{4}-\\d{1,2}-\\d{1,2}");
  private static final Pattern TAG = Pattern.compile("[a-z]{2,8}([-_][a-z0-9]{1,8})*");
  private static final String WWW = "www.";

  private Filters() {}

  static Query query(Expression.Filter filter) throws QueryTrouble {
    String value = filter.value().strip();
    return switch (filter.field()) {
      case SOURCE -> anyOf(IndexFields.SOURCE, sourceKeys(value));
      case LANG -> lang(value);
      case KEYWORD -> anyOf(IndexFields.KEYWORD, foldings(value));
      case NAME -> anyOf(IndexFields.NAME, foldings(value));
      case TOPIC -> anyOf(IndexFields.TOPIC, Set.of(topic(value)));
      case AFTER -> LongField.newRangeQuery(IndexFields.WHEN, start(filter), Long.MAX_VALUE);
      case BEFORE -> LongField.newRangeQuery(IndexFields.WHEN, Long.MIN_VALUE, start(filter) - 1);
    };
  }

  private static Query anyOf(String field, Set<String> keys) {
    return new TermInSetQuery(field, keys.stream().map(BytesRef::new).toList());
  }

  private static Set<String> sourceKeys(String value) {
    Set<String> keys = foldings(value);
    String lower = value.toLowerCase(Locale.ROOT);
    keys.add(lower.startsWith(WWW) ? lower.substring(WWW.length()) : lower);
    return keys;
  }

  /// @return the value and the forms that equal words share, in the languages that it may be of
  private static Set<String> foldings(String value) {
    Set<String> keys = new TreeSet<>();
    keys.add(value);
    keys.add(Letters.fold(value, LanguageGuess.of(value).lang()));
    keys.add(Letters.fold(value, Lang.UR));
    keys.add(Letters.fold(value, Lang.EN));
    return keys;
  }

  /// @param value a code in any of its forms, or a label in any of its languages
  private static String topic(String value) throws QueryTrouble {
    Topics.Topic topic = Topics.IPTC.byCode(value);
    if (topic == null) {
      topic = Topics.IPTC.byLabel(value);
    }
    if (topic == null) {
      throw new QueryTrouble(
          "This is no topic",
          "topic:" + value,
          "Write the code or the whole label of one, such as topic:medtop:04000000 or"
              + " topic:\"economy, business and finance\"; an article's topics stand on its page.");
    }
    return topic.code();
  }

  private static Query lang(String value) throws QueryTrouble {
    String tag = value.toLowerCase(Locale.ROOT).replace('_', '-');
    if (!TAG.matcher(tag).matches()) {
      throw new QueryTrouble(
          "This is no language",
          Field.LANG.name().toLowerCase(Locale.ROOT) + ":" + value,
          "Write its short tag, such as lang:ur or lang:en.");
    }
    return anyOf(IndexFields.LANG, Set.of(tag));
  }

  /// @return the first millisecond of the day, month or year, in UTC
  private static long start(Expression.Filter filter) throws QueryTrouble {
    String value = filter.value().strip();
    Optional<LocalDate> day = day(latinDigits(value));
    if (day.isEmpty()) {
      day = Dates.parse(value, null, null).map(moment -> moment.date());
    }
    Optional<Instant> instant = day.map(d -> d.atStartOfDay(ZoneOffset.UTC).toInstant());
    if (instant.isEmpty()) {
      throw new QueryTrouble(
          "This is no date",
          filter.field().name().toLowerCase(Locale.ROOT) + ":" + value,
          "Write it as 2025-07-31, 2025-07 or 2025.");
    }
    return instant.get().toEpochMilli();
  }

  private static Optional<LocalDate> day(String value) {
    try {
      if (YEAR.matcher(value).matches()) {
        return Optional.of(Year.parse(value).atDay(1));
      }
      if (MONTH.matcher(value).matches()) {
        return Optional.of(YearMonth.parse(value).atDay(1));
      }
      if (DAY.matcher(value).matches()) {
        String[] parts = value.split("-", -1);
        return Optional.of(
            LocalDate.of(
                Integer.parseInt(parts[0]),
                Integer.parseInt(parts[1]),
                Integer.parseInt(parts[2])));
      }
      return Optional.empty();
    } catch (DateTimeException impossible) {
      return Optional.empty();
    }
  }

  /// Any script's digits as 0 to 9.
  private static String latinDigits(String text) {
    var out = new StringBuilder(text.length());
    text.codePoints()
        .forEach(c -> {
          if (Character.isDigit(c)) {
            out.append(Character.digit(c, 10));
          } else {
            out.appendCodePoint(c);
          }
        });
    return out.toString();
  }
}
