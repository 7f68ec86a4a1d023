package org.tabadla.read;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Bylines of Chinese, Japanese and Korean pages: «记者 伊琳 李清芬», «（记者张倩）», «作者：眉间尺», «责编：牛镛、岳弘彬»,
/// «홍길동 기자».
final class HanByline {
  private static final String NAME = "[\\p{IsHan}·]{2,4}";
  private static final String GAP = "[\\s、,，和]+";
  private static final String NAMES = "(" + NAME + "(?:" + GAP + NAME + "){0,7})";

  /// «记者», «文», «作者» before names.
  private static final Pattern BEFORE =
      Pattern.compile(
          "(?:本报|本刊|本社|本网|总台|实习|特约|特派)?"
              + "(?:记者|記者|通讯员|通訊員|实习生|撰文|撰稿|采写|作者|文字|文)"
              + "\\s*[:：/／|｜丨]?\\s*"
              + NAMES
              + "(?![\\p{IsHan}])");

  /// «作者：» with a colon before whatever the author is called.
  private static final Pattern CALLED =
      Pattern.compile(
          "(?:作者|作家|发帖人|楼主|發表人|撰文|撰稿|文)\\s*[:：]\\s*([^\\s:：|，。、；,;<>\\[\\]【】（）]{2,20}(?:\\s?[(（][\\p{L} .]{2,30}[)）])?)");

  private static final Pattern EDITORS =
      Pattern.compile("(?:责任编辑|責任編輯|责编|編輯|编辑|来源)\\s*[:：]\\s*" + NAMES + "(?![\\p{IsHan}])");

  /// «（袁源）» at the very end of a text.
  private static final Pattern SIGNED =
      Pattern.compile(
          "[（(]\\s*(?:[\\p{IsHan}]{2,8}?(?:记者|通讯员)\\s*)?"
              + NAMES
              + "\\s*(?:[\\p{IsHan}]{2,4}报道|/?文)?\\s*[)）]\\s*$");

  private static final Pattern KOREAN =
      Pattern.compile("([가-힣]{2,4})\\s?(?:기자|특파원|논설위원|선임기자)(?![가-힣])");
  private static final int TAIL_MAX_CHARS = 80;

  private HanByline() {}

  /// @return the names that a line of the head or just under the text gives
  static List<String> in(String line) {
    if (!hasHan(line)) {
      return List.of();
    }
    List<String> names = names(BEFORE, line);
    if (names.isEmpty()) {
      Matcher called = CALLED.matcher(line);
      if (called.find()) {
        return List.of(called.group(1).strip());
      }
      names = names(KOREAN, line);
    }
    return names;
  }

  /// @return the names that the last words of a text give
  static List<String> atEnd(String paragraph) {
    String tail = paragraph.substring(Math.max(0, paragraph.length() - TAIL_MAX_CHARS));
    if (!hasHan(tail)) {
      return List.of();
    }
    Matcher signed = SIGNED.matcher(tail);
    return signed.find() ? split(signed.group(1)) : List.of();
  }

  /// @return the editors in charge that a line names
  static List<String> editors(String line) {
    return hasHan(line) ? names(EDITORS, line) : List.of();
  }

  private static List<String> names(Pattern pattern, String line) {
    Matcher m = pattern.matcher(line);
    return m.find() ? split(m.group(1)) : List.of();
  }

  private static List<String> split(String names) {
    var out = new ArrayList<String>();
    for (String name : names.split(GAP, -1)) {
      if (!name.isBlank() && !isRole(name)) {
        out.add(name.strip());
      }
    }
    return out;
  }

  private static boolean isRole(String name) {
    return name.endsWith("报道") || name.endsWith("摄影") || name.endsWith("记者") || name.endsWith("报");
  }

  private static boolean hasHan(String line) {
    for (int i = 0; i < line.length(); i++) {
      if (Line.unit(line.charAt(i)) > 1) {
        return true;
      }
    }
    return false;
  }
}
