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
