package org.tabadla.read;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import org.jsoup.Jsoup;

/// The JSON-LD of a page, as it stands there.
public final class JsonLdScripts {
  private static final int MOST_SCRIPTS = 200;

  private JsonLdScripts() {}

  /// @param html a page's bytes; what is none gives nothing
  /// @return the text of each script of linked data, at most 200
  public static List<byte[]> of(byte[] html) {
    try {
      return Jsoup.parse(new ByteArrayInputStream(html), null, "").select("script").stream()
          .filter(e -> e.attr("type").toLowerCase(Locale.ROOT).contains("ld+json"))
          .limit(MOST_SCRIPTS)
          .map(e -> e.data().strip().getBytes(StandardCharsets.UTF_8))
          .toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e); // Bytes in memory are always read.
    }
  }
}
