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
      Pattern.compile(
          "^(?:\\p{IsHan}{2,8}(?:\\d+月)?(?:\\d+日)?电(?![视力信子台器影商池站动网缆脑梯])\\s*)?(?:记者从)?");
  private static final Pattern BREAK =
      Pattern.compile(
          "\\d+[年月日]|[上下]?周[一二三四五六日天]|今[天日年]|昨[天日]|当[天日地]|近日|日前|于|在|就|将|已|正式|共同|联合(?=签|宣布|发布|举|主办|开|推|在|声)|宣布|否认|签|达成|获悉|(?<!自)由|组成|参与|协商|承建|对外|向|为|对|发布|公告|，|代表|表示|经(?![济贸纪营典络理纬])|从|把|被|分别|还(?!款)|举行|会见|会晤|上午|下午|再次|终止|取消|解除|提议|建议|提出|讨论|探讨|移交|根据|（|《|首次|等");
  private static final Pattern JOINT = Pattern.compile("[与跟、]|(?<!共)和(?!国)|(?<![共合大])同|(?<!埃)及");
  private static final Pattern COMPANION = Pattern.compile("会见|会晤|[与跟]|(?<!共)和(?!国)|(?<![共合大])同");
  private static final String AGENT = "由";
  private static final String ABOUT = "就";
  private static final String FROM = "来自";
  private static final String UNITED_NATIONS = "联合国";
  private static final Pattern OFFICE =
      Pattern.compile("(?:驻.*)?(?:.{0,4}官员|总统|总理|外长|部长|大使|发言人|省长|市长|代表团|双方|负责人|两国)$");

  /// An office and who holds it, or firms of which none is named.
  private static final Pattern HOLDER =
      Pattern.compile(
          "(?:[副前代]|临时|第一|常务)*(?:总统|总理|首相|王储|国王|外长|外交部长|国防部长|大使|议长|主席|元首|埃米尔|酋长)(?!府)[\\p{IsHan}·]{0,14}|等?(?:各国|国家)?(?:的)?企业");

  private static final Pattern GENERIC =
      Pattern.compile(
          "^(?:武装|钢铁|贸易|广播|电视|国家|政府|外交|中央|驻|人民|银行|航空|铁路|石油|国际|财政|交通|商务|总|联邦|海关|气象|水文|科学|发展).*");

  /// Of a country's own ministry the country only describes, as it does of its firms.
  private static final Pattern MINISTRY = Pattern.compile("^.{2,}(?:[部厅署]|(?<!公)司)$");

  private static final Pattern NOBODY =
      Pattern.compile(
          "^(?:双方|两国|会谈.*|会[见晤].*|.*[之以]?后|各方|公司|该.*|其|他们|我国|此.*|目前|论坛.*|一[家部批座台艘架条份项名].*|几.*|多.*|今年.*|\\d.*)$");

  /// How names of bodies end. A name is what stands before the last of these.
  private static final Pattern BODY =
      Pattern.compile(
          "^.*(?:部队|军队|公司|集团|大学|学院|医院|银行|局|部|厅|委员会|发改委|院|所|总社|通讯社|电视台|天文台|总台|广播电台|中心|政府|协会|商会|基金会|基金|工厂|行|署|办公室|馆|学校|港|省|市|县|区|国|州|联盟|组织|机构|企业|站|联合会|学会|管委会|两国|合作社|工会|物流|药业|制药|硅业|锌业|矿业|实业|重工|影业|传媒|食品|航运|海运|快递|证券|保险|置业|纸业|乳业|茶庄|商行|出版社|报社|杂志社|剧院|物流园|俱乐部|园区|航空|铁路|电力|能源|石油|股份|控股|有限|口岸|码头|研究所)");

  private static final Pattern FIELD =
      Pattern.compile(
          "(?:计划|发展|新闻|宣传|工业|贸易|商务|农业|牧业|畜牧|科技|科学|技术|文化|旅游|体育|教育|能源|电力|水利|交通|通信|信息|财政|经济|环境|卫生|林业|渔业|粮食|矿业|石油|天然气|港口|航运|铁路|住房|建设|规划|研究|艺术|媒体|广播|特别项目)$");
  private static final Pattern PAPER = Pattern.compile("的.*(?:合同|协议|协定|备忘录|交易|订单)$");
  private static final Pattern OBJECT_END = Pattern.compile("[\\d，。；、]|的|一[批份项]");
  private static final Pattern FIRM_ITSELF = Pattern.compile("^(?:该|本)?(?:公司|校|院|集团|企业)");
  private static final int MOST_BARE_CHARS = 6;
  private static final int FEWEST_REST_CHARS = 4;
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
    itself(s, from, to, out);
    int end = clauseStart(s, act) - 1;
    while (out.isEmpty() && end > 0) {
      int start = end;
      while (start > 0 && !s.is("clause", start - 1)) {
        start--;
      }
      if (start < end) {
        read(s, s.word(start).start(), s.word(end).start(), out);
        itself(s, s.word(start).start(), s.word(end).start(), out);
      }
      end = start - 1;
    }
    if (denial && out.size() == 1) {
      afterDenial(s, act, out);
    }
    boolean handed = act.label().equals("act.delivered") || act.label().equals("act.signed");
    if (handed && out.size() == 1 && act.to() < s.size()) {
      object(s, s.word(act.to()).start(), out);
    }
    return out;
  }

  @Override
  public List<Span> listed(Sentence s, Hit signers) {
    List<Span> out = new ArrayList<>();
    if (signers.to() < s.size()) {
      read(s, s.word(signers.to()).start(), s.span().end(), out);
    }
    return out;
  }

  /// «甲公司发布公告称，公司已与乙签订»: 公司 is whoever says so.
  private static void itself(Sentence s, int from, int to, List<Span> out) {
    if (out.size() != 1 || !FIRM_ITSELF.matcher(s.text().substring(from, to)).find()) {
      return;
    }
    List<Span> found = new ArrayList<>();
    read(s, s.span().start(), from, found);
    if (!found.isEmpty()) {
      out.addFirst(found.getFirst());
    }
  }

  /// «移交尼泊尔水文气象局», «签下肯尼亚铁路公司36台机车的订单»: whom it goes to follows at once.
  private static void object(Sentence s, int from, List<Span> out) {
    String after = s.text().substring(from, s.span().end());
    int given = after.startsWith("给") || after.startsWith("至") ? 1 : 0;
    String region = after.substring(given);
    Matcher end = OBJECT_END.matcher(region);
    int to = end.find() ? end.start() : region.length();
    String words = region.substring(0, to);
    if (BODY.matcher(words).matches()) {
      Span name = name(s, from + given, from + given + to);
      if (name != null) {
        out.add(name);
      }
    }
  }

  /// «否认已与乙签署»
  private static void afterDenial(Sentence s, Hit act, List<Span> out) {
    int from = act.to() < s.size() ? s.word(act.to()).start() : s.span().end();
    Matcher with = COMPANION.matcher(s.text()).region(from, s.span().end());
    if (with.find()) {
      List<Span> found = new ArrayList<>();
      read(s, with.end(), s.span().end(), found);
      if (!found.isEmpty()) {
        out.add(found.getFirst());
      }
    }
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
      if (end < region.length() && cut.group().equals(AGENT) && end == at) {
        at = cut.end();
        continue;
      }
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
      if (i == to || (isJoint(region, i) && !goesOn(region, start, i, to))) {
        Span name = name(s, offset + start, offset + i);
        if (name != null) {
          out.add(name);
        }
        start = i + 1;
      }
    }
  }

  /// 和 of 共和国 and 及 of 埃及 join nothing.
  private static boolean isJoint(String region, int i) {
    Matcher joint = JOINT.matcher(region).region(i, i + 1).useTransparentBounds(true);
    return joint.matches();
  }

  /// «计划、发展与特别项目部» is one ministry: the part before is no name, the last part ends it.
  private static boolean goesOn(String region, int start, int cut, int to) {
    String part = region.substring(start, cut);
    if (BODY.matcher(part).matches() || part.length() > MOST_BARE_CHARS + 4) {
      return false;
    }
    String rest = region.substring(cut + 1, to);
    boolean fields = FIELD.matcher(part).find();
    return fields && BODY.matcher(rest).find();
  }

  /// @return how much of the words may be a name; 0 where nothing of them looks like one
  private static int nameLength(String words, Sentence s) {
    Matcher body = BODY.matcher(words);
    if (body.find()) {
      return body.end();
    }
    var known = Concepts.in(words, s.lang());
    if (!known.isEmpty() && known.getFirst().span().start() == 0) {
      return words.length();
    }
    boolean foreign = words.chars().anyMatch(c -> c < '\u2E80' && Character.isLetter(c));
    return foreign || words.indexOf('·') > 0 || words.length() <= MOST_BARE_CHARS
        ? words.length()
        : 0;
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
    for (String before : List.of(FROM, UNITED_NATIONS)) {
      if (s.text().startsWith(before, start) && end - start > before.length() + 2) {
        start += before.length(); // 来自巴基斯坦, 联合国世界粮食计划署
      }
    }
    String words = s.text().substring(start, end);
    int between = words.indexOf("之间");
    if (between > 0) {
      words = words.substring(0, between);
    }
    int of = words.lastIndexOf('的');
    if (of > 0 && PAPER.matcher(words).find()) {
      words = words.substring(0, of); // «与康泽公司的疫苗合同»
    } else if (of > 0 && of < words.length() - FEWEST_REST_CHARS) {
      start += of + 1;
      words = words.substring(of + 1);
    }
    end = start + nameLength(words, s);
    words = s.text().substring(start, end);
    if (words.length() < 2 || words.length() > MOST_CHARS || NOBODY.matcher(words).matches()) {
      return null;
    }
    var known = Concepts.in(words, s.lang());
    if (!known.isEmpty() && known.getFirst().span().start() == 0) {
      int country = known.getFirst().span().end();
      String rest = words.substring(country);
      if (!rest.isEmpty() && (OFFICE.matcher(rest).find() || HOLDER.matcher(rest).matches())) {
        return new Span(start, start + country);
      }
      boolean isCountry = known.getFirst().concept().startsWith("country:");
      boolean own = rest.length() >= FEWEST_REST_CHARS && !GENERIC.matcher(rest).matches();
      if (isCountry && (own || MINISTRY.matcher(rest).matches())) {
        int kind = rest.startsWith("企业") || rest.startsWith("公司") ? 2 : 0;
        return new Span(start + country + kind, end);
      }
    }
    return new Span(start, end);
  }
}
