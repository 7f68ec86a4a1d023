package org.tabadla.read;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.tabadla.language.Concepts;
import org.tabadla.model.Found;
import org.tabadla.model.Lang;
import org.tabadla.model.Name;

/// Where a report was filed and by which agency, as its first words say: «بیجنگ (نیوز ڈیسک)», «(اے
/// پی پی)», "BEIJING, July 11 (Xinhua) --", «新华社北京7月11日电», «ПЕКИН, 11 июл – РИА Новости».
record Dateline(@Nullable Found<String> place, @Nullable Found<String> agency) {
  static final Dateline NONE = new Dateline(null, null);

  private static final String RULE = "text:dateline";
  private static final int OPENING_MAX_CHARS = 120;
  private static final int PLACE_MAX_WORDS = 4;

  /// A place, maybe a day, an agency or desk in brackets, maybe a dash.
  private static final Pattern BRACKETS =
      Pattern.compile("^([^()（）:：۔।!?«“\"]{2,40}?)?\\s*[(（]([^()（）]{2,40})[)）]\\s*([-–—:：۔]{0,3})");

  private static final Pattern CHINESE =
      Pattern.compile(
          "^[（(]?([\\p{IsHan}]{2,6}?[社网網報报台])?[）)]?\\s*([\\p{IsHan}]{2,8}?)\\s*"
              + "(?:[（(][^）)]*[）)])?\\s*(?:\\d{4}年)?\\d{1,2}月\\d{1,2}日[电電讯訊]");

  private static final Pattern SLAVIC =
      Pattern.compile(
          "^(\\p{Lu}[\\p{Lu} -]{2,30}),\\s*\\d{1,2}\\s+\\p{L}{3,9}\\.?\\s*"
              + "(?:[—–-]\\s*([^.,—–]{2,30})\\.|[—–-]?\\s*/([^/]{2,30})/)");

  private static final Pattern COLON =
      Pattern.compile("^(\\p{IsArabic}+(?: \\p{IsArabic}+){0,2})\\s*[:：]");

  private static final Pattern CAPITALS =
      Pattern.compile(
          "^(\\p{Lu}[\\p{Lu}.’' -]{2,30})(?:,\\s*[\\p{L}. ]{2,20})?\\s*(?:[—–:]|--|\\s-\\s)");

  private static final class Known {
    static final Set<String> AGENCIES = new HashSet<>();
    static final List<String> DESKS = new ArrayList<>();
    static final Set<String> PLACES = new HashSet<>();

    static {
      for (String row : CharsetLabels.rows("datelines.tsv")) {
        int tab = row.indexOf('\t');
        String words = row.substring(tab + 1).toLowerCase(Locale.ROOT);
        switch (row.substring(0, tab)) {
          case "agency" -> AGENCIES.add(words);
          case "desk" -> DESKS.add(words);
          case "place" -> PLACES.add(words);
          default -> throw new IllegalStateException("datelines.tsv: " + row);
        }
      }
    }
  }

  /// @param opening the first paragraph
  static Dateline of(String opening) {
    String start = opening.substring(0, Math.min(opening.length(), OPENING_MAX_CHARS));
    Matcher m = BRACKETS.matcher(start);
    if (m.find()) {
      Dateline found = brackets(m);
      if (found != null) {
        return found;
      }
    }
    m = CHINESE.matcher(start);
    if (m.find()) {
      return new Dateline(found(m.group(2), m), found(m.group(1), m));
    }
    m = SLAVIC.matcher(start);
    if (m.find()) {
      String agency = m.group(2) != null ? m.group(2) : m.group(3);
      return new Dateline(found(m.group(1), m), isAgency(agency) ? found(agency, m) : null);
    }
    m = COLON.matcher(start);
    if (m.find() && Known.PLACES.contains(m.group(1))) {
      return new Dateline(found(m.group(1), m), null);
    }
    m = CAPITALS.matcher(start);
    return m.find() && (!m.group().endsWith(":") || isPlace(m.group(1)))
        ? new Dateline(found(m.group(1), m), null)
        : NONE;
  }

  /// Capitals before a colon are as often «EDITOR'S NOTE» as a place.
  private static boolean isPlace(String words) {
    return Concepts.in(words, Lang.EN).stream().anyMatch(name -> name.kind() == Name.Kind.PLACE);
  }

  private static @Nullable Dateline brackets(Matcher m) {
    String source = m.group(2).strip();
    String place = place(m.group(1));
    boolean agency = isAgency(source);
    boolean dashed = !m.group(3).isEmpty();
    if (!agency && !isDesk(source)) {
      // An unknown agency is believed when all the rest of the form is there.
      boolean whole = place != null && dashed && isCapital(place);
      return whole ? new Dateline(found(place, m), found(source, m)) : null;
    }
    if (place == null && m.group(1) != null && !m.group(1).isBlank()) {
      return null;
    }
    return new Dateline(found(place, m), agency ? found(source, m) : null);
  }

  /// «LONDON, July 11» and «بكين 11 يوليو» name a place and a day.
  private static @Nullable String place(@Nullable String words) {
    if (words == null) {
      return null;
    }
    String place = words.split("[,،]|\\s*[-–—]\\s|\\s*\\p{Nd}", 2)[0].strip();
    boolean fits = !place.isEmpty() && place.split("\\s+", -1).length <= PLACE_MAX_WORDS;
    return fits ? place : null;
  }

  private static boolean isCapital(String place) {
    return place.length() > 2 && place.equals(place.toUpperCase(Locale.ROOT));
  }

  static boolean isAgency(@Nullable String words) {
    if (words == null) {
      return false;
    }
    for (String part : words.toLowerCase(Locale.ROOT).split("[/,،、]", -1)) {
      if (Known.AGENCIES.contains(part.strip())) {
        return true;
      }
    }
    return false;
  }

  private static boolean isDesk(String words) {
    String lower = words.toLowerCase(Locale.ROOT);
    return Known.DESKS.stream().anyMatch(lower::contains);
  }

  private static @Nullable Found<String> found(@Nullable String value, Matcher m) {
    return value == null || value.isBlank()
        ? null
        : new Found<>(value.strip(), RULE, m.group().strip());
  }
}
