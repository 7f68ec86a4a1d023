package org.tabadla.fuzz;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.tabadla.address.Address;
import org.tabadla.language.Dates;
import org.tabadla.model.Article;
import org.tabadla.model.Block;
import org.tabadla.model.Lang;
import org.tabadla.model.Moment;
import org.tabadla.model.Page;
import org.tabadla.model.Reading;
import org.tabadla.model.SourceId;
import org.tabadla.read.Charsets;
import org.tabadla.read.FeedContent;
import org.tabadla.read.FeedEntry;
import org.tabadla.read.FeedReader;
import org.tabadla.read.FeedReading;
import org.tabadla.read.PageReader;
import org.tabadla.read.PageReport;

/// What each reader promises whatever it is given; more than that it throws nothing.
final class Checks {
  private static final SourceId FOLDER = new SourceId("folder");
  private static final Instant FETCHED = Instant.parse("2025-07-12T06:00:00Z");
  private static final int FIRST_YEAR = 1500;
  private static final int LAST_YEAR = 9999;
  private static final int ENTRIES_MAX = 20_000;

  /// The names of the WHATWG Encoding Standard that can be decoded, and those that only XML knows.
  private static final Set<String> CHARSETS =
      Set.of(
          ("utf-8 ibm866 iso-8859-2 iso-8859-3 iso-8859-4 iso-8859-5 iso-8859-6 iso-8859-7"
                  + " iso-8859-8 iso-8859-8-i iso-8859-10 iso-8859-13 iso-8859-14 iso-8859-15"
                  + " iso-8859-16 koi8-r koi8-u macintosh windows-874 windows-1250 windows-1251"
                  + " windows-1252 windows-1253 windows-1254 windows-1255 windows-1256"
                  + " windows-1257 windows-1258 x-mac-cyrillic gbk gb18030 big5 euc-jp iso-2022-jp"
                  + " shift_jis euc-kr utf-16be utf-16le")
              .split(" "));

  private static final Set<String> XML_CHARSETS =
      Set.of("us-ascii", "iso-8859-1", "utf-32le", "utf-32be");

  private static final Pattern TAG = Pattern.compile("<[^>]*>");
  private static final Pattern ACTIVE =
      Pattern.compile(
          "^</?(script|style|iframe|object|embed|form|input|link|meta|base|svg|math)\\b|\\son\\w+\\s*=|=\\s*[\"']?\\s*(javascript|vbscript|data)\\s*:");

  private Checks() {}

  static void read(FuzzInput input) {
    String url = Address.web(Objects.requireNonNullElse(input.header("url"), ""), null);
    var page = new Page(url, input.header("content-type"), input.body(), FETCHED);
    PageReport report = PageReader.report(page, FOLDER);
    if (report.charset() != null) {
      Promise.that(CHARSETS.contains(report.charset()), "charset " + report.charset());
    }
    switch (report.reading()) {
      case Reading.Read(var article) -> article(article, report);
      case Reading.NotAnArticle(var why) -> reason(why);
      case Reading.Unreadable(var why) -> reason(why);
    }
  }

  private static void reason(String why) {
    Promise.that(!why.isBlank() && why.indexOf('\n') < 0, "a reason in one line: " + why);
  }

  private static void article(Article article, PageReport report) {
    Promise.that(!article.title().isBlank(), "a title of an article");
    boolean moves =
        article.body().stream()
            .anyMatch(b -> b instanceof Block.Video || b instanceof Block.Gallery);
    Promise.that(moves || !article.text().isBlank(), "a body of an article");
    Promise.that(report.charset() != null, "a charset of an article");
    Promise.shown("title", article.title().value());
    Promise.whole("title as written", report.title());
    Promise.whole("text as written", report.text());
    Promise.shown("standfirst", article.standfirst() == null ? null : article.standfirst().value());
    Promise.shown("site", article.site());
    article.authors().forEach(author -> Promise.shown("author", author.value()));
    article.tags().forEach(tag -> Promise.shown("tag", tag));
    article.body().forEach(Checks::block);
    if (article.image() != null) {
      block(article.image());
    }
    Promise.that(
        article.url().startsWith("file:") || Address.web(article.url(), null) != null,
        "an address of an article: " + article.url());
    if (article.published() != null) {
      moment(article.published().value());
    }
    if (article.modified() != null) {
      moment(article.modified().value());
    }
  }

  private static void block(Block block) {
    switch (block) {
      case Block.Picture picture -> picture(picture);
      case Block.Heading(var level, var text) -> {
        Promise.that(level >= 2 && level <= 6, "a heading of level " + level);
        said("heading", text);
      }
      case Block.Paragraph(var text) -> said("paragraph", text);
      case Block.Quote(var text) -> said("quote", text);
      case Block.Listing(var _, var items) -> items.forEach(item -> said("item", item));
      case Block.Table(var rows) -> rows.forEach(row -> row.forEach(c -> Promise.shown("cell", c)));
      case Block.Entry(var at, var title, var blocks) -> {
        if (at != null) {
          moment(at.value());
        }
        Promise.shown("entry", title);
        blocks.forEach(Checks::block);
      }
      case Block.Gallery(var pictures) -> pictures.forEach(Checks::picture);
      case Block.Video(var url, var _, var poster) -> {
        optional("video", url);
        optional("still", poster);
      }
      case Block.Continued(var _, var _, var addresses) ->
          addresses.forEach(address -> Promise.web("further page", address));
    }
  }

  private static void picture(Block.Picture picture) {
    Promise.web("picture", picture.url());
    Promise.shown("caption", picture.caption());
    Promise.shown("credit", picture.credit());
  }

  private static void optional(String what, @Nullable String url) {
    if (url != null) {
      Promise.web(what, url);
    }
  }

  private static void said(String what, String text) {
    Promise.that(!text.isBlank(), "words in a " + what);
    Promise.shown(what, text);
  }

  private static void moment(Moment moment) {
    int year = moment.date().getYear();
    Promise.that(year >= FIRST_YEAR && year <= LAST_YEAR, "a date within limits: " + moment);
  }

  static void feed(FuzzInput input) {
    String url = Address.web(Objects.requireNonNullElse(input.header("url"), ""), null);
    var page = new Page(url, input.header("content-type"), input.body(), FETCHED);
    switch (FeedReader.read(page, Map.copyOf(input.headers()))) {
      case FeedReading.NoFeed(var why) -> reason(why);
      case FeedReading.FeedRead(var feed) -> feed(feed);
    }
  }

  private static void feed(FeedContent feed) {
    Promise.that(feed.entries().size() <= ENTRIES_MAX, "entries: " + feed.entries().size());
    Promise.whole("title", feed.title());
    Promise.whole("author", feed.author());
    harmless("description", feed.description());
    for (FeedEntry entry : feed.entries()) {
      Promise.whole("title", entry.title());
      Promise.whole("author", entry.author());
      entry.categories().forEach(category -> Promise.whole("category", category));
      harmless("content", entry.content());
      harmless("summary", entry.summary());
    }
  }

  /// Nothing that a browser would run.
  private static void harmless(String what, @Nullable String html) {
    if (html == null) {
      return;
    }
    Promise.whole(what, html);
    Matcher tag = TAG.matcher(html);
    while (tag.find()) {
      String said = tag.group().toLowerCase(Locale.ROOT);
      Promise.that(!ACTIVE.matcher(said).find(), what + " is active: " + said);
    }
  }

  static void date(FuzzInput input) {
    String tag = input.header("lang");
    Lang lang = tag == null || tag.isBlank() ? null : new Lang(tag);
    String text = new String(input.body().array(), StandardCharsets.UTF_8);
    Optional<Moment> read = Dates.parse(text, lang, input.now());
    read.ifPresent(moment -> {
      moment(moment);
      if (moment.precision() == Moment.Precision.DAY) {
        LocalDate day = moment.at().atZone(ZoneOffset.UTC).toLocalDate();
        Promise.that(Moment.day(day).equals(moment), "a day at midnight: " + moment);
      }
    });
  }

  static void charset(FuzzInput input) {
    byte[] body = input.body().array();
    for (Charsets.Kind kind : Charsets.Kind.values()) {
      String name = Charsets.detect(body, input.header("content-type"), kind);
      boolean known = CHARSETS.contains(name);
      boolean asXml = kind == Charsets.Kind.XML && XML_CHARSETS.contains(name);
      Promise.that(known || asXml, "a known name: " + name);
      Promise.whole("text", Charsets.decode(body, name));
      if (isUtf8(body)) {
        Promise.that(
            List.of("utf-8", "utf-16le", "utf-16be").contains(name), "valid UTF-8 as " + name);
      }
    }
  }

  /// Valid UTF-8 with letters beyond ASCII.
  private static boolean isUtf8(byte[] body) {
    try {
      String text = StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(body)).toString();
      return text.chars().anyMatch(c -> c > 0x7F) && text.indexOf('\0') < 0;
    } catch (CharacterCodingException e) {
      return false;
    }
  }
}
