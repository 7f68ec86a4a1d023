package org.tabadla.collect;

import java.io.ByteArrayInputStream;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.PushbackInputStream;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import java.util.zip.GZIPInputStream;
import java.util.zip.Inflater;
import java.util.zip.InflaterInputStream;
import org.brotli.dec.BrotliInputStream;
import org.jspecify.annotations.Nullable;

/// Undoes content codings (RFC 9110, 8.4.1), with a limit on what goes in and on what comes out.
final class Unpacking {
  /// What a request may say it accepts.
  static final String CODINGS = "gzip, deflate, br";

  private static final int CODINGS_LIMIT = 3;
  private static final int BUFFER_BYTES = 16 * 1024;
  private static final int GZIP_MAGIC = 0x1f8b;
  private static final int ZLIB_CHECK = 31;
  private static final int DEFLATE_METHOD = 8;
  private static final Pattern COMMA = Pattern.compile("\\s*,\\s*");

  private Unpacking() {}

  /// Reads a packed body to its end.
  ///
  /// @param coding the `Content-Encoding` header; null when there was none
  /// @throws TooLarge when more than `limitBytes` come in or out
  static byte[] read(InputStream in, @Nullable String coding, int limitBytes) throws IOException {
    byte[] body = readNoMore(open(new Limited(in, limitBytes), coding), limitBytes);
    return isGzip(body) ? gunzip(body, limitBytes) : body;
  }

  /// Reads the beginning of a packed body.
  static byte[] readStart(InputStream in, @Nullable String coding, int limitBytes)
      throws IOException {
    return open(in, coding).readNBytes(limitBytes);
  }

  static boolean isGzip(byte[] body) {
    return body.length > 2 && pair(body) == GZIP_MAGIC;
  }

  private static byte[] gunzip(byte[] body, int limitBytes) throws IOException {
    return readNoMore(
        new GZIPInputStream(new ByteArrayInputStream(body), BUFFER_BYTES), limitBytes);
  }

  private static byte[] readNoMore(InputStream in, int limitBytes) throws IOException {
    byte[] body = in.readNBytes(limitBytes);
    if (body.length == limitBytes && in.read() >= 0) {
      throw new TooLarge();
    }
    return body;
  }

  private static InputStream open(InputStream in, @Nullable String coding) throws IOException {
    if (coding == null || coding.isBlank()) {
      return in;
    }
    List<String> codings = List.of(COMMA.split(coding.strip().toLowerCase(Locale.ROOT)));
    if (codings.size() > CODINGS_LIMIT) {
      throw new IOException("packed " + codings.size() + " times over");
    }
    InputStream out = in;
    for (String name : codings.reversed()) {
      out = open(name, out);
    }
    return out;
  }

  private static InputStream open(String coding, InputStream in) throws IOException {
    return switch (coding) {
      case "", "identity", "none", "utf-8" -> in;
      case "gzip", "x-gzip" -> {
        var peek = new PushbackInputStream(in, 2);
        yield head(peek) == GZIP_MAGIC ? new GZIPInputStream(peek, BUFFER_BYTES) : peek;
      }
      case "deflate" -> {
        // RFC 9110 wants the zlib wrapper; some servers leave it off.
        var peek = new PushbackInputStream(in, 2);
        int head = head(peek);
        boolean bare = ((head >> 8) & 0xf) != DEFLATE_METHOD || head % ZLIB_CHECK != 0;
        yield new InflaterInputStream(peek, new Inflater(bare), BUFFER_BYTES);
      }
      case "br" -> new BrotliInputStream(in, BUFFER_BYTES);
      default -> throw new IOException("unknown content coding " + Lines.brief(coding));
    };
  }

  /// @return the first two bytes as one number, put back; 0 when there are fewer
  private static int head(PushbackInputStream in) throws IOException {
    byte[] two = in.readNBytes(2);
    in.unread(two);
    return two.length < 2 ? 0 : pair(two);
  }

  private static int pair(byte[] bytes) {
    return ((bytes[0] & 0xff) << 8) | (bytes[1] & 0xff);
  }

  /// More bytes than the limit.
  static final class TooLarge extends IOException {
    private static final long serialVersionUID = 1L;
  }

  /// Ends with {@link TooLarge} where the limit is passed.
  private static final class Limited extends FilterInputStream {
    private long left;

    Limited(InputStream in, long limitBytes) {
      super(in);
      this.left = limitBytes;
    }

    @Override
    public int read() throws IOException {
      int b = super.read();
      count(b < 0 ? 0 : 1);
      return b;
    }

    @Override
    public int read(byte[] buffer, int offset, int length) throws IOException {
      int n = super.read(buffer, offset, length);
      count(Math.max(n, 0));
      return n;
    }

    private void count(int n) throws TooLarge {
      left -= n;
      if (left < 0) {
        throw new TooLarge();
      }
    }
  }
}
