package org.tabadla.read;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.tabadla.language.Letters;

/// Finds the headline. What the page shows as its heading counts most, checked against what it
/// calls itself elsewhere; without a heading, what it calls itself, less the outlet's name.
final class PageTitle {
  private static final Pattern PARTER =
      Pattern.compile("\\s+[-–—|·•:»/⎸]+\\s+|\\s*[|｜ㅣ_–—]\\s*|::|--");

  /// «[Watch]» after a headline says what else is on the page.
  private static final Pattern MEDIA =
      Pattern.compile(
          "\\s*[\\[(（【](?:watch|video|videos|photo|photos|pics|audio|listen|gallery|live|ویڈیو|تصاویر"
              + "|فيديو|صور|ویدیو|عکس|वीडियो|видео|фото|组图|圖|图|视频|影片)[\\])）】]\\s*$",
          Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE);

  private static final String TAIL_MARKS = "-–—|｜ㅣ·•:»_/";
  private static final int TAIL_MAX_UNITS = 45;
  private static final int TITLE_MIN_UNITS = 8;
  private static final int HEADLINE_MIN_UNITS = 20;
  private static final int TITLE_MAX_CHARS = 500;

  private PageTitle() {}

  /// @param outlets names and host of the outlet, to know its tail by
  /// @param lines of the page, of which one may be the headline without saying so
  /// @return the headline, or "" when the page has none
  static String of(PageClues clues, JsonLd data, List<String> outlets, List<Line> lines) {
    String document = squeeze(clues.title());
    List<String> stated = new ArrayList<>();
    for (String title :
        new @Nullable String[] {
          clues.meta("og:title"),
          clues.meta("twitter:title", "twitter:text:title"),
          data.ofArticle("headline"),
          clues.meta("parsely-title", "sailthru.title"),
        }) {
      add(stated, squeeze(title));
    }
    List<String> named = new ArrayList<>(stated);
    add(named, document);
    String heading = PageHeading.of(clues, named, outlets, lines);
    if (!heading.isEmpty()) {
      return withoutMedia(heading);
    }
    add(stated, property(clues));
    for (String title : stated) {
      String bare = withoutOutlet(title, outlets);
      if (!bare.isEmpty()) {
        return shortest(bare, stated);
      }
    }
    String bare = withoutOutlet(document, outlets);
    String shown = shown(bare, lines);
    if (!shown.isEmpty()) {
      return shown;
    }
    if (bare.equals(document)) {
      bare = withoutTail(document);
    }
    if (!bare.isEmpty()) {
      return bare;
    }
    String meta = squeeze(clues.meta("title", "dc.title", "dcterms.title"));
    return !meta.isEmpty() || clues.headings().isEmpty()
        ? meta
        : squeeze(clues.headings().getFirst().element().text());
  }

  private static void add(List<String> titles, String title) {
    if (!title.isEmpty()) {
      titles.add(title);
    }
  }

  /// A heading less «[Watch]».
  private static String withoutMedia(String heading) {
    Matcher m = MEDIA.matcher(heading);
    return m.find() ? heading.substring(0, m.start()).strip() : heading;
  }

  /// Of two titles of which one goes on after a dash, the shorter: «… -Politics ㅣ Outlet».
  private static String shortest(String title, List<String> stated) {
    String best = title;
    for (String other : stated) {
      if (other.length() < best.length()
          && Line.units(other) >= HEADLINE_MIN_UNITS
          && best.startsWith(other)
          && TAIL_MARKS.indexOf(best.substring(other.length()).strip().charAt(0)) >= 0) {
        best = other;
      }
    }
    return best;
  }

  /// The part of «Outlet :: Headline» that begins a line of the page.
  private static String shown(String title, List<Line> lines) {
    int from = 0;
    Map<String, String> parts = new HashMap<>();
    for (int[] cut : cuts(title)) {
      parts.put(key(title.substring(from, cut[0])), title.substring(from, cut[0]).strip());
      parts.put(key(title.substring(cut[1])), title.substring(cut[1]).strip());
      from = cut[1];
    }
    if (parts.isEmpty()) {
      return "";
    }
    for (Line line : lines) {
      if (line.units() >= HEADLINE_MIN_UNITS) {
        String key = key(line.text());
        for (Map.Entry<String, String> part : parts.entrySet()) {
          if (part.getKey().length() >= HEADLINE_MIN_UNITS && key.startsWith(part.getKey())) {
            return part.getValue();
          }
        }
      }
    }
    return "";
  }

  private static String property(PageClues clues) {
    for (PageClues.Clue clue : clues.properties()) {
      if (clue.element().attr("itemprop").contains("headline")) {
        String content = clue.element().attr("content");
        String text = squeeze(content.isEmpty() ? clue.element().text() : content);
        if (!text.isEmpty()) {
          return text;
        }
      }
    }
    return "";
  }

  /// Cuts «… | Outlet» and «Outlet: …» when that part names the outlet.
  static String withoutOutlet(String title, List<String> outlets) {
    String rest = title;
    List<int[]> cuts = cuts(title);
    for (int i = cuts.size() - 1; i >= 0; i--) {
      if (isOutlet(title.substring(cuts.get(i)[1]), outlets)) {
        rest = title.substring(0, cuts.get(i)[0]);
      }
    }
    if (!cuts.isEmpty() && rest.equals(title)) {
      int[] first = cuts.getFirst();
      if (isOutlet(title.substring(0, first[0]), outlets)) {
        rest = title.substring(first[1]);
      }
    }
    return Line.units(rest) < TITLE_MIN_UNITS && Line.units(title) > TITLE_MIN_UNITS
        ? title
        : rest.strip();
  }

  private static List<int[]> cuts(String title) {
    var cuts = new ArrayList<int[]>();
    Matcher m = PARTER.matcher(title);
    while (m.find()) {
      cuts.add(new int[] {m.start(), m.end()});
    }
    return cuts;
  }

  static boolean isOutlet(String part, List<String> outlets) {
    String key = key(part);
    if (key.isEmpty()) {
      return false;
    }
    for (String outlet : outlets) {
      String name = key(outlet);
      if (name.length() >= 2 && (key.equals(name) || (name.length() > 3 && key.startsWith(name)))) {
        return true;
      }
      if (key.length() > 3 && name.startsWith(key)) {
        return true;
      }
    }
    return false;
  }

  /// Cuts the last part of a title when it is much the shorter.
  private static String withoutTail(String title) {
    List<int[]> cuts = cuts(title);
    if (cuts.isEmpty()) {
      return title;
    }
    int[] last = cuts.getLast();
    String head = title.substring(0, last[0]).strip();
    float tail = Line.units(title.substring(last[1]));
    if (tail <= TAIL_MAX_UNITS && Line.units(head) > Math.max(tail, TITLE_MIN_UNITS)) {
      return head;
    }
    return title;
  }

  /// Letters and digits only, in lower case: what two titles are compared by.
  static String key(String text) {
    var key = new StringBuilder(text.length());
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (Character.isLetterOrDigit(c)) {
        key.append(c);
      }
    }
    return key.toString().toLowerCase(Locale.ROOT);
  }

  static String squeeze(@Nullable String text) {
    String line = oneLine(text);
    return line.length() > TITLE_MAX_CHARS
        ? Letters.whole(line.substring(0, TITLE_MAX_CHARS))
        : line;
  }

  /// @return the text of what may be markup, white space collapsed
  static String oneLine(@Nullable String text) {
    if (text == null) {
      return "";
    }
    String plain = text.indexOf('<') >= 0 || text.indexOf('&') >= 0 ? plain(text) : text;
    var line = new StringBuilder(plain.length());
    boolean spaced = false;
    for (int i = 0; i < plain.length(); i++) {
      char c = plain.charAt(i);
      if (isSpace(c)) {
        spaced = true;
      } else if (!isTurning(c)) {
        line.append(spaced ? " " : "").append(c);
        spaced = false;
      }
    }
    return Letters.whole(line.toString()).strip();
  }

  /// Controls are spaces too.
  private static boolean isSpace(char c) {
    return c <= ' ' || c == 0x7F || c == 0xA0;
  }

  /// Embeddings, overrides and isolates: they would turn what stands around the text.
  private static boolean isTurning(char c) {
    return (c >= 0x202A && c <= 0x202E) || (c >= 0x2066 && c <= 0x2069);
  }

  /// Metas and JSON-LD often escape twice.
  private static String plain(String text) {
    return org.jsoup.Jsoup.parse(text).text();
  }
}
