package org.tabadla.read;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
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
  private static final Pattern ISO = Pattern.compile("\\d{4}-?\\d\\d-?\\d\\d");
  private static final Duration AHEAD_MAX = Duration.ofDays(2);
  private static final Duration SAME_MAX = Duration.ofHours(38);
  private static final LocalDate FIRST_DAY = LocalDate.of(1994, 1, 1);
  private static final int WORDS_MAX_CHARS = 120;
  private static final int LINES_BELOW_MAX = 6;

  private final PageClues clues;
  private final JsonLd data;
  private final Instant fetched;
  private final ShownDate.Reader reader;
  private final PageZone zone;

  PageDate(PageClues clues, JsonLd data, @Nullable Lang lang, Instant fetched) {
    this.clues = clues;
    this.data = data;
    this.fetched = fetched;
    this.reader = new ShownDate.Reader(lang, fetched, this::isLikely);
    this.zone = PageZone.of(clues, data);
  }

  /// When a page was published and changed.
  record Both(@Nullable Found<Moment> published, @Nullable Found<Moment> modified) {}

  /// What the page states for machines is checked against what it shows its readers: a shown date
  /// of about the same time tells the outlet's zone, one of another day is what the outlet stands
  /// by.
  ///
  /// @param url the page's own address, or null
  Both of(PageTree tree, PageHead head, @Nullable String url) {
    ShownDate shown = ShownDate.of(tree, head, reader);
    Found<Moment> modified = modified();
    modified = modified == null ? shown.updated() : modified;
    Found<Moment> stated = stated();
    Found<Moment> published =
        stated == null ? unstated(tree, head, url, shown) : agreed(stated, shown.whole());
    return new Both(published == null ? modified : published, modified);
  }

  private Found<Moment> agreed(Found<Moment> stated, List<Found<Moment>> shown) {
    Moment said = stated.value();
    Found<Moment> near = null;
    for (Found<Moment> seen : shown) {
      LocalDate read = seen.value().date();
      if (read.equals(said.date())) {
        return stated;
      }
      if (isSwapped(said.date(), read)) {
        return ISO.matcher(stated.words()).lookingAt() ? stated : seen;
      }
      Duration apart = Duration.between(said.at(), seen.value().at()).abs();
      near = near == null && apart.compareTo(SAME_MAX) < 0 ? seen : near;
    }
    if (near != null) {
      // A time that was told in the outlet's own zone has the outlet's day.
      Moment local = PageZone.isOwn(said) ? said : zone.local(said, near.value());
      return local == null ? near : new Found<>(local, stated.rule(), stated.words());
    }
    if (shown.isEmpty()) {
      return stated;
    }
    Moment read = shown.getFirst().value();
    boolean today = Duration.between(read.at(), fetched).abs().compareTo(AHEAD_MAX) < 0;
    return today && read.at().isAfter(said.at()) ? stated : shown.getFirst();
  }

  /// 3/9 and 9/3: one of the two was read the wrong way round.
  private static boolean isSwapped(LocalDate said, LocalDate read) {
    return said.getYear() == read.getYear()
        && said.getMonthValue() == read.getDayOfMonth()
        && said.getDayOfMonth() == read.getMonthValue();
  }

  private @Nullable Found<Moment> stated() {
    Found<Moment> found = json("datePublished");
    if (found == null) {
      found = metas(PUBLISHED_METAS);
    }
    if (found == null) {
      found = property("datePublished");
    }
    return found == null ? json("dateCreated") : found;
  }

  /// Where no meta tells: the head of the article, times, the address, words.
  private @Nullable Found<Moment> unstated(
      PageTree tree, PageHead head, @Nullable String url, ShownDate shown) {
    if (!shown.whole().isEmpty()) {
      return shown.whole().getFirst();
    }
    Found<Moment> found = times(head);
    if (found == null) {
      found = shown.loose();
    }
    if (found == null) {
      found = url == null ? null : address(url);
    }
    if (found == null) {
      found = shown.partial();
    }
    if (found == null) {
      found = words(head);
    }
    return found == null ? below(tree, head) : found;
  }

  private @Nullable Found<Moment> modified() {
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
    for (PageClues.Clue clue : clues.properties()) {
      Element e = clue.element();
      if (e.attr("itemprop").contains(name) && !clues.isElsewhere(e)) {
        String value = e.hasAttr("content") ? e.attr("content") : e.attr("datetime");
        Found<Moment> found = machine(value.isBlank() ? shown(e) : value, "itemprop:" + name);
        if (found != null) {
          return found;
        }
      }
    }
    return null;
  }

  /// Times near the head of the article, then those in no list of other articles.
  private @Nullable Found<Moment> times(PageHead head) {
    Found<Moment> far = null;
    for (PageClues.Clue clue : clues.times()) {
      Element e = clue.element();
      boolean near = head.holds(clue.line());
      if (!near && (far != null || isAside(e))) {
        continue;
      }
      String value = e.attr("datetime");
      Found<Moment> found = value.isBlank() ? null : machine(value, "time@datetime");
      if (found == null) {
        found = human(shown(e), "time");
      }
      if (found != null && near) {
        return found;
      }
      far = far == null ? found : far;
    }
    return far;
  }

  /// Dates of other articles, of comments and of today stand in such places.
  private boolean isAside(Element e) {
    for (Element up = e.parent(); up != null; up = up.parent()) {
      if (up.normalName().equals("li")) {
        return true;
      }
    }
    return clues.isElsewhere(e);
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

  private @Nullable Found<Moment> address(String url) {
    Found<Moment> found = day(url);
    return found != null && isLikely(found.value()) ? found : null;
  }

  /// Elements whose class says date: those near the head wherever they stand in the tree, others
  /// only after it, for what stands before it is often today.
  private @Nullable Found<Moment> words(PageHead head) {
    Found<Moment> after = null;
    for (PageClues.Clue clue : clues.dated()) {
      Element e = clue.element();
      boolean near = head.holds(clue.line());
      boolean usable = near || (after == null && clue.line() >= head.first() && !isAside(e));
      Found<Moment> found = usable ? human(shown(e), "text:date") : null;
      if (found != null && near) {
        return found;
      }
      after = after == null ? found : after;
    }
    return after;
  }

  /// The last lines of the body and those just after it.
  private @Nullable Found<Moment> below(PageTree tree, PageHead head) {
    int from = Math.max(head.first() + 1, head.last() - 1);
    int to = Math.min(tree.lines().size(), head.last() + 1 + LINES_BELOW_MAX);
    for (int i = from; i < to; i++) {
      Line line = tree.lines().get(i);
      if (line.text().length() > WORDS_MAX_CHARS) {
        continue;
      }
      List<DateWords.Part> parts = DateWords.parts(line.text());
      boolean other = parts.stream().anyMatch(part -> part.kind() == DateWords.Kind.OTHER);
      Found<Moment> found = other ? null : human(line.text(), "text:below");
      if (found != null) {
        return found;
      }
    }
    return null;
  }

  private static String shown(Element e) {
    String text = PageClues.brief(e, WORDS_MAX_CHARS);
    return text.isEmpty() ? e.attr("title") : text;
  }

  private @Nullable Found<Moment> machine(String value, String rule) {
    String text = value.strip();
    if (text.isEmpty() || text.length() > WORDS_MAX_CHARS) {
      return null;
    }
    Moment moment = Dates.parse(text, reader.lang(), null).filter(this::isLikely).orElse(null);
    return moment == null ? null : zone.settled(moment, rule, text);
  }

  private @Nullable Found<Moment> human(String value, String rule) {
    if (value.isBlank() || value.length() > WORDS_MAX_CHARS) {
      return null;
    }
    Moment moment = reader.read(value, fetched);
    return moment == null ? null : new Found<>(moment, rule, value.strip());
  }

  private boolean isLikely(Moment moment) {
    return !moment.at().isAfter(fetched.plus(AHEAD_MAX))
        && !moment.at().isBefore(FIRST_DAY.atStartOfDay().toInstant(ZoneOffset.UTC));
  }
}
