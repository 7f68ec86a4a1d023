package org.tabadla.collect;

import java.io.IOException;
import java.io.InputStream;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.netpreserve.jwarc.HttpResponse;
import org.netpreserve.jwarc.MessageHeaders;
import org.netpreserve.jwarc.WarcReader;
import org.netpreserve.jwarc.WarcRecord;
import org.netpreserve.jwarc.WarcResource;
import org.netpreserve.jwarc.WarcResponse;
import org.netpreserve.jwarc.WarcTargetRecord;
import org.tabadla.model.Bytes;
import org.tabadla.model.Page;

/// The pages in a WARC file (ISO 28500), packed or not: the bodies of its `response` and `resource`
/// records, with transfer and content codings undone.
final class WarcPages implements Iterator<WarcPages.Item>, AutoCloseable {
  /// The target of a page that does not say where it came from.
  static final String NO_ADDRESS = "urn:tabadla:saved-page";

  /// The type of a page that does not say what it is.
  static final String NO_TYPE = "application/octet-stream";

  /// Headers of our own that carry the notes kept with a page.
  static final String NOTE_PREFIX = "tabadla-";

  private static final int STATUS_OK = 200;

  private final WarcReader reader;
  private final int pageLimitBytes;
  private final boolean htmlOnly;
  private boolean ended;

  /// Whether the last record was told to be bad: when reading on fails, it is for the same fault.
  private boolean broken;

  private @Nullable Item next;

  /// @param in closed with this
  /// @param pageLimitBytes the largest page, unpacked
  /// @param htmlOnly whether to pass over what is no HTML page
  WarcPages(InputStream in, int pageLimitBytes, boolean htmlOnly) throws IOException {
    this.reader = new WarcReader(in);
    this.pageLimitBytes = pageLimitBytes;
    this.htmlOnly = htmlOnly;
  }

  /// What stands at an offset.
  sealed interface Item {
    long offset();

    record Whole(long offset, Page page, int status, Map<String, String> notes) implements Item {}

    record Bad(long offset, String why) implements Item {}
  }

  @Override
  public boolean hasNext() {
    while (next == null && !ended) {
      next = advance();
    }
    return next != null;
  }

  @Override
  public Item next() {
    Item now = hasNext() ? next : null;
    if (now == null) {
      throw new NoSuchElementException();
    }
    next = null;
    return now;
  }

  private @Nullable Item advance() {
    Optional<WarcRecord> record;
    try {
      record = reader.next();
    } catch (IOException | RuntimeException e) {
      ended = true; // what follows a broken record cannot be told apart
      return broken ? null : new Item.Bad(reader.position(), why(e));
    }
    if (record.isEmpty()) {
      ended = true;
      return null;
    }
    Item item = record.get() instanceof WarcTargetRecord target ? item(target) : null;
    broken = item instanceof Item.Bad;
    return item;
  }

  private @Nullable Item item(WarcTargetRecord record) {
    long offset = record.position();
    try {
      return switch (record) {
        case WarcResponse response -> response(offset, response);
        case WarcResource resource -> resource(offset, resource);
        default -> null;
      };
    } catch (Unpacking.TooLarge e) {
      return new Item.Bad(
          offset, "page passes the limit of " + Lines.size(pageLimitBytes) + "; " + Bodies.REMEDY);
    } catch (IOException | RuntimeException e) {
      // jwarc throws unchecked exceptions for dates and numbers that it cannot read.
      return new Item.Bad(offset, why(e));
    }
  }

  private @Nullable Item response(long offset, WarcResponse record) throws IOException {
    if (!record.contentType().base().toString().equals("application/http")) {
      return null;
    }
    HttpResponse http = record.http();
    String type = http.headers().first("Content-Type").orElse(null);
    if (htmlOnly && (http.status() != STATUS_OK || !isHtml(type))) {
      return null;
    }
    InputStream in = http.body().stream();
    String coding = http.headers().first("Content-Encoding").orElse(null);
    return whole(offset, record, type, Unpacking.read(in, coding, pageLimitBytes), http.status());
  }

  private @Nullable Item resource(long offset, WarcResource record) throws IOException {
    String type =
        record.headers().first("Content-Type").filter(t -> !t.equals(NO_TYPE)).orElse(null);
    if (htmlOnly && !isHtml(type)) {
      return null;
    }
    byte[] body = Unpacking.read(record.body().stream(), null, pageLimitBytes);
    return whole(offset, record, type, body, STATUS_OK);
  }

  private static Item whole(
      long offset, WarcTargetRecord record, @Nullable String type, byte[] body, int status)
      throws IOException {
    if (record.body().position() < record.body().size()) {
      record.body().consume();
    }
    String target = record.target();
    String url = target.equals(NO_ADDRESS) ? null : target;
    var page = new Page(url, type, new Bytes(body), date(record));
    return new Item.Whole(offset, page, status, notes(record.headers()));
  }

  private static Instant date(WarcRecord record) throws IOException {
    try {
      return record.date();
    } catch (DateTimeException e) {
      throw new IOException("WARC-Date is no date", e);
    }
  }

  private static Map<String, String> notes(MessageHeaders headers) {
    var notes = new LinkedHashMap<String, String>();
    headers
        .map()
        .forEach((name, values) -> {
          String key = name.toLowerCase(Locale.ROOT);
          if (key.startsWith(NOTE_PREFIX)) {
            notes.put(key.substring(NOTE_PREFIX.length()), values.getFirst());
          }
        });
    return notes;
  }

  private static boolean isHtml(@Nullable String type) {
    if (type == null) {
      return true; // the reader will see
    }
    String lower = type.strip().toLowerCase(Locale.ROOT);
    return lower.startsWith("text/html") || lower.startsWith("application/xhtml+xml");
  }

  private static String why(Exception e) {
    return e instanceof IOException io
        ? Faults.fileLine(io)
        : "damaged record: " + Lines.brief(String.valueOf(e.getMessage())) + "; copy it again";
  }

  @Override
  public void close() throws IOException {
    reader.close();
  }
}
