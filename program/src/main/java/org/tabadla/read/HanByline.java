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

  private static final String END = "(?![\\p{IsHan}]|\\s*[:：])";

  /// «记者 …» at the start of a line or of a bracket, maybe after an outlet's name.
  private static final Pattern REPORTER =
      Pattern.compile(
          "(?:^|[（(【\\[\\s|｜：:])[\\p{IsHan}·]{0,10}?(?:记者|記者|通讯员|通訊員|实习生)\\s*[:：/／]?\\s*"
              + NAMES
              + END);

  /// «文/…», «撰文：…».
  private static final Pattern LABEL =
      Pattern.compile("(?:撰文|撰稿|采写|作者|文字|(?<![\\p{IsHan}])文)\\s*[:：/／|｜丨]\\s*" + NAMES + END);

  /// «作者：» with a colon before whatever the author is called.
  private static final Pattern CALLED =
      Pattern.compile(
          "(?:作者|作家|发帖人|楼主|發表人|撰文|撰稿|文)\\s*[:：]\\s*([^\\s:：|，。、；,;<>\\[\\]【】（）]{2,20}(?:\\s?[(（][\\p{L} .]{2,30}[)）])?)");

  private static final Pattern EDITORS =
      Pattern.compile("(?:责任编辑|責任編輯|责编|編輯|编辑)\\s*[:：]\\s*" + NAMES + "(?![\\p{IsHan}])");

  private static final Pattern SOURCE = Pattern.compile("^来源\\s*[:：]\\s*" + NAMES + "$");

  /// «（袁源）» at the very end of a text.
  private static final Pattern SIGNED =
      Pattern.compile(
          "[（(]\\s*(?:[\\p{IsHan}]{2,8}?(?:记者|通讯员)\\s*)?"
              + NAMES
              + "\\s*(?:[\\p{IsHan}]{2,4}报道|/?文)?\\s*[)）]\\s*$");

  private static final Pattern ALONE =
      Pattern.compile("[\\p{IsHan}]{2,3}(?:[\\s、]+[\\p{IsHan}]{2,3}){0,3}");
  private static final Pattern KOREAN =
      Pattern.compile("([가-힣]{2,4})\\s?(?:기자|특파원|논설위원|선임기자)(?![가-힣])");
  private static final int TAIL_MAX_CHARS = 80;

  private HanByline() {}

  /// @return the names that a line of the head or just under the text gives
  static List<String> in(String line) {
    if (!hasHan(line)) {
      return List.of();
    }
    List<String> names = names(REPORTER, line);
    if (names.isEmpty()) {
      names = names(LABEL, line);
    }
    if (names.isEmpty()) {
      Matcher called = CALLED.matcher(line);
      if (called.find()) {
        return List.of(called.group(1).strip());
      }
      Matcher korean = KOREAN.matcher(line);
      return korean.find() ? List.of(korean.group(1)) : List.of();
    }
    return names;
  }

  /// @return the names that stand alone on a line: «胡平»
  static List<String> alone(String line) {
    return ALONE.matcher(line).matches() ? split(line) : List.of();
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

  /// @return the persons that a line gives as its source: «来源: 尹娟»
  static List<String> source(String line) {
    return hasHan(line) ? names(SOURCE, line) : List.of();
  }

  private static List<String> names(Pattern pattern, String line) {
    Matcher m = pattern.matcher(line);
    return m.find() ? split(m.group(1)) : List.of();
  }

  private static List<String> split(String names) {
    var out = new ArrayList<String>();
    for (String name : names.split(GAP, -1)) {
      if (!name.isBlank() && !isRole(name) && BylineWords.isHanName(name.strip())) {
        out.add(name.strip());
      } else if (out.isEmpty()) {
        return List.of(); // «记者采访» is a verb
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
