package org.tabadla.language;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Chinese numerals before 年, 月, 日 and the like become digits: 二〇二五年七月十一日.
final class ChineseNumerals {
  private static final String DIGITS = "〇一二三四五六七八九";
  private static final char TEN = '十';

  /// «○», the first of these signs in Unicode.
  private static final char FIRST_SIGN = '\u25CB';

  private static final Pattern IN_DATE = Pattern.compile("([〇零○一二三四五六七八九十]{1,4})(?=[年月日号號时時点點分秒])");
  private static final Pattern FIRST_YEAR = Pattern.compile("(令和|平成|昭和)元年");

  private ChineseNumerals() {}

  static boolean present(String text) {
    for (int i = 0; i < text.length(); i++) {
      if (text.charAt(i) >= FIRST_SIGN) {
        return IN_DATE.matcher(text).find();
      }
    }
    return false;
  }

  static String inDates(String text) {
    if (!present(text) && text.indexOf('元') < 0) {
      return text;
    }
    String counted = FIRST_YEAR.matcher(text).replaceAll("$11年");
    return IN_DATE.matcher(counted).replaceAll(m -> Matcher.quoteReplacement(digits(m.group(1))));
  }

  private static String digits(String numeral) {
    String plain = numeral.replace('零', '〇').replace('○', '〇');
    int ten = plain.indexOf(TEN);
    if (ten < 0) {
      var out = new StringBuilder();
      plain.chars().forEach(c -> out.append(DIGITS.indexOf(c)));
      return out.toString();
    }
    int tens = ten == 0 ? 1 : DIGITS.indexOf(plain.charAt(ten - 1));
    int ones = ten + 1 < plain.length() ? DIGITS.indexOf(plain.charAt(ten + 1)) : 0;
    return Integer.toString(tens * 10 + Math.max(ones, 0));
  }
}
