package org.tabadla.read;

import java.util.Map;
import java.util.regex.Pattern;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jspecify.annotations.Nullable;
import org.owasp.html.HtmlPolicyBuilder;
import org.owasp.html.HtmlSanitizer;
import org.owasp.html.HtmlStreamRenderer;
import org.owasp.html.PolicyFactory;

/// HTML from outside, made harmless: text, links, pictures and tables stay; scripts, styles, forms,
/// frames, event handlers and addresses other than http, https and mailto go.
///
/// ```java
/// SafeHtml.clean("<a href=/b onclick=x()>b</a><script>y()</script>", "https://example.pk/a")
/// // <a href="https://example.pk/b" rel="noopener noreferrer">b</a>
/// SafeHtml.plain("<b>A</b> &amp; B")  // A & B
/// ```
public final class SafeHtml {
  /// More than any article; what is beyond is left out.
  static final int MAX_HTML_CHARS = 2_000_000;

  /// `<!` that opens neither a comment nor a declaration: words, which HTML would swallow.
  private static final Pattern STRAY_MARK = Pattern.compile("<!(?![-\\[A-Za-z])");

  private SafeHtml() {}

  /// Loads with the first text that has markup.
  private static final class Policy {
    static final PolicyFactory ONE =
        new HtmlPolicyBuilder()
            .allowElements(
                "a",
                "abbr",
                "acronym",
                "address",
                "article",
                "aside",
                "b",
                "bdi",
                "bdo",
                "big",
                "blockquote",
                "br",
                "caption",
                "center",
                "cite",
                "code",
                "col",
                "colgroup",
                "dd",
                "del",
                "dfn",
                "dir",
                "div",
                "dl",
                "dt",
                "em",
                "figcaption",
                "figure",
                "font",
                "footer",
                "h1",
                "h2",
                "h3",
                "h4",
                "h5",
                "h6",
                "header",
                "hr",
                "i",
                "img",
                "ins",
                "kbd",
                "li",
                "main",
                "mark",
                "nav",
                "ol",
                "p",
                "picture",
                "pre",
                "q",
                "rp",
                "rt",
                "ruby",
                "s",
                "samp",
                "section",
                "small",
                "span",
                "strike",
                "strong",
                "sub",
                "sup",
                "table",
                "tbody",
                "td",
                "tfoot",
                "th",
                "thead",
                "time",
                "tr",
                "tt",
                "u",
                "ul",
                "var",
                "video",
                "audio",
                "wbr")
            .allowStandardUrlProtocols()
            .allowAttributes("dir", "lang", "title")
            .globally()
            .allowAttributes("href")
            .onElements("a")
            .allowAttributes("src", "alt", "width", "height")
            .onElements("img")
            .allowAttributes("src", "controls", "poster", "width", "height")
            .onElements("video", "audio")
            .allowAttributes("cite")
            .onElements("blockquote", "q", "del", "ins")
            .allowAttributes("colspan", "rowspan", "align", "valign")
            .onElements("td", "th")
            .allowAttributes("start", "type")
            .onElements("ol", "ul")
            .allowAttributes("datetime")
            .onElements("time", "del", "ins")
            .requireRelsOnLinks("noopener", "noreferrer")
            .toFactory();
  }

  /// @param html as it came, but for {@link XmlText#repaired}
  /// @param base what its links are relative to; null leaves them as they are
  /// @return the same, harmless, links absolute
  public static String clean(String html, @Nullable String base) {
    String text = within(html);
    if (text.indexOf('<') < 0 && text.indexOf('&') < 0) {
      return text;
    }
    String links = FeedContext.usableBase(base);
    String simple = SimpleHtml.clean(text, links);
    return simple == null ? thorough(text, links) : simple;
  }

  /// For HTML of any kind.
  static String thorough(String html, @Nullable String base) {
    var out = new StringBuilder(html.length());
    var renderer = HtmlStreamRenderer.create(out, problem -> {});
    HtmlSanitizer.sanitize(html, Policy.ONE.apply(renderer), sink -> new FeedMarkup(sink, base));
    return XmlText.repaired(out.toString());
  }

  /// @param html text that may have markup
  /// @return its words as one line of plain text
  public static String plain(String html) {
    String text = within(html);
    if (text.indexOf('<') < 0 && XmlText.isPlainlyEscaped(text)) {
      return oneLine(XmlText.unescaped(text, Map.of()));
    }
    Document parsed = Jsoup.parseBodyFragment(text);
    parsed.select("script, style, noscript, template, iframe").remove();
    return XmlText.repaired(parsed.text()).strip();
  }

  private static String within(String html) {
    String text = html.length() > MAX_HTML_CHARS ? html.substring(0, MAX_HTML_CHARS) : html;
    return text.contains("<!") ? STRAY_MARK.matcher(text).replaceAll("&lt;!") : text;
  }

  /// @return `text` with runs of white space as one space
  static String oneLine(String text) {
    int i = 0;
    boolean space = true;
    while (i < text.length() && !(isSpace(text.charAt(i)) && (space || text.charAt(i) != ' '))) {
      space = isSpace(text.charAt(i));
      i++;
    }
    if (i == text.length() && (i == 0 || !space)) {
      return text;
    }
    var out = new StringBuilder(text.length()).append(text, 0, i);
    space = false;
    if (!out.isEmpty() && out.charAt(i - 1) == ' ') {
      out.setLength(i - 1);
      space = true;
    }
    for (; i < text.length(); i++) {
      char c = text.charAt(i);
      if (isSpace(c)) {
        space = !out.isEmpty();
        continue;
      }
      if (space) {
        out.append(' ');
        space = false;
      }
      out.append(c);
    }
    return out.toString();
  }

  private static boolean isSpace(char c) {
    return c == ' ' || c == '\n' || c == '\t' || c == '\r' || c == '\u00A0';
  }
}
