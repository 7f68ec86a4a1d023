package org.tabadla.understand.acts;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.tabadla.language.Concepts;
import org.tabadla.model.Span;
import org.tabadla.understand.acts.Lexicon.Hit;

/// Chinese: «甲5日在北京与乙签署…». Names run between the words that cannot belong to them.
final class ChineseSyntax implements Syntax {
  private static final Pattern DATELINE =
      Pattern.compile("^\\p{IsHan}{2,8}(?:\\d+月)?(?:\\d+日)?电\\s*");
  private static final Pattern BREAK =
      Pattern.compile(
          "\\d+[年月日]|[上下]?周[一二三四五六日天]|今[天日年]|昨[天日]|当[天日地]|近日|日前|于|在|就|将|已|正式|共同|联合|宣布|否认|签|达成|对外|向|为|对|发布|公告|，|代表|表示|经|从|把|被|分别|举行|上午|下午|再次|终止|取消|解除|提议|建议|提出|讨论|探讨|移交|根据|（|《|首次|等");
  private static final Pattern JOINT = Pattern.compile("[与和同跟及、]");
  private static final Pattern COMPANION = Pattern.compile("[与和同跟]");
  private static final String ABOUT = "就";
  private static final Pattern OFFICE =
      Pattern.compile("(?:驻.*)?(?:总统|总理|外长|部长|大使|发言人|省长|市长|代表团|双方|负责人|两国)$");
  private static final Pattern GENERIC =
      Pattern.compile("^(?:广播|电视|国家|政府|外交|中央|驻|人民|银行|航空|铁路|石油|国际|财政|交通|商务|总|联邦|海关|气象|科学|发展).*");
  private static final Pattern NOBODY =
      Pattern.compile("^(?:双方|两国|各方|公司|该.*|其|他们|我国|此.*|目前|论坛.*|一家.*|几.*|多.*|今年.*|\\d.*)$");
  private static final int FEWEST_REST_CHARS = 5;
  private static final int MOST_CHARS = 24;

  @Override
  public int clauseStart(Sentence s, Hit act) {
    for (int i = act.from() - 1; i >= 0; i--) {
      if (s.is("clause", i)) {
        return i + 1;
      }
    }
    return 0;
  }

  @Override
  public List<Span> parties(Sentence s, Hit act, boolean denial) {
    List<Span> out = new ArrayList<>();
    int from = s.word(clauseStart(s, act)).start();
    int to = act.from() < s.size() ? s.word(act.from()).start() : s.span().end();
    read(s, from, to, out);
    int end = clauseStart(s, act) - 1;
    while (out.isEmpty() && end > 0) {
      int start = end;
      while (start > 0 && !s.is("clause", start - 1)) {
        start--;
      }
      if (start < end) {
        read(s, s.word(start).start(), s.word(end).start(), out);
      }
      end = start - 1;
    }
    return out;
  }

  private static void read(Sentence s, int from, int to, List<Span> out) {
    String region = s.text().substring(from, to);
    Matcher line = DATELINE.matcher(region);
    int at = line.find() ? line.end() : 0;
    while (at < region.length()) {
      Matcher cut = BREAK.matcher(region).region(at, region.length());
      int end = cut.find() ? cut.start() : region.length();
      names(s, from, region, at, end, out);
      int next = end;
      if (end < region.length()) {
        Matcher joint = COMPANION.matcher(region).region(cut.end(), region.length());
        if (cut.group().equals(ABOUT) || !joint.find()) {
          return;
        }
        next = joint.end();
      }
      at = Math.max(next, at + 1);
    }
  }

  private static void names(
      Sentence s, int offset, String region, int from, int to, List<Span> out) {
    int start = from;
    for (int i = from; i <= to; i++) {
      if (i == to || JOINT.matcher(region.substring(i, i + 1)).matches()) {
        Span name = name(s, offset + start, offset + i);
        if (name != null) {
          out.add(name);
        }
        start = i + 1;
      }
    }
  }

  private static @Nullable Span name(Sentence s, int from, int to) {
    int start = from;
    int end = to;
    while (start < end && !Character.isLetterOrDigit(s.text().charAt(start))) {
      start++;
    }
    while (end > start && !Character.isLetterOrDigit(s.text().charAt(end - 1))) {
      end--;
    }
    String words = s.text().substring(start, end);
    if (words.length() < 2 || words.length() > MOST_CHARS || NOBODY.matcher(words).matches()) {
      return null;
    }
    var known = Concepts.in(words, s.lang());
    if (!known.isEmpty() && known.getFirst().span().start() == 0) {
      int country = known.getFirst().span().end();
      String rest = words.substring(country);
      if (!rest.isEmpty() && OFFICE.matcher(rest).find()) {
        return new Span(start, start + country);
      }
      boolean isCountry = known.getFirst().concept().startsWith("country:");
      if (isCountry && rest.length() >= FEWEST_REST_CHARS && !GENERIC.matcher(rest).matches()) {
        return new Span(start + country, end);
      }
    }
    return new Span(start, end);
  }
}
