package org.tabadla.language;

import com.ibm.icu.text.DateFormatSymbols;
import com.ibm.icu.util.ULocale;
import java.util.Arrays;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.tabadla.model.Lang;

/// The names of weekdays and months in each language, from CLDR: they tell when, not what about.
public final class CalendarWords {
  private static final Map<String, Set<String>> WORDS = new ConcurrentHashMap<>();
  private static final int MOST_LANGUAGES = 200;

  private CalendarWords() {}

  /// @param folded a word as {@link Letters#fold} gives it
  public static boolean contains(String folded, Lang lang) {
    String tag = lang.primary();
    if (WORDS.size() > MOST_LANGUAGES && !WORDS.containsKey(tag)) {
      return false;
    }
    return WORDS.computeIfAbsent(tag, CalendarWords::words).contains(folded);
  }

  /// @return whether a word names a month or a weekday in any of the languages that dates are read
  ///   in
  public static boolean isOne(String word) {
    String folded = DateFold.fold(word);
    return folded.length() > 1
        && (MonthNames.find(folded, true) != null || Weekdays.NAMES.contains(folded));
  }

  private static final class Weekdays {
    static final Set<String> NAMES =
        MonthNames.locales()
            .flatMap(locale -> weekdays(DateFormatSymbols.getInstance(new ULocale(locale))))
            .map(name -> DateFold.fold(name).replaceAll("\\.$", ""))
            .filter(name -> name.length() > 1)
            .collect(Collectors.toUnmodifiableSet());

    private static Stream<String> weekdays(DateFormatSymbols symbols) {
      return IntStream.of(DateFormatSymbols.WIDE, DateFormatSymbols.ABBREVIATED)
          .boxed()
          .flatMap(width -> Arrays.stream(symbols.getWeekdays(DateFormatSymbols.FORMAT, width)));
    }
  }

  private static Set<String> words(String tag) {
    var symbols = DateFormatSymbols.getInstance(new ULocale(tag));
    var lang = new Lang(tag);
    return IntStream.of(DateFormatSymbols.FORMAT, DateFormatSymbols.STANDALONE)
        .boxed()
        .flatMap(context ->
            Stream.of(
                symbols.getMonths(context, DateFormatSymbols.WIDE),
                symbols.getWeekdays(context, DateFormatSymbols.WIDE)))
        .flatMap(Arrays::stream)
        .map(name -> Letters.fold(name, lang))
        .filter(name -> !name.isEmpty())
        .collect(Collectors.toUnmodifiableSet());
  }
}
