package org.tabadla.exchange.rights;

import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// Reads usage terms written in plain words, Urdu, English, Chinese or Russian: «صرف خبر میں، 48
/// گھنٹے، پاکستان میں».
///
/// What is not understood is never passed over: half-understood terms would allow too much.
public final class PlainTerms {
  /// Longer terms are not read, in characters.
  public static final int MOST_CHARACTERS = 2_000;

  private static final Pattern BREAK = Pattern.compile("[،,;؛、，；。۔\\n]+");
  private static final Pattern TIME =
      Pattern.compile("\\d{4}-\\d{2}-\\d{2}t\\d{2}:\\d{2}(?::\\d{2})?(?:z|[+-]\\d{2}:\\d{2})");
  private static final Pattern NUMBER = Pattern.compile("(?<!\\d)(\\d{1,5})(?!\\d)");
  private static final List<String> LANGUAGES = List.of("ur", "en", "zh", "ru");
  private static final List<String[]> WORDS = ReasonWords.rows("terms.tsv");
  private static final Map<String, String> COUNTRIES = countries();

  private boolean newsOnly;
  private boolean credit;
  private boolean noArchive;
  private boolean noResale;
  private @Nullable Duration lasts;
  private @Nullable Instant embargo;
  private final Set<String> countries = new HashSet<>();

  private PlainTerms() {}

  /// What came of reading.
  public sealed interface Reading {
    /// All was understood.
    record Understood(Terms terms) implements Reading {}

    /// These phrases were not; nothing is to be built on the others.
    record NotUnderstood(List<String> phrases) implements Reading {
      public NotUnderstood {
        phrases = List.copyOf(phrases);
      }
    }
  }

  /// Reads terms; phrases are parted by commas, full stops or lines.
  public static Reading read(String words) {
    if (words.length() > MOST_CHARACTERS) {
      return new Reading.NotUnderstood(List.of("over " + MOST_CHARACTERS + " characters"));
    }
    var reader = new PlainTerms();
    var strange = new ArrayList<String>();
    for (String phrase : BREAK.split(words, -1)) {
      if (!phrase.isBlank() && !reader.take(plain(phrase))) {
        strange.add(phrase.strip());
      }
    }
    return strange.isEmpty()
        ? new Reading.Understood(
            new Terms(
                reader.newsOnly,
                reader.lasts,
                reader.countries,
                reader.embargo,
                reader.credit,
                reader.noArchive,
                reader.noResale))
        : new Reading.NotUnderstood(strange);
  }

  private boolean take(String phrase) {
    for (String[] row : WORDS) {
      String rest = phrase.replace(row[1], " ");
      if (!rest.equals(phrase) && takes(row[0], rest.strip())) {
        return true;
      }
    }
    return takeCountry(phrase);
  }

  /// @param rest what the phrase says besides the words of its kind
  private boolean takes(String kind, String rest) {
    switch (kind) {
      case "NEWS_ONLY" -> newsOnly |= rest.isEmpty();
      case "CREDIT" -> credit |= rest.isEmpty();
      case "NO_ARCHIVE" -> noArchive |= rest.isEmpty();
      case "NO_RESALE" -> noResale |= rest.isEmpty();
      case "EMBARGO" -> {
        return takeEmbargo(rest);
      }
      case "HOURS" -> {
        return takeDuration(rest, Duration.ofHours(1));
      }
      case "DAYS" -> {
        return takeDuration(rest, Duration.ofDays(1));
      }
      default -> {
        return takeCountry(rest);
      }
    }
    return rest.isEmpty();
  }

  private boolean takeDuration(String rest, Duration unit) {
    Matcher number = NUMBER.matcher(rest);
    if (!number.matches() || lasts != null) {
      return false;
    }
    lasts = unit.multipliedBy(Integer.parseInt(number.group(1)));
    return true;
  }

  private boolean takeEmbargo(String rest) {
    if (!TIME.matcher(rest).matches() || embargo != null) {
      return false;
    }
    try {
      embargo = OffsetDateTime.parse(rest.toUpperCase(Locale.ROOT)).toInstant();
      return true;
    } catch (DateTimeException e) {
      return false;
    }
  }

  private boolean takeCountry(String name) {
    String code = COUNTRIES.get(name);
    return code != null && (countries.add(code) || countries.contains(code));
  }

  /// Small letters, plain digits, single spaces.
  private static String plain(String phrase) {
    var plain = new StringBuilder();
    phrase
        .toLowerCase(Locale.ROOT)
        .codePoints()
        .forEach(c -> {
          if (Character.isDigit(c)) {
            plain.append(Character.digit(c, 10));
          } else {
            plain.appendCodePoint(c);
          }
        });
    return plain.toString().strip().replaceAll("\\s+", " ");
  }

  private static Map<String, String> countries() {
    var countries = new HashMap<String, String>();
    for (String code : Locale.getISOCountries()) {
      for (String language : LANGUAGES) {
        Locale country = Locale.of("", code);
        countries.put(plain(country.getDisplayCountry(Locale.of(language))), code);
      }
    }
    for (String[] row : WORDS) {
      if (row[0].equals("COUNTRY")) {
        countries.put(row[1], row[2]);
      }
    }
    return Map.copyOf(countries);
  }
}
