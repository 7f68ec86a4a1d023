package org.tabadla.understand.acts;

import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.tabadla.language.Concepts;
import org.tabadla.model.Lang;

/// Where an article was written and by which desk, before it begins: «بیجنگ:», «اسلام آباد (نمائندہ
/// خصوصی)», "BEIJING, Aug. 3 (Xinhua) --", «ТЯНЬЦЗИНЬ, 3 авг. /Синьхуа/ --», 新华社天津7月11日电.
final class Datelines {
  private static final int MOST_CHARS = 110;
  private static final String MARKS = "(?:--|[-–—:۔|])";

  /// Capitals of the place, the day, the agency in brackets, a dash.
  private static final Pattern ENGLISH =
      Pattern.compile(
          "\\p{Lu}[\\p{Lu} .'’/-]{2,40}(?:,\\s*\\p{Lu}[\\p{L} ]{2,20})?"
              + "(?:,\\s*(?:\\p{Lu}\\p{Ll}{2,8}\\.?\\s+\\d{1,2}|\\d{1,2}\\s+\\p{Lu}\\p{Ll}{2,8}\\.?))?"
              + "\\s*(?:\\([^()]{2,40}\\)\\s*(?:--|[-–—:])?|--|[–—:]|\\s-\\s)\\s*(?=\\S)");

  private static final Pattern ENGLISH_SMALL =
      Pattern.compile(
          "\\p{Lu}\\p{Ll}+(?: \\p{Lu}\\p{Ll}+){0,2}"
              + "(?:,\\s*(?:\\p{Lu}\\p{Ll}{2,8}\\.?\\s+\\d{1,2}|\\d{1,2}\\s+\\p{Lu}\\p{Ll}{2,8}\\.?))?"
              + "\\s*(?:\\([^()]{2,40}\\)\\s*(?:--|[-–—:])|--|[–—:]|\\s-\\s)\\s*(?=\\S)");

  private static final Pattern RUSSIAN =
      Pattern.compile(
          "[\\p{Lu}][\\p{L} -]{2,40}(?:,\\s*\\d{1,2}\\s+\\p{Ll}{3,9}\\.?(?:\\s*[/(][^/()]{2,40}[/)])?"
              + "\\s*(?:--|[-–—.:])+(?:\\s*\\p{Lu}[\\p{L} ]{2,25}\\.)?|\\s*[/(][^/()]{2,40}[/)]\\s*(?:--|[-–—.:]))\\s*(?=\\S)");

  private static final Pattern URDU =
      Pattern.compile(
          "(?<place>\\p{L}[\\p{L}\\p{M}]*(?: \\p{L}[\\p{L}\\p{M}]*){0,3})(?:\\s*[،,/]\\s*[^:()،]{2,20})?\\s*"
              + "(?:\\([^()]{2,40}\\)\\s*"
              + MARKS
              + "?|[:–—])\\s*(?=\\S)");

  private static final Pattern CHINESE =
      Pattern.compile(
          "(?:【[^】]{2,20}】\\s*)?(?:(?:本报|\\p{IsHan}{0,12}?)(?:\\d{1,2}月)?\\d{1,2}日(?:电|讯)|本报讯)\\s*"
              + "(?:[（(][^）)]{2,30}[）)])?\\s*");

  private Datelines() {}

  /// @return where the article itself begins, 0 where no dateline stands before it
  static int end(String text, Lang lang) {
    String head = text.substring(0, Math.min(text.length(), MOST_CHARS));
    return switch (lang.primary()) {
      case "en" -> Math.max(end(ENGLISH, head), known(ENGLISH_SMALL, head, lang));
      case "ru" -> end(RUSSIAN, head);
      case "zh" -> end(CHINESE, head);
      default -> known(URDU, head, lang);
    };
  }

  private static int end(Pattern pattern, String head) {
    Matcher found = pattern.matcher(head);
    return found.lookingAt() ? found.end() : 0;
  }

  /// Where letters have no capitals, or all names do, a dateline is known by its place.
  private static int known(Pattern pattern, String head, Lang lang) {
    Matcher found = pattern.matcher(head);
    if (!found.lookingAt()) {
      return 0;
    }
    String place = found.group();
    boolean isPlace =
        Concepts.in(place, lang).stream()
            .anyMatch(m -> m.span().start() == 0 && m.concept().startsWith("city:"));
    return isPlace ? found.end() : 0;
  }
}
