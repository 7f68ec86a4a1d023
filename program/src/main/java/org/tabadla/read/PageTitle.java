package org.tabadla.read;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jsoup.nodes.Element;
import org.jspecify.annotations.Nullable;
import org.tabadla.language.Letters;

/// Finds the headline: what the page calls its title in several places, without the outlet's name.
final class PageTitle {
  private static final Pattern PARTER = Pattern.compile("\\s+[-–—|·•:»/⎸]+\\s+|\\s*[|｜_–—]\\s*|::");
  private static final Pattern SPACES = Pattern.compile("[\\s\\u0000-\\u001F\\u007F\\u00A0]+");

  /// Embeddings, overrides and isolates: they would turn what stands around the text.
  private static final Pattern TURNING = Pattern.compile("[\\u202A-\\u202E\\u2066-\\u2069]+");

  private static final int TAIL_MAX_UNITS = 45;
  private static final int TITLE_MIN_UNITS = 8;
  private static final int HEADLINE_MIN_UNITS = 20;

  /// A heading that is this much of the page's title is the headline.
  private static final double HEADING_MIN_SHARE = 0.4;

  private static final int TITLE_MAX_CHARS = 500;

  private PageTitle() {}

  /// @param outlets names and host of the outlet, to know its tail by
  /// @param lines of the page, of which one may be the headline without saying so
  /// @return the headline, or "" when the page has none
  static String of(PageClues clues, JsonLd data, List<String> outlets, List<Line> lines) {
    String document = squeeze(clues.title());
    String shared = squeeze(clues.meta("og:title", "twitter:title", "twitter:text:title"));
    String stated = squeeze(data.ofArticle("headline"));
    String heading = heading(clues, List.of(document, shared, stated));
    if (!heading.isEmpty()) {
      return heading;
    }
    for (String title : List.of(shared, stated, property(clues))) {
      String bare = withoutOutlet(title, outlets);
      if (!bare.isEmpty()) {
        return bare;
      }
    }
    String bare = withoutOutlet(document, outlets);
    if (bare.equals(document)) {
      String shown = shown(document, lines);
      bare = shown.isEmpty() ? withoutTail(document) : shown;
    }
    if (!bare.isEmpty()) {
      return bare;
    }
    String meta = squeeze(clues.meta("title", "dc.title", "dcterms.title", "sailthru.title"));
    return !meta.isEmpty() || clues.headings().isEmpty()
        ? meta
        : squeeze(clues.headings().getFirst().text());
  }

  /// The `h1` that one of the page's own titles contains.
  private static String heading(PageClues clues, List<String> titles) {
    String best = "";
    for (Element e : clues.headings()) {
      String text = squeeze(e.text());
      String key = key(text);
      if (key.isEmpty() || key.length() <= key(best).length()) {
        continue;
      }
      for (String title : titles) {
        String whole = key(title);
        if (!whole.isEmpty()
            && whole.contains(key)
            && key.length() >= HEADING_MIN_SHARE * whole.length()) {
          best = text;
        }
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
    for (Line line : lines) {
      if (!parts.isEmpty() && line.units() >= HEADLINE_MIN_UNITS) {
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
    for (Element e : clues.properties()) {
      if (e.attr("itemprop").contains("headline")) {
        String text = squeeze(e.hasAttr("content") ? e.attr("content") : e.text());
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

  private static boolean isOutlet(String part, List<String> outlets) {
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
    String line = SPACES.matcher(TURNING.matcher(plain).replaceAll("")).replaceAll(" ");
    return Letters.whole(line).strip();
  }

  /// Metas and JSON-LD often escape twice.
  private static String plain(String text) {
    return org.jsoup.Jsoup.parse(text).text();
  }
}
