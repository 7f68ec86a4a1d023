package org.tabadla.read;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jsoup.nodes.Element;
import org.jspecify.annotations.Nullable;
import org.tabadla.address.Address;
import org.tabadla.model.Block;

/// Finds that an article goes on at other addresses: links with numbers, «اگلا صفحہ», `rel=next`.
///
/// An address belongs to the same article when it differs from the page's own by a page number and
/// nothing else: many content systems give the *next article* as `rel=next`.
final class PageNumbers {
  static final int PAGES_MAX = 20;
  private static final int LINK_MAX_CHARS = 40;
  private static final int LINKS_MAX = 5_000;
  private static final int SHORT_MAX_CHARS = 12;
  private static final int KEY_MAX_CHARS = 24;
  private static final int NUMBER_MAX = 100;

  /// The data's own text is the whole article when it says this much more than the page.
  private static final double WHOLE_MIN_GROWTH = 1.2;

  private static final Pattern NUMBER = Pattern.compile("\\p{Nd}{1,3}");
  private static final Pattern ARROWS = Pattern.compile("[›»>→‹«<←\\s]+");
  private static final Pattern QUERY =
      Pattern.compile(
          "(?i)([?&](?:page|p|pg|paged|pageno|page_no|pagenum|pagina|seite|sayfa|str|pn|fullpage))=(\\d{1,3})(?=&|$)");
  private static final Pattern PATH =
      Pattern.compile("(?i)(?:/(?:page|seite|pagina|sayfa|p)[/-]?|/)(\\d{1,3})(/?)(?=$|\\?)");
  private static final Pattern FILE =
      Pattern.compile(
          "(?i)(?:[_,-](?:p|page|seite)?[_-]?)(\\d{1,3})(\\.(?:s?html?|php|aspx?|jsp))(?=$|\\?)");
  private static final Pattern COUNTED =
      Pattern.compile(
          "(?iu)^(?:"
              + KindWords.pattern(KindWords.PAGE)
              + ")?\\s?(\\p{Nd}{1,3})\\s?(?:/|页[,，/]?\\s?共|頁[,，/]?\\s?共|"
              + KindWords.pattern(KindWords.OF)
              + ")\\s?第?(\\p{Nd}{1,3})\\s?[页頁]?$");

  /// An address without its page number.
  ///
  /// @param number 1 where the address has none
  record Numbered(String stem, int number) {
    static Numbered of(String url) {
      String bare = url.indexOf('#') < 0 ? url : url.substring(0, url.indexOf('#'));
      if (!hasDigit(bare)) {
        return new Numbered(stem(bare), 1);
      }
      for (Pattern pattern : new Pattern[] {QUERY, FILE, PATH}) {
        if (pattern == QUERY && bare.indexOf('=') < 0) {
          continue;
        }
        Matcher m = pattern.matcher(bare);
        if (m.find() && Integer.parseInt(m.group(pattern == QUERY ? 2 : 1)) <= NUMBER_MAX) {
          int number = Integer.parseInt(m.group(pattern == QUERY ? 2 : 1));
          String tail = pattern == FILE ? m.group(2) : "";
          String rest = bare.substring(m.end());
          if (pattern == QUERY && bare.charAt(m.start()) == '?' && rest.startsWith("&")) {
            rest = "?" + rest.substring(1);
          }
          return new Numbered(stem(bare.substring(0, m.start()) + tail + rest), number);
        }
      }
      return new Numbered(stem(bare), 1);
    }

    private static boolean hasDigit(String url) {
      for (int i = 0; i < url.length(); i++) {
        if (url.charAt(i) >= '0' && url.charAt(i) <= '9') {
          return true;
        }
      }
      return false;
    }

    private static String stem(String url) {
      return url.endsWith("/") ? url.substring(0, url.length() - 1) : url;
    }
  }

  private final String own;
  private final Numbered self;

  /// The beginning of what the addresses of one article share, of its last part.
  private final String key;

  private final boolean ownIsPlain;

  /// The last step of the address, which every page of the article has in its own.
  private final String name;

  private final SortedMap<Integer, String> found = new TreeMap<>();
  private @Nullable String whole;
  private int pages;

  private PageNumbers(String own) {
    this.own = own;
    this.self = Numbered.of(own);
    this.key = key(self.stem());
    this.ownIsPlain = isPlain(own);
    String last = self.stem().substring(self.stem().lastIndexOf('/') + 1);
    this.name = last.indexOf('.') > 0 ? last.substring(0, last.indexOf('.')) : last;
  }

  /// @param url the page's own address
  /// @return where the article goes on, or null when this page has all of it
  static Block.@Nullable Continued of(PageTree tree, PageClues clues, String url) {
    if (!url.startsWith("http")) {
      return null;
    }
    var numbers = new PageNumbers(url);
    numbers.take(clues.link("next"), "", true);
    numbers.take(clues.link("prev"), "", true);
    int left = LINKS_MAX;
    for (Box box : tree.boxes()) {
      if (box.is("a") && left-- > 0) {
        numbers.link(box.element);
      }
    }
    if (numbers.found.isEmpty() && numbers.whole == null) {
      return null;
    }
    numbers.counted(tree);
    return numbers.continued();
  }

  private void link(Element a) {
    String href = Attr.of(a, "href");
    // Most links of a page lead elsewhere. An address is read, which is dear, and a link's text
    // walked, only where it may be another page of this.
    if (href.isEmpty()
        || href.startsWith("#")
        || !(href.startsWith("?") || href.contains(name))
        || href.contains("comment")
        || !mayFit(href)) {
      return;
    }
    String address = Address.web(href.strip(), own);
    if (address == null) {
      return;
    }
    Numbered there = Numbered.of(address);
    boolean same = there.stem().equals(self.stem());
    boolean near = same || address.startsWith(self.stem());
    if (!near || !Address.sameSite(address, own)) {
      return;
    }
    String text = a.text().strip();
    if (text.isEmpty() || text.length() > LINK_MAX_CHARS) {
      return;
    }
    if (KindWords.is(KindWords.WHOLE, text) && !address.equals(own)) {
      whole = whole == null ? address : whole;
    } else if (same) {
      take(address, text, a.attr("rel").contains("next") || a.attr("rel").contains("prev"));
    }
  }

  /// A page has hundreds of links, and reading an address costs more than all else here.
  ///
  /// @return false only where this cannot be another page of the article
  private boolean mayFit(String href) {
    if (href.length() <= SHORT_MAX_CHARS || href.contains(key)) {
      return true;
    }
    return !ownIsPlain || !isPlain(href);
  }

  /// Other addresses can be written in several ways.
  private static boolean isPlain(String address) {
    for (int i = 0; i < address.length(); i++) {
      if (address.charAt(i) > 0x7F || address.charAt(i) == '%') {
        return false;
      }
    }
    return true;
  }

  private static String key(String stem) {
    int end = stem.indexOf('?') < 0 ? stem.length() : stem.indexOf('?');
    int slash = stem.lastIndexOf('/', end - 1) + 1;
    int dot = stem.indexOf('.', slash);
    int stop = dot < 0 || dot > end ? end : dot;
    return stem.substring(slash, Math.min(stop, slash + KEY_MAX_CHARS));
  }

  private void take(@Nullable String href, String text, boolean said) {
    String address = href == null ? null : Address.web(href, own);
    if (address == null || !authority(address).equals(authority(own))) {
      return;
    }
    Numbered there = Numbered.of(address);
    boolean another = there.number() != self.number() && there.stem().equals(self.stem());
    if (another
        && there.number() > 0
        && !isArchive(address)
        && (said || isPageLink(text, there.number()))) {
      found.putIfAbsent(there.number(), address);
    }
  }

  /// `/blog/page/2/` goes on with a list of articles; an article's own address is longer.
  private static boolean isArchive(String address) {
    return address.matches("(?i)[a-z]+://[^/]+/(?:[^/]+/)?page/\\d+/?(?:[?#].*)?");
  }

  private static String authority(String url) {
    String authority = Address.authority(url);
    return authority == null ? "" : authority;
  }

  private static boolean isPageLink(String text, int number) {
    Matcher m = NUMBER.matcher(text);
    if (m.matches()) {
      int shown = Integer.parseInt(text);
      return shown == number || shown == number + 1;
    }
    return ARROWS.matcher(text).matches()
        || KindWords.is(KindWords.NEXT, text.replaceAll("\\p{Nd}", ""))
        || (NUMBER.matcher(text).find() && text.length() < LINK_MAX_CHARS / 2);
  }

  /// «Page 2 of 3», «صفحہ 2 از 3», «第2页/共3页».
  private void counted(PageTree tree) {
    for (Line line : tree.lines()) {
      if (line.text().length() <= LINK_MAX_CHARS) {
        Matcher m = COUNTED.matcher(line.text());
        if (m.matches()) {
          int page = Integer.parseInt(m.group(1));
          int of = Integer.parseInt(m.group(2));
          if (page <= of && page == self.number() && of <= NUMBER_MAX) {
            pages = Math.max(pages, of);
          }
        }
      }
    }
  }

  private Block.@Nullable Continued continued() {
    if (!found.isEmpty()) {
      pages = Math.max(pages, Math.max(found.lastKey(), self.number()));
      fill();
    }
    if (whole != null) {
      return new Block.Continued(self.number(), pages, List.of(whole));
    }
    List<String> addresses = found.values().stream().limit(PAGES_MAX).toList();
    return addresses.isEmpty() ? null : new Block.Continued(self.number(), pages, addresses);
  }

  /// «1 2 3 … 9» leaves out what lies between.
  private void fill() {
    int some = found.lastKey();
    String address = found.get(some);
    if (some < 2 || address == null) {
      return;
    }
    Numbered last = Numbered.of(address);
    for (int n = 2; n <= Math.min(pages, PAGES_MAX); n++) {
      String made = numbered(address, some, n);
      if (n != self.number()
          && made != null
          && Numbered.of(made).equals(new Numbered(last.stem(), n))) {
        found.putIfAbsent(n, made);
      }
    }
  }

  private static @Nullable String numbered(String address, int from, int to) {
    for (Pattern pattern : new Pattern[] {QUERY, FILE, PATH}) {
      Matcher m = pattern.matcher(address);
      int group = pattern == QUERY ? 2 : 1;
      if (m.find() && m.group(group).equals(Integer.toString(from))) {
        return address.substring(0, m.start(group)) + to + address.substring(m.end(group));
      }
    }
    return null;
  }

  /// What the page's data has of the article after its visible end, when that is a good part more.
  ///
  /// @param shown the body as the page shows it
  /// @return the blocks to add, empty when the data has no more
  static List<Block> rest(
      JsonLd data, List<Block> shown, java.util.function.UnaryOperator<String> form) {
    String written = data.ofArticle("articleBody");
    String last = "";
    long units = 0;
    for (Block block : shown) {
      String key = PageTitle.key(block.plain());
      units += key.length();
      last = key.isEmpty() ? last : key;
    }
    if (written == null || last.isEmpty()) {
      return List.of();
    }
    var rest = new ArrayList<Block>();
    long told = 0;
    boolean after = false;
    Map<String, Boolean> seen = new HashMap<>();
    for (String paragraph : PageTree.written(written).split("\n", -1)) {
      String key = PageTitle.key(paragraph);
      told += key.length();
      if (after && !key.isEmpty() && seen.put(key, true) == null) {
        rest.add(new Block.Paragraph(form.apply(paragraph.strip())));
      }
      after |= key.equals(last);
    }
    return told >= WHOLE_MIN_GROWTH * units ? rest : List.of();
  }
}
