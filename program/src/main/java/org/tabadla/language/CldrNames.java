package org.tabadla.language;

import com.ibm.icu.text.DateFormatSymbols;
import com.ibm.icu.text.DisplayContext;
import com.ibm.icu.text.LocaleDisplayNames;
import com.ibm.icu.text.TimeZoneNames;
import com.ibm.icu.util.Currency;
import com.ibm.icu.util.TimeZone;
import com.ibm.icu.util.ULocale;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/// What CLDR, by way of ICU, calls countries, regions, the cities of time zones, languages,
/// currencies, months and days in one language.
final class CldrNames {
  /// Takes a name.
  interface Taker {
    /// @param always whether `concept-exclusions.tsv` does not speak of it
    void take(String concept, String name, boolean always);
  }

  /// Of the regions of UN M.49 those that news speaks of.
  private static final Map<String, String> REGIONS =
      Map.of(
          "002", "place:africa",
          "003", "place:north-america",
          "005", "place:south-america",
          "019", "place:americas",
          "034", "place:south-asia",
          "035", "place:southeast-asia",
          "142", "place:asia",
          "143", "place:central-asia",
          "150", "place:europe",
          "419", "place:latin-america");

  private static final List<String> LANGUAGES =
      List.of(
          "ar", "az", "bn", "de", "en", "es", "fa", "fr", "gu", "he", "hi", "hy", "id", "it", "ja",
          "ka", "kk", "ko", "ku", "ky", "la", "ml", "mn", "mr", "ne", "nl", "pa", "pl", "ps", "pt",
          "ru", "sa", "sd", "si", "sv", "sw", "ta", "te", "tg", "th", "tk", "tr", "ug", "uk", "ur",
          "uz", "vi", "zh");

  /// Month names that are everyday words: «May», «March».
  private static final Set<String> EVERYDAY = Set.of("may", "march", "mars", "mai", "mart");

  private static final int DAYS = 7;

  private final ULocale locale;

  CldrNames(String tag) {
    locale = new ULocale(tag);
  }

  private static final class Cities {
    /// Concept by time zone, in a fixed order.
    static final Map<String, String> BY_ZONE = new TreeMap<>();

    static final Map<String, String> ENGLISH = new HashMap<>();

    static {
      TimeZoneNames english = TimeZoneNames.getInstance(ULocale.ENGLISH);
      var zones =
          TimeZone.getAvailableIDs(TimeZone.SystemTimeZoneType.CANONICAL_LOCATION, null, null);
      for (String zone : zones) {
        String name = english.getExemplarLocationName(zone);
        if (name != null && !zone.startsWith("Antarctica/") && zone.split("/", -1).length <= 2) {
          String concept = "city:" + NameKeys.fold(name).replaceAll("[^a-z0-9]+", "-");
          BY_ZONE.put(zone, concept);
          ENGLISH.put(concept, name);
        }
      }
    }
  }

  /// @return the English name behind an id of a city
  static @Nullable String englishCity(String concept) {
    return Cities.ENGLISH.get(concept);
  }

  void each(Taker taker) {
    countries(taker);
    TimeZoneNames zones = TimeZoneNames.getInstance(locale);
    Cities.BY_ZONE.forEach((zone, concept) -> {
      String name = zones.getExemplarLocationName(zone);
      if (name != null) {
        taker.take(concept, name, false);
      }
    });
    calendar(taker);
  }

  private void countries(Taker taker) {
    LocaleDisplayNames names = LocaleDisplayNames.getInstance(locale);
    LocaleDisplayNames small = LocaleDisplayNames.getInstance(locale, DisplayContext.LENGTH_SHORT);
    for (String country : Locale.getISOCountries()) {
      String concept = "country:" + country;
      String name = names.regionDisplayName(country);
      if (!name.equals(country)) {
        taker.take(concept, name, false);
        taker.take(concept, small.regionDisplayName(country), false);
      }
      Currency currency = Currency.getInstance(new ULocale("und_" + country));
      if (currency != null) {
        String code = currency.getCurrencyCode();
        String money = currency.getName(locale, Currency.LONG_NAME, null);
        if (!money.equals(code)) {
          taker.take("currency:" + code, money, true);
        }
      }
    }
    REGIONS.forEach((code, concept) -> {
      String name = names.regionDisplayName(code);
      if (!name.equals(code)) {
        taker.take(concept, name, false);
      }
    });
    for (String language : LANGUAGES) {
      String name = names.languageDisplayName(language);
      if (!name.equals(language)) {
        taker.take("language:" + language, name, false);
      }
    }
  }

  private void calendar(Taker taker) {
    var symbols = new DateFormatSymbols(locale);
    for (int context : new int[] {DateFormatSymbols.FORMAT, DateFormatSymbols.STANDALONE}) {
      String[] months = symbols.getMonths(context, DateFormatSymbols.WIDE);
      for (int i = 0; i < months.length; i++) {
        if (months[i].length() > 2 && !EVERYDAY.contains(NameKeys.fold(months[i]))) {
          taker.take("month:" + (i + 1), months[i], false);
        }
      }
      String[] days = symbols.getWeekdays(context, DateFormatSymbols.WIDE);
      for (int i = 1; i <= DAYS; i++) {
        taker.take("day:" + i, days[i], false);
      }
    }
  }
}
