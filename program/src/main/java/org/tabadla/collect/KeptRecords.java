package org.tabadla.collect;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.net.URI;
import java.nio.channels.Channels;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.zip.GZIPOutputStream;
import org.jspecify.annotations.Nullable;
import org.netpreserve.jwarc.HttpResponse;
import org.netpreserve.jwarc.MediaType;
import org.netpreserve.jwarc.MessageVersion;
import org.netpreserve.jwarc.WarcCompression;
import org.netpreserve.jwarc.WarcRecord;
import org.netpreserve.jwarc.WarcResource;
import org.netpreserve.jwarc.WarcResponse;
import org.netpreserve.jwarc.WarcWriter;
import org.netpreserve.jwarc.Warcinfo;
import org.tabadla.model.Page;

/// Pages as WARC records: `response` for what was fetched, `resource` for saved files. Bodies are
/// kept unpacked, so the headers that spoke of packing are left off.
final class KeptRecords {
  private static final Pattern NOTE_KEY = Pattern.compile("[a-z0-9-]{1,40}");
  private static final Pattern LINE_BREAKS = Pattern.compile("[\\r\\n]+");
  private static final int BUFFER_BYTES = 16 * 1024;
  private static final int EXPECTED_RATIO = 4;
  private static final int NOTE_LIMIT_CHARS = 4_096;

  private KeptRecords() {}

  static WarcRecord of(Page page, int status, Map<String, String> notes) throws IOException {
    return page.url() == null ? resource(page, notes) : response(page, page.url(), status, notes);
  }

  /// The record that begins each file.
  static WarcRecord info(String fileName) {
    return new Warcinfo.Builder()
        .version(MessageVersion.WARC_1_1)
        .filename(fileName)
        .fields(Map.of("software", List.of("Tabadla"), "format", List.of("WARC File Format 1.1")))
        .build();
  }

  /// @return the record as one gzip member
  static byte[] packed(WarcRecord record) throws IOException {
    var plain = new ByteArrayOutputStream();
    try (var writer = new WarcWriter(Channels.newChannel(plain), WarcCompression.NONE)) {
      writer.write(record);
    }
    var out = new ByteArrayOutputStream(plain.size() / EXPECTED_RATIO + BUFFER_BYTES);
    try (var packing = new QuickGzip(out)) {
      plain.writeTo(packing);
    }
    return out.toByteArray();
  }

  /// Packs a third as long as by default for an eighth more bytes.
  private static final class QuickGzip extends GZIPOutputStream {
    private static final int LEVEL = 3;

    QuickGzip(OutputStream out) throws IOException {
      super(out, BUFFER_BYTES);
      def.setLevel(LEVEL);
    }
  }

  private static WarcRecord response(Page page, String url, int status, Map<String, String> notes)
      throws IOException {
    var http = new HttpResponse.Builder(status, "");
    if (page.contentType() != null) {
      http.addHeader("Content-Type", line(page.contentType()));
    }
    http.body(null, page.body().array());
    var record =
        new WarcResponse.Builder(line(url))
            .version(MessageVersion.WARC_1_1)
            .date(page.fetched())
            .body(http.build());
    notes.forEach((key, value) -> record.addHeader(noteName(key), noteValue(value)));
    return record.build();
  }

  private static WarcRecord resource(Page page, Map<String, String> notes) {
    var record = new WarcResource.Builder(URI.create(WarcPages.NO_ADDRESS));
    record.version(MessageVersion.WARC_1_1);
    record.date(page.fetched());
    record.body(type(page.contentType()), page.body().array());
    notes.forEach((key, value) -> record.addHeader(noteName(key), noteValue(value)));
    return record.build();
  }

  private static MediaType type(@Nullable String contentType) {
    return MediaType.parseLeniently(contentType == null ? WarcPages.NO_TYPE : line(contentType));
  }

  private static String noteName(String key) {
    if (!NOTE_KEY.matcher(key).matches()) {
      throw new IllegalArgumentException("note key must be letters, digits and '-': " + key);
    }
    return WarcPages.NOTE_PREFIX + key;
  }

  private static String noteValue(String value) {
    if (value.length() > NOTE_LIMIT_CHARS) {
      throw new IllegalArgumentException("note of " + value.length() + " characters");
    }
    return line(value);
  }

  /// A line break in a header would begin another header.
  private static String line(String value) {
    return LINE_BREAKS.matcher(value).replaceAll(" ").strip();
  }
}
