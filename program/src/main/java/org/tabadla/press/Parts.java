package org.tabadla.press;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;

/// What a page of a piece has beside its body: the entries of a live blog (blocks that begin with
/// `@14:05 Title`, the text on the next line), the pictures of a gallery, a video, and the numbers
/// of an article's pages (parted by `---`).
record Parts(Masthead outlet, Outlet served, Piece piece) {
  static final String PAGE_END = "---";
  private static final Pattern ENTRY =
      Pattern.compile("@(\\d\\d:\\d\\d) ([^\\n]*)\\n(.*)", Pattern.DOTALL);

  /// One entry of a live blog.
  record Entry(LocalTime at, String title, String text) {
    String whole() {
      return title + ": " + text;
    }
  }

  static Optional<Entry> entry(String block) {
    Matcher m = ENTRY.matcher(block);
    return m.matches()
        ? Optional.of(
            new Entry(LocalTime.parse(m.group(1)), m.group(2).strip(), m.group(3).strip()))
        : Optional.empty();
  }

  /// @param page from 1
  static String path(Piece piece, int page) {
    return page == 1 ? piece.path() : piece.path() + "?page=" + page;
  }

  /// @return what fills the template, page by page
  List<Fields> fields() {
    List<List<String>> pages = pages();
    return IntStream.rangeClosed(1, pages.size()).mapToObj(page -> fields(pages, page)).toList();
  }

  private List<List<String>> pages() {
    var pages = new ArrayList<List<String>>();
    pages.add(new ArrayList<>());
    for (String block : piece.blocks()) {
      if (block.equals(PAGE_END)) {
        pages.add(new ArrayList<>());
      } else {
        pages.getLast().add(block);
      }
    }
    return pages;
  }

  private Fields fields(List<List<String>> pages, int page) {
    var fields = new Fields();
    boolean several = pages.size() > 1;
    if (several) {
      Prose prose = Prose.valueOf(outlet.manners().value("body").toUpperCase(Locale.ROOT));
      fields.put("body", prose.set(pages.get(page - 1), ""));
    }
    fields.put("words", String.join(" ", piece.spoken()));
    fields.put("page.number", Integer.toString(page));
    fields.put("page.count", Integer.toString(pages.size()));
    fields.when("pager", several);
    fields.list(
        "pages",
        IntStream.rangeClosed(1, pages.size())
            .filter(n -> n != page)
            .mapToObj(n ->
                new Fields().put("label", Integer.toString(n)).put("page.path", path(piece, n)))
            .toList());
    fields.list("following", page < pages.size() ? List.of(next(page + 1)) : List.of());
    fields.list("entries", entries());
    fields.list("slides", slides());
    fields.list("videos", piece.file().rows("video").stream().map(this::video).toList());
    return fields;
  }

  private Fields next(int page) {
    return new Fields().put("page.path", path(piece, page));
  }

  private List<Fields> entries() {
    LocalDate day = piece.published().atZone(outlet.zone()).toLocalDate();
    return piece.blocks().stream()
        .flatMap(block -> entry(block).stream())
        .map(entry -> {
          Instant at = day.atTime(entry.at()).atZone(outlet.zone()).toInstant();
          return new Fields()
              .put("entry.time", entry.at().toString())
              .put("entry.iso", at.toString())
              .put("entry.title", entry.title())
              .put("entry.text", entry.text());
        })
        .toList();
  }

  private List<Fields> slides() {
    List<List<String>> rows = piece.file().rows("slide");
    return IntStream.range(0, rows.size())
        .mapToObj(i ->
            new Fields()
                .put("slide", "/img/" + rows.get(i).get(0))
                .put("slide.credit", rows.get(i).get(1))
                .put("slide.caption", piece.blocks().get(i)))
        .toList();
  }

  private Fields video(List<String> row) {
    return new Fields()
        .put("video.url", served.origin() + row.get(0))
        .put("video.duration", row.get(1));
  }
}
