package org.tabadla.web.exchange;

import io.javalin.http.Context;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.util.function.BooleanSupplier;
import org.tabadla.exchange.Deliveries;
import org.tabadla.exchange.delivery.Span;

/// Gives a file out, whole or a part.
final class FileAnswer {
  private static final int PARTIAL = 206;
  private static final int OUTSIDE = 416;
  private static final long CHUNK_BYTES = 1 << 20;

  private FileAnswer() {}

  /// @param goesOn asked again while the file goes out; when it is no more so, the connection ends
  ///   before the announced length, which no client takes for the whole
  static void send(Context ctx, Deliveries.Fetch fetch, Span span, BooleanSupplier goesOn)
      throws IOException {
    long size = fetch.asset().bytes();
    long first = 0;
    long length = size;
    ctx.contentType(fetch.asset().type());
    switch (span) {
      case Span.Whole _ -> {}
      case Span.Outside _ -> {
        ctx.status(OUTSIDE).header("Content-Range", "bytes */" + size).result("");
        return;
      }
      case Span.Part part -> {
        first = part.first();
        length = part.length();
        ctx.status(PARTIAL)
            .header("Content-Range", "bytes " + first + "-" + part.last() + "/" + size);
      }
    }
    ctx.disableCompression();
    ctx.res().setContentLengthLong(length);
    try (FileChannel file = FileChannel.open(fetch.file());
        OutputStream out = ctx.outputStream()) {
      var to = Channels.newChannel(out);
      for (long at = first; at < first + length; ) {
        if (at > first && !goesOn.getAsBoolean()) {
          throw new IOException("the right to it ended after " + at + " bytes");
        }
        at += file.transferTo(at, Math.min(CHUNK_BYTES, first + length - at), to);
      }
    }
  }
}
