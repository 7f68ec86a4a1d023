package org.tabadla.read;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jsoup.nodes.Element;
import org.jspecify.annotations.Nullable;
import org.tabadla.language.Dates;
import org.tabadla.model.Found;
import org.tabadla.model.Lang;
import org.tabadla.model.Moment;

/// Finds when the outlet published a page and when it changed it, and says by which rule: JSON-LD,
/// metas, microdata, `<time>`, the address, words near the headline.
final class PageDate {
  private static final String[] PUBLISHED_METAS = {
    "article:published_time",
    "og:article:published_time",
    "og:published_time",
    "datepublished",
    "article:published",
    "article.published",
    "parsely-pub-date",
    "sailthru.date",
    "dc.date.issued",
    "dcterms.issued",
    "dcterms.created",
    "dc.date.created",
    "dc.date",
    "dcterms.date",
    "pubdate",
    "publishdate",
    "publish-date",
    "publish_date",
    "pub_date",
    "published_at",
    "published_time",
    "publication_date",
    "publicationdate",
    "published",
    "date.created",
    "date.available",
    "cxenseparse:recs:publishtime",
    "cxenseparse:publishtime",
    "cxenseparse:recs:published_time",
    "content:publishdate",
    "prism.publicationdate",
    "citation_publication_date",
    "citation_date",
    "iso-8601-publish-date",
    "og:publish_date",
    "og:pubdate",
    "rnews:datepublished",
    "article:publicationdate",
    "article:created_at",
    "originalpublicationdate",
    "article_date_original",
    "article:published:time",
    "datecreated",
    "ya:ovs:upload_date",
    "date",
    "created",
    "search:contentdate",
    "search_date",
    "article.created",
    "date-pub",
    "dateissued",
    "doc_date",
    "weibo:article:create_at",
    "bt:pubdate",
    "dc:date",
    "dc.dates",
    "eomportal-lastupdate",
  };
  private static final String[] MODIFIED_METAS = {
    "article:modified_time",
    "og:updated_time",
    "og:article:modified_time",
    "datemodified",
    "last_modified",
    "last-modified",
    "dcterms.modified",
    "date.modified",
    "date.updated",
    "last_updated_date",
    "lastmod",
    "article:modified",
    "dc.date.modified",
    "revised",
  };
  private static final Pattern URL_DAY =
      Pattern.compile(
          "[/_.-]((?:19|20)\\d\\d)[/_.-]?(0[1-9]|1[0-2])[/_.-]?(0[1-9]|[12]\\d|3[01])(?=\\D|$)");
  private static final Pattern URL_SLASHED =
      Pattern.compile("/((?:19|20)\\d\\d)/(\\d{1,2})/(\\d{1,2})/");
  private static final Pattern DIGIT = Pattern.compile("\\p{Nd}|[一二三四五六七八九〇]");
  private static final Duration AHEAD_MAX = Duration.ofDays(2);
  private static final LocalDate FIRST_DAY = LocalDate.of(1994, 1, 1);
  private static final int WORDS_MAX_CHARS = 120;
  private static final int LINES_AROUND_MAX = 12;

  private final PageClues clues;
  private final JsonLd data;
  private final @Nullable Lang lang;
  private final Instant fetched;

  PageDate(PageClues clues, JsonLd data, @Nullable Lang lang, Instant fetched) {
    this.clues = clues;
    this.data = data;
    this.lang = lang;
    this.fetched = fetched;
  }

  /// @param tree the lines, of which those just before the body often tell a date
  /// @param url the page's own address, or null
  @Nullable Found<Moment> published(PageTree tree, PageBody body, @Nullable String url) {
    Found<Moment> found = json("datePublished");
    if (found == null) {
      found = metas(PUBLISHED_METAS);
    }
    if (found == null) {
      found = property("datePublished");
    }
    if (found == null) {
      found = json("dateCreated");
    }
    if (found == null) {
      found = times();
    }
    if (found == null) {
      found = address(url);
    }
    if (found == null) {
      found = words(clues.dated());
    }
    if (found == null) {
      found = lines(tree, body);
    }
    return found == null ? modified() : found;
  }

  @Nullable Found<Moment> modified() {
    Found<Moment> found = json("dateModified");
    if (found == null) {
      found = metas(MODIFIED_METAS);
    }
    return found == null ? property("dateModified") : found;
  }

  private @Nullable Found<Moment> json(String key) {
    String value = data.ofArticle(key);
    Found<Moment> found = value == null ? null : machine(value, "jsonld:" + key);
    if (found == null) {
      String page = data.ofPage(key);
      found = page == null ? null : machine(page, "jsonld:WebPage." + key);
    }
    return found;
  }

  private @Nullable Found<Moment> metas(String[] names) {
    for (String name : names) {
      for (String value : clues.metas(name)) {
        Found<Moment> found = machine(value, "meta:" + name);
        if (found != null) {
          return found;
        }
      }
    }
    return null;
  }

  private @Nullable Found<Moment> property(String name) {
    for (Element e : clues.properties()) {
      if (e.attr("itemprop").contains(name)) {
        String value = e.hasAttr("content") ? e.attr("content") : e.attr("datetime");
        Found<Moment> found = machine(value.isBlank() ? shown(e) : value, "itemprop:" + name);
        if (found != null) {
          return found;
        }
      }
    }
    return null;
  }

  private @Nullable Found<Moment> times() {
    Found<Moment> found = times(e -> e.hasAttr("pubdate") || e.className().contains("publish"));
    if (found == null) {
      found = times(e -> !isAside(e));
    }
    return found;
  }

  private @Nullable Found<Moment> times(Predicate<Element> wanted) {
    for (Element e : clues.times()) {
      if (wanted.test(e)) {
        String value = e.attr("datetime");
        Found<Moment> found = value.isBlank() ? null : machine(value, "time@datetime");
        if (found == null) {
          found = human(shown(e), "time");
        }
        if (found != null) {
          return found;
        }
      }
    }
    return null;
  }

  /// Dates of other articles, of comments and of today stand in such places.
  private static boolean isAside(Element e) {
    for (Element up = e.parent(); up != null; up = up.parent()) {
      switch (up.normalName()) {
        case "aside", "nav", "footer", "li" -> {
          return true;
        }
        default -> {}
      }
    }
    return false;
  }

  /// @return the day that an address such as `/2025/07/11/` names
  static @Nullable Found<Moment> day(String url) {
    Matcher m = URL_SLASHED.matcher(url);
    if (!m.find()) {
      m = URL_DAY.matcher(url);
      if (!m.find()) {
        return null;
      }
    }
    try {
      LocalDate day =
          LocalDate.of(
              Integer.parseInt(m.group(1)),
              Integer.parseInt(m.group(2)),
              Integer.parseInt(m.group(3)));
      return new Found<>(Moment.day(day), "url", m.group());
    } catch (java.time.DateTimeException e) {
      return null; // digits that are no day
    }
  }

  private @Nullable Found<Moment> address(@Nullable String url) {
    Found<Moment> found = url == null ? null : day(url);
    return found != null && isLikely(found.value()) ? found : null;
  }

  private @Nullable Found<Moment> words(List<Element> elements) {
    for (Element e : elements) {
      if (!isAside(e)) {
        Found<Moment> found = human(shown(e), "text:date");
        if (found != null) {
          return found;
        }
      }
    }
    return null;
  }

  /// The short lines before and after the body, nearest first.
  private @Nullable Found<Moment> lines(PageTree tree, PageBody body) {
    int first = body.lines().nextSetBit(0);
    int last = body.lines().length();
    for (int i = first - 1; i >= 0 && i >= first - LINES_AROUND_MAX; i--) {
      Found<Moment> found = human(tree.lines().get(i).text(), "text:byline");
      if (found != null) {
        return found;
      }
    }
    for (int i = Math.max(last, 0);
        i < tree.lines().size() && i < last + LINES_AROUND_MAX / 2;
        i++) {
      Found<Moment> found = human(tree.lines().get(i).text(), "text:below");
      if (found != null) {
        return found;
      }
    }
    return null;
  }

  private static String shown(Element e) {
    String text = e.text();
    return text.isBlank() ? e.attr("title") : text;
  }

  private @Nullable Found<Moment> machine(String value, String rule) {
    return found(value, rule, null);
  }

  private @Nullable Found<Moment> human(String value, String rule) {
    return found(value, rule, fetched);
  }

  private @Nullable Found<Moment> found(String value, String rule, @Nullable Instant now) {
    if (value.isBlank() || value.length() > WORDS_MAX_CHARS || !DIGIT.matcher(value).find()) {
      return null;
    }
    Optional<Moment> moment = Dates.parse(value, lang, now);
    return moment.filter(this::isLikely).map(m -> new Found<>(m, rule, value.strip())).orElse(null);
  }

  private boolean isLikely(Moment moment) {
    return !moment.at().isAfter(fetched.plus(AHEAD_MAX))
        && !moment.at().isBefore(FIRST_DAY.atStartOfDay().toInstant(ZoneOffset.UTC));
  }
}
