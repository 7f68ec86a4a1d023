package org.tabadla.press;

import java.net.URLEncoder;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.Base64;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.IntStream;
import org.tabadla.model.Bytes;

/// Makes everything that one outlet serves in one edition.
final class Newsroom {
  private static final int RELATED = 4;
  private static final int LONGEST_SUMMARY_CHARS = 220;

  private final Masthead outlet;
  private final Outlet served;
  private final List<Piece> pieces;
  private final Instant newest;
  private final Map<String, Answer> answers = new LinkedHashMap<>();

  private Newsroom(Masthead outlet, Outlet served, List<Piece> pieces) {
    this.outlet = outlet;
    this.served = served;
    this.pieces = pieces;
    this.newest =
        pieces.stream().map(Piece::modified).max(Comparator.naturalOrder()).orElse(Instant.EPOCH);
  }

  /// @param edition from 1; of each article, its latest file up to this edition is served
  /// @return answers by path, with its query where it has one; `404` answers all other paths
  static Map<String, Answer> edition(Masthead outlet, Outlet served, int edition) {
    var room = new Newsroom(outlet, served, chosen(outlet.pieces(), edition));
    room.articles();
    room.listings();
    room.feeds();
    room.rest();
    return room.answers;
  }

  static List<Piece> chosen(List<Piece> all, int edition) {
    var chosen = new LinkedHashMap<String, Piece>();
    for (Piece piece : all) {
      if (piece.edition() <= edition) {
        chosen.merge(piece.slug(), piece, (a, b) -> a.edition() >= b.edition() ? a : b);
      }
    }
    return List.copyOf(chosen.values());
  }

  private void articles() {
    for (Piece piece : pieces) {
      Template page = Template.of(outlet.folder() + "/" + piece.template());
      Fields fields = article(piece);
      List<Fields> parts = new Parts(outlet, served, piece).fields();
      html(piece.path(), page.fill(fields.putAll(parts.getFirst())), piece.modified());
      for (int n = 2; n <= parts.size(); n++) {
        Fields part = article(piece).putAll(parts.get(n - 1));
        html(Parts.path(piece, n), page.fill(part), piece.modified());
      }
      outlet
          .manners()
          .maybe("amp")
          .ifPresent(amp ->
              html(
                  piece.path() + "/amp",
                  Template.of(outlet.folder() + "/" + amp).fill(fields),
                  piece.modified()));
    }
  }

  private void listings() {
    Template list = Template.of(outlet.folder() + "/list.html");
    html("/", list.fill(listing(outlet.name(), pieces)), newest);
    var byTag = new LinkedHashMap<String, List<Piece>>();
    for (Piece piece : pieces) {
      piece
          .keywords()
          .forEach(tag -> byTag.computeIfAbsent(tag, _ -> new ArrayList<>()).add(piece));
      piece
          .file()
          .maybe("section")
          .ifPresent(section -> byTag.computeIfAbsent(section, _ -> new ArrayList<>()).add(piece));
    }
    byTag.forEach((tag, tagged) -> html(tagPath(tag), list.fill(listing(tag, tagged)), newest));
  }

  private void feeds() {
    List<Fields> items = new ArrayList<>(pieces.stream().map(this::article).toList());
    outlet.manners().rows("entry").forEach(row -> items.add(2, entry(row.get(0), row.get(1))));
    Fields fields = shared(outlet.name()).list("items", items);
    for (List<String> feed : outlet.manners().rows("feed")) {
      String text = Template.of(outlet.folder() + "/" + feed.get(1)).fill(fields);
      Charset charset = Charset.forName(feed.get(3));
      answers.put(
          feed.get(0), Answer.Leaf.of(feed.get(2), bytes(feed.getFirst(), text, charset), newest));
    }
  }

  /// Photographs are shipped as Base64, everything else as a template of text.
  private byte[] body(String path) {
    String text = Shipped.text(path);
    return path.endsWith(".b64")
        ? Base64.getMimeDecoder().decode(text)
        : Template.parse(path, text).fill(shared("")).getBytes(StandardCharsets.UTF_8);
  }

  private void rest() {
    for (List<String> file : outlet.manners().rows("file")) {
      answers.put(file.get(0), Answer.Leaf.of(file.get(2), body(file.get(1)), newest));
    }
    outlet.manners().rows("moved").forEach(m -> answers.put(m.get(0), new Answer.Moved(m.get(1))));
    String lost =
        "<!DOCTYPE html><title>404 - "
            + outlet.host()
            + "</title><h1>404</h1><p>Not found. <a href=\"/\">"
            + outlet.host()
            + "</a></p>";
    answers.put(
        "404", new Answer.Missing(outlet.type(), new Bytes(lost.getBytes(outlet.charset()))));
  }

  private void html(String path, String text, Instant modified) {
    answers.put(path, Answer.Leaf.of(outlet.type(), bytes(path, text, outlet.charset()), modified));
  }

  private Fields shared(String title) {
    return new Fields()
        .put("title", title)
        .put("site", outlet.name())
        .put("host", outlet.host())
        .put("origin", served.origin())
        .put("lang", outlet.lang())
        .put("newest.iso", newest.toString())
        .put("newest.rfc", rfc(newest))
        .put("newest.words", outlet.inWords(newest))
        .list("latest", pieces.stream().limit(RELATED).map(this::link).toList());
  }

  private Fields listing(String title, List<Piece> listed) {
    return shared(title).list("items", listed.stream().map(this::article).toList());
  }

  private Fields link(Piece piece) {
    return new Fields()
        .put("headline", typed(piece, piece.headline()))
        .put("summary", typed(piece, excerpt(piece.summary())))
        .put("path", piece.path())
        .put("url", served.origin() + piece.path())
        .put("date.words", outlet.inWords(piece.published()))
        .put("date.iso", iso(piece.published()))
        .put("date.rfc", rfc(piece.published()));
  }

  /// Something in the feed that is no article.
  private Fields entry(String path, String title) {
    return shared(title)
        .put("headline", title)
        .put("path", path)
        .put("url", served.origin() + path)
        .put("id", Piece.id(path))
        .put("summary", title)
        .put("body", title)
        .put("author", outlet.name())
        .put("date.words", outlet.inWords(newest))
        .put("date.iso", iso(newest))
        .put("date.rfc", rfc(newest))
        .put("modified.iso", iso(newest))
        .list("tags", List.of());
  }

  private Fields article(Piece piece) {
    FrontMatter file = piece.file();
    boolean paid = file.maybe("paywall").isPresent();
    List<String> blocks =
        piece.spoken().stream().map(b -> typed(piece, b)).limit(paid ? 1 : Long.MAX_VALUE).toList();
    Prose prose = Prose.valueOf(outlet.manners().value("body").toUpperCase(Locale.ROOT));
    Fields fields =
        shared(piece.headline())
            .putAll(link(piece))
            .put("id", Piece.id(piece.slug()))
            .put("author", file.value("author", outlet.manners().value("desk", outlet.name())))
            .put("section", file.value("section", ""))
            .put("section.path", tagPath(file.value("section", "")))
            .put("agency", file.value("agency", ""))
            .put("dateline", typed(piece, file.value("dateline", "")))
            .put("modified.iso", iso(piece.modified()))
            .put("modified.words", outlet.inWords(piece.modified()))
            .put("body", prose.set(blocks, outlet.manners().value("interrupt", "")))
            .when("agencies", file.maybe("agency").isPresent())
            .when("datelines", file.maybe("dateline").isPresent())
            .when("authors", file.maybe("author").isPresent())
            .when("updated", file.maybe("modified").isPresent())
            .when("paid", paid)
            .when("free", !paid);
    fields.list("tags", piece.keywords().stream().map(Newsroom::tag).toList());
    fields.list("pictures", file.rows("picture").stream().map(this::picture).toList());
    fields.list("related", related(piece));
    return fields;
  }

  private List<Fields> related(Piece piece) {
    int at = pieces.indexOf(piece);
    return IntStream.rangeClosed(1, Math.min(RELATED, pieces.size() - 1))
        .mapToObj(step -> link(pieces.get((at + step) % pieces.size())))
        .toList();
  }

  private static Fields tag(String word) {
    return new Fields().put("tag", word).put("tag.path", tagPath(word));
  }

  private Fields picture(List<String> row) {
    return new Fields()
        .put("picture", "/img/" + row.get(0))
        .put("picture.url", served.origin() + "/img/" + row.get(0))
        .put("caption", row.size() > 1 ? row.get(1) : "");
  }

  static String tagPath(String word) {
    return "/tag/" + URLEncoder.encode(word, StandardCharsets.UTF_8).replace("+", "%20");
  }

  private static String typed(Piece piece, String text) {
    return piece.file().value("letters", "").equals("old") ? Typing.old(text) : text;
  }

  /// Cuts as feeds do: at a fixed length, wherever that falls.
  private static String excerpt(String text) {
    return text.length() <= LONGEST_SUMMARY_CHARS
        ? text
        : text.substring(0, LONGEST_SUMMARY_CHARS) + " […]";
  }

  private String iso(Instant moment) {
    return DateTimeFormatter.ISO_OFFSET_DATE_TIME.format(
        moment.atZone(outlet.zone()).toOffsetDateTime());
  }

  private static String rfc(Instant moment) {
    return DateTimeFormatter.RFC_1123_DATE_TIME.format(moment.atOffset(ZoneOffset.UTC));
  }

  /// @throws IllegalStateException when the charset lacks a letter: a bug in a shipped file, not a
  ///   `?` on a page
  private byte[] bytes(String path, String text, Charset charset) {
    try {
      ByteBuffer encoded = charset.newEncoder().encode(CharBuffer.wrap(text));
      byte[] bytes = new byte[encoded.remaining()];
      encoded.get(bytes);
      return bytes;
    } catch (CharacterCodingException e) {
      throw new IllegalStateException(
          "[press] " + outlet.host() + path + " has a letter that " + charset + " lacks", e);
    }
  }
}
