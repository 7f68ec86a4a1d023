package org.tabadla.web.exchange;

import io.javalin.http.Context;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.URLEncoder;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Base64;
import java.util.HexFormat;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.tabadla.exchange.delivery.Span;

/// A file over HTTP: whole or a range of it (RFC 9110 §14), with its digest (RFC 9530), in as much
/// memory as one buffer.
///
/// Whether it may go out is asked again while it goes; who asks, and why, it does not know.
public final class FileAnswer {
  private static final Logger LOG = LoggerFactory.getLogger(FileAnswer.class);
  private static final int BUFFER_BYTES = 1 << 16;
  private static final long ASKED_EACH_BYTES = 64L << 20;
  private static final long ASKED_EACH_NANOS = 500_000_000;
  private static final int PARTIAL = 206;
  private static final int UNCHANGED = 304;
  private static final int OUTSIDE = 416;

  private FileAnswer() {}

  /// @param file where it lies
  /// @param name under which it is saved
  /// @param type its media type
  /// @param sha256 64 hex digits; null for what was made here and is named by no digest
  public record Sent(Path file, String name, String type, long bytes, @Nullable String sha256) {}

  /// Whether a file may go on going out.
  public interface Leave {
    /// Always.
    Leave ALWAYS =
        new Leave() {
          @Override
          public Optional<String> over() {
            return Optional.empty();
          }

          @Override
          public void cut(long at, String why) {}
        };

    /// Asked every half a second, and after so many bytes.
    ///
    /// @return why it may not any more; empty while it may
    Optional<String> over();

    /// Told once when it was cut off.
    ///
    /// @param at how many bytes of the file had gone out, counted from its beginning
    void cut(long at, String why);
  }

  /// Sends it to be saved. Whether it may begin has been asked already.
  public static void give(Context ctx, Sent sent, Leave leave) {
    ctx.header("Content-Disposition", "attachment; filename*=UTF-8''" + encoded(sent.name()));
    show(ctx, sent, leave);
  }

  /// Sends it to be shown within a page.
  public static void show(Context ctx, Sent sent, Leave leave) {
    ctx.header("Accept-Ranges", "bytes")
        .header("Cache-Control", "private, no-store")
        .contentType(sent.type());
    String sha256 = sent.sha256();
    String tag = "\"" + sha256 + "\"";
    if (sha256 != null) {
      ctx.header("ETag", tag).header("Repr-Digest", "sha-256=:" + base64(sha256) + ":");
    }
    String known = ctx.header("If-None-Match");
    if (sha256 != null && known != null && known.contains(tag)) {
      ctx.status(UNCHANGED);
      return;
    }
    String condition = ctx.header("If-Range");
    boolean ranged = condition == null || condition.strip().equals(tag);
    switch (Span.of(ranged ? ctx.header("Range") : null, sent.bytes())) {
      case Span.Whole _ -> send(ctx, sent, 0, sent.bytes(), leave);
      case Span.Outside _ ->
          ctx.status(OUTSIDE).header("Content-Range", "bytes */" + sent.bytes()).result("");
      case Span.Part part -> {
        ctx.status(PARTIAL)
            .header(
                "Content-Range", "bytes " + part.first() + "-" + part.last() + "/" + sent.bytes());
        send(ctx, sent, part.first(), part.length(), leave);
      }
    }
  }

  private static void send(Context ctx, Sent sent, long first, long length, Leave leave) {
    ctx.disableCompression();
    ctx.res().setContentLengthLong(length);
    if (ctx.method().name().equals("HEAD")) {
      return;
    }
    try (FileChannel file = FileChannel.open(sent.file())) {
      copy(file.position(first), ctx.outputStream(), first, first + length, leave);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /// Ends early where it may not go on or nobody reads any more. The stream is not closed then: an
  /// answer that is shorter than it said is what makes the server break the connection off. A
  /// stalled reader gets at most one buffer more than the last answer allowed.
  private static void copy(FileChannel file, OutputStream out, long from, long end, Leave leave)
      throws IOException {
    byte[] buffer = new byte[BUFFER_BYTES];
    long asked = System.nanoTime();
    long askedAt = from;
    long at = from;
    while (at < end) {
      if (at - askedAt >= ASKED_EACH_BYTES || System.nanoTime() - asked >= ASKED_EACH_NANOS) {
        Optional<String> over = leave.over();
        if (over.isPresent()) {
          leave.cut(at, over.get());
          return;
        }
        asked = System.nanoTime();
        askedAt = at;
      }
      int n = file.read(ByteBuffer.wrap(buffer, 0, (int) Math.min(buffer.length, end - at)));
      if (n < 0) {
        throw new IOException("a kept file is shorter than it was: " + at + " of " + end);
      }
      if (!wrote(out, buffer, n)) {
        return;
      }
      at += n;
    }
  }

  private static boolean wrote(OutputStream out, byte[] buffer, int n) {
    try {
      out.write(buffer, 0, n);
      return true;
    } catch (IOException e) {
      LOG.debug("[web] a reader went away: {}", e.toString());
      return false;
    }
  }

  static String base64(String hex) {
    return Base64.getEncoder().encodeToString(HexFormat.of().parseHex(hex));
  }

  private static String encoded(String name) {
    return URLEncoder.encode(name, StandardCharsets.UTF_8).replace("+", "%20").replace("*", "%2A");
  }
}
