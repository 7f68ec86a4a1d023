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

  /// «This paper reports»: no place.
  private static final Set<String> OWN = Set.of("本报讯", "本报", "本刊", "本网讯", "综合");

  private static final String RULE = "text:dateline";
  private static final int OPENING_MAX_CHARS = 120;
  private static final int PLACE_MAX_WORDS = 4;

  /// A place, maybe a day, an agency or desk in brackets, maybe a dash.
  private static final Pattern BRACKETS =
      Pattern.compile("^([^()（）:：۔।!?«“\"]{2,40}?)?\\s*[(（]([^()（）]{2,40})[)）]\\s*([-–—:：۔]{0,3})");

  /// «新华社北京7月11日电», «【共同社7月11日电】», «据新华社拉萨电»: without an agency, with a day.
  private static final Pattern CHINESE =
      Pattern.compile(
          "^[（(【]?据?([\\p{IsHan}]{1,4}[社網网])?[）)]?\\s*([\\p{IsHan}]{2,8}?)?\\s*(?:[（(][^）)]*[）)])?\\s*"
              + "((?:\\d{4}年)?\\d{1,2}月\\d{1,2}日)?\\s*[电電讯訊](?![\\p{IsHan}])");

  /// «(서울=연합뉴스)», «【東京＝共同】».
  private static final Pattern EQUATED =
      Pattern.compile("^[(（【]([\\p{L}]{2,10})\\s*[=＝]\\s*([\\p{L} ]{2,12})[)）】]");

  private static final Pattern SLAVIC =
      Pattern.compile(
          "^(\\p{Lu}[\\p{Lu} -]{2,30}),\\s*\\d{1,2}\\s+\\p{L}{3,9}\\.?\\s*"
              + "(?:[—–-]\\s*([^.,—–-]{2,30})(?:[.—–-]|$)|[—–-]?\\s*/([^/]{2,30})/)");

  /// «Москва. 11 июля. ИНТЕРФАКС -», «АСТАНА. КАЗИНФОРМ –».
  private static final Pattern STOPPED =
      Pattern.compile(
          "^(\\p{Lu}[\\p{L} -]{2,30})\\.\\s*(?:\\d{1,2}\\s+\\p{L}{3,9}\\.?\\s*)?(\\p{Lu}[\\p{Lu}.]{2,20})\\s*[—–-]");

  /// «اسلام آباد۔11جولائی (اے پی پی)».
  private static final Pattern URDU =
      Pattern.compile(
          "^([\\p{IsArabic}&&[^۔،]]+(?: [\\p{IsArabic}&&[^۔،]]+){0,2})\\s*[۔،]\\s*\\p{Nd}{1,2}\\s*\\p{IsArabic}{3,10}\\s*[(（]([^()（）]{2,40})[)）]");

  /// «دبي في 11 يوليو / وام /», «القاهرة - أ ف ب:», «تهران - ایرنا -».
  private static final Pattern ARABIC =
      Pattern.compile(
          "^(\\p{IsArabic}+(?: \\p{IsArabic}+){0,2}?)\\s*(?:في\\s*)?(?:\\p{Nd}{1,2}\\s*\\p{IsArabic}{3,8}\\s*)?[-–/]\\s*([^-–/:]{2,20}?)\\s*[-–/:]");

  private static final Pattern REPORTED =
      Pattern.compile("^به گزارش\\s+(?:خبرگزاری\\s+)?(\\p{IsArabic}+)");

  private static final Pattern COLON =
      Pattern.compile("^([\\p{IsArabic}&&[^।۔]]+(?: \\p{IsArabic}+){0,2})\\s*[:：]");
  private static final Pattern HINDI =
      Pattern.compile("^([\\p{IsDevanagari}&&[^।]]+(?: [\\p{IsDevanagari}&&[^।]]+){0,2})\\s*[:।]");

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
    Matcher m = CHINESE.matcher(start);
    if (m.find() && (m.group(1) != null || (m.group(2) != null && m.group(3) != null))) {
      return new Dateline(found(m.group(2), m), found(m.group(1), m));
    }
    m = BRACKETS.matcher(start);
    if (m.find()) {
      Dateline found = brackets(m);
      if (found != null) {
        return found;
      }
    }
    for (Pattern form : List.of(SLAVIC, STOPPED, URDU, ARABIC, EQUATED)) {
      m = form.matcher(start);
      if (m.find()) {
        Dateline found = agency(m, form == SLAVIC);
        if (found != null) {
          return found;
        }
      }
    }
    m = REPORTED.matcher(start);
    if (m.find() && isAgency(m.group(1))) {
      return new Dateline(null, found(m.group(1), m));
    }
    m = HINDI.matcher(start);
    if (m.find() && isPlace(m.group(1), new Lang("hi"))) {
      return new Dateline(found(m.group(1), m), null);
    }
    m = COLON.matcher(start);
    if (m.find() && Known.PLACES.contains(m.group(1))) {
      return new Dateline(found(m.group(1), m), null);
    }
    m = CAPITALS.matcher(start);
    return m.find() && (!m.group().endsWith(":") || isPlace(m.group(1), Lang.EN))
        ? new Dateline(found(m.group(1), m), null)
        : NONE;
  }

  /// Capitals before a colon are as often «EDITOR'S NOTE» as a place.
  private static boolean isPlace(String words, Lang lang) {
    return Concepts.in(words, lang).stream().anyMatch(name -> name.kind() == Name.Kind.PLACE);
  }

  /// @param sure the form is no other thing, whatever the agency is called
  private static @Nullable Dateline agency(Matcher m, boolean sure) {
    String agency = m.group(2) == null && m.groupCount() > 2 ? m.group(3) : m.group(2);
    boolean known = isAgency(agency);
    if (!known && !sure && !(agency != null && isDesk(agency))) {
      return null;
    }
    return new Dateline(found(m.group(1), m), known ? found(agency, m) : null);
  }

  private static @Nullable Dateline brackets(Matcher m) {
    String source = m.group(2).strip();
    String place = place(m.group(1));
    boolean agency = isAgency(source);
    boolean dashed = !m.group(3).isEmpty();
    if (place != null && OWN.contains(place)) {
      return null;
    }
    if (!agency && !isDesk(source)) {
      // An unknown agency is believed when all the rest of the form is there.
      boolean day = source.chars().anyMatch(Character::isDigit);
      boolean whole = place != null && dashed && isCapital(place);
      return whole ? new Dateline(found(place, m), day ? null : found(source, m)) : null;
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
    String place = words.split("[,،]|\\s*[-–—](?:\\s|$)|\\s*\\p{Nd}", 2)[0].strip();
    boolean fits = !place.isEmpty() && place.split("\\s+", -1).length <= PLACE_MAX_WORDS;
    return fits ? place : null;
  }

  private static boolean isCapital(String place) {
    return place.length() > 2
        && Character.isUpperCase(place.charAt(0))
        && place.equals(place.toUpperCase(Locale.ROOT));
  }

  static boolean isAgency(@Nullable String words) {
    if (words == null) {
      return false;
    }
    for (String part : words.toLowerCase(Locale.ROOT).split("[/,،、]", -1)) {
      String name = part.strip();
      if (Known.AGENCIES.contains(name) || Known.AGENCIES.contains(name.replace(".ru", ""))) {
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
