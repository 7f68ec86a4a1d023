package org.tabadla.web.exchange;

import io.javalin.http.Context;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.tabadla.exchange.Deliveries;
import org.tabadla.exchange.preview.Captions;
import org.tabadla.exchange.preview.Previews;
import org.tabadla.web.Missing;

/// What a preview's page loads: the picture, the small film, its list and pieces for players, and
/// subtitles.
final class PreviewParts {
  /// What a subtitle is asked for as.
  static final String TRACK = "track.vtt";

  private PreviewParts() {}

  /// @param fetch of the file that it is a preview of, which may be fetched
  static void part(
      Context ctx, Previews previews, Deliveries.Fetch fetch, String name, FileAnswer.Leave leave) {
    Path file =
        previews.file(fetch.asset().sha256(), name).orElseThrow(() -> new Missing("such preview"));
    try {
      FileAnswer.show(
          ctx, new FileAnswer.Sent(file, name, type(name), Files.size(file), null), leave);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static String type(String name) {
    return switch (name.substring(name.lastIndexOf('.') + 1)) {
      case "jpg" -> "image/jpeg";
      case "mp4" -> "video/mp4";
      case "m3u8" -> "application/vnd.apple.mpegurl";
      default -> "video/mp2t";
    };
  }

  /// @param fetch of the subtitle's own file
  static void track(Context ctx, Deliveries.Fetch fetch) {
    if (fetch.asset().bytes() > Captions.LARGEST_BYTES) {
      throw new Missing("such subtitle");
    }
    try (InputStream in = Files.newInputStream(fetch.file())) {
      byte[] text = in.readNBytes(Captions.LARGEST_BYTES);
      ctx.header("Cache-Control", "private, no-store")
          .contentType("text/vtt; charset=utf-8")
          .result(Captions.vtt(new String(text, StandardCharsets.UTF_8)));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
