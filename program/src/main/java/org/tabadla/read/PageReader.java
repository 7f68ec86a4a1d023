package org.tabadla.read;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.function.UnaryOperator;
import java.util.stream.IntStream;
import org.jsoup.nodes.Document;
import org.jsoup.parser.Parser;
import org.jspecify.annotations.Nullable;
import org.tabadla.address.Address;
import org.tabadla.language.Excerpts;
import org.tabadla.language.LanguageGuess;
import org.tabadla.language.Letters;
import org.tabadla.model.Article;
import org.tabadla.model.ArticleId;
import org.tabadla.model.Block;
import org.tabadla.model.Found;
import org.tabadla.model.Lang;
import org.tabadla.model.Moment;
import org.tabadla.model.Page;
import org.tabadla.model.Reading;
import org.tabadla.model.SourceId;
import org.tabadla.model.Text;
import tools.jackson.databind.JsonNode;

/// Reads a page of an outlet as an article: headline, byline, dates, body, picture, each taken from
/// what the page says about itself and, where that is silent or wrong, from what it shows.
public final class PageReader {
  /// Larger pages are not read at all: a body is never cut.
  public static final int PAGE_MAX_BYTES = 10 * 1024 * 1024;

  static final int DEPTH_MAX_TAGS = 512;
  private static final int STANDFIRST_MAX_CHARS = 500;
  private static final String SOFT_HYPHEN = "\u00AD";
  private static final int GUESS_MAX_CHARS = 1500;
  private static final double GUESS_MIN_CONFIDENCE = 0.5;

  private PageReader() {}

  /// @param fallback the source when the page names no address that can be trusted
  /// @return the article, or in one line why there is none
  public static Reading read(Page page, SourceId fallback) {
    return report(page, fallback).reading();
  }

  /// As {@link #read}, with what the article does not hold: the charset, and the words as written.
  public static PageReport report(Page page, SourceId fallback) {
    return report(page, fallback, null);
  }

  /// As {@link #report(Page, SourceId)}, beside what is known of the site's other pages.
  ///
  /// @param memories asked once, for the page's site; null when there are none and none are made
  public static PageReport report(Page page, SourceId fallback, @Nullable SiteMemories memories) {
    byte[] bytes = page.body().array();
    Reading unfit = PageFitness.ofBytes(bytes, page.contentType());
    if (unfit != null) {
      return new PageReport(unfit, null, "", "", null);
    }
    var decoded = Charsets.read(bytes, page.contentType(), Charsets.Kind.HTML);
    Reading vast = PageLimits.exceeded(decoded.text());
    if (vast != null) {
      return new PageReport(vast, decoded.charset(), "", "", null);
    }
    return report(page, fallback, memories, decoded.charset(), tree(page, decoded.text()));
  }

  private static PageTree tree(Page page, String html) {
    String base = page.url() == null ? "" : page.url();
    Document document = Parser.htmlParser().setMaxDepth(DEPTH_MAX_TAGS).parseInput(html, base);
    return PageTree.of(document);
  }

  /// Tells of each line of a page why it is in the body or not; nothing of bytes that are no page.
  ///
  /// @param memories asked once, for the page's site
  public static List<PageLine> explain(Page page, SourceId fallback, SiteMemories memories) {
    byte[] bytes = page.body().array();
    if (PageFitness.ofBytes(bytes, page.contentType()) != null) {
      return List.of();
    }
    String html = Charsets.read(bytes, page.contentType(), Charsets.Kind.HTML).text();
    if (PageLimits.exceeded(html) != null) {
      return List.of();
    }
    PageTree tree = tree(page, html);
    PageClues clues = tree.clues();
    JsonLd data = JsonLd.of(clues.json());
    PageAddress address = PageAddress.of(page, clues, fallback);
    List<String> outlets = outlets(clues, data, address.url());
    String title = PageTitle.of(clues, data, outlets, tree.lines());
    PageBody body = PageBody.of(tree, title, stated(data), memory(memories, address));
    return IntStream.range(0, tree.lines().size())
        .mapToObj(i -> new PageLine(tree.lines().get(i).text(), body.lines().get(i), body.why(i)))
        .toList();
  }

  private static SiteMemory memory(@Nullable SiteMemories memories, PageAddress address) {
    return memories == null ? SiteMemory.NONE : memories.of(address.source()).beside(address.url());
  }

  private static PageReport report(
      Page page,
      SourceId fallback,
      @Nullable SiteMemories memories,
      String charset,
      PageTree tree) {
    PageClues clues = tree.clues();
    JsonLd data = JsonLd.of(clues.json());
    PageAddress address = PageAddress.of(page, clues, fallback);
    List<String> outlets = outlets(clues, data, address.url());
    String title = PageTitle.of(clues, data, outlets, tree.lines());
    PageBody body = PageBody.of(tree, title, stated(data), memory(memories, address));
    PageKind kind = PageKind.of(tree, body, data, title, address.url());
    Reading none = PageFitness.ofPage(tree, body, data, title, address.url(), kind);
    if (none != null) {
      return new PageReport(none, charset, title, "", null);
    }
    if (title.isEmpty()) {
      title = kind.title();
    }
    String claim = Objects.requireNonNullElse(FeedContext.language(clues.language()), "");
    Lang lang = language(tree, kind, claim);
    UnaryOperator<String> form = text -> Letters.display(text.replace(SOFT_HYPHEN, ""), lang);
    var dates = new PageDate(clues, data, claimed(lang, claim), page.fetched());
    PageHead head = PageHead.of(tree, body, title);
    PageDate.Both when =
        dates.of(tree, head, page.url() == null ? clues.link("canonical") : page.url());
    Found<Moment> published = kind.published(when.published(), lang, page.fetched());
    List<Block> blocks =
        kind.blocks(data, form, address.url(), EntryTime.of(lang, published, page.fetched()));
    if (form.apply(title).isBlank() || blocks.stream().noneMatch(PageFitness::tells)) {
      return new PageReport(PageFitness.wordless(title), charset, title, "", null);
    }
    if (!kind.isOwnText()) {
      blocks = PageStandfirst.without(blocks, tree, body, data);
    }
    Dateline line = Dateline.of(opening(blocks));
    List<Found<String>> authors = PageByline.of(data, outlets, tree, head);
    var article =
        new Article(
            ArticleId.of(address.url()),
            address.source(),
            address.url(),
            site(clues, data),
            new Text(form.apply(title), lang),
            standfirst(clues, data, blocks, lang),
            authors,
            line.agency() == null ? agency(authors) : line.agency(),
            line.place(),
            published,
            when.modified(),
            blocks,
            PagePicture.main(clues, data, tree, address.url(), form),
            lang,
            PageTopic.tags(clues, data),
            isPaywalled(clues, data),
            page.fetched(),
            PageImprint.of(data, tree, head, address.url(), outlets));
    PageTrace trace = memories == null ? null : body.trace(address.url());
    return new PageReport(new Reading.Read(article), charset, title, kind.written(blocks), trace);
  }

  static String stated(JsonLd data) {
    return Objects.requireNonNullElse(data.ofArticle("articleBody"), "");
  }

  /// The agency that the byline names.
  private static @Nullable Found<String> agency(List<Found<String>> authors) {
    for (Found<String> author : authors) {
      if (Dateline.isAgency(author.value())) {
        return author;
      }
    }
    return null;
  }

  private static String opening(List<Block> blocks) {
    for (Block block : blocks) {
      if (block instanceof Block.Paragraph(var text)) {
        return text;
      }
    }
    return "";
  }

  private static @Nullable String site(PageClues clues, JsonLd data) {
    for (String name :
        new @Nullable String[] {
          clues.meta("og:site_name"), data.publisher(), clues.meta("application-name")
        }) {
      String plain = PageTitle.squeeze(name);
      if (!plain.isEmpty()) {
        return plain;
      }
    }
    return null;
  }

  /// @return names of the outlet, best first
  static List<String> outlets(PageClues clues, JsonLd data, String url) {
    var names = new ArrayList<String>();
    for (String name :
        new @Nullable String[] {
          clues.meta("og:site_name"),
          data.publisher(),
          clues.meta("application-name"),
          Address.host(url)
        }) {
      String plain = PageTitle.squeeze(name);
      if (!plain.isEmpty()) {
        names.add(plain);
      }
    }
    String host = Address.host(url);
    if (host != null) {
      String bare = host.startsWith("www.") ? host.substring(4) : host;
      names.add(bare);
      names.add(bare.substring(0, bare.indexOf('.') < 0 ? bare.length() : bare.indexOf('.')));
    }
    return names;
  }

  /// The language of the words, over what the page claims: Urdu pages often claim English.
  private static Lang language(PageTree tree, PageKind kind, String claim) {
    var sample = new StringBuilder();
    for (int i = kind.said().nextSetBit(0); i >= 0; i = kind.said().nextSetBit(i + 1)) {
      if (sample.length() > GUESS_MAX_CHARS) {
        break;
      }
      sample.append(tree.lines().get(i).text()).append('\n');
    }
    LanguageGuess.Guess guess = LanguageGuess.of(sample.append(kind.told()).toString());
    if ((guess.lang().isKnown() && guess.confidence() >= GUESS_MIN_CONFIDENCE) || claim.isBlank()) {
      return guess.lang();
    }
    return new Lang(claim);
  }

  /// The claim with its region, where it is about the same language.
  private static Lang claimed(Lang lang, String claim) {
    if (claim.isBlank()) {
      return lang;
    }
    Lang said = new Lang(claim);
    return said.primary().equals(lang.primary()) ? said : lang;
  }

  private static @Nullable Text standfirst(
      PageClues clues, JsonLd data, List<Block> blocks, Lang lang) {
    String text = PageTitle.oneLine(clues.meta("og:description", "description"));
    if (text.isEmpty()) {
      text = PageTitle.oneLine(data.ofArticle("description"));
    }
    boolean cut = text.endsWith("…") || text.endsWith("...") || text.endsWith("[&hellip;]");
    String key = PageTitle.key(text);
    if (key.isEmpty() || cut || PageTitle.key(opening(blocks)).startsWith(key)) {
      return null;
    }
    String whole = Excerpts.of(text, lang, STANDFIRST_MAX_CHARS);
    return new Text(Letters.display(whole, lang), lang);
  }

  private static boolean isPaywalled(PageClues clues, JsonLd data) {
    JsonNode article = data.article();
    JsonNode free = article == null ? null : article.get("isAccessibleForFree");
    if (free != null && "false".equals(free.asString("").toLowerCase(Locale.ROOT))) {
      return true;
    }
    String tier = clues.meta("article:content_tier");
    return tier != null && (tier.equals("locked") || tier.equals("metered"));
  }
}
