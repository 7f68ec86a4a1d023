package org.tabadla.press;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZonedDateTime;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;

/// One edition of one article, from its file.
///
/// Keys: `event` (gold, never served), `headline`, `published` and maybe `modified` (ISO 8601 with
/// offset); maybe `summary`, `author`, `section`, `keywords`, `agency`, `dateline`, `picture: file
/// | caption`, `folder`, `paywall: yes`, `letters: old` (typed with the old keyboard), and gold
/// again: `follows` (an earlier event), `wire` (the agency text it copies). For pages that are no
/// plain article: `template` (another file than `page.html`), `slide: file | credit` for each block
/// of a gallery, `video: path | ISO 8601 duration`; see [Parts] for live blogs and several pages.
///
/// @param slug the file's name without `.txt` and without its edition
/// @param edition from 1; `slug@2.txt` replaces `slug.txt` when the second edition comes out
/// @param path from the root, as its outlet forms addresses
record Piece(String slug, int edition, String path, FrontMatter file) {
  private static final Pattern BLANK_LINE = Pattern.compile("\n\\s*\n");
  private static final int FIRST_ID = 10_000;
  private static final int IDS = 89_999;

  static Piece read(Masthead outlet, String line) {
    int at = line.indexOf('@');
    String slug = at < 0 ? line : line.substring(0, at);
    int edition = at < 0 ? 1 : Integer.parseInt(line.substring(at + 1));
    FrontMatter file = FrontMatter.read(outlet.folder() + "/articles/" + line + ".txt");
    return new Piece(slug, edition, path(outlet, slug, file), file);
  }

  private static String path(Masthead outlet, String slug, FrontMatter file) {
    ZonedDateTime day =
        OffsetDateTime.parse(file.value("published")).atZoneSameInstant(outlet.zone());
    return outlet
        .manners()
        .value("path")
        .replace("{slug}", slug)
        .replace("{id}", id(slug))
        .replace("{folder}", file.value("folder", outlet.manners().value("folder", "news")))
        .replace("{yyyy}", String.format(Locale.ROOT, "%04d", day.getYear()))
        .replace("{mm}", String.format(Locale.ROOT, "%02d", day.getMonthValue()))
        .replace("{dd}", String.format(Locale.ROOT, "%02d", day.getDayOfMonth()));
  }

  /// @return a number as content systems give them, the same on every machine
  static String id(String slug) {
    return Integer.toString(FIRST_ID + Math.floorMod(slug.hashCode(), IDS));
  }

  String headline() {
    return file.value("headline");
  }

  String event() {
    return file.value("event");
  }

  Instant published() {
    return OffsetDateTime.parse(file.value("published")).toInstant();
  }

  Instant modified() {
    return file.maybe("modified")
        .map(value -> OffsetDateTime.parse(value).toInstant())
        .orElseGet(this::published);
  }

  List<String> keywords() {
    return Arrays.stream(file.value("keywords", "").split("[,،]", -1))
        .map(String::strip)
        .filter(word -> !word.isEmpty())
        .toList();
  }

  String template() {
    return file.value("template", "page.html");
  }

  /// @return the blocks without the marks of entries and of page ends
  List<String> spoken() {
    return blocks().stream()
        .filter(block -> !block.equals(Parts.PAGE_END))
        .map(block -> Parts.entry(block).map(Parts.Entry::whole).orElse(block))
        .toList();
  }

  /// @return the body's blocks: paragraphs, `## ` headings, `> ` quotes, `| ` rows of a table
  List<String> blocks() {
    return BLANK_LINE.splitAsStream(file.text()).map(String::strip).toList();
  }

  String summary() {
    return file.value("summary", blocks().getFirst().replace('\n', ' '));
  }
}
